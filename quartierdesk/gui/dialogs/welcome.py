"""The very first start: language, the name of this laptop, where files and backups live."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.shell.beginning import folder_for_files, usual_folder
from quartierdesk.gui.widgets.folder_field import FolderField
from quartierdesk.gui.widgets.segments import Segments

_LANGUAGES = (("de", "Deutsch", ""), ("en", "English", ""))


class WelcomeDialog(Dialog):
    """Three questions, each with an answer in place; whichever way it is left, it comes only once.

    The language holds at once, the other answers with „Continue“.
    """

    FORM = "welcome"
    WIDE = True

    refusal: QLabel
    language: Segments
    laptop_name: QLineEdit
    files_place: FolderField
    second_place: FolderField
    skip_button: QPushButton
    continue_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.language.set_choices(_LANGUAGES)
        self.language.set_value(desk.settings.language)
        self.laptop_name.setText(desk.settings.laptop_name)
        self.files_place.set_folder(str(folder_for_files(desk.settings)))
        self.second_place.set_folder(desk.settings.second_place)
        self.language.chosen.connect(lambda value: desk.change_settings(language=value))
        self.skip_button.clicked.connect(self.reject)
        self.continue_button.clicked.connect(self._keep)
        self.continue_button.setFocus()

    def reject(self) -> None:
        """Leave everything as it is usual, and do not ask again."""
        self.desk.change_settings()
        super().reject()

    def _keep(self) -> None:
        for field in (self.files_place, self.second_place):
            try:
                field.check()
            except UserError as error:
                self.refuse(error)
                field.line.setFocus()
                return
        files_place = self.files_place.folder()
        self.desk.change_settings(
            laptop_name=self.laptop_name.text().strip() or self.desk.settings.laptop_name,
            workspace_place="" if Path(files_place) == usual_folder() else files_place,
            second_place=self.second_place.folder(),
        )
        self.accept()
