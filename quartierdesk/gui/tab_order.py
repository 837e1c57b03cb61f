"""Where Tab stops: widgets made later stand at the end of the window's order until told."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def place_at(holder: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab stop at these widgets, in their order, where their holder stands."""
    wanted = list(stops)
    before = _stop_before(holder, wanted)
    for stop in wanted:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def _stop_before(holder: QWidget, but: list[QWidget]) -> QWidget | None:
    """Return what Tab stops at before the holder, which takes no focus itself."""
    before = holder.previousInFocusChain()
    while before is not holder:
        takes_tab = before.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and before.window() is holder.window() and before not in but:
            return before
        before = before.previousInFocusChain()
    return None
