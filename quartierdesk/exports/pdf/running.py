"""The head and foot of a page."""

from quartierdesk.domain.protocol import Protocol
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import Decoration, PageFacts
from quartierdesk.exports.pdf.type_scale import SMALL
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain_text

_HEAD, _LANDSCAPE_HEAD = 40.0, 44.0  # base line of the head, from the upper edge
_FOOT = 34.0  # base line of the foot, from the lower edge
_INTERNAL = "intern – nicht veröffentlichen"
_GAP = 18.0


def head_and_foot(protocol: Protocol) -> Decoration:
    """Return what draws the running lines of a protocol on every page."""

    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet, hair = page.sheet, Paint(stroke=page.inks.hair, width=0.5)
        left, right = sheet.left, sheet.width - sheet.right
        head = _LANDSCAPE_HEAD if sheet.width > sheet.height else _HEAD
        foot = sheet.height - _FOOT
        bold = SMALL.but(face="bold")
        section = Running(canvas, setter, left, right, head)
        section.write(protocol.running.head, page.running, bold.but(role="petrol"))
        if protocol.edition == "internal":
            section.box(_INTERNAL, page.inks.ink)
        canvas.line((left, head + 7), (right, head + 7), hair)
        canvas.line((left, foot - 12), (right, foot - 12), hair)
        number = f"Seite {page.number} von {page.total}"
        below = Running(canvas, setter, left, right, foot)
        below.write(protocol.running.foot, number, bold.but(role="ink"))

    return draw


class Running:
    """A line with words at its left and right end; the left ones give way."""

    def __init__(
        self, canvas: Canvas, setter: Typesetter, left: float, right: float, base: float
    ) -> None:
        self._canvas, self._setter = canvas, setter
        self._left, self._right, self._base = left, right, base

    def write(self, left: str, right: str, style: TextStyle) -> None:
        """Write both ends."""
        width = self._right - self._left
        shown = self._fitting(right, style, width * 0.55)
        used = self._setter.width(shown, style)
        self._one(shown, style, self._right - used)
        self._one(self._fitting(left, SMALL, width - used - _GAP), SMALL, self._left)

    def box(self, words: str, ink: str) -> None:
        """Write words in a box above the left end."""
        width = self._setter.width(words, SMALL.but(face="bold", role="ink"))
        self._canvas.rectangle(
            self._left, self._base - 23, width + 10, 13, Paint(stroke=ink, width=1)
        )
        style = SMALL.but(face="bold", role="ink")
        line = self._setter.one_line(words, style)
        place = (self._left + 5, self._base - 13.5 - style.base_line)
        write_lines(self._canvas, [line], style, place, width)

    def _one(self, text: str, style: TextStyle, x: float) -> None:
        line = self._setter.one_line(text, style)._replace(to_the_left=False)
        write_lines(self._canvas, [line], style, (x, self._base - style.base_line), line.width)

    def _fitting(self, text: str, style: TextStyle, room: float) -> str:
        if self._setter.width(text, style) <= room:
            return text
        lines = self._setter.lines(text, style.but(hyphenate=False), room - 8)
        return f"{plain_text(lines[0])} …" if lines else ""
