"""What the options and groups of polls are called, read without the rest of the workshop."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quartierdesk.domain.poll import Poll
from quartierdesk.services.rows import by_id
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Measure as MeasureTable
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.workspace import Workspace

_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something of the workshop that can be put to the vote; `group` is the heading above it."""

    id: str
    label: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything that can be put to the vote, in the order in which people know it."""

    clusters: tuple[Candidate, ...]
    contributions: tuple[Candidate, ...]
    measures: tuple[Candidate, ...]


def candidates(workspace: Workspace, workshop_id: str) -> Candidates:
    """Return what can be put to the vote in a workshop."""
    with workspace.reading() as session:
        columns = _listed(session, ClusterTable, ClusterTable.title, workshop_id)
        agreed = _listed(session, MeasureTable, MeasureTable.title, workshop_id)
        titles = {column.id: column.name for column in columns}
        cards = tuple(_cards(session, workshop_id, titles))
    return Candidates(columns, cards, agreed)


def option_names(session: Session, polls: Iterable[Poll]) -> dict[str, str]:
    """Return what the options of polls are called, by their ids.

    An option has its own label, or is called like the cluster, contribution or measure it stands
    for. Of a contribution that is the number and the smoothed wording.
    """
    options = [option for poll in polls for option in poll.options]
    columns = by_id(session, ClusterTable, [o.cluster_id for o in options if o.cluster_id])
    agreed = by_id(session, MeasureTable, [o.measure_id for o in options if o.measure_id])
    cards = by_id(
        session, ContributionTable, [o.contribution_id for o in options if o.contribution_id]
    )
    names: dict[str, str] = {}
    for option in options:
        cluster, measure = columns.get(option.cluster_id or ""), agreed.get(option.measure_id or "")
        card = cards.get(option.contribution_id or "")
        behind = ""
        if cluster or measure:
            thing = cluster or measure
            behind = thing.title or thing.label if thing else ""
        elif card:
            behind = f"{card.label} {_wording(card.title, card.text_minutes, card.text_original)}"
        names[option.id] = option.label or behind
    return names


def measure_labels(session: Session, poll: Poll) -> dict[str, str]:
    """Return the numbers of the measures that are put to the vote („M04“), by option."""
    rows = by_id(session, MeasureTable, [o.measure_id for o in poll.options if o.measure_id])
    return {
        option.id: rows[option.measure_id].label
        for option in poll.options
        if option.measure_id in rows and rows[option.measure_id].label
    }


def group_names(session: Session, poll: Poll) -> dict[str, str]:
    """Return what the groups of a poll are called: „Tisch 3“, or as they were named."""
    tables = by_id(session, TopicTableTable, [g.table_id for g in poll.groups if g.table_id])
    return {
        group.id: f"Tisch {tables[group.table_id].number}"
        if group.table_id and group.table_id in tables
        else group.label
        for group in poll.groups
    }


def _listed(
    session: Session,
    table: type[ClusterTable] | type[MeasureTable],
    title: InstrumentedAttribute[str],
    workshop_id: str,
) -> tuple[Candidate, ...]:
    query = (
        select(table.id, table.label, title)
        .where(table.workshop_id == workshop_id, table.deleted.is_(False))
        .order_by(table.position, table.id)
    )
    return tuple(Candidate(*row) for row in session.execute(query))


def _cards(session: Session, workshop_id: str, titles: Mapping[str, str]) -> Iterable[Candidate]:
    table = ContributionTable
    query = (
        select(table.id, table.label, table.cluster_id, *_TEXTS)
        .where(table.workshop_id == workshop_id, table.deleted.is_(False))
        .order_by(table.id)
    )
    rows = session.execute(query).all()
    place = {cluster_id: at for at, cluster_id in enumerate(titles)}
    rows = sorted(rows, key=lambda row: place.get(row.cluster_id, len(place)))
    for identity, label, cluster_id, *texts in rows:
        yield Candidate(identity, label, _wording(*texts), titles.get(cluster_id or "", ""))


_TEXTS: Sequence[InstrumentedAttribute[str]] = (
    ContributionTable.title,
    ContributionTable.text_minutes,
    ContributionTable.text_original,
)


def _wording(title: str, minutes: str, original: str) -> str:
    text = " ".join((title or minutes or original).split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
