"""A dialog in which something is edited: it stays until stored, and asks before it forgets."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog


class EditingDialog(Dialog):
    """Ctrl+Enter stores; Escape asks first where something was changed.

    Subclasses tell in `is_changed` whether something was, and store in `store`; what `store`
    refuses is said in the dialog, and everything typed stays. Its form has `cancel_button` and
    `ok_button`.
    """

    cancel_button: QPushButton
    ok_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.confirm)
        self.ok_button.setEnabled(desk.writable)
        for enter in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(enter), self, self.confirm)
        for text in self.findChildren(QPlainTextEdit):
            text.setTabChangesFocus(True)

    def is_changed(self) -> bool:
        """Return whether there is something that would be lost."""
        raise NotImplementedError

    def store(self) -> None:
        """Store; raises `UserError` for what cannot be read."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Store and leave, unless something is refused."""
        if not self.ok_button.isEnabled():
            return
        try:
            self.store()
        except UserError as error:
            self.refuse(error)

    def refuse(self, error: UserError) -> None:
        """Say why it was not stored; what was typed stays."""
        self.ok_button.setEnabled(self.desk.writable)
        super().refuse(error)

    def reject(self) -> None:
        """Leave without storing; asks first where something was changed."""
        if not self._would_lose():
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("Discard what you have changed?"))
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)  # Enter by mistake costs nothing
        discard.clicked.connect(lambda _=False: super(EditingDialog, self).reject())
        box.open()

    def _would_lose(self) -> bool:
        try:
            return self.desk.writable and self.is_changed()
        except UserError:
            return True
