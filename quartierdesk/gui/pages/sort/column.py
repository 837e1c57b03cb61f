"""A column of the wall: its head, and the list of its cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QListView, QToolButton, QVBoxLayout, QWidget

from quartierdesk.gui.pages.sort.column_head import ColumnHead
from quartierdesk.gui.pages.sort.delegate import MARGIN, WallCardDelegate
from quartierdesk.gui.pages.sort.model import ColumnModel, cards_in, mime_of
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import WallColumn

SCROLL = 8
"""Width of the scroll bar between two columns."""

_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CardList(QListView):
    """The cards of a column.

    The ring shows where one is, checks show what is chosen; moving the ring chooses nothing.
    A click on the mark of a card, Ctrl and a click, or Space choose it; Shift chooses as far as
    the ring goes. `sideways` asks for the column on the left (-1) or right (1), `plainly_pressed`
    tells a click that chooses nothing, `dropped` the ids of cards that were let go here.
    """

    sideways = Signal(int)
    plainly_pressed = Signal()
    dropped = Signal(list)
    dragged_over = Signal(QPoint)
    came_first = Signal()

    def __init__(
        self, look: Look, taken_along: Callable[[str], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._taken_along = taken_along
        self._over = False
        self.cards = ColumnModel(self)
        self.painter_of_cards = WallCardDelegate(look, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter_of_cards)
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self.viewport().setAutoFillBackground(False)
        bar = self.verticalScrollBar()
        bar.setFixedWidth(SCROLL)
        bar.rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)

    def card(self) -> WallCard | None:
        """Return the card with the ring."""
        index = self.currentIndex()
        return self.cards.card(index.row()) if index.isValid() else None

    def chosen(self) -> list[str]:
        """Return the ids of the chosen cards, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.cards.keys[row] for row in rows]

    def put_ring(self, row: int) -> None:
        """Put the ring on a card, or on the nearest there is."""
        count = self.cards.rowCount()
        if count:
            index = self.cards.index(max(0, min(row, count - 1)))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def choose(self, card_ids: Sequence[str]) -> None:
        """Choose these cards and no others."""
        selection = self.selectionModel()
        selection.clearSelection()
        for card_id in card_ids:
            row = self.cards.row_of(card_id)
            if row >= 0:
                selection.select(self.cards.index(row), QItemSelectionModel.SelectionFlag.Select)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here."""

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Return what an event chooses."""
        flag = QItemSelectionModel.SelectionFlag
        if isinstance(event, QMouseEvent):
            if event.type() != QEvent.Type.MouseButtonPress or not index.isValid():
                return flag.NoUpdate
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return flag.SelectCurrent
            on_mark = self.painter_of_cards.mark_rect(self.visualRect(index)).contains(
                event.position().toPoint()
            )
            wants = on_mark or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return flag.Toggle if wants else flag.NoUpdate
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                return flag.Toggle
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return flag.SelectCurrent
        return flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the ring, choose where that is meant."""
        index = self.indexAt(event.position().toPoint())
        chooses = self.selectionCommand(index, event) != QItemSelectionModel.SelectionFlag.NoUpdate
        plain = event.button() == Qt.MouseButton.LeftButton and not chooses
        if plain and not self.selectionModel().isSelected(index):
            self.plainly_pressed.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the columns beside with the arrows; all else as in any list."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() in (_PLAIN, _KEYPAD):
            self.sideways.emit(step)
            event.accept()
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            index = self.currentIndex()
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring on a card when the focus comes."""
        if not self.currentIndex().isValid():
            self.put_ring(0)
        self.came_first.emit()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        """Drag the chosen cards, or the one under the pointer where it is not among them."""
        card = self.card()
        if card is None:
            return
        ids = self._taken_along(card.id)
        drag = QDrag(self)
        drag.setMimeData(mime_of(ids))
        item = self.visualRect(self.currentIndex()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        drag.setPixmap(self.viewport().grab(item))
        drag.setHotSpot(QPoint(MARGIN, MARGIN))
        drag.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let cards come in."""
        self._show_over(event, over=bool(cards_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let cards move over the column."""
        self.dragged_over.emit(self.viewport().mapToGlobal(event.position().toPoint()))
        self._show_over(event, over=bool(cards_in(event.mimeData())))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the cards that were over the column."""
        self._over = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the cards that are let go here."""
        ids = cards_in(event.mimeData())
        self._over = False
        self.setState(QListView.State.NoState)
        self.viewport().update()
        if ids:
            event.acceptProposedAction()
            self.dropped.emit(ids)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards, and a frame where cards would be let go or the focus has no card."""
        super().paintEvent(event)
        empty = self.cards.rowCount() == 0
        if not self._over and not (empty and self.hasFocus()):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.theme.accent, FOCUS)
        if self._over:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        frame = QRect(0, 0, self.viewport().width(), self.viewport().height())
        inset = FOCUS
        painter.drawRoundedRect(
            frame.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
        )

    def _keep_width(self, _lowest: int, highest: int) -> None:
        """Leave room for the scroll bar while there is none, so that all cards are equally wide."""
        self.setViewportMargins(0, 0, 0 if highest > 0 else SCROLL, 0)

    def _show_over(self, event: QDragMoveEvent, *, over: bool) -> None:
        if over:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        if over != self._over:
            self._over = over
            self.viewport().update()


class Column(QFrame):
    """Head and cards of a column; cards may be let go on the head as well."""

    menu_wanted = Signal()

    def __init__(
        self, look: Look, taken_along: Callable[[str], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.shown = WallColumn(None, "unsorted")
        self.head = ColumnHead(look, self)
        self.head.menu.clicked.connect(self.menu_wanted)
        self.list = CardList(look, taken_along, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        self.setAcceptDrops(True)
        self.fit()

    @property
    def menu(self) -> QToolButton:
        """Return the button that offers what can be done with the column."""
        return self.head.menu

    def fit(self) -> None:
        """Take on the width for the text size in force."""
        self.setFixedWidth(self._look.sizes.grown(64, 188))
        self.head.fit()
        self.list.scheduleDelayedItemsLayout()

    def show_column(self, column: WallColumn, *, writable: bool) -> None:
        """Show heading and cards; ring and choice stay on their cards."""
        ring, row = self.list.card(), self.list.currentIndex().row()
        chosen = self.list.chosen()
        place = self.list.verticalScrollBar().value()
        self.shown = column
        self.head.show_column(column, writable=writable)
        self.list.setDragEnabled(writable)
        self.list.setAcceptDrops(writable)
        self.setAcceptDrops(writable)
        if self.list.cards.show_cards(column.cards):
            self.list.choose(chosen)
            if ring is not None:
                again = self.list.cards.row_of(ring.id)
                self.list.put_ring(again if again >= 0 else row)
            self.list.verticalScrollBar().setValue(place)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.head.retranslate()
        self.list.setAccessibleName(self.head.name())
        self.list.setAccessibleDescription(self.tr("%n card(s)", "", self.list.cards.rowCount()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let cards come in over the head."""
        if cards_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the cards that are let go on the head."""
        ids = cards_in(event.mimeData())
        if ids:
            event.acceptProposedAction()
            self.list.dropped.emit(ids)
