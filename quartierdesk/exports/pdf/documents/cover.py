"""The front page: whose protocol it is, of what, and every dot that was placed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quartierdesk.domain.protocol import Cover, Fact, Figure
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Framed, Place, notice
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.pictures import PhotoBlock
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.composing import A4, MM, Part, Sheet
from quartierdesk.exports.pdf.documents.figures import untitled
from quartierdesk.exports.pdf.documents.grid import (
    HALF,
    INSET,
    MEASURE,
    Placed,
    Rule,
    Spot,
    on_base_line,
)
from quartierdesk.exports.pdf.documents.press import Press, shortened
from quartierdesk.exports.pdf.documents.running import cover_foot
from quartierdesk.exports.pdf.measures import GUTTER, MARGIN, TEXT
from quartierdesk.exports.pdf.type_scale import SMALL
from quartierdesk.exports.setting.styles import Span, TextStyle, bold

_SHEET = Sheet(595.28, 841.89, 25 * MM, 18 * MM, 0.0, 66.0)
_ARMS = (34.0, 42.0)
_BESIDE_ARMS = 46.0
_OWNER = TextStyle("bold", 12, 16, hyphenate=False)
_DISTRICT = TextStyle("regular", 9, 12, "muted", hyphenate=False)
_EDITION = TextStyle("bold", 9, 12, align="right")
_STATE = TextStyle("regular", 9, 12, "muted", align="right")
_DRAFT = TextStyle("bold", 9, 12, "brick")
_KIND = TextStyle("regular", 14, 20, "muted", hyphenate=False)
_TITLES = (
    TextStyle("bold", 36, 44, "petrol", hyphenate=False),
    TextStyle("bold", 30, 37, "petrol", hyphenate=False),
    TextStyle("bold", 22, 28, "petrol", hyphenate=False),
)
_SUBTITLE = TextStyle("regular", 14, 20, hyphenate=False)
_WHEN = TextStyle("bold", 11, 16, hyphenate=False)
_WHERE = TextStyle("regular", 11, 16, hyphenate=False)
_DOTS = TextStyle("regular", 9, 13)
_FACT = TextStyle("regular", 9, 13)
_FACT_LABEL = TextStyle("bold", 8, 13, "muted")
_NOTICE = TextStyle("regular", 10, 15)
_MOST_TITLE_LINES = 3
_TITLE_TOP = 196.0
_DOTS_TOP = 392.0
_FACTS_TOP = 634.0
_NOTICE_TOP = 704.0
_END = 775.0
_ROW = 15.0


def cover_part(press: Press, cover: Cover) -> Part:
    """Return the front page."""
    spots = [*_owner(press, cover), *_edition(press, cover)]
    title, below = _title(press, cover)
    spots += title
    dots, below = _dots(press, cover, below)
    spots += dots
    spots += _facts_and_notice(press, cover, below)
    if not _fits(press, spots):
        return Part(A4, _flowing(cover), cover_foot(press))
    return Part(_SHEET, [Placed(spots, _SHEET.room)], cover_foot(press))


def _fits(press: Press, spots: Iterable[Spot]) -> bool:
    """Return whether everything ends above the foot and nothing stands above the page."""
    return all(
        spot.top >= 0 and spot.top + press.height([spot.block], spot.width) <= _SHEET.room
        for spot in spots
    )


def _flowing(cover: Cover) -> list[Block]:
    """Return the front page of a workshop with more words in its title than a page can hold."""
    texts = (
        (cover.municipality, _OWNER),
        (f"{cover.edition}, {cover.state}", _DISTRICT),
        (cover.kind, _KIND),
    )
    below = ((cover.subtitle, _SUBTITLE), (cover.when, _WHEN), (cover.where, _WHERE))
    between = Spacing(after=10.0)
    return [
        *(Paragraph(text, style, between) for text, style in texts if text),
        Heading(cover.title, 1, _TITLES[-1], between, key="cover"),
        *(Paragraph(text, style, between) for text, style in below if text),
        *(Paragraph((bold(f"{fact.label}: "), Span(fact.text)), _FACT) for fact in cover.facts),
        notice(_notice(cover), Spacing(before=14.0)),
    ]


def _owner(press: Press, cover: Cover) -> Iterable[Spot]:
    arms = press.photo(cover.arms_sha256) if cover.arms_sha256 else None
    left = 0.0
    if arms:
        picture = PhotoBlock(arms, f"Wappen: {cover.municipality}", *_ARMS)
        yield Spot(0.0, 52.0, _ARMS[0], picture)
        left = _BESIDE_ARMS
    width = MEASURE * 0.62 - left
    name = shortened(press, cover.municipality, _OWNER, width)
    yield Spot(left, on_base_line(66, _OWNER), width, Paragraph(name, _OWNER))
    if cover.district:
        district = Paragraph(cover.district, _DISTRICT)
        yield Spot(left, on_base_line(82, _DISTRICT), width, district)


def _edition(press: Press, cover: Cover) -> Iterable[Spot]:
    left = MEASURE * 0.64
    width = MEASURE - left
    yield Spot(left, on_base_line(66, _EDITION), width, Paragraph(cover.edition, _EDITION))
    if not cover.is_draft:
        yield Spot(left, on_base_line(82, _STATE), width, Paragraph(cover.state, _STATE))
        return
    box = press.width(cover.state, _DRAFT) + 12
    framed = Framed(
        Paragraph(cover.state, _DRAFT),
        outline="brick",
        line=1.0,
        left=6.0,
        right=0.0,
        above=2.0,
        below=3.0,
    )
    yield Spot(MEASURE - box, 73.0, box, framed)


def _title(press: Press, cover: Cover) -> tuple[Sequence[Spot], float]:
    """Return kind, title, subtitle, time and place, and where they end."""
    bar = Framed(Stack(()), bar="petrol", bar_width=60.0, above=4.0, below=0.0)
    spots = [
        Spot(0.0, 152.0, 60.0, bar),
        Spot(0.0, on_base_line(182, _KIND), MEASURE, Paragraph(cover.kind, _KIND)),
    ]
    style = _title_style(press, cover.title)
    title = Heading(cover.title, 1, style, key="cover")
    below = _TITLE_TOP + press.height([title], MEASURE)
    spots.append(Spot(0.0, _TITLE_TOP, MEASURE, title))
    if cover.subtitle:
        subtitle = Paragraph(cover.subtitle, _SUBTITLE)
        spots.append(Spot(0.0, below + 6, MEASURE, subtitle))
        below += 6 + press.height([subtitle], MEASURE)
    for text, style, step in ((cover.when, _WHEN, 28.0), (cover.where, _WHERE, 16.0)):
        if text:
            base = below + (step if style is _WHEN or not cover.when else 16.0)
            spots.append(Spot(0.0, on_base_line(base, style), MEASURE, Paragraph(text, style)))
            below = base
    return spots, below


def _title_style(press: Press, title: str) -> TextStyle:
    """Return the largest style in which a title stands on three lines."""
    for style in _TITLES:
        if len(press.setter.lines(title, style, MEASURE)) <= _MOST_TITLE_LINES:
            return style
    return _TITLES[-1]


def _dots(press: Press, cover: Cover, below: float) -> tuple[Sequence[Spot], float]:
    """Return the field of dots between two lines, and where it ends."""
    if cover.dots is None:
        return (), below
    room = _END - (_facts_height(press, cover) + 14 + _box_height(press, cover) + 18)
    wanted = 38 + len(cover.dots.categories) * _ROW
    top = max(below + 28, min(max(_DOTS_TOP, below + 35), room - wanted))
    rows = max(1, int((room - top - 38) / _ROW))
    figure = _first(cover.dots, rows)
    count = len(figure.categories)
    more = len(cover.dots.categories) - count
    rest = f" Gezeigt sind die ersten {count}." if more > 0 else ""
    words = Paragraph((bold(f"{cover.dots_strong} "), Span(cover.dots_text + rest)), _DOTS)
    end = top + 34 + count * _ROW - 2
    return (
        Spot(0.0, top, MEASURE, Rule("petrol", 1.2)),
        Spot(0.0, top + 8, MEASURE, words),
        Spot(0.0, top + 34 - _ROW / 2 + 4.5, MEASURE, untitled(press, figure, MEASURE)),
        Spot(0.0, end + 6, MEASURE, Rule("hair", 0.5)),
    ), end + 6


def _first(figure: Figure, rows: int) -> Figure:
    """Return a figure of the first rows."""
    if len(figure.categories) <= rows:
        return figure
    series = tuple(replace(each, values=each.values[:rows]) for each in figure.series)
    return replace(figure, categories=figure.categories[:rows], series=series)


def _facts_and_notice(press: Press, cover: Cover, below: float) -> Iterable[Spot]:
    high, box_height = _facts_height(press, cover), _box_height(press, cover)
    top = max(_FACTS_TOP if cover.dots else 0.0, below + (22 if cover.dots else 60))
    top = min(top, _END - box_height - high - 14)
    left, right = _fact_columns(cover)
    yield Spot(0.0, top, HALF, left)
    yield Spot(HALF + GUTTER, top, HALF, right)
    box_top = max(_NOTICE_TOP if cover.dots else 0.0, top + high + 14)
    yield Spot(0.0, min(box_top, _END - box_height), MEASURE, notice(_notice(cover)))


def _fact_columns(cover: Cover) -> tuple[Stack, Stack]:
    middle = (len(cover.facts) + 1) // 2
    return _facts(cover.facts[:middle]), _facts(cover.facts[middle:])


def _facts_height(press: Press, cover: Cover) -> float:
    return max(press.height([column], HALF) for column in _fact_columns(cover))


def _box_height(press: Press, cover: Cover) -> float:
    return press.height([notice(_notice(cover))], MEASURE)


def _facts(facts: Sequence[Fact]) -> Stack:
    rows: list[Block] = [
        Beside(
            (
                Place(0.0, 64.0, Paragraph(fact.label, _FACT_LABEL)),
                Place(66.0, HALF - 66.0, Paragraph(fact.text, _FACT)),
            ),
            Spacing(after=3.0),
        )
        for fact in facts
    ]
    return Stack(tuple(rows))


def _notice(cover: Cover) -> Beside:
    words: list[Block] = [Paragraph(cover.notice, _NOTICE)]
    if cover.small_print:
        words.append(Paragraph(cover.small_print, SMALL, Spacing(before=3)))
    return Beside(
        (
            Place(0.0, MARGIN - 14, Paragraph("Bitte beachten", _NOTICE.but(face="bold"))),
            Place(INSET - 14, TEXT - 14, Stack(tuple(words))),
        )
    )
