"""Drawings from basic shapes on a page: the same drawing that the window shows."""

from collections.abc import Callable
from typing import Any

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)
from reportlab.lib.colors import Color

from quartierdesk.exports.inks import COLOUR
from quartierdesk.exports.pdf.canvas import Canvas, Paint, Point
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting import styles
from quartierdesk.exports.setting.fonts import face_of
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle


def draw(
    canvas: Canvas, drawing: Drawing, x: float, y: float, setter: Typesetter | None = None
) -> None:
    """Draw `drawing` with its upper left corner at `x`, `y`; it belongs to what is open.

    `setter` is told of characters that no font has. Only shapes that have a fixed place are
    known. KeyError: there is another one among them.
    """
    pencil = _Pencil(canvas, x, y + drawing.height, setter or Typesetter(COLOUR))
    for shape in drawing.contents:
        pencil.draw(shape)


class _Pencil:
    """Draws shapes whose coordinates count upwards from the lower left corner at `x`, `y`."""

    def __init__(self, canvas: Canvas, x: float, y: float, setter: Typesetter) -> None:
        self._canvas, self._x, self._y = canvas, x, y
        # The colours of a drawing are those of its paper already.
        self._setter = Typesetter(COLOUR, setter.missing)

    def draw(self, shape: Shape) -> None:
        known: dict[type, Callable[[Any], None]] = {
            Rect: self._rect,
            Line: self._line,
            Circle: self._circle,
            Polygon: self._polygon,
            PolyLine: self._polyline,
            String: self._string,
            Group: self._group,
        }
        known[type(shape)](shape)

    def _at(self, x: float, y: float) -> Point:
        return self._x + x, self._y - y

    def _group(self, group: Group) -> None:
        for shape in group.contents:
            self.draw(shape)

    def _rect(self, rect: Rect) -> None:
        x, y = self._at(rect.x, rect.y + rect.height)
        self._canvas.rectangle(x, y, rect.width, rect.height, _paint(rect))

    def _line(self, line: Line) -> None:
        self._canvas.line(self._at(line.x1, line.y1), self._at(line.x2, line.y2), _paint(line))

    def _circle(self, circle: Circle) -> None:
        self._canvas.circle(*self._at(circle.cx, circle.cy), circle.r, _paint(circle))

    def _polygon(self, polygon: Polygon) -> None:
        self._canvas.polygon(self._points(polygon.points), _paint(polygon))

    def _polyline(self, line: PolyLine) -> None:
        self._canvas.polygon(self._points(line.points), _paint(line), closed=False)

    def _points(self, numbers: list[float]) -> list[Point]:
        return [self._at(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def _string(self, string: String) -> None:
        size = string.fontSize
        style = TextStyle(face_of(string.fontName), size, size, _hexadecimal(string.fillColor))
        line = self._setter.one_line(string.text, style)
        shift = {"start": 0.0, "middle": line.width / 2, "end": line.width}[string.textAnchor]
        x, y = self._at(string.x - shift, string.y)
        line = _with_blank(line._replace(to_the_left=False))
        write_lines(self._canvas, [line], style, (x, y - style.base_line), line.width)


def _with_blank(line: styles.Line) -> styles.Line:
    """Return a line with a blank behind it, which parts it from the next words in a copy."""
    if not line.pieces or line.pieces[-1].source or line.actual:
        return line
    *others, last = line.pieces
    return line._replace(pieces=(*others, last._replace(text=f"{last.text} ")))


def _paint(shape: Rect | Line | Circle | Polygon | PolyLine) -> Paint:
    fill = _hexadecimal(getattr(shape, "fillColor", None))
    dash = tuple(shape.strokeDashArray or ())
    return Paint(fill, _hexadecimal(shape.strokeColor), shape.strokeWidth, dash)  # type: ignore[arg-type]


def _hexadecimal(colour: Color | None) -> str:
    return f"#{colour.hexval()[2:].upper()}" if colour is not None else ""
