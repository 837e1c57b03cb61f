"""One writer per workspace: a lock of the operating system on a file that names the owner."""

import getpass
import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

# Windows locks bytes against reading too, so the locked byte lies far behind the owner's name.
_LOCKED_BYTE = 1 << 30

if sys.platform == "win32":
    import msvcrt

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
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _LOCKED_BYTE)
        except OSError:
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

        Raises OSError where no lock file can be made (read-only folder).
        """
        path = lock_path(workspace)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _try_lock(handle):
                os.close(handle)
                return None
            if _still_named(path, handle):
                break
            # The previous owner removed the file between our opening and our locking it.
            os.close(handle)
        owner = json.dumps(_this_owner(), ensure_ascii=False).encode()
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, owner)
        return cls(path, handle)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is None:
            return
        steps: list[Callable[[], None]] = [self._remove, self._close]
        # POSIX removes the name while the lock is held, Windows can only do so afterwards.
        for step in steps if os.name != "nt" else reversed(steps):
            step()

    def _remove(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except PermissionError:
            return  # Windows: the next owner has it open already.

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


def _this_owner() -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "unbekannt"
    since = datetime.now(UTC).astimezone().strftime("%d.%m.%Y %H:%M Uhr")
    return {"user": user, "computer": platform.node(), "since": since}


def _still_named(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
