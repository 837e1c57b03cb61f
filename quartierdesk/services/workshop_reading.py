"""A workshop and its tables as they are read for every page."""

from dataclasses import replace

from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.services.plain_rows import existing, living
from quartierdesk.store.plain import Readable, Rows

_LOST = "SELECT id FROM participant WHERE workshop_id = ? AND deleted = 1"


def get(workspace: Readable, workshop_id: str) -> Workshop:
    """Return a workshop."""
    with workspace.plainly() as rows:
        return of_id(rows, workshop_id)


def of_id(rows: Rows, workshop_id: str) -> Workshop:
    """Return a workshop; raises `UserError` where there is none."""
    return existing(rows, Workshop, "workshop", workshop_id, "die Werkstatt")


def tables(workspace: Readable, workshop_id: str) -> list[TopicTable]:
    """Return the tables of a workshop by number; a host who is gone reads as None."""
    with workspace.plainly() as rows:
        lost = {row[0] for row in rows(_LOST, workshop_id)}
        found = living(
            rows, TopicTable, "topic_table", "AND workshop_id = ? ORDER BY id", workshop_id
        )
    kept = [replace(each, host_id=None) if each.host_id in lost else each for each in found]
    return sorted(kept, key=lambda table: table.number)
