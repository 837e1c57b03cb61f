"""Protection of small groups in published head-counts (k-anonymity of a one-way table)."""

from collections.abc import Mapping, Set

USUAL_K = 5
SMALLEST_K = 3
LARGEST_K = 20


def protect(counts: Mapping[str, int], k: int = USUAL_K) -> dict[str, int | None]:
    """Head-counts as they may be published; None stands for "–". Order and keys as in `counts`.

    1. Primary: 1 to k−1 people are hidden; 0 is not a small group.
    2. Secondary: if the hidden cells can be told from their sum (see `_betrays`), the next
       smallest cell that is not empty is hidden too, together with all cells equal to it. It has
       at least k people, therefore one step is enough.
    3. If no occupied cell is left to show, the zeros are hidden as well: else a total as large as
       the number of hidden cells would say that each of them is 1.

    A reader who knows the total, k and this very rule still finds at least two possible values
    for each hidden cell. Ties fall together so that the outcome depends on the values alone:
    whoever could tell by position which of two equal cells is hidden could count back. The only
    exception is a table of one single cell, whose total is its value: a total below k must not be
    published at all (`is_small`).

    Source: primary and secondary suppression in official statistics (minimum case numbers of the
    Federal Employment Agency); k = 5 and the tie rule are this program's own choice.
    ValueError: k outside 3 to 20, or a negative count.
    """
    _check_k(k)
    if any(count < 0 for count in counts.values()):
        raise ValueError("head-counts must not be negative")
    hidden = {key for key, count in counts.items() if 0 < count < k}
    if hidden and _betrays([counts[key] for key in hidden], k):
        hidden |= _next_smallest(counts, hidden)
    if hidden and all(key in hidden for key, count in counts.items() if count):
        hidden = set(counts)
    return {key: None if key in hidden else count for key, count in counts.items()}


def is_small(count: int, k: int = USUAL_K) -> bool:
    """Whether a single published number would show a group of 1 to k−1 people."""
    _check_k(k)
    return 0 < count < k


def legend(k: int = USUAL_K) -> str:
    """German legend for a table with hidden cells."""
    _check_k(k)
    return f"„–“ bedeutet: weniger als {k} Personen oder zum Schutz Einzelner nicht angegeben."


def _betrays(small: list[int], k: int) -> bool:
    """Whether the sum of hidden cells of 1 to k−1 people, known from the total, says too much.

    It does for a single cell, for fewer than k people together, and where only one division is
    possible: all cells 1, or all cells k−1.
    """
    cells, people = len(small), sum(small)
    return cells == 1 or people < k or people in (cells, cells * (k - 1))


def _next_smallest(counts: Mapping[str, int], hidden: Set[str]) -> set[str]:
    shown = [count for key, count in counts.items() if count and key not in hidden]
    smallest = min(shown, default=None)
    return {key for key, count in counts.items() if count == smallest}


def _check_k(k: int) -> None:
    if not SMALLEST_K <= k <= LARGEST_K:
        raise ValueError(f"k must be from {SMALLEST_K} to {LARGEST_K}: {k}")
