"""Taking the log of a package into the log of the workspace: the union of both.

An entry is known by its key (replica, number). The same key with another content means that two
programs went on under one name; then nothing is taken over, and somebody has to look.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from quartierdesk.errors import UserError
from quartierdesk.store.change_log import Entry
from quartierdesk.store.engine import write_rows
from quartierdesk.store.foreign_entries import is_command, is_id, refuse_odd

_BATCH = 1000
_ENTRIES = (
    "SELECT c.row_id, c.tbl, c.kind, c.n, c.command_id, v.data, v.erased, m.clock, m.state, r.id,"
    " v.salt, c.hash, m.kind FROM change c"
    " JOIN change_value v ON v.replica_no = c.replica_no AND v.n = c.n"
    " JOIN command m ON m.id = c.command_id AND m.replica_no = c.replica_no"
    " JOIN replica r ON r.no = c.replica_no{only} ORDER BY c.replica_no, c.n"
)
_COMMANDS = (
    "SELECT m.id, m.clock, m.kind, m.label, m.actor, m.target, r.id FROM command m"
    " JOIN replica r ON r.no = m.replica_no{only} ORDER BY m.seq"
)
_ERASURES = " WHERE m.kind = 'erase'"
_INSERT_REPLICA = "INSERT INTO replica (id, name, home, created_at) VALUES (?, ?, '', ?)"
_INSERT_COMMAND = (
    "INSERT INTO command (id, clock, kind, label, actor, target, replica_no, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 'foreign')"
)
_INSERT_CHANGE = (
    "INSERT INTO change (replica_no, n, command_id, tbl, row_id, kind, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_VALUE = (
    "INSERT INTO change_value (replica_no, n, salt, data, erased) VALUES (?, ?, ?, ?, ?)"
)
_FILL_VALUE = "UPDATE change_value SET data = ?, erased = ? WHERE replica_no = ? AND n = ?"


@dataclass(slots=True)
class Taken:
    """What came in: entries by their replica, touched rows by table, erasures among them.

    `created` counts new rows by table, `newest` is the newest clock by replica; `erased` are the
    rows of which something was erased before.
    """

    entries: dict[str, int] = field(default_factory=dict)
    touched: dict[str, set[str]] = field(default_factory=dict)
    created: dict[str, int] = field(default_factory=dict)
    newest: dict[str, str] = field(default_factory=dict)
    commands: int = 0
    erasures: int = 0
    known: int = 0
    erased: set[str] = field(default_factory=set)

    def note(self, entry: Entry) -> None:
        """Count an entry that is new here."""
        self.entries[entry.replica] = self.entries.get(entry.replica, 0) + 1
        self.touched.setdefault(entry.table, set()).add(entry.row_id)
        self.newest[entry.replica] = max(entry.clock, self.newest.get(entry.replica, ""))
        self.erasures += entry.kind == "erase"
        if entry.kind == "new":
            self.created[entry.table] = self.created.get(entry.table, 0) + 1


def take(
    connection: Connection,
    package: Connection,
    name: str,
    step: Callable[[int], None],
    *,
    only_erasures: bool = False,
) -> Taken:
    """Bring the log of a package into the running transaction; `name` is for its sentences.

    With `only_erasures` only what was erased, for older copies of the same file. `step` is called
    with the number of entries just looked at. Raises `UserError` for an entry that our program
    does not write, and where a key is known with another content.
    """
    erased = connection.exec_driver_sql("SELECT DISTINCT row_id FROM change WHERE kind = 'erase'")
    taken = Taken(erased=set(erased.scalars()))
    numbers = _take_replicas(connection, package, name)
    only = _ERASURES if only_erasures else ""
    for commands in _batches(package, _COMMANDS.format(only=only)):
        taken.commands += _take_commands(connection, commands, numbers, name)
    tables: dict[str, str] = {}
    for rows in _batches(package, _ENTRIES.format(only=only)):
        found = [(_entry(row), str(row[12])) for row in rows]
        for entry, kind in found:
            refuse_odd(entry, kind, name)
        entries = [entry for entry, _ in found]
        _refuse_two_tables(connection, entries, tables, name)
        _take_entries(connection, entries, numbers, taken, name)
        step(len(entries))
    return taken


def _entry(row: Any) -> Entry:  # noqa: ANN401 - whatever stands in the package
    (row_id, table, kind, n, command_id, data, erased, clock, state, replica, salt, own) = row[:12]
    return Entry(
        row_id, table, kind, n, command_id, data, bool(erased), clock, state, replica, salt, own
    )


def _batches(connection: Connection, query: str) -> Iterator[Sequence[Any]]:
    cursor = connection.connection.cursor()
    try:
        cursor.execute(query)
        while rows := cursor.fetchmany(_BATCH):
            yield rows
    finally:
        cursor.close()


def _take_replicas(connection: Connection, package: Connection, name: str) -> dict[str, int]:
    """Return the local numbers of all replicas by their ids."""
    theirs = package.exec_driver_sql("SELECT id, name FROM replica ORDER BY no").all()
    known = set(connection.exec_driver_sql("SELECT id FROM replica").scalars())
    for identity, called in theirs:
        if not is_id(identity) or not isinstance(called, str) or len(called) > 1000:
            raise _odd(name)
    now = str(datetime.now(UTC).replace(tzinfo=None))
    new = [(identity, called, now) for identity, called in theirs if identity not in known]
    write_rows(connection, _INSERT_REPLICA, new)
    rows = connection.exec_driver_sql("SELECT id, no FROM replica")
    return dict(rows.all())


def _take_commands(
    connection: Connection, commands: Sequence[Any], numbers: dict[str, int], name: str
) -> int:
    places = ", ".join("?" * len(commands))
    query = (
        "SELECT m.id, m.clock, m.kind, m.label, m.actor, m.target, r.id FROM command m"
        f" JOIN replica r ON r.no = m.replica_no WHERE m.id IN ({places})"
    )
    ids = tuple(row[0] for row in commands)
    known = {row[0]: tuple(row) for row in connection.exec_driver_sql(query, ids)}
    new = []
    for row in map(tuple, commands):
        if not is_command(row[:6]):
            raise _odd(name)
        if known.get(row[0], row) != row:
            raise _two_stories(name)
        if row[0] not in known:
            new.append((*row[:6], numbers[row[6]]))
    write_rows(connection, _INSERT_COMMAND, new)
    return len(new)


def _refuse_two_tables(
    connection: Connection, entries: Sequence[Entry], tables: dict[str, str], name: str
) -> None:
    """Raise `UserError` where one identity stands for rows of two tables."""
    unknown = sorted({entry.row_id for entry in entries} - tables.keys())
    places = ", ".join("?" * len(unknown))
    query = f"SELECT DISTINCT row_id, tbl FROM change WHERE row_id IN ({places})"
    tables.update(connection.exec_driver_sql(query, tuple(unknown)).all())
    for entry in entries:
        if tables.setdefault(entry.row_id, entry.table) != entry.table:
            raise _odd(name)


def _take_entries(
    connection: Connection,
    entries: Sequence[Entry],
    numbers: dict[str, int],
    taken: Taken,
    name: str,
) -> None:
    known = _known(connection, entries, numbers)
    changes, values, fillings = [], [], []
    for entry in entries:
        number = numbers[entry.replica]
        here = known.get((number, entry.n))
        if here is None:
            changes.append(
                (number, entry.n, entry.command_id, entry.table, entry.row_id, entry.kind,
                 entry.hash)
            )  # fmt: skip
            values.append((number, entry.n, entry.salt, entry.data, entry.erased))
            taken.note(entry)
            continue
        if here[0] != entry.hash:
            raise _two_stories(name)
        taken.known += 1
        if here[1] and not entry.erased and entry.row_id not in taken.erased:
            # It was left out of an earlier package.
            fillings.append((entry.data, entry.erased, number, entry.n))
            taken.touched.setdefault(entry.table, set()).add(entry.row_id)
    write_rows(connection, _INSERT_CHANGE, changes)
    write_rows(connection, _INSERT_VALUE, values)
    write_rows(connection, _FILL_VALUE, fillings)


def _known(
    connection: Connection, entries: Sequence[Entry], numbers: dict[str, int]
) -> dict[tuple[int, int], tuple[bytes, bool]]:
    """Return hash and erasure of those entries that are here already."""
    ranges: dict[int, tuple[int, int]] = {}
    for entry in entries:
        number = numbers[entry.replica]
        low, high = ranges.get(number, (entry.n, entry.n))
        ranges[number] = (min(low, entry.n), max(high, entry.n))
    query = (
        "SELECT c.n, c.hash, v.erased FROM change c"
        " JOIN change_value v ON v.replica_no = c.replica_no AND v.n = c.n"
        " WHERE c.replica_no = ? AND c.n BETWEEN ? AND ?"
    )
    return {
        (number, row[0]): (row[1], bool(row[2]))
        for number, (low, high) in ranges.items()
        for row in connection.exec_driver_sql(query, (number, low, high))
    }


def _two_stories(name: str) -> UserError:
    return UserError(
        f"Achtung: „{name}“ und diese Datei enthalten unter derselben Nummer Verschiedenes."
        " Vermutlich wurde eine Datei außerhalb von QuartierDesk verändert oder vervielfältigt.",
        "Es wurde nichts übernommen. Bitte bewahren Sie beide Dateien auf und holen Sie Hilfe.",
    )


def _odd(name: str) -> UserError:
    return UserError(
        f"„{name}“ enthält Angaben, die QuartierDesk so nicht schreibt.",
        "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
    )
