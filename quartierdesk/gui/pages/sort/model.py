"""The cards of one column as a list for Qt; every card is read aloud as one sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from quartierdesk.services.wall_cards import Cards, WallCard

CARD = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class ColumnModel(QStringListModel):
    """The cards of a column in their order.

    The list of strings only counts them: a view asks for the number of rows twice per row when it
    lays them out, and of ten thousand rows that would be felt if it were answered here.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = Cards()

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
        before = self._cards
        if cards is before:
            return False
        if cards.keys == before.keys:
            self._cards = cards
            if len(cards):
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return False
        first, last = _shared(before.keys, cards.keys)
        went, came = len(before) - first - last, len(cards) - first - last
        if came and went:
            self._cards = cards
            self.setStringList([""] * len(cards))
        elif went:
            self.removeRows(first, went)
            self._cards = cards
        else:
            self._cards = cards
            self.insertRows(first, came)
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
            parts.append(self.tr("%Ln mention(s)", "", card.mentions))
        return f"{', '.join(parts)}: {card.text}"


def _shared(before: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """Return how many cards are the same at the beginning, and how many of the rest at the end."""
    most = min(len(before), len(now))
    first = next((at for at in range(most) if before[at] != now[at]), most)
    rest = most - first
    last = next((at for at in range(rest) if before[-1 - at] != now[-1 - at]), rest)
    return first, last
