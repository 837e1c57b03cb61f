"""The table a file was made for: what the laptop there shows and where its cards belong."""

from dataclasses import dataclass

from quartierdesk.store import meta
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OwnTable:
    """The table whose laptop this is: only its contributions are to be shown."""

    workshop_id: str
    table_id: str
    number: int
    topic: str


def own_table(workspace: Workspace) -> OwnTable | None:
    """Return the table that this file was made for; None for the file of the lead."""
    with workspace.reading() as session:
        table_id = meta.read(session.connection(), "own_table")
        row = session.get(TopicTableTable, table_id) if table_id else None
        if row is None or row.deleted:
            return None
        return OwnTable(row.workshop_id, row.id, row.number, row.topic)
