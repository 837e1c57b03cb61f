"""Nothing of an encrypted workspace can be read on the disk, whatever is done with it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quartierdesk.services import backups, protection, restoring
from quartierdesk.store.workspace import Access, Workspace
from tests.cli.calling import SAMPLE, call
from tests.settings_of_a_test import choose_places
from tests.store.frames import add_card, make_workshop, texts

SECRET = "Regal Donau Kreide Fuchs"
WORDS = "Vertraulichkeitsbeispiel Müllerstraße"
TRACES = (WORDS.encode(), b"Vertraulichkeitsbeispiel", b"CREATE TABLE", SECRET.encode())


@pytest.fixture
def everything(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the folders in which a program could leave something: its own, home, temporary."""
    temporary = tmp_path / "temporär"
    temporary.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return [own_home, tmp_path]


def traces(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                yield from (f"{path.name}: {trace!r}" for trace in TRACES if trace in content)


def test_nothing_is_readable_at_any_time(everything: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "geheim.quartier"
    (stick := tmp_path / "stick").mkdir()
    choose_places(second_place=stick)
    seen: list[str] = []

    def look(_done: int, _whole: int) -> None:
        seen.extend(traces(everything))

    with Workspace.create(path, Access(passphrase=SECRET)) as workspace:
        workshop = make_workshop(workspace)
        for number in range(300):
            add_card(workspace, workshop, f"{WORDS} {number} " * 50)
        with workspace.reading() as session:  # sorts what does not fit into memory
            query = "SELECT text_original FROM contribution ORDER BY random(), text_original DESC"
            assert len(session.connection().exec_driver_sql(query).all()) == 300
        look(0, 0)
        made = backups.make(backups.plan(workspace), "manual", look).backup
        workspace.save_copy(tmp_path / "kopie.quartier")
        look(0, 0)
        protection.change_passphrase(workspace, SECRET, f"{SECRET} 2", look)
        look(0, 0)
        restoring.restore(workspace, made.path, progress=look)
        assert len(texts(workspace)) == 300
    look(0, 0)
    assert seen == []
    assert len([each for each in tmp_path.rglob("*.quartier") if each.stat().st_size]) > 4


def test_a_clear_file_is_readable_so_the_search_is_worth_something(
    everything: list[Path], tmp_path: Path
) -> None:
    with Workspace.create(tmp_path / "offen.quartier") as workspace:
        add_card(workspace, make_workshop(workspace), WORDS)
        assert any("offen.quartier-wal" in trace for trace in traces(everything))
    assert any(trace.startswith("offen.quartier:") for trace in traces(everything))


def test_encrypting_leaves_nothing_readable_behind(everything: list[Path], tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "erst offen.quartier") as workspace:
        add_card(workspace, make_workshop(workspace), WORDS)
        backups.make(backups.plan(workspace), "manual")
        assert list(traces(everything))
        protection.set_passphrase(workspace, SECRET)
        assert list(traces(everything)) == []
    assert list(traces(everything)) == []


@pytest.mark.skipif(os.name == "nt", reason="the temporary folder is asked for differently there")
def test_a_program_of_its_own_leaves_nothing_readable_either(
    everything: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUARTIERDESK_PASSPHRASE", SECRET)
    file = tmp_path / "geheim.quartier"
    assert call("import", file, SAMPLE).code == 0
    given = f"{WORDS}\n".encode()
    assert call("capture", file, "--workshop", "QW-2026-01", given=given).code == 0
    assert call("backup", file).code == 0
    assert call("check", file, "--deep").code == 0
    assert list(traces(everything)) == []
