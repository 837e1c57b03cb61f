"""Paragraphs and headings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quartierdesk.exports.pdf.blocks.block import CLOSE, KEPT, SLACK, Laid, Spacing, Target
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Line, Text, TextStyle, plain

_TOGETHER = 2  # lines of a paragraph before and after the end of a page, at least


@dataclass(frozen=True, slots=True)
class LaidText:
    """Lines of one paragraph."""

    lines: Sequence[Line]
    style: TextStyle
    width: float
    element: Element

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        count = len(self.lines)
        return (count if count < 2 * _TOGETHER else _TOGETHER) * self.style.leading

    def split(self, room: float, force: bool) -> "tuple[LaidText, LaidText] | None":
        together = 1 if force else _TOGETHER
        count = min(int((room + SLACK) / self.style.leading), len(self.lines) - together)
        if count < together:
            return None
        return self._part(self.lines[:count]), self._part(self.lines[count:])

    def _part(self, lines: Sequence[Line]) -> "LaidText":
        return LaidText(lines, self.style, self.width, self.element)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.element(self.element):
            write_lines(canvas, self.lines, self.style, (x, y), self.width)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `tag` is its element, such as P or Caption.

    `indent` is where it begins, `measure` how wide it may be at most, in points.
    """

    text: Text
    style: TextStyle
    spacing: Spacing = CLOSE
    tag: str = "P"
    indent: float = 0.0
    measure: float = float("inf")

    def lay(self, setter: Typesetter, width: float) -> Laid:
        room = min(width - self.indent, self.measure)
        lines = setter.lines(self.text, self.style, room)
        laid = LaidText(lines, self.style, room, Element(self.tag))
        return LaidIndented(laid, self.indent) if self.indent else laid


@dataclass(frozen=True, slots=True)
class LaidIndented:
    """A block moved to the right."""

    laid: Laid
    indent: float

    @property
    def height(self) -> float:
        return self.laid.height

    @property
    def least(self) -> float:
        return self.laid.least

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        parts = self.laid.split(room, force)
        return parts and (
            LaidIndented(parts[0], self.indent),
            LaidIndented(parts[1], self.indent),
        )

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        self.laid.draw(canvas, x + self.indent, y)


@dataclass(frozen=True, slots=True)
class LaidHeading:
    """A heading, perhaps with a number or other words in the margin at its left."""

    text: LaidText
    margin: tuple[Line, TextStyle] | None
    indent: float
    target: Target

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def least(self) -> float:
        return self.height

    @property
    def targets(self) -> Sequence[tuple[float, Target]]:
        return [(0.0, self.target)]

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        parts = self.text.split(room, force) if force else None
        return parts and (replace(self, text=parts[0]), LaidIndented(parts[1], self.indent))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        target = self.target
        canvas.bookmarks.add(target.named, target.level, canvas.place(y - 6))
        with canvas.element(self.text.element):
            if self.margin:
                line, style = self.margin
                base = y + self.text.style.base_line - style.base_line
                write_lines(canvas, [line], style, (x, base), line.width)
        self.text.draw(canvas, x + self.indent, y)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, with a key to link to.

    `number` stands before it, in the margin if there is an `indent`. `running` is what the head
    of the page says from here on.
    """

    text: Text
    level: int
    style: TextStyle
    spacing: Spacing = KEPT
    key: str = ""
    number: str = ""
    number_style: TextStyle | None = None
    indent: float = 0.0
    running: str = ""

    def lay(self, setter: Typesetter, width: float) -> Laid:
        lines = setter.lines(self.text, self.style, width - self.indent)
        element = Element(f"H{self.level}")
        laid = LaidText(lines, self.style, width - self.indent, element)
        margin = None
        if self.number:
            style = self.number_style or self.style
            margin = (setter.one_line(self.number + "\xa0", style), style)
        title = " ".join(plain(self.text).split())
        target = Target(self.key, self.level, title, self.running, self.number)
        return LaidHeading(laid, margin, self.indent, target)
