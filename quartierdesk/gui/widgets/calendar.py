"""A calendar in the colours of the program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPalette, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from quartierdesk.gui import icons

_SIGNS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class Calendar(QCalendarWidget):
    """Qt's own has black arrows and red weekends whatever the ground is."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take on the colours and the text size in force."""
        weekend = QTextCharFormat()
        weekend.setForeground(self.palette().brush(QPalette.ColorRole.BrightText))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)
        colour, side = self.palette().color(QPalette.ColorRole.Text), self.fontMetrics().height()
        for name, sign in _SIGNS.items():
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon(icons.pixmap(sign, colour, side)))
                button.setIconSize(QSize(side, side))
        super().showEvent(event)
