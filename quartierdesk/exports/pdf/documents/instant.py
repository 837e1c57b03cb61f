"""The instant print: black only, one or two pages before people leave the room."""

from dataclasses import replace

from quartierdesk.domain.dots import AVAILABLE, UNPLACED
from quartierdesk.domain.protocol import Paragraph, Row, Section, Table
from quartierdesk.domain.rounding import german
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import A4, Decoration, PageFacts, Part, Sheet
from quartierdesk.exports.pdf.documents.grid import MEASURE, Rule
from quartierdesk.exports.pdf.documents.press import Press, shortened
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.pdf.documents.tables import UNKNOWN, reader, value_reader
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

_SHEET = Sheet(A4.width, A4.height, A4.left, A4.right, 80.0, 66.0)
_TITLE = TextStyle("bold", 24, 30, hyphenate=False)
_SUBTITLE = TextStyle("regular", 11, 15.5)
_NUMBER = TextStyle("bold", 24, 30)
_UNIT = TextStyle("regular", 10, 30)
_HEAD = TextStyle("bold", 9, 12, "muted", hyphenate=False)
_RANK = TextStyle("bold", 14, 16)
_TOPIC = TextStyle("regular", 11, 16)
_DOTS = TextStyle("bold", 12, 16)
_TEXT = TextStyle("regular", 10.5, 14)
_BOLD = TextStyle("bold", 10.5, 14, hyphenate=False)
_NOTE = TextStyle("regular", 9, 13)
_H2 = TextStyle("bold", 14, 19, hyphenate=False)
_BOX = TextStyle("bold", 11, 14)
_BOX_RIGHT = TextStyle("regular", 10, 14, align="right")
_ROW, _LOW_ROW = 38.0, 26.0
_MANY, _MOST = 12, 18
_STRONG = 3
_COUNTS = ("_Ergebnis", "_Regel")
_AIR = 8.0
_MOST_AGREED = (40, 16, 12, 10, 8, 6, 4)
_LONG = 600
_BAR = 157.0
_FOOT_ROOM = 380.0
_LOOK = TableLook(_HEAD, _TEXT, side=0, above=6, zebra=False, quiet=True)
_WEIGHTED = "Das haben wir gewichtet"
_AGREED = "Das haben wir verabredet"


def instant_print(press: Press) -> list[Part]:
    """Return the weighing on the first page, agreements and dates on the second."""
    decoration = _decoration(press)
    first, second = _weighing(press), _agreements(press)
    if press.height([*first, *second], MEASURE) <= _SHEET.room:
        return [Part(_SHEET, [*first, *second], decoration)]
    pages = [first, second] if second else [first]
    return [Part(_SHEET, page, decoration) for page in pages]


def _weighing(press: Press) -> list[Block]:
    protocol = press.protocol
    ranking, rule = _ranking(press)
    blocks: list[Block] = [
        Heading(_WEIGHTED if ranking else protocol.title, 1, _TITLE, Spacing(after=4)),
    ]
    if ranking:
        blocks.append(Text(protocol.title, _SUBTITLE, Spacing(after=14)))
    overview = protocol.section("overview")
    numbers = overview.table("Zahlen") if overview else None
    if numbers and numbers.rows:
        blocks += _numbers(press, numbers)
    if ranking:
        blocks.append(_ranked(press, ranking))
        told = (rule, _ties(ranking), _unplaced(press, ranking), _full_bars(ranking))
        note = " ".join(filter(None, (*told, _rest(ranking))))
        blocks.append(Text(note, _NOTE, Spacing(before=8, after=14)))
    return blocks


def _numbers(press: Press, numbers: Table) -> list[Block]:
    """Return the numbers in one line, each with its word, at equal distances."""
    read = reader(numbers)
    pairs = [(read(row, "count"), read(row, "what").split(" ")[0]) for row in numbers.rows[:5]]
    widths = [press.width(n, _NUMBER) + 5 + press.width(word, _UNIT) for n, word in pairs]
    gap = (MEASURE - sum(widths)) / max(1, len(pairs) - 1)
    places: list[Place] = []
    x = 0.0
    for (number, word), width in zip(pairs, widths, strict=True):
        places.append(Place(x, press.width(number, _NUMBER) + 2, Text(number, _NUMBER)))
        places.append(
            Place(x + press.width(number, _NUMBER) + 5, width, Text(word, _UNIT.but(leading=34)))
        )
        x += width + gap
    return [
        Rule("ink", 1.2, Spacing(after=5)),
        Beside(places, Spacing(after=5)),
        Rule("hair", 0.5, Spacing(after=14)),
    ]


