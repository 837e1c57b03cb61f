"""The sheet on which two people count the dots."""

from collections.abc import Sequence

from quartierdesk.domain.handouts import CountingSheet, Line
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Framed, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.composing import A4, MM, Decoration, PageFacts, Part, Sheet
from quartierdesk.exports.pdf.documents.grid import Placed, Rule, Spot, on_base_line
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.pdf.handouts.forms import BOLD, FormColumn, FormTable, field, tally
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

_SHEET = Sheet(A4.width, A4.height, A4.left, A4.right, 56.0, 50.0)
_TITLE = TextStyle("bold", 20, 26, hyphenate=False)
_EVENT = TextStyle("regular", 9, 12, "muted", align="right", hyphenate=False)
_TEXT = TextStyle("regular", 10.5, 14.5)
_OPTION = TextStyle("regular", 10, 13.5)
_PROOF = TextStyle("bold", 11, 14)
_SMALL = TextStyle("regular", 9, 12)
_NOTE = TextStyle("regular", 8.5, 11, "muted")
_WIDTHS = (13, 50, 65, 20, 19)
_FEW, _MANY = 12, 15
_ROW, _LOW_ROW, _HEAD = 13 * MM, 11 * MM, 30.0
_HOW = (
    "Zwei Personen zählen getrennt, dann vergleichen. Je Punkt ein Strich, jeder fünfte quer. Jedes"
    " Kästchen fasst fünf Striche. Abgefallene Punkte nicht zuordnen, sondern unten eintragen."
)
_PARTS = ("Stimmende", "× Punkte je Person", "= möglich", "– Summe oben", "= nicht geklebt")
_CARRIED = Line("", "Übertrag")


def counting_sheet(sheet: CountingSheet, inks: Inks) -> list[Part]:
    """Return the sheets: up to twelve options on one, more on lower rows, then another one."""
    options = list(sheet.options)
    pages: list[Sequence[Line]] = []
    most = _FEW if len(options) <= _FEW else _MANY
    while options or not pages:
        first = [_CARRIED] if pages else []
        taken = most - len(first)
        pages.append([*first, *options[:taken]])
        options = options[taken:]
    height = _ROW if most == _FEW else _LOW_ROW
    return [_page(sheet, page, height, is_last=page is pages[-1]) for page in pages]


def _page(sheet: CountingSheet, options: Sequence[Line], height: float, *, is_last: bool) -> Part:
    blocks: list[Block] = [_head(sheet), _form(options, height)]
    if is_last:
        blocks.append(_proof())
    return Part(_SHEET, blocks, _decoration(sheet))


def _head(sheet: CountingSheet) -> Block:
    width = _SHEET.measure
    said = " · ".join(filter(None, (sheet.event.name, sheet.event.day)))
    return Placed(
        (
            Spot(0, on_base_line(18, _TITLE), 200, Heading("Zählbogen Punkte", 1, _TITLE)),
            Spot(200, on_base_line(18, _EVENT) - 12, width - 200, Paragraph(said, _EVENT)),
            Spot(0, 32, width, Paragraph(_HOW, _TEXT)),
        ),
        62.0,
        Spacing(after=8),
    )


def _form(options: Sequence[Line], height: float) -> Block:
    factor = _SHEET.measure / (sum(_WIDTHS) * MM)
    widths = [width * MM * factor for width in _WIDTHS]
    columns = (
        FormColumn("Nr.", widths[0], [option.mark for option in options], BOLD),
        FormColumn("Themenfeld", widths[1], [option.text for option in options], _OPTION),
        FormColumn("Striche, je Kästchen fünf", widths[2], marks=tally(6, 2)),
        FormColumn("Summe", widths[3], marks=field(5, 6)),
        FormColumn("Rang", widths[4], marks=field(5, 6)),
    )
    return FormTable(
        columns, len(options), height, _HEAD, "Zählbogen zum Ausfüllen", upright_rules=False
    )


def _proof() -> Block:
    width = _SHEET.measure / 5
    cells = []
    for at, part in enumerate(_PARTS):
        empty = Framed(Stack(()), outline="ink", line=0.8, left=0, right=0, above=26.0, below=0.0)
        cells.append(
            Place(
                at * width,
                width - 14,
                Stack((Paragraph(part, _SMALL, Spacing(after=3)), empty)),
            )
        )
    half = _SHEET.measure / 2 - 8
    lines = [
        Place(
            at * (half + 16),
            half,
            Stack((Rule("ink", 0.7), Paragraph(f"{at + 1}. Zählung: Name, Uhrzeit", _NOTE))),
        )
        for at in range(2)
    ]
    return Stack(
        (
            Heading("Probe", 2, _PROOF, Spacing(before=14, after=2, keep=True)),
            Beside(cells, Spacing(after=33)),
            Beside(lines),
        ),
        Spacing(before=14),
        whole=True,
    )


def _decoration(sheet: CountingSheet) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        place = (page.sheet.left, page.sheet.height - 28)
        style = _NOTE.but(size=8)
        ranks = "Rang = 1 + Zahl der Themen mit mehr Punkten; Gleichstand bleibt."
        said = " ".join(filter(None, (sheet.rule, ranks)))
        say(canvas, setter, place, said, style)

    return draw
