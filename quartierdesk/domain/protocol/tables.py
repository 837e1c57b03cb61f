"""Tables of the protocol: typed cells under columns that say how they are meant."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

ColumnKind = Literal[
    "text",
    "label",
    "integer",
    "suppressed_integer",
    "decimal",
    "percent",
    "suppressed_percent",
    "euro",
    "date",
    "time",
    "moment",
    "yes_no",
]
"""How the cells of a column are meant.

`text` is prose that may be long, `label` a short name such as „T3-017“; `moment` is a date with
a time, as the clock on the wall showed it. A `percent` cell holds percent points: 18.3 is shown as
„18,3 %“. In a `suppressed_integer` or `suppressed_percent` column None is a number that is kept
secret and shown as `SUPPRESSED`; in all other columns None is shown as nothing.
"""

MarkKind = Literal["kind", "field", "status"]
"""What has a mark: a kind of contribution, an action field, a status of a measure."""

Purpose = Literal["list", "facts", "numbers", "matrix", "signatures"]
"""What a table is made for: a „list“ for sorting and filtering, „facts“ are a handful of lines to
be read, „numbers“ are counts (first column) with what they count, a „matrix“ counts cell by cell
under the heads of two catalogues, „signatures“ are lines to sign on."""

CellValue = str | int | Decimal | date | time | None
"""What a cell holds; `bool` in a `yes_no` column, `datetime` without zone in a `moment` column."""

Row = tuple[CellValue, ...]

SUPPRESSED = "–"
"""Stands for a number that is kept secret; the note of the table says so."""

# Letters, digits and underscores, and nothing a spreadsheet would take for the place of a cell.
_TABLE_NAME = re.compile(
    r"(?![A-Za-z]{1,3}\d+$)(?!([Rr]\d*)?([Cc]\d*)?$)[A-Za-z_]\w{0,99}", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `places` are the decimal places to show, None shows as many as a value has. `width` is how
    many characters are enough even for long texts; 0 leaves it to the surface. `note` explains
    the heading. `mark`: the texts in it, or in a matrix the heading, are names that have a mark
    in the protocol. `refers_to` is the name of a table of whose rows the cells hold the labels.
    `fill_in`: people write into it, so it is shown although it is empty.
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    places: int | None = None
    width: int = 0
    note: str = ""
    mark: MarkKind | None = None
    refers_to: str = ""
    fill_in: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `name` is unique within the protocol.

    `sums` are rows below the others that add up or average them. ValueError: the name is no name,
    a key or heading occurs twice, or a row has too few or too many cells.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    purpose: Purpose = "list"
    sums: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        if not _TABLE_NAME.fullmatch(self.name):
            raise ValueError(f"not a name of a table: {self.name!r}")
        keys = {column.key for column in self.columns}
        titles = {column.title.casefold() for column in self.columns}
        if not len(keys) == len(titles) == len(self.columns):
            raise ValueError(f"{self.name}: a column occurs twice")
        if any(len(row) != len(self.columns) for row in (*self.rows, *self.sums)):
            raise ValueError(f"{self.name}: a row does not fit the columns")

    def position(self, key: str) -> int:
        """Return the place of the column with this key, from 0. ValueError: there is none."""
        return [column.key for column in self.columns].index(key)

    def has(self, key: str) -> bool:
        """Return whether there is a column with this key."""
        return any(column.key == key for column in self.columns)

    def cells(self, row: Row, *keys: str) -> Row:
        """Return the cells of a row in the columns with these keys; None where there is none."""
        places = {column.key: at for at, column in enumerate(self.columns)}
        return tuple(row[places[key]] if key in places else None for key in keys)
