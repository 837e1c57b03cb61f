"""Forms to fill in by hand: tables with lines, boxes and heads that may run upwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quartierdesk.exports.pdf.blocks.block import CLOSE, Laid, Spacing, Unbroken
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

HEAD = TextStyle("bold", 8.5, 11.5, hyphenate=False)
LABEL = TextStyle("regular", 10, 13.5, hyphenate=False)
BOLD = TextStyle("bold", 9, 12, hyphenate=False)
_TINT = "#EDEDED"
_PAD = 4.0

Marks = Callable[[Canvas, Typesetter, float, float, float, float], None]
"""Draws boxes or lines into a cell: left, top, width, height."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: `texts` are printed in it, one for each row; `marks` are drawn.

    An `upright` head runs from below upwards.
    """

    title: str
    width: float
    texts: Sequence[str] = ()
    style: TextStyle = LABEL
    upright: bool = False
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class FormTable:
    """Rows of equal height to write into."""

    columns: Sequence[FormColumn]
    rows: int
    row: float
    head: float
    summary: str
    upright_rules: bool = True
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        """Return the form."""
        return _LaidForm(self, setter)


@dataclass(frozen=True, slots=True)
class _LaidForm(Unbroken):
    form: FormTable
    setter: Typesetter

    @property
    def height(self) -> float:
        return self.form.head + self.form.rows * self.form.row

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.artifact():
            self._lines(canvas, x, y)
        with canvas.element(Element("Table", summary=self.form.summary)):
            with canvas.element(Element("THead")), canvas.element(Element("TR", keep=True)):
                self._heads(canvas, x, y)
            with canvas.element(Element("TBody")):
                for at in range(self.form.rows):
                    with canvas.element(Element("TR", keep=True)):
                        self._cells(canvas, at, x, y + self.form.head + at * self.form.row)

    def _lines(self, canvas: Canvas, x: float, y: float) -> None:
        form, inks = self.form, self.setter.inks
        width = sum(column.width for column in form.columns)
        canvas.rectangle(x, y, width, form.head, Paint(fill=_TINT))
        canvas.line((x, y), (x + width, y), Paint(stroke=inks.ink, width=1.2))
        bottom = y + self.height
        for at in range(form.rows + 1):
            line = y + form.head + at * form.row
            weight = 0.8 if at == 0 else 1.0 if at == form.rows else 0.5
            canvas.line((x, line), (x + width, line), Paint(stroke=inks.ink, width=weight))
        edge = x
        for column in form.columns[:-1]:
            edge += column.width
            if form.upright_rules:
                start = (edge, y + form.head)
                canvas.line(start, (edge, bottom), Paint(stroke="#9A9A9A", width=0.4))

    def _heads(self, canvas: Canvas, x: float, y: float) -> None:
        for column in self.form.columns:
            with canvas.element(Element("TH", scope="Column", keep=True)):
                if column.upright:
                    line = self.setter.one_line(column.title, HEAD)
                    for piece in line.pieces:
                        place = (x + column.width / 2 + 3, y + self.form.head - 5)
                        canvas.upright_text(*place, piece.type, piece.text)
                else:
                    lines = self.setter.lines(column.title, HEAD, column.width - 2 * _PAD)
                    top = y + self.form.head - _PAD - len(lines) * HEAD.leading
                    write_lines(canvas, lines, HEAD, (x + _PAD, top), column.width - 2 * _PAD)
            x += column.width

    def _cells(self, canvas: Canvas, at: int, x: float, y: float) -> None:
        for place, column in enumerate(self.form.columns):
            if column.marks:
                with canvas.artifact():
                    column.marks(canvas, self.setter, x, y, column.width, self.form.row)
            is_head = place == 0
            element = Element("TH" if is_head else "TD", scope="Row" if is_head else "", keep=True)
            with canvas.element(element):
                if at < len(column.texts):
                    self._text(canvas, column, column.texts[at], x, y)
            x += column.width

    def _text(self, canvas: Canvas, column: FormColumn, text: str, x: float, y: float) -> None:
        style, room = column.style, column.width - 2 * _PAD
        lines = self.setter.lines(text, style, room)
        top = y + (self.form.row - len(lines) * style.leading) / 2
        write_lines(canvas, lines, style, (x + _PAD, top), room)


def box(size: float) -> Marks:
    """Return what draws a box to tick in the middle of a cell."""

    def draw(
        canvas: Canvas, setter: Typesetter, x: float, y: float, width: float, height: float
    ) -> None:
        paint = Paint(fill=setter.inks.white, stroke=setter.inks.ink, width=0.8)
        left, top = x + (width - size) / 2, y + (height - size) / 2
        canvas.rectangle(left, top, size, size, paint)

    return draw


def field(inset_x: float, inset_y: float) -> Marks:
    """Return what draws a box to write into, smaller than its cell on each side."""

    def draw(
        canvas: Canvas, setter: Typesetter, x: float, y: float, width: float, height: float
    ) -> None:
        paint = Paint(fill=setter.inks.white, stroke=setter.inks.ink, width=0.8)
        canvas.rectangle(x + inset_x, y + inset_y, width - 2 * inset_x, height - 2 * inset_y, paint)

    return draw


def tally(columns: int, rows: int) -> Marks:
    """Return what draws small boxes, each for five strokes."""

    def draw(
        canvas: Canvas, setter: Typesetter, x: float, y: float, width: float, height: float
    ) -> None:
        paint = Paint(stroke="#9A9A9A", width=0.4)
        wide, high = (width - 10) / columns, (height - 6) / rows
        for at in range(columns * rows):
            left = x + 5 + (at % columns) * wide
            canvas.rectangle(left, y + 3 + (at // columns) * high, wide, high, paint)

    return draw
