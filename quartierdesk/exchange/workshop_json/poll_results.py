"""Results of polls as rows of the file; every number comes from the outcome."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from quartierdesk.domain.borda import BordaResult
from quartierdesk.domain.consensus import ConsensusResult
from quartierdesk.domain.dots import DotOutcome, DotResult
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.pairwise import PairwiseResult
from quartierdesk.domain.poll import Poll, Tally
from quartierdesk.domain.results import EffortResult, EisenhowerResult, PollOutcome, counted
from quartierdesk.domain.rounding import half_up
from quartierdesk.exchange.workshop_json.fields import Row
from quartierdesk.exchange.workshop_json.json_text import Json

_Result = (
    BordaResult | ConsensusResult | DotResult | EffortResult | EisenhowerResult | PairwiseResult
)


def figure(value: Decimal | None) -> Decimal | None:
    """Return a computed number with at least one decimal place and no idle zeros: 3.00 as 3.0."""
    if value is None:
        return None
    shortest = value.normalize()
    return shortest if int(shortest.as_tuple().exponent) < 0 else shortest.quantize(Decimal("1.0"))


def result_rows(poll: Poll, outcome: PollOutcome, key: str, named: Mapping[str, Json]) -> list[Row]:
    """Return one row per option; `named` says what stands for each option under `key`."""
    if isinstance(outcome, MoodOutcome):
        pairs = zip(poll.options, outcome.counts, strict=True)
        return [{key: named[option.id], "dots": count} for option, count in pairs]
    return [{key: named[result.option], **_figures(result)} for result in outcome.results]


def option_counts(poll: Poll, outcome: PollOutcome) -> dict[str, int] | None:
    """Return the dots per option, None where the method counts none."""
    if isinstance(outcome, MoodOutcome):
        return dict(zip((option.id for option in poll.options), outcome.counts, strict=True))
    if isinstance(outcome, DotOutcome):
        return {result.option: result.dots for result in outcome.results}
    return None


def as_counted(poll: Poll, outcome: PollOutcome) -> Poll:
    """Return the poll with tallies that come to its outcome.

    In the public edition the ballots are gone: the dots they held become tallies.
    """
    dots = option_counts(poll, outcome)
    if dots is None or poll.ballots or counted(poll) == dots:
        return poll
    tallies = (Tally(new_id(), option, count) for option, count in dots.items() if count)
    return replace(poll, tallies=tuple(tallies))


def _figures(result: _Result) -> Row:
    match result:
        case BordaResult():
            return {"points": _points(result.points), "rank": result.rank}
        case ConsensusResult():
            return _consensus(result)
        case DotResult():
            share = figure(result.share_percent)
            return {"dots": result.dots, "share_pct": share, "rank": result.rank}
        case EffortResult():
            return {
                "effort": figure(result.effort),
                "benefit": figure(result.benefit),
                "quadrant": result.quadrant.label if result.quadrant else None,
                "ratio": figure(result.ratio),
            }
        case EisenhowerResult():
            field = result.field.label if result.field else None
            return {"important": result.important, "urgent": result.urgent, "field": field}
    weight = figure(result.weight_percent)
    return {"sum": result.points, "weight_pct": weight, "rank": result.rank}


def _consensus(result: ConsensusResult) -> Row:
    return {
        "resistance_sum": result.resistance_sum,
        "mean": figure(result.mean),
        "max": result.highest,
        "acceptance_pct": figure(result.acceptance_percent),
        "count_ge_8": result.objections,
        "rank": result.rank,
    }


def _points(points: Fraction) -> Json:
    return int(points) if points.denominator == 1 else figure(half_up(points, 2))
