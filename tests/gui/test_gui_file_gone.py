"""The file is deleted, or another one is opened, while somebody types: nothing typed is lost."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from quartierdesk.app import Window
from quartierdesk.errors import UserError
from quartierdesk.services import workspaces
from tests.gui.capture_desk import capture_page, say
from tests.gui.keyboard import type_text
from tests.gui.opening import settle


def shown_boxes() -> list[QMessageBox]:
    widgets = QApplication.topLevelWidgets()
    return [w for w in widgets if isinstance(w, QMessageBox) and w.isVisible()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_a_deleted_file_confirms_nothing_and_the_window_can_be_left(
    window: Window, sample_file: Path, tmp_path: Path
) -> None:
    page = capture_page(window)
    sample_file.unlink()
    say(window, page, "Nach dem Löschen")

    assert page.line.line == "Nach dem Löschen"
    assert "gelöscht" in page.refusal.accessibleName()

    copy = tmp_path / "gerettet.quartier"
    window.ops.run(window.main, lambda ws: workspaces.save_copy(ws, copy))
    settle(window)
    assert copy.is_file()

    window.main.close()
    settle(window)
    (box,) = shown_boxes()
    assert "gelöscht" in box.text()
    role = QMessageBox.ButtonRole.AcceptRole
    next(b for b in box.buttons() if box.buttonRole(b) == role).click()
    settle(window)
    assert not window.main.isVisible()


def test_half_typed_text_stays_in_the_file_it_was_typed_for(
    window: Window, sample_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "Kopie.quartier"
    window.ops.run(window.main, lambda ws: workspaces.save_copy(ws, copy))
    settle(window)
    type_text(capture_page(window).line, "Im ersten Heft")
    window.main.files.open(copy)
    settle(window)
    assert capture_page(window).line.line == ""

    window.main.files.open(sample_file)
    settle(window)
    assert capture_page(window).line.line == "Im ersten Heft"


def test_the_same_sentence_is_shown_once_however_often_it_is_told(window: Window) -> None:
    for _ in range(5):
        window.main.messages.refuse(UserError("Es gibt nichts.", "Bitte warten Sie."))

    (box,) = shown_boxes()
    box.close()
