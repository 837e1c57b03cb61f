"""Sticks, network drives and full disks: another journal, a reserve, and a sentence."""

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from quartierdesk.domain.storage import RESERVE
from quartierdesk.errors import DiskFullError, UserError
from quartierdesk.services import backups, disk, protection, restoring
from quartierdesk.store.integrity import check
from quartierdesk.store.reserve import reserve_path
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts
from tests.store.test_store_file_states import fill_up, holding, kill
from tests.support import child_environment

Partition = namedtuple("Partition", "device mountpoint fstype opts")

MOUNT_HERE = """
import psutil
from collections import namedtuple
Partition = namedtuple("Partition", "device mountpoint fstype opts")
psutil.disk_partitions = lambda all=False: [Partition("", {place!r}, {kind!r}, "rw")]
"""

Mounting = Callable[[str], None]


@pytest.fixture
def mounted(workspace_file: Path, monkeypatch: pytest.MonkeyPatch) -> Mounting:
    """Let the system say that the workspace lies on a file system of this kind."""

    def mount(file_system: str) -> None:
        found = [Partition("", str(workspace_file.parent), file_system, "rw")]
        monkeypatch.setattr(psutil, "disk_partitions", lambda **_: found)

    return mount


def pragma(workspace: Workspace, name: str) -> object:
    with workspace.reading() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize("file_system", ["exfat", "cifs"])
def test_without_a_local_disk_there_is_no_write_ahead_log(
    workspace_file: Path, mounted: Mounting, file_system: str
) -> None:
    with Workspace.open(workspace_file) as workspace:
        assert (pragma(workspace, "journal_mode"), pragma(workspace, "synchronous")) == ("wal", 2)
        workshop = make_workshop(workspace)
        assert workspace.warnings() == ()
    mounted(file_system)
    with Workspace.open(workspace_file) as workspace:
        assert pragma(workspace, "journal_mode") == "delete"
        assert pragma(workspace, "synchronous") == 3
        add_card(workspace, workshop, "Auf dem Stick")
        assert not workspace_file.with_name(f"{workspace_file.name}-wal").exists()
        assert len(workspace.warnings()) == 1
        made = backups.make(backups.plan(workspace), "manual").backup
        assert check(workspace) == []
    mounted("ext4")
    for path in (workspace_file, made.path):
        with Workspace.open(path) as workspace:
            assert pragma(workspace, "journal_mode") == "wal"
            assert list(texts(workspace).values()) == ["Auf dem Stick"]
            assert check(workspace) == []


def test_a_disk_that_uploads_later_is_refused_for_writing_only(
    workspace_file: Path, mounted: Mounting
) -> None:
    mounted("fuse.davfs")
    before = workspace_file.read_bytes()
    with pytest.raises(UserError, match="erst später hochlädt"):
        Workspace.open(workspace_file)
    assert workspace_file.read_bytes() == before
    with Workspace.open(workspace_file, Access(read_only=True)) as reader:
        assert texts(reader) == {}


def test_a_log_that_came_along_to_a_stick_is_taken_over(
    workspace_file: Path, mounted: Mounting
) -> None:
    kill(holding(workspace_file))
    mounted("vfat")
    for _ in range(2):
        with Workspace.open(workspace_file) as workspace:
            assert list(texts(workspace).values()) == ["Aus dem anderen Programm"]
            assert check(workspace) == []
    assert [path.name for path in workspace_file.parent.iterdir()] == [workspace_file.name]


_CUT_OFF = """
import os, sys
from pathlib import Path
from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
with workspace.transaction("x") as session:
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA cache_size = 5")
    for number in range(400):
        text = f"{number} " + "Wort " * 900
        session.add(Contribution(workshop_id=sys.argv[2], text_original=text))
        session.flush()
    os.kill(os.getpid(), 9)
"""


def cut_off_on_a_stick(file: Path) -> tuple[str, bytes]:
    """Kill a program in the middle of a transaction on a stick; return its workshop and journal."""
    with Workspace.open(file) as workspace:
        workshop = make_workshop(workspace)
        add_card(workspace, workshop, "Bestätigt")
    place = MOUNT_HERE.format(place=str(file.parent), kind="exfat")
    run_here(f"{place}\n{_CUT_OFF}", str(file), workshop)
    journal = file.with_name(f"{file.name}-journal")
    assert journal.stat().st_size > 512
    return workshop, journal.read_bytes()


