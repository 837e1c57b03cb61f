"""The grid of a page: twelve columns, a margin column of three, a text column of nine."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.graphics.shapes import Drawing

from quartierdesk.exports.inks import Role
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import CLOSE, Block, Laid, Spacing, Stack, Unbroken
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.drawing import draw
from quartierdesk.exports.pdf.measures import GUTTER, MARGIN, TEXT, TEXT_LEFT, WIDTH, columns
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

MEASURE = WIDTH
HALF = columns(6)
INSET = TEXT_LEFT

_TALLEST_COLUMN = 200.0  # points: columns that do not break go no further down
_LABEL = type_scale.H2.but(hyphenate=True)
SECTION_GAP = 21.0
AFTER_TEXT = Spacing(after=7.0)
AFTER_BLOCK = Spacing(before=14.0, after=14.0)
NEW_SECTION = Spacing(before=SECTION_GAP, after=SECTION_GAP)


def in_text_column(blocks: Sequence[Block], spacing: Spacing = CLOSE) -> Block:
    """Return blocks in the text column."""
    return Beside((Place(INSET, TEXT, Stack(tuple(blocks))),), spacing)


def labelled(label: str, blocks: Sequence[Block], spacing: Spacing = NEW_SECTION) -> Block:
    """Return blocks in the text column with a heading in the margin column, if there is one."""
    if not label:
        return in_text_column(blocks, spacing)
    heading = Heading(label, 2, _LABEL)
    return Beside(
        (Place(0.0, MARGIN - 6, heading), Place(INSET, TEXT, Stack(tuple(blocks)))), spacing
    )


def beside_label(label: str, blocks: Sequence[Block], spacing: Spacing = CLOSE) -> Block:
    """Return blocks in the text column with a small bold label in the margin column."""
    named = Paragraph(label, type_scale.H3)
    return Beside((Place(0.0, MARGIN, named), Place(INSET, TEXT, Stack(tuple(blocks)))), spacing)


def halves(left: Block, right: Block, spacing: Spacing = CLOSE, gap: float = GUTTER) -> Block:
    """Return two blocks side by side, each half as wide as the page."""
    half = (MEASURE - gap) / 2
    return Beside((Place(0.0, half, left), Place(half + gap, half, right)), spacing)


@dataclass(frozen=True, slots=True)
class _LaidRule(Unbroken):
    rule: "Rule"
    width: float
    setter: Typesetter

    @property
    def height(self) -> float:
        return 0.0

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        paint = Paint(stroke=self.setter.inks.of(self.rule.role), width=self.rule.weight)
        with canvas.artifact():
            canvas.line((x, y), (x + self.width, y), paint)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line over the whole width; nobody reads it."""

    role: Role = "hair"
    weight: float = 0.5
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        """Return the line for a width."""
        return _LaidRule(self, width, setter)


@dataclass(frozen=True, slots=True)
class Spot:
    """A block at a place of a page, in points from its upper left corner of the type area."""

    left: float
    top: float
    width: float
    block: Block


@dataclass(frozen=True, slots=True)
class _LaidPoster(Unbroken):
    spots: Sequence[tuple[float, float, Laid]]
    height: float

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        for left, top, laid in self.spots:
            laid.draw(canvas, x + left, y + top)


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks at fixed places of a page of which nothing flows; they are read in their order."""

    spots: Sequence[Spot]
    height: float
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        """Return everything at its place."""
        laid = [(s.left, s.top, s.block.lay(setter, s.width)) for s in self.spots]
        return _LaidPoster(laid, self.height)


def on_base_line(base: float, style: TextStyle) -> float:
    """Return the top of a text whose first base line is `base` points down."""
    return base - style.base_line


@dataclass(frozen=True, slots=True)
class _LaidDivided(Unbroken):
    laid: Sequence[tuple[float, Laid]]
    lines: Sequence[float]
    setter: Typesetter
    inset: float

    @property
    def height(self) -> float:
        return max((each.height for _, each in self.laid), default=0.0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        paint = Paint(stroke=self.setter.inks.hair, width=0.5)
        with canvas.artifact():
            for at in self.lines:
                top, bottom = y + self.inset, y + self.height - self.inset
                canvas.line((x + at, top), (x + at, bottom), paint)
        for left, each in self.laid:
            each.draw(canvas, x + left, y)


_AIR = 4.0  # points that stay free at the right of a column


@dataclass(frozen=True, slots=True)
class Divided:
    """Blocks in columns with upright lines between them, which are `inset` shorter.

    The columns are equal, unless `needs` says how many points each needs besides its gap: then
    they share what is left over.
    """

    blocks: Sequence[Block]
    spacing: Spacing = CLOSE
    gap: float = 10.0
    inset: float = 0.0
    needs: Sequence[float] = ()

    def lay(self, setter: Typesetter, width: float) -> Laid:
        """Return the columns side by side, one below the other where there is too much in one."""
        widths = self._widths(width)
        edges = [0.0, *accumulate(widths)]
        laid: list[tuple[float, Laid]] = []
        for at, block in enumerate(self.blocks):
            gap = self.gap if at else 0.0
            laid.append((edges[at] + gap, block.lay(setter, widths[at] - gap - _AIR)))
        if any(each.height > _TALLEST_COLUMN for _, each in laid):
            return Stack(self.blocks).lay(setter, width)
        return _LaidDivided(laid, edges[1:-1], setter, self.inset)

    def _widths(self, width: float) -> list[float]:
        count = len(self.blocks)
        needed = [need + (self.gap if at else 0.0) + _AIR + 1 for at, need in enumerate(self.needs)]
        left = width - sum(needed)
        if not needed or left < 0:
            return [width / max(1, count)] * count
        return [need + left / count for need in needed]


@dataclass(frozen=True, slots=True)
class _LaidOrnament(Unbroken):
    drawing: Drawing
    setter: Typesetter

    @property
    def height(self) -> float:
        return float(self.drawing.height)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        with canvas.artifact():
            draw(canvas, self.drawing, x, y, self.setter)


@dataclass(frozen=True, slots=True)
class Ornament:
    """A drawing that says nothing that is not written beside it; nobody reads it."""

    drawing: Drawing
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        """Return the drawing."""
        return _LaidOrnament(self.drawing, setter)
