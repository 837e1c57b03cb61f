"""Values of spreadsheet cells as text a German reader would write."""

import datetime
import re
from decimal import Decimal

CellValue = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)

_LONGEST_PLAIN = 15
"""Significant digits a spreadsheet keeps; more are noise of the binary number."""


def cell_text(value: CellValue) -> str:
    """Return `value` as text: 1.0 as „1“, 2.5 as „2,5“, dates in ISO, truth as „WAHR“.

    Text stays as it is. A duration is hours, minutes and seconds („30:00:00“).
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime.timedelta):
        return _duration_text(value)
    return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()


def column_letters(index: int) -> str:
    """Return the letters over a column: 0 is „A“, 26 is „AA“."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number_text(value: float) -> str:
    written = f"{value:.{_LONGEST_PLAIN}g}"
    if not re.fullmatch(r"-?[0-9.]+(?:e[+-]?[0-9]+)?", written):
        return ""
    if abs(Decimal(written).adjusted()) > _LONGEST_PLAIN + 5:
        return written.replace(".", ",")
    plain = f"{Decimal(written):f}"
    return plain.replace(".", ",")


def _duration_text(value: datetime.timedelta) -> str:
    sign = "-" if value < datetime.timedelta() else ""
    minutes, seconds = divmod(abs(value).total_seconds(), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{sign}{hours}:{minutes:02d}:{int(seconds):02d}"
