"""The stream of cards as a list model: all places are known, cards come when they are looked at."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from quartierdesk.gui.models.card_faces import CardFaces
from quartierdesk.services.card_stream import CardRow

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = Qt.ItemDataRole.UserRole + 1

_NO_INDEX = QModelIndex()
_BEFORE, _BEHIND = 30, 60
_MOST_CARDS = 3_000


class CardStreamModel(QAbstractListModel):
    """Cards in the order of capture, the newest last.

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

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, or what is read of it; None while it is on its way."""
        if role == CARD_ROLE:
            return self.card_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            card = self.card_at(index.row())
            return None if card is None else self.faces.sentence(card)
        return None

    def card_at(self, row: int) -> CardRow | None:
        """Return a card; where it is not here yet it is asked for."""
        place = self._places[row]
        card = self._cards.get(place)
        if card is None:
            self._missing.update(self._places[max(0, row - _BEFORE) : row + _BEHIND])
            self._asking.start()
        return card

    def known_at(self, row: int) -> CardRow | None:
        """Return a card if it is here."""
        return self._cards.get(self._places[row])

    def place_at(self, row: int) -> int:
        """Return the place of a row in the order of capture."""
        return self._places[row]

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
        if before == after:
            self._tell_changed(0, len(after) - 1)
        elif after[: len(before)] == before:
            self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
            self._set(after)
            self.endInsertRows()
            self._tell_changed(0, len(before) - 1)
        else:
            self._replace(after)

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

    def _replace(self, after: tuple[int, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = [self._places[index.row()] for index in old]
        self._set(after)
        new = [
            QModelIndex() if (row := self._rows.get(place)) is None else self.index(row)
            for place in kept
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _set(self, places: tuple[int, ...]) -> None:
        self._places = places
        self._rows = {place: row for row, place in enumerate(places)}

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _ask(self) -> None:
        missing, self._missing = sorted(self._missing - self._cards.keys()), set()
        if missing:
            self.wanted.emit(missing)
