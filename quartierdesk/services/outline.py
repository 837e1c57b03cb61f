"""The outline of a file: quarters, their workshops newest first, and how much there is beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quartierdesk.domain.text import fold
from quartierdesk.services.plain_rows import living
from quartierdesk.store.plain import Readable

DEPENDS_ON = frozenset(
    {"workshop", "quarter", "municipality", "measure", "actor", "protocol_release"}
)
"""Kinds of changes after which the outline may read differently."""

Day = date


@dataclass(frozen=True, slots=True)
class OutlineWorkshop:
    """A workshop in the outline; `released` once a protocol was released."""

    id: str
    title: str
    date: Day | None
    place: str
    released: bool


@dataclass(frozen=True, slots=True)
class OutlineQuarter:
    """A quarter with its workshops, newest first."""

    id: str
    name: str
    workshops: tuple[OutlineWorkshop, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything the rail shows; `municipality` is "" where there are several or none."""

    municipality: str
    quarters: tuple[OutlineQuarter, ...]
    measures: int
    actors: int

    @property
    def workshops(self) -> tuple[OutlineWorkshop, ...]:
        """All workshops, in the order of the outline."""
        return tuple(each for quarter in self.quarters for each in quarter.workshops)


@dataclass(frozen=True, slots=True)
class _Row:
    """What the outline needs of a workshop."""

    id: str
    title: str
    date: Day | None
    place: str
    quarter_id: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A quarter or municipality by its name."""

    id: str
    name: str


_RELEASED = "SELECT DISTINCT workshop_id FROM protocol_release WHERE deleted = 0"
_MEASURES = (
    "SELECT COUNT(*) FROM measure m JOIN workshop w ON w.id = m.workshop_id"
    " WHERE m.deleted = 0 AND w.deleted = 0"
)
_ACTORS = "SELECT COUNT(*) FROM actor WHERE deleted = 0"


def of_file(workspace: Readable) -> Outline:
    """Return the outline; the quarter with the newest workshop comes first."""
    with workspace.plainly() as rows:
        released = {row[0] for row in rows(_RELEASED)}
        there = living(rows, _Row, "workshop", "ORDER BY id")
        towns = living(rows, _Named, "municipality", "ORDER BY id")
        quarters = living(rows, _Named, "quarter", "ORDER BY id")
        ((measures,),) = rows(_MEASURES)
        ((actors,),) = rows(_ACTORS)
    names = {town.name for town in towns if town.name}
    listed = [
        OutlineQuarter(each.id, each.name, _newest_first(there, each.id, released))
        for each in quarters
    ]
    return Outline(
        names.pop() if len(names) == 1 else "",
        tuple(sorted((quarter for quarter in listed if quarter.workshops), key=_order)),
        measures,
        actors,
    )


def _newest_first(
    rows: Iterable[_Row], quarter_id: str, released: set[str]
) -> tuple[OutlineWorkshop, ...]:
    of_it = [
        OutlineWorkshop(row.id, row.title, row.date, row.place, row.id in released)
        for row in rows
        if row.quarter_id == quarter_id
    ]
    return tuple(sorted(of_it, key=lambda w: (w.date or Day.min, w.id), reverse=True))


def _order(quarter: OutlineQuarter) -> tuple[int, str]:
    newest = quarter.workshops[0].date or Day.min
    return -newest.toordinal(), fold(quarter.name)
