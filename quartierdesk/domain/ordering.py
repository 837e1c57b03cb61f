"""The order in which people expect words, numbers and days in a table to stand."""

import re
from datetime import date
from decimal import Decimal

from quartierdesk.domain.text import fold

Order = tuple[tuple[int, float, str], ...]
"""What values are compared by: numbers before words, words without case and umlaut dots."""

_DIGITS = re.compile(r"(\d+)")


def of_words(text: str) -> Order:
    """Return the order of words: „ä“ as „a“ and „ß“ as „ss“ (DIN 5007-1), „M9“ before „M10“."""
    pieces = _DIGITS.split(fold(text).strip())
    return tuple(
        (0, float(piece), "") if piece.isdecimal() else (1, 0.0, piece) for piece in pieces if piece
    )


def of_number(value: int | float | Decimal) -> Order:
    """Return the order of a number."""
    return ((0, float(value), ""),)


def of_day(day: date | None, otherwise: str = "") -> Order:
    """Return the order of a day; what people said instead of one comes after all days."""
    if day is not None:
        return ((0, float(day.toordinal()), ""),)
    return ((1, 0.0, fold(otherwise)),) if otherwise.strip() else ()
