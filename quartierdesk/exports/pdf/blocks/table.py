"""Tables: head cells repeated on every page, rows over two pages, grounds, rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from quartierdesk.exports.pdf.blocks.block import CLOSE, SLACK, Laid, Spacing
from quartierdesk.exports.pdf.blocks.cells import (
    CellBox,
    CellContent,
    Ground,
    LaidCell,
    cell_of,
    lay_cell,
)
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Align, TextStyle

_TALL = 330.0  # points: half a page; rows above that may be split
_TOGETHER = 2  # rows before and after the end of a page, at least
_LAST_PAGE = 3  # rows on the last page, at least
_FEW, _SMALL = 10, 132.0  # rows and points: a table no longer and no higher stays on one page
_SENSIBLE = 36.0  # points: less of a split row is not worth beginning it


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points, where its text stands."""

    title: CellContent
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a `total` stays with the row before it and is not tinted."""

    cells: Sequence[CellContent]
    total: bool = False


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a table looks: styles of text, padding at the sides and above and below, in points.

    A `quiet` one has no ground below its head, and hair lines only.
    """

    head: TextStyle
    cell: TextStyle
    side: float = 5.0
    above: float = 3.0
    zebra: bool = True
    least_height: float = 0.0
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `summary` says to a screen reader what the table is about.

    The first column is the head of its row, unless `row_heads` is off. Without titles of columns
    there is no head.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    look: TableLook
    summary: str = ""
    spacing: Spacing = CLOSE
    row_heads: bool = True

    def lay(self, setter: Typesetter, width: float) -> Laid:
        frame = _Frame(self.look, sum(column.width for column in self.columns), setter)
        frame.table.summary = self.summary
        head = None
        if any(column.title for column in self.columns):
            head = self._lay_head(setter)
        rows = [self._lay_row(row, at, setter) for at, row in enumerate(self.rows)]
        return LaidTable(frame, head, rows)

    def _lay_head(self, setter: Typesetter) -> "LaidRow":
        titles = [column.title for column in self.columns]
        cells, height = self._lay_cells(titles, setter, self.look.head, head=True)
        return LaidRow(cells, height - 2.0, Element("TR", keep=True), 0)

    def _lay_row(self, row: Row, at: int, setter: Typesetter) -> "LaidRow":
        cells, height = self._lay_cells(row.cells, setter, self.look.cell, head=False)
        height = max(height, self.look.least_height)
        return LaidRow(cells, height, Element("TR", keep=True), at, row.total)

    def _lay_cells(
        self, contents: Sequence[CellContent], setter: Typesetter, style: TextStyle, *, head: bool
    ) -> tuple[list[LaidCell], float]:
        look, x, at = self.look, 0.0, 0
        laid: list[LaidCell] = []
        for content in contents:
            cell, column = cell_of(content), self.columns[at]
            width = column.width
            if cell.columns > 1:
                width = sum(one.width for one in self.columns[at : at + cell.columns])
            row_head = cell.is_head or (at == 0 and self.row_heads)
            scope = "Column" if head else ("Row" if row_head else "")
            element = Element("TH" if scope else "TD", scope=scope, columns=cell.columns, keep=True)
            box = CellBox(x + look.side, width - 2 * look.side, cell.align or column.align)
            laid.append(lay_cell(cell, setter, style, box, element))
            x, at = x + width, at + cell.columns
        height = max((cell.height for cell in laid), default=0.0) + 2 * look.above
        return laid, height


