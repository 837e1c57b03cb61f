"""The order of the Tab key for widgets that come later than their neighbours."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(holder: QWidget, stops: Iterable[QWidget]) -> None:
    """Let the Tab key go through `stops` where `holder`, which takes no focus, stands."""
    before = _stop_before(holder)
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop


def _stop_before(widget: QWidget) -> QWidget:
    """Return the stop of the Tab key before a widget, the widget itself where there is none."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget:
        if found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.window() is widget.window():
            return found
        found = found.previousInFocusChain()
    return widget