def _ranking(press: Press) -> tuple[Table | None, str]:
    """Return the first ranking by dots with its rule in words."""
    section = press.protocol.section("prioritisation")
    rule = ""
    for block in section.blocks if section else ():
        if isinstance(block, Paragraph) and block.label == "Regel":
            rule = block.strong
        if isinstance(block, Table) and block.has("dots") and block.has("rank"):
            return block, rule
    return None, ""


def _ranked(press: Press, ranking: Table) -> Block:
    read, value = reader(ranking), value_reader(ranking)
    many = len(ranking.rows) > _MANY
    height = _LOW_ROW if many else _ROW
    drop = (height - 2 * _LOOK.above - 16) / 2
    most = max((_whole(value(row, "dots")) for row in ranking.rows), default=0)
    room = MEASURE - 44 - _BAR - 40

    def cells(row: Row) -> list[CellContent]:
        strong = _whole(value(row, "rank")) <= _STRONG
        leading = 16 + 2 * drop
        style = _TOPIC.but(face="bold" if strong else "regular", leading=leading)
        board = Board(_BAR - 8, drop + 15, press.inks)
        share = _whole(value(row, "dots")) / most if most else 0.0
        board.bar((0.0, drop + 1), max(0.6, (_BAR - 8) * share), 14, strong=strong)
        return [
            Words(read(row, "rank"), _RANK.but(leading=leading)),
            Words(shortened(press, read(row, "option"), style, room - 6), style),
            Words(read(row, "dots"), _DOTS.but(leading=leading), sign=board.drawing),
        ]

    heads = [
        printed.Column("Rang", 44),
        printed.Column("Themenfeld", room),
        printed.Column("Punkte", _BAR + 40, "right"),
    ]
    rows = [printed.Row(cells(row)) for row in ranking.rows[: _MOST if many else _MANY]]
    look = TableLook(_HEAD, _TEXT, 0, _LOOK.above, False, height, True)
    return printed.Table(heads, rows, look, ranking.title)


def _ties(ranking: Table) -> str:
    read = reader(ranking)
    shared = dict.fromkeys(read(row, "rank") for row in ranking.rows if read(row, "tied"))
    if not shared:
        return ""
    verb = "ist" if len(shared) == 1 else "sind"
    return f"Rang {', '.join(shared)} {verb} geteilt."


def _unplaced(press: Press, ranking: Table) -> str:
    """Return how many dots were left over, where the rule of the poll says how many there were."""
    counts = _table(press.protocol.section("prioritisation"), ranking.name.replace(*_COUNTS))
    if counts is None:
        return ""
    by_word = {str(what): _whole(count) for count, what in counts.rows}
    available, left = by_word.get(AVAILABLE, 0), by_word.get(UNPLACED, 0)
    if available <= 0 or left <= 0:
        return ""
    verb = "wurde" if left == 1 else "wurden"
    return f"Von {german(available)} möglichen Punkten {verb} {german(left)} nicht geklebt."


def _full_bars(ranking: Table) -> str:
    """Return which ranks have full bars, unless all have them."""
    value = value_reader(ranking)
    ranks = [_whole(value(row, "rank")) for row in ranking.rows]
    full = sorted({rank for rank in ranks if rank <= _STRONG})
    if not full or len(full) == len(set(ranks)):
        return ""
    if len(full) == _STRONG:
        return f"Volle Balken: Rang 1 bis {_STRONG}."
    return f"Volle Balken: Rang {' und '.join(map(str, full))}."


def _rest(ranking: Table) -> str:
    left = len(ranking.rows) - _MOST
    return f"Weitere Themen im Protokoll: {left}." if left > 0 else ""


def _agreements(press: Press) -> list[Block]:
    """Return what was agreed on one page; what does not fit is left to the protocol."""
    for most in _MOST_AGREED:
        blocks = _agreed(press, most)
        if press.height(blocks, MEASURE) <= _SHEET.room:
            break
    return blocks


