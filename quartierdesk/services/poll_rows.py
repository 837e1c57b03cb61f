"""Polls as they are stored, read in a few statements whatever was counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.services.ballot_rules import fitted
from quartierdesk.services.rows import frozen, gone, living
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Ballot as BallotTable
from quartierdesk.store.schema.decisions import BallotMark as BallotMarkTable
from quartierdesk.store.schema.decisions import Measure as MeasureTable
from quartierdesk.store.schema.decisions import Poll as PollTable
from quartierdesk.store.schema.decisions import PollGroup as PollGroupTable
from quartierdesk.store.schema.decisions import PollOption as PollOptionTable
from quartierdesk.store.schema.decisions import Tally as TallyTable
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable

T = TypeVar("T")


def load_polls(session: Session, poll_ids: Sequence[str]) -> list[Poll]:
    """Return polls with everything counted, in their order.

    Marks and tallies for options or groups that are gone are left out. An option whose cluster,
    contribution or measure is gone keeps a name: people did vote on it. Where laptops that did not
    know of each other changed the rule and collected ballots, the ballots hold (`fitted`).
    """
    return [fitted(poll)[0] for poll in load_as_stored(session, poll_ids)]


def load_as_stored(session: Session, poll_ids: Sequence[str]) -> list[Poll]:
    """Return polls with everything counted, whether their ballots fit their rule or not."""
    if not poll_ids:
        return []
    options = _options(session, poll_ids)
    groups = _groups(session, poll_ids)
    known = {option.id for each in options.values() for option in each}
    known_groups = {None, *(group.id for each in groups.values() for group in each)}
    ballots = _ballots(session, poll_ids, known)
    tallies = living(session, TallyTable, TallyTable.poll_id.in_(poll_ids))
    counted = _by_poll(
        (row.poll_id, frozen(Tally, row))
        for row in tallies
        if row.option_id in known and row.group_id in known_groups
    )
    return [
        frozen(
            Poll,
            row,
            options=tuple(options.get(row.id, ())),
            groups=tuple(groups.get(row.id, ())),
            ballots=tuple(ballots.get(row.id, ())),
            tallies=tuple(counted.get(row.id, ())),
        )
        for row in living(session, PollTable, PollTable.id.in_(poll_ids))
    ]


def _by_poll(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for poll_id, item in pairs:
        found.setdefault(poll_id, []).append(item)
    return found


def _options(session: Session, poll_ids: Sequence[str]) -> Mapping[str, list[PollOption]]:
    names = _names_of_the_gone(session, poll_ids)
    rows = living(session, PollOptionTable, PollOptionTable.poll_id.in_(poll_ids))
    return _by_poll((row.poll_id, _option(row, names.get(row.id))) for row in rows)


def _option(row: PollOptionTable, name: str | None) -> PollOption:
    option = frozen(PollOption, row)
    if name is None:
        return option
    label = option.label or name
    return replace(option, label=label, cluster_id=None, contribution_id=None, measure_id=None)


def _names_of_the_gone(session: Session, poll_ids: Sequence[str]) -> dict[str, str]:
    """Return by option what is left to say of the thing behind it that was deleted.

    Of a contribution that is its label: its text may have been deleted for good reasons.
    """
    named = (
        (ClusterTable, PollOptionTable.cluster_id, ClusterTable.title),
        (ContributionTable, PollOptionTable.contribution_id, ContributionTable.label),
        (MeasureTable, PollOptionTable.measure_id, MeasureTable.title),
    )
    found: dict[str, str] = {}
    for table, reference, name in named:
        query = (
            select(PollOptionTable.id, name, table.label)
            .join(table, table.id == reference)
            .where(PollOptionTable.poll_id.in_(poll_ids), table.deleted.is_(True))
        )
        found.update((row[0], row[1] or row[2]) for row in session.execute(query))
    return found


def _groups(session: Session, poll_ids: Sequence[str]) -> Mapping[str, list[PollGroup]]:
    rows = living(session, PollGroupTable, PollGroupTable.poll_id.in_(poll_ids))
    seats = {row.table_id for row in rows if row.table_id}
    lost = gone(session, TopicTableTable, TopicTableTable.id.in_(seats)) if seats else set()
    return _by_poll(
        (
            row.poll_id,
            frozen(PollGroup, row, table_id=None if row.table_id in lost else row.table_id),
        )
        for row in rows
    )


def _ballots(
    session: Session, poll_ids: Sequence[str], known: set[str]
) -> Mapping[str, list[Ballot]]:
    query = (
        select(BallotMarkTable)
        .join(BallotTable, BallotTable.id == BallotMarkTable.ballot_id)
        .where(BallotTable.poll_id.in_(poll_ids), BallotMarkTable.deleted.is_(False))
        .order_by(BallotMarkTable.position, BallotMarkTable.id)
    )
    marks: dict[str, list[BallotMark]] = {}
    against = known | {None}
    for mark in session.scalars(query):
        if mark.option_id in known and mark.against_id in against:
            marks.setdefault(mark.ballot_id, []).append(frozen(BallotMark, mark))
    rows = living(session, BallotTable, BallotTable.poll_id.in_(poll_ids))
    return _by_poll(
        (row.poll_id, frozen(Ballot, row, marks=tuple(marks.get(row.id, ())))) for row in rows
    )
