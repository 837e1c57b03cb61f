"""Pairwise comparison (Paarvergleich): every option against every other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from quartierdesk.domain.ranking import shared_ranks, tied_ranks
from quartierdesk.domain.rounding import percent

Variant = Literal["graded", "wins"]

SCALES: Mapping[Variant, str] = {
    "graded": "2 = Zeile wichtiger, 1 = gleich wichtig, 0 = Spalte wichtiger",
    "wins": "1 Punkt für jeden gewonnenen Vergleich, kein „gleich wichtig“",
}
"""German name of each variant's scale for the protocol (other sources count 3/1/0)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`value` 2: `row` is more important, 1: equal, 0: `column` is more important."""

    row: str
    column: str
    value: int


@dataclass(frozen=True, slots=True)
class PairwiseResult:
    """One option: points, share of all points to be given (%, 1 place), rank."""

    option: str
    points: int
    weight_percent: Decimal | None
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class PairwiseOutcome:
    """Results in the given order; `missing` and `doubled` pairs are named in that order too.

    While pairs are missing, points, ranks and weights are provisional.
    """

    results: tuple[PairwiseResult, ...]
    missing: tuple[tuple[str, str], ...]
    doubled: tuple[tuple[str, str], ...]
    variant: Variant
    scale: str


def evaluate_pairwise(
    comparisons: Sequence[Comparison], options: Sequence[str], variant: Variant = "graded"
) -> PairwiseOutcome:
    """Points and weights of one sheet of comparisons, see `evaluate_sheets`."""
    return evaluate_sheets([comparisons], options, variant)


def evaluate_sheets(
    sheets: Sequence[Sequence[Comparison]], options: Sequence[str], variant: Variant = "graded"
) -> PairwiseOutcome:
    """Points and weights from n(n−1)/2 comparisons on each sheet.

    "graded": the row gets v, the column 2−v; weight = points / n(n−1) (josiger.net, kdw-its.de).
    "wins": preference matrix without "equal", one point per comparison won, weight = points /
    (n(n−1)/2). Of a pair compared twice on one sheet (in either direction) the first comparison
    counts. The points of several sheets are added up; the weight is then the share of all points
    that were to be given, where each sheet counts with the pairs it compares.
    ValueError: an unknown option, an option against itself, a value outside the scale.
    """
    position = {option: index for index, option in enumerate(options)}
    points = dict.fromkeys(options, 0)
    sheets_with: Counter[tuple[str, str]] = Counter()
    doubled: set[tuple[str, str]] = set()
    for comparisons in sheets:
        _check(comparisons, options, variant)
        pairs = [_pair(c, position) for c in comparisons]
        # Backwards, so that the first comparison of a pair is the one that stays.
        counted = dict(zip(reversed(pairs), reversed(comparisons), strict=True))
        for comparison in counted.values():
            for_row, for_column = _points(comparison.value, variant)
            points[comparison.row] += for_row
            points[comparison.column] += for_column
        sheets_with.update(counted.keys())
        doubled.update(pair for pair, times in Counter(pairs).items() if times > 1)
    all_pairs = tuple(combinations(options, 2))
    comparisons_due = sum(max(1, sheets_with[pair]) for pair in all_pairs)
    return PairwiseOutcome(
        results=_results(points, comparisons_due * (2 if variant == "graded" else 1)),
        missing=tuple(pair for pair in all_pairs if not sheets_with[pair]),
        doubled=tuple(pair for pair in all_pairs if pair in doubled),
        variant=variant,
        scale=SCALES[variant],
    )


def _check(comparisons: Sequence[Comparison], options: Sequence[str], variant: Variant) -> None:
    allowed = (0, 1, 2) if variant == "graded" else (0, 2)
    for comparison in comparisons:
        if comparison.row not in options or comparison.column not in options:
            raise ValueError(f"unknown option: {comparison}")
        if comparison.row == comparison.column:
            raise ValueError(f"an option against itself: {comparison}")
        if comparison.value not in allowed:
            raise ValueError(f"value not in {allowed}: {comparison}")


def _pair(comparison: Comparison, position: Mapping[str, int]) -> tuple[str, str]:
    if position[comparison.row] < position[comparison.column]:
        return comparison.row, comparison.column
    return comparison.column, comparison.row


def _points(value: int, variant: Variant) -> tuple[int, int]:
    return (value, 2 - value) if variant == "graded" else (value // 2, 1 - value // 2)


def _results(points: Mapping[str, int], to_be_given: int) -> tuple[PairwiseResult, ...]:
    ranks = shared_ranks(tuple(points.values()))
    tied = tied_ranks(ranks)
    return tuple(
        PairwiseResult(option, own, percent(own, to_be_given), rank, rank in tied)
        for (option, own), rank in zip(points.items(), ranks, strict=True)
    )
