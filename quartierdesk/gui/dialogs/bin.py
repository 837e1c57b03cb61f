"""The bin: workshops that were deleted, to be taken out again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from quartierdesk.services.workshop_copies import BinnedWorkshop
    from quartierdesk.services.workspaces import Workspace


class BinDialog(Dialog):
    """A list and a button; the workshop taken out shows in the rail at once."""

    FORM = "bin"

    empty: QLabel
    workshops: QListWidget
    restore_button: QPushButton
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.accept)
        self.workshops.itemSelectionChanged.connect(self._offer)
        desk.ops.changed.connect(self._reload)
        self._reload()

    def _reload(self, *_: object) -> None:
        from quartierdesk.services import workshop_copies

        self.desk.ops.ask(self, workshop_copies.binned, self._show, latest="bin")

    def _show(self, binned: "list[BinnedWorkshop]") -> None:
        self.workshops.clear()
        for workshop in binned:
            day = workshop.date.strftime("%d.%m.%Y") if workshop.date else self.tr("no date yet")
            item = QListWidgetItem(f"{workshop.title} · {day}", self.workshops)
            item.setData(Qt.ItemDataRole.UserRole, workshop.id)
        self.empty.setVisible(not binned)
        for part in (self.workshops, self.restore_button):
            part.setVisible(bool(binned))
        self._offer()
        self.fit()

    def _offer(self) -> None:
        self.restore_button.setEnabled(bool(self.workshops.selectedItems()) and self.desk.writable)

    def _restore(self) -> None:
        for item in self.workshops.selectedItems():
            restore = partial(_restore, item.data(Qt.ItemDataRole.UserRole))
            self.desk.ops.run(self, restore, None, self.refuse)


def _restore(workshop_id: str, workspace: "Workspace") -> None:
    from quartierdesk.services import workshops

    workshops.restore(workspace, workshop_id)
