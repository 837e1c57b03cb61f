"""How an empty file of the present schema is built, in the words of the database itself."""

import functools

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine

from quartierdesk.store import migrate, search_index
from quartierdesk.store.schema import Base

_BY_ITSELF = "contribution_search_"
"""Beginning of the names of tables that the search index makes by itself."""


@functools.cache
def _built() -> tuple[tuple[str, str, str, str | None], ...]:
    """Return type, name, table and statement of everything in the schema, in order of creation."""
    engine = create_engine("sqlite+pysqlite://", module=driver)
    try:
        with engine.connect() as connection, connection.begin():
            Base.metadata.create_all(connection)
            search_index.create(connection)
            migrate.stamp(connection)
            return _objects(connection)
    finally:
        engine.dispose()


def _objects(connection: Connection) -> tuple[tuple[str, str, str, str | None], ...]:
    """Return the same of a file; what is no text in a damaged one is written as it is shown."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid"
    return tuple(
        (str(kind), str(name), str(of), None if sql is None else str(sql))
        for kind, name, of, sql in connection.exec_driver_sql(query)
    )


def build(connection: Connection) -> None:
    """Make all tables of the present schema in an empty file, which is the quicker way."""
    for kind, name, _, sql in _built():
        if sql and (kind != "table" or not name.startswith(_BY_ITSELF)):
            connection.exec_driver_sql(sql)
    migrate.note_present(connection)


def is_as_built(connection: Connection) -> bool:
    """Return whether a file holds the present schema and nothing besides."""
    return _comparable(_objects(connection)) == _comparable(_built())


def _comparable(objects: tuple[tuple[str, str, str, str | None], ...]) -> frozenset[str]:
    return frozenset(
        "\n".join((kind, name, of, " ".join((sql or "").replace('"', "").split())))
        for kind, name, of, sql in objects
    )
