"""How far an operation is; it can be stopped here as long as stopping has an effect."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.errors import CancelledError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.ticket import Ticket

_LOOK_AGAIN = 200
"""Milliseconds after which it is asked again whether the work can be stopped."""


class ProgressDialog(QDialog):
    """Stays until the operation has ended, and tells how it ended where somebody stopped it.

    The button is off while stopping would have no effect, and the reason stands beside it.
    """

    def __init__(self, desk: Desk, ticket: Ticket, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticket = ticket
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("QuartierDesk")
        self.title = QLabel(ticket.title, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(ticket.title)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "small")
        self.reason.setProperty("tone", "second")
        self.stop_button = QPushButton(self.tr("Cancel"), self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.reason, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for part in (self.title, self.bar):
            column.addWidget(part)
        column.addLayout(row)
        self.setMinimumWidth(desk.look.sizes.dialog)
        desk.look.dress(self)
        self._watch()

    def reject(self) -> None:
        """Stop the work, where that is possible; until it has stopped, stay."""
        if self._ticket.stoppable:
            self._ticket.cancel()
            self._show_whether_it_stops()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Do the same as the button."""
        event.ignore()
        self.reject()

    def _watch(self) -> None:
        self._ticket.advanced.connect(self._advance)
        self._ticket.finished.connect(self._end)
        timer = QTimer(self)
        timer.timeout.connect(self._show_whether_it_stops)
        timer.start(_LOOK_AGAIN)
        self._show_whether_it_stops()

    def _advance(self, done: int, total: int) -> None:
        scale = max(1, total // 1000)  # bytes of large files are no numbers for a bar
        self.bar.setRange(0, total // scale)
        self.bar.setValue(done // scale)
        self._show_whether_it_stops()

    def _show_whether_it_stops(self) -> None:
        ticket = self._ticket
        self.stop_button.setEnabled(ticket.stoppable and not ticket.cancelled)
        words = ""
        if ticket.cancelled:
            words = self.tr("It is being stopped …")
        elif ticket.is_past_return:
            words = self.tr("Nearly done; it cannot be stopped any more.")
        elif not ticket.stoppable:
            words = self.tr("This step cannot be stopped halfway; please wait.")
        self.reason.setText(words)

    def _end(self) -> None:
        if self._ticket.cancelled and self._ticket.writes:
            stopped = isinstance(self._ticket.error, CancelledError)
            if stopped:
                self._desk.tell(self.tr("Stopped; everything is as it was before."))
            elif self._ticket.error is None:
                self._desk.tell(self.tr("It was too late to stop; it has been done."))
        super().reject()
