"""When the program made a mistake: the data are safe, and there is a report to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from quartierdesk import __version__
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog


class CrashDialog(Dialog):
    """Says that everything confirmed is stored; the report names places in the program only."""

    FORM = "crash"

    heading: QLabel
    explanation: QLabel
    report: QPlainTextEdit
    copy_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, report: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.report.setPlainText(f"QuartierDesk {__version__}\n{report}")
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