def run_here(program: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-c", program, *arguments], env=child_environment(), check=False
    )


@pytest.mark.parametrize("then", ["exfat", "ext4"])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_transaction_cut_off_on_a_stick_is_taken_back(
    workspace_file: Path, mounted: Mounting, then: str, read_only: bool
) -> None:
    cut_off_on_a_stick(workspace_file)
    mounted(then)
    with Workspace.open(workspace_file, Access(read_only=read_only)) as workspace:
        assert list(texts(workspace).values()) == ["Bestätigt"]
    with Workspace.open(workspace_file) as workspace:
        assert check(workspace) == []


def test_a_copy_put_in_place_of_a_cut_off_file_is_not_ruined(
    workspace_file: Path, mounted: Mounting, tmp_path: Path
) -> None:
    copy = tmp_path / "andere"
    with Workspace.create(tmp_path / "andere.quartier") as other:
        workshop = make_workshop(other)
        for number in range(300):
            add_card(other, workshop, f"{number} " + "anders " * 300)
    (tmp_path / "andere.quartier").rename(copy)
    _, journal = cut_off_on_a_stick(workspace_file)
    mounted("exfat")
    shutil.copy(copy, workspace_file)
    with Workspace.open(workspace_file) as workspace:
        assert len(texts(workspace)) == 300
        assert check(workspace) == []
    aside = workspace_file.with_name(f"{workspace_file.name}-journal-beiseite")
    assert aside.read_bytes() == journal


def test_a_synchronised_folder_is_warned_about(tmp_path: Path, template_file: Path) -> None:
    (folder := tmp_path / "Nextcloud").mkdir()
    path = Path(shutil.copy(template_file, folder / "a.quartier"))
    with Workspace.open(path) as workspace:
        (warning,) = disk.warnings(workspace)
        assert "Nextcloud" in warning


def limit(workspace: Workspace, pages: int) -> None:
    with workspace.reading() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@contextmanager
def full(workspace: Workspace) -> Iterator[None]:
    """Let the file not grow any more inside the block."""
    limit(workspace, int(str(pragma(workspace, "page_count"))))
    yield
    limit(workspace, 1_073_741_823)


