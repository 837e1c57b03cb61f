"""States of a workspace file on the disk: new, open, closed, incomplete, foreign, copied."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from quartierdesk.domain.identity import new_id
from quartierdesk.errors import UserError
from quartierdesk.files import not_writable, reason, sync_folder
from quartierdesk.store import meta, migrate, search_index, write_ahead
from quartierdesk.store.disk_errors import damaged, in_sentences
from quartierdesk.store.engine import APPLICATION_ID, open_engine, outside_transactions
from quartierdesk.store.lock import Lock, owner_of
from quartierdesk.store.schema import Base
from quartierdesk.store.write_ahead import log_of

_SQLITE_HEADER = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_ID_AT = 68


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
    """Return engine and lock of the workspace at `path`, migrated if it is an older one.

    A file that is refused stays as it is. The caller has to give back both with
    `write_ahead.close` and `Lock.release`.
    """
    _refuse_foreign(path, passphrase)
    lock = _lock(path)
    try:
        with in_sentences(path):
            write_ahead.set_aside_foreign_log(path, passphrase)
            has_log = log_of(path).exists()
            with write_ahead.looking(path, passphrase, immutable=not has_log) as connection:
                _recognise(connection, path)
                migrate.refuse_newer(connection)
                if not has_log and not accept_incomplete:
                    _refuse_incomplete(connection, path)
            return _opened(path, passphrase), lock
    except BaseException:
        lock.release()
        raise


def _opened(path: Path, passphrase: str | None) -> Engine:
    engine = open_engine(path, passphrase=passphrase)
    try:
        _use_write_ahead_log(engine, path)
        write_ahead.mark_open(engine, path)
        migrate.migrate(engine, lambda: copy(engine, _backup_name(path), passphrase))
    except BaseException:
        write_ahead.close(engine, path, passphrase)
        raise
    return engine


def open_for_reading(path: Path, passphrase: str | None) -> tuple[Engine, Lock | None]:
    """Return an engine that only reads, and the lock if nobody else had it.

    With the lock, what a crashed program left in the write-ahead log is taken over first. Without
    it, or in a folder that cannot be written to, no data on the disk is touched.
    """
    _refuse_foreign(path, passphrase)
    lock, nobody_writes = _lock_for_reading(path)
    engine: Engine | None = None
    try:
        with in_sentences(path):
            if lock is not None and log_of(path).exists():
                _take_over(path, passphrase)
            has_log = log_of(path).exists()
            # A closed file is read without the helper files that a reader would leave behind.
            alone = nobody_writes and (not has_log or write_ahead.is_complete(path, passphrase))
            engine = open_engine(path, passphrase=passphrase, mode="ro", immutable=alone)
            with engine.connect() as connection:
                _recognise(connection, path)
                if not has_log:
                    _refuse_incomplete(connection, path)
                migrate.refuse_other_revision(connection)
    except BaseException:
        if engine is not None:
            engine.dispose()
        if lock is not None:
            lock.release()
        raise
    return engine, lock


def _take_over(path: Path, passphrase: str | None) -> None:
    write_ahead.set_aside_foreign_log(path, passphrase)
    if log_of(path).exists():
        with write_ahead.looking(path, passphrase, immutable=False) as connection:
            _recognise(connection, path)
            migrate.refuse_newer(connection)
        write_ahead.take_over_log(path, passphrase)


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
                write_ahead.write_mark(connection, is_open=False)
        finally:
            duplicate.dispose()


@contextmanager
def _whole_or_nothing(path: Path) -> Iterator[Path]:
    if path.exists():
        raise UserError(f"„{path}“ gibt es schon.", "Bitte wählen Sie einen anderen Namen.")
    unfinished = path.absolute().with_name(f".{path.name}.{os.getpid()}.neu")
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
            with suppress(OSError):
                unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def _fill(engine: Engine) -> None:
    outside_transactions(engine, f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        Base.metadata.create_all(connection)
        search_index.create(connection)
        migrate.stamp(connection)
        meta.write(connection, "format", meta.FILE_FORMAT)
        meta.write(connection, "workspace", new_id())
        write_ahead.write_mark(connection, is_open=False)


def _refuse_foreign(path: Path, passphrase: str | None) -> None:
    """Raise `UserError` for what is no workspace at first sight, without leaving a trace."""
    header = _header(path)
    if not header:
        raise UserError(f"„{path.name}“ ist leer.", "Bitte öffnen Sie die letzte Sicherung.")
    if not header.startswith(_SQLITE_HEADER):
        if passphrase is None:
            raise UserError(
                f"„{path.name}“ ist keine QuartierDesk-Datei oder mit einem Kennwort geschützt.",
                "Bitte wählen Sie eine Datei mit der Endung „.quartier“.",
            )
    elif len(header) < _HEADER_LENGTH:
        raise damaged(path)
    elif header[_ID_AT : _ID_AT + 4] != APPLICATION_ID.to_bytes(4, "big"):
        raise _of_another_program(path)


def _header(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        what = "ein Ordner" if path.is_dir() else "keine gewöhnliche Datei"
        raise UserError(f"„{path}“ ist {what}.", "Bitte geben Sie eine QuartierDesk-Datei an.")
    try:
        with path.open("rb") as stream:
            return stream.read(_HEADER_LENGTH)
    except FileNotFoundError:
        raise UserError(
            f"Die Datei „{path}“ gibt es nicht.", "Bitte prüfen Sie Namen und Ordner."
        ) from None
    except OSError as error:
        raise UserError(
            f"„{path}“ kann nicht gelesen werden: {reason(error)}.",
            "Bitte prüfen Sie, ob Sie die Datei lesen dürfen.",
        ) from error


def _of_another_program(path: Path) -> UserError:
    return UserError(
        f"„{path.name}“ ist eine Datei eines anderen Programms.",
        "Bitte wählen Sie eine Datei mit der Endung „.quartier“.",
    )


def _recognise(connection: Connection, path: Path) -> None:
    ours = connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    if not ours or meta.read(connection, "format") != meta.FILE_FORMAT:
        raise _of_another_program(path)


def _refuse_incomplete(connection: Connection, path: Path) -> None:
    if write_ahead.is_marked(connection):
        raise UserError(
            f"„{path.name}“ ist eine unvollständige Kopie: Sie wurde kopiert, während die Datei"
            " noch geöffnet war.",
            "Bitte schließen Sie die Datei auf dem anderen Gerät und kopieren Sie sie noch einmal.",
        )


def _use_write_ahead_log(engine: Engine, path: Path) -> None:
    if outside_transactions(engine, "PRAGMA journal_mode = WAL") != ("wal",):
        raise UserError(
            f"Auf diesem Laufwerk kann „{path.name}“ nicht sicher bearbeitet werden.",
            "Bitte kopieren Sie die Datei auf die Festplatte dieses Rechners.",
        )


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


def _lock_for_reading(path: Path) -> tuple[Lock | None, bool]:
    """Return the lock if it can be had, and whether nobody else can be writing."""
    try:
        lock = Lock.acquire(path)
    except OSError:
        return None, True
    return lock, lock is not None


def _backup_name(path: Path) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d_%H-%M-%S")
    return path.with_name(f"{path.stem} – vor Aktualisierung {stamp}{path.suffix}")
