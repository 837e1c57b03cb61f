"""Asks for the state of a measure, and for the reason where people are owed one."""

from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.measure import Measure
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog


class StatusDialog(EditingDialog):
    """Stores the state itself and stays open until it is stored."""

    FORM = "measure_status"

    heading: QLabel
    refusal: QLabel
    status: QComboBox
    reason: QPlainTextEdit

    def __init__(
        self, desk: Desk, measure: Measure, statuses: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._before = measure
        self.heading.setText(f"{measure.label}  {measure.title}")
        choices.offer(self.status, statuses, measure.status, None)
        self.reason.setPlainText(measure.reason)
        self.status.setFocus()

    def is_changed(self) -> bool:
        """Return whether state or reason are others."""
        before = self._before
        return (choices.code_of(self.status), self.reason.toPlainText()) != (
            before.status,
            before.reason,
        )

    def store(self) -> None:
        """Store the state with its reason."""
        from quartierdesk.services import measure_editing

        before, status = self._before, choices.code_of(self.status)
        reason = self.reason.toPlainText()
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: measure_editing.set_status(ws, before, status, reason),
            lambda _: self.accept(),
            self.refuse,
        )
