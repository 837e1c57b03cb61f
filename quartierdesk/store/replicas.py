"""Replicas: whose log a file continues, so that no two logs ever reuse a key.

A file continues its log only in the place and on the installation where it was last written, and
only if it is not older than what this installation has seen of that log. Otherwise – copied,
moved, restored, carried to another laptop – it gets a fresh replica.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from quartierdesk.domain.identity import new_id
from quartierdesk.files import atomic_write
from quartierdesk.paths import config_folder
from quartierdesk.store.schema.log import CHANGE, COMMAND, REPLICA


@dataclass(frozen=True, slots=True)
class Replica:
    """The replica that a file writes as: `no` is local, `id` the same everywhere."""

    no: int
    id: str


def current_replica(connection: Connection, path: Path, name: str) -> Replica:
    """Return the replica to write as, drawing a fresh one where the log may not go on."""
    home = home_of(path)
    newest = connection.execute(
        select(REPLICA.c.no, REPLICA.c.id, REPLICA.c.home)
        .where(REPLICA.c.home != "", REPLICA.c.home == home)
        .order_by(REPLICA.c.no.desc())
        .limit(1)
    ).first()
    last = connection.scalar(select(func.max(REPLICA.c.no)).where(REPLICA.c.home != ""))
    if newest is not None and newest.no == last:
        written = last_number(connection, newest.no)
        if written >= Ledger.load().seen(newest.id):
            return Replica(newest.no, newest.id)
    return draw_replica(connection, path, name)


def draw_replica(connection: Connection, path: Path, name: str) -> Replica:
    """Start a fresh replica for the file at `path`."""
    replica_id = new_id()
    result = connection.execute(
        insert(REPLICA).values(
            id=replica_id, name=name, home=home_of(path), created_at=datetime.now(UTC)
        )
    )
    (number,) = result.inserted_primary_key or (0,)
    return Replica(number, replica_id)


def last_number(connection: Connection, replica_no: int) -> int:
    """Return the number of the last change that a replica wrote (0: none yet)."""
    newest = select(func.max(CHANGE.c.n)).where(CHANGE.c.replica_no == replica_no)
    return connection.scalar(newest) or 0


def last_clock(connection: Connection) -> str:
    """Return the newest clock of the log ("": the log is empty)."""
    return connection.scalar(select(func.max(COMMAND.c.clock))) or ""


def home_of(path: Path) -> str:
    """Return what stands for this place on this installation, without naming either."""
    place = os.fsencode(path.resolve())
    return sha256(f"{Ledger.load().installation}\n".encode() + place).hexdigest()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What this installation remembers: who it is and how far it saw each replica write."""

    installation: str
    numbers: dict[str, int]

    @classmethod
    def load(cls) -> "Ledger":
        """Return the stored ledger; a new installation gets its identity here."""
        try:
            stored = json.loads(_ledger_path().read_text("utf-8"))
            return cls(str(stored["installation"]), {k: int(n) for k, n in stored["seen"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            ledger = cls(new_id(), {})
            ledger._store()
            return ledger

    def seen(self, replica_id: str) -> int:
        """Return the number up to which this installation has seen the replica write."""
        return self.numbers.get(replica_id, 0)

    def remember(self, replica_id: str, number: int) -> None:
        """Note that the replica has written up to `number`."""
        if number > self.seen(replica_id):
            self.numbers[replica_id] = number
            self._store()

    def _store(self) -> None:
        path = _ledger_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as stream:
            data = {"installation": self.installation, "seen": self.numbers}
            stream.write(json.dumps(data, indent=1).encode())


def _ledger_path() -> Path:
    return config_folder() / "installation.json"


class Clock:
    """A hybrid logical clock: never behind the wall clock nor behind any clock it has seen."""

    def __init__(self, last: str, milliseconds: Callable[[], int]) -> None:
        self._milliseconds = milliseconds
        self._last = (int(last[:14]), int(last[15:])) if last else (0, 0)

    def tick(self) -> str:
        """Return the next clock, „milliseconds-counter“, sortable as text."""
        now = self._milliseconds()
        ahead = now > self._last[0]
        self._last = (now, 0) if ahead else (self._last[0], self._last[1] + 1)
        return f"{self._last[0]:014d}-{self._last[1]:06d}"