def _agreed(press: Press, most: int) -> list[Block]:
    protocol = press.protocol
    blocks: list[Block] = []
    plan = _table(protocol.section("measures"), "Massnahmen")
    if plan:
        heading = Heading(_AGREED, 1, _TITLE, Spacing(before=21, after=10, keep=True))
        blocks += [heading, _plan(replace(plan, rows=plan.rows[:most])), *_left(plan, most)]
    steps = _table(protocol.section("next_steps"), "Schritte")
    if steps:
        shown = replace(steps, rows=steps.rows[:most])
        blocks += [_heading("Wie es weitergeht"), _steps(shown), *_left(steps, most)]
    stored = _table(protocol.section("idea_store"), "Themenspeicher")
    if stored:
        read = reader(stored)
        rows = stored.rows[:most]
        said = " ".join(f"{read(row, 'label')}: {read(row, 'wording')}" for row in rows)
        if len(said) > _LONG:
            said = ", ".join(read(row, "label") for row in rows)
        words = Text(said, _TEXT.but(leading=15.5))
        blocks += [_heading("Im Themenspeicher"), words, *_left(stored, most)]
    return blocks


def _left(table: Table, most: int) -> list[Block]:
    left = len(table.rows) - most
    note = f"Weitere im Protokoll: {left}."
    return [Text(note, _NOTE, Spacing(before=4))] if left > 0 else []


def _heading(title: str) -> Heading:
    return Heading(title, 2, _H2, Spacing(before=20, after=4, keep=True))


def _table(section: Section | None, name: str) -> Table | None:
    return section.table(name) if section else None


def _plan(plan: Table) -> Block:
    read = reader(plan)
    rows = [
        printed.Row(
            [
                Words(read(row, "label"), _BOLD),
                Words(read(row, "title").partition(" (")[0], _BOLD),
                Words(read(row, "responsible") or UNKNOWN, indent=_AIR),
                Words(read(row, "due") or read(row, "due_text") or UNKNOWN, _BOLD),
            ]
        )
        for row in plan.rows
    ]
    heads = [
        printed.Column("Nr.", 38),
        printed.Column("Was", 212),
        printed.Column(Cell((Words("Wer", indent=_AIR),)), MEASURE - 38 - 212 - 68),
        printed.Column("Bis wann", 68, "right"),
    ]
    return printed.Table(heads, rows, _LOOK, plan.title)


def _steps(steps: Table) -> Block:
    read = reader(steps)
    rows = [
        printed.Row(
            [
                Words(read(row, "due") or read(row, "due_text") or UNKNOWN, _BOLD),
                read(row, "what"),
                Words(read(row, "who") or UNKNOWN, indent=_AIR),
            ]
        )
        for row in steps.rows
    ]
    heads = [
        printed.Column("", 84),
        printed.Column("", MEASURE - 84 - 112),
        printed.Column("", 112),
    ]
    return printed.Table(heads, rows, TableLook(_HEAD, _TEXT, 0, 5, False, 0, True), steps.title)


def _decoration(press: Press) -> Decoration:
    running = press.protocol.running

    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet = page.sheet
        left, right = sheet.left, sheet.width - sheet.right
        canvas.rectangle(left, 36, right - left, 24, Paint(stroke=page.inks.ink, width=0.9))
        public = press.protocol.edition == "public"
        name = "Sofortausdruck" if public else "intern – nicht veröffentlichen"
        say(canvas, setter, (left + 8, 52), name, _BOX)
        say(canvas, setter, (right - 8, 52), running.state, _BOX_RIGHT)
        base = sheet.height - 34
        canvas.line((left, base - 12), (right, base - 12), Paint(stroke=page.inks.hair, width=0.5))
        place = f"{press.protocol.municipality} · " if press.protocol.municipality else ""
        note = f"{place}Empfehlung, ersetzt keinen Beschluss"
        shown = shortened(press, note, type_scale.SMALL, _FOOT_ROOM)
        say(canvas, setter, (left, base), shown, type_scale.SMALL)
        number = f"Blatt {page.number} von {page.total}"
        say(canvas, setter, (right, base), number, type_scale.SMALL.but(face="bold", align="right"))

    return draw


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
