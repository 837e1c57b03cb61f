"""What stands at the head and foot of every page."""

from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import Decoration, PageFacts
from quartierdesk.exports.pdf.documents.press import Press, shortened
from quartierdesk.exports.pdf.type_scale import SMALL
from quartierdesk.exports.pdf.writing import write_lines
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

INTERNAL = "intern – nicht veröffentlichen"

_SECTION = SMALL.but(face="bold", role="petrol")
_PAGE = SMALL.but(face="bold", role="ink")
_BOXED = SMALL.but(face="bold", role="ink")
_GAP = 16.0


def say(
    canvas: Canvas, setter: Typesetter, place: tuple[float, float], text: str, style: TextStyle
) -> None:
    """Write one line whose base line is at `place`; it ends there if its style is „right“."""
    line = setter.one_line(text, style)
    x, base = place
    left = x - line.width if style.align == "right" else x
    plain = style.but(align="left")
    write_lines(canvas, [line], plain, (left, base - style.base_line), line.width)


def running(press: Press) -> Decoration:
    """Return head and foot of the usual page: the event, the section, edition, number of page."""

    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        _head(press, canvas, setter, page)
        _foot(press, canvas, setter, page)

    return draw


def cover_foot(press: Press) -> Decoration:
    """Return the foot of the cover: the state, and how many pages follow."""

    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet = page.sheet
        base, right = sheet.height - 34, sheet.width - sheet.right
        _hair(canvas, page, base - 12)
        say(canvas, setter, (sheet.left, base), press.protocol.running.foot, SMALL)
        pages = "1 Seite" if page.total == 1 else f"{page.total} Seiten"
        say(canvas, setter, (right, base), pages, SMALL.but(align="right"))

    return draw


def _head(press: Press, canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
    sheet = page.sheet
    base = 44.0 if sheet.width > sheet.height else 40.0
    right = sheet.width - sheet.right
    say(canvas, setter, (right, base), page.running, _SECTION.but(align="right"))
    room = right - sheet.left - setter.width(page.running, _SECTION) - _GAP
    if press.protocol.edition == "internal":
        width = setter.width(INTERNAL, _BOXED) + 10
        paint = Paint(stroke=page.inks.ink, width=1)
        canvas.rectangle(sheet.left, base - 10.5, width, 15, paint)
        say(canvas, setter, (sheet.left + 5, base), INTERNAL, _BOXED)
    else:
        said = shortened(press, press.protocol.running.head, SMALL, room)
        say(canvas, setter, (sheet.left, base), said, SMALL)
    _hair(canvas, page, base + 7)


def _foot(press: Press, canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
    sheet = page.sheet
    base, right = sheet.height - 34, sheet.width - sheet.right
    _hair(canvas, page, base - 12)
    number = f"Seite {page.number} von {page.total}"
    say(canvas, setter, (right, base), number, _PAGE.but(align="right"))
    room = right - sheet.left - setter.width(number, _PAGE) - _GAP
    said = shortened(press, press.protocol.running.foot, SMALL, room)
    say(canvas, setter, (sheet.left, base), said, SMALL)


def _hair(canvas: Canvas, page: PageFacts, y: float) -> None:
    sheet = page.sheet
    paint = Paint(stroke=page.inks.hair, width=0.5)
    canvas.line((sheet.left, y), (sheet.width - sheet.right, y), paint)
