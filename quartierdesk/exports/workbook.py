"""The protocol as an Excel workbook: a sheet for each section, every list sortable."""

from collections.abc import Sequence
from typing import IO

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_APP

from quartierdesk.domain.protocol import Column, Figure, Paragraph, Protocol, Section, Table
from quartierdesk.exports.reproducible_zip import ReproducibleZip
from quartierdesk.exports.sheet_cells import StreamedSheet, TypedCell, typed_cells
from quartierdesk.exports.sheet_charts import add_chart
from quartierdesk.exports.sheet_layout import (
    FILTER_BUTTON,
    ROW_POINTS,
    Placed,
    SheetPlan,
    lines,
    notes,
    plan,
)
from quartierdesk.exports.sheet_page import set_up_page
from quartierdesk.exports.sheet_styles import Styles

_PROGRAM = "QuartierDesk"
# Under openpyxl's own name LibreOffice takes heights of rows for given and lets texts overlap.
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{_PROGRAM}</Application></Properties>"
).encode()
_SHEET_TITLES = {
    "overview": "Überblick",
    "quarter": "Quartier",
    "mood": "Stimmung",
    "measures": "Maßnahmen",
    "next_steps": "Termine",
    "trace": "Spur",
}
_LONGEST_TITLE = 31
_STRIPES = TableStyleInfo("TableStyleLight1", showRowStripes=True)


def write_workbook(protocol: Protocol, stream: IO[bytes]) -> None:
    """Write `protocol` as an XLSX file; the same protocol gives the same bytes.

    The file says who issued it (the municipality) and its title, nothing else: neither who wrote
    it nor when. Memory does not grow with the number of rows. Raises OSError when `stream` or the
    folder for temporary files cannot be written.
    """
    workbook = Workbook(write_only=True)
    _describe(workbook, protocol)
    sections = protocol.sections or (Section("overview", protocol.title, ()),)
    sheets: list[StreamedSheet] = []
    try:
        for section, title in zip(sections, _sheet_titles(sections), strict=True):
            sheet = StreamedSheet(workbook, title)
            sheets.append(sheet)
            heading = protocol.title if section.key == "overview" else section.title
            _write_section(sheet, plan(section, heading), protocol)
        with ReproducibleZip(stream, {ARC_APP: _APPLICATION}) as archive:
            ExcelWriter(workbook, archive).save()
    finally:
        for sheet in sheets:
            sheet.discard()


class _Description(DocumentProperties):
    """What the file says about itself; there is no moment in it, for nobody needs to know it."""

    __elements__ = ("creator", "title")
    __nested__ = __elements__


def _describe(workbook: Workbook, protocol: Protocol) -> None:
    creator = protocol.municipality or _PROGRAM
    workbook.properties = _Description(creator=creator, title=protocol.title)
    # There are no formulas; calculating anyway would make Excel ask to save when it is closed.
    workbook.calculation.fullCalcOnLoad = False


def _sheet_titles(sections: Sequence[Section]) -> list[str]:
    """Return a valid title for each sheet: short, without the characters Excel keeps to itself."""
    titles: list[str] = []
    for number, section in enumerate(sections, start=1):
        wanted = _SHEET_TITLES.get(section.key, section.title)
        kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in wanted)
        title = " ".join(kept.split()).strip("'")[:_LONGEST_TITLE].rstrip(" '") or "Blatt"
        if title.casefold() in {taken.casefold() for taken in titles}:
            title = f"{title[: _LONGEST_TITLE - 4]} {number}"
        titles.append(title)
    return titles


def _write_section(sheet: StreamedSheet, laid: SheetPlan, protocol: Protocol) -> None:
    for at, width in enumerate(laid.widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.sheet_view.showGridLines = False
    set_up_page(sheet, laid, protocol)
    styles = Styles(sheet)
    if laid.is_list:
        first = laid.placed[0].block
        has_label = isinstance(first, Table) and first.columns[0].kind == "label"
        sheet.freeze_panes = "B2" if has_label else "A2"
    else:
        _write_line(sheet, laid.title, styles.title, 2 * ROW_POINTS)
    for placed in laid.placed:
        sheet.skip_to(placed.row)
        _write_block(sheet, laid, placed, styles)


def _write_block(sheet: StreamedSheet, laid: SheetPlan, placed: Placed, styles: Styles) -> None:
    block = placed.block
    if isinstance(block, Paragraph):
        _write_text(sheet, laid, block.plain, styles.paragraphs[block.style])
    elif isinstance(block, Figure):
        shown = next(
            each
            for each in laid.placed
            if isinstance(each.block, Table) and each.block.name == block.table_name
        )
        add_chart(sheet, block, placed, shown, sum(laid.widths[: laid.text_columns]))
    else:
        _write_table(sheet, laid, placed, block, styles)


def _write_table(
    sheet: StreamedSheet, laid: SheetPlan, placed: Placed, table: Table, styles: Styles
) -> None:
    if not laid.is_list:
        _write_line(sheet, table.title, styles.table_title)
    has_filter = table.purpose == "list"
    for_heads = [width - FILTER_BUTTON * has_filter for width in laid.widths]
    titles = [Column(column.key, column.title) for column in table.columns]
    heads = typed_cells(sheet, titles, styles.heads(table.columns), for_heads)
    sheet.write_rows(heads, [[column.title for column in table.columns]])
    cells = typed_cells(sheet, table.columns, styles.body(table.columns), laid.widths)
    sheet.write_rows(cells, (*table.rows, *table.sums))
    if has_filter and table.rows:
        sheet.tables.add(_excel_table(table, placed.header))
    if placed.note:
        sheet.skip_to(placed.note)
        _write_text(sheet, laid, notes(table), styles.paragraphs["note"])


def _excel_table(table: Table, header: int) -> ExcelTable:
    """Return the range as a table of Excel's, with its filter buttons."""
    last = header + len(table.rows)
    ref = f"A{header}:{get_column_letter(len(table.columns))}{last}"
    columns = [TableColumn(at, name=c.title) for at, c in enumerate(table.columns, start=1)]
    return ExcelTable(
        displayName=table.name,
        ref=ref,
        autoFilter=AutoFilter(ref=ref),
        tableColumns=columns,
        tableStyleInfo=_STRIPES,
    )


def _write_text(sheet: StreamedSheet, laid: SheetPlan, text: str, style: int) -> None:
    """Write running text over as many columns as can be read at once, in a row high enough."""
    row = sheet.row + 1
    points = lines(text, laid.text_width) * ROW_POINTS + 2
    if laid.text_columns > 1:
        sheet.merged_cells.add(f"A{row}:{get_column_letter(laid.text_columns)}{row}")
    _write_line(sheet, text, style, points)


def _write_line(sheet: StreamedSheet, text: str, style: int, points: float = 0) -> None:
    cell = TypedCell(sheet, 1, (style, style))
    cell.hold(text)
    sheet.write([cell], points)
