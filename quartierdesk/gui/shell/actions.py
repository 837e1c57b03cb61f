"""Everything the window itself can do, as actions with keys; also what the file menu holds."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from quartierdesk.gui import pages
from quartierdesk.gui.places import Place
from quartierdesk.gui.shell.command import Command
from quartierdesk.gui.shell.sharing import Sharing
from quartierdesk.gui.shell.workshop_actions import WorkshopActions

if TYPE_CHECKING:
    from quartierdesk.gui.shell.projector import Projector
    from quartierdesk.gui.shell.window import MainWindow

_NEEDS_FILE, _NEEDS_WRITING, _NEEDS_WORKSHOP, _EDITS_WORKSHOP = "f", "fw", "fs", "fws"
_ALWAYS = ""


class WindowActions(QObject):
    """The actions of the window; `offered` are those for the command search."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._undo_label: str | None = None
        self._redo_label: str | None = None
        self._projector: Projector | None = None
        self._menu = QMenu(window)
        self._recent = QMenu(self._menu)
        self.workshops = WorkshopActions(window.desk, window.messages, window)
        self.sharing = Sharing(window.desk, window)
        self._declare()
        self._menu.aboutToShow.connect(self._list_recent)

    def complete(self) -> None:
        """Fill the menu and let the keys act: nothing of that is needed for the first picture."""
        self._fill_menu()
        for name, keys in self._keys.items():
            self._actions[name].setShortcuts([QtGui.QKeySequence(each) for each in keys])

    def commands(self) -> Sequence[Command]:
        """Return every action, with the reason where it cannot be chosen now."""
        return [Command(action, self._why_not(name)) for name, action in self._actions.items()]

    def file_menu(self) -> QMenu:
        """Return the menu below the name of the file."""
        return self._menu

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def show_steps(self, undo: str | None, redo: str | None, *, writable: bool) -> None:
        """Name what undo and redo would do, and switch off what cannot be done now."""
        self._undo_label, self._redo_label = undo, redo
        there = {"f": self._desk.file is not None, "w": writable, "s": self._desk.workshop_id}
        for name, action in self._actions.items():
            action.setEnabled(all(there[need] for need in self._needs[name]))
        self._actions["undo"].setEnabled(writable and undo is not None)
        self._actions["redo"].setEnabled(writable and redo is not None)
        self.retranslate()

    def _why_not(self, name: str) -> str:
        if self._actions[name].isEnabled():
            return ""
        if self._desk.file is None:
            return self.tr("Please open or create a file first.")
        if "w" in self._needs[name] and not self._desk.writable:
            return self.tr("This file is open for reading only.")
        if name == "undo":
            return self.tr("There is nothing to undo.")
        if name == "redo":
            return self.tr("There is nothing to redo.")
        return self.tr("Please create a workshop first.")

    def new_workshop(self) -> None:
        """Ask for a new workshop in the open file."""
        self.workshops.create()

    def toggle_projector(self) -> None:
        """Open the window for the second screen, or close it."""
        from quartierdesk.gui.shell.projector import Projector

        if self._projector is None:
            self._projector = Projector(self._desk)
            self._projector.closed.connect(self._forget_projector)
            self._projector.show_on_second_screen(self._window.screen())
        else:
            self.close_projector()

    def project(self, place: Place) -> None:
        """Show a place on the projector, which is opened if it is not open yet."""
        if self._projector is None:
            self.toggle_projector()
        if self._projector is not None:
            self._projector.show_place(place)

    def close_projector(self) -> None:
        """Close the window for the second screen, if it is open."""
        if self._projector is not None:
            self._projector.close()

    def show_help(self) -> None:
        """Open the help for the page that is shown."""
        from quartierdesk.gui.dialogs.help import HelpDialog

        page = self._window.page
        HelpDialog(
            self._desk, (page.HELP if page else "") or self._window.page_key, self._window
        ).open()

    def open_handbook(self) -> None:
        """Open the handbook as PDF."""
        from quartierdesk.gui.dialogs.help import open_handbook

        open_handbook(self._desk)

    def print_card(self) -> None:
        """Print the quick card."""
        from quartierdesk.gui.dialogs.help import print_card

        print_card(self._desk, self._window)

    def undo(self) -> None:
        """Take back the last operation."""
        from quartierdesk.services import history

        self._desk.ops.run(self, history.undo, lambda c: self._desk.tell(c.label))
        self._actions["redo"].setEnabled(True)  # who is quick takes it back before it is named

    def redo(self) -> None:
        """Do again what was taken back."""
        from quartierdesk.services import history

        self._desk.ops.run(self, history.redo, lambda c: self._desk.tell(c.label))
        self._actions["undo"].setEnabled(True)

    def retranslate(self) -> None:
        """Set the words of all actions."""
        for name, text in self._words().items():
            self._actions[name].setText(text)
        self._recent.setTitle(self.tr("Opened last"))
        for key in pages.STEP_KEYS:
            if key in pages.entries():
                self._actions[key].setText(self.tr("Go to: {}").format(pages.entries()[key].name()))
        for key, entry in pages.entries().items():
            if not entry.is_step:
                self._actions[key].setText(self.tr("Go to: {}").format(entry.name()))

    def _words(self) -> dict[str, str]:
        undo = self.tr("Undo: {}").format(self._undo_label) if self._undo_label else ""
        redo = self.tr("Redo: {}").format(self._redo_label) if self._redo_label else ""
        return {
            "new": self.tr("New file …"),
            "open": self.tr("Open file …"),
            "copy": self.tr("Save a copy as …"),
            "close": self.tr("Close file"),
            "quit": self.tr("Quit"),
            "undo": undo or self.tr("Undo"),
            "redo": redo or self.tr("Redo"),
            "search": self.tr("Search and commands"),
            "rail": self.tr("Show or hide the words of the rail"),
            "projector": self.tr("Projector on or off"),
            "help": self.tr("Help for this page"),
            "handbook": self.tr("Open the handbook as PDF"),
            "quick_card": self.tr("Print the quick card …"),
            "workshop_new": self.tr("New workshop …"),
            "workshop_copy": self.tr("Use workshop as a template …"),
            "workshop_move": self.tr("Move workshop to another quarter …"),
            "workshop_delete": self.tr("Put workshop into the bin …"),
            "workshop_bin": self.tr("Bin …"),
            "import": self.tr("Import a table or workshop …"),
            "read_back": self.tr("Read an edited workbook back …"),
            "package": self.tr("Write package …"),
            "table_packages": self.tr("Write a package for each table …"),
            "packages": self.tr("Merge packages …"),
            "conflicts": self.tr("Conflicts …"),
            "backups": self.tr("Backups …"),
            "passphrase": self.tr("Passphrase …"),
            "retention": self.tr("Data protection …"),
            "erase_person": self.tr("Erase a person …"),
        }

    def _declare(self) -> None:
        window, workshops = self._window, self.workshops
        self._add("new", window.files.close, "", _ALWAYS, "plus")
        self._add("open", window.files.choose, "Ctrl+O", _ALWAYS, "folder-open")
        self._add("copy", window.files.save_copy, "Ctrl+Shift+S", _NEEDS_FILE, "copy")
        self._add("close", window.files.close, "", _NEEDS_FILE, "x")
        self._add("undo", self.undo, "Ctrl+Z", _NEEDS_WRITING, "arrow-back-up")
        self._add("redo", self.redo, "Ctrl+Y", _NEEDS_WRITING, "arrow-forward-up")
        self._keys["redo"] = ("Ctrl+Y", "Ctrl+Shift+Z")
        self._add("search", window.search, "Ctrl+K", _ALWAYS, "search")
        self._add("rail", window.toggle_rail, "Ctrl+B", _ALWAYS, "layout-sidebar-left-collapse")
        self._add("projector", self.toggle_projector, "F11", _NEEDS_FILE, "device-projector")
        self._add("help", self.show_help, "F1", _ALWAYS, "help")
        self._add("handbook", self.open_handbook, "", _ALWAYS, "help")
        self._add("quick_card", self.print_card, "", _ALWAYS, "printer")
        self._add("workshop_new", workshops.create, "Ctrl+Shift+N", _NEEDS_WRITING, "plus")
        self._add("workshop_copy", workshops.duplicate, "", _EDITS_WORKSHOP, "template")
        self._add("workshop_move", workshops.move, "", _EDITS_WORKSHOP, "map-pin")
        self._add("workshop_delete", workshops.delete, "", _EDITS_WORKSHOP, "trash")
        self._add("workshop_bin", workshops.show_bin, "", _NEEDS_FILE, "restore")
        self._declare_sharing()
        for number, key in enumerate(pages.STEP_KEYS, start=1):
            if key in pages.entries():
                self._add_page(key, f"Ctrl+{number}", "chevron-right")
        for key, entry in pages.entries().items():
            if not entry.is_step:
                self._add_page(key, "", entry.sign)
        self._add("quit", window.close, "Ctrl+Q", _ALWAYS, "x")

    def _declare_sharing(self) -> None:
        sharing = self.sharing
        self._add("import", sharing.import_file, "", _NEEDS_WRITING, "file-import")
        self._add("read_back", sharing.read_back, "", _EDITS_WORKSHOP, "file-spreadsheet")
        self._add("package", sharing.write_package, "", _NEEDS_FILE, "package")
        self._add("table_packages", sharing.write_table_packages, "", _EDITS_WORKSHOP, "package")
        self._add("packages", sharing.read_packages, "", _NEEDS_WRITING, "package-import")
        self._add("conflicts", sharing.show_conflicts, "", _NEEDS_FILE, "git-merge")
        self._add("backups", sharing.show_backups, "", _NEEDS_FILE, "history")
        self._add("passphrase", sharing.show_passphrase, "", _NEEDS_WRITING, "lock")
        self._add("retention", sharing.show_retention, "", _NEEDS_FILE, "shield-check")
        self._add("erase_person", sharing.erase_person, "", _NEEDS_WRITING, "user-x")

    def _add_page(self, key: str, keys: str, sign: str) -> None:
        need = _NEEDS_WORKSHOP if key in pages.STEP_KEYS else _NEEDS_FILE
        need = _ALWAYS if key == "settings" else need
        self._add(key, lambda: self._window.go(Place(key)), keys, need, sign)

    def _add(
        self, name: str, follow: Callable[[], object], keys: str, need: str, sign: str
    ) -> None:
        action = QAction(self._window)
        if keys:
            self._keys[name] = (keys,)
        action.setProperty("sign", sign)
        action.triggered.connect(lambda _=False: follow())
        self._window.addAction(action)
        self._actions[name] = action
        self._needs[name] = need

    def _fill_menu(self) -> None:
        groups = (
            ("new", "open"),
            ("copy", "close"),
            ("workshop_new", "workshop_copy", "workshop_move", "workshop_delete", "workshop_bin"),
            ("import", "read_back"),
            ("package", "table_packages", "packages", "conflicts"),
            ("backups", "passphrase", "retention", "erase_person"),
            ("quit",),
        )
        for place, group in enumerate(groups):
            if place:
                self._menu.addSeparator()
            for name in group:
                self._menu.addAction(self._actions[name])
            if not place:
                self._menu.addMenu(self._recent)

    def _list_recent(self) -> None:
        self._recent.clear()
        for name in self._desk.settings.recent:
            path = Path(name)
            if path.is_file():
                action = self._recent.addAction(path.stem)
                action.setToolTip(name)
                action.triggered.connect(lambda _=False, path=path: self._window.files.open(path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _forget_projector(self) -> None:
        self._projector = None
