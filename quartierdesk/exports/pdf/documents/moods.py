"""The mood at the beginning and at the end; what the feedback sheets said."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from quartierdesk.domain.protocol import CellValue, Figure, Paragraph, Section, Table
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.figures import untitled
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_TEXT,
    MEASURE,
    NEW_SECTION,
    in_text_column,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.tables import (
    Shown,
    bold_cell,
    note_below,
    print_table,
    reader,
)
from quartierdesk.exports.pdf.documents.texts import body, quote
from quartierdesk.exports.pdf.measures import TEXT

_BESIDE = 2


def mood(press: Press, section: Section, label: str) -> list[Block]:
    """Return each scale: what changed, the figure over the whole width, the table."""
    blocks: list[Block] = []
    for block, following in pairwise((*section.blocks, None)):
        if isinstance(block, Paragraph):
            blocks.append(in_text_column([body(press, block)], AFTER_TEXT))
        elif isinstance(block, Figure):
            blocks.append(untitled(press, block, MEASURE))
        elif isinstance(block, Table) and block.name.endswith("_Ergebnis"):
            means = following if isinstance(following, Table) else None
            laid = _result(block, means)
            note = " ".join(filter(None, (block.note, means.note if means else "")))
            below = [note_below(laid, note, TEXT)] if note else []
            blocks.append(in_text_column([laid, *below]))
    return blocks


def feedback(press: Press, section: Section, label: str) -> list[Block]:
    """Return how many sheets came back, the answers in one sentence per question, quotes."""
    texts = [block for block in section.blocks if isinstance(block, Paragraph)]
    column: list[Block] = [
        body(press, text) for text in texts if text.style not in ("quote", "heading")
    ]
    table = section.table("Rueckmeldung")
    if table:
        column += [Text(said, type_scale.BODY, AFTER_TEXT) for said in _sentences(table)]
    column += [
        quote(text.text, text.source, Spacing(before=10, after=10))
        for text in texts
        if text.style == "quote"
    ]
    return [labelled(label, column, NEW_SECTION)]


def _result(table: Table, means: Table | None) -> printed.Table:
    """Return counts and shares of each poll, and their means in a last row."""
    keys = [column.key for column in table.columns if column.key.startswith("count_")]
    heads: list[Shown] = [Shown("step", "Stufe", 40), Shown("answer", "Bedeutung")]
    for key in keys:
        at = key.removeprefix("count_")
        title = table.columns[table.position(key)].title.removeprefix("Stimmen ")
        heads.append(Shown(key, title[:1].upper() + title[1:], 60 if len(keys) <= _BESIDE else 48))
        heads.append(Shown(f"share_{at}", "Anteil", 56 if len(keys) <= _BESIDE else 44))
    named = _named_steps(table)
    shown = print_table(named, heads, TEXT, spacing=Spacing(before=4))
    if means is None:
        return shown
    read = reader(means)
    values = [read(row, "mean") for row in means.rows]
    cells = [bold_cell(""), bold_cell("Mittelwert")]
    for value in values[: len(keys)]:
        cells += [bold_cell(value), bold_cell("")]
    if len(cells) != len(shown.columns):
        return shown
    return replace(shown, rows=[*shown.rows, printed.Row(cells, total=True)])


def _named_steps(table: Table) -> Table:
    columns = tuple(
        replace(column, kind="label") if column.key == "step" else column
        for column in table.columns
    )
    at = table.position("step")
    rows = tuple(
        tuple(_text(cell) if place == at else cell for place, cell in enumerate(row))
        for row in table.rows
    )
    return replace(table, columns=columns, rows=rows)


def _text(cell: CellValue) -> str:
    return "" if cell is None else str(cell)


def _sentences(table: Table) -> Iterable[str]:
    """Return „Gesamturteil: 18 sehr gelungen, 20 gelungen.“ for each question."""
    read = reader(table)
    questions: dict[str, list[str]] = {}
    for row in table.rows:
        questions.setdefault(read(row, "question"), []).append(
            f"{read(row, 'count')} {read(row, 'answer')}"
        )
    for question, answers in questions.items():
        end = "" if question.endswith(("?", "!", ":")) else ":"
        yield f"{question}{end} {', '.join(answers)}."
