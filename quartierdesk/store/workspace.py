"""The one door to an open workspace file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quartierdesk.domain.storage import journal_for
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import DiskFullError, UserError
from quartierdesk.store import (
    backup,
    change_log,
    erasing,
    file_states,
    storage_warnings,
    write_ahead,
)
from quartierdesk.store.access import Access, Source
from quartierdesk.store.change_log import Changes, CommandKind, Recording, RecordingSession
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.driver import as_key
from quartierdesk.store.file_place import FilePlace
from quartierdesk.store.file_states import Opened
from quartierdesk.store.plain import Rows
from quartierdesk.store.replicas import (
    Clock,
    Replica,
    current_replica,
    forget_closed,
    last_clock,
    last_number,
    note_closed,
)
from quartierdesk.store.reserve import Reserve
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.undo import Step, invert, redo_step, undo_step
from quartierdesk.store.whole_file import whole_or_nothing

__all__ = ["Access", "Workspace"]

T = TypeVar("T")
LastingKind = Literal["erase", "decide"]


class Workspace:
    """An open workspace: engine, write connection, lock and change log.

    Use `Workspace.create` or `Workspace.open`, and `close` (or `with`). All writing goes through
    `transaction`; `subscribe` tells who wants to know what changed.
    """

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path = path
        self._engine = opened.engine
        self._lock = opened.lock
        self._access = opened.access
        self._kind = opened.kind
        self._alone = opened.alone
        self._reserve = Reserve(path, opened.kind) if opened.kind else None
        self._actor = clean_line(opened.access.actor, "Name")
        self._closed = False
        self._session: RecordingSession | None = None
        self._reader: Session | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._place = FilePlace(path)
        self._replica: Replica | None = None
        self._last_n = 0
        self._clock = Clock("", opened.access.milliseconds)

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
        it, or somebody else has it open (for writing); `PassphraseError` when the passphrase is
        missing or wrong; `DamagedFileError`, with the newest good backup, when the file is empty,
        cut off, damaged or an incomplete copy.
        """
        # The files beside it belong to the file itself, not to a link to it.
        path = path.resolve() if path.is_symlink() else path.absolute()
        try:
            if access.read_only:
                return cls(path, file_states.open_for_reading(path, access))
            return cls._open_for_writing(path, access)
        except UserError as error:
            explained = backup.explained(error, path, access.passphrase)
            if explained is error:
                raise
            raise explained from error

    @classmethod
    def _open_for_writing(cls, path: Path, access: Access) -> Self:
        opened = file_states.open_for_writing(path, access, backup.before_migration)
        try:
            with in_sentences(path):
                return cls(path, opened)._begin_writing()
        except BaseException:
            write_ahead.close(opened.engine, path, opened.access.passphrase)
            if opened.lock is not None:
                opened.lock.release()
            raise

    def _begin_writing(self) -> Self:
        with self._connection(writes=True) as connection:
            replica = current_replica(connection, self.path, self._actor)
            self._last_n = last_number(connection, replica.no)
            self._clock = Clock(last_clock(connection), self._access.milliseconds)
        self._replica = replica
        self._place = FilePlace(self.path)
        self.clean()
        self._keep_reserve()
        return self

    @property
    def writable(self) -> bool:
        """Whether this program may write to the file."""
        return self._replica is not None

    @property
    def replica_id(self) -> str:
        """Return the identity under which this file writes."""
        return self._writer().id

    @property
    def is_protected(self) -> bool:
        """Whether the file is encrypted."""
        return self._access.passphrase is not None

    @property
    def backup_folder(self) -> Path:
        """Where the backups of this file lie; the folder need not be there yet."""
        return backup.folder_of(self.path)

    @property
    def has_reserve(self) -> bool:
        """Whether room is kept for when the disk is full."""
        return self._reserve is not None and self._reserve.held

    def warnings(self) -> tuple[str, ...]:
        """Return what people should know about where the file lies, in German sentences."""
        return storage_warnings.of_place(self.path, self._kind)

    def source(self) -> Source:
        """Return what another thread needs to read this file with a connection of its own.

        Raises `UserError` when the file lies there no more.
        """
        self._refuse_if_closed()
        self._place.refuse_if_gone()
        return Source(self.path, self._access.passphrase, self._alone)

    def opens_with(self, passphrase: str | None) -> bool:
        """Return whether `passphrase` is the one that the file was opened with."""
        return as_key(passphrase or "") == as_key(self._access.passphrase or "")

    @contextmanager
    def transaction(self, label: str) -> Iterator[Session]:
        """Write: yield a session whose changes become one command named `label`.

        Leaving the block commits durably, appends to the change log and tells the subscribers.
        An exception rolls everything back. Inside another transaction it joins that one.
        Raises `DiskFullError` when the disk is full: nothing is stored, and where the reserve could
        be released, doing the same again works. Raises `UserError` when the file was deleted, moved
        or replaced meanwhile.
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

    @contextmanager
    def plainly(self) -> Iterator[Rows]:
        """Read with plain statements; inside a transaction on its own state."""
        with self.reading() as session:
            if session is self._session:
                session.flush()
            connection = session.connection()

            def rows(statement: str, *parameters: object) -> list[tuple[Any, ...]]:
                return [tuple(row) for row in connection.exec_driver_sql(statement, parameters)]

            yield rows

    @contextmanager
    def lasting(self, label: str, kind: LastingKind) -> Iterator[RecordingSession]:
        """Write as `transaction` does, but a command that is never undone: `erase` or `decide`.

        After an erasure the file is cleaned of what was erased.
        """
        with self._recording(label, kind) as session:
            yield session
        if kind == "erase":
            self.clean()

    def absorb(self, label: str, work: Callable[[Connection], T], *, rehearse: bool = False) -> T:
        """Run `work`, which brings foreign entries into log and rows, as one transaction.

        It is no command of this file, and undo passes it over. With `rehearse` everything is taken
        back in the end: `work` tells what would be. Subscribers hear that anything may have
        changed.
        """
        self._writer()
        self._place.refuse_if_gone()
        if self._session is not None:
            raise RuntimeError("a merge is an operation of its own")
        with self._full_disk_handled(), self._engine.connect() as connection:
            transaction = connection.execution_options(writes=True).begin()
            with transaction:
                result = work(connection)
                if rehearse:
                    transaction.rollback()
                    return result
                newest = last_clock(connection)
        self._clock = Clock(newest, self._access.milliseconds)
        self._keep_reserve()
        self.clean()
        self._tell(Changes(label, frozenset(logged_tables()), ""))
        return result

    def clean(self) -> bool:
        """Clean the file of what was erased, where that is still due; return whether it is clean.

        Where the disk is full or somebody reads, it is made up for at the next opening.
        """
        return erasing.clean(self._engine)

    def undo(self) -> Changes:
        """Take back the last command; raises `UserError` when that cannot be."""
        with self.reading() as session:
            step = undo_step(session.connection())
        return self._invert(step, "undo", f"Zurückgenommen: {step.label}")

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

    def exchange(
        self, produce: Callable[[Path], None], passphrase: str | None, *, same_log: bool
    ) -> None:
        """Put what `produce` writes to a new file in the place of this one and open that.

        Until the new file is complete and has taken the name, the old one stays as it is; after
        an error it is open again. `passphrase` is that of the new file. `same_log` says that it
        holds the same log; otherwise it goes on under a fresh replica. Other threads must not be
        reading the file. Raises `UserError` when the file cannot be closed or replaced.
        """
        replica = self._writer()
        self._place.refuse_if_gone()
        if self._session is not None:
            raise RuntimeError("a transaction is still open")
        old = self._access
        self._close_file(replica)
        try:
            self._refuse_unless_complete()
            with whole_or_nothing(self.path, replace=True) as unfinished:
                produce(unfinished)
                if not same_log:
                    forget_closed(self.path)
            self._access = replace(old, passphrase=passphrase)
        finally:
            self._open_again()
        self._tell(Changes("Datei ausgetauscht", frozenset(logged_tables()), ""))

    def _refuse_unless_complete(self) -> None:
        if not write_ahead.is_complete(self.path, self._access.passphrase):
            raise UserError(
                f"„{self.path.name}“ konnte nicht vollständig gespeichert werden.",
                "Bitte prüfen Sie, ob der Datenträger voll oder nicht mehr angeschlossen ist.",
            )

    def _open_again(self) -> None:
        journal = journal_for(self._kind or "local")
        if journal is None:
            raise RuntimeError("a file is never opened for writing there")
        access = replace(self._access, accept_incomplete=False)
        self._engine = file_states.reopen(self.path, access, journal, backup.before_migration)
        with in_sentences(self.path):
            self._begin_writing()

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
                self._close_file(replica)
        finally:
            if self._lock is not None:
                self._lock.release()

    def _close_file(self, replica: Replica) -> None:
        if self._reserve is not None:
            # First: what still stands in the log may need the room.
            self._reserve.release()
        write_ahead.close(self._engine, self.path, self._access.passphrase)
        note_closed(self.path, replica, self._last_n)

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
        self._place.refuse_if_gone()
        if self._session is not None:
            raise RuntimeError("undo and redo are operations of their own")
        recording = Recording(
            replica, self._clock.tick(), label, self._actor, self._last_n, kind, target
        )
        with self._full_disk_handled(), self._connection(writes=True) as connection:
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
        self._keep_reserve()
        if recording.kinds:
            self._tell(recording.changes())

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

    def _keep_reserve(self) -> None:
        if self._reserve is not None:
            self._reserve.take()

    @contextmanager
    def _full_disk_handled(self) -> Iterator[None]:
        """Say errors of the disk in sentences; when it is full, make room by the reserve."""
        try:
            with in_sentences(self.path):
                yield
        except DiskFullError as error:
            if self._reserve is None or not self._reserve.release():
                raise
            raise DiskFullError(
                error.sentence,
                "Für das Wichtigste ist jetzt noch etwas Platz frei gemacht: Bitte wiederholen Sie"
                " den Schritt und schaffen Sie danach Platz.",
                reserve_released=True,
            ) from error

    @contextmanager
    def _connection(self, *, writes: bool) -> Iterator[Connection]:
        with (
            self._engine.connect() as connection,
            connection.execution_options(writes=writes).begin(),
        ):
            yield connection
