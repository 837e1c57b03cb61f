"""Keeping the data safe while the window is open: backups by the clock and on leaving, warnings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.shell.messages import Messages
from quartierdesk.gui.shell.status import StatusBar
from quartierdesk.gui.ticket import Ticket

if TYPE_CHECKING:
    from datetime import datetime

    from quartierdesk.services.backups import Made, Plan, SecondPlace
    from quartierdesk.services.disk import FreeSpace
    from quartierdesk.services.own_table import OwnTable
    from quartierdesk.services.workspaces import OpenFile, Workspace

_MINUTE = 60_000
_AFTER_OPENING = 1500
"""Milliseconds after opening in which the page comes first."""


class Keeping(QObject):
    """Looks once a minute whether a backup is due and how full the disk is."""

    def __init__(self, desk: Desk, status: StatusBar, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._status = status
        self._standing = ""
        self._told: tuple[datetime | None, SecondPlace] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self.look)
        self._first_look = QTimer(self)
        self._first_look.setSingleShot(True)
        self._first_look.setInterval(_AFTER_OPENING)
        self._first_look.timeout.connect(self._look_first)
        desk.ops.opened.connect(self._opened)

    def look(self) -> None:
        """Make a backup if one is due, and tell how the disk and the second place are."""
        if self._desk.file is None:
            return

        def ask(workspace: "Workspace") -> "tuple[FreeSpace, Plan | None]":
            from quartierdesk.services import backups, disk

            plan = backups.plan(workspace) if workspace.writable else None
            return disk.free_space_state(workspace), plan

        self._desk.ops.ask(self, ask, self._tell, latest="keeping")

    def leave(self, then: Callable[[], None]) -> None:
        """Back up what has changed, then go on; also where the backup cannot be made."""
        if not self._desk.writable:
            then()
            return

        def go_on_after(error: BaseException | None) -> None:
            if isinstance(error, UserError):
                without = self.tr("Continue without a backup")
                self._messages.ask(error.sentence, error.hint, without, then)
            else:
                then()

        def ask(workspace: "Workspace") -> "Plan":
            from quartierdesk.services import backups

            return backups.plan(workspace)

        def back_up(plan: "Plan") -> None:
            def make(ticket: Ticket) -> "Made | None":
                from quartierdesk.services import backups

                return backups.make_if_changed(plan, "close", ticket.step)

            title = self.tr("The backup is being made …")
            ticket = self._desk.ops.back_up(self, make, None, _quietly, title=title)
            ticket.finished.connect(lambda: go_on_after(ticket.error))

        def unless_planned() -> None:
            if planning.error is not None:
                go_on_after(planning.error)

        planning = self._desk.ops.run(self, ask, back_up, _quietly)
        planning.finished.connect(unless_planned)

    def retranslate(self) -> None:
        """Say in the language now chosen what was said about the last backup."""
        if self._told is not None:
            self._tell_backup(self._told)

    def _opened(self, file: "OpenFile | None") -> None:
        self._told = None
        self._standing = ""
        if file is None:
            self._timer.stop()
            self._first_look.stop()
            self._status.backup.tell("")
            self._status.disk.tell("")
            self._status.package.tell("")
            return
        self._timer.start()
        self._first_look.start()

    def _look_first(self) -> None:
        self.look()

        def warn(workspace: "Workspace") -> "tuple[tuple[str, ...], OwnTable | None]":
            from quartierdesk.services import disk
            from quartierdesk.services.own_table import own_table

            room = disk.free_space_state(workspace).sentence  # looked at again every minute
            lasting = tuple(each for each in disk.warnings(workspace) if each != room)
            return lasting, own_table(workspace)

        self._desk.ops.ask(self, warn, self._warn)

    def _warn(self, found: "tuple[tuple[str, ...], OwnTable | None]") -> None:
        sentences, table = found
        if sentences:
            self._standing = sentences[0]
            if not self._status.disk.text:
                self._status.disk.tell(self._standing)
        words = ""
        if table is not None:
            words = self.tr("File of table {}").format(f"{table.number} {table.topic}".strip())
        self._status.package.tell(words)

    def _tell(self, found: "tuple[FreeSpace, Plan | None]") -> None:
        space, plan = found
        self._status.disk.tell(space.sentence or self._standing)
        if plan is not None:
            self._desk.ops.back_up(self, lambda ticket: _look(plan, ticket), self._tell_backup)

    def _tell_backup(self, found: "tuple[datetime | None, SecondPlace]") -> None:
        self._told = found
        last, second = found
        if second.reminder:
            self._status.backup.tell(second.reminder, "device-usb", "warn")
        elif last is not None:
            last, now = self._desk.clock(last), self._desk.now()
            pattern = "%H:%M" if last.date() == now.date() else "%d.%m.%Y %H:%M"
            words = self.tr("Backup {}").format(last.strftime(pattern))
            if second.state == "current":
                words = self.tr("Backup {}, also in the second place").format(
                    last.strftime(pattern)
                )
            self._status.backup.tell(words, "device-floppy", "second")
        else:
            self._status.backup.tell(self.tr("No backup yet"), "device-floppy", "second")


def _quietly(_error: UserError) -> None:
    """Leave the refusal to whoever waits for the end."""


def _look(plan: "Plan", ticket: Ticket) -> "tuple[datetime | None, SecondPlace]":
    """Make a backup if one is due; return when the last one was made, and the second place."""
    from quartierdesk.services import backups

    if backups.due(plan):
        backups.make(plan, "interval", ticket.step)
    listed = backups.listed(plan)
    return (listed[0].name.moment if listed else None), backups.second_place_state(plan)
