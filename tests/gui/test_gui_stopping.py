"""„Abbrechen“ is only offered while it has an effect; a dialog stays until its work has ended."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.passphrase import PassphraseDialog
from quartierdesk.gui.dialogs.progress import ProgressDialog
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import protection
from quartierdesk.services.protection import Protected
from quartierdesk.services.workspaces import Workspace
from tests.gui.opening import settle, wait_until

PASSPHRASE = "Nebel Ziegel Amsel Kompott"


class Work:
    """Work that goes on when it is told, step by step."""

    def __init__(self, steps: int) -> None:
        self.began = threading.Event()
        self._steps = steps
        self._next = threading.Semaphore(0)
        self._seen = threading.Semaphore(0)

    def __call__(self, _workspace: Workspace, ticket: Ticket) -> str:
        self.began.set()
        for done in range(1, self._steps + 1):
            self._next.acquire(timeout=20)
            ticket.step(done, self._steps)
            self._seen.release()
        self._next.acquire(timeout=20)
        return "getan"

    def go_on(self) -> None:
        """Let it do the next step."""
        self._next.release()

    def step(self) -> None:
        """Let it do the next step and wait until it was done."""
        self._next.release()
        assert self._seen.acquire(timeout=20)


@contextmanager
def progress_of(window: Window, work: Work) -> Iterator[tuple[ProgressDialog, list[str]]]:
    """Run work and yield its dialog and what came of it."""
    told: list[str] = []
    window.ops.run_long(window.main, "Lange Arbeit", work, told.append)
    wait_until(lambda: shown() is not None, "the dialog")
    dialog = shown()
    assert dialog is not None
    yield dialog, told
    settle(window)
    wait_until(lambda: shown() is None, "the end of the dialog")


def shown() -> ProgressDialog | None:
    """Return the dialog that shows how far something is."""
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog)]
    return next((each for each in dialogs if each.isVisible()), None)


def test_what_does_not_ask_cannot_be_stopped_and_the_dialog_says_so(window: Window) -> None:
    work = Work(0)
    with progress_of(window, work) as (dialog, told):
        assert not dialog.stop_button.isEnabled()
        assert "nicht" in dialog.reason.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        assert dialog.isVisible(), "it goes on, so it is shown"
        work.go_on()
    assert told == ["getan"]


def test_what_asks_is_stopped_and_the_end_is_told(window: Window) -> None:
    work = Work(5)
    with progress_of(window, work) as (dialog, told):
        work.step()
        wait_until(dialog.stop_button.isEnabled, "the button")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert not dialog.stop_button.isEnabled()
        assert dialog.reason.text() == "Es wird abgebrochen …"
        work.go_on()
    assert told == []
    assert window.main.status.message.text == "Abgebrochen; es ist alles wie vorher."


def test_past_the_last_step_there_is_no_way_back(window: Window) -> None:
    work = Work(2)
    with progress_of(window, work) as (dialog, told):
        work.step()
        wait_until(dialog.stop_button.isEnabled, "the button")
        work.step()
        wait_until(lambda: not dialog.stop_button.isEnabled(), "the button being off")
        assert "nicht mehr" in dialog.reason.text()
        work.go_on()
    assert told == ["getan"]


def test_who_stops_too_late_hears_that_it_is_done(window: Window) -> None:
    work = Work(2)
    with progress_of(window, work) as (dialog, told):
        work.step()
        wait_until(dialog.stop_button.isEnabled, "the button")
        work.step()
        dialog._ticket.cancel()
        work.go_on()
    assert told == ["getan"]
    assert window.main.status.message.text == "Zum Abbrechen war es zu spät; es ist geschehen."


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None], ids=["escape", "close"])
def test_a_passphrase_being_set_keeps_its_dialog_open(
    window: Window, monkeypatch: pytest.MonkeyPatch, key: Qt.Key | None
) -> None:
    go_on, real = threading.Event(), protection.set_passphrase

    def slowly(*arguments: object) -> Protected:
        go_on.wait(20)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(protection, "set_passphrase", slowly)
    window.main.commands.sharing.show_passphrase()
    settle(window)
    dialog = next(
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, PassphraseDialog) and w.isVisible()
    )
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.set_button.click()
    assert not dialog.cancel_button.isEnabled()
    if key is None:
        dialog.close()
    else:
        QTest.keyClick(dialog, key)
    still_there = dialog.isVisible()
    go_on.set()
    settle(window)

    assert still_there
    assert not shiboken6.isValid(dialog)
    found: list[bool] = []
    window.ops.ask(window.main, protection.is_protected, found.append)
    settle(window)
    assert found == [True]


def test_a_file_whose_passphrase_is_not_set_after_all_is_as_it_was(
    window: Window, sample_file: Path
) -> None:
    """Stopped for good while the new file is written: the old one is open, and plain."""

    def set_it(workspace: Workspace, ticket: Ticket) -> Protected:
        ticket.cancel()
        return protection.set_passphrase(workspace, PASSPHRASE, ticket.step)

    window.ops.run_long(window.main, "Kennwort", set_it)
    settle(window)
    found: list[bool] = []
    window.ops.ask(window.main, protection.is_protected, found.append)
    settle(window)

    assert found == [False]
    assert sample_file.read_bytes().startswith(b"SQLite format 3")
