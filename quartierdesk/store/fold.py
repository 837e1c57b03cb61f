"""Rows as the log tells them: per field the newest value, deletion included.

A row whose deletion had not seen an edit stays; what was counted is added up; a row that was
blanked as a whole is gone.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import loads

from quartierdesk.store.blanking import WHOLE
from quartierdesk.store.change_log import Entry
from quartierdesk.store.edits import edit_of
from quartierdesk.store.histories import kept_against, summed
from quartierdesk.store.schema.base import Logged, counters, defaults, logged_fields
from quartierdesk.store.values import Json, to_json


@dataclass(slots=True)
class Folded:
    """The state of a row that follows from its log.

    `created` is False while its creation is missing, `blank` says that its values are gone.
    """

    values: dict[str, Json]
    created: bool = False
    blank: bool = False


def fold_entries(table: type[Logged], entries: Sequence[Entry]) -> Folded:
    """Return the state of one row after `entries`, which must be in the order of their clocks."""
    usual = _usual(table)
    folded = Folded(dict(usual))
    for entry in entries:
        if entry.kind == "new":
            data = loads(entry.data)
            folded.created = True
            folded.blank = folded.blank or data.pop(WHOLE, entry) is None
            folded.values.update({**usual, **data})
        elif entry.kind != "erase":
            _edit(table, folded, entry)
    if folded.blank:
        folded.values["deleted"] = True
    elif folded.values["deleted"] is True:
        folded.values["deleted"] = kept_against(table, entries) is None
    return folded


@functools.cache
def _usual(table: type[Logged]) -> Mapping[str, Json]:
    return {name: to_json(defaults(table)[name]) for name in logged_fields(table)}


def _edit(table: type[Logged], folded: Folded, entry: Entry) -> None:
    for name, parts in loads(entry.data).items():
        edit = edit_of(parts)
        if name in counters(table):
            least = defaults(table)[name]
            assert isinstance(least, int)
            folded.values[name] = summed(folded.values, name, edit, least)
        else:
            folded.values[name] = edit.after


def differences(row: Logged, folded: Folded) -> Mapping[str, tuple[Json, Json]]:
    """Return the fields in which a row differs from its log: (in the row, in the log)."""
    found = {}
    for name, expected in folded.values.items():
        stored = to_json(getattr(row, name))
        if stored != expected:
            found[name] = (stored, expected)
    return found
