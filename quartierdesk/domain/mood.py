"""Mood poll (Stimmungsbarometer): one dot per person on a scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quartierdesk.domain.rounding import half_up


@dataclass(frozen=True, slots=True)
class MoodOutcome:
    """`counts` per step, best step first; `mean` with two places, 1 is best, None without dots.

    Two polls of one evening seldom have the same number of voters: always show `voters` with the
    mean.
    """

    counts: tuple[int, ...]
    voters: int
    mean: Decimal | None


def evaluate_mood(counts: Sequence[int]) -> MoodOutcome:
    """Mean of a mood poll: sum of (step times dots on it) over all dots, steps 1, 2, 3 …

    ValueError: a count is negative.
    """
    if any(count < 0 for count in counts):
        raise ValueError(f"counts must not be negative: {list(counts)}")
    voters = sum(counts)
    total = sum(step * count for step, count in enumerate(counts, start=1))
    mean = half_up(Fraction(total, voters), 2) if voters else None
    return MoodOutcome(counts=tuple(counts), voters=voters, mean=mean)
