"""A table of rows as every page shows it: sticky head, zebra, one current row, signs in cells."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import CELL_PADDING
from quartierdesk.gui.widgets.row_delegate import GAP, SIGN_ROOM, RowDelegate
from quartierdesk.gui.widgets.row_model import Column, Row, RowModel
from quartierdesk.gui.widgets.shared_room import Sharing, shared_out
from quartierdesk.gui.widgets.sorting import UNSORTED, Sorting

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ARROW = 18
_LOOKED_AT = 300
"""Rows after which a column is taken to be as wide as it was so far."""

_LOOKED_AT_SENTENCES = 60
"""The same for columns that share the room: their words may be cut, and are long to measure."""


class RowTable(QTableView):
    """`walked` tells the key of the current row, `entered` the key somebody pressed Enter on.

    `written` tells key, column and text of a cell somebody wrote in, `moved` key and place of a row
    somebody dragged or moved with Alt and an arrow. New rows that arrive while somebody writes wait
    until the writing is done.
    """

    walked = Signal(str)
    entered = Signal(str)
    written = Signal(str, int, str)
    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._waiting: tuple[Sequence[Column], Sequence[Row]] | None = None
        self._key = ""
        self._measured: dict[int, int] = {}
        self._orders: dict[tuple[str, ...], tuple[int, Qt.SortOrder]] = {}
        self.sorting: Sorting | None = None
        self.high_as_rows = False
        self.least_rows = 3
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rows.written.connect(self.written)
        self.rows.moved.connect(self.moved)
        self.selectionModel().currentRowChanged.connect(lambda *_: self._walk())
        self.doubleClicked.connect(self._double_clicked)

    def use(self, look: Look) -> None:
        """Draw with this look; called once, before rows are shown."""
        self._look = look
        self.setItemDelegate(RowDelegate(look, self.rows, self))
        look.changed.connect(self.fit)

    def allow_writing(self, writable: bool) -> None:
        """Let cells of editable columns be written in."""
        self.rows.writable = writable
        wanted = QTableView.EditTrigger.EditKeyPressed | QTableView.EditTrigger.AnyKeyPressed
        none = QTableView.EditTrigger.NoEditTriggers
        self.setEditTriggers(wanted | QTableView.EditTrigger.DoubleClicked if writable else none)

    def allow_sorting(self) -> None:
        """Let people sort by the headings; called once. The sort is kept while the table lives."""
        self.sorting = Sorting(self)

    def offer_sorting(self) -> None:
        """Show the menu of the headings at the current row."""
        if self.sorting is not None:
            self.sorting.offer(self.visualRect(self.currentIndex()).bottomLeft())

    def _remember_order(self, columns: Sequence[Column]) -> None:
        """Bring back how a table with these columns was sorted, where others were shown."""
        before = tuple(column.title for column in self.rows.columns)
        titles = tuple(column.title for column in columns)
        if self.sorting is None or titles == before:
            return
        self._orders[before] = self.rows.sorted_by
        self.rows.sorted_by = self._orders.get(titles, UNSORTED)
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(*self.rows.sorted_by)

    def allow_moving(self, movable: bool) -> None:
        """Let rows be put into another order."""
        self.rows.movable = movable
        mode = QTableView.DragDropMode
        self.setDragDropMode(mode.InternalMove if movable else mode.NoDragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(movable)

    def move_current(self, by: int) -> None:
        """Move the current row; where rows cannot be moved, nothing."""
        at = self.rows.place_of(self._key)
        if at >= 0:
            self.rows.move(at, at + by)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show rows; the current one stays the current one."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = (columns, rows)
            return
        at, column = max(0, self.currentIndex().row()), max(0, self.currentIndex().column())
        key, self._waiting = self._key, None
        bar = self.verticalScrollBar().value()
        self._remember_order(columns)
        self.rows.show_rows(columns, rows)
        self.fit()
        found = self.rows.place_of(key)
        place = found if found >= 0 else min(at, len(rows) - 1)
        self._key = ""
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, min(column, len(columns) - 1)))
        else:
            self.walked.emit("")
        self.verticalScrollBar().setValue(bar)

    def key(self) -> str:
        """Return the key of the current row, "" without one."""
        return self._key

    def choose(self, key: str, column: int = 0) -> bool:
        """Go to a row; returns whether it is there."""
        at = self.rows.place_of(key)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at, column))
            self.scrollTo(self.currentIndex())
        return at >= 0

    def write_in(self, key: str, column: int, text: str | None = None) -> None:
        """Open a cell for writing, with what was typed where it could not be stored.

        It is opened when the cell that is being written in is closed.
        """
        QTimer.singleShot(0, self, lambda: self._open_cell(key, column, text))

    def fit(self) -> None:
        """Take on text size and content."""
        if self._look is None:
            return
        row = self._look.sizes.row if not self.rows.writable else self._look.sizes.agenda_row
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(self._look.sizes.agenda_row + 1)
        if self.high_as_rows:
            self.setMaximumHeight(self.full_height())
        self.updateGeometry()
        self._measured.clear()
        self._share_out()

    def full_height(self) -> int:
        """Return how high it is with all rows."""
        rows = self.rows.rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().height() + 2 * self.frameWidth() + 2

    def sizeHint(self) -> QSize:
        """Return room for all rows where it is to be as high as they are."""
        usual = super().sizeHint()
        return QSize(usual.width(), self.full_height()) if self.high_as_rows else usual

    def minimumSizeHint(self) -> QSize:
        """Return the room without which it is of no use."""
        rows = self.horizontalHeader().height()
        rows += self.verticalHeader().defaultSectionSize() * self.least_rows
        least = min(rows, self.full_height()) if self.high_as_rows else rows
        return QSize(super().minimumSizeHint().width(), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Alt and an arrow move the row where rows can be moved."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and plain and self.state() != QAbstractItemView.State.EditingState:
            if self._key:
                self.entered.emit(self._key)
            return
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by and self.rows.movable and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(by)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row where one stands on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the current row without the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def closeEditor(
        self, editor: QWidget, hint: Any  # noqa: ANN401
    ) -> None:  # fmt: skip
        """Show what arrived while somebody wrote."""
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            self.show_rows(*self._waiting)

    def _open_cell(self, key: str, column: int, text: str | None) -> None:
        if not self.choose(key, column):
            return
        self.setFocus()
        self.edit(self.currentIndex())
        editor = self.indexWidget(self.currentIndex())
        if text is not None and isinstance(editor, QLineEdit):
            editor.setText(text)

    def _walk(self) -> None:
        at = self.currentIndex().row()
        key = self.rows.rows[at].key if 0 <= at < len(self.rows.rows) else ""
        self.viewport().update()
        if key != self._key:
            self._key = key
            self.walked.emit(key)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable and self._key:
            self.entered.emit(self._key)

    def _share_out(self) -> None:
        if self._look is None or not self.rows.columns:
            return
        header, columns = self.horizontalHeader(), self.rows.columns
        least = [self._least(at) for at in range(len(columns))]
        hidden = self._without_room(least)
        shown = [at for at in range(len(columns)) if at not in hidden]
        left = self.viewport().width() - sum(least[at] for at in shown if not columns[at].share)
        sharing = [
            Sharing(columns[at].share, least[at], self._needed(at))
            for at in shown
            if columns[at].share
        ]
        shared = iter(shared_out(left, sharing))
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at in hidden)
            if at not in hidden:
                header.resizeSection(at, next(shared) if column.share else least[at])

    def _without_room(self, least: Sequence[int]) -> set[int]:
        """Return the columns that give way."""
        hidden: set[int] = set()
        needed = sum(least)
        for at in reversed(range(len(least))):
            if needed > self.viewport().width() and self.rows.columns[at].may_hide:
                hidden.add(at)
                needed -= least[at]
        return hidden

    def _least(self, at: int) -> int:
        """Return the width a column needs: that of its content, or of a few letters."""
        assert self._look is not None
        column = self.rows.columns[at]
        if not column.share:
            return self._needed(at)
        return QFontMetrics(self._look.font("body")).averageCharWidth() * (column.least or 12)

    def _needed(self, at: int) -> int:
        """Return the width of the content; it is measured once for the rows that are shown."""
        if at not in self._measured:
            self._measured[at] = self._measure(at)
        return self._measured[at]

    def _measure(self, at: int) -> int:
        assert self._look is not None
        column = self.rows.columns[at]
        bold, sign = QFontMetrics(self._look.font("strong")), 0
        head = bold.horizontalAdvance(column.title)
        head += self._look.sizes.icon(_ARROW) if self.sorting is not None else 0
        words = QFontMetrics(self._look.font(column.role))
        widest = 0
        for row in self.rows.rows[: _LOOKED_AT_SENTENCES if column.share else _LOOKED_AT]:
            cell = row.cells[at]
            used = bold if cell.strong or column.main else words
            widest = max(widest, used.horizontalAdvance(cell.text))
            sign = self._look.sizes.icon(SIGN_ROOM) + GAP if cell.sign else sign
        least = words.averageCharWidth() * column.least
        content = max(widest + sign, least) + 2 * CELL_PADDING
        return max(head + 2 * CELL_PADDING, content, self._heading_width(at) - 6) + 6

    def _heading_width(self, at: int) -> int:
        """Return what the style wants for a heading, with the arrow of the order."""
        return self.horizontalHeader().sectionSizeHint(at)
