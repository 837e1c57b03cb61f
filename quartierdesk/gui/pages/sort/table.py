"""The wall as a list: the same cards with the same powers, sorted as one likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from quartierdesk.domain import ordering
from quartierdesk.domain.ordering import Order
from quartierdesk.gui import marks
from quartierdesk.gui.pages.sort.naming import column_name
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.sorting import Sorting, sorted_words
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import Wall, WallColumn

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()

_KIND, _LABEL, _TEXT, _COLUMN, _FIELD, _MENTIONS = range(6)


@dataclass(frozen=True, slots=True)
class _Line:
    """A card, the column it stands in, and the places of both."""

    column: WallColumn
    place: int
    at: int
    card: WallCard


class WallTableModel(QAbstractTableModel):
    """One row per card."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[_Line] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return what is told of each."""
        return 0 if parent.isValid() else _MENTIONS + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        title = (
            self.tr("Kind"),
            self.tr("No."),
            self.tr("Contribution"),
            self.tr("Column"),
            self.tr("Field"),
            self.tr("Mentions"),
        )[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and section == self._order[0]:
            return sorted_words(title, self._order[1])
        return title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell."""
        if not index.isValid():
            return None
        card = self._lines[index.row()].card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _KIND:
            sign = marks.KindSign(card.kind, card.kind_shape, card.kind_letter)
            size = self._look.sizes.wall_mark
            return marks.kind_pixmap(sign if card.kind else marks.NO_KIND, self._look.theme, size)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _TEXT:
            return tip_text(card.original)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal ones stay in the order of the wall."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        cards = [self._lines[index.row()].card.id for index in before]
        self._sort()
        places = {line.card.id: row for row, line in enumerate(self._lines)}
        after = [
            self.index(places[card], index.column())
            for card, index in zip(cards, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def show_wall(self, wall: Wall) -> None:
        """Show the cards of a wall."""
        self.beginResetModel()
        self._lines = [
            _Line(column, place, at, card)
            for place, column in enumerate(wall.columns)
            for at, card in enumerate(column.cards)
        ]
        self._sort()
        self.endResetModel()

    def card(self, row: int) -> WallCard:
        """Return a card."""
        return self._lines[row].card

    def rows_of(self, card_ids: Sequence[str]) -> list[int]:
        """Return where these cards stand."""
        wanted = set(card_ids)
        return [row for row, line in enumerate(self._lines) if line.card.id in wanted]

    def _sort(self) -> None:
        column, order = self._order
        self._lines.sort(key=lambda line: (line.place, line.at))
        if column >= 0:
            descending = order == Qt.SortOrder.DescendingOrder
            self._lines.sort(key=lambda line: self._key(line, column), reverse=descending)

    def _key(self, line: _Line, column: int) -> Order:
        card = line.card
        if column == _MENTIONS:
            return ordering.of_number(card.mentions)
        if column == _COLUMN:
            return ordering.of_number(line.place)
        words = {_KIND: card.kind_name, _LABEL: card.label, _FIELD: card.field_name}
        return ordering.of_words(words.get(column, card.text))

    def _words(self, row: int, column: int) -> str:
        line = self._lines[row]
        card = line.card
        return (
            card.kind_name,
            card.label,
            card.text,
            column_name(line.column),
            card.field_name,
            str(card.mentions),
        )[column]


class WallTable(QTableView):
    """Cards in rows; rows are chosen as in any list."""

    walked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.cards = WallTableModel(look, self)
        self.setModel(self.cards)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Headings"))
        self.sorting = Sorting(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.walked.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.walked.emit())
        self.fit()

    def fit(self) -> None:
        """Take on another text size."""
        sizes = self._look.sizes
        self.verticalHeader().setDefaultSectionSize(sizes.row)
        widths = {_KIND: 130, _LABEL: 84, _COLUMN: 230, _FIELD: 130, _MENTIONS: 110}
        for column, width in widths.items():
            self.setColumnWidth(column, sizes.icon(width))

    def show_wall(self, wall: Wall) -> None:
        """Show the cards of a wall; what was chosen stays chosen."""
        card, chosen = self.card(), self.chosen()
        self.cards.show_wall(wall)
        self.choose(chosen)
        if card is not None:
            for row in self.cards.rows_of([card.id]):
                self._ring(row)

    def card(self) -> WallCard | None:
        """Return the card in the current row."""
        index = self.currentIndex()
        return self.cards.card(index.row()) if index.isValid() else None

    def chosen(self) -> list[str]:
        """Return the ids of the chosen cards."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.cards.card(row).id for row in rows]

    def meant(self) -> list[str]:
        """Return the ids of the cards an action is for."""
        card = self.card()
        return self.chosen() or ([card.id] if card else [])

    def choose(self, card_ids: Sequence[str]) -> None:
        """Choose these cards and no others, and go to the first."""
        selection = self.selectionModel()
        selection.clearSelection()
        rows = self.cards.rows_of(card_ids)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            selection.select(self.cards.index(row, 0), flags)
        if rows:
            self._ring(rows[0])

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the current row on the first card when there is none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self._ring(0)

    def _ring(self, row: int) -> None:
        index = self.cards.index(row, _TEXT)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _MENTIONS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
