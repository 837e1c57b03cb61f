"""What goes in and out through the window: tables, packages, backups, passphrase, erasing."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
)

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.backups import BackupsDialog
from quartierdesk.gui.dialogs.conflicts import ConflictsDialog
from quartierdesk.gui.dialogs.erase_person import ErasePersonDialog
from quartierdesk.gui.dialogs.import_table import ImportDialog
from quartierdesk.gui.dialogs.merge import MergeDialog
from quartierdesk.gui.dialogs.passphrase import PassphraseDialog
from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt
from quartierdesk.gui.pages.protocol.page import ProtocolPage
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.file_dialog import sticks
from quartierdesk.services import contributions, merging, packages, participants, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.gui.opening import close_window, open_window, settle, show_page, wait_until
from tests.services.builders import card

D = TypeVar("D", bound=QDialog)
PASSPHRASE = "vier Wörter ohne Zusammenhang"


def last(kind: type[D]) -> D:
    """Return the dialog of a kind that is open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()][-1]


def texts(window: Window) -> list[str]:
    """Return what people said, as the file holds it."""
    workshop_id = window.desk.workshop_id
    found: list[str] = []
    window.ops.ask(
        window.main,
        lambda ws: [c.text_original for c in contributions.listed(ws, workshop_id)],
        found.extend,
    )
    settle(window)
    return found


def agree(window: Window) -> None:
    """Press the button that does what was asked about."""
    box = last(QMessageBox)
    accepting = (QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole)
    button = next(b for b in box.buttons() if box.buttonRole(b) in accepting)
    button.click()
    box.close()
    settle(window)


def test_a_table_is_taken_over_after_its_columns_were_named(window: Window, tmp_path: Path) -> None:
    source = tmp_path / "Umfrage.csv"
    source.write_text("A;B\nEine Bank am Bach;7\nMehr Licht;8\n", encoding="utf-8")
    window.main.commands.sharing.take_over(source)
    settle(window)
    dialog = last(ImportDialog)
    assert not dialog.import_button.isEnabled()

    box = dialog._boxes[0]
    box.setCurrentIndex(box.findData("text"))
    box.activated.emit(box.currentIndex())
    settle(window)
    assert dialog.rows.rowCount() == 2
    dialog.import_button.click()
    settle(window)

    assert "Eine Bank am Bach" in texts(window)
    assert window.main.page_key == "capture"


def test_rows_with_errors_stop_everything_until_they_are_left_out(
    window: Window, tmp_path: Path
) -> None:
    source = tmp_path / "Umfrage.csv"
    source.write_text("Beitrag\nGut so\n" + "x" * 10_001 + "\n", encoding="utf-8")
    window.main.commands.sharing.take_over(source)
    settle(window)
    dialog = last(ImportDialog)
    assert dialog.notice.isVisible()
    assert not dialog.import_button.isEnabled()

    dialog.skip.click()
    dialog.import_button.click()
    settle(window)

    assert "Gut so" in texts(window)


def test_a_table_is_taken_into_a_file_without_a_workshop(window: Window, tmp_path: Path) -> None:
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: workshops.remove(ws, workshop_id))
    settle(window)
    source = tmp_path / "Umfrage im Netz.csv"
    source.write_text("Text\nEine Bank am Bach\n", encoding="utf-8")
    window.main.commands.sharing.take_over(source)
    settle(window)
    last(ImportDialog).import_button.click()
    settle(window)

    assert texts(window) == ["Eine Bank am Bach"]
    assert window.main.page_key == "capture"


def test_a_table_whose_taking_over_is_cancelled_comes_not_at_all(
    window: Window, tmp_path: Path
) -> None:
    before = texts(window)
    source = tmp_path / "Umfrage.csv"
    source.write_text("Text\nEine Bank am Bach\n", encoding="utf-8")
    window.main.commands.sharing.take_over(source)
    settle(window)
    dialog = last(ImportDialog)
    dialog.import_button.click()
    next(t for t in window.ops.findChildren(Ticket) if t.title and not t.cancelled).cancel()
    settle(window)
    assert dialog.isVisible()
    dialog.reject()

    assert texts(window) == before


