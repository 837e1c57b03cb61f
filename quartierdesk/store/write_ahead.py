"""The write-ahead log beside an open file, and the mark in the file that it needs this log.

The mark stands in the file itself before anything else goes into the log, and is taken back only
after everything from the log is in the file. So a file without the mark is complete: a log that
lies beside it nevertheless belongs to another state of the file – somebody put an older copy in
its place after a crash – and would ruin it. On a stick or a network drive another mark says the
same of the rollback journal.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from quartierdesk.errors import UserError
from quartierdesk.store import meta
from quartierdesk.store.engine import open_engine, outside_transactions
from quartierdesk.store.file_facts import MARKS, OPEN, Mark, log_of


def write_mark(connection: Connection, mark: Mark) -> None:
    """Note in the file whether it is open, and what it needs then."""
    meta.write(connection, OPEN, MARKS[mark])


def mark(engine: Engine, mark: Mark) -> None:
    """Note it durably, in a transaction of its own."""
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        write_mark(connection, mark)


def needs_log(connection: Connection) -> bool:
    """Return whether the file, as the connection sees it, says that it needs its log."""
    return meta.read(connection, OPEN) == MARKS["needs log"]


def is_complete(path: Path, passphrase: str | None) -> bool:
    """Return whether the file alone, whatever lies beside it, is the whole workspace.

    False also where the file alone cannot be read: a crash may have left half of it in the log.
    """
    return _mark_of(path, passphrase) == MARKS["closed"]


def _mark_of(path: Path, passphrase: str | None) -> str | None:
    with (
        suppress(DatabaseError),
        looking(path, passphrase, immutable=True) as connection,
    ):
        return meta.read(connection, OPEN)
    return None


@contextmanager
def looking(path: Path, passphrase: str | None, *, immutable: bool) -> Iterator[Connection]:
    """Yield a connection that changes neither the file nor its log."""
    engine = open_engine(path, passphrase=passphrase, mode="ro", immutable=immutable)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def set_aside_foreign_log(path: Path, passphrase: str | None) -> None:
    """Give a log that does not belong to the file another name; the caller holds the lock.

    What an opening or a closing that was cut off left behind is removed: it holds nothing that is
    not in the file.
    """
    log = log_of(path)
    if log.exists() and log.stat().st_size and is_complete(path, passphrase):
        pages = _pages_in(log)
        if _stand_in(path, pages) or _are_the_mark(pages, path, passphrase):
            log.unlink()
        else:
            set_aside(log)
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _pages_in(log: Path) -> dict[int, bytes]:
    """Return the newest content of each page in the log by its number; nothing of a torn log.

    Source: sqlite.org/fileformat2.html#walformat; a page is the same, encrypted or not, in both.
    """
    newest: dict[int, bytes] = {}
    with log.open("rb") as stream:
        header = stream.read(32)
        size = int.from_bytes(header[8:12], "big")
        while len(frame := stream.read(24)) == 24 and frame[8:16] == header[16:24]:
            page = stream.read(size)
            if len(page) < size:
                return {}
            newest[int.from_bytes(frame[:4], "big")] = page
    return newest


def _stand_in(path: Path, pages: dict[int, bytes]) -> bool:
    """Return whether the file holds every one of these pages just so."""
    with path.open("rb") as stream:
        for number, page in pages.items():
            stream.seek((number - 1) * len(page))
            if stream.read(len(page)) != page:
                return False
    return bool(pages)


def _are_the_mark(pages: dict[int, bytes], path: Path, passphrase: str | None) -> bool:
    """Return whether the log says only that the file was about to be opened.

    That is one page, the one of the facts, in which nothing but the mark differs.
    """
    if len(pages) != 1:
        return False
    with suppress(DatabaseError):
        with looking(path, passphrase, immutable=True) as connection:
            alone = meta.read_all(connection)
        with looking(path, passphrase, immutable=False) as connection:
            with_log = meta.read_all(connection)
        return alone != with_log and {**alone, OPEN: MARKS["needs log"]} == with_log
    return False


def set_aside(file: Path) -> Path:
    """Give a file another name that is still free, and return it."""
    names = (file.with_name(f"{file.name}-beiseite{n or ''}") for n in itertools.count())
    return file.replace(next(name for name in names if not name.exists()))


def mark_open(engine: Engine, path: Path) -> None:
    """Note in the file itself that it is open, so that a copy without its log is recognised."""
    mark(engine, "needs log")
    if not _checkpoint(engine):
        raise UserError(
            f"„{path.name}“ wird gerade von einem anderen Programm benutzt.",
            "Bitte warten Sie einen Augenblick und versuchen Sie es noch einmal.",
        )


def do_without_log(path: Path, passphrase: str | None) -> None:
    """Prepare a file for a disk where a write-ahead log is not safe; the caller holds the lock.

    What a log beside it holds is brought into the file first, and no mark asks for one any more.
    """
    engine = open_engine(path, passphrase=passphrase, synchronous="EXTRA")
    try:
        # Alone, SQLite needs no memory shared with others, which such disks do not offer.
        outside_transactions(engine, "PRAGMA locking_mode = EXCLUSIVE")
        with engine.connect() as connection:
            needed = needs_log(connection)
        if not needed or _mark_closed(engine):
            outside_transactions(engine, "PRAGMA journal_mode = DELETE")
    finally:
        engine.dispose()


def close(engine: Engine, path: Path, passphrase: str | None) -> None:
    """Bring everything into the file, mark it as closed and let go of it.

    Where the disk is full or gone, mark and log stay; the next opening takes the log over.
    """
    closed = _mark_closed(engine)
    engine.dispose()
    log = log_of(path)
    if not closed and not log.exists() and _mark_of(path, passphrase) == MARKS["needs log"]:
        # SQLite has just taken the log over and removed it, but the mark still asks for one.
        with suppress(OSError):
            log.touch()


def take_over_log(path: Path, passphrase: str | None) -> None:
    """Bring what a crash left in the log into the file; the caller holds the lock."""
    close(open_engine(path, passphrase=passphrase), path, passphrase)


def _mark_closed(engine: Engine) -> bool:
    with suppress(DatabaseError, driver.Error):
        if not _checkpoint(engine):
            return False
        mark(engine, "closed")
        return _checkpoint(engine)
    return False


def _checkpoint(engine: Engine) -> bool:
    """Bring the log into the file; return whether all of it is there."""
    _blocked, in_log, in_file = outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
    return in_log == in_file
