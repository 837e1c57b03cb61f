"""The table of contents: numbers, titles and the pages they stand on, each row a link."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby

from quartierdesk.exports.pdf.blocks.block import CLOSE, SLACK, Laid, Spacing, Target
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Line, TextStyle

_PAGE = 28.0  # points kept for the number of the page
_GAP = 10.0  # points between the number of a heading and its title
_ROW = 3.0  # points between two rows


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading: its number stands at `left`, its title at `text`, in points.

    `lists` are those it stands in, the whole one first.
    """

    target: Target
    number: Line
    lines: Sequence[Line]
    style: TextStyle
    left: float
    text: float
    lists: Sequence[Element]

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + _ROW


@dataclass(frozen=True, slots=True)
class LaidContents:
    """Rows of a table of contents; those of deeper levels stand in lists of their own."""

    rows: Sequence[_Row]
    width: float
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
        for row in self.rows:
            with ExitStack() as opened:
                for listed in row.lists:
                    opened.enter_context(canvas.element(listed))
                self._draw_row(canvas, row, x, y)
            y += row.height

    def _draw_row(self, canvas: Canvas, row: _Row, x: float, y: float) -> None:
        place = canvas.places[row.target.key]
        page = str(place.page + 1)
        link = Element("Link", alt=f"{row.target.named}, Seite {page}")
        style, last = row.style, y + (len(row.lines) - 1) * row.style.leading
        with (
            canvas.element(Element("TOCI")),
            canvas.element(Element("Reference")),
            canvas.element(link),
        ):
            write_lines(canvas, [row.number], style, (x + row.left, y), row.number.width)
            room = self.width - row.text - _PAGE
            write_lines(canvas, row.lines, style, (x + row.text, y), room)
            line = self.setter.one_line(f"\xa0{page}", style)
            write_lines(canvas, [line], style.but(align="right"), (x, last), self.width)
            canvas.link(link, (x, y), self.width, row.height, place)
        start = x + row.text + row.lines[-1].width + 6
        end = x + self.width - line.width - 6
        if end > start:
            with canvas.artifact():
                base = last + style.base_line - 1
                hair = Paint(stroke=self.setter.inks.hair, width=0.6, dash=(0.6, 3))
                canvas.line((start, base), (end, base), hair)


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents; the first level in the first style, deeper ones in the second.

    Numbers stand in a column of their own, and so do those of each deeper level, which begins
    below the titles of the one above.
    """

    targets: Sequence[Target]
    styles: tuple[TextStyle, TextStyle]
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        edges = self._edges(setter)
        rows = []
        for target, lists in zip(self.targets, self._lists(), strict=True):
            style, text = self._style(target), edges[target.level]
            number = setter.one_line(f"{target.number}\xa0" if target.number else "", style)
            lines = setter.lines(target.title, style, width - text - _PAGE)
            left = edges.get(target.level - 1, 0.0)
            rows.append(_Row(target, number, lines, style, left, text, lists))
        return LaidContents(rows, width, setter)

    def _style(self, target: Target) -> TextStyle:
        return self.styles[target.level > 1]

    def _edges(self, setter: Typesetter) -> dict[int, float]:
        """Return where the titles of each level begin."""
        edges: dict[int, float] = {}
        left = 0.0
        by_level = sorted(self.targets, key=lambda target: target.level)
        for level, targets in groupby(by_level, key=lambda target: target.level):
            widest = max(setter.width(each.number, self._style(each)) for each in targets)
            left += widest + _GAP if widest else 0.0
            edges[level] = left
        return edges

    def _lists(self) -> Iterator[tuple[Element, ...]]:
        """Yield the lists in which each heading stands: a deeper one within that of the upper."""
        opened: list[tuple[int, Element]] = []
        for target in self.targets:
            while opened and opened[-1][0] > target.level and len(opened) > 1:
                opened.pop()
            if not opened or opened[-1][0] < target.level:
                opened.append((target.level, Element("TOC")))
            yield tuple(element for _, element in opened)
