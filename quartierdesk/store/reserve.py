"""The reserve: a file beside an open workspace that keeps room for when the disk is full.

A full disk refuses the sentence that is just being said. With the reserve given up, the same step
can be done again, and the workspace can be closed cleanly.
"""

import os
from contextlib import suppress
from pathlib import Path

from quartierdesk.domain.storage import DiskKind, reserve_size
from quartierdesk.store.disks import free_bytes

_CHUNK = 1024 * 1024


def reserve_path(workspace: Path) -> Path:
    """Return the name of the reserve of `workspace`."""
    return workspace.with_name(f".{workspace.name}.reserve")


class Reserve:
    """The reserve of one open workspace; its owner holds the lock of the workspace."""

    def __init__(self, workspace: Path, kind: DiskKind) -> None:
        self._path = reserve_path(workspace)
        self._kind = kind
        self._held = False

    @property
    def held(self) -> bool:
        """Whether room is kept at this moment."""
        return self._held

    def take(self) -> None:
        """Keep room, if there is enough of it; what a crash left behind is taken over."""
        if self._held:
            return
        free = free_bytes(self._path)
        size = reserve_size(self._kind, free or 0)
        if size:
            try:
                _occupy(self._path, size)
            except OSError:
                self._remove()
            else:
                self._held = True

    def release(self) -> bool:
        """Give the room up; return whether that made any."""
        had, self._held = self._held, False
        return self._remove() and had

    def _remove(self) -> bool:
        with suppress(OSError):  # Gone with its disk, or held by a virus scanner.
            self._path.unlink(missing_ok=True)
            return True
        return False


def _occupy(path: Path, size: int) -> None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if os.fstat(handle).st_size == size:
            return
        if hasattr(os, "posix_fallocate"):
            os.ftruncate(handle, 0)
            os.posix_fallocate(handle, 0, size)
        else:
            _write_zeros(handle, size)
    finally:
        os.close(handle)


def _write_zeros(handle: int, size: int) -> None:
    """Fill a file where the system cannot set room aside."""
    left = size
    while left:
        left -= os.write(handle, bytes(min(left, _CHUNK)))
    os.ftruncate(handle, size)
