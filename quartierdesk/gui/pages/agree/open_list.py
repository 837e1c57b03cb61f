"""What has no answer yet, row by row; the current row offers what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_model import Column, Row
from quartierdesk.gui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex


class OpenList(RowTable):
    """`measure_wanted` and `answer_wanted` tell the key of a row."""

    measure_wanted = Signal(str)
    answer_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().hide()
        self._writable = True
        self.buttons = QWidget(self.viewport())
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        self.measure_button = KeyButton(self.buttons)
        self.answer_button = KeyButton(self.buttons)
        for button in (self.measure_button, self.answer_button):
            button.setProperty("small", True)
            button.setProperty("role", "small")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.measure_button.clicked.connect(lambda: self.measure_wanted.emit(self.key()))
        self.answer_button.clicked.connect(lambda: self.answer_wanted.emit(self.key()))
        self.entered.connect(self.measure_wanted)
        self.walked.connect(lambda _: self._place_buttons())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_buttons())
        self.retranslate()

    def use(self, look: Look) -> None:
        """Draw with this look."""
        super().use(look)
        look.dress(self.buttons)
        self.fit()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.measure_button.setText(self.tr("Measure from it"))
        self.measure_button.set_keys(self.tr("Enter"))
        self.answer_button.setText(self.tr("Give a reason"))
        self.answer_button.set_keys("B")

    def show_open(self, columns: Sequence[Column], rows: Sequence[Row], *, writable: bool) -> None:
        """Show what has no answer yet."""
        self._writable = writable
        self.show_rows(columns, rows)
        self._place_buttons()

    def fit(self) -> None:
        """Take on the text size; a row has room for its buttons."""
        super().fit()
        if self._look is not None:
            self.verticalHeader().setDefaultSectionSize(self._look.sizes.small_button + 14)
            self.setMaximumHeight(self.full_height())
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the right end."""
        super().resizeEvent(event)
        self._place_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B gives a reason."""
        if event.key() == Qt.Key.Key_B and not event.modifiers() and self.key():
            self.answer_wanted.emit(self.key())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the buttons of the current row."""
        super().focusInEvent(event)
        self._place_buttons()

    def full_height(self) -> int:
        """Return how high it is with all rows; it has no heading."""
        rows = self.rows.rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        """Return room for a few rows; what is left over comes on top."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for three rows, fewer where there are fewer."""
        row = self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), min(row * 3, self.full_height()))

    def _needed(self, at: int) -> int:
        """Return the width of a column; the last one holds the buttons."""
        if at == len(self.rows.columns) - 1 and self._look is not None:
            least = QFontMetrics(self._look.font("small")).averageCharWidth()
            return max(self.buttons.sizeHint().width(), least) if self._writable else 0
        return super()._needed(at)

    def _place_buttons(self) -> None:
        at = self.currentIndex()
        shown = at.isValid() and self._writable
        self.buttons.setVisible(shown)
        if not shown:
            return
        row = QRect(0, self.rowViewportPosition(at.row()), self.viewport().width(),
                    self.rowHeight(at.row()))  # fmt: skip
        size = self.buttons.sizeHint()
        top = row.top() + (row.height() - size.height()) // 2
        left = row.right() - size.width()
        self.buttons.setGeometry(QRect(left, top, size.width(), size.height()))
