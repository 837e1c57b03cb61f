"""What goes in and out beside the protocol: tables, workbooks, packages; and what protects people.

The dialogs are loaded when they are opened: they know services, the frame does not.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.ticket import Ticket

if TYPE_CHECKING:
    from quartierdesk.gui.dialogs.merge import MergeDialog
    from quartierdesk.services.imports import ImportReport
    from quartierdesk.services.packages import PackageInfo
    from quartierdesk.services.workspaces import Workspace

_PACKAGES = "packages.folder"


class Sharing(QObject):
    """Opens the dialogs and writes packages."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def show_backups(self) -> None:
        """Show the backups."""
        from quartierdesk.gui.dialogs.backups import BackupsDialog

        self._open(BackupsDialog(self._desk, self._window))

    def show_passphrase(self) -> None:
        """Set, change or remove the passphrase."""
        from quartierdesk.gui.dialogs.passphrase import PassphraseDialog

        self._open(PassphraseDialog(self._desk, self._window))

    def show_retention(self) -> None:
        """Show what is to be erased when."""
        from quartierdesk.gui.dialogs.retention import RetentionDialog

        dialog = RetentionDialog(self._desk, self._window)
        dialog.person_wanted.connect(self.erase_person)
        self._open(dialog)

    def erase_person(self) -> None:
        """Erase a person for good."""
        from quartierdesk.gui.dialogs.erase_person import ErasePersonDialog

        self._open(ErasePersonDialog(self._desk, self._window))

    def show_conflicts(self) -> None:
        """Show what two laptops wrote without knowing of each other."""
        from quartierdesk.gui.dialogs.conflicts import ConflictsDialog

        self._open(ConflictsDialog(self._desk, self._window))

    def import_file(self) -> None:
        """Let somebody choose a table, a workbook or a workshop, and take it over."""
        dialog = self._chooser(self.tr("Import"), QtWidgets.QFileDialog.FileMode.ExistingFile)
        tables = self.tr("Tables and workshops (*.csv *.xlsx *.xls *.ods *.json)")
        dialog.setNameFilters([tables, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.take_over(Path(path)))
        dialog.open()

    def take_over(self, source: Path) -> None:
        """Take over a workshop from JSON at once, a table after its preview."""
        from quartierdesk.gui.dialogs.import_table import ImportDialog
        from quartierdesk.services import imports

        if not imports.is_workshop_json(source):
            self._open(ImportDialog(self._desk, source, self._window))
            return

        def done(report: "ImportReport") -> None:
            self._desk.tell(self.tr("Workshop imported"))
            self._desk.select_workshop(report.workshop_id)

        title = self.tr("The workshop is being imported …")
        self._desk.ops.run_long(
            self, title, lambda ws, _: imports.import_workshop(ws, source), done
        )

    def read_back(self) -> None:
        """Let somebody choose an edited workbook and show how it differs."""
        dialog = self._chooser(
            self.tr("Read workbook back"), QtWidgets.QFileDialog.FileMode.ExistingFile
        )
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.fileSelected.connect(lambda path: self.show_differences(Path(path)))
        dialog.open()

    def show_differences(self, source: Path) -> None:
        """Show how an edited workbook differs from the file."""
        from quartierdesk.gui.dialogs.read_back import ReadBackDialog

        self._open(ReadBackDialog(self._desk, source, self._window))

    def write_package(self) -> None:
        """Write everything into a package for another laptop."""
        file = self._desk.file
        if file is None:
            return
        dialog = self._chooser(
            self.tr("Write package"), QtWidgets.QFileDialog.FileMode.AnyFile, self._package_folder()
        )
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Packages (*.qdpaket)"))
        dialog.setDefaultSuffix("qdpaket")
        dialog.selectFile(f"{self._package_name(file.path.stem)}.qdpaket")
        dialog.fileSelected.connect(lambda path: self._write(Path(path)))
        dialog.open()

    def write_table_packages(self) -> None:
        """Write a package for each table, with which its laptop begins."""
        dialog = self._chooser(
            self.tr("Folder for the packages"),
            QtWidgets.QFileDialog.FileMode.Directory,
            self._package_folder(),
        )
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._write_tables(Path(path)))
        dialog.open()

    def read_packages(self) -> None:
        """Let somebody choose packages and show what they bring."""
        dialog = self._chooser(
            self.tr("Merge packages"),
            QtWidgets.QFileDialog.FileMode.ExistingFiles,
            self._package_folder(),
        )
        dialog.setNameFilter(self.tr("Packages (*.qdpaket)"))
        dialog.filesSelected.connect(lambda paths: self.show_packages([*map(Path, paths)]))
        dialog.open()

    def show_packages(self, paths: list[Path]) -> None:
        """Show what packages bring, to be taken in from there."""
        from quartierdesk.gui.dialogs.merge import MergeDialog

        self.remember_folder(paths[0].parent)
        dialog = MergeDialog(self._desk, paths, self._window)
        dialog.conflicts_wanted.connect(self.show_conflicts)
        dialog.passphrase_wanted.connect(lambda _: self._ask_passphrase(dialog, paths[0]))
        self._open(dialog)

    def remember_folder(self, folder: Path) -> None:
        """Keep where packages lie, such as a stick: the next one goes there or comes from there."""
        self._desk.remember(_PACKAGES, str(folder))

    def _package_folder(self) -> str:
        """Return where packages were last, while it is there; else the folder of the file."""
        last = str(self._desk.choice(_PACKAGES, ""))
        return last if last and Path(last).is_dir() else ""

    def _package_name(self, stem: str) -> str:
        """Return a name that tells whose package it is and differs from the one that came."""
        laptop = self._desk.settings.laptop_name.strip()
        if laptop.casefold() in stem.casefold():
            return self.tr("{} back").format(stem)
        return f"{stem} {laptop}"

    def _write(self, target: Path) -> None:
        self.remember_folder(target.parent)

        def work(workspace: "Workspace", ticket: Ticket) -> "PackageInfo":
            from quartierdesk.services import packages

            return packages.write(workspace, target, ticket.step)

        title = self.tr("The package is being written …")
        self._desk.ops.run_long(
            self, title, work, lambda _: self._desk.tell(self.tr("Package: {}").format(target.name))
        )

    def _write_tables(self, folder: Path) -> None:
        self.remember_folder(folder)
        workshop_id = self._desk.workshop_id

        def work(workspace: "Workspace", ticket: Ticket) -> int:
            from quartierdesk.services import packages

            written = packages.write_for_tables(workspace, workshop_id, folder, ticket.step)
            return len(written)

        title = self.tr("The packages are being written …")
        self._desk.ops.run_long(
            self,
            title,
            work,
            lambda number: self._desk.tell(self.tr("%Ln package(s) written", "", number)),
        )

    def _ask_passphrase(self, dialog: "MergeDialog", path: Path) -> None:
        from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt

        prompt = PassphrasePrompt(self._desk, path, dialog)
        prompt.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        prompt.entered.connect(dialog.preview)
        prompt.entered.connect(lambda _: prompt.accept())
        prompt.open()

    def _chooser(
        self, title: str, mode: "QtWidgets.QFileDialog.FileMode", begin: str = ""
    ) -> "QtWidgets.QFileDialog":
        from quartierdesk.gui.widgets.file_dialog import file_dialog

        file = self._desk.file
        folder = str(file.path.parent) if file is not None else ""
        dialog = file_dialog(self._window, title, begin or folder)
        dialog.setFileMode(mode)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
