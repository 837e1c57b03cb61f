"""Connections to a workspace file: sqlcipher3, durable, each transaction begun explicitly."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from quartierdesk.store.driver import connect
from quartierdesk.store.schema import logged_tables

_PATIENCE = {"OFF": 10, "FULL": 10, "EXTRA": 60}
"""Seconds to wait for others: where there is no write-ahead log, a backup holds up the writer."""

_COMMENT = re.compile(r"/\*.*?\*/|--[^\n]*", re.S)
_WRITTEN = re.compile(
    r"\b(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"
    r"(?:[\w\"`\[\]]+\s*\.\s*)?[\"`\[]?(\w+)",
    re.I,
)


def open_engine(
    path: Path,
    *,
    passphrase: str | None = None,
    mode: str = "rw",
    immutable: bool = False,
    synchronous: str = "FULL",
) -> Engine:
    """Return an engine on the existing file at `path`.

    `mode` is `rw`, `rwc` (create) or `ro`. `immutable` promises that nobody writes meanwhile; only
    so can a file in a read-only folder be read. With `synchronous` `FULL` an acknowledged sentence
    is on the disk, not in a cache; where there is a rollback journal that takes `EXTRA`.
    """

    def open_connection() -> Any:  # noqa: ANN401 - the driver has no types
        patience = _PATIENCE[synchronous]
        connection = connect(path, mode, passphrase, immutable=immutable, patience=patience)
        try:
            if mode != "ro":
                connection.execute(f"PRAGMA synchronous = {synchronous}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,  # what citizens said stays out of every log
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard_logged_tables)
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    cursor = connection.connection.cursor()
    cursor.execute("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
    cursor.close()
    connection.info["flushing"] = False


def _guard_logged_tables(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    _context: object,
    _many: bool,
) -> None:
    """Refuse writes to logged tables that would bypass the change log."""
    if connection.info.get("flushing") or statement.startswith(("SELECT", "CREATE")):
        return
    for match in _WRITTEN.finditer(_COMMENT.sub(" ", statement)):
        if match[1].lower() in logged_tables():
            raise RuntimeError(f"writing to {match[1]} would bypass the change log")


def write_rows(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run one statement for each row, on the driver itself, in the running transaction."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(statement, rows)
    finally:
        cursor.close()


def outside_transactions(engine: Engine, statement: str, *parameters: str) -> tuple[object, ...]:
    """Run a statement that SQLite refuses inside transactions; return its first row."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement, parameters)
        return tuple(cursor.fetchone() or ())
    except driver.Error as error:
        raise DatabaseError(statement, parameters, error) from error
    finally:
        connection.close()
