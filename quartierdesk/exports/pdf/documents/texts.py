"""Paragraphs of the protocol as blocks."""

from collections.abc import Iterable, Sequence

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Paragraph
from quartierdesk.exports.charts.board import Board
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import (
    Beside,
    Item,
    ListBlock,
    Place,
    notice,
    quotation,
)
from quartierdesk.exports.pdf.blocks.block import CLOSE, Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_TEXT,
    INSET,
    NEW_SECTION,
    in_text_column,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.measures import MARGIN, TEXT
from quartierdesk.exports.setting.styles import Span, TextStyle, bold

_PAD = 14.0


def spans(paragraph: Paragraph) -> Sequence[Span]:
    """Return the words of a paragraph, its opening bold."""
    if not paragraph.strong:
        return (Span(paragraph.text),)
    if not paragraph.text:
        return (bold(paragraph.strong),)
    return (bold(f"{paragraph.strong} "), Span(paragraph.text))


def bullet(press: Press) -> Drawing:
    """Return the small square before an item."""
    board = Board(4, 9, press.inks)
    board.rectangle((0, 5), 4, 4, press.inks.petrol)
    return board.drawing


def listing(press: Press, items: Iterable[str], style: TextStyle = type_scale.BODY) -> ListBlock:
    """Return a list with small squares."""
    return ListBlock([Item(text, bullet(press)) for text in items], style)


def quote(text: str, source: str, spacing: Spacing = CLOSE) -> Block:
    """Return what somebody said, in quotation marks, with its source below."""
    said = Text(f"„{text}“", type_scale.QUOTE)
    named = [Text(source, type_scale.SMALL)] if source else []
    return quotation([said, *named], spacing)


def body(press: Press, paragraph: Paragraph, spacing: Spacing = AFTER_TEXT) -> Block:
    """Return a paragraph without its label, for the text column."""
    if paragraph.style == "list":
        return listing(press, paragraph.items)
    if paragraph.style == "quote":
        return quote(paragraph.text, paragraph.source, Spacing(before=10, after=10))
    if paragraph.style == "heading":
        return Heading(spans(paragraph), 2, type_scale.H2, Spacing(before=14, keep=True))
    styles = {"lead": type_scale.LEAD, "note": type_scale.SMALL}
    return Text(spans(paragraph), styles.get(paragraph.style, type_scale.BODY), spacing)


def rule_box(paragraph: Paragraph, below: str = "", spacing: Spacing = CLOSE) -> Block:
    """Return a notice over the whole width: its label in the margin column, `below` under it."""
    label: list[Block] = [Text(paragraph.label, type_scale.H2)] if paragraph.label else []
    if below:
        label.append(Text(below, type_scale.SMALL))
    words = Text(spans(paragraph), type_scale.BODY)
    inside = Beside(
        (
            Place(0.0, MARGIN - _PAD, Stack(tuple(label))),
            Place(INSET - _PAD, TEXT - _PAD, words),
        )
    )
    return notice(inside, spacing)


def running_text(press: Press, paragraphs: Iterable[Paragraph]) -> list[Block]:
    """Return paragraphs one below the other; those about something stand beside their label."""
    blocks: list[Block] = []
    for paragraph in paragraphs:
        if paragraph.style == "notice":
            blocks.append(rule_box(paragraph, spacing=NEW_SECTION))
        elif paragraph.label:
            blocks.append(labelled(paragraph.label, [body(press, paragraph)]))
        else:
            blocks.append(in_text_column([body(press, paragraph)], AFTER_TEXT))
    return blocks
