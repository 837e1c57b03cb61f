"""Cells of a sheet that is written row by row: typed, and never more than somebody wrote.

A text stays a text: it never becomes a formula, a number, an error value or a link.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.dimensions import ColumnDimension, DimensionHolder
from openpyxl.worksheet.hyperlink import Hyperlink

from quartierdesk.domain.protocol import SUPPRESSED, CellValue, Column
from quartierdesk.exports.sheet_layout import lines, row_points
from quartierdesk.exports.sheet_links import MOST_LINKS

if TYPE_CHECKING:
    from openpyxl.chart._chart import ChartBase
    from openpyxl.worksheet.cell_range import MultiCellRange
    from openpyxl.worksheet.datavalidation import DataValidationList
    from openpyxl.worksheet.page import PageMargins, PrintPageSetup
    from openpyxl.worksheet.properties import WorksheetProperties

Typed = int | Decimal | date | time
Stored = tuple[str | Typed, str]
"""A value as it is stored, and its type: „s“ text, „n“ number, „d“ date or time."""

# Excel counts days from 1900 on and takes that year for a leap year; what is older is text.
_FIRST_YEAR = 1901
_PADDING = 2
_HIGHEST = 409
"""The highest row Excel knows, in points."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def literal(text: str) -> str:
    """Return `text` so that spreadsheets show it as it is: „_x0041_“ would else be read as „A“.

    Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    """
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


class TypedCell(Cell):
    """The cell of one column, moved down from row to row.

    A new cell for every value, with its style looked up again, would take longer than writing.
    """

    __slots__ = (
        "_convert",
        "_if_none",
        "_number_style",
        "_text_style",
        "_width",
        "has_style",
        "lines",
        "link_style",
        "links",
        "style_id",
    )

    if TYPE_CHECKING:
        _value: object
        _hyperlink: Hyperlink | None
        parent: "StreamedSheet"
    has_style: bool
    style_id: int

    def __init__(
        self,
        sheet: "StreamedSheet",
        at: int,
        styles: tuple[int, int],
        width: float = math.inf,
        kind: str = "text",
    ) -> None:
        super().__init__(sheet, row=1, column=at)
        self.has_style = True
        self.lines = 1
        self._width = width
        self._number_style, self._text_style = styles
        self.style_id = self._text_style
        self._convert = _CONVERTERS.get(kind, _plain)
        self._if_none = SUPPRESSED if kind.startswith("suppressed") else ""
        self.links: Mapping[str, str] = {}
        self.link_style = self._text_style

    def hold(self, value: CellValue) -> None:
        """Take a value: None and „“ are an empty cell, a suppressed number is „–“.

        `lines` then tells on how many lines it stands.
        """
        self.lines = 1
        self._hyperlink = None
        if value is None:
            value = self._if_none
        if value == "":
            self._value, self.data_type = None, "n"
        elif isinstance(value, str):
            self._value, self.data_type, self.style_id = literal(value), "s", self._text_style
            self.lines = lines(value, self._width)
            if self.links:
                self._lead_to(self.links.get(value))
        else:
            self._value, self.data_type = self._convert(value)
            self.style_id = self._text_style if self.data_type == "s" else self._number_style

    def _lead_to(self, place: str | None) -> None:
        if place is not None and self.parent.links_left > 0:
            self.parent.links_left -= 1
            self._hyperlink = Hyperlink("A1", location=place)
            self.style_id = self.link_style


class StreamedSheet(WriteOnlyWorksheet):
    """A sheet whose rows go to disk at once; widths, panes and pages have to be set before."""

    if TYPE_CHECKING:
        column_dimensions: DimensionHolder[str, ColumnDimension]
        row_dimensions: dict[int, dict[str, str]]
        merged_cells: MultiCellRange
        page_margins: PageMargins
        page_setup: PrintPageSetup
        sheet_properties: WorksheetProperties
        data_validations: DataValidationList
        sheet_state: str
        _writer: Any
        _rows: Any

        def add_chart(self, chart: ChartBase, anchor: object = None) -> None:
            """Put a chart at its place."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        super().__init__(workbook, title)
        self.row = 0
        self.is_list = False
        self.links_left = MOST_LINKS
        workbook._add_sheet(self)  # type: ignore[attr-defined] # the stubs leave it out

    def write(self, cells: Sequence[TypedCell] = (), points: float = 0) -> None:
        """Write the next row, `points` high; 0 is the usual height.

        The height is a first one: spreadsheets fit it anew when somebody edits the row.
        """
        self.row += 1
        if points:
            self.row_dimensions[self.row] = {"ht": f"{min(points, _HIGHEST):g}"}
        self.append(cells)
        self.row_dimensions.pop(self.row, None)

    def write_rows(self, cells: Sequence[TypedCell], rows: Iterable[Sequence[CellValue]]) -> None:
        """Write rows of values, one cell for each column, each row as high as its texts need."""
        for row in rows:
            most = 1
            for cell, value in zip(cells, row, strict=True):
                cell.hold(value)
                if cell.lines > most:
                    most = cell.lines
            self.write(cells, row_points(most) if most > 1 else 0)

    def skip_to(self, row: int) -> None:
        """Leave rows empty, so that the next one is number `row`."""
        while self.row < row - 1:
            self.write()

    def discard(self) -> None:
        """Remove what lies on disk where writing was broken off."""
        if self._writer is not None and Path(self._writer.out).exists():
            if self._rows is not None:
                self._rows.close()
            self._writer.close()
            self._writer.cleanup()

    def _values_to_row(self, values: Sequence[TypedCell], row_idx: int) -> Iterator[TypedCell]:
        # The cells are there already; the usual way makes new ones out of values.
        for cell in values:
            cell.row = row_idx
            if cell._hyperlink is not None:
                cell._hyperlink.ref = cell.coordinate
            yield cell


def typed_cells(
    sheet: StreamedSheet,
    columns: Sequence[Column],
    styles: Iterable[tuple[int, int]],
    widths: Sequence[float],
) -> list[TypedCell]:
    """Return a cell for each column.

    `styles` are the styles of a number and of a text in it, `widths` are in characters.
    """
    return [
        TypedCell(sheet, at + 1, style, widths[at] - _PADDING, column.kind)
        for at, (column, style) in enumerate(zip(columns, styles, strict=True))
    ]


def _plain(value: Typed) -> Stored:
    if isinstance(value, bool):
        return _yes_no(value)
    return (value, "n") if isinstance(value, int | Decimal) else (str(value), "s")


def _yes_no(value: Typed) -> Stored:
    return "ja" if value else "nein", "s"


def _share(value: Typed) -> Stored:
    return (value / Decimal(100), "n") if isinstance(value, int | Decimal) else _plain(value)


def _day(value: Typed) -> Stored:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return f"{value.day:02d}.{value.month:02d}.{value.year:04d}", "s"
    return (value, "d") if isinstance(value, date | time) else _plain(value)


_CONVERTERS: Mapping[str, Callable[[Typed], Stored]] = {
    "yes_no": _yes_no,
    "percent": _share,
    "suppressed_percent": _share,
    "date": _day,
    "time": _day,
    "moment": _day,
}
