"""Files: new, open, recent, copy, sample; asking for the passphrase; reading only."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quartierdesk.errors import DamagedFileError, PassphraseError, UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.places import Place
from quartierdesk.gui.shell.keeping import Keeping
from quartierdesk.gui.shell.messages import Messages
from quartierdesk.gui.ticket import Ticket

if TYPE_CHECKING:
    from quartierdesk.gui.shell.beginning import Answers
    from quartierdesk.services.open_file import Glance, OpenFile
    from quartierdesk.services.workspaces import Workspace

    Opener = Callable[[], tuple[Workspace, OpenFile]]


class Files(QObject):
    """What happens with files; everything that takes time runs beside the window.

    `package_opened` carries the path of a package somebody opened; `leaving` comes before the open
    file is left; `refused_all` comes when a file could not be opened and none is open.
    """

    package_opened = Signal(object)
    leaving = Signal()
    refused_all = Signal()

    def __init__(self, desk: Desk, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._messages = messages
        self._window = window
        self._first = ""
        self._making = False
        self.expected = False
        """Whether a file is being opened, so that nothing else is to be shown."""
        self._keeping: Keeping | None = None

    def use(self, keeping: Keeping) -> None:
        """Back up with this before a file is left."""
        self._keeping = keeping

    def open(self, path: Path) -> None:
        """Open a file, with its passphrase where it has one; packages are told to the window."""
        if path.suffix.casefold() == ".qdpaket":
            self.package_opened.emit(path)
            return
        self._open(path, None, lambda error: self._refused(path, error))

    def choose(self) -> None:
        """Let somebody choose a file and open it."""
        dialog = self._dialog(self.tr("Open file"), QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Workshops and packages (*.quartier *.qdpaket)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.open()

    def begin(self, answers: "Answers") -> None:
        """Make a file with a first workshop and open it."""
        from quartierdesk.services import beginnings

        beginning = beginnings.Beginning(
            answers.where, answers.title, answers.day, answers.template
        )
        self._make(answers.file, lambda workspace: beginnings.begin(workspace, beginning))

    def make_sample(self, path: Path) -> None:
        """Make a file with the sample workshop and open it."""
        from quartierdesk.services import workspaces

        self._make(path, workspaces.add_sample)

    def save_copy(self) -> None:
        """Let somebody choose where to write a complete copy."""
        from quartierdesk.services import workspaces

        if self._desk.file is None:
            return
        dialog = self._dialog(self.tr("Save a copy as"), QtWidgets.QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Workshops (*.quartier)"))
        dialog.setDefaultSuffix("quartier")
        copy = self.tr("{} – copy").format(self._desk.file.path.stem)
        dialog.selectFile(f"{copy}.quartier")

        def write(target: str) -> None:
            self._desk.ops.run_long(
                self,
                self.tr("The copy is being written …"),
                lambda workspace, _: workspaces.save_copy(workspace, Path(target)),
                lambda path: self._desk.tell(self.tr("Copy saved: {}").format(path.name)),
            )

        dialog.fileSelected.connect(write)
        dialog.open()

    def close(self) -> None:
        """Back up what has changed, close the file and show the beginning."""
        self.leaving.emit()
        if self._keeping is not None:
            self._keeping.leave(lambda: self._desk.ops.close_workspace(self))

    def _make(self, path: Path, fill: "Callable[[Workspace], str]") -> None:
        from quartierdesk.services import workspaces

        if self._making:
            return  # a second Enter means the same file
        self._making = True
        writer = self._desk.settings.laptop_name

        def make() -> "tuple[Workspace, OpenFile]":
            path.parent.mkdir(parents=True, exist_ok=True)
            made, file = workspaces.create(path, writer)
            try:
                self._first = fill(made)
            except BaseException:
                made.close()
                path.unlink(missing_ok=True)
                raise
            return made, file

        self.leaving.emit()
        ticket = self._desk.ops.open(self, self.tr("The file is being made …"), make)
        ticket.finished.connect(self._show_first)

    def _show_first(self) -> None:
        self._making = False
        first, self._first = self._first, ""
        if first:
            self._desk.select_workshop(first)
            self._desk.go(Place("prepare", first))

    def _open(
        self,
        path: Path,
        passphrase: str | None,
        failed: Callable[[UserError], None],
        *,
        only_read: bool = False,
    ) -> None:
        writer = self._desk.settings.laptop_name

        def open_it() -> "tuple[Workspace, OpenFile]":
            from quartierdesk.services import workspaces

            return workspaces.open_file(path, writer, passphrase, only_read=only_read)

        def glance() -> "tuple[Glance, OpenFile] | None":
            from quartierdesk.services import open_file

            return open_file.glance(path)

        self.leaving.emit()
        title = self.tr("“{}” is being opened …").format(path.name)
        first = self._desk.file is None and passphrase is None and not only_read
        self.expected = True
        look = glance if first else None
        ticket = self._desk.ops.open(self, title, open_it, failed, look)
        ticket.finished.connect(lambda: self._arrived(ticket))

    def _arrived(self, ticket: Ticket) -> None:
        self.expected = False
        refused = ticket.error is not None or ticket.cancelled
        if refused and self._desk.file is None:
            self.refused_all.emit()

    def _ask_passphrase(self, path: Path) -> None:
        from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt

        prompt = PassphrasePrompt(self._desk, path, self._window)
        prompt.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        prompt.entered.connect(lambda words: self._open(path, words, prompt.refuse))
        self._desk.ops.opened.connect(prompt.accept)
        prompt.open()

    def _refused(self, path: Path, error: UserError) -> None:
        """Offer what helps: the passphrase, the newest good backup, reading only."""
        if isinstance(error, PassphraseError):
            self._ask_passphrase(path)
        elif isinstance(error, DamagedFileError) and error.backup is not None:
            self._offer_backup(path, error, error.backup)
        elif path.is_file() and not _may_write(path):
            self._messages.ask(
                error.sentence,
                self.tr("You can open the file for reading only."),
                self.tr("Read only"),
                lambda: self._open(path, None, self._messages.refuse, only_read=True),
            )
        else:
            self._messages.refuse(error)

    def _offer_backup(self, path: Path, error: DamagedFileError, backup: Path) -> None:
        """Offer to put the newest good backup in the place of a damaged file, which is kept."""
        hint = self.tr("The newest good backup is “{}”. The damaged file is kept beside it.")

        def restore(_ticket: Ticket) -> Path:
            from quartierdesk.services import restoring

            restoring.restore_damaged(path, backup)
            return path

        def take() -> None:
            title = self.tr("The backup is being restored …")
            self._desk.ops.back_up(self, restore, self.open, self._messages.refuse, title=title)

        self._messages.ask(
            error.sentence, hint.format(backup.name), self.tr("Restore the backup"), take
        )

    def _dialog(
        self, title: str, mode: "QtWidgets.QFileDialog.FileMode"
    ) -> "QtWidgets.QFileDialog":
        from quartierdesk.gui.shell.beginning import folder_for_files
        from quartierdesk.gui.widgets.file_dialog import file_dialog

        file = self._desk.file
        usual = folder_for_files(self._desk.settings)
        folder = file.path.parent if file is not None else usual
        dialog = file_dialog(self._window, title, str(folder))
        dialog.setFileMode(mode)
        return dialog


def _may_write(path: Path) -> bool:
    """Return whether file and folder may be written to, as far as the system tells."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
