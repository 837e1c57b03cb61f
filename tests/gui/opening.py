"""Opening the window in a test or for a picture, and waiting until it shows what is stored."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui.places import Place

_open: list[Window] = []
"""The windows of the test that is running."""

PATIENCE = 20.0
"""Seconds after which something that was waited for counts as missing."""


def wait_until(condition: Callable[[], bool], what: str = "the condition") -> None:
    """Let the window work until the condition holds; fail after `PATIENCE`."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def settle(window: Window) -> None:
    """Wait until nothing is on its way any more."""
    wait_until(lambda: not window.ops.busy, "the end of all operations")
    QApplication.processEvents()
    wait_until(lambda: not window.ops.busy, "the end of all operations")


def open_window(file: Path | None) -> Window:
    """Open the window, with a file in it, and wait until it is shown."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = made_window(application)
    try:
        _show(window, file)
    except BaseException:
        close_window(window)  # a thread that goes on beside a lost window ends the whole process
        raise
    return window


def made_window(application: QApplication) -> Window:
    """Return a window that is closed at the latest when the test is over."""
    window = Window(application)
    _open.append(window)
    return window


def _show(window: Window, file: Path | None) -> None:
    window.show(file)
    wait_until(window.main.isVisible, "the window")
    if file is not None:
        wait_until(lambda: window.desk.file is not None, "the open file")
        wait_until(lambda: bool(window.desk.workshop_id) or not window.ops.busy, "the workshop")
    settle(window)


def close_window(window: Window) -> None:
    """Close the window and let Qt remove what belonged to it."""
    if window in _open:
        _open.remove(window)
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    window.close()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def close_all_windows() -> int:
    """Close the windows that a test left open, the newest first; returns how many there were."""
    left = len(_open)
    while _open:
        close_window(_open[-1])
    return left


def show_page(window: Window, key: str) -> None:
    """Go to a page and wait until it shows what is stored."""
    window.main.go(Place(key))
    settle(window)
