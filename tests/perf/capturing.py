"""Capturing in the window: with ten thousand cards against an empty workshop, in one run."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.services import workshops, workspaces
from tests.gui.opening import close_window, open_window, settle, show_page
from tests.perf.material import fill
from tests.perf.measure import Line, german, percentile
from tests.perf.offscreen import application

_CARDS = 10_000
_SENTENCE = "! Die Haltestelle am Brunnenplatz braucht endlich Licht"
_ROUNDS = 12
_TYPING = 15
"""Milliseconds between two keys, in which the window may do what is left."""


def measure_key(folder: Path) -> Line:
    """Measure from a key to the painted line."""
    full, empty = _compared(folder / "tasten", lambda page: list(_keys(page)))
    return _line("Taste bis gezeichnet, 10.000 Beiträge gegen keinen", full, empty, limit=1.5)


def measure_enter(folder: Path) -> Line:
    """Measure from Enter to the painted card, the disk included."""
    full, empty = _compared(folder / "eingabe", lambda page: [_enter(page)])
    return _line("Eingabe bis Karte gezeigt, 10.000 Beiträge gegen keinen", full, empty, limit=2)


def _compared(
    folder: Path, measure: Callable[[CapturePage], list[float]]
) -> tuple[list[float], list[float]]:
    """Return the times (ms) of the full and the empty workshop, taken in turns."""
    folder.mkdir()
    with (
        _page(folder / "voll.quartier", _CARDS) as full,
        _page(folder / "leer.quartier", 0) as empty,
    ):
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(_ROUNDS):
            for found, page in zip(times, (full, empty), strict=True):
                found.extend(measure(page))
    return times


@contextmanager
def _page(file: Path, cards: int) -> Iterator[CapturePage]:
    application()
    opened, _ = workspaces.create(file, "Messung")
    workshop = workshops.create_plain(opened, "Messung")
    opened.close()
    if cards:
        fill(file, workshop.id, cards)
    window = open_window(file)
    show_page(window, "capture")
    page = window.main.page
    assert isinstance(page, CapturePage)
    yield page
    _finish(window)


def _finish(window: Window) -> None:
    settle(window)
    close_window(window)


def _keys(page: CapturePage) -> Iterator[float]:
    for letter in _SENTENCE:
        start = time.perf_counter()
        _press(page, Qt.Key.Key_unknown, letter)
        page.line.viewport().repaint()
        yield (time.perf_counter() - start) * 1000
        _wait(_TYPING)
    page.line.fill("")


def _enter(page: CapturePage) -> float:
    page.line.fill(f"{_SENTENCE} {time.perf_counter_ns()}")
    _wait(_TYPING)
    loop = QEventLoop()
    page.reloaded.connect(loop.quit)
    start = time.perf_counter()
    _press(page, Qt.Key.Key_Return, "\r")
    loop.exec()
    page.stream.viewport().repaint()
    taken = (time.perf_counter() - start) * 1000
    page.reloaded.disconnect(loop.quit)
    _wait(4 * _TYPING)
    return taken


def _press(page: CapturePage, key: Qt.Key, text: str) -> None:
    if not page.line.hasFocus():
        QApplication.sendEvent(page.line, QFocusEvent(QFocusEvent.Type.FocusIn))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(page.line, event)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _line(what: str, full: list[float], empty: list[float], *, limit: float) -> Line:
    ours, bare = percentile(full, 50), percentile(empty, 50)
    worst = percentile(full, 95)
    return Line(what, ours, bare, limit, remark=f"p95 {german(worst)} ms mit 10.000 Beiträgen")
