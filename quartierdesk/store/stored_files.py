"""Files kept in a workspace under the hash of their bytes, and who still needs them."""

from collections.abc import Collection, Iterable, Mapping
from json import loads

from sqlalchemy import Connection

from quartierdesk.store.change_log import Entry
from quartierdesk.store.engine import write_rows
from quartierdesk.store.schema import Logged

HOLDERS: Mapping[str, tuple[str, ...]] = {
    "municipality": ("arms_sha256",),
    "photo": ("sha256",),
    "protocol_release": ("pdf_sha256", "content_sha256"),
}
"""Columns that name a stored file, by table."""

_REMOVE = "DELETE FROM stored_file WHERE sha256 = ?"


def hashes_in(table: type[Logged], entries: Iterable[Entry]) -> set[str]:
    """Return the stored files that entries of a table name."""
    found: set[str] = set()
    for name in HOLDERS.get(table.__tablename__, ()):
        for entry in entries:
            value = loads(entry.data).get(name)
            if entry.kind == "new":
                found.add(value or "")
            elif isinstance(value, list):
                found.update(str(each or "") for each in value[:2])
    return found - {""}


def needed(
    connection: Connection, beside: Collection[str] = (), *, public: bool = False
) -> set[str]:
    """Return the stored files that a row refers to, deleted rows included: undo may need them.

    Rows `beside` do not count; with `public` only those count that may be published.
    """
    found: set[str] = set()
    for name, columns in HOLDERS.items():
        condition = _PUBLIC.get(name, "1") if public else "1"
        for column in columns:
            query = f"SELECT id, {column} FROM {name} WHERE {column} != '' AND {condition}"
            rows = connection.exec_driver_sql(query)
            found.update(value for row_id, value in rows if row_id not in beside)
    return found


_PUBLIC = {"photo": "public AND NOT deleted", "protocol_release": "edition = 'public'"}


def remove_unused(connection: Connection, candidates: Iterable[str]) -> None:
    """Remove those of these files that no row refers to any more."""
    wanted = set(candidates)
    if wanted:
        write_rows(connection, _REMOVE, [(key,) for key in sorted(wanted - needed(connection))])
