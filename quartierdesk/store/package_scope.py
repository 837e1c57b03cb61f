"""What of a workspace a package carries: everything, or what a laptop at a table needs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from quartierdesk.store.blanking import without_values
from quartierdesk.store.change_log import Entry
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import parents, references

PERSONAL = frozenset({"participant", "consent", "signature", "recipient", "actor"})
"""Tables about people. Their entries travel to a table, but without what is written in them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a package carries.

    Without a workshop the whole workspace. With one: that workshop, and of people only that there
    is somebody. `table_id` is the table at which the package is to be opened.
    """

    workshop_id: str = ""
    table_id: str = ""
    without_people: bool = False


def rows_beside(connection: Connection, scope: Scope) -> frozenset[str]:
    """Return the rows that belong to other workshops than that of the scope."""
    if not scope.workshop_id:
        return frozenset()
    beside: set[str] = set()
    for table in _parents_first():
        beside |= _beside(connection, table, scope.workshop_id, beside)
    return frozenset(beside)


def _parents_first() -> Iterator[type[Logged]]:
    waiting = dict(logged_tables())
    while waiting:
        ready = [
            name
            for name, table in waiting.items()
            if not {references(table)[column] for column in parents(table)} & (waiting.keys())
        ]
        for name in ready:
            yield waiting.pop(name)


def _beside(
    connection: Connection, table: type[Logged], workshop_id: str, beside: set[str]
) -> set[str]:
    name = table.__tablename__
    if name == "workshop":
        query = "SELECT id FROM workshop WHERE id != ?"
        return set(connection.exec_driver_sql(query, (workshop_id,)).scalars())
    columns = references(table)
    if "workshop_id" in columns:
        query = f"SELECT id FROM {name} WHERE workshop_id != ?"
        return set(connection.exec_driver_sql(query, (workshop_id,)).scalars())
    column = next((each for each in parents(table) if columns[each] not in _SHARED), None)
    if column is None:
        return set()
    rows = connection.exec_driver_sql(f"SELECT id, {column} FROM {name}")
    return {row_id for row_id, parent in rows if parent in beside}


_SHARED = frozenset({"municipality", "quarter"})


def scoped(entries: Sequence[Entry], scope: Scope, beside: Iterable[str]) -> list[Entry]:
    """Return entries as they travel: those of the scope, without what is written about people."""
    left_out = beside if isinstance(beside, frozenset) else frozenset(beside)
    kept = [entry for entry in entries if entry.row_id not in left_out]
    if not (scope.workshop_id or scope.without_people):
        return kept
    bare = _without_people(kept)
    return [
        replace(entry, data=bare[entry.key], erased=True) if entry.key in bare else entry
        for entry in kept
    ]


def _without_people(entries: Sequence[Entry]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in PERSONAL:
        own = [entry for entry in entries if entry.table == name]
        found.update(without_values(logged_tables()[name], own))
    return found
