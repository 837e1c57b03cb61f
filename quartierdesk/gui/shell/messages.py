"""What the window says: errors a person can mend, mistakes of the program, progress, questions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.ticket import Ticket


class Way(NamedTuple):
    """One of several ways to go: the words on its button, and what is done then."""

    words: str
    follow: Callable[[], object]


class Messages(QObject):
    """Shows what operations report, on top of the window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        desk.ops.refused.connect(self.refuse)
        desk.ops.crashed.connect(self.tell_crash)
        desk.ops.slow.connect(self._show_progress)

    def refuse(self, error: UserError) -> None:
        """Show a sentence and what to do, once however often it is told meanwhile."""
        shown = self._window.findChildren(QtWidgets.QMessageBox)
        if any(box.isVisible() and box.text() == error.sentence for box in shown):
            return
        box = self._box(QtWidgets.QMessageBox.Icon.Warning, error.sentence, error.hint)
        box.setStandardButtons(QtWidgets.QMessageBox.StandardButton.Ok)
        box.open()

    def ask(self, sentence: str, hint: str, button: str, follow: Callable[[], object]) -> None:
        """Ask before something that cannot simply be taken back; the safe answer is the usual."""
        box = self._box(QtWidgets.QMessageBox.Icon.Question, sentence, hint)
        leave = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        act = box.addButton(button, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(leave)
        act.clicked.connect(lambda _=False: follow())
        box.open()

    def choose(
        self,
        sentence: str,
        hint: str,
        ways: Sequence[Way],
        otherwise: Callable[[], object],
    ) -> None:
        """Ask which way to go, the first is the usual one; `otherwise` is done for none of them."""
        box = self._box(QtWidgets.QMessageBox.Icon.Question, sentence, hint)
        leave = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        leave.clicked.connect(lambda _=False: otherwise())
        for way in ways:
            button = box.addButton(way.words, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
            button.clicked.connect(lambda _=False, follow=way.follow: follow())
            if way is ways[0]:
                box.setDefaultButton(button)
        box.open()

    def tell_crash(self, report: str) -> None:
        """Say that the data are safe, with the report to copy."""
        from quartierdesk.gui.dialogs.crash import CrashDialog

        dialog = CrashDialog(self._desk, report, self._window)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _box(
        self, icon: "QtWidgets.QMessageBox.Icon", sentence: str, hint: str
    ) -> "QtWidgets.QMessageBox":
        box = QtWidgets.QMessageBox(self._window)
        box.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(icon)
        box.setWindowTitle("QuartierDesk")
        box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setInformativeText(hint)
        return box

    def _show_progress(self, ticket: Ticket) -> None:
        if not ticket.title:
            self._window.setCursor(QtCore.Qt.CursorShape.BusyCursor)
            ticket.finished.connect(self._window.unsetCursor)
            return
        from quartierdesk.gui.dialogs.progress import ProgressDialog

        ProgressDialog(self._desk, ticket, self._window).show()
