"""Ranks with ties, the same for every procedure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal, Protocol

from quartierdesk.domain.rounding import Number


class Ranked(Protocol):
    """The result of an option with its rank, whatever the procedure."""

    @property
    def option(self) -> str:
        """The key of the option."""

    @property
    def rank(self) -> int | None:
        """Its rank, 1 the best; None without any."""

    @property
    def tied(self) -> bool:
        """Whether it shares its rank."""


def shared_ranks(
    values: Sequence[Number], best: Literal["highest", "lowest"] = "highest"
) -> tuple[int, ...]:
    """Rank of each value, in the order of `values`: 1 + the number of values that are better.

    Equal values share a rank and the next one is left out (1-2-2-4), so that no hidden order
    decides. Source: standard competition ranking, usual for dot polls.
    """
    exact = [Fraction(value) for value in values]
    first_position: dict[Fraction, int] = {}
    for position, value in enumerate(sorted(exact, reverse=best == "highest"), start=1):
        first_position.setdefault(value, position)
    return tuple(first_position[value] for value in exact)


def tied_ranks(ranks: Iterable[int]) -> frozenset[int]:
    """Return the ranks that several share ("geteilter Rang")."""
    return frozenset(rank for rank, times in Counter(ranks).items() if times > 1)
