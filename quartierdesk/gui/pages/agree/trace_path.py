"""The way back of a measure: sentences, themes, their weight, the measure itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quartierdesk.gui import icons, marks
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.gui.widgets.tab_order import follow
from quartierdesk.gui.widgets.tip_text import tip_text
from quartierdesk.services.agreement import OriginCard

_GAP, _BELOW, _INSET = 12, 14, 3


class TraceRow(QAbstractButton):
    """A stop on the way: a sign in a circle, a heading, a word more; pressing it goes there."""

    def __init__(self, look: Look, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = sign
        self.more = ""
        self.is_last = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, heading: str, more: str) -> None:
        """Show other words."""
        self.setText(heading)
        self.more = more
        self.setAccessibleName(heading)
        self.setAccessibleDescription(more)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        width = self._look.sizes.grown(80, 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow row; the words break."""
        return QSize(self._look.sizes.grown(60, 100), self._node() + _BELOW)

    def hasHeightForWidth(self) -> bool:
        """Return that words break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is, with lines that are broken."""
        return max(self._node(), self._words_height(width) + 4) + _BELOW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line on, the circle, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, node = self._look.theme, self._node()
        if not self.is_last:
            painter.setPen(QPen(theme.edge, 2))
            painter.drawLine(node // 2 + 1, node, node // 2 + 1, self.height())
        painter.setPen(QPen(theme.accent if self.is_last else theme.edge, 1.5))
        painter.setBrush(theme.accent if self.is_last else theme.base)
        painter.drawEllipse(QRectF(1, 1, node - 2, node - 2))
        colour = theme.on_accent if self.is_last else theme.text2
        side = self._look.sizes.icon(18)
        inset = (node - side) / 2
        icons.paint(painter, self._sign, colour, QRectF(inset, inset, side, side))
        room = self._words_room(self.width())
        self._paint_words(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRect(room.left() - 6, 1, self.width() - room.left() + 4, self.height() - 6)
            painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font("strong"))
        painter.setPen(theme.text)
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.text())
        painter.setFont(self._look.font("small"))
        painter.setPen(theme.text2)
        painter.drawText(
            room.adjusted(0, self._heading_height(room.width()), 0, 0), flags, self.more
        )

    def _words_room(self, width: int) -> QRect:
        left = self._node() + _GAP
        return QRect(left, 4, max(40, width - left - _INSET), 10_000)

    def _words_height(self, width: int) -> int:
        room = self._words_room(width).width()
        height = self._heading_height(room)
        if self.more:
            height += self._height_of(self.more, "small", room)
        return height

    def _heading_height(self, room: int) -> int:
        return self._height_of(self.text(), "strong", room)

    def _height_of(self, text: str, role: str, room: int) -> int:
        metrics = QFontMetrics(self._look.font(role))  # type: ignore[arg-type]
        flags = int(Qt.TextFlag.TextWordWrap)
        return metrics.boundingRect(QRect(0, 0, room, 10_000), flags, text).height()

    def _node(self) -> int:
        return self._look.sizes.field


class CardsRow(TraceRow):
    """The sentences: each a mark with its number; arrows walk, Enter or a click opens one."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "message-circle", parent)
        self.cards: Sequence[OriginCard] = ()
        self._signs: Sequence[marks.KindSign] = ()
        self._at = 0
        self.clicked.connect(self._open_current)

    def show_cards(self, cards: Sequence[OriginCard], signs: Sequence[marks.KindSign]) -> None:
        """Show other sentences."""
        self.cards, self._signs, self._at = cards, signs, 0
        self.tell(self.tr("%Ln contribution(s)", "", len(cards)), "")
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the sentences."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.cards:
            super().keyPressEvent(event)
            return
        self._at = (self._at + step) % len(self.cards)
        self._describe()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sentence under the mouse."""
        for at in range(len(self.cards)):
            if self.place_of(at).contains(event.position().toPoint()):
                self._at = at
        super().mousePressEvent(event)

    def place_of(self, at: int) -> QRect:
        """Return where a sentence is drawn."""
        room = self._words_room(self.width())
        wide, high = self._cell()
        each_line = max(1, room.width() // wide)
        top = room.top() + self._heading_height(room.width()) + 4
        corner = QPoint(room.left() + at % each_line * wide, top + at // each_line * high)
        return QRect(corner, QSize(wide, high))

    def _words_height(self, width: int) -> int:
        room = self._words_room(width).width()
        wide, high = self._cell()
        lines = -(-len(self.cards) // max(1, room // wide))
        return self._heading_height(room) + 4 + lines * high

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        super()._paint_words(painter, room)
        side = self._look.sizes.icon(24)
        for at, (card, sign) in enumerate(zip(self.cards, self._signs, strict=True)):
            place = self.place_of(at)
            if at == self._at and self.hasFocus():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.theme.tint)
                painter.drawRoundedRect(
                    place.adjusted(2, 0, -2, -2), RADIUS_CONTROL, RADIUS_CONTROL
                )
            left = place.center().x() - side / 2
            marks.paint_kind(
                painter, QRectF(left, place.top() + 2, side, side), sign, self._look.theme
            )
            painter.setFont(self._look.font("caption"))
            painter.setPen(self._look.theme.text2)
            below = place.adjusted(0, side + 3, 0, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, int(flags), card.label)

    def _cell(self) -> tuple[int, int]:
        metrics = QFontMetrics(self._look.font("caption"))
        longest = max((metrics.horizontalAdvance(c.label) for c in self.cards), default=0)
        side = self._look.sizes.icon(24)
        return max(side + 12, longest + 12), side + metrics.height() + 8

    def _describe(self) -> None:
        if self.cards:
            card = self.cards[self._at]
            self.setAccessibleDescription(f"{card.label}: {card.text}")
            self.setToolTip(tip_text(f"{card.label}  {card.text}"))

    def _open_current(self) -> None:
        if self.cards:
            self.opened.emit(self.cards[self._at].id)


class TracePath(QWidget):
    """Rows one under the other, joined by a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[TraceRow] = []

    def clear(self) -> None:
        """Show nothing."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def add(self, row: TraceRow, go: Callable[[], object] | None = None) -> None:
        """Add a stop; the last one is the measure itself."""
        if go is not None:
            row.clicked.connect(lambda _=False: go())
        for earlier in self.rows:
            earlier.is_last = False
        row.is_last = True
        self.rows.append(row)
        self._column.addWidget(row)
        follow(self, [row])
