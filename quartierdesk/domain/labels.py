"""Labels of contributions, clusters and measures: for people; identity is something else."""

import re
from collections.abc import Iterable

_SERIES = re.compile(r"(T\d{1,4}|P)-(\d{1,9})")


def card_label(series: str, number: int) -> str:
    """Return the label of a card, for example „T3-017“."""
    return f"{series}-{number:03d}"


def series_of(table_number: int | None) -> str:
    """Return the series in which cards of a table are numbered; „P“ without a table."""
    return "P" if table_number is None else f"T{table_number}"


def parse_label(label: str) -> tuple[str, int | None]:
    """Return series and number of a label like „T3-017“, ("", None) of any other."""
    match = _SERIES.fullmatch(label)
    return (match[1], int(match[2])) if match else ("", None)


def next_label(prefix: str, labels: Iterable[str], digits: int = 2) -> str:
    """Return the label after the highest one with this prefix, for example „C13“."""
    pattern = re.compile(re.escape(prefix) + r"(\d{1,9})")
    numbers = [int(match[1]) for label in labels if (match := pattern.fullmatch(label))]
    return f"{prefix}{max(numbers, default=0) + 1:0{digits}d}"


def distinct_labels(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a distinct label for each id.

    `labelled` are pairs (id, label). Where several have the same label the oldest (smallest id)
    keeps it, the others get „b“, „c“ … behind it, the same on every laptop.
    """
    pairs = sorted(labelled)
    if len({label for _, label in pairs}) == len(pairs):
        return dict(pairs)
    taken = {label for _, label in pairs}
    shown: dict[str, str] = {}
    counts: dict[str, int] = {}
    for identity, label in pairs:
        counts[label] = counts.get(label, 0) + 1
        if counts[label] == 1:
            shown[identity] = label
            continue
        name = f"{label}{_suffix(counts[label])}"
        while name in taken:
            counts[label] += 1
            name = f"{label}{_suffix(counts[label])}"
        taken.add(name)
        shown[identity] = name
    return shown


def _suffix(number: int) -> str:
    """Return a, b, …, z, aa, ab, … for 1, 2, …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
