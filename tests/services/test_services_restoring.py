"""Going back to a backup, and back again."""

from pathlib import Path

import pytest

from quartierdesk.errors import CancelledError, DamagedFileError, UserError
from quartierdesk.services import backups, protection, restoring
from quartierdesk.store.change_log import Changes
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, set_text, texts


def backed_up(workspace: Workspace) -> Path:
    return backups.make(backups.plan(workspace), "manual").backup.path


def wordings(workspace: Workspace) -> list[str]:
    return list(texts(workspace).values())


def test_restoring_brings_the_state_back_and_keeps_the_one_from_before(
    workspace: Workspace,
) -> None:
    workshop = make_workshop(workspace)
    add_card(workspace, workshop, "Bank")
    backup = backed_up(workspace)
    add_card(workspace, workshop, "Brunnen")
    replica, told = workspace.replica_id, list[Changes]()
    workspace.subscribe(told.append)

    restored = restoring.restore(workspace, backup)

    assert wordings(workspace) == ["Bank"]
    assert workspace.replica_id != replica
    assert "contribution" in told[-1].kinds
    assert not restored.was_damaged
    assert check(workspace) == []
    add_card(workspace, workshop, "Laterne")
    restoring.restore(workspace, restored.kept)
    assert wordings(workspace) == ["Bank", "Brunnen"]
    reasons = [each.name.reason for each in backups.listed(backups.plan(workspace))]
    assert sorted(reasons) == ["manual", "restore", "restore"]
    assert check(workspace) == []


def test_what_would_change_is_told_before(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    first = add_card(workspace, workshop, "Bank")
    add_card(workspace, workshop, "Brunnen")
    backup = backed_up(workspace)
    set_text(workspace, first, "Bänke")
    add_card(workspace, workshop, "Laterne")

    found = restoring.compare(backups.plan(workspace), backup)

    cards = next(kind for kind in found.kinds if kind.name == "Beiträge")
    assert (cards.now, cards.then, cards.lost, cards.regained, cards.changed) == (3, 2, 1, 0, 1)
    assert not found.is_none
    restoring.restore(workspace, backup)
    assert restoring.compare(backups.plan(workspace), backup).is_none


def test_a_damaged_backup_changes_nothing(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    for number in range(50):
        add_card(workspace, workshop, f"{number} " + "Wort " * 500)
    backup = backed_up(workspace)
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    backup.write_bytes(content)
    add_card(workspace, workshop, "Danach")
    before = texts(workspace)

    with pytest.raises(DamagedFileError, match=r"nicht eingesetzt|beschädigt"):
        restoring.restore(workspace, backup)

    assert texts(workspace) == before
    add_card(workspace, workshop, "Es geht weiter")
    assert check(workspace) == []


def test_the_backup_of_another_workspace_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "andere.quartier") as other:
        make_workshop(other)
        backup = backed_up(other)
    with pytest.raises(UserError, match="keine Sicherung von"):
        restoring.restore(workspace, backup)
    assert workspace.writable


def test_cancelling_changes_nothing(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    backup = backed_up(workspace)
    add_card(workspace, workshop, "Danach")
    kept = backed_up(workspace)

    def stop(_done: int, _whole: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        restoring.restore(workspace, backup, progress=stop)
    assert wordings(workspace) == ["Danach"]
    add_card(workspace, workshop, "Weiter")
    assert kept.exists()


@pytest.mark.parametrize("damage", ["leer", "halb", "zerstört"])
def test_a_file_that_does_not_open_is_replaced_and_kept(workspace_file: Path, damage: str) -> None:
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
        backup = backed_up(workspace)
    whole = workspace_file.read_bytes()
    broken = {"leer": b"", "halb": whole[: len(whole) // 2], "zerstört": b"\xa5" * len(whole)}
    workspace_file.write_bytes(broken[damage])
    if damage != "zerstört":
        with pytest.raises(DamagedFileError, match="neueste brauchbare Sicherung") as refusal:
            Workspace.open(workspace_file)
        assert refusal.value.backup == backup

    restored = restoring.restore_damaged(workspace_file, backup)

    assert restored.was_damaged
    assert restored.kept.read_bytes() == broken[damage]
    assert "beschädigt" in restored.kept.name
    with Workspace.open(workspace_file) as workspace:
        assert wordings(workspace) == ["Bank"]
        assert check(workspace) == []


def test_log_and_journal_of_a_damaged_file_do_not_touch_the_restored_one(
    workspace_file: Path,
) -> None:
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
        backup = backed_up(workspace)
    for helper in ("-wal", "-journal"):
        workspace_file.with_name(workspace_file.name + helper).write_bytes(b"Rest" * 2000)
    workspace_file.write_bytes(b"")
    kept = restoring.restore_damaged(workspace_file, backup).kept
    for helper in ("-wal", "-journal"):
        assert kept.with_name(kept.name + helper).read_bytes() == b"Rest" * 2000
    with Workspace.open(workspace_file) as workspace:
        assert wordings(workspace) == ["Bank"]


def test_an_encrypted_backup_is_restored_with_its_own_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "geheim.quartier"
    with Workspace.create(path, Access(passphrase="eins")) as workspace:
        workshop = make_workshop(workspace)
        backup = backed_up(workspace)
        add_card(workspace, workshop, "Danach")
        elsewhere = backup.rename(tmp_path / "auf dem Stick.quartier")
        restoring.restore(workspace, elsewhere)
        assert texts(workspace) == {}
        assert workspace.is_protected
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with Workspace.open(path, Access(passphrase="eins")) as workspace:
        assert texts(workspace) == {}


@pytest.mark.parametrize("then", [None, "eins"])
def test_a_protected_workspace_stays_protected_whatever_the_backup_was(
    tmp_path: Path, then: str | None
) -> None:
    path = tmp_path / "geheim.quartier"
    with Workspace.create(path, Access(passphrase=then)) as workspace:
        add_card(workspace, make_workshop(workspace), "Bank")
        elsewhere = backed_up(workspace).rename(tmp_path / "auf dem Stick.quartier")
        if then is None:
            protection.set_passphrase(workspace, "zwei")
        else:
            protection.change_passphrase(workspace, then, "zwei")
        restoring.restore(workspace, elsewhere, then)
        assert workspace.opens_with("zwei")
        assert wordings(workspace) == ["Bank"]
        assert check(workspace) == []
    assert b"Bank" not in path.read_bytes()
    with Workspace.open(path, Access(passphrase="zwei")) as workspace:
        assert wordings(workspace) == ["Bank"]
