"""The one door to an open workspace file."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.store import change_log, file_states, write_ahead
from quartierdesk.store.change_log import Changes, CommandKind, Recording, RecordingSession
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.lock import Lock
from quartierdesk.store.replicas import (
    Clock,
    Replica,
    current_replica,
    last_clock,
    last_number,
    note_closed,
)
from quartierdesk.store.undo import Step, invert, redo_step, undo_step


def _wall_clock() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Access:
    """How to open a file: who writes, with which passphrase and clock, or reading only."""

    actor: str = ""
    passphrase: str | None = None
    read_only: bool = False
    accept_incomplete: bool = False
    milliseconds: Callable[[], int] = _wall_clock


class Workspace:
    """An open workspace: engine, write connection, lock and change log.

    Use `Workspace.create` or `Workspace.open`, and `close` (or `with`). All writing goes through
    `transaction`; `subscribe` tells who wants to know what changed.
    """

    def __init__(self, path: Path, engine: Engine, lock: Lock | None, access: Access) -> None:
        self.path = path
        self._engine = engine
        self._lock = lock
        self._access = access
        self._actor = clean_line(access.actor, "Name")
        self._closed = False
        self._session: RecordingSession | None = None
        self._reader: Session | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._replica: Replica | None = None
        self._last_n = 0
        self._clock = Clock("", access.milliseconds)

    @classmethod
    def create(cls, path: Path, access: Access = Access()) -> Self:
        """Make a new, empty workspace at `path` and open it.

        Raises `UserError` when there is something at `path` already or the folder is not writable.
        """
        file_states.make(path, access.passphrase)
        return cls.open(path, access)

    @classmethod
    def open(cls, path: Path, access: Access = Access()) -> Self:
        """Open the workspace at `path`; older files are backed up and migrated.

        Raises `UserError` when there is no such file, it is not a workspace, a newer program wrote
        it, it is an incomplete copy, or somebody else has it open (for writing).
        """
        # The files beside it belong to the file itself, not to a link to it.
        path = path.resolve() if path.is_symlink() else path.absolute()
        if access.read_only:
            engine, lock = file_states.open_for_reading(path, access.passphrase)
            return cls(path, engine, lock, access)
        engine, lock = file_states.open_for_writing(
            path, access.passphrase, accept_incomplete=access.accept_incomplete
        )
        try:
            with in_sentences(path):
                return cls(path, engine, lock, access)._begin_writing()
        except BaseException:
            write_ahead.close(engine, path, access.passphrase)
            lock.release()
            raise

    def _begin_writing(self) -> Self:
        with self._connection(writes=True) as connection:
            replica = current_replica(connection, self.path, self._actor)
            self._last_n = last_number(connection, replica.no)
            self._clock = Clock(last_clock(connection), self._access.milliseconds)
        self._replica = replica
        return self

    @property
    def writable(self) -> bool:
        """Whether this program may write to the file."""
        return self._replica is not None

    @property
    def replica_id(self) -> str:
        """Return the identity under which this file writes."""
        return self._writer().id

    @contextmanager
    def transaction(self, label: str) -> Iterator[Session]:
        """Write: yield a session whose changes become one command named `label`.

        Leaving the block commits durably, appends to the change log and tells the subscribers.
        An exception rolls everything back. Inside another transaction it joins that one.
        """
        if self._session is not None:
            with self._session.recording.joined():
                yield self._session
                self._session.flush()
            return
        with self._recording(label) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read: yield a session on one consistent state; inside a transaction on its own state."""
        self._refuse_if_closed()
        joined = self._session or self._reader
        if joined is not None:
            yield joined
            return
        with in_sentences(self.path), Session(self._engine, autoflush=False) as session:
            self._reader = session
            try:
                yield session
            finally:
                self._reader = None

    def undo(self) -> Changes:
        """Take back the last command; raises `UserError` when that cannot be."""
        with self.reading() as session:
            step = undo_step(session.connection())
        return self._invert(step, "undo", f"Rückgängig: {step.label}")

    def redo(self) -> Changes:
        """Do again what was undone last; raises `UserError` when that cannot be."""
        with self.reading() as session:
            step = redo_step(session.connection())
        return self._invert(step, "redo", f"Wiederhergestellt: {step.label}")

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every commit; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def store(self) -> Connection:
        """Return the connection of the running transaction, for tables outside the log."""
        if self._session is None:
            raise RuntimeError("only inside a transaction")
        return self._session.connection()

    def save_copy(self, target: Path) -> None:
        """Write a complete copy to `target`, whole or not at all; it will get its own replica."""
        self._refuse_if_closed()
        with in_sentences(target):
            file_states.copy(self._engine, target, self._access.passphrase)

    def close(self) -> None:
        """Close the file; afterwards it alone is the whole workspace. Again it does nothing.

        Raises RuntimeError inside a transaction.
        """
        if self._session is not None:
            raise RuntimeError("a transaction is still open")
        if self._closed:
            return
        self._closed = True
        replica, self._replica = self._replica, None
        try:
            if replica is None:
                self._engine.dispose()
            else:
                write_ahead.close(self._engine, self.path, self._access.passphrase)
                note_closed(self.path, replica, self._last_n)
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise RuntimeError(f"„{self.path.name}“ is closed")

    def _writer(self) -> Replica:
        self._refuse_if_closed()
        if self._replica is None:
            raise UserError(
                "Diese Datei ist nur zum Lesen geöffnet.",
                "Bitte öffnen Sie sie dort, wo sie geändert werden darf.",
            )
        return self._replica

    def _invert(self, step: Step, kind: CommandKind, label: str) -> Changes:
        with self._recording(label, kind, step.command_id) as session:
            invert(session, step.applied_by)
            return session.recording.changes()

    @contextmanager
    def _recording(
        self, label: str, kind: CommandKind = "do", target: str | None = None
    ) -> Iterator[RecordingSession]:
        replica = self._writer()
        if self._session is not None:
            raise RuntimeError("undo and redo are operations of their own")
        recording = Recording(
            replica, self._clock.tick(), label, self._actor, self._last_n, kind, target
        )
        with in_sentences(self.path), self._connection(writes=True) as connection:
            session = RecordingSession(connection, expire_on_commit=False)
            session.recording = recording
            self._session = session
            try:
                yield session
                session.flush()
                recording.refuse_if_broken()
                change_log.finish(connection, recording)
            finally:
                self._session = None
                session.close()
        self._last_n = recording.last_n
        if recording.kinds:
            changes = recording.changes()
            for listener in tuple(self._listeners):
                listener(changes)

    @contextmanager
    def _connection(self, *, writes: bool) -> Iterator[Connection]:
        with (
            self._engine.connect() as connection,
            connection.execution_options(writes=writes).begin(),
        ):
            yield connection
