"""States of a workspace file on the disk: new, open, closed, incomplete, foreign, copied."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from quartierdesk.domain.identity import new_id
from quartierdesk.errors import UserError
from quartierdesk.files import not_writable, reason, sync_folder
from quartierdesk.store import meta, migrate, search_index
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.engine import APPLICATION_ID, open_engine
from quartierdesk.store.lock import Lock, owner_of
from quartierdesk.store.schema import Base

_OPEN = "open"
_SQLITE_HEADER = b"SQLite format 3\x00"


def make(path: Path, passphrase: str | None) -> None:
    """Write an empty, closed workspace to `path`, whole or not at all."""
    with _whole_or_nothing(path) as unfinished:
        engine = open_engine(unfinished, passphrase=passphrase, mode="rwc")
        try:
            _fill(engine)
        finally:
            engine.dispose()


def open_for_writing(
    path: Path, passphrase: str | None, *, accept_incomplete: bool
) -> tuple[Engine, Lock]:
    """Return engine and lock of the workspace at `path`, migrated if it is an older one."""
    _refuse_foreign(path, passphrase)
    lock = _lock(path)
    engine = open_engine(path, passphrase=passphrase)
    try:
        with in_sentences(path):
            log_missing = not log_of(path).exists()
            with engine.connect() as connection:
                _recognise(connection, path)
                if log_missing and not accept_incomplete:
                    _refuse_incomplete(connection, path)
            _use_write_ahead_log(engine, path)
            migrate.migrate(engine, lambda: copy(engine, _backup_name(path), passphrase))
    except BaseException:
        engine.dispose()
        lock.release()
        raise
    return engine, lock


def open_for_reading(path: Path, passphrase: str | None) -> tuple[Engine, Lock | None]:
    """Return an engine that only reads, and the lock if nobody else had it.

    With the lock, what a crashed program left in the write-ahead log is taken over first. Without
    it, or in a folder that cannot be written to, nothing on the disk is touched.
    """
    _refuse_foreign(path, passphrase)
    lock = _lock_if_possible(path)
    engine: Engine | None = None
    try:
        with in_sentences(path):
            if lock is not None and log_of(path).exists():
                _take_over_log(path, passphrase)
            # A closed file is read without the helper files that a reader would leave behind.
            closed = not log_of(path).exists()
            engine = open_engine(path, passphrase=passphrase, mode="ro", immutable=closed)
            with engine.connect() as connection:
                _recognise(connection, path)
                if closed:
                    _refuse_incomplete(connection, path)
                migrate.refuse_other_revision(connection)
    except BaseException:
        if engine is not None:
            engine.dispose()
        if lock is not None:
            lock.release()
        raise
    return engine, lock


def mark_open(connection: Connection) -> None:
    """Note in the file itself that it is open, so that a copy without its log is recognised."""
    meta.write(connection, _OPEN, "1")


def mark_closed(engine: Engine) -> None:
    """Note that the file is closed and complete.

    Where the disk is full or gone the mark stays; the next opening takes over the log.
    """
    with suppress(DatabaseError):
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            meta.write(connection, _OPEN, "0")
        checkpoint(engine)


def checkpoint(engine: Engine) -> None:
    """Bring everything from the write-ahead log into the file itself."""
    outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def outside_transactions(engine: Engine, statement: str, *parameters: str) -> object:
    """Run a statement that SQLite refuses inside transactions; return its first value."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement, parameters)
        row = cursor.fetchone()
        return row[0] if row else None
    except driver.Error as error:
        raise DatabaseError(statement, parameters, error) from error
    finally:
        connection.close()


def copy(engine: Engine, target: Path, passphrase: str | None) -> None:
    """Write a complete, closed copy of an open workspace to `target`, whole or not at all."""
    with _whole_or_nothing(target) as unfinished:
        outside_transactions(engine, "VACUUM INTO ?", str(unfinished))
        duplicate = open_engine(unfinished, passphrase=passphrase)
        try:
            with (
                duplicate.connect() as connection,
                connection.execution_options(writes=True).begin(),
            ):
                meta.write(connection, _OPEN, "0")
        finally:
            duplicate.dispose()


