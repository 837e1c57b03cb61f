"""Actors of the quarter and advice offices."""

from typing import TypeVar

from quartierdesk.domain.text import fold
from quartierdesk.domain.workshop import Actor, AdviceOffice
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, living, new_row, write_differences
from quartierdesk.store.schema.people import Actor as ActorTable
from quartierdesk.store.schema.people import AdviceOffice as AdviceOfficeTable
from quartierdesk.store.workspace import Workspace

Entry = TypeVar("Entry", Actor, AdviceOffice)


def add(workspace: Workspace, entry: Actor | AdviceOffice) -> None:
    """Store an actor or an advice office."""
    _refuse_nameless(entry)
    with workspace.transaction(f"{_noun(entry)} angelegt") as session:
        session.add(new_row(_table(type(entry)), entry))


def edit(workspace: Workspace, before: Entry, after: Entry) -> None:
    """Store what `after` changes in `before`."""
    _refuse_nameless(after)
    with workspace.transaction(f"{_noun(before)} bearbeitet") as session:
        row = existing(session, _table(type(before)), before.id, "den Eintrag")
        write_differences(row, before, after)


def remove(workspace: Workspace, entry: Actor | AdviceOffice) -> None:
    """Delete an actor or an advice office."""
    with workspace.transaction(f"{_noun(entry)} gelöscht") as session:
        existing(session, _table(type(entry)), entry.id, "den Eintrag").deleted = True


def listed(workspace: Workspace, kind: type[Entry]) -> list[Entry]:
    """Return all actors, or all advice offices, by name."""
    with workspace.reading() as session:
        found = [frozen(kind, row) for row in living(session, _table(kind))]
    return sorted(found, key=lambda entry: fold(entry.name))


def _table(
    kind: type[Actor] | type[AdviceOffice],
) -> type[ActorTable] | type[AdviceOfficeTable]:
    return ActorTable if kind is Actor else AdviceOfficeTable


def _noun(entry: Actor | AdviceOffice) -> str:
    return "Akteur" if isinstance(entry, Actor) else "Beratungsstelle"


def _refuse_nameless(entry: Actor | AdviceOffice) -> None:
    if not entry.name.strip():
        raise UserError("Der Eintrag hat noch keinen Namen.", "Bitte geben Sie einen ein.")
