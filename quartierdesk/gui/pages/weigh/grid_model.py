"""Numbers, yes or no, and comparisons that are entered row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
EntryKind = Literal["number", "yes_no", "pair", "fixed", "difference"]
Value = int | None

ENTERED: frozenset[EntryKind] = frozenset({"number", "yes_no", "pair"})
"""Kinds of columns into which something is entered; the others only tell."""

PLACE, NAME, FIRST = range(3)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column behind the names: how it is entered, and between which numbers.

    `undecided` says whether two things compared may be equally important.
    """

    title: str
    kind: EntryKind = "number"
    lowest: int = 0
    highest: int = 1_000_000
    undecided: bool = True


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row: what it is called, and with pairs what it is compared with."""

    key: str
    name: str
    other: str = ""


class GridModel(QAbstractTableModel):
    """Rows of names with values; what is being typed stands in `typed` until it is entered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[EntryRow, ...] = ()
        self.columns: tuple[EntryColumn, ...] = ()
        self.values: list[list[Value]] = []
        self.typed: tuple[int, int, str] | None = None
        self.editable = True

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return number, name, the columns, and the other names where pairs are compared."""
        return 0 if parent.isValid() else FIRST + len(self.columns) + self._has_pairs()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == PLACE:
            return self.tr("No.")
        column = self.column(section)
        if column is not None:
            return column.title
        return self.tr("Topic") if section == NAME else self.tr("against")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell; every cell is read aloud with its row."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME:
            return self.rows[index.row()].name
        return None

    def show_rows(
        self,
        rows: Sequence[EntryRow],
        columns: Sequence[EntryColumn],
        values: Sequence[Sequence[Value]],
    ) -> None:
        """Show other rows; where only values differ, everything stays in its place."""
        fresh = [list(row) for row in values]
        if tuple(rows) == self.rows and tuple(columns) == self.columns:
            self.values = fresh
            self.tell_changed()
            return
        self.beginResetModel()
        self.rows, self.columns, self.values = tuple(rows), tuple(columns), fresh
        self.typed = None
        self.endResetModel()

    def column(self, section: int) -> EntryColumn | None:
        """Return the column behind the names at this place."""
        at = section - FIRST
        return self.columns[at] if 0 <= at < len(self.columns) else None

    def value(self, row: int, section: int) -> Value:
        """Return what was entered."""
        return self.values[row][section - FIRST]

    def set_value(self, row: int, section: int, value: Value) -> None:
        """Enter a value, within the limits of its column."""
        column = self.column(section)
        if column is None:
            return
        if value is not None:
            value = max(column.lowest, min(column.highest, value))
        self.values[row][section - FIRST] = value
        self.tell_changed()

    def type_text(self, row: int, section: int, text: str | None) -> None:
        """Show what is being typed; None ends it."""
        self.typed = None if text is None else (row, section, text)
        self.tell_changed()

    def typed_at(self, row: int, section: int) -> str | None:
        """Return what is being typed into a cell."""
        if self.typed is not None and self.typed[:2] == (row, section):
            return self.typed[2]
        return None

    def tell_changed(self) -> None:
        """Have everything painted anew."""
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def words(self, row: int, section: int) -> str:
        """Return a cell as text."""
        if section == PLACE:
            return str(row + 1)
        if section == NAME:
            return self.rows[row].name
        column = self.column(section)
        if column is None:
            return self.rows[row].other
        value = self.value(row, section)
        if column.kind == "yes_no":
            return "" if value is None else self.tr("yes") if value else self.tr("no")
        if column.kind == "pair":
            return self._judgement(row, value)
        if column.kind == "difference":
            return "" if value is None else f"{value:+d}".replace("-", "−") if value else "✓"
        return "–" if value is None else str(value)

    def _judgement(self, row: int, value: Value) -> str:
        if value is None:
            return self.tr("not compared yet")
        if value == 1:
            return self.tr("equally important")
        winner = self.rows[row].name if value else self.rows[row].other
        return self.tr("“{name}” is more important").format(name=winner)

    def _sentence(self, row: int, section: int) -> str:
        column = self.column(section)
        if column is None:
            return self.words(row, section)
        return f"{self.rows[row].name}, {column.title}: {self.words(row, section)}"

    def _has_pairs(self) -> int:
        return int(any(column.kind == "pair" for column in self.columns))

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        column = self.column(section)
        if section == PLACE or (column is not None and column.kind == "fixed"):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if column is not None:
            return Qt.AlignmentFlag.AlignCenter
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
