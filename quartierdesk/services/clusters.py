"""Clusters: the columns of the wall."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, living, new_row, write_differences
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_THE = "das Themenfeld"


def create(
    workspace: Workspace, workshop_id: str, cluster: Cluster, contribution_ids: Iterable[str] = ()
) -> Cluster:
    """Store a new cluster, at the end of the wall, with contributions moved into it."""
    with workspace.transaction("Themenfeld angelegt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        of_it = ClusterTable.workshop_id == workshop_id
        rows = session.scalars(select(ClusterTable).where(of_it)).all()
        if not cluster.label:
            cluster = replace(cluster, label=next_label("C", [row.label for row in rows]))
        last = max((row.position for row in rows), default=-1)
        cluster = replace(cluster, position=max(cluster.position, last + 1))
        session.add(new_row(ClusterTable, cluster, workshop_id=workshop_id))
        session.flush()
        assign(workspace, contribution_ids, cluster.id)
    return cluster


def edit(workspace: Workspace, before: Cluster, after: Cluster) -> None:
    """Store what `after` changes in `before`."""
    with workspace.transaction("Themenfeld bearbeitet") as session:
        write_differences(existing(session, ClusterTable, before.id, _THE), before, after)


def assign(workspace: Workspace, contribution_ids: Iterable[str], cluster_id: str | None) -> None:
    """Move contributions into a cluster, or with None back to „Noch nicht geordnet“."""
    with workspace.transaction("Beitrag zugeordnet") as session:
        cluster = existing(session, ClusterTable, cluster_id, _THE) if cluster_id else None
        for contribution_id in contribution_ids:
            row = existing(session, ContributionTable, contribution_id, "den Beitrag")
            if cluster is not None and cluster.workshop_id != row.workshop_id:
                raise UserError("Beitrag und Themenfeld gehören zu verschiedenen Werkstätten.")
            row.cluster_id = cluster_id
            row.in_idea_store = row.in_idea_store and cluster_id is None


def merge(workspace: Workspace, kept_id: str, others: Sequence[str]) -> None:
    """Move the contributions of other clusters into one and delete the others."""
    with workspace.transaction("Themenfelder zusammengelegt") as session:
        for other in others:
            if other == kept_id:
                raise UserError("Ein Themenfeld lässt sich nicht mit sich selbst zusammenlegen.")
            moved = living(session, ContributionTable, ContributionTable.cluster_id == other)
            assign(workspace, [row.id for row in moved], kept_id)
            existing(session, ClusterTable, other, _THE).deleted = True


def remove(workspace: Workspace, cluster_id: str) -> None:
    """Delete a cluster; its contributions show under „Noch nicht geordnet“."""
    with workspace.transaction("Themenfeld gelöscht") as session:
        existing(session, ClusterTable, cluster_id, _THE).deleted = True


def arrange(workspace: Workspace, cluster_ids: Sequence[str]) -> None:
    """Store the order of the columns."""
    with workspace.transaction("Themenfelder umgestellt") as session:
        for place, cluster_id in enumerate(cluster_ids):
            existing(session, ClusterTable, cluster_id, _THE).position = place


def listed(workspace: Workspace, workshop_id: str) -> list[Cluster]:
    """Return the clusters of a workshop in the order of the wall."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Cluster]:
    """Return the clusters of a workshop in the order of the wall, with distinct labels."""
    rows = living(session, ClusterTable, ClusterTable.workshop_id == workshop_id)
    labels = distinct_labels([(row.id, row.label) for row in rows])
    return [frozen(Cluster, row, label=labels[row.id]) for row in rows]
