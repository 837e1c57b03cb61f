"""Where the blocks of a section lie on a sheet, and how wide its columns are."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from quartierdesk.domain.protocol import (
    CellValue,
    Column,
    ColumnKind,
    Figure,
    Paragraph,
    ParagraphStyle,
    Section,
    SheetBlock,
    Table,
)

ROW_POINTS = 15.0
"""Height of a row with one line of text."""

_WIDTHS: dict[ColumnKind, int] = {
    "text": 40,
    "label": 24,
    "integer": 8,
    "suppressed_integer": 8,
    "decimal": 8,
    "percent": 9,
    "suppressed_percent": 9,
    "euro": 12,
    "date": 11,
    "time": 8,
    "moment": 16,
    "yes_no": 7,
}
"""Widest useful column of each kind, in characters."""
_NARROWEST = 7.0
_WIDEST = 255.0
_PER_CHARACTER = 1.05
# A column is as wide as so many figures; the letters of a text are narrower.
_LETTERS_PER_FIGURE = 1.25
FILTER_BUTTON = 3
"""Width of the button in the heading of a list, in characters."""
_LARGER_TEXT = 0.95
_STYLE_SIZES: dict[ParagraphStyle, float] = {"lead": 1.2, "heading": 1.2, "notice": 1.05}
_LINES_IN_A_PIECE = 18
_ROWS_MEASURED = 1000
_PAGE_WIDTH = 110
# So many characters of a table's type, which is then about six points high.
_WIDEST_PAGE = 235
_MOST_LINES = 31
_LINE_POINTS = 13.2
_LONGEST_MEASURED = 1000
_BAR_POINTS = 18.0
_AXES_POINTS = 90.0
_FIELD_POINTS = 340.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that begins in row `row` (from 1) and takes `rows` rows, gap below included.

    `header` is the row of a table's headings, `note` the row of its note; 0 where there is none.
    """

    block: SheetBlock
    row: int
    rows: int
    header: int = 0
    note: int = 0


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A section as a sheet; `widths` are in characters.

    `is_list`: the sheet is one table with its headings in the first row, and at most notes below.
    Otherwise the first row holds `title`.
    """

    section: Section
    title: str
    is_list: bool
    placed: tuple[Placed, ...]
    widths: tuple[float, ...]

    @property
    def has_labels(self) -> bool:
        """Whether the first column of the list holds labels, which stay in sight."""
        first = self.placed[0].block if self.placed else None
        return isinstance(first, Table) and first.columns[0].kind == "label"

    @property
    def pages_across(self) -> int:
        """Return over how many pages side by side it is printed so that it can be read."""
        return math.ceil(sum(self.widths) / _WIDEST_PAGE)

    @property
    def points(self) -> float:
        """About how high the sheet is."""
        last = self.placed[-1] if self.placed else None
        return ROW_POINTS * (last.row + last.rows if last else 1)

    @property
    def text_columns(self) -> int:
        """Over how many columns a paragraph may run before it gets too wide to be read."""
        fitting = sum(total <= _PAGE_WIDTH for total in accumulate(self.widths))
        return max(1, fitting)

    @property
    def text_width(self) -> float:
        """Width of those columns together, for running text, which is larger than a table's."""
        return sum(self.widths[: self.text_columns]) * _LARGER_TEXT

    def pieces(self, paragraph: Paragraph) -> list[str]:
        """Return running text in pieces that fit into a row each; rows cannot be any higher."""
        letters = int(self.text_width * _LETTERS_PER_FIGURE * _LINES_IN_A_PIECE)
        pieces: list[str] = []
        for part in _blocks_of_lines(paragraph.plain.split("\n")):
            rest = part
            while len(rest) > letters:
                cut = rest.rfind(" ", letters // 2, letters) + 1 or letters
                pieces.append(rest[:cut].rstrip())
                rest = rest[cut:]
            pieces.append(rest)
        return pieces


def plan(section: Section, title: str) -> SheetPlan:
    """Lay out a section; `title` stands above everything that is not a mere list."""
    blocks = tuple(_with_a_place(section.sheet_blocks))
    tables = [block for block in blocks if isinstance(block, Table)]
    first, *others = blocks or (Paragraph(""),)
    is_list = (
        isinstance(first, Table)
        and first.purpose == "list"
        and all(isinstance(block, Paragraph) for block in others)
    )
    laid = SheetPlan(section, title, is_list, (), _widths(tables))
    return replace(laid, placed=tuple(_placed(blocks, laid)))


def _with_a_place(blocks: Sequence[SheetBlock]) -> Iterator[SheetBlock]:
    """Yield the blocks of a sheet; a field of dots would only repeat the bars beside it."""
    figures = [block for block in blocks if isinstance(block, Figure)]
    drawn = {figure.table_name for figure in figures if figure.kind != "dot_field"}
    for block in blocks:
        if isinstance(block, Figure) and block.kind == "dot_field" and block.table_name in drawn:
            continue
        yield block


def notes(table: Table) -> str:
    """Return the note of a table and those of its columns."""
    columns = (f"{column.title}: {column.note}" for column in table.columns if column.note)
    return "\n".join(filter(None, (table.note, *columns)))


def text_points(text: str, width: float, style: ParagraphStyle) -> float:
    """Return the height of a row with running text in `width` characters."""
    size = _STYLE_SIZES.get(style, 1.0)
    return lines(text, width / size) * ROW_POINTS * size + 2


def lines(text: str, width: float) -> int:
    """Return on about how many lines `text` stands in a column of `width` characters."""
    if len(text) <= width and "\n" not in text:
        return 1
    letters = width * _LETTERS_PER_FIGURE
    if len(text) > _LONGEST_MEASURED:
        return min(_MOST_LINES, math.ceil(len(text) / letters) + text.count("\n"))
    return min(_MOST_LINES, sum(_wrapped(line, letters) for line in text.split("\n")))


def row_points(line_count: int) -> float:
    """Return the height of a row of a table."""
    return max(ROW_POINTS, _LINE_POINTS * line_count + 2)


def figure_points(figure: Figure) -> float:
    """Return the height of a figure in points: title, axis, and the bars or the field."""
    if figure.kind == "effort_benefit":
        return _FIELD_POINTS
    return _AXES_POINTS + _BAR_POINTS * len(figure.categories) * len(figure.series)


def _wrapped(line: str, width: float) -> int:
    rows, room = 1, width
    for word in line.split(" "):
        size = float(len(word))
        if size > room and room < width:
            rows, room = rows + 1, width
        while size > width:
            rows, size = rows + 1, size - width
        room -= size + 1
    return rows


def _placed(blocks: Sequence[SheetBlock], laid: SheetPlan) -> Iterator[Placed]:
    is_list = laid.is_list
    row = 1 if is_list else 3
    for block in blocks:
        if isinstance(block, Table):
            header = row if is_list else row + 1
            note = (
                (header + len(block.rows) + len(block.sums) + (2 if is_list else 1))
                if notes(block)
                else 0
            )
            end = note or header + len(block.rows) + len(block.sums)
            placed = Placed(block, row, end - row + 2, header, note)
        elif isinstance(block, Figure):
            placed = Placed(block, row, math.ceil(figure_points(block) / ROW_POINTS) + 1)
        else:
            gap = 0 if block.style == "heading" else 1
            placed = Placed(block, row, len(laid.pieces(block)) + gap)
        yield placed
        row += placed.rows


def _blocks_of_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines together, as many as fit into a row."""
    for start in range(0, len(lines), _LINES_IN_A_PIECE):
        yield "\n".join(lines[start : start + _LINES_IN_A_PIECE])


def _widths(tables: Sequence[Table]) -> tuple[float, ...]:
    side_by_side = zip_longest(*(_table_widths(table) for table in tables), fillvalue=0.0)
    return tuple(map(max, side_by_side)) or (_PAGE_WIDTH,)


def _table_widths(table: Table) -> list[float]:
    measured = table.rows[:_ROWS_MEASURED]
    button = FILTER_BUTTON if table.purpose == "list" else 0
    return [
        max(
            _NARROWEST,
            _heading_width(column) + button,
            _body_width(column, [row[at] for row in measured], (row[at] for row in table.rows)),
        )
        for at, column in enumerate(table.columns)
    ]


def _heading_width(column: Column) -> float:
    words = column.title.replace("-", " ").replace("/", " ").split()
    return max(map(len, words), default=0) * _PER_CHARACTER + 2


def _body_width(column: Column, cells: Sequence[CellValue], texts: Iterable[CellValue]) -> float:
    """Return the width that `cells`, the first of a column, need, and all its `texts` at least."""
    most = column.width or _WIDTHS[column.kind]
    if column.kind not in ("text", "label"):
        return most
    longest = max(
        (len(line) for cell in cells if cell for line in str(cell).split("\n")), default=0
    )
    return max(_for_the_longest(texts), min(most, longest * _PER_CHARACTER + 2))


def _for_the_longest(texts: Iterable[CellValue]) -> float:
    """Return how wide a column has to be so that its longest text fits into the highest row."""
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return min(_WIDEST, longest / (_MOST_LINES * _LETTERS_PER_FIGURE) * _PER_CHARACTER + 2)
