"""Workshops as they are handled in a file: used as a template, moved, taken out of the bin."""

from dataclasses import dataclass, replace
from datetime import date

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.text import clean_line
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import indicators, records, workshop_lists, workshops
from quartierdesk.services.rows import existing
from quartierdesk.store.schema.frame import Quarter as QuarterTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

Day = date


@dataclass(frozen=True, slots=True)
class BinnedWorkshop:
    """A workshop in the bin."""

    id: str
    title: str
    date: Day | None


def duplicate(workspace: Workspace, workshop_id: str, title: str, day: Day | None) -> str:
    """Store a new workshop that begins like another one and return its id.

    Taken over: how the evening runs (agenda, tables with topics, methods, rules, place, times,
    facilitation, catalogue, who gets the protocol), and the figures of the quarter. Left behind:
    everything people said, counted or agreed, and every person.
    """
    title = clean_line(title, "Titel")
    record = records.load(workspace, workshop_id)
    with workspace.transaction(f"Werkstatt als Vorlage genommen: {record.workshop.title}"):
        fresh = workshops.create(workspace, _blank(record.workshop, title, day))
        workshop_lists.add_all(workspace, fresh.id, _frame_of(record))
        indicators.carry_over(workspace, fresh)
    return fresh.id


def move(workspace: Workspace, workshop_id: str, quarter_id: str) -> None:
    """Put a workshop into another quarter."""
    with workspace.transaction("Werkstatt in ein anderes Quartier verschoben") as session:
        existing(session, QuarterTable, quarter_id, "das Quartier")
        row = existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        if row.quarter_id == quarter_id:
            raise UserError(
                "Die Werkstatt gehört schon zu diesem Quartier.", "Bitte wählen Sie ein anderes."
            )
        row.quarter_id = quarter_id
        session.flush()
        indicators.follow(workspace, workshops.get(workspace, workshop_id))


def binned(workspace: Workspace) -> list[BinnedWorkshop]:
    """Return the workshops in the bin, newest first; `workshops.restore` brings one back."""
    with workspace.reading() as session:
        rows = session.query(WorkshopTable).where(WorkshopTable.deleted.is_(True)).all()
        found = [BinnedWorkshop(row.id, row.title, row.date) for row in rows]
    return sorted(found, key=lambda w: (w.date or Day.min, w.id), reverse=True)


def _blank(workshop: Workshop, title: str, day: Day | None) -> Workshop:
    return replace(
        workshop,
        id=new_id(),
        label="",
        title=title,
        date=day,
        participants_registered=None,
        participants_present=None,
        participants_source="",
        feedback_returned=None,
        missing_groups="",
        minutes_by="",
        notes="",
    )


def _frame_of(record: WorkshopRecord) -> list[workshop_lists.ListItem]:
    return [
        *(replace(item, id=new_id(), notes="") for item in record.agenda),
        *(replace(table, id=new_id(), host_id=None) for table in record.tables),
        *(replace(recipient, id=new_id()) for recipient in record.recipients),
    ]
