"""Agendas to begin with, as cards: one press replaces the agenda, one undo brings it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quartierdesk.domain.agenda_templates import TEMPLATES
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.cards import ChoiceCard
from quartierdesk.gui.widgets.even_grid import EvenGrid


class TemplateCards(EvenGrid):
    """`wanted` tells the code of a template."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = len(TEMPLATES)

    def offer(self, look: Look, current: str, *, writable: bool) -> None:
        """Offer the templates; `current` is the format of the workshop."""
        cards = []
        for template in TEMPLATES:
            card = ChoiceCard(self)
            card.setAutoExclusive(False)
            card.setText(template.title)
            hours, minutes = divmod(template.minutes, 60)
            length = self.tr("{0} h {1} min").format(hours, minutes) if minutes else ""
            length = length or self.tr("{0} h").format(hours)
            items = self.tr("%Ln item(s)", "", len(template.items))
            card.set_details(f"{length}, {items}")
            card.setToolTip(template.size)
            card.setChecked(template.format == current)
            card.setEnabled(writable)
            card.clicked.connect(lambda _=False, code=template.code: self.wanted.emit(code))
            look.set_role(card, "small")
            cards.append(card)
        self.show_cells(cards)
