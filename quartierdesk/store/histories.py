"""The history of one row across laptops: what holds, and what was overwritten unseen.

The versions of a field form a tree by their bases. A version that nobody overwrote knowingly is a
leaf; the newest leaf holds, the others were lost unseen. All of it follows from the set of entries
alone, so it is the same on every laptop.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads

from quartierdesk.store.blanking import WHOLE
from quartierdesk.store.change_log import Entry
from quartierdesk.store.edits import Edit, edit_of
from quartierdesk.store.schema.base import Logged, counters, defaults, logged_fields
from quartierdesk.store.values import Json, to_json

QUIET = frozenset({"position", "series", "number"})
"""Fields in which the newest value holds without a word: nobody said anything in them."""


@dataclass(frozen=True, slots=True)
class Version:
    """A value that a field had, and the entry that gave it."""

    value: Json
    entry: Entry
    edit: Edit | None = None


def versions(table: type[Logged], field: str, entries: Iterable[Entry]) -> list[Version]:
    """Return the values that a field had, in the order of the entries."""
    usual = to_json(defaults(table)[field])
    entries = list(entries)
    erased = any(entry.kind == "erase" and field in loads(entry.data) for entry in entries)
    found = []
    for entry in entries:
        data = loads(entry.data)
        if entry.kind == "new":
            if WHOLE not in data and not erased:
                found.append(Version(data.get(field, usual), entry))
        elif entry.kind in ("set", "decide") and field in data:
            edit = edit_of(data[field])
            found.append(Version(edit.after, entry, edit))
    return found


def leaves(found: Sequence[Version]) -> list[Version]:
    """Return the versions that nobody overwrote knowingly."""
    overwritten = {key for v in found if v.edit for key in (v.edit.base, *v.edit.over)}
    return [version for version in found if version.entry.key not in overwritten]


def lost(table: type[Logged], field: str, entries: Sequence[Entry]) -> list[Version]:
    """Return the versions of a field that were overwritten unseen by another value.

    The last element is the version that holds; empty where there is no conflict.
    """
    open_ends = leaves(versions(table, field, entries))
    others = [version for version in open_ends[:-1] if version.value != open_ends[-1].value]
    return [*others, open_ends[-1]] if others else []


def kept_against(table: type[Logged], entries: Sequence[Entry]) -> Entry | None:
    """Return the newest edit that no deletion of the row has seen; None where the row may go."""
    if len({entry.replica for entry in entries}) < 2:
        return None
    ends = leaves(versions(table, "deleted", entries))
    deletions = [end for end in ends if end.value is True]
    for entry in reversed(entries):
        if _says_something(table, entry) and not any(_saw(end, entry) for end in deletions):
            return entry
    return None


def _says_something(table: type[Logged], entry: Entry) -> bool:
    data = loads(entry.data)
    if entry.kind == "new":
        return WHOLE not in data
    if entry.kind == "erase":
        return False
    silent = {"deleted", *QUIET}
    if "deleted" in data and edit_of(data["deleted"]).after is False:
        return True
    return any(name in logged_fields(table) for name in data if name not in silent)


def _saw(deletion: Version, entry: Entry) -> bool:
    """Return whether whoever deleted knew an entry; entries that do not tell knew the older."""
    edit, own = deletion.edit, deletion.entry
    if edit is None or edit.seen is None or entry.replica == own.replica:
        return _place(entry) <= _place(own)
    return entry.n <= edit.seen.get(entry.replica, 0)


def _place(entry: Entry) -> tuple[str, str, int]:
    return entry.clock, entry.replica, entry.n


def disputable(table: type[Logged]) -> Iterable[str]:
    """Return the fields in which two values cannot hold side by side."""
    return (name for name in logged_fields(table) if name not in QUIET | counters(table))


def summed(field_values: Mapping[str, Json], field: str, edit: Edit, least: int) -> Json:
    """Return what a counter comes to after one more edit: steps of all laptops are added up."""
    value = field_values[field]
    if isinstance(value, int) and isinstance(edit.before, int) and isinstance(edit.after, int):
        return max(least, value + edit.after - edit.before)
    return edit.after
