"""The order of the Tab key for widgets that come later than their neighbours."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(holder: QWidget, stops: Iterable[QWidget]) -> None:
    """Let the Tab key go through `stops` where `holder`, which takes no focus, stands."""
    before = _stop_before(holder)
    later = _stops_after(holder) if before is None else []
    last = before
    for stop in stops:
        if last is not None:
            QWidget.setTabOrder(last, stop)
        last = stop
    # There is nothing to stand behind: what comes after `holder` goes behind the stops instead,
    # from the end on, because Qt leaves alone what already follows by going round.
    for stop in reversed(later):
        if last is not None:
            QWidget.setTabOrder(last, stop)


def _stop_before(holder: QWidget) -> QWidget | None:
    """Return the stop of the Tab key before `holder`, None where it is the first of its window."""
    found = holder.previousInFocusChain()
    while found is not None and found not in (holder, holder.window()):
        if _is_stop(found, holder):
            return found
        found = found.previousInFocusChain()
    return None


def _stops_after(holder: QWidget) -> list[QWidget]:
    found, stops = holder.nextInFocusChain(), []
    while found is not None and found not in (holder, holder.window()):
        if _is_stop(found, holder) and not holder.isAncestorOf(found):
            stops.append(found)
        found = found.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget, holder: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.focusProxy() is None and widget.window() is holder.window()
