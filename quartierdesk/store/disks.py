"""What the system tells about the disk that a file lies on."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from quartierdesk.domain.storage import DiskKind, Mount, kind_of, synced_by

if sys.platform == "win32":
    import ctypes

    # learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
    _DRIVE_TYPES = {2: "removable", 3: "fixed", 4: "remote", 5: "cdrom", 6: "ramdisk"}

    def mounts(path: Path) -> list[Mount]:
        """Return the drive of `path`, as Windows calls it.

        Only that one is asked: a network drive of an office that is far away answers after half a
        minute, and nothing of the sort is needed to open a file on the hard disk.
        """
        kind = _DRIVE_TYPES.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), "")
        file_system = "" if kind == "remote" else _file_system(path.anchor)
        return [Mount(path.anchor, file_system, frozenset({kind}))]

    def _file_system(drive: str) -> str:
        name = ctypes.create_unicode_buffer(64)
        unasked = (None, 0, None, None, None)
        asked = ctypes.windll.kernel32.GetVolumeInformationW(drive, *unasked, name, len(name))
        return name.value if asked else ""

else:
    import psutil

    def mounts(path: Path) -> list[Mount]:
        """Return the disks of this computer, that of `path` among them, if the system tells."""
        with suppress(OSError):
            return [
                Mount(part.mountpoint, part.fstype, frozenset(part.opts.split(",")))
                for part in psutil.disk_partitions(all=True)
            ]
        return []


def disk_kind(path: Path) -> DiskKind:
    """Return the kind of disk that `path` lies on."""
    place = path.absolute()
    return kind_of(place, mounts(place))


def free_bytes(path: Path) -> int | None:
    """Return how much may still be written beside `path`; None where the disk is gone."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return None


def sync_program(path: Path) -> str | None:
    """Return the name of the program that keeps the folder of `path` in step, None without one."""
    return synced_by(path, tuple(_names_above(path)))


def _names_above(path: Path) -> Iterator[str]:
    """Yield the names of hidden files in the folders above: there such programs leave theirs."""
    for folder in path.parents:
        with suppress(OSError):
            yield from (entry.name for entry in folder.glob(".*"))
