"""Rows of the file as frozen values, read with plain statements."""

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeVar, get_args

from quartierdesk.errors import GoneError
from quartierdesk.store.plain import Rows

F = TypeVar("F")

_READERS: Mapping[object, Callable[[Any], object]] = {
    bool: bool,
    date: date.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
    tuple[str, ...]: lambda value: tuple(json.loads(value)) if value else (),
}


def living(rows: Rows, kind: type[F], table: str, rest: str, *parameters: object) -> list[F]:
    """Return the rows of `table` that are not deleted, as frozen `kind`s.

    `kind` is a dataclass whose fields are columns; `rest` follows the condition, for example
    `AND workshop_id = ? ORDER BY position, id`. Moments in time are not among what it can read.
    """
    names, readers = _plan(kind)  # type: ignore[arg-type]  # every class can be hashed
    found = rows(f"SELECT {names} FROM {table} WHERE deleted = 0 {rest}", *parameters)
    return [_made(kind, readers, row) for row in found]


def existing(rows: Rows, kind: type[F], table: str, row_id: str, noun: str) -> F:
    """Return a row that must exist; `noun` names it in the message („den Beitrag“)."""
    found = living(rows, kind, table, "AND id = ?", row_id)
    if not found:
        raise GoneError(f"Es gibt {noun} nicht mehr.", "Gelöschtes holt „Rückgängig“ zurück.")
    return found[0]


def marks(amount: int) -> str:
    """Return so many places for parameters, as they stand after IN."""
    return f"({', '.join('?' * amount)})"


def _made(kind: type[F], readers: list[tuple[int, Callable[[Any], object]]], row: Any) -> F:  # noqa: ANN401
    values = list(row)
    for place, reader in readers:
        if values[place] is not None:
            values[place] = reader(values[place])
    return kind(*values)


@functools.cache
def _plan(kind: type[Any]) -> tuple[str, list[tuple[int, Callable[[Any], object]]]]:
    """Return the columns of a kind, and what reads those that the file has as something else."""
    readers = []
    for place, field in enumerate(fields(kind)):
        reader = _reader_of(field.type)
        if reader is not None:
            readers.append((place, reader))
    return ", ".join(f'"{field.name}"' for field in fields(kind)), readers


def _reader_of(told: object) -> Callable[[Any], object] | None:
    for kind in (told, *get_args(told)):
        if kind is datetime:
            raise TypeError("a moment in time needs its zone")
        if kind in _READERS:
            return _READERS[kind]
    return None
