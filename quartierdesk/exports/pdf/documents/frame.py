"""What the evening was: occasion, agenda, rules, tables, the quarter."""

from dataclasses import replace

from quartierdesk.domain.protocol import Paragraph, Row, Section, Table
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.table import TableLook
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_BLOCK,
    AFTER_TEXT,
    INSET,
    MEASURE,
    NEW_SECTION,
    in_text_column,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import Shown, print_table, reader
from quartierdesk.exports.pdf.documents.texts import running_text
from quartierdesk.exports.pdf.measures import TEXT
from quartierdesk.exports.setting.styles import Span, bold

_METHOD, _WHO = 113.0, 80.0
_SEATS = (48.0, 54.0, 42.0)
_ABOVE_TABLE = Spacing(before=14, after=5, keep=True)


def occasion(press: Press, section: Section, label: str) -> list[Block]:
    """Return occasion, aim and leading question, each opened by its name."""
    blocks: list[Block] = []
    for text in _texts(section):
        named = Span(f"{text.label}: ") if text.label else Span("")
        words = (named, bold(text.strong)) if text.strong else (named, Span(text.text))
        blocks.append(Text(words, type_scale.BODY, AFTER_TEXT))
    return [in_text_column(blocks, AFTER_BLOCK)]


def agenda(press: Press, section: Section, label: str) -> list[Block]:
    """Return the agenda over the whole width, and the rules below it."""
    listed = section.table("Ablauf")
    blocks: list[Block] = [_agenda_table(listed)] if listed else []
    return [*blocks, *running_text(press, _texts(section))]


def tables(press: Press, section: Section, label: str) -> list[Block]:
    """Return the tables with topic, seats and contributions."""
    listed = section.table("Tische")
    blocks: list[Block] = []
    if listed:
        shown = (
            Shown("number", "Tisch", 38),
            Shown("topic", "Thema"),
            Shown("host", "Gastgeber", 66),
            Shown("seats", "Plätze", _SEATS[0]),
            Shown("contributions", "Beiträge", _SEATS[1]),
            Shown("dots", "Punkte", _SEATS[2]),
        )
        numbers = _left_numbers(listed, "number")
        if label and listed.has("host"):  # too many columns for the text column
            blocks.append(Heading(label, 2, type_scale.H2, _ABOVE_TABLE))
            blocks.append(print_table(numbers, shown, MEASURE))
        else:
            blocks.append(labelled(label, [print_table(numbers, shown, TEXT)]))
    texts = _texts(section)
    if not listed and not label:  # the heading says already what it is about
        texts = [replace(text, label="") for text in texts]
    return [*blocks, *running_text(press, texts)]


def quarter(press: Press, section: Section, label: str) -> list[Block]:
    """Return what is known about the quarter, and its indicators."""
    blocks: list[Block] = []
    facts, indicators = section.table("Quartier"), section.table("Kennzahlen")
    if facts:
        read = reader(facts)
        blocks += [
            labelled(read(row, "what"), [Text(read(row, "value"), type_scale.BODY)])
            for row in facts.rows
        ]
    if indicators:
        blocks.append(_indicators(indicators))
    return blocks


def _agenda_table(listed: Table) -> Block:
    read = reader(listed)

    def hours(row: Row) -> str:
        return "–".join(filter(None, (read(row, "start"), read(row, "end"))))

    def title(row: Row) -> str:
        return read(row, "title")

    shown = (
        Shown("hours", "Uhrzeit", INSET - 5, make=hours),
        Shown("title", "Programmpunkt", make=title),
        Shown("method", "Methode", _METHOD),
        Shown("who", "Wer", _WHO),
        Shown("notes", "Interne Notiz", _WHO),
    )
    look = type_scale.NUMBER_TABLE
    return print_table(
        listed, shown, MEASURE, look=_with_air(look), spacing=Spacing(before=9, after=14)
    )


def _with_air(look: TableLook) -> TableLook:
    return replace(look, above=4.5)


def _indicators(listed: Table) -> Block:
    shown = (
        Shown("label", "Kennzahl"),
        Shown("source", "Quelle", 150),
        Shown("value", "Wert", 52),
        Shown("unit", "Einheit", 60),
        Shown("year", "Jahr", 36),
    )
    return print_table(listed, shown, MEASURE, spacing=NEW_SECTION)


def _left_numbers(table: Table, key: str) -> Table:
    """Return a table whose numbers in one column are names, such as those of tables."""
    at = table.position(key)
    columns = tuple(
        replace(column, kind="label") if place == at else column
        for place, column in enumerate(table.columns)
    )
    rows = [list(row) for row in table.rows]
    for row in rows:
        row[at] = "" if row[at] is None else str(row[at])
    return replace(table, columns=columns, rows=tuple(map(tuple, rows)))


def _texts(section: Section) -> list[Paragraph]:
    return [block for block in section.blocks if isinstance(block, Paragraph)]
