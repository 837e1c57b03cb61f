"""Participants and their consents: personal data, kept here and nowhere else."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import link_id
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.errors import UserError
from quartierdesk.services.rows import (
    ensure,
    existing,
    frozen,
    gone,
    living,
    new_row,
    write_differences,
)
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.schema.people import Consent as ConsentTable
from quartierdesk.store.schema.people import Participant as ParticipantTable
from quartierdesk.store.workspace import Workspace

_THE = "die Teilnehmerin oder den Teilnehmer"


def add(workspace: Workspace, workshop_id: str, participant: Participant) -> None:
    """Store somebody on the attendance list, with the consents given."""
    with workspace.transaction("Teilnehmerliste ergänzt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        session.add(new_row(ParticipantTable, participant, workshop_id=workshop_id))
        for consent in participant.consents:
            session.add(new_row(ConsentTable, consent, participant_id=participant.id))


def edit(workspace: Workspace, before: Participant, after: Participant) -> None:
    """Store what `after` changes in `before`; consents have their own verb."""
    with workspace.transaction("Teilnehmerliste bearbeitet") as session:
        write_differences(existing(session, ParticipantTable, before.id, _THE), before, after)


def remove(workspace: Workspace, participant_id: str) -> None:
    """Delete somebody from the list."""
    with workspace.transaction("Teilnehmerliste gekürzt") as session:
        existing(session, ParticipantTable, participant_id, _THE).deleted = True


def record_consent(
    workspace: Workspace, participant_id: str, kind: str, given: bool, medium: str = ""
) -> None:
    """Note what somebody agreed to, or no longer agrees to.

    There is one consent per kind and medium; asking again changes it.
    """
    with workspace.transaction("Einwilligung festgehalten") as session:
        existing(session, ParticipantTable, participant_id, _THE)
        for row in living(session, ConsentTable, ConsentTable.participant_id == participant_id):
            if (row.kind, row.medium) == (kind, medium):
                row.given = given
                return
        identity = link_id("consent", participant_id, kind, medium)
        values = {"kind": kind, "given": given, "medium": medium}
        ensure(session, ConsentTable, identity, participant_id=participant_id, **values)


def listed(workspace: Workspace, workshop_id: str) -> list[Participant]:
    """Return the attendance list, in the order of entry; a table that is gone reads as None."""
    with workspace.reading() as session:
        rows = living(session, ParticipantTable, ParticipantTable.workshop_id == workshop_id)
        tables = gone(session, TopicTableTable, TopicTableTable.workshop_id == workshop_id)
        given = _consents(session, workshop_id)
        return [
            frozen(
                Participant,
                row,
                table_id=None if row.table_id in tables else row.table_id,
                consents=tuple(given.get(row.id, ())),
            )
            for row in rows
        ]


def find(workspace: Workspace, name: str) -> str:
    """Return the id of the participant with this id or number, in any workshop.

    Raises `UserError` where there is none, or where several have the number.
    """
    with workspace.reading() as session:
        if session.get(ParticipantTable, name) is not None:
            return name
        found = living(session, ParticipantTable, ParticipantTable.label == name)
    if len(found) > 1:
        raise UserError(
            f"Die Nummer „{name}“ haben mehrere Personen.",
            "Bitte nennen Sie die Kennung: " + ", ".join(row.id for row in found) + ".",
        )
    if not found:
        raise UserError(
            f"Eine Person „{name}“ gibt es in der Datei nicht.",
            "Bitte sehen Sie in der Teilnehmerliste nach.",
        )
    return found[0].id


def _consents(session: Session, workshop_id: str) -> dict[str, list[Consent]]:
    query = (
        select(ConsentTable)
        .join(ParticipantTable, ParticipantTable.id == ConsentTable.participant_id)
        .where(ParticipantTable.workshop_id == workshop_id, ConsentTable.deleted.is_(False))
        .order_by(ConsentTable.id)
    )
    found: dict[str, list[Consent]] = {}
    for row in session.scalars(query):
        found.setdefault(row.participant_id, []).append(frozen(Consent, row))
    return found