@dataclass(frozen=True, slots=True)
class LaidRow:
    """Cells side by side; `at` is the number of the row in the table, from 0."""

    cells: Sequence[LaidCell]
    height: float
    element: Element
    at: int
    total: bool = False

    def split(self, room: float, padding: float) -> "tuple[LaidRow, LaidRow] | None":
        """Return two rows of which the first is at most `room` high; both are the same element."""
        parts = [cell.split(room - 2 * padding) for cell in self.cells]
        if not any(first.words for first, _ in parts):
            return None
        first, rest = [one for one, _ in parts], [other for _, other in parts]
        heights = [max(cell.height for cell in cells) + 2 * padding for cells in (first, rest)]
        return (
            replace(self, cells=first, height=heights[0]),
            replace(self, cells=rest, height=heights[1]),
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all parts of a table share."""

    look: TableLook
    width: float
    setter: Typesetter
    table: Element = field(default_factory=lambda: Element("Table"))
    head: Element = field(default_factory=lambda: Element("THead"))
    body: Element = field(default_factory=lambda: Element("TBody"))


@dataclass(frozen=True, slots=True)
class LaidTable:
    """Rows of a table, under its head; `first` are those with which the table begins."""

    frame: _Frame
    head: LaidRow | None
    rows: Sequence[LaidRow]
    first: bool = True

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    @property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def _is_small(self) -> bool:
        """Whether it is not worth breaking; long tables are not even measured for it."""
        return len(self.rows) <= _FEW and self.height <= _SMALL

    @property
    def least(self) -> float:
        whole = len(self.rows) <= _TOGETHER + 1 or self._is_small
        rows = self.rows if whole else self.rows[:_TOGETHER]
        height = 0.0
        for row in rows:
            if row.height > _TALL:
                return self._head_height + height + 4 * _SENSIBLE
            height += row.height
        return self._head_height + height

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        room -= self._head_height
        ends = list(accumulate(row.height for row in self.rows))
        fitting = sum(end <= room + SLACK for end in ends)
        left = room - (ends[fitting - 1] if fitting else 0.0)
        if fitting < len(self.rows) and self._worth_splitting(self.rows[fitting], left):
            parts = self.rows[fitting].split(left, self.frame.look.above)
            if parts:
                return self._two(
                    [*self.rows[:fitting], parts[0]], [parts[1], *self.rows[fitting + 1 :]]
                )
        count = self._good_place(fitting)
        if count < _TOGETHER and not force:
            return None
        if count < _TOGETHER:
            count = fitting
        if not count:
            parts = self.rows[0].split(room, self.frame.look.above)
            return parts and self._two([parts[0]], [parts[1], *self.rows[1:]])
        return self._two(self.rows[:count], self.rows[count:])

    @staticmethod
    def _worth_splitting(row: LaidRow, room: float) -> bool:
        return row.height > _TALL and room > _SENSIBLE

    def _good_place(self, fitting: int) -> int:
        rows = len(self.rows)
        if rows < 2 * _TOGETHER or self._is_small:
            return 0
        count = min(fitting, rows - min(_LAST_PAGE, rows - _TOGETHER))
        while count > 0 and self.rows[count].total:
            count -= 1
        return count

    def _two(self, above: Sequence[LaidRow], below: Sequence[LaidRow]) -> tuple[Laid, Laid]:
        return replace(self, rows=above), replace(self, rows=below, first=False)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.artifact():
            self._draw_grounds(canvas, x, y)
            self._draw_rules(canvas, x, y)
        with canvas.element(self.frame.table):
            if self.head and self.first:
                with canvas.element(self.frame.head):
                    self._draw_row(canvas, self.head, x, y, from_below=True)
            elif self.head:
                with canvas.artifact("Pagination"):
                    self._draw_row(canvas, self.head, x, y, from_below=True)
            y += self._head_height
            with canvas.element(self.frame.body):
                for row in self.rows:
                    self._draw_row(canvas, row, x, y)
                    y += row.height

    def _draw_row(
        self, canvas: Canvas, row: LaidRow, x: float, y: float, *, from_below: bool = False
    ) -> None:
        padding = self.frame.look.above
        with canvas.element(row.element):
            for cell in row.cells:
                top = y + padding
                if from_below:
                    top = y + row.height - padding + 1.0 - cell.height
                cell.draw(canvas, x, top)

    def _draw_grounds(self, canvas: Canvas, x: float, y: float) -> None:
        look, width, setter = self.frame.look, self.frame.width, self.frame.setter
        inks = setter.inks
        if self.head and not inks.black and not look.quiet:
            canvas.rectangle(x, y, width, self.head.height, Paint(fill=inks.petrol_3))
        y += self._head_height
        for row in self.rows:
            if row.at % 2 and look.zebra and not row.total and not inks.black:
                canvas.rectangle(x, y, width, row.height, Paint(fill=inks.stone))
            for cell in row.cells:
                cell.draw_ground(canvas, setter, Ground(x, y, row.height, look.side))
            y += row.height

    def _draw_rules(self, canvas: Canvas, x: float, y: float) -> None:
        inks, right = self.frame.setter.inks, x + self.frame.width
        quiet = self.frame.look.quiet
        hair = Paint(stroke=inks.hair, width=0.4)
        if not quiet:
            canvas.line((x, y), (right, y), Paint(stroke=inks.petrol, width=1.2))
        elif not self.head:
            canvas.line((x, y), (right, y), hair)
        if self.head:
            y += self.head.height
            below = hair if quiet else Paint(stroke=inks.petrol, width=0.6)
            canvas.line((x, y), (right, y), below)
        for row in self.rows[:-1]:
            y += row.height
            canvas.line((x, y), (right, y), hair)
        if self.rows:
            y += self.rows[-1].height
            canvas.line((x, y), (right, y), Paint(stroke=inks.rule, width=0.8))
