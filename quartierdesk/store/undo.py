"""Undo and redo from the change log; both survive closing and opening the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json import loads

from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import Session

from quartierdesk.errors import UserError
from quartierdesk.store.change_log import Entry, entries_by
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.log import CHANGE, COMMAND
from quartierdesk.store.values import Json, from_json, to_json


@dataclass(frozen=True, slots=True)
class Step:
    """A command that can be undone or redone; `applied_by` is the command that last did it."""

    command_id: str
    label: str
    applied_by: str


def next_undo(connection: Connection) -> Step | None:
    """Return what undo would take back, or None."""
    return _step(connection, "done", newest=True)


def next_redo(connection: Connection) -> Step | None:
    """Return what redo would do again, or None."""
    return _step(connection, "undone", newest=False)


def _step(connection: Connection, state: str, *, newest: bool) -> Step | None:
    order = COMMAND.c.seq.desc() if newest else COMMAND.c.seq
    query = select(COMMAND.c.id, COMMAND.c.label, COMMAND.c.applied_by)
    row = connection.execute(query.where(COMMAND.c.state == state).order_by(order).limit(1)).first()
    return None if row is None else Step(*row)


def invert(session: Session, command_id: str) -> None:
    """Put back what a command changed, as changes of the session's own command.

    Raises `UserError` when a field has another value by now, or when another laptop edited or
    refers to a row that would have to go.
    """
    created: list[tuple[type[Logged], str]] = []
    for table, changed in _by_table(entries_by(session.connection(), command_id)).items():
        for row in _rows(session, table, list(changed)):
            if any(entry.kind == "new" for entry in changed[row.id]):
                row.deleted = True
                created.append((table, row.id))
            else:
                _put_back(row, changed[row.id])
    _refuse_if_edited_elsewhere(session, [row_id for _, row_id in created])
    session.flush()
    _refuse_if_referred_to(session, created)


def _by_table(entries: Iterable[Entry]) -> dict[type[Logged], dict[str, list[Entry]]]:
    tables = logged_tables()
    grouped: dict[type[Logged], dict[str, list[Entry]]] = {}
    for entry in entries:
        rows = grouped.setdefault(tables[entry.table], {})
        rows.setdefault(entry.row_id, []).append(entry)
    return grouped


def _rows(session: Session, table: type[Logged], row_ids: Sequence[str]) -> Iterator[Logged]:
    for chunk in _chunks(row_ids):
        yield from session.scalars(select(table).where(table.id.in_(chunk))).all()


def _chunks(row_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(row_ids), 500):
        yield row_ids[start : start + 500]


def _put_back(row: Logged, entries: Iterable[Entry]) -> None:
    first: dict[str, Json] = {}
    last: dict[str, Json] = {}
    for entry in entries:
        for field, (before, after, *_rest) in loads(entry.data).items():
            first.setdefault(field, before)
            last[field] = after
    for field, before in first.items():
        if to_json(getattr(row, field)) != last[field]:
            raise UserError(
                "Der Schritt kann nicht zurückgenommen werden, weil dieselbe Angabe inzwischen"
                " geändert wurde.",
                "Bitte ändern Sie sie von Hand.",
            )
        setattr(row, field, from_json(type(row), field, before))


def _refuse_if_edited_elsewhere(session: Session, row_ids: Sequence[str]) -> None:
    foreign = (
        select(CHANGE.c.n)
        .join(COMMAND, COMMAND.c.id == CHANGE.c.command_id)
        .where(COMMAND.c.state == "foreign")
    )
    for chunk in _chunks(row_ids):
        if session.execute(foreign.where(CHANGE.c.row_id.in_(chunk)).limit(1)).first():
            raise UserError(
                "Der Schritt kann nicht zurückgenommen werden, weil ein anderer Laptop den Eintrag"
                " inzwischen bearbeitet hat.",
                "Bitte löschen Sie den Eintrag von Hand, wenn er nicht mehr gebraucht wird.",
            )


def _refuse_if_referred_to(session: Session, created: Iterable[tuple[type[Logged], str]]) -> None:
    rows: dict[str, list[str]] = {}
    for table, row_id in created:
        rows.setdefault(table.__tablename__, []).append(row_id)
    for name, row_ids in rows.items():
        for chunk in _chunks(row_ids):
            if _is_referred_to(session, name, chunk):
                raise UserError(
                    "Der Schritt kann nicht zurückgenommen werden, weil andere Einträge auf das"
                    " Angelegte verweisen.",
                    "Bitte lösen Sie zuerst diese Verweise.",
                )


def _is_referred_to(session: Session, name: str, row_ids: Sequence[str]) -> bool:
    for table in logged_tables().values():
        for column in table.__table__.columns:
            if any(key.column.table.name == name for key in column.foreign_keys):
                refers = column.in_(row_ids) & table.deleted.is_(False)
                if session.scalar(select(exists().where(refers))):
                    return True
    return False


def undo_step(connection: Connection) -> Step:
    """Return the step to undo; raises `UserError` when there is none."""
    step = next_undo(connection)
    if step is None:
        raise UserError(
            "Es gibt nichts, was rückgängig gemacht werden kann.",
            "Weiter zurück führt nur eine Sicherung.",
        )
    return step


def redo_step(connection: Connection) -> Step:
    """Return the step to redo; raises `UserError` when there is none."""
    step = next_redo(connection)
    if step is None:
        raise UserError(
            "Es gibt nichts, was wiederhergestellt werden kann.",
            "Wiederherstellen lässt sich nur, was zuletzt zurückgenommen wurde.",
        )
    return step
