"""Settings of this installation."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.settings.page import SettingsPage

    return SettingsPage


ENTRY = PageEntry(
    "settings", str(QT_TRANSLATE_NOOP("PageEntry", "Settings")), _load, sign="settings", place=90
)
