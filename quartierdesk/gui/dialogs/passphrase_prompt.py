"""Asks for the passphrase of an encrypted file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog


class PassphrasePrompt(Dialog):
    """`entered` carries the passphrase; the dialog stays until whoever asked closes it."""

    FORM = "passphrase_prompt"

    entered = Signal(str)

    question: QLabel
    passphrase: QLineEdit
    visible: QCheckBox
    cancel_button: QPushButton
    open_button: QPushButton

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._path = path
        self.visible.toggled.connect(self._show_letters)
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(lambda: self.entered.emit(self.passphrase.text()))
        self.passphrase.setFocus()
        self.retranslate()

    def refuse(self, error: UserError) -> None:
        """Say why the passphrase does not open the file; it can be typed again."""
        super().refuse(error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def retranslate(self) -> None:
        """Set the words that name the file."""
        words = self.tr("“{}” is protected with a passphrase.")
        self.question.setText(words.format(self._path.name))

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
