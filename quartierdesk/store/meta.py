"""Facts about the file itself: format, schema, identity, and the mark that it is open."""

from sqlalchemy import Connection, bindparam, insert, select, update

from quartierdesk.store.schema.log import META

_READ = select(META.c.value).where(META.c.key == bindparam("key"))
_READ_ALL = select(META.c.key, META.c.value)


def read(connection: Connection, key: str) -> str | None:
    """Return a fact, or None where it is not noted."""
    return connection.execute(_READ, {"key": key}).scalar()


def read_all(connection: Connection) -> dict[str, str]:
    """Return every fact by its key."""
    return {row.key: row.value for row in connection.execute(_READ_ALL)}


def write(connection: Connection, key: str, value: str) -> None:
    """Note a fact.

    An update of one value touches one page only, which is never half in the file and half in the
    write-ahead log.
    """
    if not connection.execute(update(META).where(META.c.key == key).values(value=value)).rowcount:
        connection.execute(insert(META).values(key=key, value=value))
