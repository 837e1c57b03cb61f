"""The rollback journal beside a file on a stick or a network drive, when a crash left it there.

It holds pages as they were before the transaction that was cut off, and SQLite puts them back at
the next opening. But it does not know to which state of the file it belongs: beside an older copy
that somebody put in its place it would ruin it. So what comes out is looked at first.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from quartierdesk.store.engine import open_engine
from quartierdesk.store.write_ahead import looking, set_aside


def journal_of(path: Path) -> Path:
    """Return the name of the rollback journal that belongs to a file."""
    return path.with_name(f"{path.name}-journal")


def take_back(path: Path, passphrase: str | None) -> None:
    """Bring the file to its last complete state; the caller holds the lock.

    A journal that does not belong to the file is set aside.
    """
    journal = journal_of(path)
    if not (journal.exists() and journal.stat().st_size):
        return
    if _belongs(path, passphrase) or not _is_whole(path, passphrase):
        _roll_back(path, passphrase)
    else:
        set_aside(journal)


def _belongs(path: Path, passphrase: str | None) -> bool:
    trial = path.with_name(f".{path.name}.probe")
    try:
        shutil.copyfile(path, trial)
        shutil.copyfile(journal_of(path), journal_of(trial))
        return _rolled_back(trial, passphrase)
    except OSError:
        return True  # No room to try it out: a crash is likelier than a copy put in its place.
    finally:
        for leftover in (trial, journal_of(trial)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _roll_back(path: Path, passphrase: str | None) -> None:
    engine = open_engine(path, passphrase=passphrase)
    try:
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    finally:
        engine.dispose()


def _rolled_back(trial: Path, passphrase: str | None) -> bool:
    with suppress(DatabaseError):
        _roll_back(trial, passphrase)
        return _is_whole(trial, passphrase)
    return False


def _is_whole(path: Path, passphrase: str | None) -> bool:
    """Return whether the file alone is without a fault."""
    with suppress(DatabaseError), looking(path, passphrase, immutable=True) as connection:
        return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
    return False
