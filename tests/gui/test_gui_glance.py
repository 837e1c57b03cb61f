"""Opening: what stands in the file is seen at once, and nothing typed meanwhile is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QMessageBox

from quartierdesk.app import Window
from quartierdesk.gui import first_picture
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.sort.page import WallPage
from quartierdesk.services import outline, workspaces
from quartierdesk.settings import load_settings, save_settings
from quartierdesk.store.lock import Lock
from tests.gui.capture_desk import last, shown_texts
from tests.gui.keyboard import press, type_text
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until


@pytest.fixture
def opening_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the opening wait until a test wants it, however fast the computer is."""
    for name in ("_TO_BE_SEEN", "_LONGEST_GLANCE"):
        monkeypatch.setattr(f"quartierdesk.gui.shell.window.{name}", 600_000)


@pytest.fixture
def fresh(qapp: QApplication) -> Iterator[Window]:
    """Return a window that was not shown yet."""
    made = Window(qapp)
    yield made
    close_window(made)


def begin_with(step: str, file: Path) -> None:
    """Let the file open on a step, as somebody left it."""
    opened, _ = workspaces.open_file(file, "Test")
    workshop = outline.of_file(opened).workshops[0].id
    opened.close()
    save_settings(load_settings().with_choice(f"step/{workshop}", step))


def seen_first(window: Window, file: Path) -> "Page[object]":
    """Show the window on a file and return its page as soon as it shows what stands there."""
    shown: list[object] = []
    window.ops.glanced.connect(shown.append)
    window.show(file)
    wait_until(lambda: window.main.page is not None, "the page")
    page = window.main.page
    assert page is not None
    wait_until(lambda: not (page._stale or page._is_asking), "its rows")
    assert shown
    return page


def open_now(window: Window) -> None:
    """Let the opening begin, and wait for its end."""
    window.ops.go_on()
    settle(window)


@pytest.mark.usefixtures("opening_waits")
def test_the_wall_is_seen_while_the_file_is_still_being_opened(
    sample_file: Path, fresh: Window
) -> None:
    opened: list[object] = []
    fresh.ops.opened.connect(opened.append)
    page = seen_first(fresh, sample_file)

    assert isinstance(page, WallPage)
    assert opened == []
    assert sum(len(column.cards) for column in page.wall.columns) > 50
    assert fresh.main.windowTitle() == "Hörlesbach – QuartierDesk"
    open_now(fresh)
    assert len(opened) == 1
    assert fresh.desk.writable


@pytest.mark.usefixtures("opening_waits")
def test_what_is_typed_before_the_file_is_open_becomes_a_card(
    sample_file: Path, qapp: QApplication
) -> None:
    begin_with("capture", sample_file)
    window = Window(qapp)
    opened: list[object] = []
    window.ops.opened.connect(opened.append)
    page = seen_first(window, sample_file)
    assert isinstance(page, CapturePage)

    page.line.setFocus()
    type_text(page.line, "Bänke am Bach")
    press(Qt.Key.Key_Return)
    type_text(page.line, "Und ein Br")
    assert opened == []
    open_now(window)

    assert last(window).text_original == "Bänke am Bach"
    assert "Bänke am Bach" in shown_texts(page)
    assert page.line.line == "Und ein Br"
    close_window(window)


@pytest.mark.usefixtures("opening_waits")
def test_closing_before_the_file_is_open_loses_nothing(
    sample_file: Path, qapp: QApplication
) -> None:
    begin_with("capture", sample_file)
    window = Window(qapp)
    page = seen_first(window, sample_file)
    assert isinstance(page, CapturePage)
    page.line.setFocus()
    type_text(page.line, "Bänke am Bach")
    press(Qt.Key.Key_Return)
    close_window(window)

    again = Window(qapp)
    seen_first(again, sample_file)
    open_now(again)
    assert last(again).text_original == "Bänke am Bach"
    close_window(again)


@pytest.mark.usefixtures("opening_waits")
def test_a_file_that_somebody_else_opens_meanwhile_is_read_only_and_keeps_the_text(
    sample_file: Path, qapp: QApplication
) -> None:
    begin_with("capture", sample_file)
    window = Window(qapp)
    locks: list[Lock | None] = []
    window.ops.glanced.connect(lambda _: locks.append(Lock.acquire(sample_file)))
    page = seen_first(window, sample_file)
    assert isinstance(page, CapturePage)
    page.line.setFocus()
    type_text(page.line, "Bänke am Bach")
    press(Qt.Key.Key_Return)
    open_now(window)

    assert not window.desk.writable
    assert page.line.line == "Bänke am Bach"
    assert window.main.status.saved.text.startswith("Nur lesen")
    assert locks[0] is not None
    locks[0].release()
    close_window(window)


@pytest.mark.usefixtures("opening_waits")
def test_a_file_that_is_gone_before_it_is_open_leads_back_to_the_beginning(
    sample_file: Path, fresh: Window
) -> None:
    fresh.ops.glanced.connect(lambda _: sample_file.unlink())
    seen_first(fresh, sample_file)
    open_now(fresh)
    wait_until(lambda: any(isinstance(w, QMessageBox) for w in QApplication.topLevelWidgets()))

    assert fresh.desk.file is None
    assert fresh.main.page is None
    assert fresh.main.start.isVisible()
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            assert "gibt es nicht" in box.text()
            box.close()


def test_a_file_opens_on_the_step_that_was_shown_last_even_after_a_crash(
    sample_file: Path, qapp: QApplication
) -> None:
    window = open_window(sample_file)
    show_page(window, "weigh")
    assert load_settings().choices[f"step/{window.desk.workshop_id}"] == "weigh"
    # Nothing more is written at the end, so closing is as good as a crash.
    close_window(window)

    again = open_window(sample_file)
    assert again.main.page_key == "weigh"
    close_window(again)


def test_numbers_of_the_first_picture_are_those_of_qt() -> None:
    middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
    assert middle.value == first_picture.MIDDLE
    assert (middle | right).value == first_picture.MIDDLE_RIGHT
    assert Qt.FocusPolicy.NoFocus.value == first_picture.NO_FOCUS
    assert Qt.TextFormat.PlainText.value == first_picture.PLAIN_TEXT


def test_words_are_shortened_only_where_there_is_no_room(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    words = "Quartierswerkstatt"
    room = metrics.horizontalAdvance(words)
    assert first_picture.elided(metrics, words, room) == words
    assert first_picture.elided(metrics, words, room // 2).endswith("…")
