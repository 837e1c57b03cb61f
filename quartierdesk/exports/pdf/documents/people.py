"""Who was there: numbers in the margin, groups beside the quarter's people, who was missing."""

from collections.abc import Sequence
from dataclasses import replace

from quartierdesk.domain.protocol import Figure, Paragraph, Row, Section, Table
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.figures import titled
from quartierdesk.exports.pdf.documents.grid import (
    GUTTER,
    INSET,
    MARGIN,
    MEASURE,
    NEW_SECTION,
    TEXT,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import Shown, plain_table, print_table, reader
from quartierdesk.exports.pdf.documents.texts import body
from quartierdesk.exports.setting.styles import TextStyle

_NUMBER = TextStyle("bold", 24, 29, "petrol", hyphenate=False)
_ITEM = type_scale.CELL
_MARGIN_TEXT = MARGIN - 6
_ASIDE = frozenset({"Eingeladen über", "Angeboten wurden"})
_WITH_SHARE = 5


def participants(press: Press, section: Section, label: str) -> list[Block]:
    """Return numbers and lists in the margin, figure and tables in the text column."""
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    aside = _numbers(section.table("Teilnahme"))
    for text in texts:
        if text.label in _ASIDE:
            aside += _margin_list(text)
    column = _comparison(press, section)
    counted = section.table("Teilnehmende")
    if counted:
        column += _groups(press, counted)
    blocks: list[Block] = [
        Beside(
            (
                Place(0.0, _MARGIN_TEXT, Stack(tuple(aside))),
                Place(INSET, TEXT, Stack(tuple(column))),
            ),
            Spacing(before=8),
        )
    ]
    blocks += [
        labelled(text.label, [body(press, text)]) for text in texts if text.label not in _ASIDE
    ]
    return blocks


def attendance(press: Press, section: Section, label: str) -> list[Block]:
    """Return the list of participants."""
    listed = section.table("Teilnehmerliste")
    return [plain_table(press, listed, MEASURE, NEW_SECTION)] if listed else []


def _numbers(table: Table | None) -> list[Block]:
    if table is None:
        return []
    read = reader(table)
    blocks: list[Block] = []
    for row in table.rows:
        blocks.append(Text(read(row, "count"), _NUMBER))
        blocks.append(Text(read(row, "what"), _ITEM, Spacing(after=10)))
    return blocks


def _margin_list(text: Paragraph) -> list[Block]:
    items: list[Block] = [Text(item, _ITEM, Spacing(after=2)) for item in text.items]
    return [Text(text.label, type_scale.LABEL, Spacing(before=12, after=2)), *items]


def _comparison(press: Press, section: Section) -> list[Block]:
    figure = next((block for block in section.blocks if isinstance(block, Figure)), None)
    table = section.table("Bevoelkerung")
    if figure is None or table is None:
        return []
    shown = (
        Shown("group", "Altersgruppe"),
        Shown("share", "Werkstatt", 76),
        Shown("reference", "Bevölkerung", 76),
    )
    note = [Text(table.note, type_scale.SMALL, Spacing(before=4))] if table.note else []
    return [*titled(press, figure, TEXT), print_table(table, shown, TEXT), *note]


def _groups(press: Press, table: Table) -> list[Block]:
    """Return a table for each attribute: long ones with shares, short ones side by side."""
    read = reader(table)
    parts: dict[str, list[Row]] = {}
    for row in table.rows:
        parts.setdefault(read(row, "attribute"), []).append(row)
    blocks: list[Block] = []
    small: list[Block] = []
    half = (TEXT - GUTTER) / 2
    for title, rows in parts.items():
        part = replace(table, title=title, rows=tuple(rows), note="")
        if len(rows) >= _WITH_SHARE:
            blocks.append(_group(part, title, TEXT, with_share=True))
        else:
            small.append(_group(part, title, half, with_share=False))
    for at in range(0, len(small), 2):
        blocks.append(_pair(small[at : at + 2], half))
    if table.note:
        blocks.append(Text(table.note, type_scale.SMALL, Spacing(before=4)))
    return blocks


def _group(part: Table, title: str, width: float, *, with_share: bool) -> printed.Table:
    share = (Shown("share", "Anteil", 62),) if with_share else ()
    shown = (Shown("value", title), Shown("count", "Personen", 54), *share)
    return print_table(part, shown, width, spacing=Spacing(before=14))


def _pair(tables: Sequence[Block], half: float) -> Block:
    places = [Place(at * (half + GUTTER), half, each) for at, each in enumerate(tables)]
    return Beside(places, Spacing(before=14))
