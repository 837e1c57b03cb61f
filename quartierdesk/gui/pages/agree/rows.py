"""Measures, open questions and answers as rows of tables."""

from PySide6.QtCore import QObject

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.long_list import LongList
from quartierdesk.domain.ordering import of_day
from quartierdesk.domain.typed_values import day_text
from quartierdesk.gui.pages.agree.panel import kind_sign
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.services.agreement import (
    Agreement,
    GivenAnswer,
    MeasureLine,
    OpenCard,
    OpenTheme,
    Weight,
)


class AgreeTables(QObject):
    """Makes the rows in the language of the program."""

    def measure_columns(self) -> list[Column]:
        """Return the columns of the table of measures."""
        return [
            Column(self.tr("No.")),
            Column(self.tr("What"), share=6, least=18, main=True),
            Column(self.tr("Who"), share=3, least=14, may_hide=True),
            Column(self.tr("By when"), right=True, least=9),
            Column(self.tr("Decision"), may_hide=True),
            Column(self.tr("State")),
        ]

    def measure_row(self, line: MeasureLine) -> Row:
        """Return a measure as a row."""
        measure = line.measure
        return Row(
            measure.id,
            (
                Cell(measure.label, tone="muted"),
                Cell(measure.title),
                Cell(measure.responsible),
                self.due_cell(line),
                Cell(line.decision or "–"),
                self.status_cell(line),
            ),
        )

    def due_cell(self, line: MeasureLine) -> Cell:
        """Return until when; what is overdue says so."""
        until = of_day(line.measure.due, line.measure.due_text)
        if not line.is_overdue:
            return Cell(line.due, order=until)
        overdue = self.tr("{0}, overdue").format(line.due)
        return Cell(line.due, strong=True, tone="err", spoken=overdue, order=until)

    def status_cell(self, line: MeasureLine) -> Cell:
        """Return the state with its mark."""
        return Cell(line.status, sign=Sign("status", line.measure.status, line.status_letter))

    def open_columns(self) -> list[Column]:
        """Return the columns of what has no answer yet: words, and room for the buttons."""
        return [
            Column(
                self.tr("Theme or contribution"),
                share=3,
                least=20,
                main=True,
            ),
            Column(self.tr("How much"), share=2, role="small", least=12, may_hide=True),
            Column(""),
        ]

    def open_rows(self, shown: Agreement) -> LongList[Row]:
        """Return themes, then contributions without an answer."""
        themes, cards = shown.open_themes, shown.open_cards
        keys = [_theme_key(theme.id) for theme in themes]
        keys += [_card_key(card_id) for card_id in cards.keys]

        def row(at: int) -> Row:
            if at < len(themes):
                return self._theme_row(themes[at], shown.fields)
            return self._card_row(cards[at - len(themes)], shown.kinds)

        return LongList(keys, row)

    def open_words(self, shown: Agreement) -> str:
        """Return how much has no answer yet, in words."""
        stored = shown.open_in_idea_store
        others = len(shown.open_cards) - stored
        parts = []
        if shown.open_themes:
            parts.append(self.tr("%Ln theme(s)", "", len(shown.open_themes)))
        if stored:
            parts.append(self.tr("%Ln contribution(s) in the idea store", "", stored))
        if others:
            parts.append(self.tr("%Ln contribution(s)", "", others))
        return ", ".join(parts)

    def given_columns(self) -> list[Column]:
        """Return the columns of the answers given."""
        return [
            Column(
                self.tr("Theme or contribution"),
                share=3,
                least=18,
                main=True,
            ),
            Column(self.tr("What becomes of it")),
            Column(self.tr("Reason or answer"), share=4, least=18),
            Column(self.tr("On"), right=True),
        ]

    def given_row(self, given: GivenAnswer) -> Row:
        """Return an answer as a row."""
        answer = given.answer
        return Row(
            answer.id,
            (
                Cell(given.subject),
                Cell(given.decision),
                Cell(answer.text),
                Cell(day_text(answer.answered_on), order=of_day(answer.answered_on)),
            ),
        )

    def _theme_row(self, theme: OpenTheme, fields: Catalogue) -> Row:
        entry = fields.find(theme.action_field)
        icon = (entry.symbol if entry else None) or "stack-2"
        amount = self.tr("%Ln contribution(s)", "", theme.cards)
        return Row(
            _theme_key(theme.id),
            (
                Cell(theme.title, sign=Sign("icon", theme.action_field, icon)),
                Cell(", ".join([amount, *self._weight_words(theme.weight)]), tone="text2"),
                Cell(""),
            ),
        )

    def _card_row(self, card: OpenCard, kinds: Catalogue) -> Row:
        sign = kind_sign(kinds, card.kind)
        store = self.tr("idea store") if card.in_idea_store else ""
        entry = kinds.find(card.kind)
        mark = Sign("kind", sign.code, sign.letter, sign.shape)
        spoken = f"{entry.short}: {card.text}" if entry else card.text
        return Row(
            _card_key(card.id),
            (
                Cell(card.text, sign=mark, spoken=spoken),
                Cell(", ".join(part for part in (card.label, store) if part), tone="text2"),
                Cell(""),
            ),
        )

    def _weight_words(self, weight: Weight | None) -> list[str]:
        if weight is None:
            return []
        dots = self.tr("%Ln dot(s)", "", weight.dots)
        return [dots, self.tr("rank {0}").format(weight.rank)]


def _theme_key(theme_id: str) -> str:
    return f"theme:{theme_id}"


def _card_key(card_id: str) -> str:
    return f"card:{card_id}"
