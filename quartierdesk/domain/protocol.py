"""The protocol as frozen data: what the workbook, the PDF and the projector all show."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

from quartierdesk.domain.record import Edition

ColumnKind = Literal[
    "text",
    "label",
    "integer",
    "suppressed_integer",
    "decimal",
    "percent",
    "euro",
    "date",
    "time",
    "moment",
    "yes_no",
]
"""How the cells of a column are meant.

`text` is prose that may be long, `label` a short name such as „T3-017“; `moment` is a date with
a time, as the clock on the wall showed it. A `percent` cell holds percent points: 18.3 is shown as
„18,3 %“. In a `suppressed_integer` column None is a number that is kept secret and shown as
`SUPPRESSED`; in all other columns None is shown as nothing.
"""

ParagraphStyle = Literal["lead", "heading", "body", "notice", "note"]
"""`lead` opens a section, `heading` stands over the blocks that follow it, `notice` must not be
overlooked, `note` is small print."""

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
    the heading.
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    places: int | None = None
    width: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `name` is unique within the protocol.

    `purpose` „list“ is made for sorting and filtering, „facts“ is a handful of lines to be read.
    ValueError: the name is no name, a key or heading occurs twice, or a row has too few or too
    many cells.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    purpose: Literal["list", "facts"] = "list"

    def __post_init__(self) -> None:
        if not _TABLE_NAME.fullmatch(self.name):
            raise ValueError(f"not a name of a table: {self.name!r}")
        keys = {column.key for column in self.columns}
        titles = {column.title.casefold() for column in self.columns}
        if not len(keys) == len(titles) == len(self.columns):
            raise ValueError(f"{self.name}: a column occurs twice")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.name}: a row does not fit the columns")

    def position(self, key: str) -> int:
        """Return the place of the column with this key, from 0. ValueError: there is none."""
        return [column.key for column in self.columns].index(key)


@dataclass(frozen=True, slots=True)
class Series:
    """One set of bars: the values of the column with the key `column`, one for each category."""

    title: str
    column: str
    values: tuple[int | Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram of the first rows of the table `table_name`, which stands in the same section.

    `categories` are the texts of its column `category_column`. Whoever cannot see the diagram
    gets `alt_text`.
    """

    kind: Literal["bars"]
    title: str
    alt_text: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table_name: str
    category_column: str
    axis_title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    style: ParagraphStyle = "body"


Block = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter; `key` says which one it is whatever its title."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol of one workshop in one edition, ready to be shown.

    ValueError: two tables have the same name, or a figure shows a table or column that is not in
    its section.
    """

    title: str
    subtitle: str
    municipality: str
    edition: Edition
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        names: Counter[str] = Counter()
        for section in self.sections:
            own = [block for block in section.blocks if isinstance(block, Table)]
            names.update(table.name.casefold() for table in own)
            tables = {table.name: table for table in own}
            for block in section.blocks:
                if isinstance(block, Figure):
                    _check_figure(block, tables.get(block.table_name))
        if any(times > 1 for times in names.values()):
            raise ValueError(f"tables of the same name: {names}")


def _check_figure(figure: Figure, table: Table | None) -> None:
    wanted = {figure.category_column, *(series.column for series in figure.series)}
    if table is None or not wanted <= {column.key for column in table.columns}:
        raise ValueError(f"{figure.title}: there is no table for this figure")
    bars = len(figure.categories)
    if bars > len(table.rows) or any(len(series.values) != bars for series in figure.series):
        raise ValueError(f"{figure.title}: the number of bars does not fit")
