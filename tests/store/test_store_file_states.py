"""A workspace file on the disk: what lies there, who may open it, what is refused and why."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from quartierdesk.errors import UserError
from quartierdesk.store.integrity import check
from quartierdesk.store.lock import Lock, lock_path
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts
from tests.support import child_environment

_HOLD = """
import sys, time
from pathlib import Path
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop
workspace = Workspace.open(Path(sys.argv[1]), Access(actor="Kind"))
workshop = make_workshop(workspace)
add_card(workspace, workshop, "Aus dem anderen Programm")
print("bereit", flush=True)
sys.stdin.read()
"""


def holding(path: Path) -> "subprocess.Popen[str]":
    """Start a program that has the file open and has stored a contribution."""
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        env=child_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "bereit\n"
    return child


def kill(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


@pytest.mark.parametrize("name", ["a.quartier", "Über Straße & Müll #1 100%?.quartier"])
def test_the_closed_file_alone_is_everything(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with Workspace.create(path) as workspace:
        add_card(workspace, make_workshop(workspace), "Eine Bank")
    assert [file.name for file in tmp_path.iterdir()] == [name]
    moved = tmp_path / "fort"
    moved.mkdir()
    shutil.copy(path, moved / "kopie.quartier")
    with Workspace.open(moved / "kopie.quartier") as copy:
        assert list(texts(copy).values()) == ["Eine Bank"]


def test_creating_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "da.quartier"
    path.write_text("wichtig")
    with pytest.raises(UserError, match="gibt es schon"):
        Workspace.create(path)
    assert path.read_text() == "wichtig"


def test_a_name_that_leaves_no_room_for_more_is_named_too_long(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ist zu lang"):
        Workspace.create(tmp_path / f"{'ü' * 110}.quartier")
    assert list(tmp_path.iterdir()) == []

    Workspace.create(tmp_path / f"{'ü' * 95}.quartier").close()


def test_creating_in_a_missing_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="gibt es nicht"):
        Workspace.create(tmp_path / "fehlt" / "neu.quartier")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_workspace_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    foreign = tmp_path / "fremd.quartier"
    other = driver.connect(str(foreign))
    other.execute("CREATE TABLE t (a)")
    other.close()
    for name, content in (
        ("leer.quartier", b""),
        ("text.quartier", b"Das ist keine Datenbank." * 50),
        ("halb.quartier", b"SQLite format 3\x00" + b"\x00" * 60),
        ("fremd.quartier", foreign.read_bytes()),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        for access in (Access(), Access(read_only=True)):
            with pytest.raises(UserError) as refusal:
                Workspace.open(path, access)
            assert refusal.value.sentence.endswith(".")
        assert path.read_bytes() == content
    with pytest.raises(UserError, match="gibt es nicht"):
        Workspace.open(tmp_path / "fehlt.quartier")
    with pytest.raises(UserError, match="ist ein Ordner"):
        Workspace.open(tmp_path)


def test_a_damaged_file_is_named_damaged(workspace_file: Path) -> None:
    content = bytearray(workspace_file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    workspace_file.write_bytes(content)
    with pytest.raises(UserError, match="ist beschädigt"):
        Workspace.open(workspace_file)


def test_a_copy_without_its_log_is_recognised(workspace_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "unterwegs.quartier"
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, make_workshop(workspace), "Noch im Log")
        shutil.copy(workspace_file, copy)
    for access in (Access(), Access(read_only=True)):
        with pytest.raises(UserError, match="unvollständige Kopie"):
            Workspace.open(copy, access)
    with Workspace.open(copy, Access(accept_incomplete=True)) as rest:
        assert texts(rest) == {}


def test_after_a_crash_everything_acknowledged_is_there(workspace_file: Path) -> None:
    child = holding(workspace_file)
    kill(child)
    with Workspace.open(workspace_file, Access(read_only=True)) as reader:
        assert list(texts(reader).values()) == ["Aus dem anderen Programm"]
    with Workspace.open(workspace_file) as workspace:
        assert list(texts(workspace).values()) == ["Aus dem anderen Programm"]
        assert check(workspace) == []


def test_the_second_is_told_who_has_the_file_and_may_read(workspace_file: Path) -> None:
    child = holding(workspace_file)
    try:
        with pytest.raises(UserError, match=r"schon geöffnet: von .+ auf „.+“ seit"):
            Workspace.open(workspace_file)
        with Workspace.open(workspace_file, Access(read_only=True)) as reader:
            assert list(texts(reader).values()) == ["Aus dem anderen Programm"]
            with pytest.raises(UserError, match="nur zum Lesen"), reader.transaction("x"):
                pass
    finally:
        kill(child)


def test_reading_a_closed_file_changes_nothing_on_the_disk(workspace_file: Path) -> None:
    before = (workspace_file.read_bytes(), workspace_file.stat().st_mtime_ns)
    with Workspace.open(workspace_file, Access(read_only=True)) as reader:
        assert texts(reader) == {}
    assert (workspace_file.read_bytes(), workspace_file.stat().st_mtime_ns) == before
    assert [file.name for file in workspace_file.parent.iterdir()] == [workspace_file.name]


def test_the_lock_goes_with_the_program_that_held_it(workspace_file: Path) -> None:
    child = holding(workspace_file)
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    lock = Lock.acquire(workspace_file)
    assert lock is not None
    lock.release()
    lock.release()
    assert not lock_path(workspace_file).exists()


def test_with_a_passphrase_nothing_is_readable(tmp_path: Path) -> None:
    path, words = tmp_path / "geheim.quartier", "Grün 'und' \"ß/@ blau"
    with Workspace.create(path, Access(passphrase=words)) as workspace:
        add_card(workspace, make_workshop(workspace), "Streng vertraulich")
        workspace.save_copy(tmp_path / "kopie.quartier")
        log = path.with_name(f"{path.name}-wal").read_bytes()
    for content in (log, path.read_bytes(), (tmp_path / "kopie.quartier").read_bytes()):
        assert b"vertraulich" not in content
        assert not content.startswith(b"SQLite format 3")
    for wrong in (Access(), Access(passphrase="falsch")):
        with pytest.raises(UserError, match="Kennwort"):
            Workspace.open(path, wrong)
    for file in (path, tmp_path / "kopie.quartier"):
        with Workspace.open(file, Access(passphrase=words)) as opened:
            assert list(texts(opened).values()) == ["Streng vertraulich"]


def test_a_copy_is_complete_and_never_overwrites(workspace: Workspace, tmp_path: Path) -> None:
    add_card(workspace, make_workshop(workspace), "Mitten in der Arbeit")
    target = tmp_path / "kopie.quartier"
    workspace.save_copy(target)
    with pytest.raises(UserError, match="gibt es schon"):
        workspace.save_copy(target)
    with Workspace.open(target) as copy:
        assert list(texts(copy).values()) == ["Mitten in der Arbeit"]
        assert check(copy) == []


def fill_up(workspace: Workspace, workshop: str) -> None:
    for number in range(400):
        add_card(workspace, workshop, f"{number} " + "Wort " * 1500)


def test_a_full_disk_is_said_and_nothing_is_lost(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    add_card(workspace, workshop, "Vorher")
    with workspace.reading() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="ist voll"):
        fill_up(workspace, workshop)
    stored = len(texts(workspace))
    with workspace.reading() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 1073741823")
    add_card(workspace, workshop, "Nachher")
    assert len(texts(workspace)) == stored + 1
    assert check(workspace) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
@pytest.mark.parametrize("fate", ["deleted", "replaced", "moved"])
def test_a_file_that_is_gone_takes_nothing_more_and_can_be_rescued(
    workspace_file: Path, tmp_path: Path, fate: str
) -> None:
    other = Path(shutil.copy(workspace_file, tmp_path / "andere.quartier"))
    with Workspace.open(workspace_file, Access(actor="Test")) as opened:
        workshop = make_workshop(opened)
        add_card(opened, workshop, "Vorher")
        if fate == "deleted":
            workspace_file.unlink()
        elif fate == "replaced":
            other.replace(workspace_file)
        else:
            workspace_file.rename(tmp_path / "woanders.quartier")
        with pytest.raises(UserError, match="verschoben, gelöscht oder ersetzt"):
            add_card(opened, workshop, "Nachher")
        opened.save_copy(tmp_path / "gerettet.quartier")

    with Workspace.open(tmp_path / "gerettet.quartier", Access(actor="Test")) as rescued:
        assert list(texts(rescued).values()) == ["Vorher"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_a_file_that_comes_back_to_its_place_goes_on(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    away = workspace.path.with_name("weg.quartier")
    workspace.path.rename(away)
    with pytest.raises(UserError, match="verschoben"):
        add_card(workspace, workshop, "Nirgends")
    away.rename(workspace.path)
    add_card(workspace, workshop, "Wieder da")

    assert list(texts(workspace).values()) == ["Wieder da"]
