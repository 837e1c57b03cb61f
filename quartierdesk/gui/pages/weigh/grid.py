"""The table in which people count and fill in sheets: with digits, + and −, or the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from quartierdesk.gui.pages.weigh.grid_delegate import GridDelegate
from quartierdesk.gui.pages.weigh.grid_model import (
    ENTERED,
    FIRST,
    NAME,
    PLACE,
    EntryColumn,
    EntryRow,
    GridModel,
    Value,
)
from quartierdesk.gui.theme.look import Look

_PAIR_LEFT, _PAIR_EQUAL, _PAIR_RIGHT = 2, 1, 0


class EntryGrid(QTableView):
    """Values by row.

    `entered` tells row, section and value of what was typed, `stepped` row, section and by how
    much + or − change it. Digits begin a new number; Enter, Tab, the arrows and leaving the table
    enter it, Escape forgets it.
    """

    entered = Signal(int, int, object)
    stepped = Signal(int, int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.grid = GridModel(self)
        self.cells = GridDelegate(look, self.grid, self)
        self.setModel(self.grid)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Headings"))
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        self.selectionModel().currentChanged.connect(self._walk)

    def show_rows(
        self,
        rows: Sequence[EntryRow],
        columns: Sequence[EntryColumn],
        values: Sequence[Sequence[Value]],
        *,
        editable: bool = True,
    ) -> None:
        """Show rows; the current one stays current."""
        same = [row.key for row in rows] == [row.key for row in self.grid.rows]
        row = self.currentIndex().row() if same else 0
        self.grid.editable = editable
        self.grid.show_rows(rows, columns, values)
        self.fit()
        if rows and not self.currentIndex().isValid():
            self.go_to(max(0, min(row, len(rows) - 1)), self._entries()[0])

    def fit(self) -> None:
        """Take on the text size in force."""
        sizes, metrics = self._look.sizes, QFontMetrics(self._look.font("strong"))
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height())
        header = self.horizontalHeader()
        rows = self.grid.rowCount() * self.cells.row_height()
        self.setMaximumHeight(header.sizeHint().height() + rows + 4)
        for section in range(self.grid.columnCount()):
            column = self.grid.column(section)
            stretches = section == NAME or (column is None and section >= FIRST)
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(section, mode)
            if section == PLACE:
                header.resizeSection(section, sizes.grown(20, 28))
            elif column is not None:
                width = sizes.grown(44, 106) if column.kind in ENTERED else sizes.grown(24, 86)
                wanted = metrics.horizontalAdvance(column.title) + 28
                header.resizeSection(section, max(width, wanted))

    def go_to(self, row: int, section: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.grid.index(row, section))

    def finish(self) -> None:
        """Enter what is being typed."""
        if self.grid.typed is None:
            return
        row, section, text = self.grid.typed
        self.grid.type_text(row, section, None)
        value = int(text) if text else None
        if value != self.grid.value(row, section):
            self.entered.emit(row, section, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count and walk with keys."""
        if not self._handle(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: what is typed is counted."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Count with a click on − and +, choose in a comparison."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        part = self.cells.part_at(self.visualRect(index), event.position().toPoint())
        if part:
            self._click(index, part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.cells.has_focus = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Enter what is being typed."""
        super().focusOutEvent(event)
        self.cells.has_focus = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Count every click of a double click."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().viewportEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        """Do what a key is for; return whether it is for anything."""
        key, text = event.key(), event.text()
        index = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self._next()
            return True
        if key == Qt.Key.Key_Escape and self.grid.typed is not None:
            self.grid.type_text(index.row(), index.column(), None)
            return True
        if not self.grid.editable or not self._enters(index.column()):
            return False
        column = self.grid.column(index.column())
        kind = column.kind if column else "fixed"
        if kind == "pair":
            return self._judge(index, key, text)
        if kind == "yes_no":
            return self._tick(index, key, text)
        return self._count(index, key, text)

    def _count(self, index: QModelIndex, key: int, text: str) -> bool:
        row, section = index.row(), index.column()
        typed = self.grid.typed_at(row, section)
        if text.isascii() and text.isdigit():
            if len(typed or "") < len(str(self._highest(section))):
                self.grid.type_text(row, section, (typed or "") + text)
            return True
        if text in ("+", "-", "−"):
            self.finish()
            self.stepped.emit(row, section, 1 if text == "+" else -1)
            return True
        if key == Qt.Key.Key_Backspace:
            value = self.grid.value(row, section)
            before = typed if typed is not None else "" if value is None else str(value)
            self.grid.type_text(row, section, before[:-1])
            return True
        if key == Qt.Key.Key_Delete:
            self.grid.type_text(row, section, "")
            self.finish()
            return True
        return False

    def _judge(self, index: QModelIndex, key: int, text: str) -> bool:
        values: dict[int, Value] = {
            int(Qt.Key.Key_Left): _PAIR_LEFT,
            int(Qt.Key.Key_Right): _PAIR_RIGHT,
            int(Qt.Key.Key_Delete): None,
            int(Qt.Key.Key_Backspace): None,
        }
        if text == "=" or key == Qt.Key.Key_Space:
            self._judged(index, _PAIR_EQUAL)
        elif key in values:
            self._judged(index, values[key])
        else:
            return False
        return True

    def _judged(self, index: QModelIndex, value: Value) -> None:
        column = self.grid.column(index.column())
        if column is not None and (column.undecided or value != _PAIR_EQUAL):
            self.entered.emit(index.row(), index.column(), value)

    def _tick(self, index: QModelIndex, key: int, text: str) -> bool:
        if key == Qt.Key.Key_Space:
            value = self.grid.value(index.row(), index.column())
            self.entered.emit(index.row(), index.column(), 0 if value else 1)
        elif text in ("+", "1"):
            self.entered.emit(index.row(), index.column(), 1)
        elif text in ("-", "−", "0"):
            self.entered.emit(index.row(), index.column(), 0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.entered.emit(index.row(), index.column(), None)
        else:
            return False
        return True

    def _click(self, index: QModelIndex, part: str) -> None:
        column = self.grid.column(index.column())
        if column is None or column.kind not in ENTERED or not self.grid.editable:
            return
        if column.kind == "pair":
            value = {"less": _PAIR_LEFT, "middle": _PAIR_EQUAL, "more": _PAIR_RIGHT}[part]
            self._judged(index, value)
        elif column.kind == "yes_no":
            half = {"less": 0, "middle": None, "more": 1}[part]
            if half is not None:
                self.entered.emit(index.row(), index.column(), half)
        elif part != "middle":
            self.finish()
            self.stepped.emit(index.row(), index.column(), 1 if part == "more" else -1)

    def _next(self) -> None:
        """Go on: to the next column of the row, then to the next row."""
        self.finish()
        index, entries = self.currentIndex(), self._entries()
        later = [section for section in entries if section > index.column()]
        if later:
            self.go_to(index.row(), later[0])
        elif index.row() + 1 < self.grid.rowCount():
            self.go_to(index.row() + 1, entries[0])
        self.viewport().update()

    def _walk(self, now: QModelIndex, before: QModelIndex) -> None:
        if self.grid.typed is not None and before.isValid():
            self.finish()
        entries = self._entries()
        if now.isValid() and entries and now.column() not in entries:
            nearest = min(entries, key=lambda section: abs(section - now.column()))
            self.go_to(now.row(), nearest)
            return
        self.cells.current_row, self.cells.current_section = now.row(), now.column()
        self.viewport().update()

    def _entries(self) -> list[int]:
        return [s for s in range(self.grid.columnCount()) if self._enters(s)] or [NAME]

    def _enters(self, section: int) -> bool:
        column = self.grid.column(section)
        return column is not None and column.kind in ENTERED

    def _highest(self, section: int) -> int:
        column = self.grid.column(section)
        return column.highest if column is not None else 0
