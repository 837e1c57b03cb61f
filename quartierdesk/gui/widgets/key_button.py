"""A button that shows its key and an icon in the colours of its text."""

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Property, QEvent, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from quartierdesk.gui import icons

_GAP = 8
_HINT = 9 / 11


class KeyButton(QPushButton):
    """A push button: icon, words, and behind them the key that does the same.

    `keys` is shown only (the action belongs to the page) and may be words such as „Enter“. A
    button with a menu shows an arrow.
    `sign` names an icon.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._sign = ""

    def get_keys(self) -> str:
        """Return the key shown behind the words."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Show a key behind the words, in the language of the program."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def get_sign(self) -> str:
        """Return the name of the icon."""
        return self._sign

    def set_sign(self, name: str) -> None:
        """Show an icon before the words."""
        self._sign = name
        self.updateGeometry()
        self.update()

    keys = Property(str, get_keys, set_keys)
    sign = Property(str, get_sign, set_sign)

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and key."""
        self.ensurePolished()
        return self._around(sum(self._widths()) + _GAP * (len(self._widths()) - 1))

    def minimumSizeHint(self) -> QSize:
        """Return the room without the key, which may be left out."""
        self.ensurePolished()
        widths = self._widths(with_keys=False)
        return self._around(sum(widths) + _GAP * max(0, len(widths) - 1))

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when font or language change."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then what stands on it."""
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = type(option.icon)()
        painter = QPainter(self)
        self.style().drawControl(
            QtWidgets.QStyle.ControlElement.CE_PushButton, option, painter, self
        )
        room = self.style().subElementRect(
            QtWidgets.QStyle.SubElement.SE_PushButtonContents, option, self
        )
        widths = self._widths()
        if sum(widths) + _GAP * (len(widths) - 1) > room.width() + 2:
            widths = self._widths(with_keys=False)
        self._paint_parts(painter, widths)

    def _paint_parts(self, painter: QPainter, widths: list[int]) -> None:
        total = sum(widths) + _GAP * (len(widths) - 1)
        x = (self.width() - total) // 2
        height = self.height()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        words = self.palette().color(group, QPalette.ColorRole.ButtonText)
        parts = iter(widths)
        if self._sign:
            size = next(parts)
            painter.drawPixmap(x, (height - size) // 2, icons.pixmap(self._sign, words, size))
            x += size + _GAP
        if self.text():
            width = next(parts)
            painter.setPen(words)
            flags = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.TextFlag.TextHideMnemonic
            painter.drawText(QRect(x, 0, width + 2, height), int(flags), self.text())
            x += width + _GAP
        if self.menu() is not None:
            size = next(parts)
            painter.drawPixmap(x, (height - size) // 2, icons.pixmap("chevron-down", words, size))
            x += size + _GAP
        for width in parts:
            painter.setFont(self._hint_font())
            primary = bool(self.property("primary"))
            muted = self.palette().color(
                QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
            )
            painter.setPen(words if primary else muted)
            room = QRect(x, 1, width + 2, height)
            painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter, self._shown_keys())

    def _widths(self, *, with_keys: bool = True) -> list[int]:
        metrics = QFontMetrics(self.font())
        widths = [round(metrics.height() * 0.95)] if self._sign else []
        if self.text():
            flags = int(QtCore.Qt.TextFlag.TextHideMnemonic)
            widths.append(metrics.size(flags, self.text()).width())
        if self.menu() is not None:
            widths.append(round(metrics.height() * 0.8))
        if self._keys and with_keys:
            hint = QFontMetrics(self._hint_font())
            widths.append(hint.horizontalAdvance(self._shown_keys()))
        return widths

    def _around(self, width: int) -> QSize:
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        height = QFontMetrics(self.font()).height()
        contents = QtWidgets.QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(contents, option, QSize(width, height), self)

    def _hint_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _HINT)
        font.setBold(False)
        return font

    def _shown_keys(self) -> str:
        native = QtGui.QKeySequence(self._keys).toString(
            QtGui.QKeySequence.SequenceFormat.NativeText
        )
        return native or self._keys
