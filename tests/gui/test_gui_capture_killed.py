"""The window is killed while somebody captures: no card is missing, half-typed text is back."""

import os
import random
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from quartierdesk.services import capturing, contributions, workshops
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Workspace
from tests.gui.capture_desk import capture_page
from tests.gui.capture_victim import CAN_FORK, STORED, TYPED, victims
from tests.gui.opening import close_window, open_window, wait_until

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("QUARTIERDESK_WINDOW_KILLS", "20"))
_LONGEST = 0.4


@pytest.mark.skipif(not CAN_FORK, reason="needs processes that can be copied")
def test_a_killed_window_loses_no_card_and_no_half_typed_text(
    qapp: QApplication, sample_file: Path, tmp_path: Path
) -> None:
    chance = random.Random()
    with victims() as others:
        for kill in range(KILLS):
            notes = tmp_path / f"{kill}.txt"
            process = others.start(sample_file, notes, f"Abbruch {kill}")
            wait_until(notes.exists, "the window of the other process")
            time.sleep(chance.uniform(0, _LONGEST))
            others.kill(process)
            half_typed = _judge(sample_file, notes.read_text("utf-8").splitlines())

    window = open_window(sample_file)
    line = capture_page(window).line.line
    close_window(window)
    assert line == half_typed


def _judge(file: Path, noted: list[str]) -> str:
    """Return what is half-typed in the file, after comparing it with what was noted down."""
    with Workspace.open(file) as workspace:
        workshop = workshops.overview(workspace)[0].id
        stored = [card.text_original for card in contributions.listed(workspace, workshop)]
        half_typed = capturing.half_typed(workspace, workshop).text
        assert check(workspace) == []
    confirmed = [line.removeprefix(STORED) for line in noted if line.startswith(STORED)]
    assert [text for text in confirmed if stored.count(text) != 1] == []
    if noted and noted[-1].startswith(TYPED):
        typed = noted[-1].removeprefix(TYPED)
        assert half_typed.startswith(typed) or any(text.startswith(typed) for text in stored)
    assert half_typed not in stored
    return half_typed
