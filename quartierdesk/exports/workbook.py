"""The protocol as an Excel workbook: a sheet for each section, every list sortable."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_APP

from quartierdesk.domain.protocol import (
    Column,
    Figure,
    Paragraph,
    ParagraphStyle,
    Protocol,
    Section,
    Table,
)
from quartierdesk.domain.workbook_origin import CHOICES_TITLE, SHEET_TITLE, WorkbookOrigin
from quartierdesk.exports.reproducible_zip import ReproducibleZip
from quartierdesk.exports.sheet_cells import StreamedSheet, TypedCell, typed_cells
from quartierdesk.exports.sheet_charts import add_chart
from quartierdesk.exports.sheet_layout import (
    FILTER_BUTTON,
    ROW_POINTS,
    Placed,
    SheetPlan,
    notes,
    plan,
    text_points,
)
from quartierdesk.exports.sheet_links import Links, contents
from quartierdesk.exports.sheet_notes import heading_note
from quartierdesk.exports.sheet_origin import Choices, open_columns, write_origin
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


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets of one workbook have in common."""

    protocol: Protocol
    links: Links
    choices: Choices
    origin: WorkbookOrigin | None


@contextmanager
def _errors_of_the_disk() -> Iterator[None]:
    """Let the writer of XML say a full disk as everything else does."""
    try:
        yield
    except SerialisationError as error:
        raise OSError(errno.ENOSPC, str(error)) from error


@_errors_of_the_disk()
def write_workbook(
    protocol: Protocol, stream: IO[bytes], origin: WorkbookOrigin | None = None
) -> None:
    """Write `protocol` as an XLSX file; the same protocol gives the same bytes.

    The file says who issued it (the municipality) and its title, nothing else: neither who wrote
    it nor when. With `origin` it can be edited and read back. Memory does not grow with the number
    of rows. Raises OSError when `stream` or the folder for temporary files cannot be written.
    ValueError: a public protocol must not carry its origin.
    """
    if origin is not None and protocol.edition == "public":
        raise ValueError("a public workbook says nothing of its origin")
    workbook = Workbook(write_only=True)
    _describe(workbook, protocol)
    plans = _plans(protocol)
    book = _Book(protocol, Links(plans), Choices(origin), origin)
    sheets: list[StreamedSheet] = []
    try:
        for title, laid in plans:
            sheet = StreamedSheet(workbook, title)
            sheets.append(sheet)
            _write_section(sheet, laid, book)
        if origin is not None:
            sheets += filter(None, [book.choices.write(workbook)])
            sheets.append(write_origin(workbook, origin, plans))
        with ReproducibleZip(stream, {ARC_APP: _APPLICATION}) as archive:
            ExcelWriter(workbook, archive).save()
    finally:
        for sheet in sheets:
            sheet.discard()


def _plans(protocol: Protocol) -> list[tuple[str, SheetPlan]]:
    """Return the title and the layout of each sheet; a chapter that is only printed has none."""
    sections = [each for each in protocol.sections if each.sheet_blocks or not each.blocks]
    sections = sections or [Section("overview", protocol.title, ())]
    titles = _sheet_titles(sections)
    if sections[0].key == "overview" and len(sections) > 1:
        blocks = (*sections[0].blocks, contents(titles[1:]))
        sections[0] = replace(sections[0], blocks=blocks)
    return [
        (title, plan(section, protocol.title if section.key == "overview" else section.title))
        for section, title in zip(sections, titles, strict=True)
    ]


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
    reserved = {SHEET_TITLE.casefold(), CHOICES_TITLE.casefold()}
    for number, section in enumerate(sections, start=1):
        wanted = _SHEET_TITLES.get(section.key, section.title)
        kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in wanted)
        title = " ".join(kept.split()).strip("'")[:_LONGEST_TITLE].rstrip(" '") or "Blatt"
        if title.casefold() in reserved | {taken.casefold() for taken in titles}:
            title = f"{title[: _LONGEST_TITLE - 4]} {number}"
        titles.append(title)
    return titles


