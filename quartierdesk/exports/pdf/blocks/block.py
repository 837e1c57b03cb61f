"""What every block can do, and how blocks are stacked into a given height."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.setting.lines import Typesetter

SLACK = 0.05  # points by which sums of heights may differ


class Laid(Protocol):
    """A block laid out for a width; heights in points.

    `least` is how much of it from the top has to stand together. The pieces into which it is
    split share their elements of the structure tree.
    """

    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float: ...

    def split(self, room: float, force: bool) -> "tuple[Laid, Laid] | None":
        """Return a part that is at most `room` high and the rest; None if there is no good place.

        With `force` any place is good: the block stands at the top of a page and is too high.
        """
        ...

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its upper left corner at `x`, `y`."""
        ...


class _High(Protocol):
    @property
    def height(self) -> float: ...


class Unbroken:
    """What stands on one page as a whole."""

    __slots__ = ()

    @property
    def least(self: _High) -> float:
        """Return its whole height."""
        return self.height

    def split(self, room: float, force: bool) -> None:
        """There is no place to break it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Space before and after in points; the larger of two neighbours counts.

    With `keep` a block stands on the same page as the beginning of the next one; the last block
    of a part stands `at_foot` of its page.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    at_foot: bool = False


CLOSE = Spacing()
"""No space at all."""
KEPT = Spacing(keep=True)
"""No space, on the same page as the beginning of the next block."""


class Block(Protocol):
    """A part of a document that does not know yet how wide it will be."""

    @property
    def spacing(self) -> Spacing: ...

    def lay(self, setter: Typesetter, width: float) -> Laid: ...


class Target(NamedTuple):
    """A heading that can be linked to: key, level, title, its number, words of the running head."""

    key: str
    level: int
    title: str
    running: str = ""
    number: str = ""

    @property
    def named(self) -> str:
        """Return the title after its number: „3 Das Quartier“."""
        return " ".join(f"{self.number} {self.title}".split())


Targets = Sequence[tuple[float, Target]]
"""Headings with their distance from the top."""


def targets_in(laid: "Laid") -> Targets:
    """Return which headings are in a block; most have none and need not know of the question."""
    found: Targets = getattr(laid, "targets", ())
    return found


@dataclass(frozen=True, slots=True)
class Entry:
    """A laid out block in a stack."""

    laid: Laid
    spacing: Spacing


class Filled(NamedTuple):
    """What went into a height: entries with their distance from the top; what is left over."""

    placed: list[tuple[float, Entry]]
    left: list[Entry]
    height: float


def lay_all(blocks: Sequence[Block], setter: Typesetter, width: float) -> list[Entry]:
    """Return the blocks laid out for a width."""
    return [Entry(block.lay(setter, width), block.spacing) for block in blocks]


def fill(entries: Sequence[Entry], room: float, *, must: bool) -> Filled:
    """Put entries one below the other into `room`.

    With `must` the first one is placed, or a part of it, although its beginning does not fit.
    """
    placed: list[tuple[float, Entry]] = []
    y, after = 0.0, 0.0
    for at, entry in enumerate(entries):
        top = y + max(after, entry.spacing.before) if placed else 0.0
        first = not placed
        if not (first and must) and top + _together(entries, at) > room + SLACK:
            return Filled(placed, list(entries[at:]), y)
        if top + entry.laid.height > room + SLACK:
            parts = entry.laid.split(room - top, force=first and must)
            if parts is None and not (first and must):
                return Filled(placed, list(entries[at:]), y)
            if parts is not None:
                head, rest = parts
                placed.append((top, Entry(head, entry.spacing)))
                left = [Entry(rest, entry.spacing), *entries[at + 1 :]]
                return Filled(placed, left, top + head.height)
        placed.append((top, entry))
        y, after = top + entry.laid.height, entry.spacing.after
    return Filled(placed, [], y)


def _together(entries: Sequence[Entry], at: int) -> float:
    """Return the height of what has to stand together from the entry `at` on."""
    height = 0.0
    while entries[at].spacing.keep and at + 1 < len(entries):
        gap = max(entries[at].spacing.after, entries[at + 1].spacing.before)
        height += entries[at].laid.height + gap
        at += 1
    return height + entries[at].laid.least


@dataclass(slots=True)
class LaidStack:
    """Blocks one below the other, perhaps within one element of the structure tree."""

    entries: Sequence[Entry]
    element: Element | None = None
    whole: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = fill(self.entries, float("inf"), must=True).height

    @property
    def least(self) -> float:
        if self.whole or not self.entries:
            return self.height
        return _together(self.entries, 0)

    @property
    def targets(self) -> Targets:
        placed = fill(self.entries, float("inf"), must=True).placed
        return [
            (top + below, target)
            for top, entry in placed
            for below, target in targets_in(entry.laid)
        ]

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        filled = fill(self.entries, room, must=force)
        if not filled.placed or not filled.left:
            return None
        first = [entry for _, entry in filled.placed]
        return LaidStack(first, self.element), LaidStack(filled.left, self.element)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if self.element is None:
            self._draw(canvas, x, y)
        else:
            with canvas.element(self.element):
                self._draw(canvas, x, y)

    def _draw(self, canvas: Canvas, x: float, y: float) -> None:
        for top, entry in fill(self.entries, float("inf"), must=True).placed:
            entry.laid.draw(canvas, x, y + top)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other; with `whole` together on one page if one page is enough."""

    blocks: Sequence[Block]
    spacing: Spacing = CLOSE
    whole: bool = False

    def lay(self, setter: Typesetter, width: float) -> Laid:
        return LaidStack(lay_all(self.blocks, setter, width), whole=self.whole)
