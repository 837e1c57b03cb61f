"""Clusters with what they say; whom the contributions are good for."""

from dataclasses import replace

from quartierdesk.domain.protocol import Column, Paragraph, Row, Section, Table
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_BLOCK,
    AFTER_TEXT,
    MEASURE,
    Ornament,
    in_text_column,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.signs import badge, field_words
from quartierdesk.exports.pdf.documents.tables import (
    Shown,
    note_below,
    print_table,
    reader,
    value_reader,
)
from quartierdesk.exports.pdf.documents.texts import body

_ORDER = (
    "Reihenfolge nach Punkten im Plenum. Tisch- und Plenumspunkte haben verschiedene"
    " Grundgesamtheiten und werden nicht addiert."
)
_STEPS = ((1, "#EAF1F1"), (2, "#CFE0E1"), (4, "#9DBFC3"), (6, "#3F7A83"), (8, "#0B4A54"))
_GROUP, _TOTAL, _SIDE = 118.0, 38.0, 1.0
_NO_VOTE = "·"


def clusters(press: Press, section: Section, label: str) -> list[Block]:
    """Return the clusters, best first, with their summaries and the numbers of cards."""
    listed = section.table("Themenfelder")
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    blocks: list[Block] = [
        in_text_column([body(press, text)], AFTER_BLOCK) for text in texts if text.style != "note"
    ]
    if listed:
        laid = _listed(press, listed)
        notes = [_ORDER] if listed.has("plenary") and listed.has("dots") else []
        notes += [text.text for text in texts if text.style == "note"]
        blocks += [laid, *([note_below(laid, " ".join(notes), MEASURE)] if notes else [])]
    return blocks


def _listed(press: Press, listed: Table) -> printed.Table:
    read = reader(listed)

    def theme(row: Row) -> CellContent:
        words = [Words(read(row, "title"), type_scale.CELL_BOLD)]
        if read(row, "summary"):
            words.append(Words(read(row, "summary")))
        if read(row, "contributions"):
            words.append(Words(read(row, "contributions"), type_scale.SMALL))
        return Cell(tuple(words))

    def field(row: Row) -> CellContent:
        return Cell((field_words(press, read(row, "field")),))

    has_field = any(read(row, "field") for row in listed.rows)
    shown = [
        Shown("label", "Nr.", 34, bold=True),
        Shown("theme", "Themenfeld, Kern der Aussagen, Beiträge", make=theme),
        *([Shown("field", "Handlungsfeld", 82, make=field)] if has_field else []),
        Shown("count", "Bei-\nträge", 34),
        Shown("dots", "am\nTisch", 30),
        Shown("plenary", "im\nSaal", 34, bold=True),
    ]
    return print_table(listed, shown, MEASURE, look=type_scale.TEXT_TABLE)


def beneficiaries(press: Press, section: Section, label: str) -> list[Block]:
    """Return the matrix of target groups and fields: a number in each cell, tinted by it."""
    matrix = section.table("Zielgruppen")
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    blocks: list[Block] = [
        in_text_column([body(press, text)], AFTER_TEXT) for text in texts if not text.label
    ]
    if matrix:
        blocks.append(_matrix(press, matrix))
        blocks += _legend(press, matrix)
    blocks += [labelled(text.label, [body(press, text)]) for text in texts if text.label]
    return blocks


def steps(most: int) -> tuple[tuple[int, str], ...]:
    """Return from which number on a cell has which tint: five classes up to the greatest."""
    if most <= _STEPS[-1][0] + 1:
        return _STEPS
    firsts = [max(1, round(most * share)) for share in (0.0, 0.15, 0.35, 0.6, 0.85)]
    return tuple((first, tint) for first, (_, tint) in zip(firsts, _STEPS, strict=True))


