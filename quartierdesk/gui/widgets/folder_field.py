"""A folder: a line that can be typed into, and a button to choose it."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.widgets.file_dialog import file_dialog

_GAP = 8


def ask_folder(
    parent: QWidget, title: str, begin: Path | None, follow: Callable[[str], None]
) -> None:
    """Let somebody choose a folder, beginning at `begin`; `follow` is given what was chosen."""
    dialog = file_dialog(parent, title, str(begin) if begin is not None else "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(follow)
    dialog.open()


class FolderField(QWidget):
    """A line with a folder, which need not be there yet, and a button beside it.

    `title` says what the folder is for, to a screen reader too; `placeholder` what it means that
    none is named. `edited` tells that a person finished another answer.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._told = ""
        self.line = QLineEdit(self)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.editingFinished.connect(self._tell)
        self.button.clicked.connect(self._choose)
        self._retranslate()

    def get_title(self) -> str:
        """Return what the folder is for."""
        return self._title

    def set_title(self, title: str) -> None:
        """Say what the folder is for."""
        self._title = title
        self.line.setAccessibleName(title)
        self._retranslate()

    def get_placeholder(self) -> str:
        """Return what it means that no folder is named."""
        return self.line.placeholderText()

    def set_placeholder(self, words: str) -> None:
        """Say what it means that no folder is named."""
        self.line.setPlaceholderText(words)

    title = Property(str, get_title, set_title)
    placeholder = Property(str, get_placeholder, set_placeholder)

    def folder(self) -> str:
        """Return the folder, "" for none."""
        return self.line.text().strip()

    def set_folder(self, folder: str) -> None:
        """Show a folder, its beginning first; nothing is told."""
        self._told = folder
        self.line.setText(folder)
        self.line.setCursorPosition(0)

    def check(self) -> None:
        """Raise `UserError` for what is no folder to write into; it need not be there yet."""
        place = Path(self.folder())
        if not self.folder() or (place.is_absolute() and _may_hold_files(place)):
            return
        raise UserError(
            self.tr("No files can be made in “{}”.").format(place),
            self.tr("Please choose another folder."),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Choose …"))
        self.button.setAccessibleName(self.tr("Choose: {}").format(self._title))

    def _choose(self) -> None:
        begin = Path(self.folder()) if self.folder() else None
        ask_folder(self, self._title, begin, self._take)

    def _take(self, folder: str) -> None:
        self.line.setText(folder)
        self.line.setCursorPosition(0)
        self._tell()

    def _tell(self) -> None:
        if self.folder() != self._told:
            self._told = self.folder()
            self.edited.emit()


def _may_hold_files(place: Path) -> bool:
    """Tell whether the folder, or where it would be made, may be written into.

    A drive that is not at hand is no objection: a stick may be plugged in later.
    """
    there = next((each for each in (place, *place.parents) if each.exists()), None)
    return there is None or (there.is_dir() and os.access(there, os.W_OK))
