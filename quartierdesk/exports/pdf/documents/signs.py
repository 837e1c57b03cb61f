"""Cells with a sign before a word: kinds, fields, statuses, disagreement."""

from copy import copy

from reportlab.graphics.shapes import Drawing, Shape

from quartierdesk.domain.protocol import MarkKind
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.charts.signs import bolt, field_sign, kind_sign
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.cells import Words
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.setting.styles import TextStyle

_KIND_INDENT = 15.0
_FIELD_INDENT = 22.0
_FIELD_HALF = 7.0
_BADGE_HALF = 7.5
_FRAME = (14.0, 12.0)


def kind_words(press: Press, name: str, style: TextStyle | None = None) -> Words:
    """Return the short word for a kind of contribution with its shape."""
    mark = press.protocol.mark("kind", name)
    if mark is None:
        return Words(name, style)
    sign = kind_sign(mark, press.inks)
    return Words(mark.short, style, indent=_KIND_INDENT, sign=sign)


def dissent_words(press: Press) -> Words:
    """Return the bold word for disagreement with its bolt."""
    style = type_scale.CELL_BOLD.but(role="brick")
    return Words("Dissens", style, indent=_KIND_INDENT, sign=bolt(press.inks))


def field_words(press: Press, name: str, style: TextStyle | None = None) -> Words:
    """Return the short word for an action field with its badge."""
    mark = press.protocol.mark("field", name)
    if mark is None:
        return Words(name, style)
    sign = field_sign(mark, press.inks, _FIELD_HALF, below=6.0)
    return Words(mark.short, style, indent=_FIELD_INDENT, sign=sign)


def status_words(press: Press, name: str) -> Words:
    """Return the letter of a status in a frame; the legend stands below the table."""
    mark = press.protocol.mark("status", name)
    if mark is None or not mark.letters:
        return Words(name)
    frame = Board(_FRAME[0] + 0.8, _FRAME[1] + 0.8, press.inks)
    frame.outline((0.4, 0.4), *_FRAME, press.inks.ink, 0.8)
    style = type_scale.CELL_BOLD.but(size=8)
    indent = (_FRAME[0] + 0.8 - press.width(mark.letters, style)) / 2
    return Words(mark.letters, style, indent=indent, sign=frame.drawing)


def badge(press: Press, name: str, width: float) -> Drawing | None:
    """Return the badge of a field in the middle of `width` points; None where it has none."""
    mark = press.protocol.mark("field", name)
    if mark is None:
        return None
    sign = field_sign(mark, press.inks, _BADGE_HALF)
    moved = Drawing(width, sign.height)
    shift = (width - sign.width) / 2
    for shape in sign.contents:
        moved.add(_shifted(shape, shift))
    return moved


def _shifted(shape: Shape, by: float) -> Shape:
    """Return a basic shape moved to the right; drawings on paper know no transformations."""
    copied = copy(shape)
    for name in ("x", "cx", "x1", "x2"):
        if hasattr(copied, name):
            setattr(copied, name, getattr(copied, name) + by)
    if hasattr(copied, "points"):
        copied.points = [at + by * (place % 2 == 0) for place, at in enumerate(copied.points)]
    return copied


def legend(press: Press, kind: MarkKind, used: set[str]) -> str:
    """Return what the letters mean: „V In Vorbereitung · U In Umsetzung“."""
    marks = (mark for mark in press.protocol.marks if mark.kind == kind and mark.name in used)
    return " · ".join(f"{mark.letters}\u00a0{mark.name}" for mark in marks if mark.letters)
