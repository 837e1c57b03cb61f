"""What kind of disk a file lies on, and what follows from it for writing to it.

Source of the journal rule: sqlite.org/wal.html (no write-ahead log on network file systems) and
sqlite.org/pragma.html#pragma_synchronous (EXTRA also makes the removal of the journal durable).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Literal

DiskKind = Literal["local", "removable", "network", "unsafe"]

LOW_SPACE = 500_000_000
"""Free bytes below which people are warned."""

RESERVE = 16 * 1024 * 1024
SMALL_RESERVE = 8 * 1024 * 1024
"""Bytes kept free beside an open file, on a local disk and elsewhere."""

_ROOM_FOR_RESERVE = 8
"""The reserve is taken only where the disk has this many times as much."""

_NETWORK = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "smbfs2",
        "afpfs",
        "ncpfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "9p",
        "vboxsf",
        "prl_fs",
        "virtiofs",
        "fuse.vmhgfs-fuse",
        "fuse.sshfs",
        "fuse.glusterfs",
    ]
)
# These upload whole files now and then and know no locks, so nobody can tell what is on the disk.
_UNSAFE = frozenset(
    [
        "davfs",
        "davfs2",
        "fuse.davfs",
        "webdav",
        "webdavfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.curlftpfs",
        "fuse.jmtpfs",
        "fuse.simple-mtpfs",
        "fuse.onedriver",
        "fuse.google-drive-ocamlfuse",
    ]
)
_REMOVABLE = frozenset(
    ["vfat", "fat", "fat32", "msdos", "exfat", "fuseblk.exfat", "fuse.exfat", "umsdos", "udf"]
)
_REMOVABLE_PLACES = ("/media/", "/run/media/", "/Volumes/")

_SYNC_NAMES = {
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "magentacloud": "MagentaCLOUD",
    "hidrive": "HiDrive",
    "pcloud": "pCloud",
    "seafile": "Seafile",
}
_SYNC_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".seafile-data": "Seafile",
    ".stfolder": "Syncthing",
}


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted disk: where, with which file system, and the options the system names."""

    point: str
    file_system: str
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Journal:
    """How SQLite makes a transaction durable: journal mode and `synchronous`."""

    mode: Literal["WAL", "DELETE"]
    synchronous: Literal["FULL", "EXTRA"]


def kind_of(path: PurePath, mounts: Iterable[Mount]) -> DiskKind:
    """Return what kind of disk the absolute `path` lies on.

    A disk that nobody knows counts as local: that is what new file systems usually are.
    """
    if isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\"):
        return "network"
    mount = _mount_of(path, mounts)
    if mount is None:
        return "local"
    file_system = mount.file_system.casefold()
    if file_system in _UNSAFE:
        return "unsafe"
    if file_system in _NETWORK or "remote" in mount.options:
        return "network"
    place = f"{mount.point}/"
    removable = file_system in _REMOVABLE or "removable" in mount.options
    return "removable" if removable or place.startswith(_REMOVABLE_PLACES) else "local"


def _mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """Return the innermost mount that holds `path`; of several at one place the newest."""
    flavour = PureWindowsPath if isinstance(path, PureWindowsPath) else PurePosixPath
    found: Mount | None = None
    depth = -1
    for mount in mounts:
        point = flavour(mount.point)
        if path.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = mount, len(point.parts)
    return found


def journal_for(kind: DiskKind) -> Journal | None:
    """Return how to write safely on a disk of this kind; None where nobody can."""
    if kind == "unsafe":
        return None
    return Journal("WAL", "FULL") if kind == "local" else Journal("DELETE", "EXTRA")


def synced_by(path: PurePath, markers: Collection[str] = ()) -> str | None:
    """Return the name of the program that keeps the folder of `path` in step with other machines.

    `markers` are names of files that lie in the folders above; None if nothing hints at one.
    """
    for part in path.parts[:-1]:
        name = part.casefold()
        for start, program in _SYNC_NAMES.items():
            rest = name.removeprefix(start)
            if rest != name and not rest[:1].isalnum():
                return program
    for marker in markers:
        name = marker.casefold()
        if name in _SYNC_MARKERS:
            return _SYNC_MARKERS[name]
        if name.endswith(".db") and name.startswith(("._sync_", ".sync_")):
            return "Nextcloud"
    return None


def reserve_size(kind: DiskKind, free: int) -> int:
    """Return how many bytes to keep free beside an open file; 0 where the disk is too full."""
    wished = RESERVE if kind == "local" else SMALL_RESERVE
    return wished if free >= _ROOM_FOR_RESERVE * wished else 0


def is_low(free: int) -> bool:
    """Return whether so many free bytes deserve a warning."""
    return free < LOW_SPACE
