"""Packages that somebody opens: taken into a file, or the beginning of a table's laptop.

The preview is loaded when it is shown: it knows services, the frame does not.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quartierdesk.errors import PassphraseError, UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.shell.files import Files
from quartierdesk.gui.shell.messages import Messages, Way
from quartierdesk.gui.shell.sharing import Sharing

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import OpenFile, Workspace


class Arriving(QObject):
    """Takes packages, wherever they were opened; `nothing_open` tells that none led to a file."""

    nothing_open = Signal()

    def __init__(
        self, desk: Desk, messages: Messages, files: Files, sharing: Sharing, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._messages = messages
        self._files = files
        self._sharing = sharing
        self._window = window
        self._waiting: Path | None = None
        files.package_opened.connect(self.take)
        files.refused_all.connect(self._forget)
        desk.ops.opened.connect(self._take_waiting)

    def take(self, package: Path) -> None:
        """Take a package into the open file; without one, ask whether into the last one."""
        self._files.expected = False
        if self._desk.file is not None:
            self._sharing.show_packages([package])
            return
        known = (Path(path) for path in self._desk.settings.recent)
        last = next((path for path in known if path.is_file()), None)
        if last is None:
            self.begin(package)
            return
        self._messages.choose(
            self.tr("What should be done with the package “{}”?").format(package.name),
            self.tr("It can be merged into a file, or this laptop can start with it at a table."),
            (
                Way(
                    self.tr("Merge into “{}”").format(last.stem),
                    lambda: self._take_into(last, package),
                ),
                Way(self.tr("Start with it here"), lambda: self.begin(package)),
            ),
            self.nothing_open.emit,
        )

    def begin(self, package: Path, passphrase: str | None = None) -> None:
        """Make the file of a table's laptop from a package; what was begun before is opened."""
        from quartierdesk.gui.shell.beginning import folder_for_files

        self._sharing.remember_folder(package.parent)
        target = folder_for_files(self._desk.settings) / f"{package.stem}.quartier"
        if target.exists():
            self._take_into(target, package)
            return
        writer = self._desk.settings.laptop_name

        def make() -> "tuple[Workspace, OpenFile]":
            from quartierdesk.services import packages, workspaces

            target.parent.mkdir(parents=True, exist_ok=True)
            return workspaces.opened(
                packages.open_as_workspace(package, target, workspaces.access(writer, passphrase))
            )

        title = self.tr("The package is being opened …")
        self._desk.ops.open(self, title, make, lambda error: self._refused(package, error))

    def _refused(self, package: Path, error: UserError) -> None:
        if isinstance(error, PassphraseError):
            self._ask_passphrase(package)
            return
        self._messages.refuse(error)
        self.nothing_open.emit()

    def _ask_passphrase(self, package: Path) -> None:
        from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt

        prompt = PassphrasePrompt(self._desk, package, self._window)
        prompt.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        prompt.entered.connect(lambda words: self.begin(package, words))
        prompt.entered.connect(prompt.accept)
        prompt.rejected.connect(self.nothing_open)
        prompt.open()

    def _take_into(self, file: Path, package: Path) -> None:
        self._waiting = package
        self._files.open(file)

    def _take_waiting(self, file: "OpenFile | None") -> None:
        package, self._waiting = self._waiting, None
        if file is not None and package is not None:
            self._sharing.show_packages([package])

    def _forget(self) -> None:
        self._waiting = None
