"""Replicas: whose log a file continues, so that no two logs ever reuse a key.

A file continues its log only in the place and on the installation where it was last written, and
only if it is as this installation closed it. Otherwise – copied, moved, restored, carried to
another laptop, left behind by a crash – it gets a fresh replica.

What this installation remembers of a place is a note that is made when the file is closed and taken
away when it is opened. So whatever happened in between, at most one file goes on from there.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from quartierdesk.domain.identity import new_id
from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write, sync_folder
from quartierdesk.paths import config_folder
from quartierdesk.store.schema.log import CHANGE, COMMAND, REPLICA


@dataclass(frozen=True, slots=True)
class Replica:
    """The replica that a file writes as: `no` is local, `id` the same everywhere."""

    no: int
    id: str


def current_replica(connection: Connection, path: Path, name: str) -> Replica:
    """Return the replica to write as, drawing a fresh one where the log may not go on."""
    home = _home_of(path)
    noted = _take_note(home)
    newest = connection.execute(
        select(REPLICA.c.no, REPLICA.c.id)
        .where(REPLICA.c.home == home)
        .order_by(REPLICA.c.no.desc())
        .limit(1)
    ).first()
    last = connection.scalar(select(func.max(REPLICA.c.no)).where(REPLICA.c.home != ""))
    goes_on = newest is not None and newest.no == last
    if newest and goes_on and noted == (newest.id, last_number(connection, newest.no)):
        return Replica(newest.no, newest.id)
    return _draw_replica(connection, home, name)


def _draw_replica(connection: Connection, home: str, name: str) -> Replica:
    replica_id = new_id()
    result = connection.execute(
        insert(REPLICA).values(id=replica_id, name=name, home=home, created_at=datetime.now(UTC))
    )
    (number,) = result.inserted_primary_key or (0,)
    return Replica(number, replica_id)


def note_closed(path: Path, replica: Replica, number: int) -> None:
    """Note that the file at `path` was closed after the change `number` of `replica`.

    Without the note, for example because the disk is full, the file gets a fresh replica.
    """
    note = _note_of(_home_of(path))
    with suppress(OSError, UserError):
        note.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(note) as stream:
            stream.write(json.dumps({"replica": replica.id, "number": number}).encode())


def forget_closed(path: Path) -> None:
    """Forget how the file at `path` was closed, because another one takes its place."""
    _take_note(_home_of(path))


def last_number(connection: Connection, replica_no: int) -> int:
    """Return the number of the last change that a replica wrote (0: none yet)."""
    newest = select(func.max(CHANGE.c.n)).where(CHANGE.c.replica_no == replica_no)
    return connection.scalar(newest) or 0


def last_clock(connection: Connection) -> str:
    """Return the newest clock of the log ("": the log is empty)."""
    return connection.scalar(select(func.max(COMMAND.c.clock))) or ""


def _home_of(path: Path) -> str:
    """Return what stands for this place on this installation, without naming either."""
    place = os.fsencode(path.resolve())
    return sha256(f"{_installation()}\n".encode() + place).hexdigest()


def _installation() -> str:
    """Return the identity of this installation; a new one gets it here.

    Where it cannot be kept it is another one every time, and so is every replica.
    """
    kept = config_folder() / "installation.json"
    try:
        return str(json.loads(kept.read_text("utf-8"))["installation"])
    except (OSError, ValueError, KeyError, TypeError):
        identity = new_id()
    with suppress(OSError, UserError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(kept) as stream:
            stream.write(json.dumps({"installation": identity}).encode())
    return identity


def _note_of(home: str) -> Path:
    return config_folder() / "repliken" / f"{home}.json"


def _take_note(home: str) -> tuple[str, int] | None:
    """Return what was noted about a place and forget it durably; None where nothing was."""
    note = _note_of(home)
    try:
        stored = json.loads(note.read_text("utf-8"))
        note.unlink()
        sync_folder(note.parent)
        return str(stored["replica"]), int(stored["number"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


_TICKS = 1_000_000
"""Operations within one millisecond."""


class Clock:
    """A hybrid logical clock: never behind the wall clock nor behind any clock it has seen."""

    def __init__(self, last: str, milliseconds: Callable[[], int]) -> None:
        self._milliseconds = milliseconds
        self._last = (int(last[:14]), int(last[15:])) if last else (0, 0)

    def tick(self) -> str:
        """Return the next clock, „milliseconds-counter“, sortable as text."""
        now = self._milliseconds()
        moment, counter = self._last
        if now <= moment:
            # A wall clock that was set back for long may use up the counter.
            now, counter = divmod(moment * _TICKS + counter + 1, _TICKS)
        else:
            counter = 0
        self._last = (now, counter)
        return f"{self._last[0]:014d}-{self._last[1]:06d}"
