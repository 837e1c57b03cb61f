"""Which values of a row have to go because somebody's data were erased.

An entry of the kind `erase` names what is erased: `{"": null}` the whole row, `{field: base}`
single fields, where `base` is the entry whose value held. All values of the row or field go,
whoever wrote them and whenever they arrive – except those that were written knowing of the
erasure. So the result depends on the set of entries alone and is the same on every laptop.
"""

from collections.abc import Iterable, Mapping, Sequence
from json import loads
from typing import Any

from quartierdesk.store.change_log import Entry
from quartierdesk.store.schema.base import Logged, parents
from quartierdesk.store.values import packed

WHOLE = ""
"""Stands for the whole row in an erasure, and in a creation that was blanked as a whole."""


def blanked(table: type[Logged], entries: Sequence[Entry]) -> dict[str, str]:
    """Return the data that entries of one row have to have instead, by their keys.

    `entries` must be in the order of their clocks; those that are right already are left out.
    """
    erasures = [(entry, loads(entry.data)) for entry in entries if entry.kind == "erase"]
    if any(WHOLE in data for _, data in erasures):
        return without_values(table, entries)
    fields = {name for _, data in erasures for name in data}
    if not fields:
        return {}
    dropped: dict[str, set[str]] = {}
    for name in fields:
        for key in _not_knowing(name, entries, erasures):
            dropped.setdefault(key, set()).add(name)
    return _changed(
        (entry, {name: value for name, value in loads(entry.data).items() if name not in gone})
        for entry in entries
        if entry.kind != "erase" and (gone := dropped.get(entry.key))
    )


def without_values(table: type[Logged], entries: Iterable[Entry]) -> dict[str, str]:
    """Return the data of entries without any value but what the row belongs to."""
    return _changed((entry, _bare(table, entry)) for entry in entries if entry.kind != "erase")


def _bare(table: type[Logged], entry: Entry) -> dict[str, object]:
    if entry.kind != "new":
        return {}
    data = loads(entry.data)
    return {WHOLE: None, **{name: data[name] for name in parents(table) if name in data}}


def _changed(entries: Iterable[tuple[Entry, Mapping[str, object]]]) -> dict[str, str]:
    found = ((entry, packed(data)) for entry, data in entries)
    return {entry.key: data for entry, data in found if data != entry.data}


def _not_knowing(
    name: str, entries: Sequence[Entry], erasures: Sequence[tuple[Entry, Mapping[str, Any]]]
) -> set[str]:
    """Return the entries with a value in a field that were written without knowing an erasure."""
    unknowing: set[str] = set()
    for erasure, data in erasures:
        if name not in data:
            continue
        knowing = {erasure.key}
        for entry in entries:
            base = _base(name, entry)
            if base in knowing:
                knowing.add(entry.key)
            elif entry.kind != "erase":
                unknowing.add(entry.key)
    return unknowing


def _base(name: str, entry: Entry) -> str | None:
    if entry.kind == "new":
        return None
    data = loads(entry.data)
    if name not in data:
        return None
    base = data[name] if entry.kind == "erase" else data[name][2]
    return None if base is None else str(base)
