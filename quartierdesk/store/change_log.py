"""The change log: each field's before and after, written in the transaction that changes it.

An operation is a command; each row it touches is one change, keyed `(replica, n)`. The data of a
change is JSON: for a new row `{field: value}` without values that equal the column's default, for
a changed row `{field: [before, after, base]}`, where `base` names the change whose value was
overwritten (see `edits`).
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from json import loads
from typing import Literal

from sqlalchemy import ColumnElement, Connection, event, inspect, select
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.orm.attributes import get_history

from quartierdesk.domain.identity import new_id
from quartierdesk.store.edits import Known
from quartierdesk.store.engine import write_rows
from quartierdesk.store.new_rows import insert_rows
from quartierdesk.store.replicas import Replica
from quartierdesk.store.schema.base import Logged, defaults, logged_fields
from quartierdesk.store.schema.log import CHANGE, CHANGE_VALUE, COMMAND, REPLICA
from quartierdesk.store.values import Json, packed, to_json

CommandKind = Literal["do", "undo", "redo", "erase", "decide"]
ChangeKind = Literal["new", "set", "decide", "erase"]

_CHUNK = 500

# Plain statements: they run with every captured card, and building them anew would cost more than
# the writing itself.
_INSERT_CHANGE = (
    "INSERT INTO change (replica_no, n, command_id, tbl, row_id, kind, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_VALUE = (
    "INSERT INTO change_value (replica_no, n, salt, data, erased) VALUES (?, ?, ?, ?, ?)"
)
_INSERT_COMMAND = (
    "INSERT INTO command (id, replica_no, clock, kind, label, actor, target, state, applied_by)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_MARK = "UPDATE command SET state = ?, applied_by = ? WHERE id = ?"
_DROP_UNDONE = "UPDATE command SET state = 'dropped' WHERE state = 'undone'"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation did: its name for people and the kinds of things that changed."""

    label: str
    kinds: frozenset[str]
    command_id: str


