"""Blocks beside each other, in boxes, in lists, behind a bar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.graphics.shapes import Drawing

from quartierdesk.exports.inks import Role
from quartierdesk.exports.pdf.blocks.block import (
    CLOSE,
    SLACK,
    Block,
    Entry,
    Laid,
    LaidStack,
    Spacing,
    Target,
    lay_all,
    targets_in,
)
from quartierdesk.exports.pdf.blocks.text import LaidText
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.drawing import draw
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Line, Text, TextStyle


@dataclass(frozen=True, slots=True)
class LaidBeside:
    """Blocks beside each other, each at a distance from the left."""

    columns: Sequence[tuple[float, Laid]]

    @property
    def height(self) -> float:
        return max((laid.height for _, laid in self.columns), default=0.0)

    @property
    def least(self) -> float:
        return max((laid.least for _, laid in self.columns), default=0.0)

    @property
    def targets(self) -> Sequence[tuple[float, Target]]:
        return [found for _, laid in self.columns for found in targets_in(laid)]

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        above: list[tuple[float, Laid]] = []
        below: list[tuple[float, Laid]] = []
        for x, laid in self.columns:
            if laid.height <= room + SLACK:
                above.append((x, laid))
                continue
            parts = laid.split(room, force)
            if parts is None:
                return None
            above.append((x, parts[0]))
            below.append((x, parts[1]))
        return LaidBeside(above), LaidBeside(below)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        for offset, laid in self.columns:
            laid.draw(canvas, x + offset, y)


@dataclass(frozen=True, slots=True)
class Place:
    """A block, how far from the left it stands, and how wide it is, in points."""

    left: float
    width: float
    block: Block


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks beside each other; they are read from left to right, each to its end."""

    places: Sequence[Place]
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        return LaidBeside(
            [(place.left, place.block.lay(setter, place.width)) for place in self.places]
        )


@dataclass(frozen=True, slots=True)
class LaidFramed:
    """A block with a ground, a bar at its left, or lines above and below."""

    laid: Laid
    frame: "Framed"
    width: float
    setter: Typesetter

    @property
    def height(self) -> float:
        return self.laid.height + self.frame.above + self.frame.below

    @property
    def least(self) -> float:
        return self.laid.least + self.frame.above + self.frame.below

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        parts = self.laid.split(room - self.frame.above - self.frame.below, force)
        return parts and (replace(self, laid=parts[0]), replace(self, laid=parts[1]))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        inks, frame = self.setter.inks, self.frame
        with canvas.artifact():
            if frame.ground and not (inks.black and frame.ground in ("stone", "petrol_3")):
                paint = Paint(fill=inks.of(frame.ground))
                canvas.rectangle(x, y, self.width, self.height, paint)
            if frame.outline:
                paint = Paint(stroke=inks.of(frame.outline), width=frame.line)
                canvas.rectangle(x, y, self.width, self.height, paint)
            if frame.bar:
                paint = Paint(fill=inks.of(frame.bar))
                canvas.rectangle(x, y + frame.bar_inset, frame.bar_width, self._bar, paint)
        self.laid.draw(canvas, x + frame.left, y + frame.above)

    @property
    def _bar(self) -> float:
        return self.height - 2 * self.frame.bar_inset


@dataclass(frozen=True, slots=True)
class Framed:
    """A block in a box: ground, outline, a bar at the left; padding in points."""

    block: Block
    spacing: Spacing = CLOSE
    ground: Role | Literal[""] = ""
    outline: Role | Literal[""] = ""
    line: float = 0.8
    bar: Role | Literal[""] = ""
    bar_width: float = 3.0
    bar_inset: float = 0.0
    left: float = 14.0
    right: float = 14.0
    above: float = 8.0
    below: float = 8.0

    def lay(self, setter: Typesetter, width: float) -> Laid:
        laid = self.block.lay(setter, width - self.left - self.right)
        return LaidFramed(laid, self, width, setter)


def notice(block: Block, spacing: Spacing = CLOSE) -> Framed:
    """Return a block in the box of rules and notices."""
    return Framed(block, spacing, ground="stone", bar="petrol")


def quotation(blocks: Sequence[Block], spacing: Spacing = CLOSE) -> Framed:
    """Return what somebody said, with a bar at its left; the last block names the source."""
    return Framed(
        Tagged(blocks, "BlockQuote", whole=True),
        spacing,
        bar="petrol_2",
        bar_width=2.0,
        bar_inset=2.0,
        left=18.0,
        right=0.0,
        above=0.0,
        below=1.0,
    )


@dataclass(frozen=True, slots=True)
class Tagged:
    """Blocks one below the other within one element, such as BlockQuote or Sect."""

    blocks: Sequence[Block]
    tag: str
    spacing: Spacing = CLOSE
    whole: bool = False

    def lay(self, setter: Typesetter, width: float) -> Laid:
        entries = lay_all(self.blocks, setter, width)
        return LaidStack(entries, Element(self.tag), self.whole)


@dataclass(frozen=True, slots=True)
class LaidItem:
    """An item of a list: its mark or number, and its text further right."""

    text: LaidText
    indent: float
    label: tuple[Line, TextStyle] | Drawing | None
    item: Element
    mark: Element
    setter: Typesetter

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def least(self) -> float:
        return self.text.least

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        parts = self.text.split(room, force)
        return parts and (
            replace(self, text=parts[0]),
            replace(self, text=parts[1], label=None),
        )

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.element(self.item):
            with canvas.element(self.mark):
                self._draw_label(canvas, x, y)
            self.text.draw(canvas, x + self.indent, y)

    def _draw_label(self, canvas: Canvas, x: float, y: float) -> None:
        if isinstance(self.label, Drawing):
            draw(canvas, self.label, x, y, self.setter)
        elif self.label:
            line, style = self.label
            shift = self.text.style.base_line - style.base_line
            write_lines(canvas, [line], style, (x, y + shift), line.width)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `label` is its number, a sign, or nothing for a bullet."""

    text: Text
    label: str | Drawing = "•"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. `numbering` as PDF calls it: Disc, Decimal, or None where labels speak.

    Lists of up to four lines stay on one page.
    """

    items: Sequence[Item]
    style: TextStyle
    spacing: Spacing = CLOSE
    numbering: Literal["Disc", "Decimal", "None"] = "Disc"
    indent: float = 13.0
    gap: float = 2.0
    label_style: TextStyle | None = None

    def lay(self, setter: Typesetter, width: float) -> Laid:
        between = Spacing(after=self.gap)
        entries = [Entry(self._lay(item, setter, width), between) for item in self.items]
        lines = sum(entry.laid.height for entry in entries) / self.style.leading
        return LaidStack(entries, Element("L", numbering=self.numbering), whole=lines <= 4.5)

    def _lay(self, item: Item, setter: Typesetter, width: float) -> Laid:
        room = width - self.indent
        lines = setter.lines(item.text, self.style, room)
        text = LaidText(lines, self.style, room, Element("LBody"))
        label: tuple[Line, TextStyle] | Drawing
        if isinstance(item.label, str):
            style = self.label_style or self.style.but(role="petrol")
            label = (setter.one_line(item.label, style), style)
        else:
            label = item.label
        return LaidItem(text, self.indent, label, Element("LI"), Element("Lbl"), setter)
