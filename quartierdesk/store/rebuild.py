"""Making rows anew from the log, after entries came in or values had to go.

What a row refers to may not be here yet. Then a reference that may be empty is empty, and a row
that would belong to nothing waits in the log; the next package that comes in looks at both again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection

from quartierdesk.domain.long_work import Progress
from quartierdesk.store import meta
from quartierdesk.store.blanking import blanked
from quartierdesk.store.change_log import Entry, entries_of
from quartierdesk.store.engine import write_rows
from quartierdesk.store.fold import Folded, fold_entries
from quartierdesk.store.new_rows import insert_all, overwrite_all
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import references
from quartierdesk.store.stored_files import hashes_in, remove_unused
from quartierdesk.store.values import from_json

_CHUNK = 500
_WAITING = "waiting"
_BLANK = "UPDATE change_value SET data = ?, erased = 1 WHERE replica_no = ? AND n = ?"
# What was blanked can neither be undone nor redone.
_FINAL = (
    "UPDATE command SET state = 'final' WHERE state IN ('done', 'undone')"
    " AND (id = ? OR applied_by = ?)"
)

Touched = Mapping[str, Iterable[str]]
"""Ids of rows by the names of their tables."""


@dataclass(slots=True)
class Rebuilt:
    """What making rows anew came to: kinds of things, values that went, rows that wait."""

    kinds: set[str] = field(default_factory=set)
    blanked: int = 0
    waiting: int = 0
    _files: set[str] = field(default_factory=set)


def rebuild(connection: Connection, touched: Touched, progress: Progress) -> Rebuilt:
    """Make the touched rows what the log says, in the running transaction."""
    wanted = {name: set(ids) for name, ids in touched.items()}
    if meta.read(connection, _WAITING):
        for name, row_id in connection.exec_driver_sql("SELECT DISTINCT tbl, row_id FROM change"):
            wanted.setdefault(name, set()).add(row_id)
    whole = sum(map(len, wanted.values()))
    done = 0
    found = Rebuilt()
    missing = False
    for name, table in logged_tables().items():
        for chunk in _chunks(sorted(wanted.get(name, ()))):
            missing |= _rebuild_chunk(connection, table, chunk, found)
            done += len(chunk)
            progress(done, whole)
    found.waiting = _let_wait(connection) if missing else 0
    _note_waiting(connection, found.waiting)
    remove_unused(connection, found._files)
    return found


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def _rebuild_chunk(
    connection: Connection, table: type[Logged], row_ids: Sequence[str], found: Rebuilt
) -> bool:
    """Make some rows of one table anew; return whether one of them refers to what is not here."""
    entries = [e for e in entries_of(connection, row_ids) if e.table == table.__tablename__]
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.row_id, entry)
    rows = []
    by_row = sorted(entries, key=lambda entry: entry.row_id)
    for row_id, group in groupby(by_row, key=lambda entry: entry.row_id):
        own = _blank(connection, table, list(group), found)
        folded = fold_entries(table, own)
        if folded.created:
            rows.append(_row(table, row_id, folded))
    rows.sort(key=lambda row: first[row.id].key)
    known = _present(connection, table.__tablename__, [row.id for row in rows])
    insert_all(connection, table, [row for row in rows if row.id not in known])
    overwrite_all(connection, table, [row for row in rows if row.id in known])
    if rows:
        found.kinds.add(table.__tablename__)
    return len(rows) < len(first) or _refers_to_nothing(connection, table, rows)


def _blank(
    connection: Connection, table: type[Logged], entries: list[Entry], found: Rebuilt
) -> list[Entry]:
    """Take the values of erased rows and fields out of the log; return the entries as they are."""
    new = blanked(table, entries)
    if not new:
        return entries
    changed = [entry for entry in entries if entry.key in new]
    found._files |= hashes_in(table, changed)
    found.blanked += len(changed)
    rows = connection.exec_driver_sql("SELECT id, no FROM replica")
    numbers: dict[str, int] = dict(rows.all())
    values = [(new[entry.key], numbers[entry.replica], entry.n) for entry in changed]
    write_rows(connection, _BLANK, values)
    commands = {entry.command_id for entry in changed}
    write_rows(connection, _FINAL, [(command, command) for command in commands])
    row_ids = [entries[0].row_id]
    return [e for e in entries_of(connection, row_ids) if e.table == table.__tablename__]


def _row(table: type[Logged], row_id: str, folded: Folded) -> Logged:
    values = {name: from_json(table, name, value) for name, value in folded.values.items()}
    row = table(id=row_id, **values)
    row.derive()
    return row


def _present(connection: Connection, name: str, row_ids: Iterable[str]) -> set[str]:
    """Return which of these ids a table has."""
    wanted = sorted(set(row_ids))
    found: set[str] = set()
    for chunk in _chunks(wanted):
        places = ", ".join("?" * len(chunk))
        query = f"SELECT id FROM {name} WHERE id IN ({places})"
        found.update(row[0] for row in connection.exec_driver_sql(query, tuple(chunk)))
    return found


def _refers_to_nothing(connection: Connection, table: type[Logged], rows: Sequence[Logged]) -> bool:
    """Return whether rows refer to something that neither the tables nor the log has."""
    for name, target in references(table).items():
        wanted = {value for row in rows if (value := getattr(row, name)) is not None}
        missing = wanted - _present(connection, target, wanted) if wanted else set()
        for chunk in _chunks(sorted(missing)):
            places = ", ".join("?" * len(chunk))
            query = (
                "SELECT count(DISTINCT row_id) FROM change WHERE kind = 'new' AND tbl = ?"
                f" AND row_id IN ({places})"
            )
            if connection.exec_driver_sql(query, (target, *chunk)).scalar() != len(chunk):
                return True
    return False


def _let_wait(connection: Connection) -> int:
    """Empty references to what is not here; take rows away that would belong to nothing.

    Returns how many rows wait, wholly or in part.
    """
    waiting: set[tuple[str, int]] = set()
    while violations := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        for name, rowid, _target, number in violations:
            waiting.add((name, rowid))
            table = logged_tables()[name].__table__
            column = next(
                row[3]
                for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")
                if row[0] == number
            )
            if table.columns[column].nullable:
                statement = f'UPDATE {name} SET "{column}" = NULL WHERE seq = ?'
            else:
                statement = f"DELETE FROM {name} WHERE seq = ?"
            write_rows(connection, statement, [(rowid,)])
    return len(waiting) + _without_creation(connection)


def _without_creation(connection: Connection) -> int:
    query = (
        "SELECT count(*) FROM (SELECT row_id FROM change GROUP BY row_id"
        " HAVING max(kind = 'new') = 0)"
    )
    return connection.exec_driver_sql(query).scalar() or 0


def _note_waiting(connection: Connection, amount: int) -> None:
    if amount or meta.read(connection, _WAITING):
        meta.write(connection, _WAITING, str(amount) if amount else "")
