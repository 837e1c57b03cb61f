"""Measures: made from clusters with their trace, edited, arranged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.domain.measure import Measure
from quartierdesk.errors import UserError
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.rows import (
    ensure_all,
    existing,
    existing_all,
    frozen,
    gone_of,
    living,
    new_row,
    write_differences,
)
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Measure as MeasureTable
from quartierdesk.store.schema.decisions import MeasureCluster, MeasureContribution
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

Source = TypeVar("Source", ClusterTable, ContributionTable)

_THE = "die Maßnahme"


def create(workspace: Workspace, workshop_id: str, measure: Measure) -> Measure:
    """Store a measure; without a label it gets the next one („M09“)."""
    refuse_impossible(measure)
    with workspace.transaction("Maßnahme angelegt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        of_it = MeasureTable.workshop_id == workshop_id
        rows = session.scalars(select(MeasureTable).where(of_it)).all()
        if not measure.label:
            measure = replace(measure, label=next_label("M", [row.label for row in rows]))
        last = max((row.position for row in rows), default=-1)
        measure = replace(measure, position=max(measure.position, last + 1))
        session.add(new_row(MeasureTable, measure, workshop_id=workshop_id))
        session.flush()
        _link(session, Measure(measure.id, "", ""), measure)
    return measure


def create_from_cluster(workspace: Workspace, cluster_id: str, title: str = "") -> Measure:
    """Store a measure made from a cluster: its title, and its contributions as trace."""
    with workspace.transaction("Maßnahme aus Themenfeld angelegt") as session:
        cluster = existing(session, ClusterTable, cluster_id, "das Themenfeld")
        cards = living(session, ContributionTable, ContributionTable.cluster_id == cluster_id)
        measure = Measure(
            new_id(),
            "",
            title or cluster.title,
            cluster_ids=(cluster_id,),
            contribution_ids=tuple(card.id for card in cards),
        )
        return create(workspace, cluster.workshop_id, measure)


def edit(workspace: Workspace, before: Measure, after: Measure) -> None:
    """Store what `after` changes in `before`, the trace included."""
    refuse_impossible(after)
    with workspace.transaction("Maßnahme bearbeitet") as session:
        write_differences(existing(session, MeasureTable, before.id, _THE), before, after)
        _link(session, before, after)


def remove(workspace: Workspace, measure_id: str) -> None:
    """Delete a measure."""
    with workspace.transaction("Maßnahme gelöscht") as session:
        existing(session, MeasureTable, measure_id, _THE).deleted = True


def arrange(workspace: Workspace, measure_ids: Sequence[str]) -> None:
    """Store the order of the measures."""
    with workspace.transaction("Maßnahmen umgestellt") as session:
        for place, row in enumerate(existing_all(session, MeasureTable, measure_ids, _THE)):
            row.position = place


def listed(workspace: Workspace, workshop_id: str) -> list[Measure]:
    """Return the measures of a workshop in their order."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Measure]:
    """Return the measures of a workshop with their trace and distinct labels."""
    rows = living(session, MeasureTable, MeasureTable.workshop_id == workshop_id)
    labels = distinct_labels([(row.id, row.label) for row in rows])
    ids = [row.id for row in rows]
    clusters = living(session, MeasureCluster, MeasureCluster.measure_id.in_(ids))
    cards = living(session, MeasureContribution, MeasureContribution.measure_id.in_(ids))
    cited = {c.contribution_id for c in cards}
    no_clusters = gone_of(
        session,
        ClusterTable,
        {c.cluster_id for c in clusters},
        ClusterTable.workshop_id == workshop_id,
    )
    no_cards = gone_of(
        session, ContributionTable, cited, ContributionTable.workshop_id == workshop_id
    )
    from_clusters = _grouped((c.measure_id, c.cluster_id) for c in clusters)
    from_cards = _grouped((c.measure_id, c.contribution_id) for c in cards)
    return [
        frozen(
            Measure,
            row,
            label=labels[row.id],
            cluster_ids=tuple(c for c in from_clusters.get(row.id, ()) if c not in no_clusters),
            contribution_ids=tuple(c for c in from_cards.get(row.id, ()) if c not in no_cards),
        )
        for row in rows
    ]


def _grouped(links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for measure_id, source_id in links:
        found.setdefault(measure_id, []).append(source_id)
    return found


def _link(session: Session, before: Measure, after: Measure) -> None:
    """Store what `after` changes in the trace; what somebody else added meanwhile stays."""
    workshop_id = existing(session, MeasureTable, after.id, _THE).workshop_id
    new_clusters = set(after.cluster_ids) - set(before.cluster_ids)
    new_cards = set(after.contribution_ids) - set(before.contribution_ids)
    _refuse_foreign(session, ClusterTable, workshop_id, new_clusters, "das Themenfeld")
    _refuse_foreign(session, ContributionTable, workshop_id, new_cards, "den Beitrag")
    if after.cluster_ids != before.cluster_ids:
        given_up = set(before.cluster_ids) - set(after.cluster_ids)
        for link in living(session, MeasureCluster, MeasureCluster.measure_id == after.id):
            link.deleted = link.cluster_id in given_up
        ensure_all(session, MeasureCluster, _links(after.id, "cluster", after.cluster_ids))
    if after.contribution_ids != before.contribution_ids:
        given_up = set(before.contribution_ids) - set(after.contribution_ids)
        of_it = MeasureContribution.measure_id == after.id
        for card in living(session, MeasureContribution, of_it):
            card.deleted = card.contribution_id in given_up
        wanted = _links(after.id, "contribution", after.contribution_ids)
        ensure_all(session, MeasureContribution, wanted)


def _links(measure_id: str, source: str, keys: Iterable[str]) -> dict[str, dict[str, object]]:
    return {
        link_id(f"measure_{source}", measure_id, key): {
            "measure_id": measure_id,
            f"{source}_id": key,
            "position": place,
        }
        for place, key in enumerate(keys)
    }


def _refuse_foreign(
    session: Session, table: type[Source], workshop_id: str, keys: Iterable[str], noun: str
) -> None:
    rows = existing_all(session, table, keys, noun)
    if any(row.workshop_id != workshop_id for row in rows):
        raise UserError(
            f"Eine Maßnahme kann nicht auf {noun} einer anderen Werkstatt verweisen.",
            "Bitte wählen Sie etwas aus derselben Werkstatt.",
        )


def refuse_impossible(measure: Measure) -> None:
    """Raise `UserError` for a measure without a title, with impossible numbers or no reason."""
    if not measure.title.strip():
        raise UserError(
            "Die Maßnahme hat noch keinen Titel.", "Bitte schreiben Sie, was zu tun ist."
        )
    for estimate in (measure.effort, measure.benefit):
        if estimate is not None and not 1 <= estimate <= 5:
            raise UserError(
                "Aufwand und Nutzen werden von 1 bis 5 geschätzt.",
                "Bitte wählen Sie eine dieser Zahlen, oder lassen Sie die Schätzung weg.",
            )
    cost = measure.cost_estimate
    if cost is not None and not (cost.is_finite() and cost >= 0):
        raise UserError(
            "Die Kosten sind keine Zahl oder kleiner als null.",
            "Bitte schreiben Sie sie in Euro wie „6.500“.",
        )
    status = shipped()["measure_status"].find(measure.status)
    if status is not None and status.needs_reason and not measure.reason.strip():
        raise UserError(
            f"Eine Maßnahme mit dem Stand „{status.label}“ braucht eine Begründung.",
            "Bitte schreiben Sie den Bürgerinnen und Bürgern, warum.",
        )
