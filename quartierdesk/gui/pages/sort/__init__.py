"""Ordnen: the wall, where cards become clusters."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.sort.page import WallPage

    return WallPage


ENTRY = PageEntry("sort", str(QT_TRANSLATE_NOOP("PageEntry", "Sort")), _load, plain=True)
