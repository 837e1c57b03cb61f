"""A button without a frame that takes no focus: mark or icon, words, and the key that does it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CONTROL, TextRole

_SIDE, _GAP, _ABOVE = 10, 8, 4


class FlatButton(QAbstractButton):
    """Does what a key of the line does, for people who use the mouse.

    It takes no focus, because whoever types has it and keeps it. `sign` stands bold before the
    words, `picture` as an icon; `keys` in small letters behind them. `chosen` puts it on `tint`,
    `checked` writes it in the accent colour.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, role: TextRole = "small") -> None:
        super().__init__(parent)
        self._look = look
        self._role: TextRole = role
        self._picture: QPixmap | None = None
        self.sign = ""
        self.keys = ""
        self.chosen = False
        self.side = _SIDE
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_words(
        self, text: str, *, sign: str = "", keys: str = "", picture: QPixmap | None = None
    ) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.sign, self.keys, self._picture = sign, keys, picture
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        return QSize(self._width(with_keys=True), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the beginning of the words can still be read."""
        return QSize(min(self._width(with_keys=False), 8 * self._height()), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, picture, sign, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        x = self.side
        if self._picture is not None:
            side = round(self._picture.width() / self._picture.devicePixelRatio())
            painter.drawPixmap(x, (self.height() - side) // 2, self._picture)
            x += side + _GAP
        if self.sign:
            x = self._write(painter, self.sign, x, self._font(bold=True), self._sign_colour()) + 6
        keys = self._keys_width()
        room = self.width() - x - self.side - (keys + _GAP if keys else 0)
        metrics = QFontMetrics(self._font(bold=self._bold()))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        x = self._write(painter, words, x, self._font(bold=self._bold()), self._colour())
        if self.keys:
            caption = self._look.font("caption")
            self._write(painter, self.keys, x + _GAP, caption, self._look.theme.muted)

    def _paint_ground(self, painter: QPainter) -> None:
        hovered = self.underMouse() and self.isEnabled()
        if self.chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(self.rect(), RADIUS_CONTROL, RADIUS_CONTROL)

    def _write(self, painter: QPainter, text: str, x: int, font: QFont, colour: QColor) -> int:
        painter.setFont(font)
        painter.setPen(colour)
        width = QFontMetrics(font).horizontalAdvance(text)
        place = QRect(x, 0, width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width

    def _bold(self) -> bool:
        return self.chosen or self.isChecked()

    def _colour(self) -> QColor:
        theme = self._look.theme
        if self.isChecked():
            return theme.accent
        if self.chosen:
            return theme.text
        return theme.text2 if self._role == "small" else theme.muted

    def _sign_colour(self) -> QColor:
        return self._look.theme.accent if self.isChecked() else self._look.theme.text2

    def _font(self, *, bold: bool) -> QFont:
        font = self._look.font(self._role)
        font.setBold(bold)
        return font

    def _height(self) -> int:
        return QFontMetrics(self._font(bold=True)).height() + 2 * _ABOVE

    def _keys_width(self) -> int:
        if not self.keys:
            return 0
        return QFontMetrics(self._look.font("caption")).horizontalAdvance(self.keys)

    def _width(self, *, with_keys: bool) -> int:
        # Bold where it may be chosen, so that nothing moves then.
        bold = QFontMetrics(self._font(bold=self.isCheckable() or self._role == "small"))
        width = 2 * self.side + bold.horizontalAdvance(self.text()) + 2
        if self._picture is not None:
            width += round(self._picture.width() / self._picture.devicePixelRatio()) + _GAP
        if self.sign:
            width += bold.horizontalAdvance(self.sign) + 6
        return width + (self._keys_width() + _GAP if with_keys and self.keys else 0)