@dataclass(slots=True)
class Recording:
    """The command that a transaction writes."""

    replica: Replica
    clock: str
    label: str
    actor: str
    last_n: int
    kind: CommandKind = "do"
    target: str | None = None
    command_id: str = field(default_factory=new_id)
    kinds: set[str] = field(default_factory=set)
    broken: bool = False

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Run a part of the command; if it fails, the whole command must not be written."""
        try:
            yield
        except BaseException:
            self.broken = True
            raise

    def refuse_if_broken(self) -> None:
        """Raise RuntimeError if a part failed and somebody went on nevertheless."""
        if self.broken:
            raise RuntimeError(f"a part of „{self.label}“ failed")

    def changes(self) -> Changes:
        """Return what the command did so far."""
        return Changes(self.label, frozenset(self.kinds), self.command_id)


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a command touches; `data` as it stands in the log."""

    table: str
    row_id: str
    kind: ChangeKind
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as it stands in the log; `state` is that of its command."""

    row_id: str
    table: str
    kind: str
    n: int
    command_id: str
    data: str
    erased: bool
    clock: str
    state: str
    replica: str
    salt: bytes
    hash: bytes

    def digest(self) -> bytes:
        """Return the hash that the entry must have.

        It covers the salted hash of the values instead of the values, so that it can be kept when
        they are erased.
        """
        values = sha256(self.salt + self.data.encode()).digest()
        head = (self.replica, self.n, self.command_id, self.clock, self.table, self.row_id)
        return sha256("\n".join(map(str, (*head, self.kind))).encode() + values).digest()

    @property
    def key(self) -> str:
        """Return the name of the entry, the same on every laptop."""
        return f"{self.clock}/{self.replica}/{self.n}"

    def fields(self) -> Mapping[str, object] | None:
        """Return the data by field; None for a new row, which has a value in every field."""
        return None if self.kind == "new" else loads(self.data)


class RecordingSession(Session):
    """A session whose every flush is written to the change log."""

    recording: Recording


@event.listens_for(RecordingSession, "before_flush")
def _write_log(session: RecordingSession, _context: object, _instances: object) -> None:
    with session.recording.joined():
        _log_and_insert(session)


def _log_and_insert(session: RecordingSession) -> None:
    if any(isinstance(row, Logged) for row in session.deleted):
        raise RuntimeError("rows are never removed; set `deleted`")
    new = [row for row in session.new if isinstance(row, Logged)]
    dirty = [row for row in session.dirty if isinstance(row, Logged)]
    for row in (*new, *dirty):
        row.derive()
    connection = session.connection()
    changes = [_new_change(row) for row in new]
    changes += _set_changes(connection, dirty)
    append(connection, session.recording, changes)
    insert_rows(session, new)
    connection.info["flushing"] = True


@event.listens_for(RecordingSession, "after_transaction_create")
def _refuse_savepoint(_session: RecordingSession, transaction: SessionTransaction) -> None:
    if transaction.nested:
        raise RuntimeError("a part that is taken back alone would leave a gap in the change log")


@event.listens_for(RecordingSession, "after_flush")
def _end_of_flush(session: RecordingSession, _context: object) -> None:
    session.connection().info["flushing"] = False


def _new_change(row: Logged) -> Change:
    table = type(row)
    usual = defaults(table)
    values = row.__dict__
    data: dict[str, object] = {
        name: to_json(values[name]) for name in logged_fields(table) if values[name] != usual[name]
    }
    return Change(row.__tablename__, row.id, "new", data)


def _set_changes(connection: Connection, rows: Sequence[Logged]) -> list[Change]:
    edits = {row.id: edit for row in rows if (edit := _edited_fields(row))}
    known = _known(connection, list(edits))
    changes = []
    for row in rows:
        if row.id in edits:
            before = known.get(row.id, Known())
            data: dict[str, object] = {
                name: before.edit(name, *values) for name, values in edits[row.id].items()
            }
            changes.append(Change(row.__tablename__, row.id, "set", data))
    return changes


def _edited_fields(row: Logged) -> dict[str, tuple[Json, Json]]:
    state = inspect(row)
    edits: dict[str, tuple[Json, Json]] = {}
    for name in logged_fields(type(row)):
        if name in state.committed_state:
            history = get_history(row, name)
            if history.added and history.deleted is not None and history.has_changes():
                before = history.deleted[0] if history.deleted else None
                edits[name] = (to_json(before), to_json(history.added[0]))
    return edits


def _known(connection: Connection, row_ids: Sequence[str]) -> dict[str, Known]:
    """Return what the log holds about rows when they are edited."""
    known: dict[str, Known] = {}
    for start in range(0, len(row_ids), _CHUNK):
        for entry in entries_of(connection, row_ids[start : start + _CHUNK]):
            known.setdefault(entry.row_id, Known()).learn(
                entry.key, entry.replica, entry.n, entry.fields()
            )
    return known


def entries_of(connection: Connection, row_ids: Iterable[str]) -> list[Entry]:
    """Return the log entries of rows, oldest first."""
    return _entries(connection, CHANGE.c.row_id.in_(list(row_ids)))


def entries_by(connection: Connection, command_id: str) -> list[Entry]:
    """Return the log entries that a command wrote, oldest first."""
    return _entries(connection, CHANGE.c.command_id == command_id)


def entries_between(
    connection: Connection, replica_no: int, after: int, amount: int
) -> list[Entry]:
    """Return the next log entries of a replica after a number, in their order."""
    condition = (CHANGE.c.replica_no == replica_no) & (CHANGE.c.n > after)
    query = _QUERY.where(condition).order_by(CHANGE.c.n).limit(amount)
    return [Entry(*tuple(row)) for row in connection.execute(query)]


def _entries(connection: Connection, condition: ColumnElement[bool]) -> list[Entry]:
    query = _QUERY.where(condition).order_by(COMMAND.c.clock, REPLICA.c.id, CHANGE.c.n)
    return [Entry(*tuple(row)) for row in connection.execute(query)]


_QUERY = (
    select(
        CHANGE.c.row_id,
        CHANGE.c.tbl,
        CHANGE.c.kind,
        CHANGE.c.n,
        CHANGE.c.command_id,
        CHANGE_VALUE.c.data,
        CHANGE_VALUE.c.erased,
        COMMAND.c.clock,
        COMMAND.c.state,
        REPLICA.c.id,
        CHANGE_VALUE.c.salt,
        CHANGE.c.hash,
    )
    .join(
        CHANGE_VALUE,
        (CHANGE_VALUE.c.replica_no == CHANGE.c.replica_no) & (CHANGE_VALUE.c.n == CHANGE.c.n),
    )
    .join(COMMAND, COMMAND.c.id == CHANGE.c.command_id)
    .join(REPLICA, REPLICA.c.no == CHANGE.c.replica_no)
)


def append(connection: Connection, recording: Recording, changes: Sequence[Change]) -> None:
    """Write changes to the log, as part of the command that is being recorded."""
    if changes and not recording.kinds:
        # Before its first change: the next flush looks up what this one wrote.
        _begin_command(connection, recording)
    replica, command = recording.replica, recording.command_id
    keys, values = [], []
    for change in changes:
        recording.last_n += 1
        n, data, salt = recording.last_n, packed(change.data), secrets.token_bytes(16)
        entry = Entry(
            change.row_id, change.table, change.kind, n, command, data, False,
            recording.clock, "", replica.id, salt, b"",
        )  # fmt: skip
        keys.append(
            (replica.no, n, command, change.table, change.row_id, change.kind, entry.digest())
        )
        values.append((replica.no, n, salt, data, False))
        recording.kinds.add(change.table)
    write_rows(connection, _INSERT_CHANGE, keys)
    write_rows(connection, _INSERT_VALUE, values)


def _begin_command(connection: Connection, recording: Recording) -> None:
    state = {"do": "done", "erase": "final", "decide": "final"}.get(recording.kind, "inverse")
    command = (
        recording.command_id, recording.replica.no, recording.clock, recording.kind,
        recording.label, recording.actor, recording.target, state, recording.command_id,
    )  # fmt: skip
    write_rows(connection, _INSERT_COMMAND, [command])


def finish(connection: Connection, recording: Recording) -> None:
    """Complete the command at the end of its transaction; nothing where nothing changed."""
    if not recording.kinds:
        if recording.kind == "do":
            return
        _begin_command(connection, recording)
    if recording.kind in ("undo", "redo"):
        state = "undone" if recording.kind == "undo" else "done"
        write_rows(connection, _MARK, [(state, recording.command_id, recording.target)])
    else:
        # Whoever does something new gives up what could have been redone.
        write_rows(connection, _DROP_UNDONE, [()])
