"""How far a workshop has come: the six steps with their counts."""

from dataclasses import dataclass
from typing import Literal

Step = Literal["prepare", "capture", "sort", "weigh", "agree", "protocol"]


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in a workshop; `framed` when day, place, question and agenda are there."""

    framed: bool = False
    contributions: int = 0
    sorted_contributions: int = 0
    clusters: int = 0
    polls: int = 0
    closed_polls: int = 0
    measures: int = 0
    answered_clusters: int = 0
    releases: int = 0


@dataclass(frozen=True, slots=True)
class StepState:
    """A step: how many of its things there are (None: it has none to count), and whether done."""

    step: Step
    count: int | None
    done: bool


def steps(counts: Counts) -> tuple[StepState, ...]:
    """Return the six steps.

    Capturing is done once people have begun to sort, sorting when nothing lies unsorted; then its
    count is that of the clusters. Agreeing is done when every cluster has an answer or a measure.
    """
    is_sorted = counts.clusters > 0 and counts.sorted_contributions == counts.contributions
    answered = counts.measures > 0 and counts.answered_clusters >= counts.clusters
    return (
        StepState("prepare", None, counts.framed),
        StepState(
            "capture", counts.contributions, counts.clusters > 0 and counts.contributions > 0
        ),
        StepState("sort", counts.clusters if is_sorted else counts.sorted_contributions, is_sorted),
        StepState(
            "weigh",
            counts.closed_polls or counts.polls or None,
            counts.polls > 0 and counts.closed_polls == counts.polls,
        ),
        StepState("agree", counts.measures or None, answered),
        StepState("protocol", counts.releases or None, counts.releases > 0),
    )
