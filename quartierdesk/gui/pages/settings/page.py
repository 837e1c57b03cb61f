"""Settings: language, theme, text size, name of this laptop."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QScrollArea, QSlider, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
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
            self.tr("As the system"),
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
