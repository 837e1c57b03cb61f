"""What was agreed: the action plan on landscape paper, and a page for each measure."""

import re
from dataclasses import replace

from quartierdesk.domain.effort import USUAL_THRESHOLDS
from quartierdesk.domain.protocol import Fact, Figure, Profile, Row, Section, Series, Table
from quartierdesk.exports.charts.effort_benefit import miniature
from quartierdesk.exports.charts.signs import field_sign
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.pictures import Figure as Picture
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.composing import A4, A4_LANDSCAPE
from quartierdesk.exports.pdf.documents.grid import (
    INSET,
    MEASURE,
    Divided,
    Ornament,
    Rule,
    beside_label,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.signs import legend, status_words
from quartierdesk.exports.pdf.documents.tables import UNKNOWN, Shown, print_table, reader
from quartierdesk.exports.pdf.documents.texts import quote
from quartierdesk.exports.pdf.measures import MARGIN, TEXT
from quartierdesk.exports.setting.styles import TextStyle

_PLAN_TITLE = TextStyle("bold", 20, 26, "petrol", hyphenate=False)
_PLAN_NUMBER = TextStyle("regular", 20, 26, "rule", hyphenate=False)
_ASIDE = TextStyle("regular", 8.5, 31.5, "muted", align="right")
_SMALL_BOLD = type_scale.CELL_BOLD.but(size=8, leading=10.5)
_SMALL = type_scale.CELL.but(size=8, leading=10.5)
_RESERVATION = "Vorbehaltlich der Beschlüsse; Reihenfolge nach Priorität"
_BIG_LABEL = TextStyle("bold", 26, 30, "petrol", hyphenate=False)
_BESIDE_SIGN = 20.0
_STRIP_VALUE = TextStyle("bold", 9, 12, hyphenate=False)
_NO_NAMES = "Namen stehen nur in der internen Fassung."
_BRACKETS = re.compile(r"(?P<title>.+?) \((?P<more>[^()]+)\)")
_MINIATURE = 122.0
_GAPS = (12.0, 8.0, 5.0)
_TO_SECOND_PAGE = frozenset({"Risiken", "Woran wir Erfolg erkennen"})


def plan(press: Press, section: Section, number: str) -> list[Block]:
    """Return the action plan for landscape paper, its heading included."""
    listed = section.table("Massnahmen")
    if listed is None:
        return []
    measure = A4_LANDSCAPE.measure
    heading = Heading(
        section.title,
        1,
        _PLAN_TITLE,
        key=section.key,
        number=number,
        number_style=_PLAN_NUMBER,
        indent=36.0 if number else 0.0,
        running=section.title,
    )
    aside = Text(_RESERVATION, _ASIDE)
    title = Beside(
        (
            Place(0.0, measure * 0.55, heading),
            Place(measure * 0.6, measure * 0.4, aside),
        ),
        Spacing(after=6, keep=True),
    )
    table, notes = _plan_table(press, listed, measure), _plan_notes(press, listed)
    if press.height([title, table, *notes], measure) > A4_LANDSCAPE.room:
        return [title, *notes, table]
    return [title, table, *notes]


def short_plan(press: Press, section: Section, label: str) -> list[Block]:
    """Return the measures on upright paper: what, who, until when, first step."""
    listed = section.table("Massnahmen")
    if listed is None:
        return []
    read = reader(listed)

    def what(row: Row) -> CellContent:
        return Cell(_words(read(row, "title"), read(row, "goal"), bold=type_scale.CELL_BOLD))

    def due(row: Row) -> CellContent:
        return Words(_due(read(row, "due"), read(row, "due_text")))

    shown = (
        Shown("label", "Nr.", 34, bold=True),
        Shown("what", "Was und wozu", make=what),
        Shown("responsible", "Wer", 104, missing=UNKNOWN),
        Shown("first_step", "Erster Schritt", 104, missing=UNKNOWN),
        Shown("due", "Bis", 60, make=due),
    )
    return [print_table(listed, shown, MEASURE, look=type_scale.TEXT_TABLE)]


def profile(press: Press, page: Profile, level: int) -> list[Block]:
    """Return the page of a measure, whose heading is of this level.

    If it is overfull its parts move together, then risks and indicator go to a second page.
    """
    for gap in _GAPS:
        blocks = _profile(press, page, level, gap)
        if press.height(blocks, MEASURE) <= A4.room:
            return blocks
    kept = tuple(fact for fact in page.later_facts if fact.label not in _TO_SECOND_PAGE)
    moved = [_fact(f, _GAPS[0]) for f in page.later_facts if f.label in _TO_SECOND_PAGE]
    return [*_profile(press, replace(page, later_facts=kept), level, _GAPS[0]), *moved]


def _profile(press: Press, page: Profile, level: int, gap: float) -> list[Block]:
    title, more = _split_title(page.title)
    heading = Heading(
        title,
        level,
        type_scale.H1,
        key=f"profile-{page.label}",
        number=page.label,
        number_style=_BIG_LABEL,
        indent=INSET,
        running=f"Steckbrief {page.label}",
    )
    blocks: list[Block] = [
        Text("Maßnahmensteckbrief", type_scale.BODY.but(role="muted"), Spacing(after=4, keep=True)),
        heading,
    ]
    if more:
        lead = Text(more[:1].upper() + more[1:], type_scale.LEAD)
        blocks.append(Beside((Place(INSET, TEXT, lead),), Spacing(before=2, keep=True)))
    blocks += _strip(press, page)
    blocks += [_fact(fact, gap) for fact in page.facts]
    if page.steps:
        blocks.append(beside_label(page.steps.title, [_steps(page.steps)], Spacing(after=gap)))
    blocks += [_fact(fact, gap) for fact in page.later_facts]
    blocks += _origin(press, page)
    return blocks


def _plan_table(press: Press, listed: Table, measure: float) -> Block:
    read = reader(listed)

    def what(row: Row) -> CellContent:
        return Cell(_words(read(row, "title"), read(row, "goal"), bold=_SMALL_BOLD))

    def due(row: Row) -> CellContent:
        return Words(_due(read(row, "due"), read(row, "due_text")), _SMALL_BOLD)

    def cost(row: Row) -> CellContent:
        words = []
        if read(row, "cost"):
            words.append(Words(read(row, "cost"), _SMALL_BOLD))
        if read(row, "funding"):
            words.append(Words(read(row, "funding"), _SMALL))
        return Cell(tuple(words)) if words else UNKNOWN

    def status(row: Row) -> CellContent:
        return Cell((status_words(press, read(row, "status")),))

    def resolution(row: Row) -> CellContent:
        return read(row, "body") or UNKNOWN

    has_cost = listed.has("cost") or listed.has("funding")
    shown = [
        Shown("label", "Nr.", 28, make=lambda row: Words(read(row, "label"), _SMALL_BOLD)),
        Shown("what", "Was und wozu", 188, make=what),
        Shown("responsible", "Wer", 90, missing=UNKNOWN),
        Shown("partners", "Mit wem", 96, missing=UNKNOWN),
        Shown("due", "Bis", 54, make=due),
        Shown("first_step", "Erster Schritt", 104, missing=UNKNOWN),
        *([Shown("cost", "Kosten, Mittel", 84, make=cost, align="left")] if has_cost else []),
        *([Shown("body", "Beschluss", 62, make=resolution)] if listed.has("body") else []),
        Shown("status", "Status", 34, make=status),
    ]
    shown = [replace(each, width=0.0) if each.key == "what" else each for each in shown]
    return print_table(listed, shown, measure, look=type_scale.PLAN_TABLE)


def _plan_notes(press: Press, listed: Table) -> list[Block]:
    read = reader(listed)
    used = {read(row, "status") for row in listed.rows}
    meaning = legend(press, "status", used)
    said = f"Status: {meaning}." if meaning else ""
    if press.protocol.edition == "public":
        said = f"{said} {_NO_NAMES}".strip()
    return [Text(said, type_scale.SMALL, Spacing(before=4.5, after=5), indent=32.0)] if said else []


def _words(title: str, goal: str, *, bold: TextStyle) -> tuple[Words, ...]:
    first = Words(title, bold)
    return (first, Words(goal, bold.but(face="regular"))) if goal else (first,)


def _due(day: str, words: str) -> str:
    return day or words or UNKNOWN


def _split_title(title: str) -> tuple[str, str]:
    """Return a title without its brackets at the end, and what stood in them."""
    found = _BRACKETS.fullmatch(title)
    return (found["title"], found["more"]) if found else (title, "")


def _strip(press: Press, page: Profile) -> list[Block]:
    return [
        Rule("petrol", 1.2, Spacing(before=12, after=8)),
        Divided(
            [_strip_fact(press, page, fact) for fact in page.strip],
            gap=8.0,
            needs=[_strip_need(press, page, fact) for fact in page.strip],
        ),
        Rule("hair", 0.5, Spacing(before=8, after=14)),
    ]


def _strip_need(press: Press, page: Profile, fact: Fact) -> float:
    """Return the width in which a fact stands on one line."""
    mark = press.protocol.mark("field", page.field_name)
    if fact.label == "Handlungsfeld" and mark:
        return _BESIDE_SIGN + press.width(mark.short, _STRIP_VALUE)
    return press.width(_strip_text(press, fact), _STRIP_VALUE)


def _strip_text(press: Press, fact: Fact) -> str:
    status = press.protocol.mark("status", fact.text) if fact.label == "Status" else None
    return f"{status.letters} {status.short}" if status and status.letters else fact.text


def _strip_fact(press: Press, page: Profile, fact: Fact) -> Block:
    label = Text(fact.label, type_scale.LABEL)
    mark = press.protocol.mark("field", page.field_name)
    if fact.label == "Handlungsfeld" and mark:
        sign = Ornament(field_sign(mark, press.inks, 7.0, below=8.0))
        words = Text(mark.short, _STRIP_VALUE)
        places = (Place(0.0, 18.0, sign), Place(_BESIDE_SIGN, 66.0, words))
        value: Block = Beside(places, Spacing(before=4))
    else:
        value = Text(_strip_text(press, fact), _STRIP_VALUE, Spacing(before=4))
    return Stack((label, value))


def _fact(fact: Fact, gap: float) -> Block:
    return beside_label(fact.label, [Text(fact.text, type_scale.BODY)], Spacing(after=gap))


def _steps(steps: Table) -> Block:
    read = reader(steps)
    shown = (
        Shown("what", "Was"),
        Shown("who", "Wer", 104, missing=UNKNOWN),
        Shown(
            "due",
            "Bis wann",
            68,
            make=lambda row: Words(
                _due(read(row, "due"), read(row, "due_text")), type_scale.CELL_BOLD
            ),
        ),
    )
    return print_table(steps, shown, TEXT)


def _origin(press: Press, page: Profile) -> list[Block]:
    origin = page.origin
    column: list[Block] = []
    has_field = page.effort is not None and page.benefit is not None and page.quadrant
    width = TEXT - _MINIATURE - 28 if has_field else TEXT
    if origin.quote:
        column.append(quote(origin.quote, origin.source, Spacing(after=8)))
    if origin.text:
        column.append(Text(f"{origin.text}.", type_scale.CELL))
    if not column and not has_field:
        return []
    places = [
        Place(0.0, MARGIN, Text("Woher die Maßnahme kommt", type_scale.H3)),
        Place(INSET, width, Stack(tuple(column))),
    ]
    if has_field:
        places.append(Place(INSET + TEXT - _MINIATURE, _MINIATURE, _miniature(press, page)))
    return [Rule("hair", 0.5, Spacing(after=12, keep=True)), Beside(places)]


def _miniature(press: Press, page: Profile) -> Block:
    effort, benefit = page.effort, page.benefit
    assert effort is not None
    assert benefit is not None
    figure = Figure(
        "effort_benefit",
        "",
        f"Feld aus Aufwand und Nutzen: Aufwand {effort}, Nutzen {benefit}, {page.quadrant}.",
        (page.label,),
        (Series("Aufwand", "effort", (effort,)), Series("Nutzen", "benefit", (benefit,))),
        "",
        "",
        thresholds=USUAL_THRESHOLDS,
    )
    drawing = miniature(effort, benefit, figure, press.inks)
    small = type_scale.SMALL
    return Stack(
        (
            Picture(drawing, figure.alt_text, Spacing(after=3)),
            Text(f"Aufwand {effort} · Nutzen {benefit}", small),
            Text(page.quadrant, small.but(face="bold")),
        ),
        whole=True,
    )
