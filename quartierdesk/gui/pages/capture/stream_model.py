"""The stream of cards as a list model: all places are known, cards come when they are looked at."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)

from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services.card_stream import CardRow

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = Qt.ItemDataRole.UserRole + 1

_BEFORE, _BEHIND = 30, 60
_MOST_CARDS = 3_000
_LONG = 120
"""Texts longer than this may be shortened on the card, so that pointing shows them whole."""


class CardStreamModel(QStringListModel):
    """Cards in the order of capture, the newest last.

    The rows themselves lie in Qt's own list of (empty) strings: a view asks for their number with
    every row it lays out, ten thousand times, and Python would be too slow for that.

    `wanted` names the places of cards that somebody looks at and that are not here yet; whoever
    gets them hands them to `take`. `newest_saved` is the id of the card that was stored last.
    """

    wanted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.faces = CardFaces()
        self.newest_saved = ""
        self._places: tuple[int, ...] = ()
        self._rows: dict[int, int] = {}
        self._cards: OrderedDict[int, CardRow] = OrderedDict()
        self._missing: set[int] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, or what is read of it; None while it is on its way."""
        if role == CARD_ROLE:
            return self.card_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            card = self.card_at(index.row())
            return None if card is None else self.faces.sentence(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            card = self.known_at(index.row())
            long = card is not None and len(card.text_original) > _LONG
            return tip_text(card.text_original) if card is not None and long else None
        return None

    def card_at(self, row: int) -> CardRow | None:
        """Return a card; where it is not here yet it is asked for."""
        if not 0 <= row < len(self._places):
            return None
        place = self._places[row]
        card = self._cards.get(place)
        if card is None:
            self._missing.update(self._places[max(0, row - _BEFORE) : row + _BEHIND])
            self._asking.start()
        return card

    def known_at(self, row: int) -> CardRow | None:
        """Return a card if it is here."""
        return self._cards.get(self._places[row]) if 0 <= row < len(self._places) else None

    def row_of(self, place: int) -> int | None:
        """Return the row of a place, None where the filter leaves it out."""
        return self._rows.get(place)

    def places_at(self, rows: Iterable[int]) -> list[int]:
        """Return the places of rows, as far as there are such rows."""
        return [self._places[row] for row in rows if 0 <= row < len(self._places)]

    def show(self, places: Sequence[int], cards: Iterable[CardRow]) -> None:
        """Show what is stored now; rows that stay keep selection and focus."""
        self._missing.clear()
        self._cards = OrderedDict((card.seq, card) for card in cards)
        before, after = self._places, tuple(places)
        self._places = after
        self._rows = {place: row for row, place in enumerate(after)}
        if before != after:
            self._exchange(before, after)
        self._tell_changed(0, len(after) - 1)

    def take(self, cards: Iterable[CardRow]) -> None:
        """Take in cards that were asked for."""
        rows = []
        for card in cards:
            self._cards[card.seq] = card
            self._cards.move_to_end(card.seq)
            row = self._rows.get(card.seq)
            if row is not None:
                rows.append(row)
        while len(self._cards) > _MOST_CARDS:
            self._cards.popitem(last=False)
        if rows:
            self._tell_changed(min(rows), max(rows))

    def _exchange(self, before: tuple[int, ...], after: tuple[int, ...]) -> None:
        """Take the rows between what is equal at both ends out and put the new ones in."""
        least = min(len(before), len(after))
        head = next((n for n in range(least) if before[n] != after[n]), least)
        most = least - head
        tail = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
        gone, new = len(before) - head - tail, len(after) - head - tail
        if gone:
            self.removeRows(head, gone)
        if new:
            self.insertRows(head, new)

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _ask(self) -> None:
        missing, self._missing = sorted(self._missing - self._cards.keys()), set()
        if missing:
            self.wanted.emit(missing)
