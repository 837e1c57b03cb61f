"""The protocol: a live preview of the real PDF, what stands in it, and how it leaves the house."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.protocol.page import ProtocolPage

    return ProtocolPage


ENTRY = PageEntry("protocol", str(QT_TRANSLATE_NOOP("PageEntry", "Minutes")), _load)
