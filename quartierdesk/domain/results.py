"""What a poll came to: from its ballots where there are any, else from the counted tallies."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import cast

from quartierdesk.domain.borda import BordaOutcome, evaluate_borda
from quartierdesk.domain.borda import Variant as BordaVariant
from quartierdesk.domain.consensus import ConsensusOutcome, evaluate_consensus
from quartierdesk.domain.dots import DotOutcome, DotRule, dots_from_ballots, evaluate_dots
from quartierdesk.domain.effort import Quadrant, benefit_ratio, median_estimate, quadrant
from quartierdesk.domain.eisenhower import EisenhowerField, eisenhower_field
from quartierdesk.domain.mood import MoodOutcome, evaluate_mood
from quartierdesk.domain.pairwise import Comparison, PairwiseOutcome, evaluate_sheets
from quartierdesk.domain.pairwise import Variant as PairwiseVariant
from quartierdesk.domain.poll import Ballot, Poll


@dataclass(frozen=True, slots=True)
class EffortResult:
    """One option: medians of the estimates, its quadrant and benefit/effort; None where missing."""

    option: str
    effort: Decimal | None
    benefit: Decimal | None
    quadrant: Quadrant | None
    ratio: Decimal | None


@dataclass(frozen=True, slots=True)
class EffortOutcome:
    """All options in the given order."""

    results: tuple[EffortResult, ...]
    ballots: int


@dataclass(frozen=True, slots=True)
class EisenhowerResult:
    """One option: how many called it important and urgent, and the field of the majority.

    The majority is that of the sheets that say anything about the option; None if none does.
    """

    option: str
    important: int
    urgent: int
    field: EisenhowerField | None


@dataclass(frozen=True, slots=True)
class EisenhowerOutcome:
    """All options in the given order."""

    results: tuple[EisenhowerResult, ...]
    ballots: int


PollOutcome = (
    BordaOutcome
    | ConsensusOutcome
    | DotOutcome
    | EffortOutcome
    | EisenhowerOutcome
    | MoodOutcome
    | PairwiseOutcome
)


def evaluate(poll: Poll) -> PollOutcome:
    """Return the result of a poll; options are named by their ids.

    Raises ValueError where marks do not fit the method (see the rule of the method).
    """
    match poll.method:
        case "mood":
            return evaluate_mood(tuple(counted(poll).values()))
        case "consensus":
            return _consensus(poll)
        case "pairwise":
            return _pairwise(poll)
        case "borda":
            return _borda(poll)
        case "effort_benefit":
            return _effort(poll)
        case "eisenhower":
            return _eisenhower(poll)
    return evaluate_dots(counted(poll), _dot_rule(poll))


def counted(poll: Poll) -> dict[str, int]:
    """Return the dots per option: of all ballots where there are any, else of all tallies."""
    if poll.ballots:
        return dots_from_ballots([_marks(ballot) for ballot in poll.ballots], _options(poll))
    totals = dict.fromkeys(_options(poll), 0)
    for (option, _group), dots in tallied(poll).items():
        totals[option] += dots
    return totals


def tallied(poll: Poll) -> dict[tuple[str, str | None], int]:
    """Return the counted dots per option and group.

    What several laptops counted is added up. Where an option was counted more than once in a
    group, the last count holds; what was not counted again keeps its count. A sum never falls
    below zero.
    """
    last: dict[tuple[str, str | None], int] = {}
    for tally in poll.tallies:
        place = (tally.option_id, tally.group_id)
        last[place] = max(last.get(place, 1), tally.count_number)
    sums: dict[tuple[str, str | None], int] = {}
    for tally in poll.tallies:
        place = (tally.option_id, tally.group_id)
        if tally.count_number == last[place]:
            sums[place] = sums.get(place, 0) + tally.count
    return {place: max(0, dots) for place, dots in sums.items()}


def placed_by_group(poll: Poll) -> dict[str, int]:
    """Return how many dots each group placed."""
    placed = {group.id: 0 for group in poll.groups}
    for (_option, group), dots in tallied(poll).items():
        if group in placed:
            placed[group] += dots
    return placed


def _options(poll: Poll) -> tuple[str, ...]:
    return tuple(option.id for option in poll.options)


def _marks(ballot: Ballot) -> Mapping[str, int]:
    return {mark.option_id: mark.value for mark in ballot.marks}


def _dot_rule(poll: Poll) -> DotRule:
    voters = poll.voters
    if voters is None and poll.groups and all(g.voters is not None for g in poll.groups):
        voters = sum(group.voters or 0 for group in poll.groups)
    if voters is None and poll.ballots:
        voters = len(poll.ballots)
    return DotRule(poll.dots_per_person, poll.max_per_option, voters)


def _consensus(poll: Poll) -> ConsensusOutcome:
    status_quo = next((option.id for option in poll.options if option.is_status_quo), None)
    matrix = [_marks(ballot) for ballot in poll.ballots]
    return evaluate_consensus(matrix, _options(poll), poll.scale_max or 10, status_quo)


def _pairwise(poll: Poll) -> PairwiseOutcome:
    sheets = [
        [
            Comparison(mark.option_id, mark.against_id, mark.value)
            for mark in ballot.marks
            if mark.against_id is not None
        ]
        for ballot in poll.ballots
    ]
    variant = cast("PairwiseVariant", poll.variant or "graded")
    return evaluate_sheets(sheets, _options(poll), variant)


def _borda(poll: Poll) -> BordaOutcome:
    ballots = []
    for ballot in poll.ballots:
        places: dict[int, list[str]] = {}
        for mark in ballot.marks:
            places.setdefault(mark.value, []).append(mark.option_id)
        ballots.append([places[rank] for rank in sorted(places)])
    variant = cast("BordaVariant", poll.variant or "classic")
    return evaluate_borda(ballots, _options(poll), variant)


def _values(poll: Poll) -> dict[tuple[str, str], list[int]]:
    """Return the values on all sheets by option and aspect."""
    found: dict[tuple[str, str], list[int]] = {}
    for ballot in poll.ballots:
        for mark in ballot.marks:
            found.setdefault((mark.option_id, mark.aspect), []).append(mark.value)
    return found


def _effort(poll: Poll) -> EffortOutcome:
    values = _values(poll)
    results = []
    for option in _options(poll):
        effort = median_estimate(values.get((option, "effort"), []))
        benefit = median_estimate(values.get((option, "benefit"), []))
        both = effort is not None and benefit is not None
        field = quadrant(effort or 0, benefit or 0) if both else None
        results.append(EffortResult(option, effort, benefit, field, benefit_ratio(effort, benefit)))
    return EffortOutcome(tuple(results), len(poll.ballots))


def _eisenhower(poll: Poll) -> EisenhowerOutcome:
    values = _values(poll)
    sheets = Counter(
        option for ballot in poll.ballots for option in {mark.option_id for mark in ballot.marks}
    )
    results = []
    for option in _options(poll):
        important = sum(values.get((option, "important"), []))
        urgent = sum(values.get((option, "urgent"), []))
        half = Fraction(sheets[option], 2)
        field = eisenhower_field(important=important > half, urgent=urgent > half)
        told = field if sheets[option] else None
        results.append(EisenhowerResult(option, important, urgent, told))
    return EisenhowerOutcome(tuple(results), len(poll.ballots))
