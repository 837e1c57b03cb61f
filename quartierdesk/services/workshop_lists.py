"""The lists of a workshop: agenda, tables, counted heads, feedback, what follows, paperwork."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
from quartierdesk.services.rows import (
    existing,
    existing_all,
    frozen,
    gone,
    living,
    values_of,
    write,
    write_differences,
)
from quartierdesk.store.schema import Logged, contributions, frame, people
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
    Recipient: _List(frame.Recipient, "Eintrag im Verteiler", "den Eintrag im Verteiler"),
    RetentionDate: _List(frame.RetentionDate, "Löschfrist", "die Löschfrist"),
    Signature: _List(frame.Signature, "Unterschriftszeile", "die Unterschriftszeile"),
    SwotStatement: _List(contributions.SwotStatement, "Aussage", "die Aussage"),
    TopicTable: _List(frame.TopicTable, "Thementisch", "den Thementisch"),
}
_QUADRANTS = ("strength", "weakness", "opportunity", "threat")


def add(workspace: Workspace, workshop_id: str, item: ListItem) -> None:
    """Store a new item of one of the lists, at its end."""
    with workspace.transaction(f"{_LISTS[type(item)].noun} hinzugefügt"):
        add_all(workspace, workshop_id, [item])


def add_all(workspace: Workspace, workshop_id: str, new: Iterable[ListItem]) -> None:
    """Store new items of any of the lists in the order in which they are given."""
    with workspace.transaction("Einträge hinzugefügt") as session:
        existing(session, frame.Workshop, workshop_id, "die Werkstatt")
        ends: dict[type[Logged], int] = {}
        for item in new:
            _check(item)
            table = _LISTS[type(item)].table
            if table not in ends:
                ends[table] = _end(session, table, workshop_id)
            ends[table] = max(ends[table] + 1, getattr(item, "position", 0))
            values = {**values_of(table, item), "workshop_id": workshop_id}
            if "position" in values:
                values["position"] = ends[table]
            session.add(table(id=item.id, **values))


def edit(workspace: Workspace, before: Item, after: Item) -> None:
    """Store what `after` changes in `before`."""
    _check(after)
    entry = _LISTS[type(before)]
    with workspace.transaction(f"{entry.noun} bearbeitet") as session:
        write_differences(existing(session, entry.table, before.id, entry.the), before, after)


def remove(workspace: Workspace, item: ListItem) -> None:
    """Delete an item."""
    entry = _LISTS[type(item)]
    with workspace.transaction(f"{entry.noun} gelöscht") as session:
        existing(session, entry.table, item.id, entry.the).deleted = True


def arrange(workspace: Workspace, items: Sequence[Item]) -> None:
    """Store the order in which `items` (of one kind, with positions) are given."""
    with workspace.transaction("Reihenfolge geändert") as session:
        for kind in {type(item) for item in items}:
            entry = _LISTS[kind]
            wanted = [item.id for item in items if type(item) is kind]
            rows = existing_all(session, entry.table, wanted, entry.the)
            for place, row in enumerate(rows):
                if "position" in logged_fields(entry.table):
                    write(row, {"position": place})


def items(workspace: Workspace, kind: type[Item], workshop_id: str) -> list[Item]:
    """Return the items of one list; tables by number, all others by position.

    What somebody said of a contribution that is gone is left out; a host who is gone reads as
    None.
    """
    table = _LISTS[kind].table
    with workspace.reading() as session:
        rows = living(session, table, table.__table__.c.workshop_id == workshop_id)
        lost = _lost(session, table, workshop_id)
        found = [
            frozen(kind, row, host_id=None)
            if isinstance(row, frame.TopicTable) and row.host_id in lost
            else frozen(kind, row)
            for row in rows
            if not (isinstance(row, contributions.SwotStatement) and row.contribution_id in lost)
        ]
    return sorted(found, key=lambda item: item.number if isinstance(item, TopicTable) else 0)


def refuse_impossible_table(number: int) -> None:
    """Raise `UserError` for a number that no table has."""
    if not 1 <= number <= 999:
        raise UserError(
            "Die Nummer eines Tisches liegt zwischen 1 und 999.",
            "Bitte geben Sie dem Tisch eine solche Nummer.",
        )


def _end(session: Session, table: type[Logged], workshop_id: str) -> int:
    columns = table.__table__.c
    if "position" not in columns:
        return -1
    of_it = (columns.workshop_id == workshop_id) & table.deleted.is_(False)
    last: int | None = session.scalar(select(func.max(columns.position)).where(of_it))
    return -1 if last is None else last


def _lost(session: Session, table: type[Logged], workshop_id: str) -> set[str]:
    """Return the ids of what items of this list may refer to and what was deleted."""
    if table is frame.TopicTable:
        return gone(session, people.Participant, people.Participant.workshop_id == workshop_id)
    if table is contributions.SwotStatement:
        cards = contributions.Contribution
        return gone(session, cards, cards.workshop_id == workshop_id)
    return set()


def _check(item: ListItem) -> None:
    counted = item.count if isinstance(item, HeadCount | FeedbackCount) else 0
    if counted is None or counted < 0:
        raise UserError(
            "Eine Zahl von Menschen fehlt oder ist kleiner als null.",
            "Bitte schreiben Sie, wie viele es waren.",
        )
    if isinstance(item, TopicTable):
        refuse_impossible_table(item.number)
    if isinstance(item, SwotStatement):
        _refuse_impossible_statement(item)


def _refuse_impossible_statement(item: SwotStatement) -> None:
    if item.quadrant not in _QUADRANTS:
        raise UserError(
            f"„{item.quadrant}“ ist kein Feld der Stärken-Schwächen-Tafel.",
            "Bitte wählen Sie eines der vier Felder.",
        )
    if item.contribution_id is None and not item.text.strip():
        raise UserError("Die Aussage ist leer.", "Bitte schreiben Sie auf, was gesagt wurde.")
