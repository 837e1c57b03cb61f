"""A line for a day: typed as people write it, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QMenu,
    QWidget,
    QWidgetAction,
)

from quartierdesk.domain.typed_values import day_text, maybe_day
from quartierdesk.gui import icons
from quartierdesk.gui.widgets.calendar import Calendar

_SCALE, _AROUND = 0.95, 32


class _CalendarButton(QAbstractButton):
    """The sign at the end of the line; the keyboard has Alt+Down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """Return a square as high as the text."""
        side = round(self.fontMetrics().height() * _SCALE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        colour = self.palette().color(QPalette.ColorRole.Text)
        icons.paint(QPainter(self), "calendar", colour, QRectF(self.rect()))


class DayEdit(QLineEdit):
    """What is no day stays as it was typed; whoever stores it decides what that means.

    Alt+Down opens the calendar, as in other lists that open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = _CalendarButton(self)
        self.button.clicked.connect(self.open_calendar)

    def whole_day(self) -> int:
        """Return the width in which a whole day is read beside the sign."""
        text = self.fontMetrics().horizontalAdvance("88.88.8888")
        return text + self.button.sizeHint().width() + _AROUND

    def show_day(self, day: date | None, words: str = "") -> None:
        """Show a day, or words instead of one."""
        self.setText(day_text(day) or words)

    def open_calendar(self) -> None:
        """Let somebody choose a day."""
        menu = QMenu(self)
        calendar = Calendar(menu)
        calendar.setAccessibleName(self.tr("Calendar"))
        found = maybe_day(self.text())
        if found is not None:
            calendar.setSelectedDate(QDate(found.year, found.month, found.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down."""
        if QKeySequence(event.keyCombination()) == QKeySequence("Alt+Down"):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at the end of the line."""
        super().resizeEvent(event)
        self.button.setAccessibleName(self.tr("Choose from the calendar"))
        self.button.setToolTip(self.button.accessibleName())
        side = self.button.sizeHint()
        inset = (self.height() - side.height()) // 2
        self.button.setGeometry(self.width() - side.width() - inset, inset, *side.toTuple())
        self.setTextMargins(0, 0, side.width() + inset // 2, 0)

    def _take(self, day: QDate) -> None:
        self.setText(day_text(date(day.year(), day.month(), day.day())))
        self.textEdited.emit(self.text())
        self.setFocus()
