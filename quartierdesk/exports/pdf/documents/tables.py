"""Tables of the protocol on paper: chosen columns, widths in points, cells as people read them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quartierdesk.domain.protocol import NUMBERS, CellValue, Column, Row, Table, cell_text
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.block import CLOSE, Block, Spacing
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.blocks.text import Paragraph
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.measures import MARGIN
from quartierdesk.exports.setting.styles import Align, TextStyle

UNKNOWN = "–"
"""Stands where a place, a date or a name is not known."""

_LEAST = 26.0
_RAISED = "¹²³"
_ABOVE_NOTE, _BELOW_NOTE = 4.5, 14.0
_ON_ONE_PAGE = 24  # rows of a table that stands on one page with its notes
_LONGEST_MEASURED = 60
_ROWS_MEASURED = 400


Maker = Callable[[Row], CellContent]
"""Makes a cell out of a whole row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A column to print.

    `title` is a word a citizen knows. `width` is in points; 0 is a share of what is left over.
    `make` makes the cell, else it is that of the column `key`. `missing` stands in empty cells.
    """

    key: str
    title: str
    width: float = 0.0
    bold: bool = False
    make: Maker | None = None
    missing: str = ""
    align: Align | None = None


def print_table(
    table: Table,
    shown: Sequence[Shown],
    measure: float,
    *,
    look: TableLook = type_scale.NUMBER_TABLE,
    spacing: Spacing = CLOSE,
    strong: Callable[[Row], bool] | None = None,
) -> printed.Table:
    """Return a table with some of its columns, `measure` points wide.

    A column that the table does not have is left out and its width goes to the widest one; rows
    for which `strong` is true are bold.
    """
    present = [column for column in shown if column.make or table.has(column.key)]
    widths = _widths(present, measure)
    columns = {column.key: column for column in table.columns}
    raised = dict(zip((column.key for column in _noted(table, present)), _RAISED, strict=False))
    heads = [
        printed.Column(
            f"{column.title}\u00a0{raised[column.key]}" if column.key in raised else column.title,
            width,
            column.align or _align(columns.get(column.key)),
        )
        for column, width in zip(present, widths, strict=True)
    ]
    rows = [
        printed.Row([_cell(table, row, each, _is_strong(strong, row)) for each in present])
        for row in table.rows
    ]
    rows += [
        printed.Row([_sum_cell(table, row, each) for each in present], total=True)
        for row in table.sums
    ]
    return printed.Table(heads, rows, look, summary=table.title, spacing=spacing)


def with_notes(
    table: Table, shown: Sequence[Shown], laid: printed.Table, measure: float, more: str = ""
) -> list[Block]:
    """Return a printed table and below it what its columns and its numbers mean.

    The notes begin below the text of the second column; `more` comes last.
    """
    raised = zip(_RAISED, _noted(table, shown), strict=False)
    notes = [f"{mark}\u00a0{column.note}" for mark, column in raised]
    text = " ".join(filter(None, (*notes, table.note, more)))
    if not text:
        return [laid]
    kept = replace(laid.spacing, keep=len(laid.rows) <= _ON_ONE_PAGE)
    return [replace(laid, spacing=kept), note_below(laid, text, measure)]


def note_below(laid: printed.Table, text: str, measure: float) -> Block:
    """Return small print for below a table, from the text of the second column on."""
    first = laid.columns[0].width
    indent = laid.look.side + (first if len(laid.columns) > 1 and first <= MARGIN else 0.0)
    spacing = Spacing(before=_ABOVE_NOTE, after=_BELOW_NOTE)
    return Paragraph(text, type_scale.SMALL, spacing, indent=indent, measure=measure - indent)


def plain_table(
    press: Press, table: Table, measure: float, spacing: Spacing = CLOSE
) -> printed.Table:
    """Return a table with all its columns, their widths taken from what stands in them."""
    shown = [Shown(column.key, column.title) for column in table.columns]
    look = type_scale.NUMBER_TABLE
    wanted = [_wanted(press, table, at, look) for at in range(len(shown))]
    fixed = sum(width for width, _ in wanted)
    share = sum(weight for _, weight in wanted)
    left = max(0.0, measure - fixed)
    widths = [width + (left * weight / share if share else 0.0) for width, weight in wanted]
    if not share and widths:
        widths[0] += left
    squeeze = min(1.0, measure / sum(widths)) if widths else 1.0
    sized = [
        Shown(each.key, each.title, width * squeeze)
        for each, width in zip(shown, widths, strict=True)
    ]
    return print_table(table, sized, measure, look=look, spacing=spacing)


def reader(table: Table) -> Callable[[Row, str], str]:
    """Return a function that reads the cell of a row in the column with a key, as text."""
    places = {column.key: (at, column) for at, column in enumerate(table.columns)}

    def read(row: Row, key: str) -> str:
        if key not in places:
            return ""
        at, column = places[key]
        return cell_text(row[at], column)

    return read


def value_reader(table: Table) -> Callable[[Row, str], CellValue]:
    """Return a function that reads the value of a row in the column with a key."""
    places: Mapping[str, int] = {column.key: at for at, column in enumerate(table.columns)}

    def read(row: Row, key: str) -> CellValue:
        return row[places[key]] if key in places else None

    return read


def bold_cell(text: str, style: TextStyle = type_scale.CELL_BOLD) -> Cell:
    """Return a cell with bold text."""
    return Cell((Words(text, style),))


def _noted(table: Table, shown: Sequence[Shown]) -> list[Column]:
    """Return the columns of a table that are shown and have a note, as they stand on paper."""
    columns = {column.key: column for column in table.columns}
    found = [columns[each.key] for each in shown if each.key in columns]
    return [column for column in found if column.note]


def _is_strong(strong: Callable[[Row], bool] | None, row: Row) -> bool:
    return strong is not None and strong(row)


def _cell(table: Table, row: Row, shown: Shown, bold: bool) -> CellContent:
    if shown.make:
        return shown.make(row)
    at = table.position(shown.key)
    text = cell_text(row[at], table.columns[at]) or shown.missing
    return bold_cell(text) if bold or shown.bold else text


def _sum_cell(table: Table, row: Row, shown: Shown) -> CellContent:
    if not table.has(shown.key):
        return ""
    at = table.position(shown.key)
    return bold_cell(cell_text(row[at], table.columns[at]))


def _align(column: Column | None) -> Align:
    return "right" if column is not None and column.kind in NUMBERS else "left"


def _widths(shown: Sequence[Shown], measure: float) -> list[float]:
    """Return the widths: what is left over goes to columns without one, else to the widest."""
    left = measure - sum(column.width for column in shown)
    free = sum(column.width == 0 for column in shown)
    if free:
        return [column.width or left / free for column in shown]
    widths = [column.width for column in shown]
    if widths:
        widths[widths.index(max(widths))] += left
    return widths


def _wanted(press: Press, table: Table, at: int, look: TableLook) -> tuple[float, float]:
    """Return how wide a column must be, and its share of what is left over."""
    column = table.columns[at]
    texts = [cell_text(row[at], column) for row in (*table.rows[:_ROWS_MEASURED], *table.sums)]
    longest = max((len(text) for text in texts), default=0)
    words = (word for text in (column.title, *texts[:40]) for word in text.split()[:12])
    longest_word = max(words, key=len, default="")
    least = press.width(longest_word[:18], look.head) + 2 * look.side + 2
    if column.kind in NUMBERS or column.kind not in ("text", "label"):
        body = max((press.width(text, look.cell) for text in texts), default=0.0)
        return max(least, body + 2 * look.side + 1, _LEAST), 0.0
    return max(least, _LEAST), float(min(longest, _LONGEST_MEASURED)) ** 1.2 + 4
