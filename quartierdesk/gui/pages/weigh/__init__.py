"""Gewichten: polls are set up, counted and told."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.weigh.page import WeightingPage

    return WeightingPage


ENTRY = PageEntry("weigh", str(QT_TRANSLATE_NOOP("PageEntry", "Weigh")), _load)
