"""The frame: it opens files, leads to places, tells what is saved, and leaves nothing behind."""

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.domain.clock import at_home
from quartierdesk.gui.pages import entries
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.places import Place
from quartierdesk.services import beginnings, contributions, history, workshops
from quartierdesk.services.beginnings import Beginning
from quartierdesk.services.workspaces import Workspace
from tests.gui.keyboard import type_text
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until
from tests.services.builders import card


def test_the_start_page_waits_for_the_first_answer(empty_window: Window) -> None:
    start = empty_window.main.start

    assert start.isVisible()
    assert start.where.hasFocus()
    assert empty_window.main.windowTitle() == "QuartierDesk"


def test_three_answers_make_a_file_with_a_workshop_and_its_agenda(
    empty_window: Window, tmp_path: Path
) -> None:
    start = empty_window.main.start
    start._use_folder(str(tmp_path))
    type_text(start.where, "Mühlbach")
    type_text(start.what, "Dorf für alle")
    QTest.keyClick(start.what, Qt.Key.Key_Return)
    wait_until(lambda: bool(empty_window.desk.workshop_id), "the workshop")
    settle(empty_window)

    assert (tmp_path / "Mühlbach.quartier").exists()
    assert "Mühlbach" in empty_window.main.windowTitle()


def test_an_open_file_is_named_and_its_workshop_shown(window: Window) -> None:
    assert "Hörlesbach" in window.main.windowTitle()
    assert window.desk.workshop_id
    assert window.main.status.saved.text.startswith("Alle Änderungen gespeichert")
    assert window.main.page is not None


def test_a_change_names_what_undo_would_take_back_and_undo_takes_it_back(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(
        window.main, lambda ws: contributions.capture(ws, workshop_id, card("Neu gesagt."))
    )
    settle(window)
    assert "Beitrag erfasst" in window.main.status.undo.text

    window.main.commands.action("undo").trigger()
    settle(window)

    found: list[tuple[str | None, str | None]] = []
    window.ops.ask(window.main, history.next_steps, found.append)
    settle(window)
    assert found[0][1] == "Beitrag erfasst"


def _say(workshop_id: str, text: str, workspace: Workspace) -> None:
    contributions.capture(workspace, workshop_id, card(text))


def test_whoever_is_quick_gets_back_all_that_was_undone(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    texts = [f"Beitrag {number}" for number in range(5)]
    for text in texts:
        window.ops.run(window.main, partial(_say, workshop_id, text))
    settle(window)
    for name in ("undo", "redo"):
        for _ in texts:
            window.main.commands.action(name).trigger()
            QApplication.processEvents()
    settle(window)
    found: list[str] = []
    window.ops.ask(
        window.main,
        lambda ws: [c.text_original for c in contributions.listed(ws, workshop_id)],
        found.extend,
    )
    settle(window)

    assert found[-5:] == texts


def test_the_language_changes_while_the_window_is_open(window: Window) -> None:
    window.desk.change_settings(language="en")
    settle(window)
    english = window.main.head.search.toolTip()
    assert window.main.status.saved.text.startswith("All changes saved")
    assert window.main.status.undo.text.startswith("Undo: ")
    window.desk.change_settings(language="de")
    settle(window)

    assert english == "Search and commands"
    assert window.main.head.search.toolTip() == "Suchen und Befehle"


def test_every_page_opens(window: Window) -> None:
    for key in entries():
        window.main.go(Place(key))
        settle(window)
        assert window.main.page_key == key


def test_a_workshop_in_the_bin_is_gone_from_the_rail_and_comes_back(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: workshops.remove(ws, workshop_id))
    settle(window)
    assert window.desk.workshop_id == ""

    window.ops.run(window.main, lambda ws: workshops.restore(ws, workshop_id))
    settle(window)
    assert window.desk.workshop_id == workshop_id


def test_a_file_opened_elsewhere_opens_for_reading_and_says_by_whom(sample_file: Path) -> None:
    from quartierdesk.store.workspace import Access, Workspace

    with Workspace.open(sample_file, Access(actor="Tisch 3")):
        second = open_window(sample_file)
        try:
            assert not second.desk.writable
            assert second.main.status.saved.text.startswith("Nur lesen: geöffnet von")
            assert second.main.status.undo.text == "", "nothing can be taken back here"
        finally:
            close_window(second)


def test_of_several_workshops_the_one_worked_on_last_opens_at_its_step(
    sample_file: Path, tmp_path: Path
) -> None:
    first = open_window(sample_file)
    newest = first.desk.workshop_id
    earlier = Beginning("Hörlesbach", "Vorgespräch", date(2020, 1, 1), "")
    first.ops.run(first.main, lambda ws: beginnings.begin(ws, earlier), first.main._choose_workshop)
    settle(first)
    used = first.desk.workshop_id
    assert used != newest
    show_page(first, "weigh")
    close_window(first)
    moved = sample_file.rename(tmp_path / "Umbenannt.quartier")

    second = open_window(moved)
    seen = second.desk.workshop_id, second.main.page_key
    second.main._choose_workshop(newest)
    settle(second)
    close_window(second)
    third = open_window(moved)
    seen_then = third.desk.workshop_id
    close_window(third)

    assert seen == (used, "weigh")
    assert seen_then == newest


def test_card_and_status_bar_show_the_same_clock_whatever_the_laptop_is_set_to(
    window: Window,
) -> None:
    """The zone of the laptop is a foreign one in every test."""
    show_page(window, "capture")
    workshop_id = window.desk.workshop_id
    before = f"{at_home(datetime.now(UTC)):%H:%M}"
    window.ops.run(
        window.main, lambda ws: contributions.capture(ws, workshop_id, card("Neu gesagt."))
    )
    settle(window)
    after = f"{at_home(datetime.now(UTC)):%H:%M}"
    page = window.main.page
    assert isinstance(page, CapturePage)
    newest = page.model.index(page.model.rowCount() - 1)
    read_out = str(newest.data(Qt.ItemDataRole.AccessibleTextRole))

    assert any(clock in window.main.status.saved.text for clock in (before, after))
    assert any(clock in read_out for clock in (before, after)), read_out
