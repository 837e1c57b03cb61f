"""Sheets to hand out or keep at hand: what is told about data, and the evening minute by minute."""

from quartierdesk.domain.handouts import Event, PrivacySheet, RunSheet
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks import table as printed
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.cells import Cell, Words
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.pdf.composing import A4, Decoration, PageFacts, Part
from quartierdesk.exports.pdf.documents.grid import MEASURE, labelled
from quartierdesk.exports.pdf.documents.running import INTERNAL, say
from quartierdesk.exports.setting.lines import Typesetter

_TEXT = type_scale.BODY
_WIDTHS = (74.0, 34.0, 150.0, 78.0)


def privacy_sheet(sheet: PrivacySheet, inks: Inks) -> list[Part]:
    """Return what people are told about their data."""
    blocks: list[Block] = [
        Heading("Was mit Ihren Daten geschieht", 1, type_scale.H1, Spacing(after=4)),
        Paragraph(_named(sheet.event), type_scale.BODY.but(role="muted"), Spacing(after=7)),
    ]
    for part in sheet.parts:
        lines: list[Block] = [
            Paragraph(text, _TEXT, Spacing(after=4)) for text in part.more.split("\n") if text
        ]
        blocks.append(labelled(part.text, lines, Spacing(before=14, after=14)))
    return [Part(A4, blocks, _decoration(sheet.event, ""))]


def run_sheet(sheet: RunSheet, inks: Inks) -> list[Part]:
    """Return the evening for those who run it."""
    style, bold = type_scale.CELL, type_scale.CELL_BOLD
    has_who = any(who for _, _, _, who, _ in sheet.rows)
    rows = [
        printed.Row(
            [
                Words(clock, bold),
                Cell((Words(minutes, style),), align="right"),
                Words(what, bold),
                *([Words(who, style)] if has_who else []),
                Words(notes, style),
            ]
        )
        for clock, minutes, what, who, notes in sheet.rows
    ]
    clock, minutes, what, who = _WIDTHS
    heads = [
        printed.Column("Uhrzeit", clock),
        printed.Column("Min.", minutes, "right"),
        printed.Column("Was", what if has_who else what + who),
        *([printed.Column("Wer", who)] if has_who else []),
        printed.Column("Notizen", MEASURE - sum(_WIDTHS)),
    ]
    blocks: list[Block] = [
        Heading("Regieplan", 1, type_scale.H1, Spacing(after=4)),
        Paragraph(_named(sheet.event), type_scale.BODY.but(role="muted"), Spacing(after=10)),
        printed.Table(heads, rows, type_scale.TEXT_TABLE, "Regieplan"),
    ]
    if sheet.rules:
        said = " · ".join(sheet.rules)
        blocks.append(labelled("Spielregeln", [Paragraph(said, _TEXT)]))
    return [Part(A4, blocks, _decoration(sheet.event, INTERNAL))]


def _named(event: Event) -> str:
    return " · ".join(filter(None, (event.name, event.when or event.day, event.place)))


def _decoration(event: Event, boxed: str) -> Decoration:
    def draw(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
        sheet = page.sheet
        left, right = sheet.left, sheet.width - sheet.right
        if boxed:
            style = type_scale.SMALL.but(face="bold", role="ink")
            width = setter.width(boxed, style) + 10
            canvas.rectangle(left, 29.5, width, 15, Paint(stroke=page.inks.ink, width=1))
            say(canvas, setter, (left + 5, 40), boxed, style)
        base = sheet.height - 34
        canvas.line((left, base - 12), (right, base - 12), Paint(stroke=page.inks.hair, width=0.5))
        say(canvas, setter, (left, base), event.municipality, type_scale.SMALL)
        number = f"Seite {page.number} von {page.total}"
        bold = type_scale.SMALL.but(face="bold", role="ink", align="right")
        say(canvas, setter, (right, base), number, bold)

    return draw
