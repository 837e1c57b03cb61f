"""Backups, restoring and passphrases from the command line."""

from pathlib import Path

import pytest

from tests.cli.calling import (
    SAMPLE,
    Answer,
    call,
    call_here,
    done,
    new_workshop,
    stored_texts,
)

SECRET, OTHER = "Grün ist die Heide", "vier Wörter sind genug"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with one workshop and two contributions."""
    path = tmp_path / "Köln.quartier"
    new_workshop(path, texts=("Eine Bank", "Ein Brunnen"))
    return path


def captured(file: Path, *texts: str) -> Answer:
    lines = "".join(f"{text}\n" for text in texts).encode()
    return done("capture", file, "--workshop", "W-001", given=lines)


def test_a_backup_is_named_listed_and_restored(file: Path) -> None:
    answer = done("backup", file)
    backup = Path(answer.output.strip())
    assert backup.is_file()
    assert "1 Werkstatt, 2 Beiträge" in answer.sentences
    captured(file, "Eine Laterne")
    assert done("backup", file, "--list").lines == [str(backup)]
    (listed,) = done("backup", file, "--list", "--json").data
    assert (listed["reason"], listed["workshops"], listed["contributions"]) == ("manual", 1, 2)

    shown = done("restore", file, backup, "--preview")
    assert "Beiträge: 3 jetzt, 2 in der Sicherung; 1 fielen weg" in shown.sentences
    assert len(stored_texts(file, "W-001")) == 3

    told = done("restore", file, backup.name).sentences
    assert list(stored_texts(file, "W-001").values()) == ["Eine Bank", "Ein Brunnen"]
    done("check", file, "--deep")
    newest = done("backup", file, "--list").lines[0]
    assert Path(newest).name in told
    done("restore", file, newest)
    assert list(stored_texts(file, "W-001").values())[-1] == "Eine Laterne"


def test_a_backup_that_is_not_there_is_told(file: Path) -> None:
    answer = call_here("restore", file, "fehlt.quartier")
    assert (answer.code, answer.output) == (1, "")
    assert "„fehlt.quartier“ gibt es nicht" in answer.sentences


def test_a_damaged_file_is_replaced_and_kept(file: Path) -> None:
    backup = done("backup", file).output.strip()
    file.write_bytes(b"")
    told = call_here("list", file)
    assert told.code == 1
    assert "neueste brauchbare Sicherung" in told.sentences
    answer = done("restore", file, backup)
    assert "beschädigte Datei heißt jetzt" in answer.sentences
    assert len(stored_texts(file, "W-001")) == 2
    assert [path.read_bytes() for path in file.parent.glob("* – beschädigt *")] == [b""]


def test_taking_over_a_table_backs_up_what_was_there(file: Path) -> None:
    done("import", file, SAMPLE)
    (listed,) = done("backup", file, "--list", "--json").data
    assert (listed["reason"], listed["contributions"]) == ("bulk", 2)


def test_a_passphrase_is_set_used_changed_and_removed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("backup", file)
    told = done("passphrase", file, given=f"{SECRET}\n".encode()).sentences
    assert "Es ist sehr gut." in told
    assert SECRET not in told
    assert b"Brunnen" not in file.read_bytes()
    refused = call_here("list", file)
    assert (refused.code, refused.output) == (1, "")
    assert "QUARTIERDESK_PASSPHRASE" in refused.sentences

    monkeypatch.setenv("QUARTIERDESK_PASSPHRASE", SECRET)
    assert "W-001" in done("list", file).output
    captured(file, "Eine Laterne")
    done("check", file, "--deep")
    backup = done("backup", file, "--list").lines[0]
    done("restore", file, backup)

    monkeypatch.setenv("QUARTIERDESK_NEW_PASSPHRASE", OTHER)
    done("passphrase", file)
    assert call_here("list", file).code == 1
    monkeypatch.setenv("QUARTIERDESK_PASSPHRASE", OTHER)
    done("check", file, "--deep")
    done("passphrase", file, "--remove")
    monkeypatch.delenv("QUARTIERDESK_PASSPHRASE")
    assert "W-001" in done("list", file).output
    done("check", file, "--deep")


def test_old_and_new_passphrase_come_from_two_lines(file: Path) -> None:
    done("passphrase", file, given=f"{SECRET}\n".encode())
    wrong = call_here("passphrase", file, given=f"falsch\n{OTHER}\n".encode())
    assert wrong.code == 1
    assert "Kennwort" in wrong.sentences
    done("passphrase", file, given=f"{SECRET}\n{OTHER}\n".encode())
    done("passphrase", file, "--remove", given=f"{OTHER}\n".encode())
    assert call_here("passphrase", file, "--remove").code == 1


@pytest.mark.parametrize("given", [b"", b"\n", b"   \n", b"\xff\xfe\n"])
def test_a_passphrase_that_is_none_is_refused(file: Path, given: bytes) -> None:
    answer = call_here("passphrase", file, given=given)
    assert (answer.code, answer.output) == (1, "")
    assert "Kennwort" in answer.sentences
    assert done("list", file).output


def test_the_deep_check_names_each_backup_that_is_no_good(file: Path) -> None:
    backup = Path(done("backup", file).output.strip())
    backup.write_bytes(backup.read_bytes()[:5000])
    assert call_here("check", file).code == 0
    answer = call_here("check", file, "--deep")
    assert answer.code == 1
    assert backup.name in answer.sentences
    assert "unvollständig" in answer.sentences


def test_a_new_file_gets_the_passphrase_of_the_surroundings(tmp_path: Path) -> None:
    file = tmp_path / "neu.quartier"
    given = {"QUARTIERDESK_PASSPHRASE": SECRET}
    made = call("import", file, SAMPLE, variables=given)
    assert made.code == 0
    assert not file.read_bytes().startswith(b"SQLite")
    assert call("list", file, variables=given).code == 0
