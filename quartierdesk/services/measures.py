"""Measures: made from clusters with their trace, edited, arranged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.domain.measure import Measure
from quartierdesk.errors import UserError
from quartierdesk.services.rows import (
    ensure,
    existing,
    frozen,
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

_THE = "die Maßnahme"


def create(workspace: Workspace, workshop_id: str, measure: Measure) -> Measure:
    """Store a measure; without a label it gets the next one („M09“)."""
    _refuse_impossible(measure)
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
        _link(session, measure)
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
    _refuse_impossible(after)
    with workspace.transaction("Maßnahme bearbeitet") as session:
        write_differences(existing(session, MeasureTable, before.id, _THE), before, after)
        if (before.cluster_ids, before.contribution_ids) != (
            after.cluster_ids,
            after.contribution_ids,
        ):
            _unlink(session, after)
            _link(session, after)


def remove(workspace: Workspace, measure_id: str) -> None:
    """Delete a measure."""
    with workspace.transaction("Maßnahme gelöscht") as session:
        existing(session, MeasureTable, measure_id, _THE).deleted = True


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
    gone = _gone(session, workshop_id)
    return [
        frozen(
            Measure,
            row,
            label=labels[row.id],
            cluster_ids=tuple(
                link.cluster_id
                for link in clusters
                if link.measure_id == row.id and link.cluster_id not in gone
            ),
            contribution_ids=tuple(
                link.contribution_id
                for link in cards
                if link.measure_id == row.id and link.contribution_id not in gone
            ),
        )
        for row in rows
    ]


def _link(session: Session, measure: Measure) -> None:
    for place, key in enumerate(measure.cluster_ids):
        existing(session, ClusterTable, key, "das Themenfeld")
        identity = link_id("measure_cluster", measure.id, key)
        values = {"measure_id": measure.id, "cluster_id": key, "position": place}
        ensure(session, MeasureCluster, identity, **values)
    for place, key in enumerate(measure.contribution_ids):
        existing(session, ContributionTable, key, "den Beitrag")
        identity = link_id("measure_contribution", measure.id, key)
        values = {"measure_id": measure.id, "contribution_id": key, "position": place}
        ensure(session, MeasureContribution, identity, **values)


def _unlink(session: Session, measure: Measure) -> None:
    for link in living(session, MeasureCluster, MeasureCluster.measure_id == measure.id):
        if link.cluster_id not in measure.cluster_ids:
            link.deleted = True
    for card in living(session, MeasureContribution, MeasureContribution.measure_id == measure.id):
        if card.contribution_id not in measure.contribution_ids:
            card.deleted = True


def _gone(session: Session, workshop_id: str) -> set[str]:
    tables: Iterable[type[ClusterTable] | type[ContributionTable]]
    tables = (ClusterTable, ContributionTable)
    gone: set[str] = set()
    for table in tables:
        deleted = (table.workshop_id == workshop_id) & table.deleted.is_(True)
        gone.update(session.scalars(select(table.id).where(deleted)))
    return gone


_NEEDS_REASON: Sequence[str] = ("abgelehnt",)


def _refuse_impossible(measure: Measure) -> None:
    if not measure.title.strip():
        raise UserError(
            "Die Maßnahme hat noch keinen Titel.", "Bitte schreiben Sie, was zu tun ist."
        )
    for estimate in (measure.effort, measure.benefit):
        if estimate is not None and not 1 <= estimate <= 5:
            raise UserError("Aufwand und Nutzen werden von 1 bis 5 geschätzt.")
    if measure.cost_estimate is not None and measure.cost_estimate < 0:
        raise UserError("Die Kosten können nicht kleiner als null sein.")
    if measure.status in _NEEDS_REASON and not measure.reason.strip():
        raise UserError(
            "Eine abgelehnte Maßnahme braucht eine Begründung.",
            "Bitte schreiben Sie den Bürgerinnen und Bürgern, warum.",
        )
