"""A drawing board for diagrams: basic shapes only, y counted from the top, lengths in points."""

import math
from collections.abc import Sequence
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting.fonts import Face, name_of
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Align, TextStyle

Point = tuple[float, float]
DOTTED = (1.0, 2.0)
_ANCHORS: dict[Align, Literal["start", "middle", "end"]] = {
    "left": "start",
    "center": "middle",
    "right": "end",
}
_HATCH_STEP, _HATCH_STROKE, _HATCH_OUTLINE = 3.4, 0.6, 0.8


class Board:
    """Collects shapes; `drawing` has them all.

    No pattern, clip or transparency is used: what is drawn looks the same in every viewer, on
    screen, and on a copier.
    """

    def __init__(self, width: float, height: float, inks: Inks) -> None:
        self.drawing = Drawing(width, height)
        self.inks = inks
        self._height = height
        self._setter = Typesetter(inks)

    def rectangle(self, corner: Point, width: float, height: float, fill: str) -> None:
        """Fill a rectangle by its upper left corner."""
        rect = Rect(corner[0], self._height - corner[1] - height, width, height)
        rect.fillColor, rect.strokeColor = HexColor(fill), None
        self.drawing.add(rect)

    def outline(self, corner: Point, width: float, height: float, ink: str, line: float) -> None:
        """Draw the outline of a rectangle by its upper left corner."""
        rect = Rect(corner[0], self._height - corner[1] - height, width, height)
        rect.fillColor, rect.strokeColor, rect.strokeWidth = None, HexColor(ink), line
        self.drawing.add(rect)

    def line(
        self, start: Point, end: Point, ink: str, width: float, dash: Sequence[float] = ()
    ) -> None:
        """Draw a straight line."""
        line = Line(start[0], self._height - start[1], end[0], self._height - end[1])
        line.strokeColor, line.strokeWidth = HexColor(ink), width
        if dash:
            line.strokeDashArray = list(dash)
        self.drawing.add(line)

    def circle(
        self, centre: Point, radius: float, fill: str = "", ink: str = "", line: float = 0.7
    ) -> None:
        """Draw a circle, filled or as a ring or both."""
        circle = Circle(centre[0], self._height - centre[1], radius)
        circle.fillColor = HexColor(fill) if fill else None
        circle.strokeColor, circle.strokeWidth = HexColor(ink) if ink else None, line
        self.drawing.add(circle)

    def polygon(
        self, points: Sequence[Point], fill: str = "", ink: str = "", line: float = 0.9
    ) -> None:
        """Draw a polygon, filled or outlined or both."""
        flat = [number for x, y in points for number in (x, self._height - y)]
        polygon = Polygon(flat)
        polygon.fillColor = HexColor(fill) if fill else None
        polygon.strokeColor, polygon.strokeWidth = HexColor(ink) if ink else None, line
        self.drawing.add(polygon)

    def hatched(self, corner: Point, width: float, height: float, ink: str) -> None:
        """Draw a rectangle of slanting strokes; their ends are computed, nothing is cut off.

        It has a ground, so that the grid behind it is not taken for a stroke.
        """
        if width <= 0:
            return
        x, y = corner
        self.rectangle(corner, width, height, self.inks.white)
        for step in range(1, math.ceil((width + height) / _HATCH_STEP)):
            along = step * _HATCH_STEP
            low = (x + along, y + height)
            if along > width:
                low = (x + width, y + height - (along - width))
            high = (x, y + height - along) if along <= height else (x + along - height, y)
            self.line(low, high, ink, _HATCH_STROKE)
        self.outline(corner, width, height, ink, _HATCH_OUTLINE)

    def text(self, place: Point, text: str, style: TextStyle) -> None:
        """Draw text with its base line at `place`; the style says where it is aligned to."""
        string = String(place[0], self._height - place[1], text)
        string.fontName, string.fontSize = name_of(style.face), style.size
        string.fillColor = HexColor(self.inks.of(style.role))
        string.textAnchor = _ANCHORS[style.align]
        self.drawing.add(string)

    def on_ground(self, place: Point, text: str, style: TextStyle, fill: str = "") -> None:
        """Draw text at a left edge on a ground, white or `fill`, so that lines behind it stop."""
        x, y = place
        ground = (x - 2, y - style.size * 0.82)
        self.rectangle(ground, self.width(text, style) + 4, style.size, fill or self.inks.white)
        self.text(place, text, style)

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width of text on one line."""
        return self._setter.width(text, style)

    def bar(self, corner: Point, width: float, height: float, *, strong: bool) -> None:
        """Draw a bar of the first series, or one of the remaining ones."""
        if strong:
            self.rectangle(corner, width, height, self.inks.petrol)
        elif self.inks.black:
            self.hatched(corner, width, height, self.inks.ink)
        else:
            self.rectangle(corner, width, height, self.inks.petrol_2)

    def value_axis(self, box: tuple[float, float, float, float], most: int, step: int) -> None:
        """Draw the grid from 0 to `most` into the box (left, top, right, bottom), labelled below.

        The line at zero is solid.
        """
        left, top, right, bottom = box
        label = TextStyle("regular", 8, 10, "muted", align="center")
        for value in range(0, most + 1, step):
            x = left + (right - left) * value / most
            if value:
                self.line((x, top), (x, bottom), self.inks.hair, 0.4, DOTTED)
            else:
                self.line((x, top), (x, bottom), self.inks.rule, 0.8)
            self.text((x, bottom + 11), str(value), label)


def style(face: Face, size: float, role: str = "ink", align: Align = "left") -> TextStyle:
    """Return the style of a word in a diagram."""
    return TextStyle(face, size, size, role, align=align)


def grid_step(most: int) -> int:
    """Return the distance of grid lines: 1, 2 or 5 times a power of ten, at most six lines."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= 5 * step * factor:
                return step * factor
        step *= 10
