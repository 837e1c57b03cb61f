"""Going from page to page with ten thousand contributions, against an empty workshop."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.pages.protocol.page import ProtocolPage
from quartierdesk.gui.places import Place
from quartierdesk.services import workshops, workspaces
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until
from tests.perf.material import fill
from tests.perf.measure import Line, german, percentile
from tests.perf.offscreen import application

_CARDS = 10_000
_ROUNDS = 8
_ACROSS = ("measures", "actors", "evaluation")
_KEYS = (*pages.STEP_KEYS, *_ACROSS)
_LIMIT = 3.0


def measure_switch(folder: Path) -> Iterator[Line]:
    """Yield for each step and page how long it takes from the click to the painted page."""
    application()
    full = _window(folder / "Schritte voll.quartier", _CARDS)
    empty = _window(folder / "Schritte leer.quartier", 0)
    times: dict[str, tuple[list[float], list[float]]] = {key: ([], []) for key in _KEYS}
    for _ in range(_ROUNDS):
        for key in _KEYS:
            for found, window in zip(times[key], (full, empty), strict=True):
                found.append(_switch(window, key))
    drawn = _until_drawn(full)
    names = {key: pages.entries()[key].name() for key in _KEYS}
    for window in (full, empty):
        close_window(window)
    for key, (of_full, of_empty) in times.items():
        more = f"; Vorschau neu nach {german(drawn / 1000)} s" if key == "protocol" else ""
        yield _line(names[key], of_full, of_empty, more=more)


def _line(name: str, full: list[float], empty: list[float], *, more: str) -> Line:
    what = f"„{name}“ zeigen, 10.000 Beiträge gegen keinen"
    remark = f"p95 {percentile(full, 95):.0f} ms, Ziel 100 ms{more}"
    return Line(what, statistics.median(full), statistics.median(empty), _LIMIT, remark=remark)


def _window(file: Path, cards: int) -> Window:
    opened, _ = workspaces.create(file, "Messung")
    workshop = workshops.create_plain(opened, "Messung")
    opened.close()
    if cards:
        fill(file, workshop.id, cards)
    window = open_window(file)
    for key in _KEYS:
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


def _until_drawn(window: Window) -> float:
    """Return the milliseconds from the click on the last step to the new preview."""
    page = window.main.page_of("protocol")
    assert isinstance(page, ProtocolPage)
    show_page(window, "capture")
    before = page.drawn
    page.mark_stale()
    start = time.perf_counter()
    window.main.go(Place("protocol"))
    wait_until(lambda: page.drawn is not before, "the preview")
    return (time.perf_counter() - start) * 1000
