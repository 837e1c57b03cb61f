"""Putting lines on a page."""

from collections.abc import Sequence

from quartierdesk.exports.pdf.canvas import Canvas, Point
from quartierdesk.exports.pdf.links import OUTSIDE, Place
from quartierdesk.exports.pdf.structure import Element
from quartierdesk.exports.setting.styles import Align, Line, Piece, TextStyle, Type


def write_lines(
    canvas: Canvas,
    lines: Sequence[Line],
    style: TextStyle,
    corner: Point,
    width: float,
    align: Align | None = None,
) -> None:
    """Write lines below each other from the upper left `corner` of a column.

    They are aligned as their style says unless `align` is given.
    """
    side = align or style.align
    x, y = corner
    base = y + style.base_line
    pending: list[tuple[float, float, str]] = []
    kind: Type | None = None
    links = _OpenLink()
    for at, line in enumerate(lines):
        start = _start(line, side, width)
        height = base + at * style.leading
        simple = len(line.pieces) == 1 and not line.actual
        piece = line.pieces[0] if line.pieces else None
        if piece and simple and not piece.link and not piece.source:
            if pending and kind is not None and piece.type != kind:
                canvas.lines(x, kind, pending)
                pending = []
            kind = piece.type
            pending.append((start, height, piece.text))
            continue
        if pending and kind is not None:
            canvas.lines(x, kind, pending)
            pending = []
        if line.pieces:
            _write_varied(canvas, line, (x + start, height), style, links)
    if pending and kind is not None:
        canvas.lines(x, kind, pending)


def _start(line: Line, side: Align, width: float) -> float:
    if side == "right" or (line.to_the_left and side == "left"):
        return width - line.width
    if side == "center":
        return (width - line.width) / 2
    return line.indent


class _OpenLink:
    """The link that the latest piece belonged to; it goes on in the next line."""

    def __init__(self) -> None:
        self.target = ""
        self.element: Element | None = None

    def of(self, target: str, words: str) -> Element:
        if self.element is None or target != self.target:
            self.target, self.element = target, Element("Link", alt=words)
        return self.element


def _write_varied(
    canvas: Canvas, line: Line, place: Point, style: TextStyle, links: _OpenLink
) -> None:
    x, y = place
    if line.actual:
        runs = [(piece.type, piece.text) for piece in line.pieces]
        canvas.read_as((x, y), runs, line.actual, line.language)
        return
    for piece in line.pieces:
        if piece.link and not canvas.in_artifact:
            _write_link(canvas, piece, (x, y), style, links)
        else:
            links.target = links.target if piece.text.isspace() else ""
            _write_piece(canvas, piece, (x, y))
        x += piece.width


def _write_piece(canvas: Canvas, piece: Piece, place: Point) -> None:
    if piece.source:
        canvas.read_as(place, [(piece.type, piece.text)], piece.source)
    else:
        canvas.text(*place, piece.type, piece.text)


def _write_link(
    canvas: Canvas, piece: Piece, place: Point, style: TextStyle, links: _OpenLink
) -> None:
    target: str | Place = piece.link
    words = piece.link
    if piece.link.startswith("#"):
        found = canvas.places.get(piece.link[1:])
        target = found if found else Place(canvas.page, 0.0)
        words = f"Seite {target.page + 1}"
    elif not piece.link.lower().startswith(OUTSIDE):
        _write_piece(canvas, piece, place)
        return
    element = links.of(piece.link, words)
    x, y = place
    with canvas.element(element):
        _write_piece(canvas, piece, place)
        corner = (x, y - style.base_line)
        canvas.link(element, corner, piece.width, style.leading, target)
