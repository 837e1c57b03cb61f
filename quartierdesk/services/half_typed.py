"""What stands half-typed in the line of a workshop."""

import json
from dataclasses import dataclass

from quartierdesk.services.own_table import own_table
from quartierdesk.store.plain import Readable

_KEPT = "SELECT text FROM draft WHERE place = ? AND text != ''"


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stands in the line: its text, the codes in it that count as text, the table that stays.

    `editing` is the id of the card that the line changes, "" where it will be a new one.
    """

    text: str = ""
    literal: tuple[int, ...] = ()
    table: int | None = None
    editing: str = ""


def half_typed(workspace: Readable, workshop_id: str) -> HalfTyped:
    """Return what stood in the line when the program ended last.

    On the laptop of a table the line begins with that table.
    """
    with workspace.plainly() as rows:
        kept = rows(_KEPT, place_of(workshop_id))
    if not kept:
        own = own_table(workspace)
        return HalfTyped(table=own.number if own and own.workshop_id == workshop_id else None)
    values = json.loads(kept[0][0])
    return HalfTyped(values["text"], tuple(values["literal"]), values["table"], values["editing"])


def place_of(workshop_id: str) -> str:
    """Return under which name the drafts of a workshop are kept."""
    return f"capture:{workshop_id}"
