"""The outline of a file: quarters, their workshops newest first, and how much there is beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quartierdesk.domain.text import fold
from quartierdesk.services.rows import living
from quartierdesk.store.schema import Logged
from quartierdesk.store.schema.decisions import Measure
from quartierdesk.store.schema.frame import Municipality, ProtocolRelease, Quarter
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.schema.people import Actor
from quartierdesk.store.workspace import Workspace

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


def of_file(workspace: Workspace) -> Outline:
    """Return the outline; the quarter with the newest workshop comes first."""
    with workspace.reading() as session:
        released = {row.workshop_id for row in living(session, ProtocolRelease)}
        rows = living(session, WorkshopTable)
        names = {row.name for row in living(session, Municipality) if row.name}
        quarters = [
            OutlineQuarter(row.id, row.name, _newest_first(rows, row.id, released))
            for row in living(session, Quarter)
        ]
        known = {row.id for row in rows}
        return Outline(
            names.pop() if len(names) == 1 else "",
            tuple(sorted((q for q in quarters if q.workshops), key=_order)),
            _count_of(session, Measure, known),
            _count(session, Actor),
        )


def _newest_first(
    rows: Iterable[WorkshopTable], quarter_id: str, released: set[str]
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


def _count(session: Session, table: type[Logged]) -> int:
    query = select(func.count()).select_from(table).where(table.deleted.is_(False))
    return session.scalar(query) or 0


def _count_of(session: Session, table: type[Measure], workshops: set[str]) -> int:
    query = select(table.workshop_id, func.count()).where(table.deleted.is_(False))
    counts = session.execute(query.group_by(table.workshop_id))
    return sum(number for workshop_id, number in counts if workshop_id in workshops)
