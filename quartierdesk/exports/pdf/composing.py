"""From blocks to pages: everything is laid out first, so that each page knows all others."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from quartierdesk.errors import CancelledError
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.block import (
    Block,
    Entry,
    Target,
    fill,
    lay_all,
    targets_in,
)
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.links import Place
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.setting.lines import Typesetter

MM = 72 / 25.4
_AT_THE_TOP = 24.0  # points: a heading so far up is that of the whole page


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper with its margins, in points; `bottom` counts from the lower edge."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


A4 = Sheet(595.28, 841.89, 25 * MM, 18 * MM, 78.0, 66.0)
A4_LANDSCAPE = Sheet(841.89, 595.28, 18 * MM, 18 * MM, 60.0, 50.0)
A3 = Sheet(841.89, 1190.55, 20 * MM, 20 * MM, 56.7, 80.0)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head and foot of a page may say; pages count from 1."""

    number: int
    total: int
    running: str
    sheet: Sheet
    inks: Inks


Decoration = Callable[[Canvas, Typesetter, PageFacts], None]
"""Draws what stands on every page; it is read by nobody."""

Late = Callable[[Sequence[Target]], Sequence[Block]]
"""Makes blocks once all headings of the other parts are known."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that begin on a new page; a table of contents is made by a function."""

    sheet: Sheet
    blocks: Sequence[Block] | Late
    decoration: Decoration | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: pages, and the characters that no font could show."""

    pages: int
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Watch:
    """Told how many of how many pages are done, and asked whether to stop."""

    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def tell(self, done: int, total: int) -> None:
        """Pass on how far the work is. Raises `CancelledError`."""
        if self.cancelled and self.cancelled():
            raise CancelledError
        if self.progress:
            self.progress(done, total)


UNWATCHED = Watch()
"""Nobody wants to know, nobody will stop it."""


@dataclass(frozen=True, slots=True)
class _Page:
    part: Part
    placed: Sequence[tuple[float, Entry]]
    running: str


def compose(
    parts: Sequence[Part], about: About, stream: IO[bytes], inks: Inks, watch: Watch = UNWATCHED
) -> Result:
    """Lay out the parts one after the other and write the file.

    Raises `CancelledError` between two pages; then nothing of use has been written.
    """
    with uncollected():
        return _compose(parts, about, stream, inks, watch)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles from running within the block.

    It would spend a third of the time walking through the pieces of a long document, in which
    nothing refers back to what holds it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compose(
    parts: Sequence[Part], about: About, stream: IO[bytes], inks: Inks, watch: Watch
) -> Result:
    watch.tell(0, 0)
    setter = Typesetter(inks)
    pages = list(_paged(parts, _lay(parts, setter), watch))
    canvas = Canvas(about)
    canvas.places = _places(pages)
    for at, page in enumerate(pages):
        watch.tell(at, len(pages))
        _draw(canvas, setter, page, (at + 1, len(pages)))
    canvas.save(stream)
    watch.tell(len(pages), len(pages))
    return Result(len(pages), frozenset(setter.missing))


def _lay(parts: Sequence[Part], setter: Typesetter) -> list[list[Entry]]:
    laid: dict[int, list[Entry]] = {}
    for at, part in enumerate(parts):
        if not callable(part.blocks):
            laid[at] = lay_all(part.blocks, setter, part.sheet.measure)
    targets = [
        target
        for at in sorted(laid)
        for _, target in _targets((0.0, entry) for entry in laid[at])
        if target.key
    ]
    for at, part in enumerate(parts):
        if callable(part.blocks):
            laid[at] = lay_all(part.blocks(targets), setter, part.sheet.measure)
    return [laid[at] for at in range(len(parts))]


def _targets(placed: "Iterator[tuple[float, Entry]]") -> Iterator[tuple[float, Target]]:
    for top, entry in placed:
        for below, target in targets_in(entry.laid):
            yield top + below, target


def _paged(parts: Sequence[Part], laid: Sequence[Sequence[Entry]], watch: Watch) -> Iterator[_Page]:
    running = ""
    for part, entries in zip(parts, laid, strict=True):
        left, room, at_start = list(entries), part.sheet.room, True
        while left or at_start:
            at_start = False
            watch.tell(0, 0)
            filled = fill(left, room, must=True)
            left, placed = filled.left, filled.placed
            if not left and placed and placed[-1][1].spacing.at_foot:
                last = placed[-1][1]
                placed[-1] = (max(placed[-1][0], room - last.laid.height), last)
            titles = [one for one in _targets(iter(placed)) if one[1].running]
            if titles and (not running or titles[0][0] < _AT_THE_TOP):
                shown = titles[0][1].running
            else:
                shown = f"{running}, Fortsetzung" if running else ""
            running = titles[-1][1].running if titles else running
            yield _Page(part, placed, shown)


def _places(pages: Sequence[_Page]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for at, page in enumerate(pages):
        sheet = page.part.sheet
        for top, target in _targets(iter(page.placed)):
            if target.key:
                places.setdefault(target.key, Place(at, sheet.height - sheet.top - top + 6))
    return places


def _draw(canvas: Canvas, setter: Typesetter, page: _Page, number: tuple[int, int]) -> None:
    sheet = page.part.sheet
    canvas.begin_page(sheet.width, sheet.height)
    if page.part.decoration:
        facts = PageFacts(*number, page.running, sheet, setter.inks)
        with canvas.artifact("Pagination"):
            page.part.decoration(canvas, setter, facts)
    for top, entry in page.placed:
        entry.laid.draw(canvas, sheet.left, sheet.top + top)
    canvas.end_page()
