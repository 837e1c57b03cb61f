"""Borda count (Rangfolge): points for places on ranking slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from quartierdesk.domain.ranking import shared_ranks, tied_ranks

Variant = Literal["classic", "modified"]

RankGroups = Sequence[Sequence[str]]
"""One slip: groups of options, best first; the options of one group share their places."""


@dataclass(frozen=True, slots=True)
class BordaResult:
    """One option: exact points, rank, and how many slips put it first (alone or shared)."""

    option: str
    points: Fraction
    rank: int
    tied: bool
    first_places: int


@dataclass(frozen=True, slots=True)
class BordaOutcome:
    """Results in the given order; `ballots` without empty slips, which count as abstentions."""

    results: tuple[BordaResult, ...]
    ballots: int
    variant: Variant


def rank_groups(order: Sequence[str]) -> tuple[tuple[str], ...]:
    """Slip of a plain order without ties, best first."""
    return tuple((option,) for option in order)


def evaluate_borda(
    ballots: Sequence[RankGroups], options: Sequence[str], variant: Variant = "classic"
) -> BordaOutcome:
    """Points of n options over all slips.

    "classic": place r gets n−r points, n−1 … 0; options not named share the places left over
    (wahlrecht.de/lexikon/borda.html). "modified": a slip that names k options gives k … 1, the
    others nothing. Tied options get the mean of their places' points. The variant must be fixed
    before voting, since leaving options out can be used as a tactic. ValueError: a slip names an
    unknown option or one option twice, or has an empty group.
    """
    points = dict.fromkeys(options, Fraction(0))
    first_places = dict.fromkeys(options, 0)
    given = [ballot for ballot in ballots if ballot]
    for ballot in given:
        named = _checked(ballot, options)
        groups = list(ballot)
        if variant == "classic" and len(named) < len(options):
            groups.append([option for option in options if option not in named])
        best = len(options) - 1 if variant == "classic" else len(named)
        for option, own in _points(groups, best).items():
            points[option] += own
        for option in ballot[0]:
            first_places[option] += 1
    ranks = shared_ranks(tuple(points.values()))
    tied = tied_ranks(ranks)
    results = tuple(
        BordaResult(option, points[option], rank, rank in tied, first_places[option])
        for option, rank in zip(options, ranks, strict=True)
    )
    return BordaOutcome(results=results, ballots=len(given), variant=variant)


def _checked(ballot: RankGroups, options: Sequence[str]) -> set[str]:
    named: set[str] = set()
    for group in ballot:
        if not group:
            raise ValueError("a slip has an empty group")
        for option in group:
            if option not in options:
                raise ValueError(f"unknown option on a slip: {option}")
            if option in named:
                raise ValueError(f"named twice on a slip: {option}")
            named.add(option)
    return named


def _points(groups: RankGroups, best: int) -> dict[str, Fraction]:
    """Mean points of the places of each group, the first place being worth `best`."""
    points: dict[str, Fraction] = {}
    place = 0
    for group in groups:
        mean = best - place - Fraction(len(group) - 1, 2)
        points.update(dict.fromkeys(group, mean))
        place += len(group)
    return points
