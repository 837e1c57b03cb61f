"""The rollback journal beside a file on a stick or a network drive, when a crash left it there.

It holds pages as they were before the transaction that was cut off, and SQLite puts them back at
the next opening. But it does not know to which file it belongs: beside a copy that somebody put in
place after the crash it would ruin that. Such a copy was closed and says so.
"""

from pathlib import Path

from quartierdesk.store.engine import open_engine
from quartierdesk.store.file_facts import journal_of
from quartierdesk.store.write_ahead import is_complete, set_aside


def take_back(path: Path, passphrase: str | None) -> None:
    """Bring the file to its last complete state; the caller holds the lock.

    A journal that does not belong to the file is set aside.
    """
    journal = journal_of(path)
    if not (journal.exists() and journal.stat().st_size):
        return
    if is_complete(path, passphrase):
        set_aside(journal)
    else:
        _roll_back(path, passphrase)


def _roll_back(path: Path, passphrase: str | None) -> None:
    engine = open_engine(path, passphrase=passphrase)
    try:
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    finally:
        engine.dispose()
