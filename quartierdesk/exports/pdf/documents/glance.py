"""„Auf einen Blick“: exactly one page; what does not fit is left out in a fixed order."""

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Paragraph, Row, Section, Table
from quartierdesk.domain.rounding import in_words
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.arrangements import notice
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.composing import A4
from quartierdesk.exports.pdf.documents.grid import (
    HALF,
    MEASURE,
    SECTION_GAP,
    Divided,
    Rule,
    halves,
)
from quartierdesk.exports.pdf.documents.press import Press, short_title, shortened
from quartierdesk.exports.pdf.documents.tables import UNKNOWN, reader, value_reader
from quartierdesk.exports.pdf.documents.texts import spans
from quartierdesk.exports.setting.styles import TextStyle

_NUMBER = TextStyle("bold", 28, 32, "petrol", hyphenate=False)
_NUMBER_TEXT = TextStyle("regular", 9, 12.5, hyphenate=False)
_RANK = TextStyle("bold", 12, 14, "petrol")
_TOPIC = TextStyle("bold", 10, 14, hyphenate=False)
_REASON = TextStyle("regular", 9, 12, "muted")
_DOTS = TextStyle("bold", 11, 14)
_QUIET_HEAD = type_scale.LABEL
_BAR = 100.0
_RANK_WIDTH, _DOTS_WIDTH = 32.0, 30.0
_STRONG = 3
_FIVE = 5


@dataclass(frozen=True, slots=True)
class _Fitting:
    """How much goes onto the page."""

    topics: int = _FIVE
    steps: int = 4
    agreed: int = _FIVE
    with_reasons: bool = True
    whole_titles: bool = False
    gap: float = SECTION_GAP


_TRIES = (
    _Fitting(whole_titles=True),
    _Fitting(whole_titles=True, gap=14.0),
    _Fitting(whole_titles=True, agreed=4, gap=14.0),
    _Fitting(),
    _Fitting(agreed=4),
    _Fitting(agreed=4, with_reasons=False),
    _Fitting(steps=3, agreed=4, with_reasons=False),
    _Fitting(topics=_FIVE, steps=2, agreed=3, with_reasons=False),
    _Fitting(topics=3, steps=1, agreed=2, with_reasons=False),
)


def glance(press: Press, section: Section) -> list[Block]:
    """Return the page, with as much on it as fits."""
    for fitting in _TRIES:
        blocks = _page(press, section, fitting)
        if press.height(blocks, MEASURE) <= A4.room:
            return blocks
    return blocks


def _page(press: Press, section: Section, fitting: _Fitting) -> list[Block]:
    blocks: list[Block] = [
        Heading(section.title, 1, type_scale.H1, key=section.key, running=section.title)
    ]
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    blocks += [
        Text(text.text, type_scale.LEAD, Spacing(before=4, after=14))
        for text in texts
        if text.style == "lead"
    ]
    numbers = section.table("Zahlen")
    if numbers:
        blocks += _numbers_strip(press, numbers)
    top = section.table("Spitzenthemen")
    if top:
        blocks += _topics(press, top, fitting)
    mood = next((text for text in texts if text.style == "body" and text.strong), None)
    blocks.append(_two_columns(press, section, mood, fitting))
    return blocks


def _numbers_strip(press: Press, numbers: Table) -> list[Block]:
    """Return the first five numbers of a table between two lines, each with a word or two."""
    read = reader(numbers)
    columns = [
        Stack(
            (
                Text(read(row, "count"), _NUMBER),
                Text(_on_two_lines(press, read(row, "what")), _NUMBER_TEXT),
            )
        )
        for row in numbers.rows[:_FIVE]
    ]
    return [
        Rule("petrol", 1.2, Spacing(after=9)),
        Divided(columns, Spacing(after=10)),
        Rule("hair", 0.5),
    ]


def _on_two_lines(press: Press, text: str) -> str:
    """Return a text broken between two words so that its lines are about equally long."""
    words = text.split(" ")
    parts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    longer = {max(press.width(part, _NUMBER_TEXT) for part in two): "\n".join(two) for two in parts}
    return longer[min(longer)] if longer else text


