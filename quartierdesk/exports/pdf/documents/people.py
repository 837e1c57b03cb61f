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
    INSET,
    MEASURE,
    NEW_SECTION,
    in_text_column,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import (
    Shown,
    plain_table,
    print_table,
    reader,
    with_notes,
)
from quartierdesk.exports.pdf.documents.texts import body
from quartierdesk.exports.pdf.measures import GUTTER, MARGIN, TEXT
from quartierdesk.exports.setting.styles import TextStyle

_NUMBER = TextStyle("bold", 24, 29, "petrol", hyphenate=False)
_ITEM = type_scale.CELL
_MARGIN_TEXT = MARGIN - 6
_ASIDE = frozenset({"Eingeladen über", "Angeboten wurden"})
_AGE = "Alter"


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


def participants_in_short(press: Press, section: Section, label: str) -> list[Block]:
    """Return how many were there, and who was missing."""
    counted = section.table("Teilnahme")
    blocks: list[Block] = []
    if counted:
        read = reader(counted)
        said = " · ".join(f"{read(row, 'count')} {read(row, 'what')}" for row in counted.rows)
        blocks.append(in_text_column([Text(said, type_scale.BODY)], Spacing(after=7)))
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    return [
        *blocks,
        *(labelled(text.label, [body(press, text)]) for text in texts if text.label not in _ASIDE),
    ]


def attendance(press: Press, section: Section, label: str) -> list[Block]:
    """Return the list of participants."""
    listed = section.table("Teilnehmerliste")
    if listed is None:
        return []
    usual = {"label", "name", "table", "role", "age_group", "consents"}
    if any(column.key not in usual for column in listed.columns):
        return [plain_table(press, listed, MEASURE, NEW_SECTION)]
    shown = (
        Shown("label", "Kennung", 48),
        Shown("name", "Name", 104),
        Shown("table", "Tisch", 34),
        Shown("role", "Rolle"),
        Shown("age_group", "Alter", 92),
        Shown("consents", "Einwilligung in", 104),
    )
    return [print_table(listed, shown, MEASURE, spacing=NEW_SECTION)]


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
    laid = print_table(table, shown, TEXT)
    return [*titled(press, figure, TEXT), *with_notes(table, shown, laid, TEXT)]


def _groups(press: Press, table: Table) -> list[Block]:
    """Return a table for each attribute: long ones with shares, short ones side by side."""
    read = reader(table)
    parts: dict[str, list[Row]] = {}
    for row in table.rows:
        parts.setdefault(read(row, "attribute"), []).append(row)
    blocks: list[Block] = []
    small: list[Table] = []
    for title, rows in parts.items():
        part = replace(table, title=title, rows=tuple(rows), note="")
        if title == _AGE:
            blocks.append(_group(part, title, TEXT, with_share=True))
        else:
            small.append(part)
    blocks.append(_two_columns(small))
    if table.note:
        blocks.append(Text(table.note, type_scale.SMALL, Spacing(before=4.5), indent=5.0))
    return blocks


def _two_columns(parts: Sequence[Table]) -> Block:
    """Return short tables in two columns, each below the shorter one."""
    half = (TEXT - GUTTER) / 2
    columns: tuple[list[Block], list[Block]] = ([], [])
    lengths = [0, 0]
    for part in sorted(parts, key=lambda part: -len(part.rows)):
        at = lengths.index(min(lengths))
        columns[at].append(_group(part, part.title, half, with_share=False))
        lengths[at] += len(part.rows) + 2
    places = [
        Place(at * (half + GUTTER), half, Stack(tuple(each))) for at, each in enumerate(columns)
    ]
    return Beside(places, Spacing(before=14))


def _group(part: Table, title: str, width: float, *, with_share: bool) -> printed.Table:
    share = (Shown("share", "Anteil", 62),) if with_share else ()
    shown = (Shown("value", title), Shown("count", "Personen", 54), *share)
    return print_table(part, shown, width, spacing=Spacing(before=14))
