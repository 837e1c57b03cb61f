"""Systemic consensing (Systemisches Konsensieren): the option with the least resistance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from quartierdesk.domain.ranking import shared_ranks, tied_ranks
from quartierdesk.domain.rounding import half_up, percent

USUAL_SCALES = (2, 5, 10)
"""Highest resistance W of the usual scales 0…W."""


@dataclass(frozen=True, slots=True)
class ConsensusResult:
    """One option of a resistance poll.

    `ballots`: n, how many answered for this option; `mean` (2 places), `highest`,
    `acceptance_percent` (1 place) and `rank` are None while nobody did. `objections`: answers of
    at least 0.8·W, that is 8 of 10, 4 of 5 and 2 of 2: they deserve the question what it would
    take. `below_status_quo`: whether the group resists less than against leaving things as they
    are, and only then the option may be recommended; None for the status quo itself and where
    there is nothing to compare.
    """

    option: str
    resistance_sum: int
    ballots: int
    mean: Decimal | None
    highest: int | None
    acceptance_percent: Decimal | None
    objections: int
    rank: int | None
    tied: bool
    below_status_quo: bool | None


@dataclass(frozen=True, slots=True)
class ConsensusOutcome:
    """All options in the given order; `ranked_by` says what the ranks compare."""

    results: tuple[ConsensusResult, ...]
    scale_max: int
    ranked_by: Literal["sum", "mean"]
    status_quo: str | None


def evaluate_consensus(
    matrix: Sequence[Mapping[str, int]],
    options: Sequence[str],
    scale_max: int,
    status_quo: str | None = None,
) -> ConsensusOutcome:
    """Group resistance of each option; `matrix` holds one mapping (option to 0…W) per person.

    R = sum of answers, best is the lowest (sk-prinzip.eu); acceptance A = 100·(1 − R/(n·W)) %
    (acceptify.tawk.help). An option missing in a person's mapping is a missing answer. Ranks go by
    R if every option has the same n, else by R/n (our own choice). ValueError: an answer outside
    0…W, an unknown option, or W below 1.
    """
    _check(matrix, options, scale_max, status_quo)
    answers = {o: [person[o] for person in matrix if o in person] for o in options}
    same_n = len({len(given) for given in answers.values()}) <= 1
    order = {
        o: Fraction(sum(given), 1 if same_n else len(given))
        for o, given in answers.items()
        if given
    }
    ranks = dict(zip(order, shared_ranks(tuple(order.values()), best="lowest"), strict=True))
    results = tuple(_result(o, answers[o], scale_max, order, ranks, status_quo) for o in options)
    return ConsensusOutcome(results, scale_max, "sum" if same_n else "mean", status_quo)


def _check(
    matrix: Sequence[Mapping[str, int]],
    options: Sequence[str],
    scale_max: int,
    status_quo: str | None,
) -> None:
    if scale_max < 1:
        raise ValueError(f"the scale must reach at least 1: {scale_max}")
    if status_quo is not None and status_quo not in options:
        raise ValueError(f"the status quo is not one of the options: {status_quo}")
    for person in matrix:
        for option, resistance in person.items():
            if option not in options:
                raise ValueError(f"unknown option: {option}")
            if not 0 <= resistance <= scale_max:
                raise ValueError(f"resistance outside 0 to {scale_max}: {resistance}")


def _result(
    option: str,
    given: Sequence[int],
    scale_max: int,
    order: Mapping[str, Fraction],
    ranks: Mapping[str, int],
    status_quo: str | None,
) -> ConsensusResult:
    n, total, most = len(given), sum(given), len(given) * scale_max
    rank = ranks.get(option)
    return ConsensusResult(
        option=option,
        resistance_sum=total,
        ballots=n,
        mean=half_up(Fraction(total, n), 2) if n else None,
        highest=max(given, default=None),
        acceptance_percent=percent(most - total, most),
        objections=sum(10 * resistance >= 8 * scale_max for resistance in given),
        rank=rank,
        tied=rank in tied_ranks(ranks.values()),
        below_status_quo=_below(option, order, status_quo),
    )


def _below(option: str, order: Mapping[str, Fraction], status_quo: str | None) -> bool | None:
    if status_quo is None or option == status_quo:
        return None
    if option not in order or status_quo not in order:
        return None
    return order[option] < order[status_quo]