def log_of(path: Path) -> Path:
    """Return the name of the write-ahead log that belongs to a file."""
    return path.with_name(f"{path.name}-wal")


@contextmanager
def _whole_or_nothing(path: Path) -> Iterator[Path]:
    if path.exists():
        raise UserError(f"„{path}“ gibt es schon.", "Bitte wählen Sie einen anderen Namen.")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.neu")
    try:
        if not path.parent.is_dir():
            raise FileNotFoundError(path.parent)
        with in_sentences(path):
            yield unfinished
        unfinished.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise not_writable(path, error) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def _fill(engine: Engine) -> None:
    outside_transactions(engine, f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        Base.metadata.create_all(connection)
        search_index.create(connection)
        migrate.stamp(connection)
        for key, value in (("format", meta.FILE_FORMAT), ("workspace", new_id()), (_OPEN, "0")):
            meta.write(connection, key, value)


def _refuse_foreign(path: Path, passphrase: str | None) -> None:
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        raise UserError(
            f"Die Datei „{path}“ gibt es nicht.", "Bitte prüfen Sie Namen und Ordner."
        ) from None
    except IsADirectoryError:
        raise UserError(
            f"„{path}“ ist ein Ordner.", "Bitte geben Sie eine QuartierDesk-Datei an."
        ) from None
    except OSError as error:
        raise UserError(
            f"„{path}“ kann nicht gelesen werden: {reason(error)}.",
            "Bitte prüfen Sie, ob Sie die Datei lesen dürfen.",
        ) from error
    if not header:
        raise UserError(f"„{path.name}“ ist leer.", "Bitte öffnen Sie die letzte Sicherung.")
    if header != _SQLITE_HEADER and passphrase is None:
        raise UserError(
            f"„{path.name}“ ist keine QuartierDesk-Datei oder mit einem Kennwort geschützt.",
            "Bitte wählen Sie eine Datei mit der Endung „.quartier“.",
        )


def _recognise(connection: Connection, path: Path) -> None:
    ours = connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    if not ours or meta.read(connection, "format") != meta.FILE_FORMAT:
        raise UserError(
            f"„{path.name}“ ist eine Datei eines anderen Programms.",
            "Bitte wählen Sie eine Datei mit der Endung „.quartier“.",
        )


def _refuse_incomplete(connection: Connection, path: Path) -> None:
    if meta.read(connection, _OPEN) == "1":
        raise UserError(
            f"„{path.name}“ ist eine unvollständige Kopie: Sie wurde kopiert, während die Datei"
            " noch geöffnet war.",
            "Bitte schließen Sie die Datei auf dem anderen Gerät und kopieren Sie sie noch einmal.",
        )


def _use_write_ahead_log(engine: Engine, path: Path) -> None:
    if outside_transactions(engine, "PRAGMA journal_mode = WAL") != "wal":
        raise UserError(
            f"Auf diesem Laufwerk kann „{path.name}“ nicht sicher bearbeitet werden.",
            "Bitte kopieren Sie die Datei auf die Festplatte dieses Rechners.",
        )


def _take_over_log(path: Path, passphrase: str | None) -> None:
    engine = open_engine(path, passphrase=passphrase)
    try:
        mark_closed(engine)
    finally:
        engine.dispose()


def _lock(path: Path) -> Lock:
    try:
        lock = Lock.acquire(path)
    except OSError as error:
        raise not_writable(path, error) from error
    if lock is None:
        owner = owner_of(path)
        raise UserError(
            f"„{path.name}“ ist schon geöffnet" + (f": von {owner}." if owner else "."),
            "Bitte schließen Sie die Datei dort; lesen können Sie sie auch hier.",
        )
    return lock


def _lock_if_possible(path: Path) -> Lock | None:
    try:
        return Lock.acquire(path)
    except OSError:
        return None


def _backup_name(path: Path) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d_%H-%M-%S")
    return path.with_name(f"{path.stem} – vor Aktualisierung {stamp}{path.suffix}")
