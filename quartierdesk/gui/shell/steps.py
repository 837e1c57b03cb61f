"""The bar with the six steps of a workshop."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from quartierdesk.gui import icons
from quartierdesk.gui.first_picture import MIDDLE, elided
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages import STEP_KEYS, PageEntry
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS

if TYPE_CHECKING:
    from quartierdesk.domain.progress import StepState

_PADDING, _GAP, _ARROW = 14, 8, 6
_BEHIND = 8
"""Room behind the last part; the arrow of the next step follows it."""


class StepButton(QAbstractButton):
    """A step: number or check mark, name, count; the current one stands on a line."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._count: int | None = None
        self.done = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_state(self, count: int | None, *, done: bool) -> None:
        """Show how far the step is."""
        self._count, self.done = count, done
        self.updateGeometry()
        self.update()
        self.name_it()

    def name_it(self) -> None:
        """Tell the screen reader number, name, count and whether it is done."""
        parts = [f"{self._number} {self.text()}"]
        if self._count is not None:
            parts.append(number(self._count))
        if self.done:
            parts.append(self.tr("done"))
        self.setAccessibleName(", ".join(parts))

    def sizeHint(self) -> QSize:
        """Return the room for all parts, as if the step were the current one."""
        small, bold = (
            QFontMetrics(self._look.font("label")),
            QFontMetrics(self._look.font("strong")),
        )
        sign = self._tick() if self.done else small.horizontalAdvance(str(self._number))
        # A little more than the words: their width is rounded.
        width = _PADDING + sign + _GAP + bold.horizontalAdvance(self.text()) + 2 + _BEHIND
        if self._count is not None:
            width += _GAP + small.horizontalAdvance(number(self._count))
        return QSize(width, self._look.sizes.step_bar)

    def minimumSizeHint(self) -> QSize:
        """Return the room for number and a few letters of the name."""
        metrics = QFontMetrics(self._look.font("strong"))
        width = _PADDING + self._tick() + _GAP + metrics.averageCharWidth() * 3 + _BEHIND
        return QSize(width, self._look.sizes.step_bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts in their colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._number > 1:
            self._arrow(painter)
        small = self._look.font("label" if self.isChecked() else "small")
        x = self._sign(painter, small)
        count = "" if self._count is None else number(self._count)
        reserved = QFontMetrics(small).horizontalAdvance(count) + _GAP if count else 0
        x = self._name(painter, x, self.width() - x - _BEHIND - reserved)
        if count:
            self._part(painter, x, count, small)
        self._lines(painter)

    def _sign(self, painter: QPainter, font: QFont) -> int:
        """Draw check mark or number and return where the name begins."""
        if not self.done:
            return self._part(painter, _PADDING, str(self._number), font)
        size = self._tick()
        picture = icons.pixmap("check", self._look.theme.ok, size, strong=True)
        painter.drawPixmap(_PADDING, (self.height() - size) // 2, picture)
        return _PADDING + size + _GAP

    def _name(self, painter: QPainter, x: int, width: int) -> int:
        """Draw what fits of the name and return where the count begins."""
        theme, current = self._look.theme, self.isChecked()
        font = self._look.font("strong" if current else "body")
        metrics = QFontMetrics(font)
        words = elided(metrics, self.text(), max(0, width))
        live = theme.text if current else theme.text2
        painter.setFont(font)
        painter.setPen(live if self.isEnabled() else theme.muted)
        room = QRect(x, 0, width + 2, self.height())
        painter.drawText(room, MIDDLE, words)
        return x + metrics.horizontalAdvance(words) + _GAP

    def _part(self, painter: QPainter, x: int, text: str, font: QFont) -> int:
        theme = self._look.theme
        painter.setFont(font)
        painter.setPen(theme.accent if self.isChecked() else theme.muted)
        width = QFontMetrics(font).horizontalAdvance(text)
        room = QRect(x, 0, width + 2, self.height())
        painter.drawText(room, MIDDLE, text)
        return x + width + _GAP

    def _lines(self, painter: QPainter) -> None:
        theme = self._look.theme
        if self.isChecked():
            foot = QRect(_GAP, self.height() - FOCUS, self.width() - _GAP - 2, FOCUS)
            painter.fillRect(foot, theme.accent)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(_ARROW, 2, -3, -2))

    def _arrow(self, painter: QPainter) -> None:
        middle = self.height() / 2
        half = _ARROW / 2 + 1
        painter.setPen(QPen(self._look.theme.edge, 1.5))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        points = [QPointF(1, middle - half), QPointF(1 + half, middle), QPointF(1, middle + half)]
        painter.drawPolyline(QPolygonF(points))

    def _tick(self) -> int:
        return self._look.sizes.icon(17)


class StepBar(QFrame):
    """The six steps; `chosen` tells the key of the one somebody wants to see."""

    chosen = Signal(str)

    def __init__(self, look: Look, entries: dict[str, PageEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = entries
        self.setProperty("surface", "steps")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 24, 0)
        self._row.setSpacing(0)
        group = QButtonGroup(self)
        self.buttons: dict[str, StepButton] = {}
        for place, key in enumerate(STEP_KEYS, start=1):
            button = StepButton(look, place, self)
            button.setEnabled(key in entries)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            self._row.addWidget(button)
            self.buttons[key] = button
        self._row.addStretch(1)
        self._keys = QLabel(self)
        self._keys.setProperty("role", "caption")
        self._keys.setProperty("tone", "muted")
        self._row.addWidget(self._keys)
        self._own: list[QWidget] = []
        look.dress(self)
        look.changed.connect(self._fit)
        self.retranslate()

    def set_current(self, key: str) -> None:
        """Mark the step that is shown."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def show_states(self, states: "Sequence[StepState]") -> None:
        """Show how far the steps are."""
        for state in states:
            self.buttons[state.step].show_state(state.count, done=state.done)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show what the current page wants to have at the right end."""
        for old in self._own:
            self._row.removeWidget(old)
            old.hide()
        self._own = list(widgets)
        before: QWidget = list(self.buttons.values())[-1]
        for widget in self._own:
            self._row.addWidget(widget)
            widget.show()
            for stop in (widget, *widget.findChildren(QWidget)):
                # The list of a combo box is a window of its own.
                inside = stop.window() is self.window()
                if inside and stop.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, stop)
                    before = stop
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set all words."""
        names = (
            self.tr("Prepare"),
            self.tr("Capture"),
            self.tr("Sort"),
            self.tr("Weigh"),
            self.tr("Agree"),
            self.tr("Minutes"),
        )
        for name, button in zip(names, self.buttons.values(), strict=True):
            button.setText(name)
            button.setToolTip(name)
            button.name_it()
        self._keys.setText(self.tr("Ctrl+1 … 6"))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.sizes.step_bar)
        self._keys.setVisible(not self._own and not self._look.sizes.rail_is_slim)
        for button in self.buttons.values():
            button.updateGeometry()
