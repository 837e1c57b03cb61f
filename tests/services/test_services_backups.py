"""Backups as the window uses them: made, listed, thinned out, brought to a second place."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quartierdesk.domain.backup_names import BackupName
from quartierdesk.errors import CancelledError, DamagedFileError, UserError
from quartierdesk.services import backups
from quartierdesk.settings import load_settings, save_settings
from quartierdesk.store import backup as store_backup
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.settings_of_a_test import choose_places
from tests.store.frames import add_card, make_workshop, texts


def with_cards(workspace: Workspace, *wordings: str) -> str:
    workshop = make_workshop(workspace)
    for text in wordings:
        add_card(workspace, workshop, text)
    return workshop


def test_a_backup_is_whole_and_its_name_says_what_it_is(workspace: Workspace) -> None:
    with_cards(workspace, "Bank", "Brunnen")
    made = backups.make(backups.plan(workspace), "manual")

    assert made.backup.path.parent == workspace.path.with_name("Werkstätten – Sicherungen")
    assert "von Hand, 1 Werkstatt, 2 Beiträge" in made.backup.path.name
    assert made.backup.size == made.backup.path.stat().st_size
    with Workspace.open(made.backup.path) as copy:
        assert list(texts(copy).values()) == ["Bank", "Brunnen"]
        assert check(copy) == []
    assert [each.name for each in made.backup.path.parent.iterdir()] == [made.backup.path.name]


def test_it_is_made_on_another_thread_while_somebody_writes(workspace: Workspace) -> None:
    workshop = with_cards(workspace, "Vorher")
    plan = backups.plan(workspace)
    written, begun = [], threading.Event()

    def progress(_done: int, _whole: int) -> None:
        begun.set()

    thread = threading.Thread(
        target=lambda: written.append(backups.make(plan, "interval", progress))
    )
    thread.start()
    begun.wait(30)
    for number in range(30):
        add_card(workspace, workshop, f"Währenddessen {number}")
    thread.join()

    with Workspace.open(written[0].backup.path) as copy:
        assert check(copy) == []
        assert "Vorher" in texts(copy).values()
    assert len(texts(workspace)) == 31


def test_one_is_due_half_an_hour_after_the_last_and_only_if_something_changed(
    workspace: Workspace,
) -> None:
    assert not backups.due(backups.plan(workspace))
    workshop = with_cards(workspace, "Bank")
    assert backups.due(backups.plan(workspace))
    made = backups.make(backups.plan(workspace), "interval").backup
    later = made.name.moment + backups.EVERY
    assert not backups.due(backups.plan(workspace), later)
    add_card(workspace, workshop, "Brunnen")
    assert not backups.due(backups.plan(workspace), later - timedelta(seconds=1))
    assert backups.due(backups.plan(workspace), later)
    assert backups.due(backups.plan(workspace), made.name.moment - timedelta(days=1))


def test_closing_without_a_change_makes_none(workspace: Workspace) -> None:
    assert backups.make_if_changed(backups.plan(workspace), "close") is None
    workshop = with_cards(workspace, "Bank")
    assert backups.make_if_changed(backups.plan(workspace), "close")
    assert backups.make_if_changed(backups.plan(workspace), "close") is None
    add_card(workspace, workshop, "Brunnen")
    assert backups.make_if_changed(backups.plan(workspace), "close")
    assert [each.name.contributions for each in backups.listed(backups.plan(workspace))] == [2, 1]


def test_cancelling_leaves_nothing(workspace: Workspace) -> None:
    with_cards(workspace, "Bank")

    def stop(_done: int, _whole: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        backups.make(backups.plan(workspace), "manual", stop)
    assert list(workspace.backup_folder.iterdir()) == []
    assert backups.make(backups.plan(workspace), "manual").backup.path.exists()


def test_a_damaged_workspace_is_told_and_not_backed_up(workspace_file: Path) -> None:
    with Workspace.open(workspace_file) as workspace:
        with_cards(workspace, *(f"{n} " + "Wort " * 200 for n in range(100)))
    content = bytearray(workspace_file.read_bytes())
    at = content.rfind(b"Wort Wort")
    content[at - at % 4096 : at - at % 4096 + 12] = b"\xff" * 12
    workspace_file.write_bytes(content)
    with Workspace.open(workspace_file) as workspace:
        with pytest.raises(DamagedFileError, match="deshalb wurde keine Sicherung"):
            backups.make(backups.plan(workspace), "manual")
        assert backups.listed(backups.plan(workspace)) == []


def old_name(days: int) -> str:
    moment = datetime.now().replace(microsecond=0) - timedelta(days=days)
    return str(BackupName(moment, "close", 1, 5, f"{days:08x}"))


def test_old_ones_are_thinned_out_and_nothing_else_is_touched(workspace: Workspace) -> None:
    with_cards(workspace, "Bank")
    folder = workspace.backup_folder
    folder.mkdir()
    for days in range(1, 400):
        (folder / old_name(days)).write_bytes(b"x")
    (folder / "Meine eigene Kopie.quartier").write_bytes(b"x")

    made = backups.make(backups.plan(workspace), "close")

    kept = backups.listed(backups.plan(workspace))
    assert len(made.removed) + len(kept) == 400
    assert 25 < len(kept) < 60
    assert (folder / "Meine eigene Kopie.quartier").exists()


def test_a_chosen_place_keeps_workspaces_of_one_name_apart(
    tmp_path: Path, template_file: Path
) -> None:
    (place := tmp_path / "Sicherungen").mkdir()
    choose_places(backup_place=place)
    folders = set()
    for where in ("a", "b"):
        (tmp_path / where).mkdir()
        path = tmp_path / where / "Werkstatt.quartier"
        path.write_bytes(template_file.read_bytes())
        with Workspace.open(path) as workspace:
            with_cards(workspace, where)
            folders.add(backups.make(backups.plan(workspace), "manual").backup.path.parent)
            assert len(backups.listed(backups.plan(workspace))) == 1
    assert {folder.parent for folder in folders} == {place}
    assert len(folders) == 2


def test_a_chosen_place_that_is_absent_is_told_and_not_made(
    workspace: Workspace, tmp_path: Path
) -> None:
    choose_places(backup_place=tmp_path / "fehlt")
    with_cards(workspace, "Bank")
    with pytest.raises(UserError, match="gibt es nicht"):
        backups.make(backups.plan(workspace), "manual")
    assert not (tmp_path / "fehlt").exists()


def test_the_second_place_gets_every_backup_and_is_missed_when_absent(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert backups.second_place_state(backups.plan(workspace)).state == "none"
    (stick := tmp_path / "stick").mkdir()
    choose_places(second_place=stick)
    workshop = with_cards(workspace, "Bank")
    made = backups.make(backups.plan(workspace), "manual")
    there = list(stick.rglob("*.quartier"))
    assert [each.read_bytes() for each in there] == [made.backup.path.read_bytes()]
    state = backups.second_place_state(backups.plan(workspace))
    assert (state.state, state.reminder) == ("current", "")

    stick.rename(tmp_path / "abgezogen")
    add_card(workspace, workshop, "Brunnen")
    assert backups.make(backups.plan(workspace), "manual").warning == ""
    assert not stick.exists()
    state = backups.second_place_state(backups.plan(workspace))
    assert (state.state, state.reminder) == ("absent", "")
    assert state.last is not None
    later = backups.second_place_state(backups.plan(workspace), state.last + timedelta(days=7))
    assert f"{state.last:%d.%m.%Y}" in later.reminder

    (tmp_path / "abgezogen").rename(stick)
    assert backups.second_place_state(backups.plan(workspace)).state == "outdated"
    assert backups.bring_to_second_place(backups.plan(workspace)) == ""
    assert backups.second_place_state(backups.plan(workspace)).state == "current"
    assert len(list(stick.rglob("*.quartier"))) == 2
    assert len(backups.listed(backups.plan(workspace))) == 2


def test_a_second_place_that_refuses_is_a_warning(workspace: Workspace, tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    choose_places(second_place=stick)
    with_cards(workspace, "Bank")
    plan = backups.plan(workspace)
    assert plan.second is not None
    plan.second.write_text("Hier liegt schon etwas.")
    made = backups.make(plan, "manual")
    assert "zweiten Ort" in made.warning
    assert made.backup.path.exists()


def test_the_backup_of_an_encrypted_workspace_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "geheim.quartier"
    with Workspace.create(path, Access(passphrase="Grün 'ß'")) as workspace:
        with_cards(workspace, "Vertraulich")
        made = backups.make(backups.plan(workspace), "manual").backup
    assert b"Vertraulich" not in made.path.read_bytes()
    with Workspace.open(made.path, Access(passphrase="Grün 'ß'")) as copy:
        assert list(texts(copy).values()) == ["Vertraulich"]
    assert store_backup.newest_good(made.path.parent, "falsch") is None


def test_settings_keep_both_places(tmp_path: Path) -> None:
    choose_places(backup_place=tmp_path / "ä", second_place=tmp_path / "ß")
    kept = load_settings()
    assert (kept.backup_place, kept.second_place) == (str(tmp_path / "ä"), str(tmp_path / "ß"))
    save_settings(kept)
    assert load_settings() == kept
