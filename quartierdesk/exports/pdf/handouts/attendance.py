"""The list for those who come: A4 landscape, ten lines on a sheet; internal."""

from quartierdesk.domain.handouts import AttendanceList
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.arrangements import Framed
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.composing import MM, Decoration, PageFacts, Part, Sheet
from quartierdesk.exports.pdf.documents.grid import Placed, Spot, on_base_line
from quartierdesk.exports.pdf.documents.press import fitting
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.pdf.handouts.forms import FormColumn, FormTable, box
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Span, TextStyle, bold

_SHEET = Sheet(841.89, 595.28, 18 * MM, 18 * MM, 52.0, 44.0)
_TITLE = TextStyle("bold", 20, 26, hyphenate=False)
_EVENT = TextStyle("regular", 10, 14, hyphenate=False)
_TEXT = TextStyle("regular", 9.5, 13.5, hyphenate=False)
_BOXED = TextStyle("bold", 11, 14, align="center")
_TIP = TextStyle("regular", 8.5, 11, "muted")
_SHEET_OF = TextStyle("regular", 9, 12, align="right")
_ROWS, _ROW, _HEAD = 10, 11.2 * MM, 80.0
_WIDTHS = (9, 47, 39, 27, 52, 12, 12, 12, 12, 39)
_TITLES = (
    "Nr.",
    "Name, Vorname",
    "Organisation (freiwillig)",
    "Ortsteil (freiwillig)",
    "E-Mail oder Telefon\n(nur für Protokoll und Einladung)",
    "Protokoll",
    "Einladungen",
    "Arbeitsgruppe",
    "Fotoblatt",
    "Unterschrift",
)
_BOXES = range(5, 9)
_ADVICE = "Tipp: Wer nicht in eine offene Liste schreiben möchte, bekommt einen Einzelzettel."


def attendance_list(listed: AttendanceList, inks: Inks) -> list[Part]:
    """Return the sheets of the list; numbers run on from sheet to sheet."""
    return [
        Part(_SHEET, [_head(listed, inks), _form(at)], _decoration(listed))
        for at in range(listed.sheets)
    ]


def _head(listed: AttendanceList, inks: Inks) -> Block:
    event = listed.event
    said = " · ".join(filter(None, (event.name, event.day, event.place)))
    width = _SHEET.measure
    boxed = Framed(
        Paragraph("intern", _BOXED), outline="ink", line=1.0, left=0, right=0, above=3, below=5
    )
    purpose = Paragraph((bold("Wozu? "), Span(listed.purpose)), _TEXT)
    return Placed(
        (
            Spot(0, on_base_line(18, _TITLE), 164, Heading("Teilnehmerliste", 1, _TITLE)),
            Spot(168, on_base_line(18, _EVENT), width - 240, _one_line(said, inks, width - 240)),
            Spot(width - 62, 0, 62, boxed),
            Spot(0, 30, width, purpose),
        ),
        66.0,
        Spacing(after=4),
    )


def _one_line(text: str, inks: Inks, width: float) -> Paragraph:
    return Paragraph(fitting(Typesetter(inks), text, _EVENT, width), _EVENT)


def _form(at: int) -> Block:
    factor = _SHEET.measure / (sum(_WIDTHS) * MM)
    columns = []
    for place, (title, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True)):
        is_box = place in _BOXES
        numbers = [str(at * _ROWS + row + 1) for row in range(_ROWS)] if place == 0 else []
        columns.append(
            FormColumn(
                title,
                width * MM * factor,
                numbers,
                _EVENT.but(align="right"),
                upright=is_box,
                marks=box(12) if is_box else None,
            )
        )
    return FormTable(columns, _ROWS, _ROW, _HEAD, "Teilnehmerliste zum Ausfüllen")


def _decoration(listed: AttendanceList) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        base = page.sheet.height - 30
        say(canvas, setter, (page.sheet.left, base), _ADVICE, _TIP)
        number = f"Blatt {page.number} von {page.total}"
        say(canvas, setter, (page.sheet.width - page.sheet.right, base), number, _SHEET_OF)

    return draw
