"""The lists of a workshop: agenda, tables, counted heads, feedback, what follows, paperwork."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quartierdesk.domain.contribution import SwotStatement
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    NextStep,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
)
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, living, new_row, write, write_differences
from quartierdesk.store.schema import Logged, contributions, frame
from quartierdesk.store.schema.base import logged_fields
from quartierdesk.store.workspace import Workspace

ListItem = (
    AgendaItem
    | Enclosure
    | FeedbackCount
    | FeedbackQuote
    | HeadCount
    | NextStep
    | Recipient
    | RetentionDate
    | Signature
    | SwotStatement
    | TopicTable
)
Item = TypeVar("Item", bound=ListItem)


@dataclass(frozen=True, slots=True)
class _List:
    table: type[Logged]
    noun: str
    the: str


_LISTS: Mapping[type, _List] = {
    AgendaItem: _List(frame.AgendaItem, "Programmpunkt", "den Programmpunkt"),
    Enclosure: _List(frame.Enclosure, "Anlage", "die Anlage"),
    FeedbackCount: _List(frame.FeedbackCount, "Rückmeldung", "die Rückmeldung"),
    FeedbackQuote: _List(frame.FeedbackQuote, "Rückmeldung", "die Rückmeldung"),
    HeadCount: _List(frame.HeadCount, "Teilnehmendenzahl", "die Teilnehmendenzahl"),
    NextStep: _List(frame.NextStep, "Nächster Schritt", "den nächsten Schritt"),
    Recipient: _List(frame.Recipient, "Empfänger", "den Empfänger"),
    RetentionDate: _List(frame.RetentionDate, "Löschfrist", "die Löschfrist"),
    Signature: _List(frame.Signature, "Unterschriftszeile", "die Unterschriftszeile"),
    SwotStatement: _List(contributions.SwotStatement, "Stärken und Schwächen", "die Aussage"),
    TopicTable: _List(frame.TopicTable, "Thementisch", "den Thementisch"),
}


def add(workspace: Workspace, workshop_id: str, item: ListItem) -> None:
    """Store a new item of one of the lists."""
    _check(item)
    entry = _LISTS[type(item)]
    with workspace.transaction(f"{entry.noun}: hinzugefügt") as session:
        existing(session, frame.Workshop, workshop_id, "die Werkstatt")
        session.add(new_row(entry.table, item, workshop_id=workshop_id))


def edit(workspace: Workspace, before: Item, after: Item) -> None:
    """Store what `after` changes in `before`."""
    _check(after)
    entry = _LISTS[type(before)]
    with workspace.transaction(f"{entry.noun}: bearbeitet") as session:
        write_differences(existing(session, entry.table, before.id, entry.the), before, after)


def remove(workspace: Workspace, item: ListItem) -> None:
    """Delete an item."""
    entry = _LISTS[type(item)]
    with workspace.transaction(f"{entry.noun}: gelöscht") as session:
        existing(session, entry.table, item.id, entry.the).deleted = True


def arrange(workspace: Workspace, items: Sequence[Item]) -> None:
    """Store the order in which `items` (of one kind, with positions) are given."""
    with workspace.transaction("Reihenfolge geändert") as session:
        for place, item in enumerate(items):
            entry = _LISTS[type(item)]
            row = existing(session, entry.table, item.id, entry.the)
            if "position" in logged_fields(entry.table):
                write(row, {"position": place})


def items(workspace: Workspace, kind: type[Item], workshop_id: str) -> list[Item]:
    """Return the items of one list; tables by number, all others by position."""
    table = _LISTS[kind].table
    with workspace.reading() as session:
        rows = living(session, table, table.__table__.c.workshop_id == workshop_id)
        found = [frozen(kind, row) for row in rows]
    return sorted(found, key=lambda item: item.number if isinstance(item, TopicTable) else 0)


def _check(item: ListItem) -> None:
    counted = item.count if isinstance(item, HeadCount | FeedbackCount) else 0
    if counted is None or counted < 0:
        raise UserError("Eine Zahl von Menschen kann nicht kleiner als null sein.")
    if isinstance(item, TopicTable) and not 1 <= item.number <= 999:
        raise UserError("Die Nummer eines Tisches liegt zwischen 1 und 999.")
    if isinstance(item, SwotStatement) and item.quadrant not in _QUADRANTS:
        raise UserError(f"„{item.quadrant}“ ist kein Feld der Stärken-Schwächen-Tafel.")


_QUADRANTS = ("strength", "weakness", "opportunity", "threat")
