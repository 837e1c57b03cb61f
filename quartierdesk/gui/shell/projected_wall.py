"""Draws the wall for the projector: a few columns at a time, nothing smaller than 24 points."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quartierdesk.gui.marks import NO_KIND, KindSign, paint_kind
from quartierdesk.gui.shell.words_that_fit import fitting
from quartierdesk.gui.theme.colours import Theme
from quartierdesk.gui.theme.sizes import RADIUS_BEAMER, TextRole
from quartierdesk.services.projected_walls import ProjectedColumn, ProjectedWall
from quartierdesk.services.projection import ProjectedCard

_MARGIN, _GAP = 64, 24
_HEAD, _BAND = 132, 8
_PADDING, _MARK = 16, 44
_LINES = 4
AT_ONCE = 4
"""How many columns stand side by side."""


class WallPainter:
    """Draws one wall; `font` gives a painter the font of a role in the size of the design."""

    def __init__(self, theme: Theme, font: Callable[[QPainter, TextRole], None]) -> None:
        self._theme = theme
        self._font = font

    def paint(self, painter: QPainter, room: QRect, wall: ProjectedWall, first: int) -> None:
        """Draw the columns from the one at `first` on, and in words which ones they are."""
        shown = wall.columns[first : first + AT_ONCE]
        inner = room.adjusted(_MARGIN, 32, -_MARGIN, 0)
        self._words(painter, QRect(inner.x(), inner.y(), inner.width(), 48), wall, first)
        columns = max(1, min(AT_ONCE, len(wall.columns)))
        width = (inner.width() - (columns - 1) * _GAP) // columns
        for place, column in enumerate(shown):
            x = inner.x() + place * (width + _GAP)
            self._column(painter, QRect(x, inner.y() + 64, width, inner.height() - 64), column)

    def _words(self, painter: QPainter, room: QRect, wall: ProjectedWall, first: int) -> None:
        self._font(painter, "beamer_second")
        painter.setPen(self._theme.text2)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, wall_words(wall, first))

    def _column(self, painter: QPainter, room: QRect, column: ProjectedColumn) -> None:
        theme = self._theme
        painter.fillRect(QRect(room.x(), room.y(), room.width(), _BAND), theme.field(column.field))
        self._font(painter, "beamer_card")
        number = str(column.contributions)
        wide = painter.fontMetrics().horizontalAdvance(number)
        head = QRect(room.x(), room.y() + _BAND, room.width(), _HEAD - _BAND)
        painter.setPen(theme.text2)
        top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, top_right, number)
        self._font(painter, "beamer_phase")
        painter.setPen(theme.text)
        words = head.adjusted(0, 0, -wide - 12, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, fitting(painter, column.title, words))
        below = room.y() + _HEAD + 8
        for card in column.cards:
            height = self._height(painter, card, room.width())
            if below + height > room.bottom():
                break
            self._card(painter, QRect(room.x(), below, room.width(), height), card)
            below += height + 12

    def _height(self, painter: QPainter, card: ProjectedCard, width: int) -> int:
        """Return how high a card has to be for its words, up to some lines."""
        self._font(painter, "beamer_second")
        metrics = painter.fontMetrics()
        room = QRect(0, 0, width - _MARK - 3 * _PADDING, 10_000)
        used = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), card.text).height()
        lines = min(used, _LINES * metrics.lineSpacing() + 4)
        return max(lines, _MARK) + 2 * _PADDING

    def _card(self, painter: QPainter, room: QRect, card: ProjectedCard) -> None:
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line, 2))
        painter.drawRoundedRect(room, RADIUS_BEAMER, RADIUS_BEAMER)
        sign = KindSign(card.kind, card.shape, card.letter) if card.shape else NO_KIND
        mark = QRectF(room.x() + _PADDING, room.y() + _PADDING, _MARK, _MARK)
        paint_kind(painter, mark, sign, theme)
        self._font(painter, "beamer_second")
        painter.setPen(theme.text)
        words = room.adjusted(_MARK + 2 * _PADDING, _PADDING, -_PADDING, -_PADDING)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, fitting(painter, card.text, words))


def wall_words(wall: ProjectedWall, first: int) -> str:
    """Return which columns are shown, and how much is not sorted yet."""
    translate = QCoreApplication.translate
    amount, parts = len(wall.columns), []
    if amount > AT_ONCE:
        words = translate("Projector", "Columns {first} to {last} of {all}")
        last = min(amount, first + AT_ONCE)
        parts.append(words.format(first=first + 1, last=last, all=amount))
    if wall.unsorted:
        words = translate("Projector", "{number} not sorted yet")
        parts.append(words.format(number=wall.unsorted))
    return " · ".join(parts)


def window_on(wall: ProjectedWall, first: int, place: int) -> int:
    """Return from which column on to show, so that the one at `place` is among them."""
    last_start = max(0, len(wall.columns) - AT_ONCE)
    wanted = min(first, place) if place < first + AT_ONCE else place - AT_ONCE + 1
    return max(0, min(wanted, last_start))
