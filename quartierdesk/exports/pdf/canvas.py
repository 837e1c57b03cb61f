"""Drawing on marked pages; lengths in points, x from the left and y from the top of the page."""

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.exports.pdf.links import Place
from quartierdesk.exports.pdf.marking import MarkedPages
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.photos import Photo
from quartierdesk.exports.pdf.structure import Box, Element
from quartierdesk.exports.pdf.syntax import colour, shown_string, text_string
from quartierdesk.exports.setting.fonts import Font
from quartierdesk.exports.setting.styles import Type
from quartierdesk.exports.setting.words import SOFT_HYPHEN

Point = tuple[float, float]
_CURVE = 0.5523  # of the radius: where the control points of a quarter circle lie

_OPERATORS = {(True, True): "B", (True, False): "f", (False, True): "S"}
"""What is done with a shape that is filled, and outlined."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined; colours as „#RRGGBB“, empty for none.

    `dash` are the lengths of stroke and gap, empty for a solid line.
    """

    fill: str = ""
    stroke: str = ""
    width: float = 0.5
    dash: tuple[float, ...] = ()


class Canvas(MarkedPages):
    """Pages to draw text, shapes, photos and links on; `places` of headings by key."""

    def __init__(self, about: About) -> None:
        self._codes: dict[str, tuple[str, dict[int, int]]] = {}
        self.places: Mapping[str, Place] = {}
        super().__init__(about)

    def _forget(self) -> None:
        super()._forget()
        self._fill = self._stroke = ""
        self._font = ("", 0.0)
        self._pen: tuple[float, tuple[float, ...]] = (1.0, ())

    # Text

    def lines(self, x: float, kind: Type, lines: Sequence[tuple[float, float, str]]) -> None:
        """Draw lines of one kind: how far right of `x`, the base line, the text of each.

        A text may end with a soft hyphen: it is shown as a hyphen and read as none.
        """
        self._mark()
        self._set_fill(kind.ink)
        code = self._code
        code.append("BT")
        for indent, y, text in lines:
            code.append(f"1 0 0 1 {x + indent:.2f} {self._height - y:.2f} Tm")
            if not text.endswith(SOFT_HYPHEN):
                self._show(kind, text)
                continue
            self._show(kind, text[:-1])
            code.append("ET")
            width = kind.font.width(text[:-1], kind.size)
            self.read_as((x + indent + width, y), [(kind, "-")], SOFT_HYPHEN)
            self._mark()
            code.append("BT")
        code.append("ET")

    def text(self, x: float, y: float, kind: Type, text: str) -> None:
        """Draw one stretch of text with its base line at `y`."""
        self.lines(x, kind, [(0.0, y, text)])

    def upright_text(self, x: float, y: float, kind: Type, text: str) -> None:
        """Draw text that runs upwards from `x`, `y`."""
        self._mark()
        self._set_fill(kind.ink)
        self._code.append(f"BT 0 1 -1 0 {x:.2f} {self._height - y:.2f} Tm")
        self._show(kind, text)
        self._code.append("ET")

    def read_as(
        self, place: Point, runs: Sequence[tuple[Type, str]], actual: str, language: str = ""
    ) -> None:
        """Draw runs one after the other; whoever listens hears `actual`, in `language`."""
        spoken = f"/ActualText {text_string(actual).decode('ascii')}"
        if language:
            spoken += f"/Lang({language})"
        x, y = place
        self._mark_anew(spoken)
        for kind, text in runs:
            self._set_fill(kind.ink)
            self._code.append(f"BT 1 0 0 1 {x:.2f} {self._height - y:.2f} Tm")
            self._show(kind, text)
            self._code.append("ET")
            x += kind.font.width(text, kind.size)
        self._unmark()

    def _show(self, kind: Type, text: str) -> None:
        for name, codes in self._coded(kind.font, text):
            if self._font != (name, kind.size):
                self._code.append(f"{name} {kind.size:g} Tf")
                self._font = (name, kind.size)
            self._code.append(f"{shown_string(codes)} Tj")

    def _coded(self, font: Font, text: str) -> list[tuple[str, bytes]]:
        known = self._codes.get(font.name)
        if known:
            try:
                return [(known[0], codecs.charmap_encode(text, "strict", known[1])[0])]
            except (UnicodeEncodeError, TypeError):
                pass  # a new character, or one beyond the first 256
        parts = self._file.show(font, text)
        if parts:
            codes = self._file.codes(font)
            codes[0xA0] = codes[0x20]
            self._codes[font.name] = (parts[0][0].rpartition("+")[0] + "+0", codes)
        return parts

    # Shapes

    def rectangle(self, x: float, y: float, width: float, height: float, paint: Paint) -> None:
        """Draw a rectangle by its upper left corner."""
        box = f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re"
        self._paint(paint, box)

    def line(self, start: Point, end: Point, paint: Paint) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2), top = start, end, self._height
        self._paint(paint, f"{x1:.2f} {top - y1:.2f} m {x2:.2f} {top - y2:.2f} l")

    def polygon(self, points: Sequence[Point], paint: Paint, closed: bool = True) -> None:
        """Draw a polygon, or a line with corners if it is not `closed`."""
        top = self._height
        steps = [f"{x:.2f} {top - y:.2f} {'l' if at else 'm'}" for at, (x, y) in enumerate(points)]
        self._paint(paint, " ".join([*steps, "h"] if closed else steps))

    def circle(self, x: float, y: float, radius: float, paint: Paint) -> None:
        """Draw a circle around a point."""
        y, r, k = self._height - y, radius, radius * _CURVE
        # All in one: a protocol has a sign for each of its contributions.
        path = (
            f"{x + r:.2f} {y:.2f} m"
            f" {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c"
            f" {x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c"
            f" {x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c"
            f" {x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
        )
        self._paint(paint, path)

    def _paint(self, paint: Paint, path: str) -> None:
        self._mark()
        if paint.fill:
            self._set_fill(paint.fill)
        if paint.stroke:
            self._set_stroke(paint)
        self._code.append(f"{path} {_OPERATORS[bool(paint.fill), bool(paint.stroke)]}")

    def _set_fill(self, ink: str) -> None:
        if ink != self._fill:
            self._code.append(f"{colour(ink)} rg")
            self._fill = ink

    def _set_stroke(self, paint: Paint) -> None:
        if paint.stroke != self._stroke:
            self._code.append(f"{colour(paint.stroke)} RG")
            self._stroke = paint.stroke
        if (paint.width, paint.dash) != self._pen:
            dashes = " ".join(f"{length:g}" for length in paint.dash)
            self._code.append(f"{paint.width:g} w [{dashes}] 0 d")
            self._pen = (paint.width, paint.dash)

    # Photos and links

    def photo(self, x: float, y: float, width: float, height: float, photo: Photo) -> None:
        """Draw a photo into a rectangle given by its upper left corner."""
        self._mark()
        if not self._file.has(photo.key):
            colours = "/DeviceGray" if photo.grey else "/DeviceRGB"
            entries = (
                f"/Type/XObject/Subtype/Image/Width {photo.width}/Height {photo.height}"
                f"/BitsPerComponent 8/ColorSpace{colours}/Filter/DCTDecode"
            )
            self._file.add_stream(photo.key, photo.data, entries, packed=True)
        self._images.add(photo.key)
        corner = f"{x:.2f} {self._height - y - height:.2f}"
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {corner} cm /{photo.key} Do Q")

    def link(
        self, element: Element, corner: Point, width: float, height: float, target: str | Place
    ) -> None:
        """Make a rectangle, given by its upper left corner, a link that belongs to `element`."""
        if not self.in_artifact:
            self._links.add(element, self.page, self.box(*corner, width, height), target)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Return a rectangle of the current page as the file counts, from the lower left corner."""
        return (x, self._height - y - height, x + width, self._height - y)

    def place(self, y: float) -> Place:
        """Return a height of the current page as a place to go to."""
        return Place(self.page, self._height - y)
