"""Workshops, and the quarters and municipalities they belong to."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.domain.small_counts import LARGEST_K, SMALLEST_K
from quartierdesk.domain.text import fold
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, living, new_row, write_differences
from quartierdesk.services.workshop_reading import get
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.frame import Municipality as MunicipalityTable
from quartierdesk.store.schema.frame import Quarter as QuarterTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

__all__ = [
    "WorkshopOverview",
    "create",
    "create_plain",
    "edit",
    "edit_municipality",
    "edit_quarter",
    "ensure_quarter",
    "find",
    "get",
    "municipalities",
    "overview",
    "quarters",
    "remove",
    "restore",
]

Day = date
"""Name of the type inside classes that have a field called `date`."""


@dataclass(frozen=True, slots=True)
class WorkshopOverview:
    """A line of the list of workshops; `label` is distinct within the file."""

    id: str
    label: str
    title: str
    date: Day | None
    quarter: str
    contributions: int


def create(workspace: Workspace, workshop: Workshop) -> Workshop:
    """Store a new workshop in an existing quarter; without a label it gets the next „W-001“."""
    _refuse_impossible(workshop)
    with workspace.transaction("Werkstatt angelegt") as session:
        existing(session, QuarterTable, workshop.quarter_id, "das Quartier")
        if not workshop.label:
            labels = session.scalars(select(WorkshopTable.label))
            workshop = replace(workshop, label=next_label("W-", labels, digits=3))
        session.add(new_row(WorkshopTable, workshop))
    return workshop


def edit(workspace: Workspace, before: Workshop, after: Workshop) -> None:
    """Store what `after` changes in `before`."""
    _refuse_impossible(after)
    with workspace.transaction("Werkstatt bearbeitet") as session:
        row = existing(session, WorkshopTable, before.id, "die Werkstatt")
        write_differences(row, before, after)


def remove(workspace: Workspace, workshop_id: str) -> None:
    """Put a workshop into the bin; `restore` brings it back with everything in it."""
    with workspace.transaction("Werkstatt gelöscht") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt").deleted = True


def restore(workspace: Workspace, workshop_id: str) -> None:
    """Take a workshop out of the bin."""
    with workspace.transaction("Werkstatt wiederhergestellt") as session:
        row = session.get(WorkshopTable, workshop_id)
        if row is None:
            raise UserError(
                "Diese Werkstatt gibt es in dieser Datei nicht.",
                "Vielleicht liegt sie in einer anderen Datei.",
            )
        row.deleted = False


def overview(workspace: Workspace) -> list[WorkshopOverview]:
    """Return all workshops, newest first."""
    with workspace.reading() as session:
        rows = living(session, WorkshopTable)
        labels = distinct_labels([(row.id, row.label) for row in rows])
        quarters = {row.id: row.name for row in session.scalars(select(QuarterTable))}
        counts = _contribution_counts(session)
        lines = [
            WorkshopOverview(
                row.id,
                labels[row.id],
                row.title,
                row.date,
                quarters.get(row.quarter_id, ""),
                counts.get(row.id, 0),
            )
            for row in rows
        ]
    return sorted(lines, key=lambda line: (line.date or Day.min, line.id), reverse=True)


def find(workspace: Workspace, name: str) -> WorkshopOverview:
    """Return the workshop with this label or id; raises `UserError` naming those there are."""
    lines = overview(workspace)
    for line in lines:
        if name in (line.label, line.id):
            return line
    there = ", ".join(line.label for line in lines[:10])
    raise UserError(
        f"Eine Werkstatt „{name}“ gibt es in dieser Datei nicht.",
        f"Vorhanden: {there}." if there else "Die Datei enthält noch keine Werkstatt.",
    )


def quarters(workspace: Workspace) -> list[Quarter]:
    """Return all quarters by name."""
    with workspace.reading() as session:
        found = [frozen(Quarter, row) for row in living(session, QuarterTable)]
    return sorted(found, key=lambda quarter: fold(quarter.name))


def municipalities(workspace: Workspace) -> list[Municipality]:
    """Return all municipalities by name."""
    with workspace.reading() as session:
        found = [frozen(Municipality, row) for row in living(session, MunicipalityTable)]
    return sorted(found, key=lambda municipality: fold(municipality.name))


def ensure_quarter(workspace: Workspace, municipality: Municipality, quarter: Quarter) -> str:
    """Return the id of the quarter like this one in the municipality like that one.

    What is not there yet is stored. Municipalities are alike with the same name and district,
    quarters with the same name in the same municipality.
    """
    with workspace.transaction("Quartier angelegt") as session:
        home = _alike(session, municipality)
        if home is None:
            session.add(new_row(MunicipalityTable, municipality))
            home = municipality.id
        for row in living(session, QuarterTable, QuarterTable.municipality_id == home):
            if row.name == quarter.name:
                return row.id
        session.add(new_row(QuarterTable, replace(quarter, municipality_id=home)))
        return quarter.id


def edit_quarter(workspace: Workspace, before: Quarter, after: Quarter) -> None:
    """Store what `after` changes in `before`."""
    with workspace.transaction("Quartier bearbeitet") as session:
        row = existing(session, QuarterTable, before.id, "das Quartier")
        write_differences(row, before, after)


def edit_municipality(workspace: Workspace, before: Municipality, after: Municipality) -> None:
    """Store what `after` changes in `before`."""
    with workspace.transaction("Gemeinde bearbeitet") as session:
        row = existing(session, MunicipalityTable, before.id, "die Gemeinde")
        write_differences(row, before, after)


def create_plain(workspace: Workspace, title: str) -> Workshop:
    """Store a workshop of which only the title is known, in a quarter of that name."""
    with workspace.transaction("Werkstatt angelegt"):
        municipality = Municipality(new_id(), "")
        quarter = ensure_quarter(workspace, municipality, Quarter(new_id(), municipality.id, title))
        return create(workspace, Workshop(new_id(), quarter, title))


def _alike(session: Session, municipality: Municipality) -> str | None:
    same = (
        MunicipalityTable.name == municipality.name,
        MunicipalityTable.district == municipality.district,
    )
    rows = living(session, MunicipalityTable, *same)
    return rows[0].id if rows else None


def _refuse_impossible(workshop: Workshop) -> None:
    if not workshop.title.strip():
        raise UserError(
            "Die Werkstatt hat noch keinen Titel.", "Bitte schreiben Sie, wie sie heißt."
        )
    if not SMALLEST_K <= workshop.smallest_count <= LARGEST_K:
        raise UserError(
            f"Die kleinste Zahl, die veröffentlicht wird, liegt zwischen {SMALLEST_K} und"
            f" {LARGEST_K}.",
            "Bitte wählen Sie eine dieser Zahlen; üblich ist 5.",
        )
    counted = (
        workshop.participants_registered,
        workshop.participants_present,
        workshop.feedback_returned,
    )
    if any(number is not None and number < 0 for number in counted):
        raise UserError(
            "Eine Zahl von Menschen kann nicht kleiner als null sein.",
            "Bitte schreiben Sie, wie viele es waren.",
        )
    try:
        ZoneInfo(workshop.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError(
            f"Die Zeitzone „{workshop.timezone}“ gibt es nicht.",
            "Bitte wählen Sie eine wie „Europe/Berlin“.",
        ) from error


def _contribution_counts(session: Session) -> dict[str, int]:
    query = (
        select(ContributionTable.workshop_id, func.count())
        .where(ContributionTable.deleted.is_(False))
        .group_by(ContributionTable.workshop_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
