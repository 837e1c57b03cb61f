"""Clusters: the columns of the wall."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import link_id
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.domain.rounding import german
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.services.rows import (
    ensure_all,
    existing,
    existing_all,
    frozen,
    living,
    new_row,
    write_differences,
)
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Answer as AnswerTable
from quartierdesk.store.schema.decisions import MeasureCluster
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_THE = "das Themenfeld"


def create(
    workspace: Workspace, workshop_id: str, cluster: Cluster, contribution_ids: Iterable[str] = ()
) -> Cluster:
    """Store a new cluster, at the end of the wall, with contributions moved into it."""
    title = clean_line(cluster.title, "Titel")
    label = f"Themenfeld „{title}“ angelegt" if title else "Themenfeld angelegt"
    with workspace.transaction(label) as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        of_it = ClusterTable.workshop_id == workshop_id
        rows = session.scalars(select(ClusterTable).where(of_it)).all()
        if not cluster.label:
            cluster = replace(cluster, label=next_label("C", [row.label for row in rows]))
        last = max((row.position for row in rows), default=-1)
        cluster = replace(cluster, position=max(cluster.position, last + 1))
        session.add(new_row(ClusterTable, cluster, workshop_id=workshop_id))
        session.flush()
        wanted = list(contribution_ids)
        if wanted:
            assign(workspace, wanted, cluster.id)
    return cluster


def edit(workspace: Workspace, before: Cluster, after: Cluster) -> None:
    """Store what `after` changes in `before`."""
    with workspace.transaction("Themenfeld bearbeitet") as session:
        write_differences(existing(session, ClusterTable, before.id, _THE), before, after)


def assign(workspace: Workspace, contribution_ids: Iterable[str], cluster_id: str | None) -> None:
    """Move contributions into a cluster, or with None back to „Noch nicht geordnet“.

    Either way they leave the idea store.
    """
    wanted = list(contribution_ids)
    with workspace.transaction(_moved(workspace, len(wanted), cluster_id)) as session:
        cluster = existing(session, ClusterTable, cluster_id, _THE) if cluster_id else None
        for row in existing_all(session, ContributionTable, wanted, "den Beitrag"):
            if cluster is not None and cluster.workshop_id != row.workshop_id:
                raise UserError(
                    "Beitrag und Themenfeld gehören zu verschiedenen Werkstätten.",
                    "Bitte wählen Sie ein Themenfeld derselben Werkstatt.",
                )
            row.cluster_id = cluster_id
            row.in_idea_store = False


def put_aside(workspace: Workspace, contribution_ids: Iterable[str]) -> None:
    """Move contributions into the idea store („Themenspeicher“), out of their clusters."""
    wanted = list(contribution_ids)
    with workspace.transaction(f"{_amount(len(wanted))} in den Themenspeicher") as session:
        for row in existing_all(session, ContributionTable, wanted, "den Beitrag"):
            row.cluster_id = None
            row.in_idea_store = True


def gather(workspace: Workspace, contribution_ids: Sequence[str]) -> None:
    """Move contributions to where the first of them stands."""
    with workspace.transaction(f"{_amount(len(contribution_ids))} zusammengeholt") as session:
        first, *others = existing_all(session, ContributionTable, contribution_ids, "den Beitrag")
        for row in others:
            row.cluster_id = first.cluster_id
            row.in_idea_store = first.in_idea_store


def merge(workspace: Workspace, kept_id: str, others: Sequence[str]) -> None:
    """Move the contributions of other clusters into one and delete the others.

    Measures made from the others and answers given to them belong to the kept one from now on;
    polls still tell what people voted on.
    """
    if kept_id in others:
        raise UserError(
            "Ein Themenfeld lässt sich nicht mit sich selbst zusammenlegen.",
            "Bitte wählen Sie ein anderes.",
        )
    with workspace.transaction("Themenfelder zusammengelegt") as session:
        kept = existing(session, ClusterTable, kept_id, _THE)
        for row in existing_all(session, ClusterTable, others, _THE):
            if row.workshop_id != kept.workshop_id:
                raise UserError(
                    "Die Themenfelder gehören zu verschiedenen Werkstätten.",
                    "Bitte wählen Sie ein Themenfeld derselben Werkstatt.",
                )
            row.deleted = True
        moved = living(session, ContributionTable, ContributionTable.cluster_id.in_(others))
        for card in moved:
            card.cluster_id = kept_id
        for answer in living(session, AnswerTable, AnswerTable.cluster_id.in_(others)):
            answer.cluster_id = kept_id
        _move_trace(session, kept_id, others)


def remove(workspace: Workspace, cluster_id: str) -> None:
    """Delete a cluster; its contributions show under „Noch nicht geordnet“."""
    with workspace.transaction("Themenfeld gelöscht") as session:
        existing(session, ClusterTable, cluster_id, _THE).deleted = True


def arrange(workspace: Workspace, cluster_ids: Sequence[str]) -> None:
    """Store the order of the columns."""
    with workspace.transaction("Themenfelder umgestellt") as session:
        for place, row in enumerate(existing_all(session, ClusterTable, cluster_ids, _THE)):
            row.position = place


def listed(workspace: Workspace, workshop_id: str) -> list[Cluster]:
    """Return the clusters of a workshop in the order of the wall."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Cluster]:
    """Return the clusters of a workshop in the order of the wall, with distinct labels."""
    rows = living(session, ClusterTable, ClusterTable.workshop_id == workshop_id)
    labels = distinct_labels([(row.id, row.label) for row in rows])
    return [frozen(Cluster, row, label=labels[row.id]) for row in rows]


def _moved(workspace: Workspace, amount: int, cluster_id: str | None) -> str:
    """Return the name of a move for the undo list: „3 Beiträge nach „Pflege im Alter““."""
    if cluster_id is None:
        return f"{_amount(amount)} zurück zu „Noch nicht geordnet“"
    with workspace.reading() as session:
        title = existing(session, ClusterTable, cluster_id, _THE).title
    return f"{_amount(amount)} nach „{title}“"


def _amount(number: int) -> str:
    return "Beitrag" if number == 1 else f"{german(number)} Beiträge"


def _move_trace(session: Session, kept_id: str, others: Sequence[str]) -> None:
    links = living(session, MeasureCluster, MeasureCluster.cluster_id.in_(others))
    wanted: dict[str, dict[str, object]] = {}
    for link in links:
        link.deleted = True
        identity = link_id("measure_cluster", link.measure_id, kept_id)
        place = {"cluster_id": kept_id, "position": link.position}
        wanted.setdefault(identity, {"measure_id": link.measure_id, **place})
    ensure_all(session, MeasureCluster, wanted)
