"""What kind of disk a path lies on, by tables of mounts as systems give them."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from quartierdesk.domain.storage import (
    LOW_SPACE,
    RESERVE,
    SMALL_RESERVE,
    DiskKind,
    Journal,
    Mount,
    is_low,
    journal_for,
    kind_of,
    reserve_size,
    synced_by,
)


def mounts(table: str) -> list[Mount]:
    rows = (line.split() for line in table.strip().splitlines())
    return [Mount(row[0], row[1], frozenset(row[2].split(","))) for row in rows]


LINUX = mounts("""
/                     ext4             rw
/boot/efi             vfat             rw
/home                 btrfs            rw
/home/eva/Server      cifs             rw
/home/eva/Webordner   fuse.davfs       rw
/run/user/1000/gvfs   fuse.gvfsd-fuse  rw
/media/eva/STICK      exfat            rw
/media/eva/PLATTE     ext4             rw
/mnt/nas              nfs4             rw
/mnt/c                9p               rw
/srv                  fuse.sshfs       rw
/tmp                  tmpfs            rw
/doppelt              ext4             rw
/doppelt              nfs              rw
""")
WINDOWS = mounts("""
C:\\  NTFS   rw,fixed
D:\\  NTFS   rw,removable
E:\\  exFAT  rw,fixed
H:\\  NTFS   rw,remote
""")
MAC = mounts("""
/                apfs    rw
/Volumes/STICK   msdos   rw
/Volumes/Platte  apfs    rw
/Volumes/Amt     smbfs   rw
/Volumes/Wolke   webdav  rw
""")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/eva/a.quartier", "local"),
        ("/home/eva/Server/a.quartier", "network"),
        ("/home/eva/Serverraum/a.quartier", "local"),
        ("/home/eva/Webordner/tief/unten/a.quartier", "unsafe"),
        ("/run/user/1000/gvfs/smb-share/a.quartier", "unsafe"),
        ("/media/eva/STICK/a.quartier", "removable"),
        ("/media/eva/PLATTE/a.quartier", "removable"),
        ("/mnt/nas/a.quartier", "network"),
        ("/mnt/c/Users/a.quartier", "network"),
        ("/srv/a.quartier", "network"),
        ("/tmp/a.quartier", "local"),
        ("/doppelt/a.quartier", "network"),
        ("/boot/efi/a.quartier", "removable"),
    ],
)
def test_linux(path: str, kind: DiskKind) -> None:
    assert kind_of(PurePosixPath(path), LINUX) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("C:\\Users\\Eva\\a.quartier", "local"),
        ("c:\\Users\\Eva\\a.quartier", "local"),
        ("D:\\a.quartier", "removable"),
        ("E:\\a.quartier", "removable"),
        ("h:\\Amt\\a.quartier", "network"),
        ("\\\\server\\amt\\a.quartier", "network"),
        ("Z:\\a.quartier", "local"),
    ],
)
def test_windows(path: str, kind: DiskKind) -> None:
    assert kind_of(PureWindowsPath(path), WINDOWS) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/eva/a.quartier", "local"),
        ("/Volumes/STICK/a.quartier", "removable"),
        ("/Volumes/Platte/a.quartier", "removable"),
        ("/Volumes/Amt/a.quartier", "network"),
        ("/Volumes/Wolke/a.quartier", "unsafe"),
    ],
)
def test_mac(path: str, kind: DiskKind) -> None:
    assert kind_of(PurePosixPath(path), MAC) == kind


def test_where_the_system_tells_nothing_the_disk_counts_as_local() -> None:
    assert kind_of(PurePosixPath("/a.quartier"), []) == "local"


def test_only_a_local_disk_gets_a_write_ahead_log() -> None:
    assert journal_for("local") == Journal("WAL", "FULL")
    assert journal_for("removable") == journal_for("network") == Journal("DELETE", "EXTRA")
    assert journal_for("unsafe") is None


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("C:\\Users\\Eva\\OneDrive\\a.quartier", "OneDrive"),
        ("C:\\Users\\Eva\\OneDrive - Gemeinde Musterhausen\\Amt\\a.quartier", "OneDrive"),
        ("C:\\Users\\Eva\\Nextcloud2\\a.quartier", None),
        ("C:\\Users\\Eva\\Nextcloud\\a.quartier", "Nextcloud"),
        ("C:\\Users\\Eva\\Dropbox (Privat)\\a.quartier", "Dropbox"),
        ("C:\\Users\\Eva\\Dropboxen\\a.quartier", None),
        ("C:\\Users\\Eva\\iCloudDrive\\a.quartier", "iCloud"),
        ("C:\\Users\\Eva\\Dokumente\\OneDrive.quartier", None),
    ],
)
def test_folders_that_are_synchronised_are_known_by_their_names(
    path: str, program: str | None
) -> None:
    assert synced_by(PureWindowsPath(path)) == program


@pytest.mark.parametrize(
    ("marker", "program"),
    [
        (".sync_3f2a.db", "Nextcloud"),
        ("._sync_3f2a.db", "Nextcloud"),
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".sync_notizen.txt", None),
        (".git", None),
    ],
)
def test_or_by_what_the_program_leaves_there(marker: str, program: str | None) -> None:
    path: PurePath = PurePosixPath("/home/eva/Amt/a.quartier")
    assert synced_by(path, ["andere", marker]) == program


def test_the_reserve_is_taken_only_where_there_is_plenty() -> None:
    assert reserve_size("local", 8 * RESERVE) == RESERVE
    assert reserve_size("local", 8 * RESERVE - 1) == 0
    assert reserve_size("removable", 8 * SMALL_RESERVE) == SMALL_RESERVE
    assert is_low(LOW_SPACE - 1)
    assert not is_low(LOW_SPACE)
