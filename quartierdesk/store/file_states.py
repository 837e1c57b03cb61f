"""States of a workspace file on the disk: new, open, closed, incomplete, copied."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.storage import DiskKind, Journal, journal_for
from quartierdesk.errors import UserError
from quartierdesk.files import not_writable
from quartierdesk.store import blueprint, meta, migrate, write_ahead
from quartierdesk.store.access import Access
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.disks import disk_kind
from quartierdesk.store.engine import open_engine, outside_transactions
from quartierdesk.store.file_facts import (
    APPLICATION_ID,
    FILE_FORMAT,
    HEAD,
    journal_of,
    log_of,
)
from quartierdesk.store.lock import Lock, owner_of
from quartierdesk.store.recognition import (
    is_plain,
    recognise,
    refuse_altered,
    refuse_foreign,
    refuse_incomplete,
)
from quartierdesk.store.rollback_journal import take_back
from quartierdesk.store.whole_file import remove_unfinished, whole_or_nothing

LONGEST_NAME = 200
"""Most bytes of the name of a new file: systems allow 255, and files beside it add to the name."""

BackUp = Callable[[Path, str | None], None]
"""Makes a backup of the file with this passphrase before it is migrated."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file: its engine, the passphrase that is really used, the lock if it was to be had.

    `alone` says that nobody writes to the file. `kind` is that of the disk where it is written to.
    """

    engine: Engine
    access: Access
    lock: Lock | None
    alone: bool = False
    kind: DiskKind | None = None


def make(path: Path, passphrase: str | None, identity: str | None = None) -> None:
    """Write an empty, closed workspace to `path`, whole or not at all.

    `identity` is that of the workspace, so that packages know where they belong (None: a new one).
    Raises `UserError` for a name to which nothing could be added for the files beside it.
    """
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise UserError(
            f"Der Dateiname „{path.name[:40]}…“ ist zu lang.",
            "Bitte wählen Sie einen mit höchstens 100 Zeichen.",
        )
    with whole_or_nothing(path) as unfinished:
        engine = open_engine(unfinished, passphrase=passphrase, mode="rwc")
        try:
            fill(engine, FILE_FORMAT, identity or new_id())
        finally:
            engine.dispose()


def open_for_writing(path: Path, access: Access, back_up: BackUp) -> Opened:
    """Return the workspace at `path`, migrated if it is an older one.

    A file that is refused stays as it is. The caller has to give back engine and lock with
    `write_ahead.close` and `Lock.release`.
    """
    refuse_foreign(path, access.passphrase)
    kind = disk_kind(path)
    journal = _journal(path, kind)
    lock = acquire_lock(path)
    try:
        remove_unfinished(path)
        access = with_real_passphrase(path, access)
        return Opened(reopen(path, access, journal, back_up), access, lock, kind=kind)
    except BaseException:
        lock.release()
        raise


def reopen(path: Path, access: Access, journal: Journal, back_up: BackUp) -> Engine:
    """Return an engine that writes; the caller holds the lock."""
    passphrase = access.passphrase
    with in_sentences(path):
        take_back(path, passphrase)
        write_ahead.set_aside_foreign_log(path, passphrase)
        has_log = log_of(path).exists()
        with write_ahead.looking(path, passphrase, immutable=not has_log) as connection:
            recognise(connection, path)
            migrate.refuse_newer(connection)
            if not has_log and not access.accept_incomplete:
                refuse_incomplete(connection, path)
            if migrate.revision_of(connection) == HEAD:
                refuse_altered(connection, path)
        return _opened(path, passphrase, journal, back_up)


def _opened(path: Path, passphrase: str | None, journal: Journal, back_up: BackUp) -> Engine:
    if journal.mode == "DELETE":
        write_ahead.do_without_log(path, passphrase)
    engine = open_engine(path, passphrase=passphrase, synchronous=journal.synchronous)
    try:
        _use_journal(engine, path, journal)
        if journal.mode == "WAL":
            write_ahead.mark_open(engine, path)
        else:
            write_ahead.mark(engine, "open without log")
        migrate.migrate(engine, lambda: back_up(path, passphrase))
    except BaseException:
        write_ahead.close(engine, path, passphrase)
        raise
    return engine


def open_for_reading(path: Path, access: Access) -> Opened:
    """Return the workspace at `path` for reading, with the lock if nobody else had it.

    With the lock, what a crashed program left in the write-ahead log is taken over first. Without
    it, or in a folder that cannot be written to, no data on the disk is touched.
    """
    refuse_foreign(path, access.passphrase)
    access = with_real_passphrase(path, access)
    passphrase = access.passphrase
    lock, nobody_writes = _lock_for_reading(path)
    engine: Engine | None = None
    try:
        with in_sentences(path):
            if lock is not None:
                _take_over(path, passphrase)
            has_log = log_of(path).exists()
            # A closed file is read without the helper files that a reader would leave behind.
            lonely = not has_log and not journal_of(path).exists()
            alone = nobody_writes and (lonely or write_ahead.is_complete(path, passphrase))
            engine = open_engine(path, passphrase=passphrase, mode="ro", immutable=alone)
            with engine.connect() as connection:
                recognise(connection, path)
                if not has_log:
                    refuse_incomplete(connection, path)
                migrate.refuse_other_revision(connection)
                refuse_altered(connection, path)
    except BaseException:
        if engine is not None:
            engine.dispose()
        if lock is not None:
            lock.release()
        raise
    return Opened(engine, access, lock, alone)


def _take_over(path: Path, passphrase: str | None) -> None:
    take_back(path, passphrase)
    if not log_of(path).exists():
        return
    write_ahead.set_aside_foreign_log(path, passphrase)
    if log_of(path).exists():
        with write_ahead.looking(path, passphrase, immutable=False) as connection:
            recognise(connection, path)
            migrate.refuse_newer(connection)
        write_ahead.take_over_log(path, passphrase)


def copy(engine: Engine, target: Path, passphrase: str | None) -> None:
    """Write a complete, closed copy of an open workspace to `target`, whole or not at all."""
    with whole_or_nothing(target) as unfinished:
        outside_transactions(engine, "VACUUM INTO ?", str(unfinished))
        duplicate = open_engine(unfinished, passphrase=passphrase)
        try:
            write_ahead.mark(duplicate, "closed")
        finally:
            duplicate.dispose()


def fill(engine: Engine, file_format: str, identity: str) -> None:
    """Make all tables of the present schema in an empty file and mark it as closed."""
    outside_transactions(engine, f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        blueprint.build(connection)
        meta.write(connection, "format", file_format)
        meta.write(connection, "workspace", identity)
        write_ahead.write_mark(connection, "closed")


def with_real_passphrase(path: Path, access: Access) -> Access:
    """Return `access` without a passphrase where the file has none."""
    return replace(access, passphrase=None) if is_plain(path) else access


def _journal(path: Path, kind: DiskKind) -> Journal:
    journal = journal_for(kind)
    if journal is None:
        raise UserError(
            f"„{path.name}“ liegt auf einem Laufwerk, das Änderungen erst später hochlädt; was Sie"
            " erfassen, wäre dort nicht sicher.",
            "Bitte kopieren Sie die Datei auf die Festplatte dieses Rechners; lesen können Sie sie"
            " auch hier.",
        )
    return journal


def _use_journal(engine: Engine, path: Path, journal: Journal) -> None:
    wanted = journal.mode.lower()
    if outside_transactions(engine, f"PRAGMA journal_mode = {journal.mode}") != (wanted,):
        raise UserError(
            f"Auf diesem Laufwerk kann „{path.name}“ nicht sicher bearbeitet werden.",
            "Bitte kopieren Sie die Datei auf die Festplatte dieses Rechners.",
        )


def acquire_lock(path: Path) -> Lock:
    """Return the lock of the workspace at `path`; `UserError` names who has it."""
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
