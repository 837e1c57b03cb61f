"""Auswertung: the numbers of all workshops."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quartierdesk.gui.pages import PageEntry

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page


def _load() -> "type[Page[Any]]":
    from quartierdesk.gui.pages.evaluation.page import EvaluationPage

    return EvaluationPage


ENTRY = PageEntry(
    "evaluation",
    str(QT_TRANSLATE_NOOP("PageEntry", "Evaluation")),
    _load,
    sign="chart-bar",
    place=30,
)
