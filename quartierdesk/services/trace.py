"""The trace, both ways: from a measure back to the sentence, from a sentence on to its answer."""

from dataclasses import dataclass

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a measure comes from: clusters, and the sentences people said."""

    measure: Measure
    clusters: tuple[Cluster, ...]
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a sentence: its cluster, the measures it led to, the answers given."""

    contribution: Contribution
    cluster: Cluster | None
    measures: tuple[Measure, ...]
    answers: tuple[Answer, ...]


def origin(record: WorkshopRecord, measure_id: str) -> Origin:
    """Return the way back from a measure."""
    for measure in record.measures:
        if measure.id == measure_id:
            return Origin(
                measure,
                tuple(c for c in record.clusters if c.id in measure.cluster_ids),
                tuple(c for c in record.contributions if c.id in measure.contribution_ids),
            )
    raise UserError("Diese Maßnahme gibt es nicht mehr.", "Gelöschtes holt „Rückgängig“ zurück.")


def fate(record: WorkshopRecord, contribution_id: str) -> Fate:
    """Return the way on from a sentence.

    It led to the measures that name it, and is answered by answers to itself or to its cluster.
    """
    for card in record.contributions:
        if card.id == contribution_id:
            cluster = next((c for c in record.clusters if c.id == card.cluster_id), None)
            return Fate(
                card,
                cluster,
                tuple(m for m in record.measures if card.id in m.contribution_ids),
                tuple(
                    answer
                    for answer in record.answers
                    if answer.contribution_id == card.id
                    or (cluster is not None and answer.cluster_id == cluster.id)
                ),
            )
    raise UserError("Diesen Beitrag gibt es nicht mehr.", "Gelöschtes holt „Rückgängig“ zurück.")
