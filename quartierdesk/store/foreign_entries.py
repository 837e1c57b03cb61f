"""What another laptop may have written: every entry of a foreign log is looked at before it counts.

A package may be damaged or made by somebody who means harm. An entry is taken over only if our own
program could have written it.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from json import loads
from typing import Any

from sqlalchemy import Boolean, Integer

from quartierdesk.domain.text import LONGEST_TEXT, clean, clean_line
from quartierdesk.errors import UserError
from quartierdesk.store.blanking import WHOLE
from quartierdesk.store.change_log import Entry
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import logged_fields, parents, references
from quartierdesk.store.schema.columns import Line, Lines, Prose
from quartierdesk.store.values import from_json, packed, to_json

LONGEST_DATA = 1_000_000
"""Most characters of one entry: all texts of a row at their longest stay below."""

LAST_MOMENT = 90_000_000_000_000
"""The last millisecond from which a clock of fourteen digits can go on (year 4821)."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CLOCK = re.compile(r"\d{14}-\d{6}")
_KEY = re.compile(r"\d{14}-\d{6}/[0-9a-f-]{36}/\d{1,18}")
_MOST = 1 << 53
_COMMAND_KINDS = frozenset({"do", "undo", "redo", "erase", "decide"})


class _OddError(Exception):
    """Something in an entry that our program does not write."""


_ODD = (_OddError, UserError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError)


def is_id(value: object) -> bool:
    """Return whether a value is an identity as we give them."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_clock(value: object) -> bool:
    """Return whether a value is a clock from which one can go on."""
    known = isinstance(value, str) and _CLOCK.fullmatch(value) is not None
    return known and int(str(value)[:14]) <= LAST_MOMENT


def is_command(row: tuple[Any, ...]) -> bool:
    """Return whether (id, clock, kind, label, actor, target) is a command as we write them."""
    identity, clock, kind, label, actor, target = row
    texts = all(isinstance(text, str) and _is_line(text) for text in (label, actor))
    return (
        is_id(identity)
        and is_clock(clock)
        and kind in _COMMAND_KINDS
        and texts
        and (target is None or is_id(target))
    )


def _is_line(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and clean(text, "Text") == text


def refuse_odd(entry: Entry, command_kind: str, name: str) -> None:
    """Raise `UserError` for an entry that our own program cannot have written.

    `name` is that of the package.
    """
    try:
        _check(entry, command_kind)
        altered = not entry.erased and entry.hash != entry.digest()
    except _ODD as error:
        raise UserError(
            f"„{name}“ enthält einen Eintrag, den QuartierDesk so nicht schreibt.",
            "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
        ) from error
    if altered:
        raise UserError(
            f"In „{name}“ stimmt die Prüfsumme eines Eintrags nicht.",
            "Bitte lassen Sie das Paket auf dem anderen Laptop noch einmal schreiben.",
        )


def _check(entry: Entry, command_kind: str) -> None:
    _need(is_id(entry.row_id) and entry.n >= 1 and entry.table in logged_tables())
    _need(len(entry.data) <= LONGEST_DATA and len(entry.salt) == 16 and len(entry.hash) == 32)
    table = logged_tables()[entry.table]
    data = loads(entry.data)
    _need(isinstance(data, dict) and packed(data) == entry.data)
    if entry.kind == "new":
        _check_new(table, data, erased=entry.erased)
    elif entry.kind == "erase":
        _need(command_kind == "erase" and not entry.erased)
        _check_erasure(table, data)
    else:
        _need(entry.kind == "set" or (entry.kind == "decide" and command_kind == "decide"))
        for field, parts in data.items():
            _check_edit(table, field, parts)


def _need(condition: bool) -> None:
    if not condition:
        raise _OddError


def _check_new(table: type[Logged], data: Mapping[str, Any], *, erased: bool) -> None:
    for field, value in data.items():
        if field == WHOLE:
            _need(erased and value is None and set(data) <= {WHOLE, *parents(table)})
        else:
            _check_value(table, field, value)
    _need(all(data.get(field) is not None for field in parents(table)))


def _check_erasure(table: type[Logged], data: Mapping[str, Any]) -> None:
    _need(bool(data))
    if WHOLE in data:
        _need(data == {WHOLE: None})
        return
    for field, base in data.items():
        kind = logged_fields(table)[field]
        _need(isinstance(kind, Line | Prose | Lines) and _is_key(base))


def _check_edit(table: type[Logged], field: str, parts: Any) -> None:  # noqa: ANN401
    _need(isinstance(parts, list) and 3 <= len(parts) <= 4)
    before, after, base = parts[:3]
    if before is not None:
        _check_value(table, field, before)
    _check_value(table, field, after)
    _need(base is None or _is_key(base))
    more = parts[3] if len(parts) > 3 else {}
    _need(isinstance(more, dict) and set(more) <= {"seen", "over"})
    for replica, n in more.get("seen", {}).items():
        _need(is_id(replica) and type(n) is int and 0 <= n < _MOST)
    _need(all(_is_key(key) for key in more.get("over", [])))


def _is_key(value: object) -> bool:
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _check_value(table: type[Logged], field: str, value: Any) -> None:  # noqa: ANN401
    kind = logged_fields(table)[field]
    if value is None:
        _need(bool(table.__table__.columns[field].nullable))
    elif field in references(table):
        _need(is_id(value))
    elif isinstance(kind, Lines):
        _need(isinstance(value, list) and all(isinstance(item, str) for item in value))
        _need(all(clean_line(item, "Text") == item for item in value))
    elif isinstance(kind, Line):
        _need(isinstance(value, str) and clean_line(value, "Text") == value)
    elif isinstance(kind, Prose):
        _need(isinstance(value, str) and clean(value, "Text") == value)
    elif isinstance(kind, Boolean):
        _need(type(value) is bool)
    elif isinstance(kind, Integer):
        _need(type(value) is int and abs(value) < _MOST)
    else:
        _need(isinstance(value, str) and len(value) <= 64)
        meant = from_json(table, field, value)
        _need(to_json(meant) == value)
        _need(not isinstance(meant, Decimal) or meant.is_finite())
