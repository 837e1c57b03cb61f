"""Any table of the protocol on paper: columns as wide as their content asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from quartierdesk.domain.protocol import NUMBERS, Column, Row, Table, cell_text
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.block import CLOSE, Spacing
from quartierdesk.exports.pdf.blocks.cells import CellContent, Words
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.chapters import Context
from quartierdesk.exports.pdf.type_scale import CELL_BOLD, PLAN_TABLE, TEXT_TABLE
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Text, TextStyle, plain

_MANY_COLUMNS = 7
_SAMPLE = 300  # rows that are looked at to find the width of a column
_LONGEST = 0.45  # of the width: as much of it a single word may ask for
_SIGN = 20.0  # points for a sign beside a word


@dataclass(frozen=True, slots=True)
class _Wish:
    """How wide a column must be at least and would like to be, in points."""

    least: float
    most: float


def used_columns(table: Table) -> list[int]:
    """Return the places of the columns that say something in at least one row."""
    return [
        at
        for at, column in enumerate(table.columns)
        if at == 0
        or column.kind.startswith("suppressed")
        or any(row[at] not in (None, "") for row in (*table.rows, *table.sums))
    ]


def look_of(table: Table) -> TableLook:
    """Return the look for a table: smaller type if it has many columns."""
    return PLAN_TABLE if len(used_columns(table)) > _MANY_COLUMNS else TEXT_TABLE


def least_width(table: Table, context: Context) -> float:
    """Return how many points wide a table must be so that no word has to be broken."""
    return sum(wish.least for wish in _wishes(table, context, 10_000.0))


def natural_width(table: Table, context: Context) -> float:
    """Return how many points wide a table is if no cell needs a second line."""
    return sum(wish.most for wish in _wishes(table, context, 10_000.0))


def plain_table(
    table: Table, context: Context, width: float, spacing: Spacing = CLOSE
) -> printed.Table:
    """Return a table, `width` points wide, as it stands in the protocol."""
    look, places = look_of(table), used_columns(table)
    widths = _widths(_wishes(table, context, width), width)
    columns = [
        printed.Column(
            table.columns[at].title,
            column_width,
            "right" if table.columns[at].kind in NUMBERS else "left",
        )
        for at, column_width in zip(places, widths, strict=True)
    ]
    rows = [printed.Row(_cells(table, row, places, context)) for row in table.rows]
    for row in table.sums:
        texts = [cell_text(row[at], table.columns[at]) for at in places]
        rows.append(printed.Row([Words(text, _bold(look)) for text in texts], total=True))
    return printed.Table(columns, rows, look, table.title, spacing)


def _bold(look: TableLook) -> TextStyle:
    return look.cell.but(face=CELL_BOLD.face)


def _cells(table: Table, row: Row, places: Sequence[int], context: Context) -> list[CellContent]:
    cells: list[CellContent] = []
    for at in places:
        column = table.columns[at]
        text = cell_text(row[at], column)
        cells.append(context.marked(text, column) if column.mark else text)
    return cells


def _wishes(table: Table, context: Context, width: float) -> list[_Wish]:
    look, setter = look_of(table), Typesetter(context.inks)
    wishes = []
    for at in used_columns(table):
        column = table.columns[at]
        texts = [cell_text(row[at], column) for row in table.rows[:_SAMPLE]]
        texts += [cell_text(row[at], column) for row in table.sums]
        sign = _SIGN if column.mark else 0.0
        shown = [_shown(context, text, column) for text in texts]
        head = _extent([column.title], look.head, setter)
        cell = _extent(shown, _bold(look) if table.sums else look.cell, setter)
        least = max(head.least, min(cell.least, width * _LONGEST)) + 2 * look.side
        most = max(head.least, min(cell.most, width)) + 2 * look.side
        wishes.append(_Wish(least + sign + 0.5, max(least, most) + sign + 0.5))
    return wishes


def _shown(context: Context, text: str, column: Column) -> str:
    content = context.marked(text, column)
    words: Text = content.text if isinstance(content, Words) else text
    return plain(words)


def _extent(texts: Sequence[str], style: TextStyle, setter: Typesetter) -> _Wish:
    """Return the widths of the longest word and of the longest line."""
    least = most = 0.0
    for text in set(texts):
        for line in text.split("\n"):
            most = max(most, setter.width(line, style))
            for word in line.split(" "):
                least = max(least, setter.width(word, style))
    return _Wish(least, most)


def _widths(wishes: Sequence[_Wish], width: float) -> list[float]:
    """Share the width: every column its least, the rest by what is still wished for.

    What is left when all wishes are met goes to the column that wished for most.
    """
    least, most = sum(wish.least for wish in wishes), sum(wish.most for wish in wishes)
    if least >= width:
        return [wish.least * width / least for wish in wishes]
    if most >= width:
        share = (width - least) / (most - least)
        return [wish.least + (wish.most - wish.least) * share for wish in wishes]
    widths = [wish.most for wish in wishes]
    widest = max(range(len(wishes)), key=lambda at: wishes[at].most)
    widths[widest] += width - most
    return widths
