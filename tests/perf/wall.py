"""The wall with 10,000 contributions, 500 of them in columns, against one with 60."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.gui.pages.sort.page import WallPage
from quartierdesk.services import clusters, contributions, workshops
from quartierdesk.store.workspace import Workspace
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until
from tests.perf.material import cards as made_up_cards
from tests.perf.measure import Line, percentile
from tests.perf.offscreen import application

_COLUMNS, _ON_THE_WALL = 12, 500
_FRAMES = 120
_STEP = 23
_LIMIT = 2.0
_AIM_MS = 16
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def measure_wall(folder: Path) -> Iterator[Line]:
    """Yield what one frame of scrolling a column and of dragging a card takes, p95."""
    application()
    times = {}
    for name, cards, sorted_cards in (("ours", 10_000, _ON_THE_WALL), ("bare", 60, 40)):
        window = open_window(_filled(folder / f"{name}.quartier", cards, sorted_cards))
        show_page(window, "sort")
        page = cast("WallPage", window.main.page)
        times[name] = (_scroll(window, page), _drag(window, page), _put(window, page))
        close_window(window)
    for at, what in enumerate(("Spalte rollen", "Karte ziehen", "Karte ablegen bis gezeigt")):
        ours, bare = times["ours"][at], times["bare"][at]
        aim = f"Ziel ≤ {_AIM_MS} ms" if at < 2 else "gelesen wird nur, was berührt ist"
        limit = _LIMIT if at < 2 else 2 * _LIMIT
        yield Line(f"{what}, 10.000 gegen 60 Karten, p95", ours, bare, limit, remark=aim)


def _filled(path: Path, cards: int, sorted_cards: int) -> Path:
    with Workspace.create(path) as workspace:
        workshop_id = workshops.create_plain(workspace, "Große Werkstatt").id
        made = contributions.capture_many(workspace, workshop_id, made_up_cards(cards))
        for number in range(_COLUMNS):
            own = [card.id for card in made[number:sorted_cards:_COLUMNS]]
            cluster = Cluster(new_id(), "", f"Thema {number + 1}")
            clusters.create(workspace, workshop_id, cluster, own)
    return path


def _scroll(window: Window, page: WallPage) -> float:
    """Scroll the longest column, frame by frame."""
    view = max((c.list for c in page.board.columns), key=lambda v: v.cards.rowCount())
    bar, times = view.verticalScrollBar(), []
    for frame in range(_FRAMES):
        start = time.perf_counter()
        bar.setValue((frame * _STEP) % max(1, bar.maximum()))
        view.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
    bar.setValue(0)
    settle(window)
    return percentile(times, 95)


def _drag(window: Window, page: WallPage) -> float:
    """Drag a card over the columns, frame by frame, and give it up."""
    view = page.board.columns[0].list
    place, surface = window.main.windowHandle(), view.viewport()
    first = surface.mapTo(window.main, view.visualRect(view.cards.index(1)).center())
    QTest.mousePress(place, _LEFT, _PLAIN, first)
    QTest.mouseMove(place, first + QPoint(30, 0))
    times, room = [], max(1, window.main.width() - first.x() - 60)
    for frame in range(_FRAMES):
        start = time.perf_counter()
        QTest.mouseMove(place, first + QPoint(40 + frame * 7 % room, frame % 40))
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(place, _LEFT, _PLAIN, first)
    settle(window)
    return percentile(times, 95)


def _put(window: Window, page: WallPage) -> float:
    """Send a card into a column and wait until the wall shows it there."""
    heap, times = page.board.columns[0], []
    for number in range(20):
        card_id = heap.shown.cards.keys[0]
        target = page.board.columns[1 + number % 5]
        start = time.perf_counter()
        page.card_deeds.put([card_id], target.shown)
        wait_until(lambda t=target, c=card_id: c in t.shown.cards.keys, "the card")  # type: ignore[misc]
        times.append((time.perf_counter() - start) * 1000)
        settle(window)
    return percentile(times, 95)
