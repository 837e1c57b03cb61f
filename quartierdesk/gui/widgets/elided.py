"""A label that shortens its text where there is no room, and tells all of it on pointing."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from quartierdesk.gui.first_picture import PLAIN_TEXT, elided


class ElidedLabel(QLabel):
    """One line, never wider than its place; `least` letters stay where other labels shorten.

    With `gives_way` it needs no room at all, and shows nothing where fewer letters than `least`
    would stay: a stub tells nobody anything.
    """

    def __init__(
        self, parent: QWidget | None = None, *, least: int = 4, gives_way: bool = False
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._gives_way = gives_way
        self.setProperty("textFormat", PLAIN_TEXT)

    def setText(self, text: str) -> None:
        """Show a text; its whole stands in the tool tip."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Return room for the least letters, as far as there are as many."""
        height = super().minimumSizeHint().height()
        return QSize(0 if self._gives_way else self._least_width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        if self._gives_way and self.width() < self._least_width():
            return
        words = elided(self.fontMetrics(), self.text(), self.width())
        if words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = QRect(0, 0, self.width(), self.height())
        painter.drawText(room, int(self.alignment()), words)

    def _least_width(self) -> int:
        least = self.fontMetrics().averageCharWidth() * self._least
        return min(least, self.sizeHint().width())
