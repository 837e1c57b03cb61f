"""Enter pressed faster than the disk: each card is stored as it was entered, none is swallowed."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import Qt

from quartierdesk.app import Window
from quartierdesk.gui.pages.capture.page import CapturePage
from tests.gui.capture_desk import capture_page, stored
from tests.gui.keyboard import press, type_text
from tests.gui.opening import settle


@pytest.fixture
def page(window: Window) -> CapturePage:
    return capture_page(window)


@contextmanager
def slow_disk(window: Window) -> Iterator[None]:
    """Let everything on the way to the disk wait until the block is left."""
    held = Event()
    window.ops.ask(window.main, lambda _: held.wait(20), lambda _: None)
    try:
        yield
    finally:
        held.set()
        settle(window)


def texts(window: Window, number: int) -> list[str]:
    return [card.text_original for card in stored(window)[-number:]]


def enter(page: CapturePage, text: str) -> None:
    type_text(page.line, text)
    press(Qt.Key.Key_Return)


def test_enter_held_down_swallows_nothing_that_is_entered_after_it(
    window: Window, page: CapturePage
) -> None:
    with slow_disk(window):
        enter(page, "Bank am Bach")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        enter(page, "Linde am Platz")
        enter(page, "Bus am Abend")

    assert texts(window, 3) == ["Bank am Bach", "Linde am Platz", "Bus am Abend"]
    assert page.line.line == ""


def test_a_table_chosen_between_two_cards_holds_for_the_second(
    window: Window, page: CapturePage
) -> None:
    with slow_disk(window):
        enter(page, "Bank am Bach")
        enter(page, "/2")
        enter(page, "Linde am Platz")

    assert texts(window, 2) == ["Bank am Bach", "Linde am Platz"]
    assert stored(window)[-1].label.startswith("T2-")
    assert page.line.line == ""


def test_text_changed_while_it_is_on_its_way_is_never_cut(
    window: Window, page: CapturePage
) -> None:
    with slow_disk(window):
        enter(page, "Bank am Bach")
        page.line.selectAll()
        enter(page, "Eine Linde am Platz")

    assert texts(window, 1) == ["Bank am Bach"]
    assert page.line.line == "Eine Linde am Platz"
    press(Qt.Key.Key_Return)
    settle(window)
    assert texts(window, 1) == ["Eine Linde am Platz"]


def test_after_a_mistake_of_the_program_the_line_still_takes_cards(
    window: Window, page: CapturePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    window.ops.crashed.disconnect()
    window.ops.crashed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr("quartierdesk.services.capturing.store_line", _mistake)
        enter(page, "Bank am Bach")
        settle(window)
    assert len(told) == 1
    assert page.line.line == "Bank am Bach"

    press(Qt.Key.Key_Return)
    settle(window)

    assert texts(window, 1) == ["Bank am Bach"]
    assert page.line.line == ""


def _mistake(*_: object) -> None:
    raise ZeroDivisionError
