"""Numbers and lists as they stand in German sentences."""

from collections.abc import Iterable, Sequence

_MOST_NAMED = 8


def grouped(number: int) -> str:
    """Return `number` with dots between the thousands: 1234567 becomes „1.234.567“."""
    return f"{number:,}".replace(",", ".")


def rows_named(numbers: Iterable[int]) -> str:
    """Return „Zeile 3“, „Zeilen 3, 4 und 9“ or „Zeilen 3, 4, … und 12 weitere“."""
    ordered = sorted(set(numbers))
    word = "Zeile" if len(ordered) == 1 else "Zeilen"
    return f"{word} {listed([str(number) for number in ordered])}"


def quoted(names: Iterable[str]) -> str:
    """Return the names in German quotation marks, joined with commas and „und“."""
    return listed([f"„{shortened(name)}“" for name in names])


def listed(words: Sequence[str]) -> str:
    """Return the words joined with commas and „und“; a long list names the first ones only."""
    shown = list(words[:_MOST_NAMED])
    further = len(words) - len(shown)
    if further:
        shown.append(f"{grouped(further)} weitere")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} und {shown[-1]}"


def shortened(text: str, longest: int = 60) -> str:
    """Return `text` on one line, with „…“ at the end where it is longer than `longest`."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
