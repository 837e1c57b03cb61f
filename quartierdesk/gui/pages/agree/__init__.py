"""Vereinbaren: measures, where they come from, and what has no answer yet."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.agree.page import AgreePage

    return AgreePage


ENTRY = PageEntry("agree", str(QT_TRANSLATE_NOOP("PageEntry", "Agree")), _load)
