"""Vorbereiten: the frame of a workshop, its agenda and tables, invitation, rules and people."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.prepare.page import PreparePage

    return PreparePage


ENTRY = PageEntry("prepare", str(QT_TRANSLATE_NOOP("PageEntry", "Prepare")), _load)
