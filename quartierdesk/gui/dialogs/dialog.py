"""What every dialog promises: a form, names for everything, Escape leaves without doing."""

from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui import forms
from quartierdesk.gui.desk import Desk


class Dialog(QDialog):
    """A dialog on a form. It is opened with `open()`, never with `exec()`.

    It gathers plain values; the operation is run by whoever opened it, or by the dialog itself.
    While the operation runs the dialog stays, and what the operation refuses stands in the label
    `refusal` (where the form has one).
    """

    FORM: ClassVar[str] = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        if self.FORM:
            forms.load_into(self, self.FORM)
        self._refusal = self.findChild(QLabel, "refusal")
        if self._refusal is not None:
            self._refusal.hide()
        desk.look.dress(self)

    def retranslate(self) -> None:
        """Set the words that do not come from the form in the language now chosen."""

    def refuse(self, error: UserError) -> None:
        """Say why it cannot be done; what was chosen stays."""
        if self._refusal is None:
            self.desk.ops.refused.emit(error)
            return
        self._refusal.setText(str(error))
        self._refusal.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
