"""Posters: the results (A3) and the invitation (A3); to be read from one to four metres."""

from dataclasses import replace

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.handouts import Invitation, Line, Poster
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Framed, Item, ListBlock, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import A3, MM, Decoration, PageFacts, Part
from quartierdesk.exports.pdf.documents.grid import Rule
from quartierdesk.exports.pdf.documents.press import short_title
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

_KIND = TextStyle("regular", 19, 26, "muted", hyphenate=False)
_TITLE = TextStyle("bold", 54, 64, "petrol", hyphenate=False)
_LEAD = TextStyle("regular", 20, 28, hyphenate=False)
_H2 = TextStyle("bold", 26, 32, "petrol", hyphenate=False)
_NOTE = TextStyle("regular", 13, 18, "muted", hyphenate=False)
_RANK = TextStyle("bold", 19, 23)
_TOPIC = TextStyle("regular", 14.5, 23, hyphenate=False)
_ITEM = TextStyle("bold", 15, 18, hyphenate=False)
_MORE = TextStyle("regular", 14, 17, "muted", hyphenate=False)
_STEP = TextStyle("regular", 15, 20, hyphenate=False)
_BOX_TITLE = TextStyle("bold", 18, 24, "petrol", hyphenate=False)
_BOX = TextStyle("regular", 15, 21, hyphenate=False)
_FOOT = TextStyle("regular", 11, 14, "muted", hyphenate=False)
_BIG = TextStyle("bold", 34, 44, "petrol", hyphenate=False)
_QUESTION = TextStyle("regular", 30, 40, hyphenate=False)
_MEASURE = A3.measure
_LABEL, _NUMBER_WIDTH, _RANK_WIDTH = 290.0, 44.0, 34.0
_CIRCLES = _MEASURE - _LABEL - _NUMBER_WIDTH - _RANK_WIDTH
_HALF = (_MEASURE - 36) / 2
_LOOK = TableLook(_NOTE, _STEP, side=0, above=5, zebra=False, quiet=True)


def result_poster(poster: Poster, inks: Inks) -> list[Part]:
    """Return the results on one sheet; titles are cut, then measures left out, until they fit."""
    setter = Typesetter(inks)
    for titles, count in ((True, len(poster.measures)), *((False, n) for n in range(8, -1, -1))):
        shown = _cut(poster, count, None if titles else setter)
        blocks = _results(shown, inks)
        if Stack(tuple(blocks)).lay(setter, _MEASURE).height <= A3.room:
            break
    return [Part(A3, blocks, _foot(poster.foot, poster.event.municipality))]


def _cut(poster: Poster, count: int, setter: Typesetter | None) -> Poster:
    """Return a poster with fewer measures; a setter cuts their titles to one line."""
    kept = poster.measures[:count]
    if setter:
        kept = tuple(
            replace(line, text=short_title(setter, line.text, _ITEM, _HALF - 46)) for line in kept
        )
    more = poster.more_measures + len(poster.measures) - len(kept)
    return replace(poster, measures=kept, more_measures=more)


def _results(poster: Poster, inks: Inks) -> list[Block]:
    event = poster.event
    blocks: list[Block] = [
        _bar(),
        Paragraph(_named(event.kind, event.day), _KIND, Spacing(before=8)),
        Heading("Das ist uns wichtig", 1, _TITLE),
        Paragraph(poster.numbers, _LEAD, Spacing(before=2, after=18)),
    ]
    if poster.dots:
        blocks += [Rule("petrol", 2.0), _ranking(poster, inks)]
        blocks.append(Paragraph(poster.note, _NOTE, Spacing(before=8)))
    left, right = Stack(tuple(_measures(poster))), Stack((*_steps(poster), *_box(poster)))
    places = (Place(0, _HALF, left), Place(_HALF + 36, _HALF, right))
    return [*blocks, Beside(places, Spacing(before=26))]


def invitation_poster(invitation: Invitation, inks: Inks) -> list[Part]:
    """Return the invitation on one sheet: the question large, then when and where."""
    event = invitation.event
    blocks: list[Block] = [
        _bar(),
        Paragraph(event.kind or "Einladung", _KIND, Spacing(before=8)),
        Heading(event.name, 1, _TITLE, Spacing(after=6)),
    ]
    if invitation.subtitle:
        blocks.append(Paragraph(invitation.subtitle, _LEAD, Spacing(after=24)))
    if invitation.question:
        blocks.append(_boxed([Paragraph(invitation.question, _QUESTION)], Spacing(after=40)))
    for text in (event.when, event.place):
        if text:
            blocks.append(Paragraph(text, _BIG))
    if invitation.offers:
        blocks.append(Heading("Für alle", 2, _H2, Spacing(before=44, after=8, keep=True)))
        offers = [Item(offer, "–") for offer in invitation.offers]
        blocks.append(ListBlock(offers, _LEAD, indent=22.0))
    if invitation.hosts:
        blocks.append(Paragraph(invitation.hosts, _LEAD, Spacing(before=44)))
    return [Part(A3, blocks, _foot("", event.municipality))]


