"""What the room gave weight to: polls with their rule, effort and benefit, strengths."""

from collections.abc import Iterable
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
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import (
    UNKNOWN,
    Shown,
    plain_table,
    print_table,
    reader,
    value_reader,
)
from quartierdesk.exports.pdf.documents.texts import body, rule_box
from quartierdesk.exports.pdf.measures import MARGIN, TEXT

_STRONG = 3
_ON_ONE_PAGE = 24  # rows of a ranking that stand with their note
_UNDER_TABLE = 69.0
_UNDER_RANKING = Spacing(before=5, after=7)


def prioritisation(press: Press, section: Section, label: str) -> list[Block]:
    """Return each poll: question, rule, figure, ranking, and what the numbers mean."""
    blocks: list[Block] = []
    said = ""
    for at, (block, following) in enumerate(pairwise((*section.blocks, None))):
        if isinstance(block, Paragraph):
            if at == 0 and _is_heading(block) and _is_rule(following):
                said = block.text
                continue
            leads = following is not None and not _is_heading(following)
            blocks.append(_text(press, block, said, keep=leads))
            said = ""
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
        blocks.append(_rated(table))
        if table.note:
            blocks.append(Text(table.note, type_scale.SMALL, _UNDER_RANKING, indent=5.0))
    return blocks


def swot(press: Press, section: Section, label: str) -> list[Block]:
    """Return strengths, weaknesses, opportunities and threats, one below the other."""
    table = section.table("Staerken_Schwaechen")
    if table is None:
        return []
    read = reader(table)
    blocks: list[Block] = []
    for title, rows in groupby(table.rows, key=lambda row: read(row, "quadrant")):
        blocks.append(labelled(title, [_statements(table, title, tuple(rows))]))
    return blocks


def _is_rule(block: object) -> bool:
    return isinstance(block, Paragraph) and block.label == "Regel"


def _is_told_elsewhere(press: Press, section: Section, table: Table) -> bool:
    """Return whether each line of a ranking stands beside its contribution already."""
    groups = section.table(table.name.replace("_Ergebnis", "_Gruppen"))
    listed = press.protocol.section("contributions")
    cards = listed.table("Beitraege") if listed else None
    return groups is not None and groups is not table and cards is not None and cards.has("dots")


def _is_heading(block: object) -> bool:
    return isinstance(block, Paragraph) and block.style == "heading"


def _text(press: Press, text: Paragraph, below: str, *, keep: bool) -> Block:
    if text.label == "Regel":
        return rule_box(text, below, Spacing(before=7, after=14))
    if text.style == "notice":
        return rule_box(text, spacing=Spacing(before=7, after=14))
    if text.style == "heading":
        return Heading(text.text, 2, type_scale.H2, Spacing(before=24, after=7, keep=True))
    return in_text_column([body(press, text)], replace(AFTER_TEXT, keep=keep))


def _table(press: Press, table: Table) -> Iterable[Block]:
    if table.name.endswith("_Regel"):
        return
    if table.has("dots") and table.has("rank"):
        yield _ranking(table)
    elif table.has("resistance"):
        yield _resistance(table)
    else:
        yield plain_table(press, table, MEASURE, Spacing(before=10))
    if table.note:
        yield Text(
            table.note,
            type_scale.SMALL,
            _UNDER_RANKING,
            indent=_UNDER_TABLE,
            measure=MEASURE - _UNDER_TABLE,
        )


def _ranking(table: Table) -> Block:
    read, value = reader(table), value_reader(table)

    def is_first(row: Row) -> bool:
        rank = value(row, "rank")
        return isinstance(rank, int) and rank <= _STRONG

    def rank(row: Row) -> CellContent:
        tied = f"{read(row, 'rank')} (geteilt)" if read(row, "tied") else read(row, "rank")
        return Words(tied, type_scale.CELL_BOLD if is_first(row) else None)

    shown = (
        Shown("rank", "Rang", 64, make=rank, align="left"),
        Shown("option", table.columns[table.position("option")].title),
        Shown("label", "Nr.", 46),
        Shown("dots", "Punkte", 50),
        Shown("share", "Anteil", 54),
        Shown("per_voter", "je Person", 60),
    )
    spacing = Spacing(before=4, keep=len(table.rows) <= _ON_ONE_PAGE and bool(table.note))
    return print_table(table, shown, MEASURE, strong=is_first, spacing=spacing)


def _resistance(table: Table) -> Block:
    """Return what systemic consensing came to; its words are too long for one line of heads."""
    shown = (
        Shown("rank", "Rang", 34),
        Shown("option", "Wahl-\nmöglichkeit" if table.has("highest") else "Wahlmöglichkeit"),
        Shown("label", "Nr.", 34),
        Shown("resistance", "Gruppen-\nwiderstand", 62),
        Shown("ballots", "Stimmen", 46),
        Shown("mean", "Mittel-\nwert", 42),
        Shown("acceptance", "Akzep-\ntanz", 44),
        Shown("highest", "Höchster\nWiderstand", 60),
        Shown("objections", "Starke\nEinwände", 52),
        Shown("below", "Besser\nals bisher", 56, missing=UNKNOWN),
        Shown("tied", "Gleich-\nstand", 48),
    )
    return print_table(table, shown, MEASURE, spacing=Spacing(before=10))


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


def _rated(table: Table) -> Block:
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
    return print_table(table, shown, MEASURE)


def _statements(table: Table, title: str, rows: tuple[Row, ...]) -> Block:
    shown = (Shown("label", "Nr.", 44, bold=True), Shown("statement", "Aussage"))
    part = replace(table, rows=rows, title=title)
    return print_table(part, shown, TEXT, look=type_scale.TEXT_TABLE)