def _write_section(sheet: StreamedSheet, laid: SheetPlan, book: _Book) -> None:
    for at, width in enumerate(laid.widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.is_list = laid.is_list
    set_up_page(sheet, laid, book.protocol)
    styles = Styles(sheet)
    if laid.is_list:
        sheet.freeze_panes = "B2" if laid.has_labels else "A2"
    else:
        _write_line(sheet, laid.title, styles.title, 2 * ROW_POINTS)
    for placed in laid.placed:
        sheet.skip_to(placed.row)
        _write_block(sheet, laid, placed, styles, book)


def _write_block(
    sheet: StreamedSheet, laid: SheetPlan, placed: Placed, styles: Styles, book: _Book
) -> None:
    block = placed.block
    if isinstance(block, Paragraph):
        for piece in laid.pieces(block):
            _write_text(sheet, laid, piece, styles.paragraphs[block.style], block.style)
    elif isinstance(block, Figure):
        shown = next(
            each
            for each in laid.placed
            if isinstance(each.block, Table) and each.block.name == block.table_name
        )
        add_chart(sheet, block, placed, shown, sum(laid.widths[: laid.text_columns]))
    else:
        _write_table(sheet, laid, placed, block, styles, book)


def _write_table(
    sheet: StreamedSheet,
    laid: SheetPlan,
    placed: Placed,
    table: Table,
    styles: Styles,
    book: _Book,
) -> None:
    if not laid.is_list:
        _write_line(sheet, table.title, styles.table_title)
    _write_heads(sheet, laid, table, styles, book)
    cells = typed_cells(sheet, table.columns, styles.body(table.columns), laid.widths)
    for at, cell in enumerate(cells):
        cell.links = book.links.of_column(table, at)
        if cell.links:
            cell.link_style = styles.link(table.columns, at)
    sheet.write_rows(cells, table.rows)
    if table.sums:
        sums = typed_cells(sheet, table.columns, styles.sums(table.columns), laid.widths)
        sheet.write_rows(sums, table.sums)
    if table.purpose == "list" and table.rows:
        sheet.tables.add(_excel_table(table, placed.header))
        book.choices.offer(sheet, placed, table)
    if placed.note:
        sheet.skip_to(placed.note)
        _write_text(sheet, laid, notes(table), styles.paragraphs["note"])


def _write_heads(
    sheet: StreamedSheet, laid: SheetPlan, table: Table, styles: Styles, book: _Book
) -> None:
    """Write the headings, with a note at each that needs one."""
    opened = open_columns(book.origin, table)
    button = FILTER_BUTTON if table.purpose == "list" else 0
    titles = [Column(column.key, column.title) for column in table.columns]
    heads = typed_cells(
        sheet,
        titles,
        styles.heads(table.columns, opened),
        [width - button for width in laid.widths],
    )
    author = book.protocol.municipality or _PROGRAM
    for head, column in zip(heads, table.columns, strict=True):
        head.comment = heading_note(column, author, is_open=column.key in opened)
    sheet.write_rows(heads, [[column.title for column in table.columns]])


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


def _write_text(
    sheet: StreamedSheet, laid: SheetPlan, text: str, style: int, look: ParagraphStyle = "note"
) -> None:
    """Write running text over as many columns as can be read at once, in a row high enough.

    Where the labels are repeated on pages side by side it begins behind them.
    """
    row, last = sheet.row + 1, laid.text_columns
    points = text_points(text, laid.text_width, look)
    first = 2 if laid.pages_across > 1 and last > 1 else 1
    if last > first:
        sheet.merged_cells.add(f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}")
    _write_line(sheet, text, style, points, first)


def _write_line(
    sheet: StreamedSheet, text: str, style: int, points: float = 0, column: int = 1
) -> None:
    cell = TypedCell(sheet, column, (style, style))
    cell.hold(text)
    sheet.write([cell], points)
