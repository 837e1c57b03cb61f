"""A choice of two or three, as joined buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from quartierdesk.gui import icons
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.gui.widgets.tab_order import follow

_PADDING, _GAP = 14, 8


class _Segment(QAbstractButton):
    """One of the choices; the chosen one is bold and stands on a line."""

    def __init__(self, text: str, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        icon = metrics.height() + _GAP if self._sign else 0
        width = metrics.horizontalAdvance(self.text()) + icon + 2 * _PADDING
        return QSize(width, round(metrics.height() * 1.15) + 9)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, chosen = self.palette(), self.isChecked()
        if chosen:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Highlight))
            foot = QRect(0, self.height() - FOCUS, self.width(), FOCUS)
            painter.fillRect(foot, palette.color(QPalette.ColorRole.Accent))
        role = QPalette.ColorRole.Accent if chosen else QPalette.ColorRole.ButtonText
        colour = palette.color(role)
        font = self._bold() if chosen else self.font()
        metrics = QFontMetrics(font)
        icon = metrics.height() if self._sign else 0
        total = metrics.horizontalAdvance(self.text()) + (icon + _GAP if icon else 0)
        x = (self.width() - total) // 2
        if self._sign:
            picture = icons.pixmap(self._sign, colour, icon)
            painter.drawPixmap(x, (self.height() - icon) // 2, picture)
            x += icon + _GAP
        painter.setFont(font)
        painter.setPen(colour)
        place = QRect(x, 0, self.width() - x, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class Segments(QWidget):
    """Joined buttons of which one is chosen; `chosen` tells the value a person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def set_choices(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offer choices: value, words, name of an icon or ""; what is chosen stays chosen."""
        before = self.value()
        if [value for value, _, _ in choices] == self._values:
            for button, (_value, text, _sign) in zip(self._group.buttons(), choices, strict=True):
                button.setText(text if button.text() else "")
                button.setAccessibleName(text)
                button.updateGeometry()
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._values = [value for value, _, _ in choices]
        for place, (_value, text, sign) in enumerate(choices):
            button = _Segment(text, sign, self)
            button.setFont(self.font())
            self._group.addButton(button, place)
            self._row.addWidget(button)
        follow(self, self._group.buttons())
        self.set_value(before)

    def show_words(self, *, shown: bool) -> None:
        """Show words beside the icons, or leave them to the tool tips where room is short."""
        for button in self._group.buttons():
            words = button.accessibleName()
            button.setText(words if shown or not isinstance(button, _Segment) else "")
            button.setToolTip(words)
            button.updateGeometry()

    def value(self) -> str:
        """Return the chosen value, "" before there is any choice."""
        place = self._group.checkedId()
        return self._values[place] if 0 <= place < len(self._values) else ""

    def set_value(self, value: str) -> None:
        """Choose a value, without telling; an unknown one chooses the first."""
        if not self._values:
            return
        place = self._values.index(value) if value in self._values else 0
        self._group.button(place).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the lines between the buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        frame = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        for button in self._group.buttons()[1:]:
            painter.drawLine(button.x(), 0, button.x(), self.height())
