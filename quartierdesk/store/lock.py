"""One writer per workspace: a lock of the operating system on a file that names the owner."""

import getpass
import json
import os
import platform
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Self

from quartierdesk.domain.clock import at_home

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes against reading too, so the locked byte lies far behind the owner's name.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        # Not lockf: that lets the same program in twice, and loses the lock as soon as anything in
        # the program closes the file.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a workspace open for writing."""

    user: str
    computer: str
    since: str

    def __str__(self) -> str:
        return f"{self.user} auf „{self.computer}“ seit {self.since}"


class Lock:
    """A held lock; `release` gives it back and removes the file that names the owner."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def acquire(cls, workspace: Path) -> Self | None:
        """Take the lock of `workspace`, or return None when somebody else holds it.

        Raises OSError where no lock file can be made (read-only folder, full disk).
        """
        path = lock_path(workspace)
        while True:
            lock = cls(path, os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
            try:
                state = lock._try()
            except BaseException:
                lock._close()
                raise
            if state == "held":
                return lock
            lock._close()
            if state == "refused":
                return None

    def _try(self) -> Literal["held", "refused", "outdated"]:
        handle = self._handle
        if handle is None or not _try_lock(handle):
            return "refused"
        if not _still_named(self._path, handle):
            # The previous owner removed the file between our opening and our locking it.
            return "outdated"
        _name_owner(handle)
        return "held"

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is None:
            return
        steps: list[Callable[[], None]] = [self._remove, self._close]
        # POSIX removes the name while the lock is held, Windows can only do so afterwards.
        for step in steps if os.name != "nt" else reversed(steps):
            step()

    def _remove(self) -> None:
        # Windows: the next owner may have it open already. Gone with its disk: nothing to remove.
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def lock_path(workspace: Path) -> Path:
    """Return the name of the lock file of `workspace`."""
    return workspace.with_name(f".{workspace.name}.lock")


def owner_of(workspace: Path) -> Owner | None:
    """Return who holds the lock, as far as the lock file says so."""
    try:
        stored = json.loads(lock_path(workspace).read_text("utf-8"))
        return Owner(str(stored["user"]), str(stored["computer"]), str(stored["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _name_owner(handle: int) -> None:
    owner = json.dumps(_this_owner()).encode()
    with suppress(OSError):  # On a full disk the lock holds all the same.
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, owner)


def _this_owner() -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "unbekannt"
    since = at_home(datetime.now(UTC)).strftime("%d.%m.%Y %H:%M Uhr")
    return {"user": user, "computer": platform.node(), "since": since}


def _still_named(path: Path, handle: int) -> bool:
    if os.name == "nt":
        return True  # Windows does not remove a file that somebody has open.
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
