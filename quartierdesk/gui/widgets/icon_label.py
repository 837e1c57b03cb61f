"""An icon as large as the text beside it, in the colour of its tone."""

from PySide6.QtCore import Property, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from quartierdesk.gui import icons

_SCALE = 0.95


class IconLabel(QLabel):
    """An icon that grows with the font; `sign` names it, `tone` colours it. It says nothing."""

    def __init__(self, parent: QWidget | None = None, sign: str = "", tone: str = "") -> None:
        super().__init__(parent)
        self._sign = sign
        self.setProperty("tone", tone)

    def get_sign(self) -> str:
        """Return the name of the icon."""
        return self._sign

    def set_sign(self, name: str) -> None:
        """Show another icon."""
        self._sign = name
        self.updateGeometry()
        self.update()

    sign = Property(str, get_sign, set_sign)

    def set_tone(self, tone: str) -> None:
        """Show the icon in another tone."""
        if tone == self.property("tone"):
            return
        self.setProperty("tone", tone)
        font = self.font()
        self.style().unpolish(self)
        self.style().polish(self)
        self.setFont(font)  # the style gave it the one it had before
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square as high as the text."""
        side = round(self.fontMetrics().height() * _SCALE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        if not self._sign:
            return
        side = self.sizeHint().width()
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        QPainter(self).drawPixmap(x, y, icons.pixmap(self._sign, colour, side))
