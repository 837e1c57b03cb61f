"""Who changed what and when; taking steps back and forth."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from json import loads

from sqlalchemy import func, select

from quartierdesk.services.next_steps import next_steps
from quartierdesk.store.change_log import Changes, entries_of
from quartierdesk.store.schema.log import CHANGE, COMMAND, REPLICA
from quartierdesk.store.workspace import Workspace

__all__ = ["HistoryLine", "last_change", "listed", "next_steps", "redo", "undo"]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One operation: when (UTC), who, what; `undone` while it is taken back."""

    at: datetime
    who: str
    what: str
    rows: int
    undone: bool


def listed(workspace: Workspace, limit: int | None = None) -> Sequence[HistoryLine]:
    """Return the operations, newest first."""
    rows = select(CHANGE.c.command_id, func.count().label("rows")).group_by(CHANGE.c.command_id)
    counts = rows.subquery()
    query = (
        select(
            COMMAND.c.clock,
            COMMAND.c.actor,
            REPLICA.c.name,
            COMMAND.c.label,
            counts.c.rows,
            COMMAND.c.state,
        )
        .join(REPLICA, REPLICA.c.no == COMMAND.c.replica_no)
        .outerjoin(counts, counts.c.command_id == COMMAND.c.id)
        .order_by(COMMAND.c.clock.desc(), COMMAND.c.seq.desc())
        .limit(limit)
    )
    with workspace.reading() as session:
        return [
            HistoryLine(
                _moment(row.clock),
                row.actor or row.name,
                row.label,
                row.rows or 0,
                row.state in ("undone", "dropped"),
            )
            for row in session.execute(query)
        ]


def last_change(workspace: Workspace, row_id: str, field: str) -> datetime | None:
    """Return when (UTC) a field of a row was changed last; None if it is as it was made."""
    with workspace.reading() as session:
        entries = entries_of(session.connection(), [row_id])
    for entry in reversed(entries):
        if entry.kind == "set" and not entry.erased and field in loads(entry.data):
            return _moment(entry.clock)
    return None


def undo(workspace: Workspace) -> Changes:
    """Take back the last operation; raises `UserError` when that cannot be."""
    return workspace.undo()


def redo(workspace: Workspace) -> Changes:
    """Do again what was taken back last; raises `UserError` when that cannot be."""
    return workspace.redo()


def _moment(clock: str) -> datetime:
    return datetime.fromtimestamp(int(clock[:14]) / 1000, UTC)
