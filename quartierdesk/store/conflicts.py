"""Conflicts: what two laptops wrote without knowing of each other, the same list on every one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from quartierdesk.domain.identity import link_id
from quartierdesk.store.change_log import Change, Entry, Recording, append, entries_of
from quartierdesk.store.edits import Known
from quartierdesk.store.fold import fold_entries
from quartierdesk.store.histories import Version, disputable, kept_against, leaves, lost, versions
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.values import Json

_CHUNK = 500
# Rows that several laptops edited, or that several made under the same derived identity.
_CANDIDATES = (
    "SELECT row_id FROM change GROUP BY row_id"
    " HAVING count(DISTINCT CASE WHEN kind IN ('set', 'decide') THEN replica_no END) > 1"
    " OR sum(kind = 'new') > 1"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a conflict: who wrote it (replica) in which command, and when."""

    value: Json
    replica: str
    command_id: str
    clock: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with several values that were written without knowing of each other.

    `holds` is what the row has now. In the field `deleted` it is False: the row stays.
    """

    id: str
    table: str
    row_id: str
    field: str
    holds: Side
    others: tuple[Side, ...]


def all_conflicts(connection: Connection) -> list[Conflict]:
    """Return the open conflicts of a workspace, by table, row and field."""
    row_ids = list(connection.exec_driver_sql(_CANDIDATES).scalars())
    found: list[Conflict] = []
    for start in range(0, len(row_ids), _CHUNK):
        entries = entries_of(connection, row_ids[start : start + _CHUNK])
        for _, group in groupby(sorted(entries, key=lambda e: e.row_id), lambda e: e.row_id):
            found += conflicts_of(list(group))
    return sorted(found, key=lambda each: (each.table, each.row_id, each.field))


def conflicts_of(entries: Sequence[Entry]) -> Iterator[Conflict]:
    """Yield the conflicts of one row, whose entries are given in the order of their clocks."""
    table = logged_tables()[entries[0].table]
    folded = fold_entries(table, entries)
    if not folded.created or folded.blank or folded.values["deleted"]:
        return
    for field in disputable(table):
        found = _dispute(table, field, entries)
        if found:
            yield _conflict(entries[0], field, found)


def _dispute(table: type[Logged], field: str, entries: Sequence[Entry]) -> list[Version]:
    """Return the other versions of a field and, last, the one that holds."""
    if field != "deleted":
        return lost(table, field, entries)
    ends = leaves(versions(table, "deleted", entries))
    deletions = [end for end in ends if end.value is True]
    stays = next((end for end in reversed(ends) if end.value is False), None)
    edit = kept_against(table, entries)
    if stays is None and edit is not None:
        stays = Version(False, edit)
    return [*deletions, stays] if deletions and stays is not None else []


def _conflict(row: Entry, field: str, found: Sequence[Version]) -> Conflict:
    sides = [_side(version) for version in found]
    distinct: dict[str, Side] = {}
    for side in reversed(sides[:-1]):
        distinct.setdefault(repr(side.value), side)
    identity = link_id("conflict", row.table, row.row_id, field)
    others = tuple(sorted(distinct.values(), key=lambda side: (side.clock, side.replica)))
    return Conflict(identity, row.table, row.row_id, field, sides[-1], others)


def _side(version: Version) -> Side:
    entry = version.entry
    return Side(version.value, entry.replica, entry.command_id, entry.clock)


def settle(
    connection: Connection, recording: Recording, conflict: Conflict, choices: Mapping[str, Json]
) -> None:
    """Write down what holds from now on in fields of the row of a conflict.

    `choices` are values by field; with the disputed field may come others that follow from it.
    """
    entries = [e for e in entries_of(connection, [conflict.row_id]) if e.table == conflict.table]
    table = logged_tables()[conflict.table]
    known = Known()
    for entry in entries:
        known.learn(entry.key, entry.replica, entry.n, entry.fields())
    now = fold_entries(table, entries).values
    data: dict[str, object] = {}
    for field, value in choices.items():
        ends = leaves(versions(table, field, entries))
        over = [end.entry.key for end in ends]
        data[field] = known.edit(field, now[field], value, over)
    append(connection, recording, [Change(conflict.table, conflict.row_id, "decide", data)])


def by_identity(conflicts: Iterable[Conflict]) -> dict[str, Conflict]:
    """Return conflicts by their identity."""
    return {conflict.id: conflict for conflict in conflicts}
