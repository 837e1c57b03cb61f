"""What stands in a table of rows: columns, cells, rows, and the model that holds and sorts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from quartierdesk.domain import ordering
from quartierdesk.domain.long_list import LongList
from quartierdesk.domain.ordering import Order
from quartierdesk.gui.theme.sizes import TextRole
from quartierdesk.gui.widgets.dragged_row import DraggedRow, target_of
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.sorting import UNSORTED, sorted_words
from quartierdesk.gui.widgets.tip_text import tip_text

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_NOTHING = "–"
_DRAGGED = DraggedRow("row")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `share` of the room that is left (0: as wide as its content), `right` aligned.

    `editable` cells can be written in; `least` is the width in letters it does not fall below;
    `main` says what the row is about and is bold in the current one. Columns that `may_hide` do
    so, the last ones first, where the others have no room.
    """

    title: str
    share: int = 0
    right: bool = False
    editable: bool = False
    role: TextRole = "body"
    least: int = 0
    main: bool = False
    may_hide: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, drawn bold, in another tone (a role of the theme), after a sign.

    `spoken` is what is read out instead of the words, `order` what it is sorted by. A cell without
    words, or with a dash for them, is sorted last unless it has an order.
    """

    text: str
    strong: bool = False
    tone: str = ""
    sign: Sign | None = None
    spoken: str = ""
    order: Order = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row, known by its `key`."""

    key: str
    cells: tuple[Cell, ...]


class RowModel(QAbstractTableModel):
    """Rows of cells; what is written into one, and where one is moved, is told, never kept."""

    written = Signal(str, int, str)
    moved = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: Sequence[Row] = []
        self.sorted_by = UNSORTED
        self._stored: Sequence[Row] = []
        self.writable = False
        self.movable = False

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.AccessibleTextRole and section == self.sorted_by[0]:
            return sorted_words(self.columns[section].title, self.sorted_by[1])
        return self.alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell; read out, it says what column it is in."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.columns[index.column()].title
            words = cell.spoken or cell.text or "–"
            return f"{title}: {words}" if title else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return tip_text(cell.text) or None if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be written in and its row be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.writable and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        if self.movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [_DRAGGED.kind]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged row."""
        return _DRAGGED.packed(self.rows[indexes[0].row()].key)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell that the dragged row shall stand before the one it was dropped at."""
        place = self.place_of(_DRAGGED.key(data))
        if self.movable and place >= 0:
            self.move(place, target_of(place, row, parent, len(self.rows)))
        return False  # the view must not remove anything: the file decides

    def move(self, place: int, target: int) -> None:
        """Tell that a row shall stand at `target`; where there is no such place, nothing."""
        if self.movable and 0 <= target < len(self.rows) and place != target:
            self.moved.emit(self.rows[place].key, target)

    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole  # noqa: ANN401
    ) -> bool:  # fmt: skip
        """Tell what somebody wrote."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.cell(index).text:
            return False
        self.written.emit(self.rows[index.row()].key, index.column(), str(value))
        return True

    def cell(self, index: Index) -> Cell:
        """Return a cell."""
        return self.rows[index.row()].cells[index.column()]

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Return how a column is aligned."""
        right = self.columns[section].right
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._stored = rows if isinstance(rows, LongList) else list(rows)
        self.rows = self._in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order in which rows were given."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.rows[index.row()].key for index in before]
        self.sorted_by = (column, order)
        self.rows = self._in_order()
        places = {row.key: at for at, row in enumerate(self.rows)}
        after = [
            self.index(places[key], index.column()) for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self) -> Sequence[Row]:
        """Return the rows sorted; equal ones stand as they were given, empty ones last."""
        column, order = self.sorted_by
        if not 0 <= column < len(self.columns):
            return self._stored
        keyed = [(_order_of(row.cells[column]), row) for row in self._stored]
        filled = [pair for pair in keyed if pair[0]]
        descending = order == Qt.SortOrder.DescendingOrder
        filled.sort(key=lambda pair: pair[0], reverse=descending)
        return [row for _, row in (*filled, *(pair for pair in keyed if not pair[0]))]

    def place_of(self, key: str) -> int:
        """Return where a row stands, -1 where it is not there."""
        keys = self.rows.keys if isinstance(self.rows, LongList) else [r.key for r in self.rows]
        return keys.index(key) if key in keys else -1


def _order_of(cell: Cell) -> Order:
    """Return what a cell is sorted by, nothing for an empty one."""
    return cell.order or ordering.of_words("" if cell.text == _NOTHING else cell.text)
