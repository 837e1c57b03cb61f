"""Writing rows in one call per table.

The unit of work would do it too, but it takes longer over one captured card than the disk does.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Dialect
from sqlalchemy.orm import Session, make_transient_to_detached

from quartierdesk.store.engine import write_rows
from quartierdesk.store.schema import Logged


@dataclass(frozen=True, slots=True)
class _Insert:
    """The statement for a table and how each value goes to the driver (None: as it is)."""

    statement: str
    processors: Mapping[str, Callable[[object], object] | None]

    def values(self, row: Logged) -> tuple[object, ...]:
        own = row.__dict__
        return tuple(
            own[name] if process is None else process(own[name])
            for name, process in self.processors.items()
        )


def insert_rows(session: Session, rows: Iterable[Logged]) -> None:
    """Write new rows of a session; afterwards they are as if they had been loaded."""
    connection = session.connection()
    by_table: dict[type[Logged], list[Logged]] = {}
    for row in rows:
        by_table.setdefault(type(row), []).append(row)
    for table, new in by_table.items():
        insert_all(connection, table, new)
        for row in new:
            session.expunge(row)
            make_transient_to_detached(row)
            session.add(row)


def insert_all(connection: Connection, table: type[Logged], rows: Iterable[Logged]) -> None:
    """Write new rows of one table that belong to no session."""
    insert = _insert(table, connection.dialect)
    write_rows(connection, insert.statement, [insert.values(row) for row in rows])


def overwrite_all(connection: Connection, table: type[Logged], rows: Iterable[Logged]) -> None:
    """Give rows that are there, by their ids, the values of these, which belong to no session."""
    insert = _insert(table, connection.dialect)
    quote = connection.dialect.identifier_preparer.quote
    places = ", ".join(f"{quote(name)} = ?" for name in insert.processors)
    statement = f"UPDATE {quote(table.__tablename__)} SET {places} WHERE id = ?"
    write_rows(connection, statement, [(*insert.values(row), row.id) for row in rows])


@functools.cache
def _insert(table: type[Logged], dialect: Dialect) -> _Insert:
    columns = [column for column in table.__table__.columns if column.key != "seq"]
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in columns)
    places = ", ".join("?" * len(columns))
    return _Insert(
        f"INSERT INTO {quote(table.__tablename__)} ({names}) VALUES ({places})",
        {
            column.key: column.type.dialect_impl(dialect).bind_processor(dialect)
            for column in columns
        },
    )