def _topics(press: Press, top: Table, fitting: _Fitting) -> list[Block]:
    read, value = reader(top), value_reader(top)
    rows = top.rows[: fitting.topics]
    reasons = fitting.with_reasons and any(read(row, "reason") for row in rows)
    most = max((_number(value(row, "dots")) for row in rows), default=0)
    look = TableLook(
        _QUIET_HEAD,
        type_scale.CELL,
        side=0,
        above=5,
        zebra=False,
        least_height=39 if reasons else 26,
        quiet=True,
    )

    def cells(row: Row) -> list[CellContent]:
        topic = [Words(read(row, "option"), _TOPIC)]
        if reasons and read(row, "reason"):
            topic.append(Words(_first_line(press, read(row, "reason")), _REASON))
        dots = _number(value(row, "dots"))
        strong = _number(value(row, "rank")) <= _STRONG
        drop = 6.0 if reasons else 1.0
        number = _DOTS.but(leading=14 + 2 * drop - 2)
        return [
            Words(read(row, "rank"), _RANK),
            Cell(tuple(topic)),
            Words(str(dots), number, sign=_bar(press, dots / most if most else 0, drop, strong)),
        ]

    heads = [
        printed.Column("Rang", _RANK_WIDTH),
        printed.Column("Thema", MEASURE - _RANK_WIDTH - _BAR - _DOTS_WIDTH),
        printed.Column("Punkte", _BAR + _DOTS_WIDTH, "right"),
    ]
    ranking = printed.Table(heads, [printed.Row(cells(row)) for row in rows], look, top.title)
    note = " ".join(filter(None, (top.note, _more(press, "prioritisation", "Alle Themen"))))
    return [
        Heading(top.title, 2, type_scale.H2, Spacing(before=fitting.gap, after=3, keep=True)),
        ranking,
        *([Text(note, type_scale.SMALL, Spacing(before=5))] if note else []),
    ]


def _bar(press: Press, share: float, drop: float, strong: bool) -> Drawing:
    board = Board(_BAR - 10, drop + 12, press.inks)
    board.bar((0.0, drop), max(0.6, (_BAR - 10) * share), 12, strong=strong)
    return board.drawing


def _first_line(press: Press, text: str) -> str:
    return shortened(press, text, _REASON, MEASURE - _RANK_WIDTH - _BAR - _DOTS_WIDTH)


def _more(press: Press, key: str, what: str) -> str:
    place = press.see(key)
    return f"{what}: {place}." if place else ""


def _two_columns(
    press: Press, section: Section, mood: Paragraph | None, fitting: _Fitting
) -> Block:
    left, right = section.table("Termine"), section.table("Verabredet")
    first: list[Block] = _steps(left, fitting) if left else []
    second: list[Block] = _agreed(press, right, fitting) if right else []
    if mood:
        second.append(
            notice(Text(spans(mood), type_scale.CELL.but(leading=14)), Spacing(before=12))
        )
    if not first:
        first, second = second, []
    return halves(Stack(tuple(first)), Stack(tuple(second)), Spacing(before=fitting.gap))


_LIST = TableLook(_QUIET_HEAD, type_scale.CELL, side=0, above=4, zebra=False, quiet=True)


def _steps(table: Table, fitting: _Fitting) -> list[Block]:
    read = reader(table)
    rows = [
        printed.Row(
            [
                Words(read(row, "due") or read(row, "due_text") or UNKNOWN, type_scale.CELL_BOLD),
                Cell(
                    (
                        Words(read(row, "what")),
                        *([Words(read(row, "who"), _REASON)] if read(row, "who") else []),
                    )
                ),
            ]
        )
        for row in table.rows[: fitting.steps]
    ]
    heads = [printed.Column("", 66), printed.Column("", HALF - 66)]
    return [
        Heading(table.title, 2, type_scale.H2, Spacing(after=4, keep=True)),
        printed.Table(heads, rows, _LIST, table.title),
    ]


def _agreed(press: Press, table: Table, fitting: _Fitting) -> list[Block]:
    read = reader(table)
    label = type_scale.CELL_BOLD.but(role="petrol")
    rows = [
        printed.Row(
            [Words(read(row, "label"), label), Words(_short(press, read(row, "title"), fitting))]
        )
        for row in table.rows[: fitting.agreed]
    ]
    heads = [printed.Column("", 30), printed.Column("", HALF - 30)]
    shown, whole = min(len(table.rows), fitting.agreed), len(table.rows)
    counted = f"{in_words(shown, opening=True)} von {in_words(whole)}; " if shown < whole else ""
    place = press.see("measures")
    note = f"{counted}Fristen und Zuständige: {place}." if place else ""
    return [
        Heading(table.title, 2, type_scale.H2, Spacing(after=4, keep=True)),
        printed.Table(heads, rows, _LIST, table.title),
        *([Text(note, type_scale.SMALL, Spacing(before=5))] if note else []),
    ]


def _short(press: Press, title: str, fitting: _Fitting) -> str:
    """Return a title without its brackets, cut after one line unless there is room."""
    plain = title.partition(" (")[0]
    if fitting.whole_titles:
        return plain
    return short_title(press.setter, plain, type_scale.CELL, HALF - 30)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
