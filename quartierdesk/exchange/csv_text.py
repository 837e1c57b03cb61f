"""Comma-separated text, in whatever way an office writes it, cut into rows and cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quartierdesk.errors import UserError
from quartierdesk.exchange.limits import STANDARD, Deadline, Limits, Tally
from quartierdesk.exchange.text_encoding import Decoded, decode
from quartierdesk.exchange.wording import grouped

__all__ = ["Decoded", "TableRow", "TextTable", "decode", "split"]

_CANDIDATES = (";", ",", "\t", "|")
_NAMED = {"tab": "\t", "\\t": "\t", "semikolon": ";", "komma": ",", "strich": "|"}
# A separator no text contains: a file with one column has none.
_NO_DELIMITER = "\x1f"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?(?:\r\n?|\n|\Z)', re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++\Z")
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_ROWS = 200
_QUOTES = 'Bitte prüfen Sie dort die Anführungszeichen; im Text werden sie verdoppelt („""“).'


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row; `number` is the line on which it begins, or the row of the sheet."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """The rows that hold something; `delimiter` is None where there is one column only."""

    delimiter: str | None
    rows: tuple[TableRow, ...]


def split(text: str, delimiter: str | None = None, limits: Limits = STANDARD) -> TextTable:
    """Return the rows of `text`, separated by `delimiter` or by what the text speaks for.

    A first line `sep=;` names the delimiter. Quoting follows RFC 4180: quotation marks around a
    cell, doubled inside, line ends inside kept as they are; a quotation mark inside an unquoted
    cell is an ordinary character. Blank lines are left out. Raises `UserError` with the line
    number when quotation marks do not match, and at the limits.
    """
    said = _SEPARATOR_LINE.match(text)
    start = said.end() if said else 0
    if delimiter is not None:
        chosen: str | None = _checked(delimiter)
    else:
        chosen = said.group(1) if said and said.group(1) in _CANDIDATES else _detect(text, start)
    lines = _Lines(text, start, limits)
    try:
        return TextTable(chosen, tuple(_rows(lines, chosen or _NO_DELIMITER, limits)))
    except _QuotingError:
        # Without a delimiter quotation marks need not mean anything: „"Schön", sagte sie“.
        if chosen is not None:
            raise
    plain = _Lines(text, start, limits)
    return TextTable(None, tuple(_rows(plain, _NO_DELIMITER, limits, quoted=False)))


class _QuotingError(UserError):
    """Quotation marks that do not match."""


class _Lines:
    """The physical lines of a text from `start` on, without a copy of the whole."""

    def __init__(self, text: str, start: int, limits: Limits) -> None:
        self._matches = _LINE.finditer(text, start)
        self._longest = limits.record_characters
        self._deadline = Deadline(limits.seconds)
        self.number = 1 if start else 0
        self.first_of_row = self.number + 1
        self._characters = 0

    def __iter__(self) -> Iterator[str]:
        for match in self._matches:
            self.number += 1
            line = match.group()
            self._characters += len(line)
            if self._characters > self._longest:
                raise UserError(
                    f"Die Zeile {self.first_of_row} hat mehr als {grouped(self._longest)} Zeichen;"
                    " das ist keine Tabelle mit Beiträgen.",
                    _QUOTES,
                )
            yield line

    def next_row(self) -> None:
        """Say that a row is complete."""
        self._deadline.check()
        self.first_of_row = self.number + 1
        self._characters = 0


def _rows(lines: _Lines, delimiter: str, limits: Limits, quoted: bool = True) -> Iterator[TableRow]:
    tally = Tally(limits)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(lines, delimiter=delimiter, strict=True, quoting=quoting)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _quoting_error(error, lines.first_of_row) from error
        if cells is None:
            return
        number = lines.first_of_row
        lines.next_row()
        if any(not cell.isspace() for cell in cells if cell):
            tally.add(number, cells)
            yield TableRow(number, tuple(cells))


def _quoting_error(error: csv.Error, line: int) -> _QuotingError:
    reason = str(error)
    if "field limit" in reason:
        return _QuotingError(
            f"In der Zeile {line} beginnt ein Feld mit mehr als"
            f" {grouped(csv.field_size_limit())} Zeichen; vermutlich fehlt ein Anführungszeichen.",
            _QUOTES,
        )
    if "end of data" in reason:
        return _QuotingError(
            f"In der Zeile {line} beginnt ein Feld mit einem Anführungszeichen, das bis zum Ende"
            " der Datei nicht geschlossen wird.",
            _QUOTES,
        )
    return _QuotingError(
        f"In der Zeile {line} steht nach einem schließenden Anführungszeichen noch Text.", _QUOTES
    )


def _checked(delimiter: str) -> str:
    chosen = _NAMED.get(delimiter.casefold(), delimiter)
    if len(chosen) != 1 or chosen in '"\r\n' or chosen.isalnum():
        raise UserError(
            f"„{delimiter}“ kann kein Trennzeichen sein.",
            "Üblich sind Semikolon, Komma, Tabulator („tab“) und senkrechter Strich.",
        )
    return chosen


def _detect(text: str, start: int) -> str | None:
    """Return the candidate under which the first rows look most like a table."""
    sample = text[start : start + _SAMPLE_CHARACTERS]
    complete = len(sample) == len(text) - start
    scores = [(_score(sample, complete, mark), mark) for mark in _CANDIDATES]
    best, mark = max(scores, key=lambda scored: scored[0])
    return mark if best > (0.0, 0) else None


def _score(sample: str, complete: bool, delimiter: str) -> tuple[float, int]:
    """Return how evenly `delimiter` cuts the sample, and into how many columns.

    The commonest number of cells above one is the number of columns, and the first row that has
    it the heading; the score is the share of rows from there on that have it too, less a little
    for every row above, because the delimiter of a real table stands in its first line or under a
    short title. A delimiter mostly followed by a blank is punctuation, unless it cuts every row
    from the first on into the same three or more cells.
    """
    rows = _sample_rows(sample, complete, delimiter)
    widths = [len(row) for row in rows]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return (0.0, 0)
    columns = several.most_common(1)[0][0]
    wide = widths.index(columns)
    share = widths[wide:].count(columns) / (len(rows) - wide)
    following = [cell for row in rows for cell in row[1:]]
    loose = sum(cell.startswith(" ") for cell in following) > len(following) / 2
    if loose and (wide or columns < 3 or share < 1):
        return (0.0, 0)
    if wide and share < 0.5:
        return (0.0, 0)
    return (max(share - 0.1 * min(wide, 5), 0.01), columns)


def _sample_rows(sample: str, complete: bool, delimiter: str) -> list[list[str]]:
    lines = (match.group() for match in _LINE.finditer(sample))
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if any(row):
                rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                return rows
    except csv.Error:
        return rows
    return rows if complete or len(rows) < 2 else rows[:-1]