def test_on_a_full_disk_the_reserve_makes_room_for_the_running_step(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    assert workspace.has_reserve
    reserve = reserve_path(workspace.path)
    assert reserve.stat().st_size == RESERVE
    assert reserve.stat().st_blocks * 512 >= RESERVE
    with full(workspace):
        with pytest.raises(DiskFullError, match="ist voll") as refusal:
            fill_up(workspace, workshop)
        assert refusal.value.reserve_released
        assert not reserve.exists()
        with pytest.raises(DiskFullError) as again:
            fill_up(workspace, workshop)
        assert not again.value.reserve_released
    add_card(workspace, workshop, "Danach")
    assert workspace.has_reserve
    assert check(workspace) == []


def test_what_was_refused_is_done_once_more_with_the_reserve(workspace: Workspace) -> None:
    workshop = make_workshop(workspace)
    tries = list[int]()

    def capture() -> str:
        tries.append(len(tries))
        if len(tries) > 1:
            limit(workspace, 1_073_741_823)
        return add_card(workspace, workshop, "Wort " * 1900)

    limit(workspace, int(str(pragma(workspace, "page_count"))))
    for _ in range(20):
        disk.with_reserve(capture)
    assert len(texts(workspace)) == 20
    assert len(tries) == 21


def test_the_reserve_goes_when_the_file_is_closed_and_is_taken_over_after_a_crash(
    workspace_file: Path,
) -> None:
    kill(holding(workspace_file))
    assert reserve_path(workspace_file).exists()
    with Workspace.open(workspace_file) as workspace:
        assert workspace.has_reserve
    assert not reserve_path(workspace_file).exists()


def test_free_space_is_told(workspace: Workspace) -> None:
    state = disk.free_space_state(workspace)
    assert state.free == pytest.approx(shutil.disk_usage(workspace.path.parent).free, rel=0.2)
    assert state.has_reserve
    assert bool(state.sentence) == state.is_low


def test_a_disk_that_is_gone_is_told(workspace_file: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "stick").mkdir()
    path = Path(shutil.copy(workspace_file, folder / "a.quartier"))
    workspace = Workspace.open(path)
    folder.rename(tmp_path / "abgezogen")
    state = disk.free_space_state(workspace)
    assert (state.free, state.is_low) == (None, True)
    assert "nicht erreichbar" in state.sentence
    (tmp_path / "abgezogen").rename(folder)
    workspace.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mount a small disk in memory, where that is allowed."""
    place = tmp_path / "klein"
    place.mkdir()

    def mount(megabytes: int) -> Path:
        mount = shutil.which("mount")
        if mount is None or os.name == "nt" or os.geteuid() != 0:
            pytest.skip("only the administrator may mount a small disk")
        command = [mount, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("mounting is not allowed here")
        return place

    yield mount
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def occupy(folder: Path) -> Path:
    """Take all the room that is left and return the file that does."""
    filler = folder / "Urlaubsfotos"
    with filler.open("wb") as stream:
        try:
            while True:
                stream.write(b"x" * 65_536)
        except OSError:
            pass
    return filler


def fill(workspace: Workspace, workshop: str, stored: list[str]) -> None:
    """Capture until the disk is full, and note what was acknowledged."""
    for number in range(20_000):
        stored.append(add_card(workspace, workshop, f"{number} " + "Wort " * 900))


def test_a_really_full_disk_refuses_and_loses_nothing(
    small_disk: Callable[[int], Path], template_file: Path
) -> None:
    folder = small_disk(160)
    path = Path(shutil.copy(template_file, folder / "a.quartier"))
    with Workspace.open(path) as workspace:
        workshop = make_workshop(workspace)
        assert workspace.has_reserve
        filler = occupy(folder)
        stored = list[str]()
        with pytest.raises(DiskFullError) as refusal:
            fill(workspace, workshop, stored)
        assert refusal.value.reserve_released
        assert list(texts(workspace)) == stored
        stored.append(add_card(workspace, workshop, "Mit der Reserve"))
        with pytest.raises(UserError, match="voll"):
            fill(workspace, workshop, stored)
        with pytest.raises(UserError, match="voll"):
            backups.make(backups.plan(workspace), "manual")
        with pytest.raises(UserError, match="voll"):
            workspace.save_copy(folder / "kopie.quartier")
        assert {each.name for each in folder.iterdir() if each.is_file()} == {
            "a.quartier", "a.quartier-wal", "a.quartier-shm", ".a.quartier.lock", filler.name,
        }  # fmt: skip
        filler.unlink()
        stored.append(add_card(workspace, workshop, "Wieder Platz"))
        assert workspace.has_reserve
        assert check(workspace) == []
    with Workspace.open(path) as workspace:
        assert list(texts(workspace)) == stored
        assert check(workspace) == []


def test_a_file_on_a_full_disk_closes_cleanly_with_the_reserve(
    small_disk: Callable[[int], Path], template_file: Path
) -> None:
    folder = small_disk(160)
    path = Path(shutil.copy(template_file, folder / "a.quartier"))
    with Workspace.open(path) as workspace:
        workshop = make_workshop(workspace)
        for number in range(200):
            add_card(workspace, workshop, f"{number} " + "Wort " * 900)
        occupy(folder)
    assert not path.with_name("a.quartier-wal").exists()
    with Workspace.open(path, Access(read_only=True)) as workspace:
        assert len(texts(workspace)) == 200


def test_on_a_stick_too_a_file_is_encrypted_and_restored(
    workspace_file: Path, mounted: Mounting
) -> None:
    mounted("exfat")
    with Workspace.open(workspace_file) as workspace:
        workshop = make_workshop(workspace)
        add_card(workspace, workshop, "Bank")
        backup = backups.make(backups.plan(workspace), "manual").backup.path
        protection.set_passphrase(workspace, "Regal Donau")
        add_card(workspace, workshop, "Brunnen")
        restoring.restore(workspace, backup)
        assert list(texts(workspace).values()) == ["Bank"]
        assert pragma(workspace, "journal_mode") == "delete"
        assert check(workspace) == []
    assert b"Bank" not in workspace_file.read_bytes()
    assert [path.name for path in workspace_file.parent.iterdir() if path.is_file()] == [
        workspace_file.name
    ]
