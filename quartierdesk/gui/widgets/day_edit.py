"""A line for a day: typed as people write it, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from quartierdesk.domain.typed_values import day_text, maybe_day
from quartierdesk.gui import icons


class DayEdit(QLineEdit):
    """What is no day stays as it was typed; whoever stores it decides what that means.

    Alt+Down opens the calendar, as in other lists that open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = QAction(self)
        self._action.triggered.connect(self.open_calendar)
        self.addAction(self._action, QLineEdit.ActionPosition.TrailingPosition)
        self._dress()

    def show_day(self, day: date | None, words: str = "") -> None:
        """Show a day, or words instead of one."""
        self.setText(day_text(day) or words)

    def open_calendar(self) -> None:
        """Let somebody choose a day."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
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

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign in the colours in force."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._dress()
        super().changeEvent(event)

    def _take(self, day: QDate) -> None:
        self.setText(day_text(date(day.year(), day.month(), day.day())))
        self.textEdited.emit(self.text())
        self.setFocus()
        self.editingFinished.emit()

    def _dress(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.Text)
        self._action.setIcon(icons.pixmap("calendar", colour, 20))
        self._action.setText(self.tr("Choose from the calendar"))
