"""The page „Erfassen“: the line in which people capture and the stream of cards above it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.capture.page import CapturePage

    return CapturePage


ENTRY = PageEntry("capture", str(QT_TRANSLATE_NOOP("PageEntry", "Capture")), _load, plain=True)
