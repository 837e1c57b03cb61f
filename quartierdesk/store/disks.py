"""What the system tells about the disk that a file lies on."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from quartierdesk.domain.storage import DiskKind, Mount, kind_of, synced_by


def mounts() -> list[Mount]:
    """Return the disks of this computer; empty where the system does not tell."""
    with suppress(OSError):
        return [
            Mount(part.mountpoint, part.fstype, frozenset(part.opts.split(",")))
            for part in psutil.disk_partitions(all=True)
        ]
    return []


def disk_kind(path: Path) -> DiskKind:
    """Return the kind of disk that `path` lies on."""
    return kind_of(path, mounts())


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
