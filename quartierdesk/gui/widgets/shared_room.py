"""Sharing out the width of a table among the columns that have no width of their own."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sharing:
    """A column: its share of the room, the least it takes, what its content wants; in pixels."""

    share: int
    least: int
    wants: int


def shared_out(room: int, columns: Sequence[Sharing]) -> list[int]:
    """Return the width of each column.

    A column that wants less than its share gives the rest to those that want more; what nobody
    wants is shared out by the shares. No column gets less than its least, so that the widths may
    be more than the room.
    """
    wants = [max(column.wants, column.least) for column in columns]
    if sum(wants) <= room:
        more = _by_share(room - sum(wants), columns, range(len(columns)))
        return [wide + more[at] for at, wide in enumerate(wants)]
    widths: dict[int, int] = {}
    while len(widths) < len(columns):
        open_ones = [at for at in range(len(columns)) if at not in widths]
        fair = _by_share(room - sum(widths.values()), columns, open_ones)
        held = {at: columns[at].least for at in open_ones if columns[at].least > fair[at]}
        content = {at: wants[at] for at in open_ones if wants[at] <= fair[at]}
        widths |= held or content or fair
    found = [widths[at] for at in range(len(columns))]
    cut = max(range(len(columns)), key=lambda at: wants[at] - found[at])
    found[cut] += max(0, room - sum(found))  # the pixels that rounding left
    return found


def _by_share(room: int, columns: Sequence[Sharing], places: Sequence[int]) -> dict[int, int]:
    """Return whole pixels for the columns at these places; together they are all of the room."""
    shares, left, found = sum(columns[at].share for at in places), max(0, room), {}
    for at in places:
        found[at] = left * columns[at].share // shares
        left, shares = left - found[at], shares - columns[at].share
    return found
