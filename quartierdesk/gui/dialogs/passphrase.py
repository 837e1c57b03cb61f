"""The passphrase of a file: set, change, remove; how good it is; a sheet for the safe."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import protection
from quartierdesk.services.protection import Protected, RecoverySheet
from quartierdesk.services.workspaces import Workspace

Deed = Literal["set", "change", "remove"]


class PassphraseDialog(Dialog):
    """Asks for the old passphrase where there is one, and twice for the new."""

    FORM = "passphrase"

    heading: QLabel
    explanation: QLabel
    old_label: QLabel
    old: QLineEdit
    new: QLineEdit
    strength: QLabel
    again: QLineEdit
    letters: QCheckBox
    remove_button: QPushButton
    sheet_button: QPushButton
    cancel_button: QPushButton
    set_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._protected = False
        self.letters.toggled.connect(self._show_letters)
        self.new.textChanged.connect(self._judge)
        self.cancel_button.clicked.connect(self.reject)
        self.set_button.clicked.connect(self._set)
        self.remove_button.clicked.connect(lambda: self._do("remove"))
        self.sheet_button.clicked.connect(self._ask_sheet)
        self._show(protected=False)
        desk.ops.ask(self, protection.is_protected, lambda yes: self._show(protected=yes))

    def retranslate(self) -> None:
        """Set the words that depend on whether there is a passphrase."""
        self._show(protected=self._protected)

    def _show(self, *, protected: bool) -> None:
        self._protected = protected
        for widget in (self.old_label, self.old, self.remove_button, self.sheet_button):
            widget.setVisible(protected)
        if protected:
            self.heading.setText(self.tr("This file is protected with a passphrase"))
            self.set_button.setText(self.tr("Change passphrase"))
        else:
            self.heading.setText(self.tr("Protect this file with a passphrase"))
            self.set_button.setText(self.tr("Set passphrase"))
        self.explanation.setText(
            self.tr(
                "File, backups and packages cannot be read without it. Nobody can recover a"
                " forgotten passphrase; keep it on paper. The recovery sheet carries the passphrase"
                " itself: lock it away."
            )
        )
        (self.old if protected else self.new).setFocus()
        self.fit()

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.old, self.new, self.again):
            line.setEchoMode(mode)

    def _judge(self, words: str) -> None:
        judged = protection.strength(words)
        self.strength.setText(f"{judged.word}: {judged.sentence}" if words else "")
        self.fit()

    def _set(self) -> None:
        if self.new.text() != self.again.text():
            mismatch = self.tr("The two new passphrases are not the same.")
            self.refuse(UserError(mismatch, self.tr("Please type them once more.")))
            return
        self._do("change" if self._protected else "set")

    def _do(self, deed: Deed) -> None:
        old, new = self.old.text(), self.new.text()

        def work(workspace: Workspace, ticket: Ticket) -> Protected:
            if deed == "set":
                return protection.set_passphrase(workspace, new, ticket.step)
            if deed == "change":
                return protection.change_passphrase(workspace, old, new, ticket.step)
            return protection.remove_passphrase(workspace, old, ticket.step)

        title = self.tr("The file and its backups are being rewritten …")
        self.hold(self.desk.ops.run_long(self, title, work, self._done, self.refuse))

    def _done(self, done: Protected) -> None:
        words = self.tr("Done, with %Ln backup(s).", "", done.changed_backups)
        if done.left:
            words += " " + self.tr("%Ln backup(s) keep their former state.", "", len(done.left))
        self.desk.tell(words)
        self.desk.reopen()
        self.accept()

    def _ask_sheet(self) -> None:
        words = self.old.text()
        self.desk.ops.run_long(
            self,
            "",
            lambda ws, _: protection.recovery_sheet(ws, words),
            self._print,
            self.refuse,
        )

    def _print(self, sheet: RecoverySheet) -> None:
        document = recovery_document(sheet, self.tr("Recovery sheet for “{}”"))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: document.print_(printer))
        QDialog.open(dialog)


def recovery_document(sheet: RecoverySheet, title: str) -> QTextDocument:
    """Return the recovery sheet as plain text on a page."""
    document = QTextDocument()
    document.setPlainText(
        "\n\n".join(
            (
                title.format(sheet.file_name),
                sheet.made_on.strftime("%d.%m.%Y"),
                sheet.passphrase,
                "\n".join(sheet.spelt),
            )
        )
    )
    return document
