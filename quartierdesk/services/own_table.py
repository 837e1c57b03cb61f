"""The table a file was made for: what the laptop there shows and where its cards belong."""

from dataclasses import dataclass

from quartierdesk.store.plain import Readable

_OWN = (
    "SELECT t.workshop_id, t.id, t.number, t.topic FROM topic_table t"
    " JOIN meta m ON m.key = 'own_table' AND m.value = t.id WHERE t.deleted = 0"
)


@dataclass(frozen=True, slots=True)
class OwnTable:
    """The table whose laptop this is: only its contributions are to be shown."""

    workshop_id: str
    table_id: str
    number: int
    topic: str


def own_table(workspace: Readable) -> OwnTable | None:
    """Return the table that this file was made for; None for the file of the lead."""
    with workspace.plainly() as rows:
        found = rows(_OWN)
    return OwnTable(*found[0]) if found else None
