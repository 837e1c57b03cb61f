"""The cards of one column as a list for Qt; every card is read aloud as one sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from quartierdesk.services.wall_cards import Cards, WallCard

CARD = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class ColumnModel(QAbstractListModel):
    """The cards of a column in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = Cards()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the card, its text, or the sentence for the screen reader."""
        if not index.isValid():
            return None
        if role == CARD:
            return self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cards[index.row()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(self._cards[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that cards can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show_cards(self, cards: Cards) -> bool:
        """Show other cards; returns whether their order or number changed."""
        if cards.keys == self._cards.keys:
            self._cards = cards
            if len(cards):
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return False
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()
        return True

    @property
    def keys(self) -> Sequence[str]:
        """Return the ids of the cards."""
        return self._cards.keys

    def card(self, row: int) -> WallCard:
        """Return a card."""
        return self._cards[row]

    def row_of(self, card_id: str) -> int:
        """Return where a card stands, -1 if it is not here."""
        return self._cards.keys.index(card_id) if card_id in self._cards.keys else -1

    def sentence(self, card: WallCard) -> str:
        """Return a card as one sentence: kind, number, table, time, mentions, text."""
        parts = [card.kind_name or self.tr("Contribution"), card.label]
        if card.table_number is not None:
            parts.append(self.tr("table {number}").format(number=card.table_number))
        if card.captured is not None:
            parts.append(self.tr("at {time}").format(time=f"{card.captured:%H:%M}"))
        if len(card.members) > 1:
            parts.append(self.tr("{number} bundled").format(number=len(card.members)))
        if card.mentions > 1:
            parts.append(self.tr("%n mention(s)", "", card.mentions))
        return f"{', '.join(parts)}: {card.text}"
