"""The stream of cards: a list in which the newest card stands at the bottom."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from quartierdesk.gui.pages.capture.card_delegate import CardDelegate
from quartierdesk.gui.pages.capture.stream_model import CardStreamModel
from quartierdesk.gui.theme.look import Look

MOST_UNEVEN = 800
"""Up to so many cards have heights of their own; with more all are equally high."""


class CardStreamView(QListView):
    """Cards to read, select and change.

    Digits choose a kind for what is selected (`kind_chosen` tells 1 to 9, and 10 for 0); `opened`
    asks to edit the current card, `removal_wanted` to delete what is selected, `left` goes back to
    where people type.
    """

    kind_chosen = Signal(int)
    opened = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: CardStreamModel | None = None
        self._delegate: CardDelegate | None = None
        self._at_end = True
        self.setProperty("bare", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(self._note_end)
        self.verticalScrollBar().rangeChanged.connect(self._stay_at_end)

    def show_cards(self, model: CardStreamModel, look: Look) -> None:
        """Show the cards of a model; called once."""
        self._cards = model
        self._delegate = CardDelegate(model, look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        model.rowsInserted.connect(self.prepare)
        model.rowsRemoved.connect(self.prepare)
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        look.changed.connect(self._lay_out_anew)

    def prepare(self) -> None:
        """Choose between even and uneven heights; called when there are more or fewer cards."""
        if self._delegate is None or self._cards is None:
            return
        even = self._cards.rowCount() > MOST_UNEVEN
        self._delegate.uniform = even
        self.setUniformItemSizes(even)

    def selected_places(self) -> list[int]:
        """Return the places of the selected cards, the current one where none is selected."""
        if self._cards is None:
            return []
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return self._cards.places_at(rows)

    def select_place(self, place: int) -> None:
        """Make a card the current and only selected one, and show it."""
        row = None if self._cards is None else self._cards.row_of(place)
        if row is not None:
            index = self.model().index(row, 0)
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, choose)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def to_end(self) -> None:
        """Show the newest card."""
        self._at_end = True
        self.scrollToBottom()

    def visible_rows(self) -> range:
        """Return the rows one can see, or would see at the end while that is being shown."""
        rows = self.model().rowCount() if self.model() else 0
        if self._at_end or not rows:
            return range(max(0, rows - 40), rows)
        first = self.indexAt(QPoint(self.width() // 2, 4)).row()
        return range(max(0, first), min(rows, max(0, first) + 40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards the new width; at the end it stays at the end."""
        if self._delegate is not None:
            self._delegate.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self._stay_at_end()

    def updateGeometries(self) -> None:
        """Let few cards stand at the bottom, near the line."""
        super().updateGeometries()
        free = self.height() - self._content_height()
        above = max(0, free) if self._cards is not None else 0
        # The cards keep their width whether there is something to scroll or not.
        beside = 0 if self._content_height() > self.height() else self._bar_width()
        margins = self.viewportMargins()
        if (margins.top(), margins.right()) != (above, beside):
            self.setViewportMargins(0, above, beside, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on keys of the list; plain digits choose a kind."""
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.kind_chosen.emit(key - Qt.Key.Key_0 or 10)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Down and self._on_last_row()):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no search here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the newest card, where Qt would start at the oldest."""
        rows = self.model().rowCount() if self.model() else 0
        if rows and not self.currentIndex().isValid():
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model().index(rows - 1, 0), none)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the ring thinner."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _on_last_row(self) -> bool:
        return self.currentIndex().row() == self.model().rowCount() - 1

    def _content_height(self) -> int:
        if self._cards is None or self._delegate is None:
            return 0
        rows = self._cards.rowCount()
        if not rows:
            return 0
        least = self._delegate.height(1) * rows
        if least >= self.height():
            return least
        return sum(self.sizeHintForIndex(self._cards.index(row)).height() for row in range(rows))

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _note_end(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - 4

    def _stay_at_end(self) -> None:
        if self._at_end:
            QTimer.singleShot(0, self, self.scrollToBottom)

    def _lay_out_anew(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
