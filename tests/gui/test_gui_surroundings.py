"""What surrounds the window: a second start, mistakes, screens, a folder that is read-only."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox

from quartierdesk.app import Window
from quartierdesk.errors import UserError
from quartierdesk.gui.dialogs.crash import CrashDialog
from quartierdesk.gui.second_starts import SecondStarts, hand_over
from quartierdesk.gui.shell.command_search import CommandSearch
from quartierdesk.gui.shell.projector import Projector
from quartierdesk.gui.single import FirstInstance
from quartierdesk.paths import config_folder
from quartierdesk.services import contributions, workspaces
from quartierdesk.services.workspaces import Workspace
from tests.gui.keyboard import type_text
from tests.gui.opening import close_window, open_window, settle, wait_until
from tests.services.builders import card
from tests.support import child_environment

SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1},
    ],
}  # fmt: skip

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from quartierdesk.gui.single import FirstInstance
print("begins", flush=True)
print(not FirstInstance(application).claim(Path(sys.argv[1])))
"""

KILLED_START = """
import os
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from quartierdesk.gui.single import FirstInstance
assert FirstInstance(application).claim(None)
os._exit(9)
"""

TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.gui.opening import close_window, open_window, settle
window = open_window(Path(sys.argv[1]))
window.main.commands.toggle_projector()
settle(window)
projector = window.main.commands._projector
second = next(s for s in QGuiApplication.screens() if s.name() == "beamer")
print(projector.screen() is second, projector.isFullScreen())
application.screenRemoved.emit(second)
settle(window)
print(window.main.commands._projector is None, window.main.isVisible())
print(window.main.status.message.text)
close_window(window)
"""


def last(kind: type[QObject]) -> QObject:
    """Return the window of a kind that is open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()][-1]


def test_a_second_start_hands_its_file_to_the_first_and_ends(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert not hand_over(None)
    config_folder().mkdir(parents=True, exist_ok=True)
    first = FirstInstance(qapp)
    heard: list[str] = []
    first.called.connect(heard.append)
    assert first.claim(None)
    first.listen()

    with subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(tmp_path / "Müll.quartier")],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1"),
    ) as second:
        wait_until(lambda: bool(heard), "the call")
        assert second.stdout is not None
        assert second.stdout.read().split() == ["begins", "True"]
    first.close()

    assert heard == [str(tmp_path / "Müll.quartier")]


def test_a_second_start_waits_for_a_window_that_is_just_being_opened(
    own_home: Path, qapp: QApplication, tmp_path: Path
) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    first = FirstInstance(qapp)
    heard: list[str] = []
    first.called.connect(heard.append)
    assert first.claim(None)

    with subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(tmp_path / "Müll.quartier")],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1"),
    ) as second:
        assert second.stdout is not None
        assert second.stdout.readline().strip() == "begins"
        first.listen()
        wait_until(lambda: bool(heard), "the call")
        assert second.stdout.read().strip() == "True"
    first.close()


def test_the_lock_of_a_killed_program_does_not_count(own_home: Path, qapp: QApplication) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_START], check=False, env=child_environment()
    )
    assert killed.returncode != 0
    assert (config_folder() / "window.lock").exists()
    first = FirstInstance(qapp)

    assert first.claim(None)
    first.close()


def test_what_a_crashed_program_left_does_not_keep_the_next_from_listening(
    qapp: QApplication,
) -> None:
    first, second = SecondStarts(qapp), SecondStarts(qapp)
    assert first.listen()
    assert second.listen()
    first.close()
    second.close()


def test_a_mistake_of_the_program_says_that_the_data_are_safe(window: Window) -> None:
    window.ops.run(window.main, _fail)
    settle(window)
    dialog = last(CrashDialog)
    assert isinstance(dialog, CrashDialog)

    assert dialog.heading.text() == "Ihre Daten sind gespeichert."
    assert "ZeroDivisionError" in dialog.report.toPlainText()
    dialog.copy_button.click()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    dialog.close_button.click()
    settle(window)