def test_a_package_of_a_table_is_previewed_then_taken_in(window: Window, tmp_path: Path) -> None:
    begin, back = tmp_path / "Beginn.qdpaket", tmp_path / "Tisch 3.qdpaket"
    workshop_id = window.desk.workshop_id
    window.ops.run_long(window.main, "", lambda ws, _: packages.write(ws, begin))
    settle(window)
    opened = packages.open_as_workspace(begin, tmp_path / "Tisch.quartier", Access("Tisch 3"))
    with opened as table:
        contributions.capture(table, workshop_id, card("Vom Tisch gesagt."))
        packages.write(table, back)

    window.main.commands.sharing.show_packages([back])
    settle(window)
    dialog = last(MergeDialog)
    assert "Vom Tisch gesagt." not in texts(window)
    dialog.merge_button.click()
    settle(window)
    dialog.close_button.click()

    assert "Vom Tisch gesagt." in texts(window)


def written_twice(window: Window, folder: Path) -> Path:
    """Give a contribution another title here than on another laptop; return that one's package."""
    begin, back = folder / "Beginn.qdpaket", folder / "zurück.qdpaket"
    workshop_id = window.desk.workshop_id
    window.ops.run_long(window.main, "", lambda ws, _: packages.write(ws, begin))
    settle(window)

    def reword(workspace: Workspace, words: str) -> None:
        first = contributions.listed(workspace, workshop_id)[0]
        contributions.edit(workspace, first, replace(first, title=words))

    with packages.open_as_workspace(begin, folder / "B.quartier", Access("B")) as other:
        reword(other, "Dort so")
        packages.write(other, back)
    window.ops.run(window.main, lambda ws: reword(ws, "Hier so"))
    settle(window)
    return back


def keep(dialog: ConflictsDialog, words: str) -> None:
    """Let one of the values hold."""
    buttons = dialog.sides.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleDescription() == words).click()


def test_what_was_written_twice_is_decided_side_by_side(window: Window, tmp_path: Path) -> None:
    back = written_twice(window, tmp_path)
    workshop_id = window.desk.workshop_id
    window.main.commands.sharing.show_packages([back])
    settle(window)
    merge = last(MergeDialog)
    merge.merge_button.click()
    settle(window)
    merge.conflicts_button.click()
    settle(window)
    dialog = last(ConflictsDialog)
    assert dialog.conflicts.count() == 1

    keep(dialog, "Hier so")
    settle(window)
    assert dialog.conflicts.count() == 0
    dialog.accept()
    titles: list[str] = []
    window.ops.ask(
        window.main,
        lambda ws: contributions.listed(ws, workshop_id)[0].title,
        titles.append,
    )
    settle(window)
    assert titles == ["Hier so"]


def test_the_protocol_asks_to_decide_what_was_written_twice(window: Window, tmp_path: Path) -> None:
    back = written_twice(window, tmp_path)
    window.ops.run_long(window.main, "", lambda ws, _: merging.merge(ws, [back]))
    settle(window)
    show_page(window, "protocol")
    settle(window)
    page = window.main.page
    assert isinstance(page, ProtocolPage)
    shown = [label.text() for label in page.notice.findChildren(QLabel)]
    assert "1 Eintrag, den zwei Laptops verschieden geschrieben haben" in shown

    decide = next(b for b in page.notice.findChildren(QPushButton) if b.text() == "Entscheiden")
    decide.click()
    settle(window)
    dialog = last(ConflictsDialog)
    keep(dialog, "Hier so")
    settle(window)
    dialog.accept()
    settle(window)

    shown = [label.text() for label in page.notice.findChildren(QLabel) if label.isVisible()]
    assert not any("zwei Laptops" in text for text in shown)


def test_going_back_to_a_backup_brings_back_what_was_there(window: Window) -> None:
    window.main.commands.sharing.show_backups()
    settle(window)
    dialog = last(BackupsDialog)
    dialog.make_button.click()
    settle(window)
    before = texts(window)
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, card("Später.")))
    settle(window)
    dialog.listed.setCurrentRow(0)
    settle(window)
    assert "Beiträge" in dialog.difference.text()

    dialog.restore_button.click()
    agree(window)
    dialog.accept()

    assert texts(window) == before


