"""Answers: what became of each cluster and contribution, and what still has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.errors import UserError
from quartierdesk.services import clusters, contributions, measures
from quartierdesk.services.rows import (
    existing,
    frozen,
    gone,
    gone_of,
    living,
    new_row,
    write_differences,
)
from quartierdesk.services.wall_rows import CardRow
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Answer as AnswerTable
from quartierdesk.store.schema.decisions import Measure as MeasureTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_DECISIONS = ("taken_up", "passed_on", "declined", "answered")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Clusters and contributions of which nobody has said yet what becomes of them (ids)."""

    clusters: tuple[str, ...]
    contributions: tuple[str, ...]


def give(workspace: Workspace, workshop_id: str, answer: Answer) -> None:
    """Store an answer to a cluster or a contribution."""
    _refuse_impossible(answer)
    with workspace.transaction("Antwort festgehalten") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        _refuse_foreign(session, workshop_id, answer)
        session.add(new_row(AnswerTable, answer, workshop_id=workshop_id))


def edit(workspace: Workspace, before: Answer, after: Answer) -> None:
    """Store what `after` changes in `before`."""
    _refuse_impossible(after)
    with workspace.transaction("Antwort bearbeitet") as session:
        row = existing(session, AnswerTable, before.id, "die Antwort")
        write_differences(row, before, after)


def remove(workspace: Workspace, answer_id: str) -> None:
    """Delete an answer."""
    with workspace.transaction("Antwort gelöscht") as session:
        existing(session, AnswerTable, answer_id, "die Antwort").deleted = True


def of_workshop(session: Session, workshop_id: str) -> list[Answer]:
    """Return the answers of a workshop.

    Answers to what is gone are left out; a measure that is gone reads as None.
    """
    rows = living(session, AnswerTable, AnswerTable.workshop_id == workshop_id)
    themes = {row.cluster_id for row in rows if row.cluster_id}
    cards = {row.contribution_id for row in rows if row.contribution_id}
    clusters_gone = gone_of(session, ClusterTable, themes, ClusterTable.workshop_id == workshop_id)
    cards_gone = gone_of(
        session, ContributionTable, cards, ContributionTable.workshop_id == workshop_id
    )
    measures_gone = gone(session, MeasureTable, MeasureTable.workshop_id == workshop_id)
    return [
        frozen(Answer, row, measure_id=None if row.measure_id in measures_gone else row.measure_id)
        for row in rows
        if row.cluster_id not in clusters_gone and row.contribution_id not in cards_gone
    ]


def unanswered(workspace: Workspace, workshop_id: str) -> Unanswered:
    """Return what has no answer yet.

    A cluster is answered by an answer or a measure made from it; a contribution by an answer, a
    measure, or an answered cluster.
    """
    with workspace.reading() as session:
        given = of_workshop(session, workshop_id)
        agreed = measures.of_workshop(session, workshop_id)
        columns = clusters.of_workshop(session, workshop_id)
        cards = contributions.of_workshop(session, workshop_id)
    return missing(given, agreed, columns, cards)


def missing(
    given: Sequence[Answer],
    agreed: Sequence[Measure],
    columns: Iterable[Cluster],
    cards: Iterable[Contribution | CardRow],
) -> Unanswered:
    """Return what has no answer among clusters and contributions that are read already."""
    answered = {a.cluster_id for a in given} | {key for m in agreed for key in m.cluster_ids}
    heard = {a.contribution_id for a in given} | {key for m in agreed for key in m.contribution_ids}
    return Unanswered(
        tuple(column.id for column in columns if column.id not in answered),
        tuple(
            card.id
            for card in cards
            if card.id not in heard and (card.cluster_id is None or card.cluster_id not in answered)
        ),
    )


def _refuse_foreign(session: Session, workshop_id: str, answer: Answer) -> None:
    rows: list[ClusterTable | ContributionTable | MeasureTable] = []
    if answer.cluster_id:
        rows.append(existing(session, ClusterTable, answer.cluster_id, "das Themenfeld"))
    if answer.contribution_id:
        rows.append(existing(session, ContributionTable, answer.contribution_id, "den Beitrag"))
    if answer.measure_id:
        rows.append(existing(session, MeasureTable, answer.measure_id, "die Maßnahme"))
    if any(row.workshop_id != workshop_id for row in rows):
        raise UserError(
            "Eine Antwort gehört zur selben Werkstatt wie das, worauf sie antwortet.",
            "Bitte antworten Sie in der Werkstatt, aus der es stammt.",
        )


def _refuse_impossible(answer: Answer) -> None:
    if answer.decision not in _DECISIONS:
        raise UserError(
            f"„{answer.decision}“ ist keine Art von Antwort.",
            "Bitte wählen Sie eine der angebotenen Arten.",
        )
    if (answer.cluster_id is None) == (answer.contribution_id is None):
        raise UserError(
            "Eine Antwort gilt entweder einem Themenfeld oder einem Beitrag.",
            "Bitte wählen Sie eines von beiden.",
        )
    if answer.decision == "declined" and not answer.text.strip():
        raise UserError(
            "Was nicht aufgegriffen wird, braucht eine Begründung.",
            "Bitte schreiben Sie den Bürgerinnen und Bürgern, warum.",
        )