def test_what_a_person_can_mend_is_a_sentence_with_what_to_do(window: Window) -> None:
    window.ops.run(window.main, _refuse)
    settle(window)
    box = last(QMessageBox)
    assert isinstance(box, QMessageBox)

    assert box.text() == "Der Datenträger ist voll."
    assert box.informativeText() == "Bitte schaffen Sie Platz."
    box.close()


def test_the_projector_fills_the_second_screen_and_closes_when_its_cable_is_pulled(
    sample_file: Path, tmp_path: Path
) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SCREENS), encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(sample_file)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1", QT_QPA_PLATFORM=f"offscreen:configfile={screens}"),
        timeout=120,
    )

    assert finished.stdout.splitlines() == [
        "True True",
        "True True",
        "Der Beamer ist nicht mehr angeschlossen; sein Fenster ist geschlossen.",
    ], finished.stderr


def test_the_room_sees_new_cards_but_no_names_and_nothing_withheld(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.main.commands.toggle_projector()
    settle(window)
    projector = last(Projector)
    assert isinstance(projector, Projector)
    secret = card("Das bleibt unter uns.", publish="no")
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, secret))
    window.ops.run(
        window.main, lambda ws: contributions.capture(ws, workshop_id, card("Mehr Bänke."))
    )
    settle(window)
    shown = projector._shown
    assert shown is not None
    texts = [each.text for each in shown.cards]
    window.main.commands.toggle_projector()
    settle(window)

    assert texts[0] == "Mehr Bänke."
    assert "Das bleibt unter uns." not in texts
    assert not any("Musterle" in text for text in texts)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rights are something else")
def test_a_file_in_a_read_only_folder_can_be_opened_for_reading(
    empty_window: Window, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the tests run as a user who may write anywhere, the refusal itself is played."""

    def refused(*_arguments: object, **options: object) -> object:
        if options.get("only_read"):
            return original(*_arguments, **options)  # type: ignore[arg-type]
        raise UserError("In diesem Ordner darf nicht geschrieben werden.")

    original = workspaces.open_file
    monkeypatch.setattr(workspaces, "open_file", refused)
    sample_file.chmod(0o444)
    monkeypatch.setattr("quartierdesk.gui.shell.files._may_write", lambda _path: False)
    empty_window.main.files.open(sample_file)
    settle(empty_window)
    box = last(QMessageBox)
    assert isinstance(box, QMessageBox)
    reading = next(b for b in box.buttons() if b.text() == "Nur lesen")
    reading.click()
    wait_until(lambda: empty_window.desk.file is not None, "the open file")
    settle(empty_window)

    assert not empty_window.desk.writable
    assert not empty_window.main.commands.action("undo").isEnabled()


def test_commands_and_contributions_are_found_by_their_words(window: Window) -> None:
    window.main.search()
    search = last(CommandSearch)
    assert isinstance(search, CommandSearch)
    type_text(search._line, "werkstatt vorlage")
    assert search._rows.rowCount() == 1
    search._line.clear()
    type_text(search._line, "Rollladen")
    wait_until(lambda: search._rows.rowCount() > 0, "what was found")
    settle(window)
    words = search._rows.data(search._rows.index(0))
    search.close()

    assert "Rollladen" in str(words)


def test_every_action_has_words_and_no_two_have_the_same_key(window: Window) -> None:
    actions: list[QAction] = [*window.main.actions()]
    keys = [key.toString() for action in actions for key in action.shortcuts()]

    assert all(action.text() for action in actions)
    assert len(keys) == len(set(keys))


def test_the_file_opened_last_is_opened_again(qapp: QApplication, sample_file: Path) -> None:
    first = open_window(sample_file)
    close_window(first)
    second = open_window(None)
    wait_until(lambda: second.desk.file is not None, "the file of the last time")
    settle(second)
    path = second.desk.file.path if second.desk.file else None
    close_window(second)

    assert path == sample_file


def _fail(_workspace: Workspace) -> None:
    raise ZeroDivisionError


def _refuse(_workspace: Workspace) -> None:
    raise UserError("Der Datenträger ist voll.", "Bitte schaffen Sie Platz.")
