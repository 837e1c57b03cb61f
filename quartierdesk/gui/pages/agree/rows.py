"""Measures, open questions and answers as rows of tables."""

from PySide6.QtCore import QCoreApplication

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.typed_values import day_text
from quartierdesk.gui.pages.agree.panel import kind_sign
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.row_table import Cell, Column, Row
from quartierdesk.services.agreement import (
    Agreement,
    GivenAnswer,
    MeasureLine,
    OpenCard,
    OpenTheme,
    Weight,
)

translate = QCoreApplication.translate


def measure_columns() -> list[Column]:
    """Return the columns of the table of measures."""
    return [
        Column(translate("AgreeRows", "No."), right=True),
        Column(translate("AgreeRows", "What"), share=6, least=18, main=True),
        Column(translate("AgreeRows", "Who"), share=3, least=14, may_hide=True),
        Column(translate("AgreeRows", "Until when"), right=True, least=9),
        Column(translate("AgreeRows", "Decision"), may_hide=True),
        Column(translate("AgreeRows", "State")),
    ]


def measure_row(line: MeasureLine) -> Row:
    """Return a measure as a row."""
    measure = line.measure
    return Row(
        measure.id,
        (
            Cell(measure.label, tone="muted"),
            Cell(measure.title),
            Cell(measure.responsible),
            due_cell(line),
            Cell(line.decision or "–"),
            status_cell(line),
        ),
    )


def due_cell(line: MeasureLine) -> Cell:
    """Return until when; what is overdue says so."""
    if not line.is_overdue:
        return Cell(line.due)
    overdue = translate("AgreeRows", "{0}, overdue")
    return Cell(line.due, strong=True, tone="err", spoken=overdue.format(line.due))


def status_cell(line: MeasureLine) -> Cell:
    """Return the state with its mark."""
    return Cell(line.status, sign=Sign("status", line.measure.status, line.status_letter))


def open_columns() -> list[Column]:
    """Return the columns of what has no answer yet: words, and room for the buttons."""
    return [
        Column(
            translate("AgreeRows", "Theme or contribution"),
            share=3,
            least=20,
            main=True,
        ),
        Column(translate("AgreeRows", "How much"), share=2, role="small", least=12),
        Column(""),
    ]


def open_rows(shown: Agreement) -> list[Row]:
    """Return themes, then contributions without an answer."""
    themes = [_theme_row(each, shown.fields) for each in shown.open_themes]
    return [*themes, *(_card_row(each, shown.kinds) for each in shown.open_cards)]


def open_words(shown: Agreement) -> str:
    """Return how much has no answer yet, in words."""
    stored = sum(card.in_idea_store for card in shown.open_cards)
    others = len(shown.open_cards) - stored
    parts = []
    if shown.open_themes:
        parts.append(translate("AgreeRows", "%n theme(s)", "", len(shown.open_themes)))
    if stored:
        parts.append(translate("AgreeRows", "%n contribution(s) in the idea store", "", stored))
    if others:
        parts.append(translate("AgreeRows", "%n contribution(s)", "", others))
    return ", ".join(parts)


def given_columns() -> list[Column]:
    """Return the columns of the answers given."""
    return [
        Column(
            translate("AgreeRows", "Theme or contribution"),
            share=3,
            least=18,
            main=True,
        ),
        Column(translate("AgreeRows", "What becomes of it")),
        Column(translate("AgreeRows", "Reason or answer"), share=4, least=18),
        Column(translate("AgreeRows", "On"), right=True),
    ]


def given_row(given: GivenAnswer) -> Row:
    """Return an answer as a row."""
    answer = given.answer
    return Row(
        answer.id,
        (
            Cell(given.subject),
            Cell(given.decision),
            Cell(answer.text),
            Cell(day_text(answer.answered_on)),
        ),
    )


def _theme_row(theme: OpenTheme, fields: Catalogue) -> Row:
    entry = fields.find(theme.action_field)
    icon = (entry.symbol if entry else None) or "stack-2"
    amount = translate("AgreeRows", "%n contribution(s)", "", theme.cards)
    return Row(
        f"theme:{theme.id}",
        (
            Cell(theme.title, sign=Sign("icon", theme.action_field, icon)),
            Cell(", ".join([amount, *_weight_words(theme.weight)]), tone="text2"),
            Cell(""),
        ),
    )


def _card_row(card: OpenCard, kinds: Catalogue) -> Row:
    sign = kind_sign(kinds, card.kind)
    store = translate("AgreeRows", "idea store") if card.in_idea_store else ""
    entry = kinds.find(card.kind)
    spoken = f"{entry.short}: {card.text}" if entry else card.text
    return Row(
        f"card:{card.id}",
        (
            Cell(card.text, sign=Sign("kind", sign.code, sign.letter, sign.shape), spoken=spoken),
            Cell(", ".join(part for part in (card.label, store) if part), tone="text2"),
            Cell(""),
        ),
    )


def _weight_words(weight: Weight | None) -> list[str]:
    if weight is None:
        return []
    dots = translate("AgreeRows", "%n dot(s)", "", weight.dots)
    return [dots, translate("AgreeRows", "rank {0}").format(weight.rank)]
