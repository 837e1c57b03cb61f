"""Passphrases: set, changed, removed – the file and its backups, and nothing in between."""

from pathlib import Path

import pytest

from quartierdesk.errors import CancelledError, PassphraseError, UserError
from quartierdesk.services import backups, protection
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.settings_of_a_test import choose_places
from tests.store.frames import add_card, make_workshop, texts

SECRET, OTHER = "Grün 'und' \"ß/@ blau", "vier Wörter sind genug"
TEXT = "Streng vertraulich"


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Return an open workspace with a contribution and two backups, one in a second place."""
    add_card(workspace, make_workshop(workspace), TEXT)
    backups.make(backups.plan(workspace), "manual")
    return workspace


def readable(folder: Path) -> list[str]:
    """Return the files below `folder` in which the contribution can be read."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if TEXT.encode() in path.read_bytes()]


def opens(path: Path, passphrase: str | None) -> bool:
    try:
        with Workspace.open(path, Access(passphrase=passphrase, read_only=True)) as opened:
            return list(texts(opened).values()) == [TEXT]
    except PassphraseError:
        return False


def test_set_change_and_remove(filled: Workspace, tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    choose_places(second_place=stick)
    backups.bring_to_second_place(backups.plan(filled))
    assert len(readable(tmp_path)) > 2
    replica = filled.replica_id

    assert protection.set_passphrase(filled, SECRET) == protection.Protected(2, ())
    add_card(filled, make_workshop(filled), TEXT)
    assert readable(tmp_path) == []
    assert protection.is_protected(filled)
    assert check(filled) == []
    protection.change_passphrase(filled, SECRET, OTHER)
    assert readable(tmp_path) == []
    newest = backups.listed(backups.plan(filled))[0].path
    assert opens(newest, OTHER)
    assert not opens(newest, SECRET)
    protection.remove_passphrase(filled, OTHER)
    assert filled.replica_id == replica
    assert check(filled) == []
    filled.close()
    assert opens(newest, None)
    with Workspace.open(filled.path) as opened:
        assert list(texts(opened).values()) == [TEXT, TEXT]
        assert opened.replica_id == replica


def test_the_wrong_passphrase_changes_nothing(filled: Workspace) -> None:
    protection.set_passphrase(filled, SECRET)
    before = filled.path.read_bytes()
    with pytest.raises(PassphraseError, match="stimmt nicht"):
        protection.change_passphrase(filled, "falsch", OTHER)
    with pytest.raises(PassphraseError, match="stimmt nicht"):
        protection.remove_passphrase(filled, "falsch")
    with pytest.raises(UserError, match="schon ein Kennwort"):
        protection.set_passphrase(filled, OTHER)
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize("useless", ["", "   ", " mit Rand", "mit\0Null", "mit\nZeile"])
def test_a_passphrase_that_nobody_could_type_again_is_refused(
    filled: Workspace, useless: str
) -> None:
    with pytest.raises(UserError, match="Kennwort"):
        protection.set_passphrase(filled, useless)
    assert not protection.is_protected(filled)


def test_cancelling_leaves_it_as_it_was(filled: Workspace, tmp_path: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        protection.set_passphrase(filled, SECRET, stop)
    assert list(texts(filled).values()) == [TEXT]
    assert not protection.is_protected(filled)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".neu")]


def test_words_typed_on_another_system_open_it_too(filled: Workspace) -> None:
    protection.set_passphrase(filled, "Gru\u0308n")
    filled.close()
    assert opens(filled.path, "Gr\u00fcn")


def test_wrong_or_damaged_is_told_apart_by_the_backup(filled: Workspace) -> None:
    protection.set_passphrase(filled, SECRET)
    filled.close()
    with pytest.raises(PassphraseError, match=r"öffnet .* nicht"):
        Workspace.open(filled.path, Access(passphrase="falsch"))
    content = bytearray(filled.path.read_bytes())
    content[100] ^= 0xFF
    filled.path.write_bytes(content)
    with pytest.raises(UserError, match=r"Das Kennwort stimmt, aber .* beschädigt"):
        Workspace.open(filled.path, Access(passphrase=SECRET))


def test_backups_left_readable_are_named_and_can_be_encrypted_later(filled: Workspace) -> None:
    plain = backups.listed(backups.plan(filled))[0].path
    content = plain.read_bytes()
    protection.set_passphrase(filled, SECRET)
    assert protection.unprotected_backups(filled) == []
    plain.write_bytes(content)
    assert protection.unprotected_backups(filled) == [plain]
    assert protection.protect_backups(filled) == protection.Protected(1, ())
    assert protection.unprotected_backups(filled) == []
    assert opens(plain, SECRET)


def test_backups_with_an_unknown_passphrase_are_named(filled: Workspace) -> None:
    protection.set_passphrase(filled, SECRET)
    path = backups.listed(backups.plan(filled))[0].path
    path.write_bytes(bytes(range(256)) * 16 * 8)
    assert protection.change_passphrase(filled, SECRET, OTHER).left == (path,)


def test_strength_grows_with_unrelated_words() -> None:
    scores = [
        protection.strength(words).score
        for words in ("", "passwort", "Ulm2026", "Regal Donau Kreide Fuchs Pedal")
    ]
    assert scores[0] == scores[1] == 0
    assert scores == sorted(scores)
    assert scores[-1] == 4
    assert protection.strength("x" * 5000).sentence.endswith(".")


def test_the_recovery_sheet_spells_the_passphrase(filled: Workspace) -> None:
    protection.set_passphrase(filled, "Oft 0!")
    sheet = protection.recovery_sheet(filled, "Oft 0!")
    assert sheet.passphrase == "Oft 0!"
    assert sheet.spelt == (
        "großes O", "kleines f", "kleines t", "Leerzeichen", "Ziffer 0", "Zeichen !",
    )  # fmt: skip
    assert sheet.file_name == filled.path.name
    with pytest.raises(PassphraseError):
        protection.recovery_sheet(filled, "oft 0!")


def test_a_passphrase_never_stands_in_what_is_logged(filled: Workspace) -> None:
    protection.set_passphrase(filled, SECRET)
    shown = f"{Access(passphrase=SECRET)!r} {filled.source()!r} {backups.plan(filled)!r}"
    assert SECRET not in shown
