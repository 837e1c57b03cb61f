"""Idea cards: A6, four on a sheet of A4, with a number that also stands in a QR code."""

from typing import Any

from reportlab.graphics.barcode import qrencoder
from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.handouts import CARDS_PER_SHEET, IdeaCards
from quartierdesk.domain.protocol import Mark
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.charts.signs import kind_sign
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.composing import MM, Part, Sheet
from quartierdesk.exports.pdf.documents.grid import Ornament, Placed, Spot, on_base_line
from quartierdesk.exports.setting.styles import TextStyle

_SHEET = Sheet(595.28, 841.89, 0.0, 0.0, 0.0, 0.0)
_CARD = (105 * MM, 148.5 * MM)
_EDGE = 8 * MM
_CODE = 18 * MM
_QUIET = 4
"""Modules around a QR code that stay white (ISO/IEC 18004)."""
_TITLE = TextStyle("bold", 13, 16, hyphenate=False)
_QUESTION = TextStyle("regular", 9, 12.5, hyphenate=False)
_FORM = TextStyle("regular", 9, 12)
_FORM_BOLD = TextStyle("bold", 9, 12, hyphenate=False)
_NUMBER = TextStyle("bold", 15, 18)
_KIND = TextStyle("regular", 10, 13)
_FOOT = TextStyle("regular", 8, 11, "muted")
_HEADING, _TICK = "Ein Gedanke, eine Karte", "Bitte ankreuzen"
_GREY, _LIGHT = "#4A4A4A", "#9A9A9A"
_WRITING = 14 * MM


def idea_cards(cards: IdeaCards, inks: Inks) -> list[Part]:
    """Return the sheets of cards, cut marks outside what is written on."""
    parts = []
    pairs = list(zip(cards.labels, cards.codes, strict=True))
    for start in range(0, len(pairs), CARDS_PER_SHEET):
        spots = [Spot(0, 0, _SHEET.width, Ornament(_cut_marks(inks)))]
        for place, (label, code) in enumerate(pairs[start : start + CARDS_PER_SHEET]):
            if label:
                left, top = (place % 2) * _CARD[0], (place // 2) * _CARD[1]
                spots += _card(cards, label, code, inks, (left + _EDGE, top + _EDGE))
        parts.append(Part(_SHEET, [Placed(spots, _SHEET.height - 1)]))
    return parts


def _card(
    cards: IdeaCards, label: str, code: str, inks: Inks, corner: tuple[float, float]
) -> list[Spot]:
    left, top = corner
    width = _CARD[0] - 2 * _EDGE
    beside = width - _CODE - 12
    rule = _CODE + 42
    spots = [
        Spot(left, top, width, Ornament(_lines(inks, width))),
        Spot(left + width - _CODE, top, _CODE, Ornament(qr_code(code, _CODE, inks))),
        Spot(left, top + on_base_line(13, _TITLE), beside, Heading(_HEADING, 1, _TITLE)),
        Spot(left, top + 20, beside, Paragraph(cards.question, _QUESTION)),
        Spot(left, top + on_base_line(_CODE + 23, _FORM), 20, Paragraph("Nr.", _FORM)),
        Spot(left + 18, top + on_base_line(_CODE + 24, _NUMBER), 120, Paragraph(label, _NUMBER)),
        Spot(
            left + width - 82, top + on_base_line(_CODE + 23, _FORM), 30, Paragraph("Tisch", _FORM)
        ),
        Spot(left, top + on_base_line(rule + 16, _FORM), width, Paragraph(_TICK, _FORM)),
    ]
    for at, mark in enumerate(cards.kinds):
        spots += _kind(mark, inks, (left + (at % 3) * width / 3, top + rule + 23 + (at // 3) * 20))
    for text, base, style in (
        ("Mein Gedanke, groß und in höchstens drei Zeilen", rule + 73, _FORM_BOLD),
        ("Wo?", rule + 73 + 3 * _WRITING + 12 * MM - 2, _FORM_BOLD),
        ("Für wen?", rule + 73 + 3 * _WRITING + 23 * MM - 2, _FORM_BOLD),
        ("Bitte keine Namen, auch nicht von anderen.", _CARD[1] - 2 * _EDGE + 1, _FOOT),
    ):
        spots.append(Spot(left, top + on_base_line(base, style), width, Paragraph(text, style)))
    return spots


def _kind(mark: Mark, inks: Inks, corner: tuple[float, float]) -> list[Spot]:
    x, y = corner
    tick = Board(12, 12, inks)
    tick.outline((0.4, 0.4), 11, 11, inks.ink, 0.8)
    return [
        Spot(x, y, 12, Ornament(tick.drawing)),
        Spot(x + 15, y, 12, Ornament(kind_sign(mark, inks, 8.0, below=5.6))),
        Spot(x + 28, y + on_base_line(9.2, _KIND), 60, Paragraph(mark.short, _KIND)),
    ]


def _lines(inks: Inks, width: float) -> Drawing:
    """Return the lines to write on, and the box for the number of the table."""
    board = Board(width, _CARD[1] - 2 * _EDGE, inks)
    board.outline((width - 52, _CODE + 8), 52, 22, inks.ink, 0.7)
    rule = _CODE + 42
    board.line((0, rule), (width, rule), _LIGHT, 0.5)
    y = rule + 73
    for _ in range(3):
        y += _WRITING
        board.line((0, y), (width, y), _GREY, 0.6)
    for step in (12 * MM, 11 * MM):
        y += step
        board.line((50, y), (width, y), _GREY, 0.6)
    return board.drawing


def _cut_marks(inks: Inks) -> Drawing:
    """Return marks of 8 mm at the edges of the sheet and a cross of 10 mm in the middle."""
    board = Board(_SHEET.width, _SHEET.height, inks)
    x, y = _CARD
    for start in (0.0, _SHEET.height - 8 * MM):
        board.line((x, start), (x, start + 8 * MM), inks.ink, 0.4)
    for start in (0.0, _SHEET.width - 8 * MM):
        board.line((start, y), (start + 8 * MM, y), inks.ink, 0.4)
    board.line((x - 5 * MM, y), (x + 5 * MM, y), inks.ink, 0.4)
    board.line((x, y - 5 * MM), (x, y + 5 * MM), inks.ink, 0.4)
    return board.drawing


def qr_code(text: str, size: float, inks: Inks) -> Drawing:
    """Return a QR code of squares, `size` points wide with its quiet zone.

    Squares of one row that touch are one rectangle, so that no hair lines show between them.
    """
    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count: int = code.getModuleCount()
    step = size / (count + 2 * _QUIET)
    board = Board(size, size, inks)
    for row in range(count):
        dark = [bool(code.isDark(row, column)) for column in range(count)]
        start = 0
        while start < count:
            end = start
            while end < count and dark[end] == dark[start]:
                end += 1
            if dark[start]:
                corner = ((start + _QUIET) * step, (row + _QUIET) * step)
                board.rectangle(corner, (end - start) * step, step, inks.ink)
            start = end
    return board.drawing