def test_leaving_backs_up_what_has_changed(window: Window) -> None:
    file = window.desk.file
    assert file is not None
    workshop_id = window.desk.workshop_id
    window.ops.run(window.main, lambda ws: contributions.capture(ws, workshop_id, card("Neu.")))
    settle(window)
    window.main.close()
    wait_until(lambda: not window.main.isVisible(), "the closed window")

    made = list(file.path.parent.rglob("*beim Schließen*.quartier"))
    assert len(made) == 1


def test_a_passphrase_is_set_and_asked_for_at_the_next_opening(
    qapp: QApplication, sample_file: Path
) -> None:
    window = open_window(sample_file)
    window.main.commands.sharing.show_passphrase()
    settle(window)
    dialog = last(PassphraseDialog)
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText("anders")
    dialog.set_button.click()
    assert "nicht gleich" in dialog._refusal.text()  # type: ignore[union-attr]
    dialog.again.setText(PASSPHRASE)
    dialog.set_button.click()
    settle(window)
    close_window(window)
    assert not sample_file.read_bytes().startswith(b"SQLite")

    again = open_window(None)
    again.main.files.open(sample_file)
    settle(again)
    prompt = last(PassphrasePrompt)
    prompt.passphrase.setText("falsch")
    prompt.open_button.click()
    settle(again)
    assert prompt.isVisible()
    prompt.passphrase.setText(PASSPHRASE)
    prompt.open_button.click()
    wait_until(lambda: again.desk.file is not None, "the open file")
    settle(again)
    assert again.desk.writable
    close_window(again)


def test_a_person_is_erased_and_the_texts_that_name_them_are_mended(window: Window) -> None:
    workshop_id = window.desk.workshop_id
    window.main.commands.sharing.erase_person()
    settle(window)
    dialog = last(ErasePersonDialog)
    assert dialog.places.count() == 1
    name = dialog.person.currentText()
    dialog.erase_button.click()
    agree(window)
    dialog.wording.setPlainText("Eine alleinlebende Frau lag zwei Tage.")
    dialog.mend_button.click()
    settle(window)
    assert dialog.places.count() == 0
    dialog.accept()

    left: list[str] = []
    window.ops.ask(
        window.main,
        lambda ws: [p.name for p in participants.listed(ws, workshop_id)],
        left.extend,
    )
    settle(window)
    assert name.partition(" · ")[2] not in left


def proposed(window: Window) -> tuple[Path, str]:
    """Return in which folder and under which name a package would be written."""
    window.main.commands.sharing.write_package()
    settle(window)
    dialog = last(QFileDialog)
    chosen = Path(dialog.selectedFiles()[0])
    dialog.reject()
    return chosen.parent, chosen.name


@pytest.mark.parametrize(
    ("laptop", "name"),
    [("Rathaus 2", "Hörlesbach Rathaus 2.qdpaket"), ("hörlesbach", "Hörlesbach zurück.qdpaket")],
)
def test_a_package_is_named_after_file_and_laptop_but_not_twice(
    window: Window, laptop: str, name: str
) -> None:
    assert window.desk.file is not None
    window.desk.change_settings(laptop_name=laptop)

    assert window.desk.file.path.stem == "Hörlesbach"
    assert proposed(window)[1] == name


def test_a_package_goes_to_where_the_last_one_was(window: Window, tmp_path: Path) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    assert proposed(window)[0] != stick
    window.main.commands.sharing.remember_folder(stick)
    assert proposed(window)[0] == stick

    stick.rmdir()  # it was pulled
    assert proposed(window)[0] != stick


def test_the_dialog_for_files_shows_what_is_plugged_in() -> None:
    volumes = ["/", "/home", "/media/anna/STICK", "/run/media/anna/Foto", "/proc", "/mediathek"]

    assert sticks(volumes) == ["/media/anna/STICK", "/run/media/anna/Foto"]
