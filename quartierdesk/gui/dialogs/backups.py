"""Backups: what there is, how it differs from now, going back, a second place."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.folder_field import ask_folder
from quartierdesk.services import backups, restoring
from quartierdesk.services.backups import Backup, Plan, SecondPlace
from quartierdesk.services.restoring import Difference, Restored
from quartierdesk.services.workspaces import Workspace

_BACKUP = Qt.ItemDataRole.UserRole


class BackupsDialog(Dialog):
    """The list of backups, newest first; the difference to the chosen one is told at once."""

    FORM = "backups"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    listed: QListWidget
    difference: QLabel
    second_place: QLabel
    make_button: QPushButton
    place_button: QPushButton
    restore_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._plan: Plan | None = None
        self.restore_button.setEnabled(False)
        self.listed.currentItemChanged.connect(lambda *_: self._compare())
        self.make_button.clicked.connect(self._make)
        self.place_button.clicked.connect(self._choose_place)
        self.restore_button.clicked.connect(self._ask_restore)
        self.close_button.clicked.connect(self.accept)
        self.difference.hide()
        self.close_button.setFocus()
        self._reload()

    def _reload(self, *_: object) -> None:
        self.desk.ops.ask(self, backups.plan, self._look, latest="backups")

    def _look(self, plan: Plan) -> None:
        self._plan = plan
        self.desk.ops.back_up(
            self,
            lambda _: (backups.listed(plan), backups.second_place_state(plan)),
            self._show,
            self.refuse,
        )

    def _show(self, found: tuple[list[Backup], SecondPlace]) -> None:
        listed, second = found
        self.listed.clear()
        for backup in listed:
            item = QListWidgetItem(self._line(backup), self.listed)
            item.setData(_BACKUP, backup)
        self.tell(self.difference, "" if listed else self.tr("There is no backup yet."))
        self.second_place.setText(self._about(second))
        self.fit()

    def _line(self, backup: Backup) -> str:
        name = backup.name
        size = QLocale().formattedDataSize(backup.size)
        moment = self.desk.clock(name.moment).strftime("%d.%m.%Y %H:%M")
        return f"{moment} · {name.reason_in_words} · {name.content_in_words} · {size}"

    def _about(self, second: SecondPlace) -> str:
        if second.reminder:
            return second.reminder
        if second.place is None:
            return self.tr("There is no second place for backups, such as a stick.")
        return self.tr("Second place: {}").format(second.place)

    def _chosen(self) -> Backup | None:
        item = self.listed.currentItem()
        found = item.data(_BACKUP) if item is not None else None
        return found if isinstance(found, Backup) else None

    def _compare(self) -> None:
        chosen, plan = self._chosen(), self._plan
        self.restore_button.setEnabled(chosen is not None and self.desk.writable)
        if chosen is None or plan is None:
            return
        path = chosen.path
        self.desk.ops.back_up(
            self, lambda _: restoring.compare(plan, path), self._tell, self.refuse
        )

    def _tell(self, difference: Difference) -> None:
        if difference.is_none:
            self.tell(self.difference, self.tr("It holds the same as now."))
            return
        words = self.tr("{}: {} now, {} then; {} would be lost, {} would come back, {} differ")
        lines = [
            words.format(k.name, k.now, k.then, k.lost, k.regained, k.changed)
            for k in difference.kinds
            if k.lost or k.regained or k.changed
        ]
        self.tell(self.difference, "\n".join(lines))
        self.fit()

    def _make(self) -> None:
        plan = self._plan
        if plan is not None:
            self.desk.ops.back_up(
                self,
                lambda ticket: backups.make(plan, "manual", ticket.step),
                self._made,
                self.refuse,
                title=self.tr("The backup is being made …"),
            )

    def _made(self, made: backups.Made) -> None:
        self.desk.tell(made.warning or self.tr("Backup made: {}").format(made.backup.path.name))
        self._reload()

    def _ask_restore(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("QuartierDesk")
        box.setText(self.tr("Go back to the backup of {}?").format(self._line(chosen)))
        box.setInformativeText(self.tr("The present state is backed up before."))
        leave = box.addButton(QMessageBox.StandardButton.Cancel)
        act = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(leave)
        act.clicked.connect(partial(self._restore, chosen.path))
        box.open()

    def _restore(self, path: Path, _checked: bool = False) -> None:
        def work(workspace: Workspace, ticket: Ticket) -> Restored:
            return restoring.restore(workspace, path, progress=ticket.step)

        title = self.tr("The backup is being restored …")
        self.hold(self.desk.ops.run_long(self, title, work, self._restored, self.refuse))

    def _restored(self, restored: Restored) -> None:
        self.desk.tell(self.tr("Restored. The state before is kept: {}").format(restored.kept.name))
        self.desk.reopen()
        self._reload()

    def _choose_place(self) -> None:
        ask_folder(self, self.tr("Second place for backups"), None, self._use_place)

    def _use_place(self, folder: str) -> None:
        self.desk.change_settings(second_place=folder)
        self._reload()
