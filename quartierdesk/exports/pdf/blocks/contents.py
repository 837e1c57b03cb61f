"""The table of contents: titles with the pages they stand on, each a link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quartierdesk.exports.pdf.blocks.block import CLOSE, SLACK, Laid, Spacing, Target
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Line, TextStyle

_NUMBER = 28.0  # points kept for the number of the page
_STEP = 14.0  # points by which each level is moved to the right
_ROW = 3.0  # points between two rows


@dataclass(frozen=True, slots=True)
class _Row:
    target: Target
    lines: Sequence[Line]
    style: TextStyle

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + _ROW


@dataclass(frozen=True, slots=True)
class LaidContents:
    """Rows of a table of contents."""

    rows: Sequence[_Row]
    width: float
    element: Element
    setter: Typesetter

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return sum(row.height for row in self.rows[:2])

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        used, count = 0.0, 0
        while count < len(self.rows) and used + self.rows[count].height <= room + SLACK:
            used += self.rows[count].height
            count += 1
        if not 0 < count < len(self.rows):
            return None
        return replace(self, rows=self.rows[:count]), replace(self, rows=self.rows[count:])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.element(self.element):
            for row in self.rows:
                self._draw_row(canvas, row, x, y)
                y += row.height

    def _draw_row(self, canvas: Canvas, row: _Row, x: float, y: float) -> None:
        place = canvas.places[row.target.key]
        left = x + _STEP * (row.target.level - 1)
        number = str(place.page + 1)
        words = f"{row.target.title}, Seite {number}"
        link = Element("Link", alt=words)
        style, last = row.style, y + (len(row.lines) - 1) * row.style.leading
        with (
            canvas.element(Element("TOCI")),
            canvas.element(Element("Reference")),
            canvas.element(link),
        ):
            write_lines(canvas, row.lines, style, (left, y), self.width)
            line = self.setter.one_line(f"\xa0{number}", style)
            write_lines(canvas, [line], style.but(align="right"), (x, last), self.width)
            canvas.link(link, (x, y), self.width, row.height, place)
        start = left + row.lines[-1].width + 6
        end = x + self.width - line.width - 6
        if end > start:
            with canvas.artifact():
                base = last + style.base_line - 1
                hair = Paint(stroke=self.setter.inks.hair, width=0.6, dash=(0.6, 3))
                canvas.line((start, base), (end, base), hair)


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents; the first level in the first style, deeper ones in the second."""

    targets: Sequence[Target]
    styles: tuple[TextStyle, TextStyle]
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        rows = []
        for target in self.targets:
            style = self.styles[target.level > 1]
            room = width - _STEP * (target.level - 1) - _NUMBER
            rows.append(_Row(target, setter.lines(target.title, style, room), style))
        return LaidContents(rows, width, Element("TOC"), setter)
