"""Released protocols: a PDF and its content, kept in the file as they were handed out."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quartierdesk.domain.edition import UNNAMED
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.protocol import (
    Protocol,
    ProtocolSettings,
    SectionChange,
    differences,
)
from quartierdesk.domain.record import Edition
from quartierdesk.domain.text import clean
from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write
from quartierdesk.services import participants, protocol_pdf, protocols
from quartierdesk.services.exports import refuse_workspace
from quartierdesk.services.protocol_pdf import Numbered
from quartierdesk.services.protocols.freezing import frozen_text, thawed
from quartierdesk.services.rows import existing, living
from quartierdesk.store.schema.frame import ProtocolRelease as ReleaseTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.schema.log import CHANGE, COMMAND, REPLICA, STORED_FILE
from quartierdesk.store.workspace import Workspace

_THE = "die freigegebene Fassung"
_BEGINNING = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Release:
    """A protocol as it was handed out; `released_at` is an instant in UTC.

    `released_by` is who did it as the change log tells: a person, or the laptop.
    """

    id: str
    version: str
    edition: Edition
    released_at: datetime
    remark: str = ""
    released_by: str = ""


def release(
    workspace: Workspace, workshop_id: str, chosen: ProtocolSettings, remark: str = ""
) -> Release:
    """Make the next version of the protocol and keep its PDF and content in the file.

    `remark` says what has changed since the version before; it is printed among the notes. In the
    public edition it names no participant. Raises `UserError` where it is too long.
    """
    number = next_number(listed(workspace, workshop_id), chosen.edition)
    told = clean(remark, "Der Vermerk").strip()
    if chosen.edition == "public":
        people = NamedPeople.of(participants.listed(workspace, workshop_id))
        told = people.replaced_in(told, UNNAMED) if people else told
    what = protocol_pdf.printable(workspace, workshop_id, chosen, Numbered(number, told))
    pdf = io.BytesIO()
    protocol_pdf.render(what, pdf)
    made = Release(new_id(), number, chosen.edition, datetime.now(UTC), told)
    with workspace.transaction(f"Protokoll freigegeben: Fassung {number}") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        session.add(
            ReleaseTable(
                id=made.id,
                workshop_id=workshop_id,
                version=number,
                edition=chosen.edition,
                released_at=made.released_at,
                pdf_sha256=_kept(workspace, pdf.getvalue(), "application/pdf"),
                content_sha256=_kept(workspace, frozen_text(what.protocol), "application/json"),
                remark=told,
            )
        )
    return next(each for each in listed(workspace, workshop_id) if each.id == made.id)


def listed(workspace: Workspace, workshop_id: str) -> list[Release]:
    """Return the released versions of a workshop's protocol, the oldest first."""
    with workspace.reading() as session:
        rows = living(session, ReleaseTable, ReleaseTable.workshop_id == workshop_id)
        people = _released_by(session, [row.id for row in rows])
        return [
            Release(
                row.id,
                row.version,
                "internal" if row.edition == "internal" else "public",
                row.released_at or _BEGINNING,
                row.remark,
                people.get(row.id, ""),
            )
            for row in rows
        ]


def pdf(workspace: Workspace, release_id: str) -> bytes:
    """Return the PDF of a released version. Raises `UserError` where it is gone."""
    with workspace.reading() as session:
        row = existing(session, ReleaseTable, release_id, _THE)
        return _file(session, row.pdf_sha256)


def save_pdf(workspace: Workspace, release_id: str, target: Path) -> None:
    """Write the PDF of a released version as it was handed out, whole or not at all.

    Raises `UserError` where it is gone, cannot be written or `target` is a workspace.
    """
    refuse_workspace(workspace, target)
    data = pdf(workspace, release_id)
    with atomic_write(target) as stream:
        stream.write(data)


def content(workspace: Workspace, release_id: str) -> Protocol:
    """Return the content of a released version. Raises `UserError` where it is gone."""
    with workspace.reading() as session:
        row = existing(session, ReleaseTable, release_id, _THE)
        return thawed(_file(session, row.content_sha256))


def changes_since(workspace: Workspace, release_id: str) -> tuple[SectionChange, ...]:
    """Return what the protocol, released now at the same length, would say otherwise.

    Raises `UserError` where the content of the version is gone, or another program kept it.
    """
    with workspace.reading() as session:
        row = existing(session, ReleaseTable, release_id, _THE)
        try:
            before = content(workspace, release_id)
        except (TypeError, ValueError) as error:
            raise UserError(
                "Diese Fassung lässt sich nicht vergleichen.",
                "Sie stammt aus einer anderen Ausgabe des Programms; ihr PDF bleibt lesbar.",
            ) from error
        usual = protocols.settings(workspace, row.workshop_id)
        chosen = replace(usual, edition=before.edition, length=before.length)
        now = protocol_pdf.printable(workspace, row.workshop_id, chosen)
    return differences(before, now.protocol)


def withdraw(workspace: Workspace, release_id: str) -> None:
    """Delete a released version; undo brings it back."""
    with workspace.transaction("Freigegebene Fassung gelöscht") as session:
        existing(session, ReleaseTable, release_id, _THE).deleted = True


def next_number(known: Sequence[Release], edition: Edition) -> str:
    """Return 1.0 for the first version of an edition, then 1.1, 1.2 …"""
    minors = [int(each.version.partition(".")[2]) for each in known if each.edition == edition]
    return f"1.{max(minors, default=-1) + 1}"


def _released_by(session: Session, release_ids: Sequence[str]) -> dict[str, str]:
    """Return who released each version, as the change log tells."""
    made = (CHANGE.c.row_id.in_(release_ids)) & (CHANGE.c.kind == "new")
    query = (
        select(CHANGE.c.row_id, COMMAND.c.actor, REPLICA.c.name)
        .join(COMMAND, COMMAND.c.id == CHANGE.c.command_id)
        .join(REPLICA, REPLICA.c.no == COMMAND.c.replica_no)
        .where(made)
    )
    return {row.row_id: row.actor or row.name for row in session.execute(query)}


def _kept(workspace: Workspace, data: bytes, media_type: str) -> str:
    key = sha256(data).hexdigest()
    store = workspace.store()
    if not store.scalar(select(STORED_FILE.c.sha256).where(STORED_FILE.c.sha256 == key)):
        values = {"sha256": key, "media_type": media_type, "data": data, "thumbnail": None}
        store.execute(insert(STORED_FILE).values(**values))
    return key


def _file(session: Session, key: str) -> bytes:
    query = select(STORED_FILE.c.data).where(STORED_FILE.c.sha256 == key)
    data: bytes | None = session.scalar(query)
    if data is None:
        raise UserError(
            "Diese Fassung liegt nicht mehr in der Datei.",
            "Vielleicht wurde sie aus Gründen des Datenschutzes gelöscht.",
        )
    return data
