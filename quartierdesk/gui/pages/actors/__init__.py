"""Akteure: who plays a part in the quarter, and where people get advice."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.actors.page import ActorsPage

    return ActorsPage


ENTRY = PageEntry(
    "actors", str(QT_TRANSLATE_NOOP("PageEntry", "Actors")), _load, sign="address-book", place=20
)
