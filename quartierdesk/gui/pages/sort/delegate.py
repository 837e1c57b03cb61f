"""Paints the cards of the wall: band, mark, two lines of text, mentions, check and focus."""

from functools import lru_cache

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quartierdesk.gui import icons, marks
from quartierdesk.gui.pages.sort.model import CARD
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.services.wall_cards import WallCard

MARGIN = 4
"""Room around each card for its ring."""

_BAND, _LEFT, _TOP, _GAP, _RIGHT = 4, 10, 6, 8, 6
_CHECK = 18
_LINES = 2


class WallCardDelegate(QStyledItemDelegate):
    """Draws cards of one height."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def card_height(self) -> int:
        """Return how high a card is without its margin."""
        return 2 * _GAP + _LINES * QFontMetrics(self._look.font("small")).lineSpacing() + 4

    def mark_rect(self, item: QRect) -> QRect:
        """Return where in an item the mark stands, with some room around it to click on."""
        side = self._look.sizes.wall_mark + _LEFT
        return QRect(item.left() + MARGIN, item.top() + MARGIN, side + _BAND, side + _TOP)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one size that all cards have."""
        return QSize(100, self.card_height() + 2 * MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a card."""
        card: WallCard = index.data(CARD)
        frame = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(frame), card, selected=selected)
        size = self._look.sizes.wall_mark
        sign = marks.KindSign(card.kind, card.kind_shape, card.kind_letter) if card.kind else None
        picture = marks.kind_pixmap(sign or marks.NO_KIND, self._look.theme, size)
        painter.drawPixmap(frame.left() + _LEFT, frame.top() + _TOP, picture)
        taken = self._corner(painter, frame, card)
        self._text(painter, frame, card, taken, selected=selected)
        if selected:
            self._check(painter, frame)
        self._ring(painter, frame, option, index)
        painter.restore()

    def _ground(self, painter: QPainter, frame: QRectF, card: WallCard, *, selected: bool) -> None:
        theme = self._look.theme
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, theme.tint if selected else theme.base)
        band = QRectF(frame.left(), frame.top(), _BAND, frame.height())
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(band, theme.kind(card.kind).fill)
        painter.restore()
        painter.setPen(QPen(theme.accent if selected else theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
        )

    def _text(
        self, painter: QPainter, frame: QRect, card: WallCard, taken: int, *, selected: bool
    ) -> None:
        font = self._look.font("small")
        metrics = QFontMetrics(font)
        left = frame.left() + _LEFT + self._look.sizes.wall_mark + _GAP
        width = frame.right() - _RIGHT - left
        first = width - (_CHECK if selected else 0)
        painter.setFont(font)
        painter.setPen(self._look.theme.text)
        baseline = frame.top() + _GAP + metrics.ascent()
        for line in wrapped(card.text, font.key(), first, width - taken):
            painter.drawText(QPoint(left, baseline), line)
            baseline += metrics.lineSpacing()

    def _corner(self, painter: QPainter, frame: QRect, card: WallCard) -> int:
        """Draw mentions and the sign of a bundle in the corner; return the width they take."""
        right = frame.right() - _RIGHT
        taken = 0
        if card.mentions > 1:
            font = self._look.font("caption")
            font.setBold(True)
            words = f"×{card.mentions}"
            metrics = QFontMetrics(font)
            taken = metrics.horizontalAdvance(words) + MARGIN
            painter.setFont(font)
            painter.setPen(self._look.theme.text)
            painter.drawText(QPoint(right - taken + MARGIN, frame.bottom() - MARGIN), words)
        if len(card.members) > 1:
            side = self._look.sizes.icon(15)
            picture = icons.pixmap("stack-2", self._look.theme.text2, side)
            painter.drawPixmap(right - taken - side, frame.bottom() - side - 2, picture)
            taken += side + MARGIN
        return taken

    def _check(self, painter: QPainter, frame: QRect) -> None:
        theme = self._look.theme
        corner = QRect(frame.right() - _CHECK + 1, frame.top(), _CHECK, _CHECK)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(corner), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, theme.accent)
        side = _CHECK - 4
        picture = icons.pixmap("check", theme.on_accent, side, strong=True)
        painter.drawPixmap(corner.left() + 2, corner.top() + 2, picture)

    def _ring(
        self,
        painter: QPainter,
        frame: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view = option.widget
        if not isinstance(view, QListView) or view.currentIndex() != index:
            return
        focused = view.hasFocus()
        if not focused and not view.property("leading"):
            return
        width = FOCUS if focused else 1
        grow = 1 + width / 2 if focused else -0.5
        painter.setPen(QPen(self._look.theme.accent, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(frame).adjusted(-grow, -grow, grow, grow)
        painter.drawRoundedRect(ring, RADIUS_CONTROL + 1, RADIUS_CONTROL + 1)


@lru_cache(maxsize=4_000)
def wrapped(text: str, font_key: str, first: int, second: int) -> tuple[str, ...]:
    """Return at most two lines of a text, of these widths in pixels; the last ends with „…“."""
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, first))
    length = line.textLength()
    layout.endLayout()
    rest = text[length:].strip()
    metrics = QFontMetrics(font)
    head = metrics.elidedText(text[:length].rstrip(), Qt.TextElideMode.ElideRight, max(1, first))
    if not rest:
        return (head,)
    return (head, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(1, second)))
