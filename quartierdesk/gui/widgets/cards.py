"""A card to choose: bold words, and below them what they mean."""

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CARD

_PADDING_X, _PADDING_Y = 14, 10
_SMALL = 10 / 11


class ChoiceCard(QAbstractButton):
    """A checkable card; `text` is its heading, `details` stands below, line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def get_details(self) -> str:
        """Return the lines below the heading."""
        return self._details

    def set_details(self, details: str) -> None:
        """Show lines below the heading."""
        self._details = details
        self.setAccessibleDescription(details.replace("\n", ", "))
        self.updateGeometry()
        self.update()

    details = Property(str, get_details, set_details)

    def sizeHint(self) -> QSize:
        """Return the room for heading and lines."""
        bold, small = QFontMetrics(self._bold()), QFontMetrics(self._small())
        lines = self._details.split("\n") if self._details else []
        widths = [bold.horizontalAdvance(self.text()), *map(small.horizontalAdvance, lines)]
        height = bold.height() + len(lines) * small.height() + 2 * _PADDING_Y + 1
        return QSize(max(widths) + 2 * _PADDING_X, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same room: nothing is cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, border, heading and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        palette = self.palette()
        room = self.rect().adjusted(_PADDING_X, _PADDING_Y, -_PADDING_X, -_PADDING_Y)
        bold = self._bold()
        painter.setFont(bold)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(self._small())
        painter.setPen(palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText))
        below = QRect(room)
        below.setTop(room.top() + QFontMetrics(bold).height())
        painter.drawText(
            below, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self._details
        )

    def _paint_ground(self, painter: QPainter) -> None:
        palette = self.palette()
        chosen, focused = self.isChecked(), self.hasFocus()
        width = FOCUS if focused else 2 if chosen else 1
        line = QPalette.ColorRole.Accent if chosen or focused else QPalette.ColorRole.Dark
        ground = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base
        painter.setPen(QPen(palette.color(line), width))
        painter.setBrush(palette.color(ground))
        inset = (width + 1) // 2
        frame = self.rect().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CARD, RADIUS_CARD)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font
