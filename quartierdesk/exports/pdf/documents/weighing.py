"""What the room gave weight to: polls with their rule, effort and benefit, strengths."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby, pairwise

from quartierdesk.domain.protocol import Figure, Paragraph, Row, Section, Table
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import CellContent, Words
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.figures import titled, untitled
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_TEXT,
    INSET,
    MEASURE,
    in_text_column,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import (
    UNKNOWN,
    Shown,
    plain_table,
    print_table,
    reader,
    value_reader,
    with_notes,
)
from quartierdesk.exports.pdf.documents.texts import body, rule_box
from quartierdesk.exports.pdf.measures import MARGIN, TEXT

_STRONG = 3
_ABOVE_STATEMENTS = Spacing(before=21, after=5, keep=True)


def prioritisation(press: Press, section: Section, label: str) -> list[Block]:
    """Return each poll: question, rule, figure, ranking, and what the numbers mean."""
    blocks: list[Block] = []
    named = ""
    for at, (block, following) in enumerate(pairwise((*section.blocks, None))):
        if isinstance(block, Paragraph):
            if at == 0 and _is_heading(block) and _is_rule(following, block.text):
                continue  # the rule right below the heading of the chapter names the method
            leads = following is not None and not _is_heading(following)
            blocks.append(_text(press, block, named, keep=leads))
            named = block.text if _is_heading(block) else ""
        elif isinstance(block, Figure):
            blocks += titled(press, block, MEASURE)
        elif isinstance(block, Table) and not _is_told_elsewhere(press, section, block):
            blocks += _table(press, block)
    return blocks


def first_poll(press: Press, section: Section, label: str) -> list[Block]:
    """Return the ranking of the first poll alone, without its figure."""
    blocks = tuple(block for block in section.blocks if not isinstance(block, Figure))
    second = next((at for at, b in enumerate(blocks) if at and _is_heading(b)), len(blocks))
    return prioritisation(press, replace(section, blocks=blocks[:second]), label)


def effort(press: Press, section: Section, label: str) -> list[Block]:
    """Return the measures in the field of effort and benefit, an example beside it."""
    blocks: list[Block] = []
    table = section.table("Aufwand_Nutzen")
    for block in section.blocks:
        if isinstance(block, Paragraph):
            blocks.append(in_text_column([body(press, block)], AFTER_TEXT))
        elif isinstance(block, Figure):
            aside = _example(table) if table else []
            blocks.append(
                Beside(
                    (
                        Place(0.0, MARGIN - 8, Stack(tuple(aside))),
                        Place(INSET, TEXT, _matrix(press, block)),
                    ),
                    Spacing(before=9, after=12, keep=True),
                )
            )
    if table:
        blocks += _rated(table)
    return blocks


def swot(press: Press, section: Section, label: str) -> list[Block]:
    """Return strengths, weaknesses, opportunities and threats, one below the other."""
    table = section.table("Staerken_Schwaechen")
    if table is None:
        return []
    read = reader(table)
    shown = (Shown("label", "Nr.", 44, bold=True), Shown("statement", "Aussage"))
    blocks: list[Block] = []
    for title, rows in groupby(table.rows, key=lambda row: read(row, "quadrant")):
        part = replace(table, rows=tuple(rows), title=title)
        blocks.append(Heading(title, 2, type_scale.H2, _ABOVE_STATEMENTS, running=title))
        blocks.append(print_table(part, shown, MEASURE, look=type_scale.TEXT_TABLE))
    return blocks


def _is_rule(block: object, method: str) -> bool:
    return isinstance(block, Paragraph) and block.label == "Regel" and block.aside == method


def _is_told_elsewhere(press: Press, section: Section, table: Table) -> bool:
    """Return whether each line of a ranking stands beside its contribution already."""
    groups = section.table(table.name.replace("_Ergebnis", "_Gruppen"))
    listed = press.protocol.section("contributions")
    cards = listed.table("Beitraege") if listed else None
    return groups is not None and groups is not table and cards is not None and cards.has("dots")


def _is_heading(block: object) -> bool:
    return isinstance(block, Paragraph) and block.style == "heading"


def _text(press: Press, text: Paragraph, named: str, *, keep: bool) -> Block:
    """Return a paragraph; a rule names its method unless the heading above it does."""
    if text.style == "notice":
        below = text.aside if text.aside != named else ""
        return rule_box(text, below, Spacing(before=7, after=14, keep=keep and bool(text.label)))
    if text.style == "heading":
        return Heading(text.text, 2, type_scale.H2, Spacing(before=24, after=7, keep=True))
    return in_text_column([body(press, text)], replace(AFTER_TEXT, keep=keep))


def _table(press: Press, table: Table) -> Iterable[Block]:
    if table.name.endswith("_Regel"):
        return
    if table.has("resistance"):
        yield from _resistance(table)
    elif table.has("rank"):
        yield from _ranking(table)
    else:
        yield plain_table(press, table, MEASURE, Spacing(before=10))


def _rank(table: Table) -> Shown:
    """Return the column of ranks, which says where one is shared."""
    read, is_first = reader(table), _leads(table)

    def make(row: Row) -> CellContent:
        tied = f"{read(row, 'rank')} (geteilt)" if read(row, "tied") else read(row, "rank")
        return Words(tied, type_scale.CELL_BOLD if is_first(row) else None)

    return Shown("rank", "Rang", 64, make=make, align="left")


def _leads(table: Table) -> Callable[[Row], bool]:
    """Return a function that says whether a row has one of the first three ranks."""
    value = value_reader(table)

    def leads(row: Row) -> bool:
        rank = value(row, "rank")
        return isinstance(rank, int) and rank <= _STRONG

    return leads


def _ranking(table: Table) -> list[Block]:
    shown = (
        _rank(table),
        Shown("option", table.columns[table.position("option")].title),
        Shown("label", "Nr.", 46),
        Shown("dots", "Punkte", 50),
        Shown("points", "Punkte", 50),
        Shown("share", "Anteil", 54),
        Shown("weight", "Gewicht", 54),
        Shown("per_voter", "je Person", 62),
        Shown("first_places", "Erste\nPlätze", 46),
    )
    strong = _leads(table) if table.has("dots") else None
    laid = print_table(table, shown, MEASURE, strong=strong, spacing=Spacing(before=4))
    return with_notes(table, shown, laid, MEASURE)


def _resistance(table: Table) -> list[Block]:
    """Return what systemic consensing came to; its words are too long for one line of heads.

    That all were asked about each option alike is said in the rule.
    """
    read = reader(table)
    rank = _rank(table)
    if table.has("highest") and not any(read(row, "tied") for row in table.rows):
        rank = replace(rank, width=36)
    alike = len({read(row, "ballots") for row in table.rows}) <= 1
    shown = (
        rank,
        Shown("option", "Wahlmöglichkeit"),
        Shown("label", "Nr.", 34),
        Shown("resistance", "Gruppen-\nwiderstand", 55),
        *(() if alike else (Shown("ballots", "Stimmen", 44),)),
        Shown("mean", "Mittel-\nwert", 38),
        Shown("acceptance", "Akzep-\ntanz", 44),
        Shown("highest", "höchster\nWert", 47),
        Shown("objections", "starke\nEinwände", 52),
        Shown("below", "besser\nals bisher", 51, missing=UNKNOWN, align="right"),
    )
    look = replace(type_scale.NUMBER_TABLE, side=4.0)
    laid = print_table(table, shown, MEASURE, look=look, spacing=Spacing(before=4))
    return with_notes(table, shown, laid, MEASURE)


def _matrix(press: Press, figure: Figure) -> Stack:
    return Stack((untitled(press, figure, TEXT),), whole=True)


def _example(table: Table) -> list[Block]:
    """Return how to read the figure, with the first measure of the table."""
    read = reader(table)
    if not table.rows:
        return []
    row = table.rows[0]
    said = (
        f"{read(row, 'label')} hat einen Aufwand von {read(row, 'effort')} und einen Nutzen von"
        f" {read(row, 'benefit')} und gehört zum Feld „{read(row, 'quadrant')}“."
    )
    return [
        Text("Lesebeispiel", type_scale.LABEL, Spacing(before=24)),
        Text(said, type_scale.CELL, Spacing(before=2)),
    ]


def _rated(table: Table) -> list[Block]:
    read = reader(table)

    def title(row: Row) -> CellContent:
        return read(row, "title").partition(" (")[0]

    shown = (
        Shown("label", "Nr.", 40, bold=True),
        Shown("title", "Maßnahme", make=title),
        Shown("quadrant", "Feld", 106),
        Shown("effort", "Aufwand", 50),
        Shown("benefit", "Nutzen", 46),
        Shown("ratio", "Nutzen :\nAufwand", 52),
    )
    return with_notes(table, shown, print_table(table, shown, MEASURE), MEASURE)
