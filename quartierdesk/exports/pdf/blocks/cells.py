"""What stands in the cells of a table, laid out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from quartierdesk.exports.inks import Role
from quartierdesk.exports.pdf.blocks.block import SLACK
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.drawing import draw
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Align, Line, Text, TextStyle


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a cell.

    `sign` is drawn at its left, beside the first line, and not read; the text begins `indent`
    further right. `above` is space before it. All in points.
    """

    text: Text
    style: TextStyle | None = None
    above: float = 0.0
    indent: float = 0.0
    sign: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs, how many columns it covers, whether it is the head of its row.

    `ground` fills the cell but for a narrow edge, `framed` draws a line around that.
    """

    words: Sequence[Words]
    columns: int = 1
    align: Align | None = None
    is_head: bool = False
    ground: Role | str = ""
    framed: bool = False


CellContent = Text | Words | Cell


def cell_of(content: CellContent) -> Cell:
    """Return any content as a cell."""
    if isinstance(content, Cell):
        return content
    return Cell((content if isinstance(content, Words) else Words(content),))


@dataclass(frozen=True, slots=True)
class LaidWords:
    """Lines of one paragraph of a cell; `top` is their distance from the top of the cell."""

    lines: Sequence[Line]
    style: TextStyle
    top: float
    indent: float
    sign: Drawing | None
    element: Element | None

    @property
    def bottom(self) -> float:
        text = len(self.lines) * self.style.leading
        return self.top + max(text, self.sign.height if self.sign else 0.0)


class CellBox(NamedTuple):
    """Where the text of a cell begins in its row, how wide it may be, where it is aligned to."""

    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell with its place in the row."""

    words: Sequence[LaidWords]
    box: CellBox
    element: Element
    cell: Cell

    @property
    def height(self) -> float:
        return self.words[-1].bottom if self.words else 0.0

    def split(self, room: float) -> "tuple[LaidCell, LaidCell]":
        """Return what is at most `room` high, perhaps nothing, and the rest."""
        above: list[LaidWords] = []
        below: list[LaidWords] = []
        moved_up = 0.0
        for words in self.words:
            fits = max(0, int((room - words.top + SLACK) / words.style.leading))
            if below:
                below.append(replace(words, top=words.top - moved_up))
            elif fits >= len(words.lines):
                above.append(words)
            else:
                moved_up = words.top + fits * words.style.leading
                rest = replace(words, lines=words.lines[fits:], top=0.0)
                if fits:
                    above.append(replace(words, lines=words.lines[:fits]))
                    rest = replace(rest, sign=None)
                below.append(rest)
        return replace(self, words=above), replace(self, words=below)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the text; what is drawn belongs to the cell's element."""
        with canvas.element(self.element):
            for words in self.words:
                self._draw_words(canvas, words, (x + self.box.x, y + words.top))

    def _draw_words(self, canvas: Canvas, words: LaidWords, corner: tuple[float, float]) -> None:
        x, y = corner
        if words.sign:
            with canvas.artifact():
                draw(canvas, words.sign, x, y)
        place, width = (x + words.indent, y), self.box.width - words.indent
        if words.element is None:
            write_lines(canvas, words.lines, words.style, place, width, self.box.align)
        else:
            with canvas.element(words.element):
                write_lines(canvas, words.lines, words.style, place, width, self.box.align)

    def draw_ground(self, canvas: Canvas, setter: Typesetter, box: "Ground") -> None:
        """Draw what lies behind the text of the cell."""
        if not self.cell.ground and not self.cell.framed:
            return
        inks = setter.inks
        paint = Paint(
            fill=getattr(inks, self.cell.ground, self.cell.ground),
            stroke=inks.ink if self.cell.framed else "",
            width=1,
        )
        edge = 0.75
        canvas.rectangle(
            box.x + self.box.x - box.padding + edge,
            box.y + edge,
            self.box.width + 2 * box.padding - 2 * edge,
            box.height - 2 * edge,
            paint,
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """The place of a row: its upper left corner, its height, the padding of its cells."""

    x: float
    y: float
    height: float
    padding: float


def lay_cell(
    cell: Cell, setter: Typesetter, style: TextStyle, box: CellBox, element: Element
) -> LaidCell:
    """Lay out a cell."""
    width = box.width
    laid: list[LaidWords] = []
    top = 0.0
    several = len(cell.words) > 1
    for words in cell.words:
        own = words.style or style
        lines = setter.lines(words.text, own, width - words.indent)
        top += words.above if laid else 0.0
        child = Element("P") if several and lines else None
        one = LaidWords(lines, own, top, words.indent, words.sign, child)
        laid.append(one)
        top = one.bottom
    return LaidCell(laid, box, element, cell)
