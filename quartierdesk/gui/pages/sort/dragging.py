"""Dragging cards over the wall: what is carried along, where it may be let go, scrolling at edges.

The wall does this itself and without the drag and drop of the window system: cards never leave
the wall, and so it works and is tested in the same way everywhere.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CONTROL

if TYPE_CHECKING:
    from quartierdesk.gui.pages.sort.board import Board
    from quartierdesk.gui.pages.sort.column import CardList

_EDGE, _STEP, _PULSE = 48, 16, 30
_OPACITY = 0.85
_BADGE = 11


class DropPlace(Protocol):
    """Somewhere cards can be let go."""

    def show_over(self, *, over: bool) -> None:
        """Show whether cards are held over it."""


class Carried(QLabel):
    """The picture of what is dragged; it says how many cards there are."""

    def __init__(self, look: Look, picture: QPixmap, count: int, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._picture = picture
        self._count = count
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        size = picture.deviceIndependentSize().toSize()
        self.resize(size.width() + _BADGE, size.height() + _BADGE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and a badge with the number where there are several."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_OPACITY)
        painter.drawPixmap(0, _BADGE, self._picture)
        if self._count < 2:
            return
        theme = self._look.theme
        painter.setOpacity(1)
        badge = QRect(self.width() - 3 * _BADGE, 0, 3 * _BADGE, 2 * _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(badge, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(self._look.font("label"))
        painter.setPen(theme.on_accent)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(self._count))


class Dragging(QObject):
    """One drag at a time, from the first move to letting go or Escape."""

    def __init__(self, look: Look, board: "Board") -> None:
        super().__init__(board)
        self._look = look
        self._board = board
        self._ids: tuple[str, ...] = ()
        self._carried: Carried | None = None
        self._over: DropPlace | None = None
        self._where = QPoint()
        self._pulse = QTimer(self)
        self._pulse.setInterval(_PULSE)
        self._pulse.timeout.connect(self._scroll)

    def watch(self, view: "CardList") -> None:
        """Take part in drags that begin in a list."""
        view.drag_began.connect(self._begin)
        view.dragged.connect(self._go)
        view.let_go.connect(self._let_go)
        view.drag_given_up.connect(self.give_up)

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of the cards that are dragged."""
        return self._ids

    def give_up(self) -> None:
        """Let the cards be where they were."""
        self._finish()

    def _begin(self, card_id: str, picture: QPixmap) -> None:
        self._ids = tuple(self._board.taken_along(card_id))
        self._carried = Carried(self._look, picture, len(self._ids), self._board.window())
        self._pulse.start()

    def _go(self, where: QPoint) -> None:
        if self._carried is None:
            return
        self._where = where
        window = self._board.window()
        self._carried.move(window.mapFromGlobal(where) + QPoint(_BADGE, 0))
        self._mark(self._board.drop_place(where))

    def _let_go(self, where: QPoint) -> None:
        self._go(where)
        ids, place = list(self._ids), self._over
        self._finish()
        if place is not None and ids:
            self._board.take(ids, place)

    def _finish(self) -> None:
        self._pulse.stop()
        self._mark(None)
        self._ids = ()
        if self._carried is not None:
            self._carried.hide()
            self._carried.deleteLater()
            self._carried = None

    def _mark(self, place: DropPlace | None) -> None:
        if place is self._over:
            return
        for each, over in ((self._over, False), (place, True)):
            if each is not None:
                each.show_over(over=over)
        self._over = place

    def _scroll(self) -> None:
        """Scroll the wall and the column under the pointer while it is held at an edge."""
        self._board.scroll_at(self._where, _EDGE, _STEP)
        self._mark(self._board.drop_place(self._where))


def at_edge(place: int, length: int, edge: int) -> int:
    """Return -1 near the beginning of a length, 1 near its end, else 0."""
    if 0 <= place < edge:
        return -1
    return 1 if length - edge < place <= length else 0
