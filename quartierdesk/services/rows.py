"""Between tables and frozen rows: reading, writing only what differs, finding what must exist."""

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from quartierdesk.errors import GoneError, UserError
from quartierdesk.store.schema import Logged
from quartierdesk.store.schema.base import logged_fields


class Frozen(Protocol):
    """A frozen dataclass with identity."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """Return the identity of the row."""


F = TypeVar("F", bound=Frozen)
L = TypeVar("L", bound=Logged)

_CHUNK = 500


def frozen(kind: type[F], row: Logged, **more: object) -> F:
    """Return `row` as a frozen `kind`; `more` gives the fields that are no columns."""
    values = {name: getattr(row, name) for name in _names(kind) if name not in more}
    return kind(**values, **more)


@functools.cache
def _names(kind: type[Frozen]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def values_of(table: type[Logged], item: Frozen) -> dict[str, object]:
    """Return the fields of `item` that are columns of `table`."""
    columns = logged_fields(table)
    return {name: getattr(item, name) for name in _names(type(item)) if name in columns}


def new_row(table: type[L], item: Frozen, **more: object) -> L:
    """Return a row with the values of `item`, its identity included."""
    return table(id=item.id, **values_of(table, item), **more)


def write_differences(row: Logged, before: Frozen, after: Frozen) -> None:
    """Set the columns in which `after` differs from `before`, and no others.

    So an edit does not overwrite what somebody else changed meanwhile; where both changed the
    same thing, it is refused.
    """
    old, new = values_of(type(row), before), values_of(type(row), after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    for name, value in changed.items():
        if getattr(row, name) not in (old[name], value):
            raise UserError(
                "Dieselbe Angabe wurde inzwischen an anderer Stelle geändert.",
                "Bitte sehen Sie sich den neuen Stand an und ändern Sie sie dann noch einmal.",
            )
    write(row, changed)


def write(row: Logged, values: Mapping[str, object]) -> None:
    """Set columns that have another value by now."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def existing(session: Session, table: type[L], row_id: str, noun: str) -> L:
    """Return a row that must exist; `noun` names it in the message („den Beitrag“)."""
    return _alive(session.get(table, row_id), noun)


def existing_all(session: Session, table: type[L], row_ids: Iterable[str], noun: str) -> list[L]:
    """Return rows that must all exist, in the order of their ids as given."""
    wanted = list(row_ids)
    found = by_id(session, table, wanted)
    return [_alive(found.get(row_id), noun) for row_id in wanted]


def by_id(session: Session, table: type[L], row_ids: Sequence[str]) -> dict[str, L]:
    """Return the rows with these ids that there are, deleted ones included."""
    found: dict[str, L] = {}
    for start in range(0, len(row_ids), _CHUNK):
        query = select(table).where(table.id.in_(row_ids[start : start + _CHUNK]))
        found.update((row.id, row) for row in session.scalars(query))
    return found


def _alive(row: L | None, noun: str) -> L:
    if row is None or row.deleted:
        raise GoneError(f"Es gibt {noun} nicht mehr.", "Gelöschtes holt „Rückgängig“ zurück.")
    return row


def gone(session: Session, table: type[Logged], *conditions: ColumnElement[bool]) -> set[str]:
    """Return the ids of rows that were deleted."""
    return set(session.scalars(select(table.id).where(table.deleted.is_(True), *conditions)))


def gone_of(
    session: Session, table: type[L], row_ids: Collection[str], *conditions: ColumnElement[bool]
) -> set[str]:
    """Return which of these rows were deleted, and of many which others that fulfil `conditions`.

    A few are looked up; for many it is quicker to go through all that fulfil the conditions.
    """
    if not row_ids:
        return set()
    return gone(
        session, table, *([table.id.in_(row_ids)] if len(row_ids) <= _CHUNK else conditions)
    )


def living(session: Session, table: type[L], *conditions: ColumnElement[bool]) -> Sequence[L]:
    """Return the rows that are not deleted, in the order of their position and creation."""
    query = select(table).where(table.deleted.is_(False), *conditions)
    position = getattr(table, "position", None)
    return session.scalars(
        query.order_by(*([position] if position is not None else []), table.id)
    ).all()


def ensure(session: Session, table: type[L], row_id: str, **values: object) -> L:
    """Return the row with a derived id and these values: new, changed or taken back to life."""
    row = session.get(table, row_id)
    if row is None:
        row = table(id=row_id, **values)
        session.add(row)
        return row
    write(row, {**values, "deleted": False})
    return row


def ensure_all(
    session: Session, table: type[Logged], wanted: Mapping[str, Mapping[str, object]]
) -> None:
    """Do what `ensure` does for many rows: values by derived id."""
    known = by_id(session, table, list(wanted))
    for row_id, values in wanted.items():
        if row_id in known:
            write(known[row_id], {**values, "deleted": False})
        else:
            session.add(table(id=row_id, **values))
