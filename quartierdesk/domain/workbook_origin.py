"""Where the rows of a workbook come from: what it has to know of itself to be read back.

An internal workbook carries a hidden sheet that tells for each row of certain tables which thing
it shows, and for each of its cells a mark of what stood there. So a changed cell is told from one
that changed in the workspace meanwhile. A public workbook carries nothing of it.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b

from quartierdesk.domain.cell_text import cell_text
from quartierdesk.domain.protocol import CellValue, Column, Table

SHEET_TITLE = "Herkunft"
CHOICES_TITLE = "Auswahl"
EXPLANATION = (
    "QuartierDesk braucht dieses Blatt, um die Mappe wieder einzulesen. Bitte lassen Sie es stehen."
)
PROGRAM, FORMAT = "QuartierDesk", "1"
WORKSHOP, TABLE, COLUMN, ROW, TEXT = "Werkstatt", "Tabelle", "Spalte", "Zeile", "Hinweis"
"""What a line of the sheet tells; its first cell says which of them it is."""

MARK_LENGTH = 6
_DIGEST_BYTES = 5
_FIRST_YEAR = 1901


@dataclass(frozen=True, slots=True)
class WorkbookOrigin:
    """Which workshop a workbook shows, and what the rows of its tables are.

    `ids` holds, by the name of the table, the ids of its rows by their labels. `choices` are, by
    the name of the table and the key of the column, the words among which a cell chooses; `open`
    are, by the name of the table, the keys of the columns that are read back.
    """

    workshop_id: str
    ids: Mapping[str, Mapping[str, str]]
    choices: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    open: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """What stood in a row when the workbook was written: a mark for each column."""

    id: str
    label: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table of a workbook: where it stood, its columns as (key, heading), its rows by label.

    `is_list`: the sheet holds nothing but this table and the texts below it.
    """

    name: str
    sheet: str
    is_list: bool
    columns: tuple[tuple[str, str], ...]
    rows: Mapping[str, MarkedRow]


@dataclass(frozen=True, slots=True)
class MarkedWorkbook:
    """What a workbook says of itself; `texts` are the marks of the texts below its lists."""

    workshop_id: str
    tables: tuple[MarkedTable, ...]
    texts: frozenset[str]


def mark(text: str) -> str:
    """Return a short mark that differs where texts differ; white space around does not count."""
    digest = blake2b(plain(text).encode("utf-8"), digest_size=_DIGEST_BYTES).digest()
    return base64.urlsafe_b64encode(digest)[:MARK_LENGTH].decode("ascii")


def plain(text: str) -> str:
    """Return the text of a cell without what programs do to it on their own."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def as_read(value: CellValue, column: Column) -> str:
    """Return as which text a cell of a written workbook is read again."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime | date) and value.year < _FIRST_YEAR:
        return f"{value.day:02d}.{value.month:02d}.{value.year:04d}"
    if isinstance(value, Decimal | int):
        return cell_text(float(value / Decimal(100) if column.kind == "percent" else value))
    if isinstance(value, str | datetime | date | time):
        return cell_text(value)
    raise TypeError(f"no value of a cell: {value!r}")


def lines_of(
    origin: WorkbookOrigin, table: Table, sheet: str, *, is_list: bool
) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the hidden sheet about one table; none where it is not read back."""
    ids = origin.ids.get(table.name)
    if ids is None:
        return
    yield (TABLE, table.name, sheet, "ja" if is_list else "nein")
    for column in table.columns:
        yield (COLUMN, column.key, column.title)
    for row in table.rows:
        label = str(row[0] or "")
        if label in ids:
            marks = (mark(as_read(v, c)) for v, c in zip(row, table.columns, strict=True))
            yield (ROW, label, ids[label], "".join(marks))


def parse_lines(lines: Sequence[Sequence[str]]) -> MarkedWorkbook:
    """Return what the lines of the hidden sheet say. ValueError: they make no sense."""
    given = [tuple(line) for line in lines if line and line[0] in _KINDS]
    heads = [line for line in given if line[0] == WORKSHOP]
    if len(heads) != 1 or heads[0][1:3] != (PROGRAM, FORMAT):
        raise ValueError("no origin of a workbook")
    workshop_id = heads[0][3]
    tables: list[MarkedTable] = []
    starts = [at for at, line in enumerate(given) if line[0] == TABLE]
    for start, end in zip(starts, [*starts[1:], len(given)], strict=True):
        tables.append(_table(given[start:end]))
    texts = frozenset(line[1] for line in given if line[0] == TEXT)
    return MarkedWorkbook(workshop_id, tuple(tables), texts)


_KINDS = frozenset({WORKSHOP, TABLE, COLUMN, ROW, TEXT})


def _table(lines: Sequence[Sequence[str]]) -> MarkedTable:
    _, name, sheet, is_list = lines[0][:4]
    columns = tuple((line[1], line[2]) for line in lines if line[0] == COLUMN)
    rows: dict[str, MarkedRow] = {}
    for line in lines:
        if line[0] == ROW:
            _, label, identity, marks = line[:4]
            if len(marks) != MARK_LENGTH * len(columns):
                raise ValueError(f"{name}: marks do not fit the columns")
            cut = range(0, len(marks), MARK_LENGTH)
            found = tuple(marks[at : at + MARK_LENGTH] for at in cut)
            rows[label] = MarkedRow(identity, label, found)
    return MarkedTable(name, sheet, is_list == "ja", columns, rows)
