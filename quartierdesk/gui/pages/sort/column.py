"""A column of the wall: its head, and the list of its cards."""

from collections.abc import Sequence

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
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QFrame, QListView, QToolButton, QVBoxLayout, QWidget

from quartierdesk.gui.pages.sort.column_head import ColumnHead
from quartierdesk.gui.pages.sort.delegate import MARGIN, WallCardDelegate
from quartierdesk.gui.pages.sort.model import ColumnModel
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
    tells a click that chooses nothing. A drag begins with the id of a card and its picture, tells
    where on the screen it is, and ends with `let_go` or `drag_given_up`.
    """

    sideways = Signal(int)
    plainly_pressed = Signal()
    drag_began = Signal(str, QPixmap)
    dragged = Signal(QPoint)
    let_go = Signal(QPoint)
    drag_given_up = Signal()
    came_first = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.draggable = True
        self.hint = ""
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
        if not isinstance(event, QMouseEvent) or not index.isValid():
            return flag.NoUpdate
        if event.type() != QEvent.Type.MouseButtonPress:
            return flag.NoUpdate
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return flag.SelectCurrent
        return flag.Toggle if self._chooses(index, event) else flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the ring, choose where that is meant; a drag may begin here."""
        where = event.position().toPoint()
        index = self.indexAt(where)
        left = event.button() == Qt.MouseButton.LeftButton
        chosen = self.selectionModel().isSelected(index)
        if left and not event.modifiers() and not chosen and not self._chooses(index, event):
            self.plainly_pressed.emit()
        super().mousePressEvent(event)
        self._pressed_at = where if left and index.isValid() and self.draggable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the card under the pointer, once it was moved far enough."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._pressed_at is not None and not self._dragging:
            way = event.position().toPoint() - self._pressed_at
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is dragged."""
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.let_go.emit(event.globalPosition().toPoint())
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape while cards are dragged: then it gives up the drag and nothing else."""
        kept = event.type() == QEvent.Type.ShortcutOverride and self._dragging
        if kept and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the columns beside with the arrows; all else as in any list."""
        if self._dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._dragging = False
                self.drag_given_up.emit()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() in (_PLAIN, _KEYPAD):
            self.sideways.emit(step)
            event.accept()
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._choose_here(QItemSelectionModel.SelectionFlag.Toggle)
            event.accept()
            return
        along = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if along and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._choose_here(QItemSelectionModel.SelectionFlag.Select)
            self.put_ring(self.currentIndex().row() + along)
            self._choose_here(QItemSelectionModel.SelectionFlag.Select)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards, and a frame where cards would be let go or the focus has no card."""
        super().paintEvent(event)
        empty = self.cards.rowCount() == 0
        if empty:
            self._paint_hint()
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

    def _chooses(self, index: QModelIndex | QPersistentModelIndex, event: QMouseEvent) -> bool:
        """Return whether a click is meant to choose: on the mark, or with Ctrl."""
        mark = self.painter_of_cards.mark_rect(self.visualRect(index))
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(with_ctrl) or mark.contains(event.position().toPoint())

    def show_over(self, *, over: bool) -> None:
        """Show whether cards are held over the column."""
        self._over = over
        self.viewport().update()

    def _paint_hint(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.theme.text2)
        room = self.viewport().rect().adjusted(2 * MARGIN, 4 * MARGIN, -2 * MARGIN, 0)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self.hint)

    def _begin_drag(self) -> None:
        card = self.card()
        if card is not None:
            self._dragging = True
            item = self.visualRect(self.currentIndex())
            picture = self.viewport().grab(item.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
            self.drag_began.emit(card.id, picture)

    def _choose_here(self, how: QItemSelectionModel.SelectionFlag) -> None:
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), how)

    def _keep_width(self, _lowest: int, highest: int) -> None:
        """Leave room for the scroll bar while there is none, so that all cards are equally wide."""
        self.setViewportMargins(0, 0, 0 if highest > 0 else SCROLL, 0)


class Column(QFrame):
    """Head and cards of a column; cards may be let go on either."""

    menu_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.shown = WallColumn(None, "unsorted")
        self.head = ColumnHead(look, self)
        self.head.menu.clicked.connect(self.menu_wanted)
        self.list = CardList(look, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
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
        same = column.cards is self.shown.cards
        ring = -1 if same else self._next_of_ring(column)
        chosen = self.list.chosen()
        place = self.list.verticalScrollBar().value()
        self.shown = column
        self.head.show_column(column, writable=writable)
        self.list.draggable = writable
        if self.list.cards.show_cards(column.cards):
            self.list.choose(chosen)
            if ring >= 0:
                self.list.put_ring(ring)
            self.list.verticalScrollBar().setValue(place)
        self.retranslate()

    def _next_of_ring(self, column: WallColumn) -> int:
        """Return where the ring will be: on its card, else on the next one that is still there."""
        row, before = self.list.currentIndex().row(), self.list.cards.keys
        if row < 0:
            return -1
        places = {key: place for place, key in enumerate(column.cards.keys)}
        for key in (*before[row:], *reversed(before[:row])):
            if key in places:
                return places[key]
        return 0

    def show_over(self, *, over: bool) -> None:
        """Show whether cards are held over the column."""
        self.list.show_over(over=over)

    def retranslate(self) -> None:
        """Set all words."""
        self.head.retranslate()
        sorted_out = self.tr("Everything is sorted.")
        drop_here = self.tr("Drag cards here, or send them with M.")
        self.list.hint = sorted_out if self.shown.kind == "unsorted" else drop_here
        self.list.setAccessibleName(self.head.name())
        self.list.setAccessibleDescription(self.tr("%Ln card(s)", "", self.list.cards.rowCount()))
