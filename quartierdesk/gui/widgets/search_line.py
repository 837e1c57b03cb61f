"""A line for what is looked for, with a magnifying glass before it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from quartierdesk.gui import icons

_BESIDE = 10
_GAP = 6


class SearchLine(QLineEdit):
    """A line whose icon is as large as its text, in the colour of a hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the text."""
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon beside the line."""
        super().paintEvent(event)
        side = self.fontMetrics().height()
        colour = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        picture = icons.pixmap("search", colour, side)
        QPainter(self).drawPixmap(_BESIDE, (self.height() - side) // 2, picture)

    def _make_room(self) -> None:
        self.setTextMargins(self.fontMetrics().height() + _GAP, 0, 0, 0)
