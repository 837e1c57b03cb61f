"""Data protection: retention dates, removing personal data, a copy without people."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QWidget,
)

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import anonymous_copies, privacy
from quartierdesk.services.privacy import Due, Erasure
from quartierdesk.services.workspaces import Workspace, with_suffix


class RetentionDialog(Dialog):
    """What is due, and the ways to erase; `person_wanted` opens the dialog for one person."""

    FORM = "retention"
    WIDE = True

    person_wanted = Signal()

    heading: QLabel
    explanation: QLabel
    due: QListWidget
    report: QLabel
    person_button: QPushButton
    workshop_button: QPushButton
    copy_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        for button in (self.person_button, self.workshop_button):
            button.setEnabled(desk.writable)
        self.person_button.clicked.connect(self._leave_for_person)
        self.workshop_button.clicked.connect(self._ask)
        self.copy_button.clicked.connect(self._choose_target)
        self.close_button.clicked.connect(self.accept)
        self.report.hide()
        self.close_button.setFocus()
        desk.ops.ask(self, privacy.due, self._show)

    def _show(self, due: list[Due]) -> None:
        self.due.clear()
        for each in due:
            self.due.addItem(each.reminder)
        self.due.setVisible(bool(due))
        if not due:
            self.tell(self.report, self.tr("Nothing is due in the next two weeks."))
        self.fit()

    def _leave_for_person(self) -> None:
        self.accept()
        self.person_wanted.emit()

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("QuartierDesk")
        box.setText(self.tr("Remove all personal data of this workshop for good?"))
        box.setInformativeText(
            self.tr(
                "Participants, consents, signatures, recipients, photos that are not released and"
                " internal minutes are removed. What people said stays. This cannot be undone."
            )
        )
        leave = box.addButton(QMessageBox.StandardButton.Cancel)
        act = box.addButton(self.tr("Remove for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(leave)
        act.clicked.connect(lambda _=False: self._remove())
        box.open()

    def _remove(self) -> None:
        workshop_id = self.desk.workshop_id
        title = self.tr("Personal data are being removed …")
        self.hold(
            self.desk.ops.run_long(
                self,
                title,
                lambda ws, _: privacy.remove_personal_data(ws, workshop_id),
                self._removed,
                self.refuse,
            )
        )

    def _removed(self, erasure: Erasure) -> None:
        words = self.tr("Removed: entries {}, earlier wordings {}, released minutes {}.")
        done = words.format(erasure.rows, erasure.wordings, erasure.releases)
        self.tell(self.report, "\n".join([done, *(copy.sentence for copy in erasure.pending)]))
        self.desk.reopen()
        self.fit()

    def _choose_target(self) -> None:
        file = self.desk.file
        if file is None:
            return
        folder = str(file.path.parent)
        dialog = QFileDialog(self, self.tr("Copy without personal data"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("quartier")
        name = self.tr("{} – without personal data").format(file.path.stem)
        dialog.selectFile(f"{name}.quartier")
        dialog.fileSelected.connect(lambda path: self._copy(Path(path)))
        dialog.open()

    def _copy(self, target: Path) -> None:
        whole = with_suffix(target)

        def work(workspace: Workspace, ticket: Ticket) -> None:
            anonymous_copies.copy_without_personal_data(workspace, whole, ticket.step)

        title = self.tr("The copy is being written …")
        self.hold(
            self.desk.ops.run_long(self, title, work, lambda _: self._copied(whole), self.refuse)
        )

    def _copied(self, target: Path) -> None:
        self.tell(self.report, self.tr("Copy written: {}").format(target.name))
        self.fit()