def _named(kind: str, day: str) -> str:
    return ", ".join(filter(None, (kind, day)))


def _bar() -> Block:
    return Framed(Stack(()), bar="petrol", bar_width=84.0, above=6.0, below=0.0)


def _boxed(blocks: list[Block], spacing: Spacing) -> Block:
    return Framed(
        Stack(tuple(blocks)),
        spacing,
        ground="stone",
        bar="petrol",
        bar_width=5.0,
        left=20.0,
        right=16.0,
        above=14.0,
        below=16.0,
    )


def _ranking(poster: Poster, inks: Inks) -> Block:
    figure = poster.dots
    assert figure is not None
    votes = [int(value or 0) for value in figure.series[0].values]
    most = max(1, *(count // figure.per_circle for count in votes))
    rows = []
    for at, (topic, count) in enumerate(zip(figure.categories, votes, strict=True)):
        strong = at < figure.strong
        role = "petrol" if strong else "muted"
        cells: list[CellContent] = [
            Words(str(poster.ranks[at]), _RANK.but(role=role)),
            Words(topic, _TOPIC.but(face="bold" if strong else "regular")),
            Words(
                str(count),
                _RANK.but(role="petrol" if strong else "ink"),
                sign=_circles(count // figure.per_circle, most, inks, strong=strong),
            ),
        ]
        rows.append(printed.Row(cells))
    heads = [
        printed.Column("", _RANK_WIDTH),
        printed.Column("", _LABEL),
        printed.Column("", _CIRCLES + _NUMBER_WIDTH, "right"),
    ]
    look = TableLook(_NOTE, _TOPIC, 0, 5, False, 33, True)
    return printed.Table(heads, rows, look, "Rang, Thema und Punkte")


def _circles(count: int, most: int, inks: Inks, *, strong: bool) -> Drawing:
    pitch = min((_CIRCLES - 10) / most, 18.0)
    board = Board(_CIRCLES, 23, inks)
    for at in range(count):
        centre = (pitch * (at + 0.5), 11.5)
        if inks.black and not strong:
            board.circle(centre, pitch * 0.42 - 0.35, inks.white, inks.ink, 0.7)
        else:
            board.circle(centre, pitch * 0.42, inks.petrol if strong else inks.petrol_2)
    return board.drawing


def _measures(poster: Poster) -> list[Block]:
    if not poster.measures:
        return []
    rows = [
        printed.Row([Words(line.mark, _ITEM.but(size=14, role="petrol")), _two_lines(line)])
        for line in poster.measures
    ]
    blocks: list[Block] = [
        Heading("Das packen wir an", 2, _H2, Spacing(after=6, keep=True)),
        printed.Table(
            [printed.Column("", 46), printed.Column("", _HALF - 46)], rows, _LOOK, "Maßnahmen"
        ),
    ]
    if poster.more_measures:
        more = f"Weitere im Protokoll: {poster.more_measures}."
        blocks.append(Paragraph(more, _NOTE, Spacing(before=6)))
    return blocks


def _two_lines(line: Line) -> Cell:
    first = Words(line.text, _ITEM)
    return Cell((first, Words(line.more, _MORE)) if line.more else (first,))


def _steps(poster: Poster) -> list[Block]:
    if not poster.steps:
        return []
    rows = [
        printed.Row(
            [
                Cell(
                    (
                        Words(line.mark, _ITEM.but(role="petrol")),
                        Words(line.text, _STEP, above=2),
                    )
                )
            ]
        )
        for line in poster.steps
    ]
    return [
        Heading("So geht es weiter", 2, _H2, Spacing(after=6, keep=True)),
        printed.Table(
            [printed.Column("", _HALF)], rows, _LOOK, "Nächste Schritte", row_heads=False
        ),
    ]


def _box(poster: Poster) -> list[Block]:
    if not poster.invitation:
        return []
    inside: list[Block] = [
        Heading("Mitmachen?", 2, _BOX_TITLE, Spacing(after=4, keep=True)),
        Paragraph(poster.invitation, _BOX),
    ]
    return [_boxed(inside, Spacing(before=24))]


def _foot(left: str, right: str) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        base = page.sheet.height - 20 * MM + 4
        start, end = page.sheet.left, page.sheet.width - page.sheet.right
        canvas.line((start, base - 20), (end, base - 20), Paint(stroke=page.inks.hair, width=0.6))
        say(canvas, setter, (start, base), left, _FOOT)
        bold = _FOOT.but(face="bold", role="ink", align="right")
        say(canvas, setter, (end, base), right, bold)

    return draw
