"""Settings: name of this laptop, where files lie, language, theme, text size."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QScrollArea, QSlider, QWidget

from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.shell.beginning import folder_for_files, usual_folder
from quartierdesk.gui.widgets.folder_field import FolderField
from quartierdesk.settings import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_LANGUAGES = ("de", "en")
_THEMES = ("system", "light", "dark", "contrast")
_STEP = 10


class SettingsPage(Page[None]):
    """Everything chosen here is in force at once and kept for the next start."""

    FORM = "settings"
    NEEDS_WORKSHOP = False

    language: QComboBox
    theme: QComboBox
    text_size: QSlider
    text_size_value: QLabel
    laptop_name: QLineEdit
    files_place: FolderField
    second_place: FolderField
    scroll_area: QScrollArea

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.text_size.setRange(SMALLEST_TEXT // _STEP, LARGEST_TEXT // _STEP)
        self.retranslate()
        self._show_settings()
        self.language.activated.connect(
            lambda place: desk.change_settings(language=_LANGUAGES[place])
        )
        self.theme.activated.connect(lambda place: desk.change_settings(theme=_THEMES[place]))
        self.text_size.setTracking(False)  # the slider must not run away under the mouse
        self.text_size.sliderMoved.connect(self._tell_text_size)
        self.text_size.valueChanged.connect(self._change_text_size)
        self.laptop_name.editingFinished.connect(self._change_name)
        self.files_place.edited.connect(self._change_files_place)
        self.second_place.edited.connect(self._change_second_place)
        desk.settings_changed.connect(self._show_settings)

    def query(self) -> "Callable[[Workspace], None]":
        """Ask nothing: settings do not lie in the file."""
        return lambda _workspace: None

    def refresh(self, rows: None) -> None:
        """Show the settings there are."""
        self._show_settings()

    def focus_first(self) -> None:
        """Put the focus on the language."""
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words of the choices."""
        themes = (
            self.tr("Same as the system"),
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("High contrast"),
        )
        for box, words in ((self.language, ("Deutsch", "English")), (self.theme, themes)):
            chosen = box.currentIndex()
            with QSignalBlocker(box):
                box.clear()
                box.addItems(words)
                box.setCurrentIndex(chosen)

    def _show_settings(self) -> None:
        settings = self.desk.settings
        for widget in (self.language, self.theme, self.text_size, self.laptop_name):
            widget.blockSignals(True)
        self.language.setCurrentIndex(_LANGUAGES.index(settings.language))
        self.theme.setCurrentIndex(_THEMES.index(settings.theme))
        self.text_size.setValue(settings.text_size // _STEP)
        self._tell_text_size(settings.text_size // _STEP)
        if not self.laptop_name.hasFocus():
            self.laptop_name.setText(settings.laptop_name)
        self.files_place.set_folder(str(folder_for_files(settings)))
        self.second_place.set_folder(settings.second_place)
        for widget in (self.language, self.theme, self.text_size, self.laptop_name):
            widget.blockSignals(False)

    def look_changed(self) -> None:
        """Keep in sight what is being set: larger text moves everything down."""
        super().look_changed()
        focused = self.focusWidget()
        if focused is not None and self.isVisible():
            QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(focused))

    def _tell_text_size(self, step: int) -> None:
        self.text_size_value.setText(f"{step * _STEP} %")

    def _change_text_size(self, step: int) -> None:
        self.desk.change_settings(text_size=step * _STEP)

    def _change_name(self) -> None:
        name = self.laptop_name.text().strip()
        if name and name != self.desk.settings.laptop_name:
            self.desk.change_settings(laptop_name=name)
        elif not name:
            self.laptop_name.setText(self.desk.settings.laptop_name)

    def _change_files_place(self) -> None:
        place = self.files_place.folder()
        if self._may_be(self.files_place):
            usual = not place or Path(place) == usual_folder()
            self.desk.change_settings(workspace_place="" if usual else place)

    def _change_second_place(self) -> None:
        if self._may_be(self.second_place):
            self.desk.change_settings(second_place=self.second_place.folder())

    def _may_be(self, field: FolderField) -> bool:
        """Tell whether a folder can be used; where it cannot, say so and show what holds."""
        try:
            field.check()
        except UserError as error:
            self._show_settings()
            self.desk.ops.refused.emit(error)
            return False
        return True
