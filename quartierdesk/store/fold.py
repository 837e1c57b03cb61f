"""Rows as the log tells them: per field the newest value, deletion included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json import loads

from quartierdesk.store.change_log import Entry
from quartierdesk.store.schema.base import Logged, defaults, logged_fields
from quartierdesk.store.values import Json, to_json


@dataclass(slots=True)
class Folded:
    """The state of a row that follows from its log; `created` is False while that is missing."""

    values: dict[str, Json]
    created: bool = False
    erased: bool = False


def fold_entries(table: type[Logged], entries: Iterable[Entry]) -> Folded:
    """Return the state of one row after `entries`, which must be in the order of their clocks."""
    usual = defaults(table)
    folded = Folded({name: to_json(usual[name]) for name in logged_fields(table)})
    for entry in entries:
        folded.erased = folded.erased or entry.erased
        data = loads(entry.data)
        if entry.kind == "new":
            folded.created = True
            folded.values.update(data)
        else:
            folded.values.update({name: after for name, (_before, after, _base) in data.items()})
    return folded


def differences(row: Logged, folded: Folded) -> Mapping[str, tuple[Json, Json]]:
    """Return the fields in which a row differs from its log: (in the row, in the log)."""
    found = {}
    for name, expected in folded.values.items():
        stored = to_json(getattr(row, name))
        if stored != expected:
            found[name] = (stored, expected)
    return found
