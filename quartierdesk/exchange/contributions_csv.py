"""Contributions as a CSV file that German office programs open as a table, and no more than that.

A cell that begins like a formula gets an apostrophe in front, so that no spreadsheet program
computes what a citizen wrote. A cell that already begins with apostrophes before such a sign gets
one more; so taking one away gives back every text exactly.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

from quartierdesk.exchange.columns import HEADERS, Role

DELIMITER = ";"

# Spreadsheet programs skip blanks, quotation marks and invisible signs before they look for „=“.
_STARTS_FORMULA = re.compile(r"[\s\"'\u200b-\u200f\ufeff]*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'" + _STARTS_FORMULA.pattern)
_OWN_NAMES = frozenset(HEADERS.values())
_MARKS_OF_OURS = frozenset({HEADERS[Role.LABEL], HEADERS[Role.TEXT], HEADERS[Role.MINUTES]})


def write_contributions(
    stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write the heading and the rows to `stream`, with `;`, CRLF and quotes where needed.

    Cells are text, whole or decimal numbers (written with a comma), truth values (ja, nein),
    dates and instants (ISO) or None (empty); another type raises `TypeError`. The caller opens
    `stream` with `newline=""` and chooses the encoding; `utf-8-sig` is what Excel needs. Headings
    from `columns.HEADERS` make the file recognisable as our own when it is read again.
    """
    writer = csv.writer(stream, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([_written(value) for value in row] for row in rows)


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if _STARTS_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` made this of."""
    return text[1:] if _GUARDED.match(text) else text


def is_own_export(columns: Sequence[str]) -> bool:
    """Tell whether a file with these headings was written by this program.

    Only then are guarding apostrophes taken away: elsewhere an apostrophe is part of the text.
    """
    return _MARKS_OF_OURS <= set(columns) <= _OWN_NAMES


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"a cell cannot hold {type(value).__name__}")
