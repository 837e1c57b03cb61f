"""Every command, chosen on every page: nothing goes wrong, and none needs what is not there."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.services import history, workshops
from tests.gui.opening import settle, show_page

LEAVING = {"new", "close", "quit"}


@contextmanager
def nothing_wrong(window: Window) -> Iterator[None]:
    """Fail when the block brings a mistake of the program or a sentence nobody asked for."""
    wrong: list[str] = []
    window.ops.crashed.connect(wrong.append)
    window.ops.refused.connect(lambda error: wrong.append(str(error)))
    yield
    settle(window)
    assert wrong == []


def choose(window: Window, action: QAction) -> None:
    """Do what an action does and leave whatever opened."""
    with nothing_wrong(window):
        action.trigger()
        settle(window)
        for _ in range(3):
            for widget in QApplication.topLevelWidgets():
                if widget.isVisible() and widget is not window.main:
                    widget.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("key", sorted(pages.entries()))
def test_every_command_of_a_page_works(window: Window, key: str) -> None:
    show_page(window, key)
    page = window.main.page
    assert page is not None
    for action in page.actions():
        show_page(window, key)
        if action.isEnabled():
            choose(window, action)


@pytest.mark.parametrize("key", ["capture", "protocol", "settings"])
def test_every_command_of_the_window_works(window: Window, key: str) -> None:
    names = [name for name in window.main.commands._actions if name not in LEAVING]
    for name in names:
        show_page(window, key)
        action = window.main.commands.action(name)
        if action.isEnabled():
            choose(window, action)


def test_a_file_without_a_workshop_offers_only_what_it_can_do(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: workshops.remove(ws, workshop_id))
    settle(window)
    commands = window.main.commands
    names = {a: n for n, a in commands._actions.items()}
    offered = {names[each.action] for each in commands.commands() if not each.reason}

    assert offered.isdisjoint({*pages.STEP_KEYS, "workshop_copy", "workshop_delete", "read_back"})
    assert {"workshop_new", "workshop_bin", "import", "undo", "measures"} <= offered
    for name in sorted(offered - LEAVING - {"undo"}):
        choose(window, commands.action(name))


def test_nobody_gets_to_the_steps_of_a_workshop_that_is_gone(window: Window) -> None:
    show_page(window, "capture")
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: workshops.remove(ws, workshop_id))
    settle(window)
    show_page(window, "capture")

    assert window.main.page is None


@pytest.mark.parametrize("key", sorted(pages.entries()))
def test_the_open_workshop_goes_into_the_bin_without_a_complaint(window: Window, key: str) -> None:
    show_page(window, key)
    workshop_id = window.desk.workshop_id
    with nothing_wrong(window):
        window.ops.run(window.main, lambda ws: workshops.remove(ws, workshop_id))
        settle(window)
        window.ops.run(window.main, history.undo)
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]

    assert not any(box.isVisible() for box in boxes)
    assert window.desk.workshop_id == workshop_id


def test_no_key_of_a_page_is_one_of_the_window(window: Window) -> None:
    taken = {key.toString() for a in window.main.actions() for key in a.shortcuts()}
    for key in sorted(pages.entries()):
        actions = window.main.page_of(key).actions()
        own = [each.toString() for action in actions for each in action.shortcuts()]
        assert taken.isdisjoint(own), key
        assert len(own) == len(set(own)), key
