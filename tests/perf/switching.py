"""Going from step to step with ten thousand contributions, against an empty workshop."""

import os
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui.places import Place
from quartierdesk.services import workshops, workspaces
from tests.gui.opening import close_window, open_window, settle, show_page
from tests.perf.material import fill
from tests.perf.measure import Line, percentile

_CARDS = 10_000
_ROUNDS = 8
_STEPS = ("capture", "sort", "weigh", "agree")
_LIMIT = 3.0


def measure_switch(folder: Path) -> list[Line]:
    """Measure from the click on a step to its painted page, a line for each step."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    application.setApplicationName("QuartierDesk")
    full = _window(folder / "Schritte voll.quartier", _CARDS)
    empty = _window(folder / "Schritte leer.quartier", 0)
    times: dict[str, tuple[list[float], list[float]]] = {key: ([], []) for key in _STEPS}
    for _ in range(_ROUNDS):
        for key in _STEPS:
            for found, window in zip(times[key], (full, empty), strict=True):
                found.append(_switch(window, key))
    for window in (full, empty):
        close_window(window)
    return [_line(key, *found) for key, found in times.items()]


def _line(key: str, full: list[float], empty: list[float]) -> Line:
    what = f"Schritt „{key}“ zeigen, 10.000 Beiträge gegen keinen"
    remark = f"p95 {percentile(full, 95):.0f} ms, Ziel 100 ms"
    return Line(what, statistics.median(full), statistics.median(empty), _LIMIT, remark=remark)


def _window(file: Path, cards: int) -> Window:
    opened, _ = workspaces.create(file, "Messung")
    workshop = workshops.create_plain(opened, "Messung")
    opened.close()
    if cards:
        fill(file, workshop.id, cards)
    window = open_window(file)
    for key in _STEPS:
        show_page(window, key)
    return window


def _switch(window: Window, key: str) -> float:
    """Return the milliseconds until the page is painted; it asks again, as after a change."""
    page = window.main.page_of(key)
    page.mark_stale()
    loop = QEventLoop()
    page.reloaded.connect(loop.quit)
    start = time.perf_counter()
    window.main.go(Place(key))
    loop.exec()
    page.repaint()
    taken = (time.perf_counter() - start) * 1000
    page.reloaded.disconnect(loop.quit)
    settle(window)
    return taken
