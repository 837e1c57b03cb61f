"""Whoever chooses a command sees something: what it did, or why it cannot be done now."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.shell.command_search import CommandSearch
from quartierdesk.services import workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.gui.keyboard import type_text
from tests.gui.opening import close_window, open_window, settle, show_page

LEAVING = {"new", "close", "quit"}
HERE = "evaluation"
"""The page on which the commands of the window are chosen; going where one is shows nothing."""


@contextmanager
def sample(file: Path, _empty: Path) -> Iterator[Window]:
    """Yield the window on the sample."""
    window = open_window(file)
    yield window
    close_window(window)


@contextmanager
def read_only(file: Path, _empty: Path) -> Iterator[Window]:
    """Yield the window on the sample while somebody else has it open."""
    with Workspace.open(file, Access(actor="Tisch 3")):
        window = open_window(file)
        yield window
        close_window(window)


@contextmanager
def empty(_file: Path, file: Path) -> Iterator[Window]:
    """Yield the window on a workshop of which only the title is known."""
    with Workspace.open(file, Access(actor="Test")) as workspace:
        workshops.create_plain(workspace, "Leer")
    window = open_window(file)
    yield window
    close_window(window)


State = Callable[[Path, Path], AbstractContextManager[Window]]
STATES: list[State] = [sample, read_only, empty]


class Watch:
    """Notes what of a command is to be seen."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.seen: list[str] = []
        self._before = self._state()
        window.ops.changed.connect(self._note)
        window.desk.told.connect(self._note)
        window.ops.refused.connect(self._note)

    def sees_something(self) -> bool:
        """Return whether anything is different, or was said, or the cursor waits for words."""
        settle(self._window)
        focused = self._window.main.focusWidget()
        waits = isinstance(focused, QLineEdit) and focused.objectName() == "search"
        return bool(self.seen) or self._state() != self._before or waits

    def end(self) -> None:
        """Close what opened, and stop watching."""
        for signal in (self._window.ops.changed, self._window.desk.told, self._window.ops.refused):
            signal.disconnect(self._note)
        for _ in range(3):
            for widget in QApplication.topLevelWidgets():
                if widget.isVisible() and widget is not self._window.main:
                    widget.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _note(self, what: object) -> None:
        self.seen.append(str(what))

    def _state(self) -> tuple[object, ...]:
        main = self._window.main
        windows = sorted(type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible())
        focused = self._window.main.focusWidget()
        picture = main.grab().toImage()
        return windows, id(focused), main.page_key, QApplication.clipboard().text(), picture


def silent(window: Window, action: QAction, again: Callable[[], None]) -> bool:
    """Return whether a command that can be chosen does nothing to be seen."""
    again()
    if not action.isEnabled():
        return False
    watch = Watch(window)
    action.trigger()
    found = not watch.sees_something()
    watch.end()
    return found


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("key", sorted(pages.entries()))
def test_no_command_of_a_page_is_silent(
    sample_file: Path, workspace_file: Path, state: State, key: str
) -> None:
    with state(sample_file, workspace_file) as window:
        show_page(window, key)
        page = window.main.page
        assert page is not None
        names = [
            action.text()
            for action in page.actions()
            if silent(window, action, lambda: show_page(window, key))
        ]

    assert names == [], " | ".join(names)


@contextmanager
def no_file(_file: Path, _empty: Path) -> Iterator[Window]:
    """Yield the window while no file is open."""
    window = open_window(None)
    yield window
    close_window(window)


@pytest.mark.parametrize("state", [no_file, *STATES], ids=lambda state: state.__name__)
def test_no_command_of_the_window_is_silent(
    sample_file: Path, workspace_file: Path, state: State
) -> None:
    with state(sample_file, workspace_file) as window:
        main = window.main

        def again() -> None:
            if window.desk.file is not None:
                show_page(window, HERE)

        names = [
            action.text()
            for name, action in main.commands._actions.items()
            if name not in LEAVING | {HERE} and silent(window, action, again)
        ]
        reasons = {each.action.text(): each.reason for each in main.commands.commands()}
        off = [a.text() for a in main.commands._actions.values() if not a.isEnabled()]

    assert names == [], " | ".join(names)
    assert [text for text in off if not reasons[text]] == []


def searched(window: Window, words: str) -> CommandSearch:
    """Return the search, with words in its line and all answers in its list."""
    window.main.search()
    search = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandSearch))
    type_text(search._line, words)
    return search


def test_what_cannot_be_done_stands_in_the_search_with_its_reason(
    sample_file: Path, workspace_file: Path
) -> None:
    with read_only(sample_file, workspace_file) as window:
        search = searched(window, "neue werkstatt")
        (row,) = (search._rows.index(at).data(Qt.ItemDataRole.UserRole) for at in range(1))
        read_out = search._rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        QTest.keyClick(search._line, Qt.Key.Key_Return)
        told = window.main.status.message.text

    assert row.reason == told == "Diese Datei ist nur zum Lesen geöffnet."
    assert read_out.endswith(told)


def test_what_was_chosen_stays_chosen_when_contributions_are_found(window: Window) -> None:
    search = searched(window, "an")
    for _ in range(2):
        QTest.keyClick(search._line, Qt.Key.Key_Down)
    chosen, before = search._list.currentIndex().row(), search._rows.rowCount()
    words = search._list.currentIndex().data()
    settle(window)
    after = search._list.currentIndex().row(), search._list.currentIndex().data()
    found = search._rows.rowCount()
    search.close()

    assert chosen == 2
    assert found > before, "contributions came behind the commands"
    assert after == (chosen, words)
