"""Maßnahmen: what was agreed in all workshops."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.measures.page import MeasuresPage

    return MeasuresPage


ENTRY = PageEntry(
    "measures", str(QT_TRANSLATE_NOOP("PageEntry", "Measures")), _load, sign="checklist", place=10
)
