"""What is done with whole workshops: new, as a template, to another quarter, bin."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.places import Place
from quartierdesk.gui.shell.messages import Messages

if TYPE_CHECKING:
    from datetime import date

    from quartierdesk.gui.dialogs.bin import BinDialog
    from quartierdesk.gui.dialogs.move_workshop import MoveWorkshopDialog
    from quartierdesk.gui.dialogs.new_workshop import NewWorkshopDialog
    from quartierdesk.services.workspaces import Workspace


class WorkshopActions(QObject):
    """Opens the dialogs and runs what they ask for."""

    def __init__(self, desk: Desk, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._messages = messages
        self._window = window

    def create(self) -> None:
        """Ask for place, title, day and agenda of a new workshop."""
        from quartierdesk.gui.dialogs.new_workshop import NewWorkshopDialog
        from quartierdesk.services import beginnings

        def make(where: str, title: str, day: "date | None", template: str) -> None:
            beginning = beginnings.Beginning(where, title, day, template)
            self._desk.ops.run(
                dialog,
                lambda ws: beginnings.begin(ws, beginning),
                lambda new: self._done(dialog, new),
                dialog.refuse,
            )

        dialog = NewWorkshopDialog(self._desk, as_template=False, parent=self._window)
        dialog.chosen.connect(make)
        self._open(dialog)

    def duplicate(self) -> None:
        """Ask for title and day of a workshop that begins like the open one."""
        from quartierdesk.gui.dialogs.new_workshop import NewWorkshopDialog
        from quartierdesk.services import workshop_copies

        origin = self._desk.workshop_id

        def make(_where: str, title: str, day: "date | None", _template: str) -> None:
            self._desk.ops.run(
                dialog,
                lambda ws: workshop_copies.duplicate(ws, origin, title, day),
                lambda new: self._done(dialog, new),
                dialog.refuse,
            )

        dialog = NewWorkshopDialog(self._desk, as_template=True, parent=self._window)
        dialog.chosen.connect(make)
        self._open(dialog)

    def move(self) -> None:
        """Ask for the quarter the open workshop shall belong to."""
        from quartierdesk.gui.dialogs.move_workshop import MoveWorkshopDialog
        from quartierdesk.services import workshop_copies

        workshop_id = self._desk.workshop_id

        def do(quarter_id: str) -> None:
            self._desk.ops.run(
                dialog,
                lambda ws: workshop_copies.move(ws, workshop_id, quarter_id),
                lambda _: dialog.accept(),
                dialog.refuse,
            )

        dialog = MoveWorkshopDialog(self._desk, self._window)
        dialog.chosen.connect(do)
        self._open(dialog)

    def delete(self) -> None:
        """Put the open workshop into the bin, after asking."""
        workshop_id = self._desk.workshop_id

        def do() -> None:
            self._desk.ops.run(self, lambda ws: _remove(ws, workshop_id))

        self._messages.ask(
            self.tr("Put this workshop with everything in it into the bin?"),
            self.tr("You can take it out again under “Bin …”, or undo this step."),
            self.tr("Put into the bin"),
            do,
        )

    def show_bin(self) -> None:
        """Show the workshops in the bin."""
        from quartierdesk.gui.dialogs.bin import BinDialog

        self._open(BinDialog(self._desk, self._window))

    def _done(self, dialog: "NewWorkshopDialog", workshop_id: str) -> None:
        dialog.accept()
        self._desk.go(Place("prepare", workshop_id))

    def _open(self, dialog: "NewWorkshopDialog | MoveWorkshopDialog | BinDialog") -> None:
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _remove(workspace: "Workspace", workshop_id: str) -> None:
    from quartierdesk.services import workshops

    workshops.remove(workspace, workshop_id)