def _matrix(press: Press, matrix: Table) -> Block:
    value = value_reader(matrix)
    fields = [column for column in matrix.columns if column.mark == "field"]
    width = (MEASURE - _GROUP - _TOTAL) / max(1, len(fields))
    most = max((_count(value(row, f.key)) for row in matrix.rows for f in fields), default=0)
    classes = steps(most)

    def lines(row: Row) -> int:
        name = str(value(row, "group"))
        return len(press.setter.lines(name, type_scale.CELL, _GROUP - 2 * _SIDE))

    heads = [
        printed.Column("Zielgruppe", _GROUP),
        *(printed.Column(_field_head(press, field, width), width, "center") for field in fields),
        printed.Column("Summe", _TOTAL, "right"),
    ]
    rows = [
        printed.Row(
            [
                str(value(row, "group")),
                *(
                    _heat(press.inks, _count(value(row, f.key)), classes, lines(row))
                    for f in fields
                ),
                Words(str(value(row, "total")), type_scale.CELL_BOLD.but(leading=12 * lines(row))),
            ]
        )
        for row in matrix.rows
    ]
    rows += [
        printed.Row(
            [Words(str(value(row, c.key)), type_scale.CELL_BOLD) for c in matrix.columns],
            total=True,
        )
        for row in matrix.sums
    ]
    look = replace(type_scale.TEXT_TABLE, zebra=False, above=4.5, side=_SIDE)
    return printed.Table(heads, rows, look, matrix.title, Spacing(before=9))


def _field_head(press: Press, field: Column, width: float) -> Cell:
    style = type_scale.TABLE_HEAD.but(face="regular", size=7.5, role="ink")
    sign = badge(press, field.title, width - 2 * _SIDE)
    words = Words(press.short("field", field.title), style, above=2)
    return Cell((Words("", sign=sign), words) if sign else (words,), align="center")


def _heat(inks: Inks, count: int, classes: tuple[tuple[int, str], ...], lines: int) -> Cell:
    """Return a number in the middle of a cell so many lines high, on its tint."""
    style = type_scale.CELL_BOLD.but(leading=12 * lines)
    if not count:
        dot = style.but(face="regular", role="muted")
        return Cell((Words(_NO_VOTE, dot),), align="center")
    level = max((at for at, (first, _) in enumerate(classes) if count >= first), default=0)
    light = level >= len(classes) - 2
    if inks.black:
        if light:
            return Cell((Words(str(count), style.but(role="white")),), ground="ink", align="center")
        framed = level == len(classes) - 3
        return Cell((Words(str(count), style),), align="center", framed=framed)
    role = "white" if light else "ink"
    return Cell(
        (Words(str(count), style.but(role=role)),), ground=classes[level][1], align="center"
    )


def _legend(press: Press, matrix: Table) -> list[Block]:
    """Return what the tints mean; the number stands in each cell."""
    value = value_reader(matrix)
    keys = [column.key for column in matrix.columns if column.mark == "field"]
    most = max((_count(value(row, key)) for row in matrix.rows for key in keys), default=0)
    note = f"Die Zahl steht in jeder Zelle; die Tönung wiederholt sie nur. {matrix.note}"
    if press.inks.black:
        return [Text(f"{_black_legend(most)} {matrix.note}", type_scale.SMALL, Spacing(before=6))]
    classes = steps(most)
    board = Board(MEASURE, 12, press.inks)
    style = type_scale.LABEL
    board.text((0, 9), "Zahl der Beiträge", style)
    x = 78.0
    spans = [("0 (·)", press.inks.white)]
    for at, (first, tint) in enumerate(classes):
        last = classes[at + 1][0] - 1 if at + 1 < len(classes) else 0
        text = f"ab {first}" if not last else str(first) if last == first else f"{first}–{last}"
        spans.append((text, tint))
    for text, tint in spans:
        board.rectangle((x, 0.5), 16, 11, tint)
        board.outline((x, 0.5), 16, 11, press.inks.hair, 0.4)
        board.text((x + 20, 9), text, type_scale.SMALL)
        x += 54
    return [
        Ornament(board.drawing, Spacing(before=14, after=8)),
        Text(note, type_scale.SMALL),
    ]


def _black_legend(most: int) -> str:
    classes = steps(most)
    framed, reversed_from = classes[-3][0], classes[-2][0]
    last = reversed_from - 1
    numbers = f"{framed} bis {last}" if last > framed else str(framed)
    return f"Gerahmt: {numbers} Beiträge. Weiß auf Schwarz: ab {reversed_from} Beiträgen."


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
