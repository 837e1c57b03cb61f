"""Conflicts: what two laptops wrote without knowing of each other, and what is to hold.

The list follows from the log alone and is the same on every laptop; a decision travels with the
next package.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.field_words import field_word, kind_word
from quartierdesk.domain.labels import parse_label
from quartierdesk.domain.long_work import silently
from quartierdesk.errors import UserError
from quartierdesk.services.names_of_rows import name_of_row, value_in_words
from quartierdesk.store import conflicts
from quartierdesk.store.rebuild import rebuild
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.schema.log import COMMAND, REPLICA
from quartierdesk.store.values import Json
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values: as people read it (`text`), who wrote it and when (UTC)."""

    text: str
    who: str
    at: datetime
    value: Json


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was written twice: the thing by its name, the field in a word, and the values.

    `holds` is what the file shows now; in the field „gelöscht“ that the thing stays. `others` are
    the values that were overwritten unseen.
    """

    id: str
    table: str
    row_id: str
    field: str
    what: str
    field_name: str
    holds: Side
    others: tuple[Side, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """All values, the one that holds first."""
        return (self.holds, *self.others)


def listed(workspace: Workspace) -> list[Conflict]:
    """Return the open conflicts, in the same order on every laptop."""
    with workspace.reading() as session:
        return in_words(session, conflicts.all_conflicts(session.connection()))


def in_words(session: Session, found: Sequence[conflicts.Conflict]) -> list[Conflict]:
    """Return conflicts of the store as people read them."""
    people = _people(session, found)
    return [_in_words(session, each, people) for each in found]


def decide(workspace: Workspace, conflict: Conflict, chosen: Side) -> None:
    """Let one of the values of a conflict hold, on every laptop; it cannot be undone.

    Raises `UserError` when the conflict is no longer what was shown.
    """
    if chosen not in conflict.sides:
        raise ValueError("not a value of this conflict")
    with workspace.lasting("Widerspruch entschieden", "decide") as session:
        connection = session.connection()
        found = conflicts.by_identity(conflicts.all_conflicts(connection)).get(conflict.id)
        if found is None or in_words(session, [found]) != [conflict]:
            raise UserError(
                "Dieser Widerspruch hat sich inzwischen geändert.",
                "Bitte sehen Sie ihn noch einmal an.",
            )
        choices = _with_what_follows(conflict, chosen.value)
        conflicts.settle(connection, session.recording, found, choices)
        rebuild(connection, {conflict.table: [conflict.row_id]}, silently)


def _with_what_follows(conflict: Conflict, value: Json) -> Mapping[str, Json]:
    """Return the fields to set: the number of a card consists of three."""
    if (conflict.table, conflict.field) == ("contribution", "label"):
        series, number = parse_label(str(value))
        return {"label": value, "series": series, "number": number}
    return {conflict.field: value}


def _people(session: Session, found: Sequence[conflicts.Conflict]) -> dict[str, str]:
    """Return who gave each command: the name of the laptop."""
    ids = {side.command_id for each in found for side in (each.holds, *each.others)}
    query = select(COMMAND.c.id, COMMAND.c.actor, REPLICA.c.name).join(
        REPLICA, REPLICA.c.no == COMMAND.c.replica_no
    )
    names: dict[str, str] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        chunk = query.where(COMMAND.c.id.in_(wanted[start : start + 500]))
        names.update((row[0], row[1] or row[2] or "unbekannt") for row in session.execute(chunk))
    return names


def _in_words(session: Session, each: conflicts.Conflict, people: Mapping[str, str]) -> Conflict:
    def side(of: conflicts.Side) -> Side:
        text = value_in_words(session, each.table, each.field, of.value)
        moment = datetime.fromtimestamp(int(of.clock[:14]) / 1000, UTC)
        return Side(text, people.get(of.command_id, "unbekannt"), moment, of.value)

    row = session.get(logged_tables()[each.table], each.row_id)
    return Conflict(
        each.id,
        each.table,
        each.row_id,
        each.field,
        name_of_row(row) if row is not None else kind_word(each.table),
        field_word(each.field, each.table),
        side(each.holds),
        tuple(map(side, each.others)),
    )
