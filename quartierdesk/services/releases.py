"""Released protocols: a PDF and its content, kept in the file as they were handed out."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.protocol import Protocol, ProtocolSettings
from quartierdesk.domain.record import Edition
from quartierdesk.errors import UserError
from quartierdesk.services import protocol_pdf
from quartierdesk.services.protocols.freezing import frozen_text, thawed
from quartierdesk.services.rows import existing, living
from quartierdesk.store.schema.frame import ProtocolRelease as ReleaseTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Workspace

_THE = "die freigegebene Fassung"
_BEGINNING = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Release:
    """A protocol as it was handed out; `released_at` is an instant in UTC."""

    id: str
    version: str
    edition: Edition
    released_at: datetime
    remark: str = ""


def release(
    workspace: Workspace, workshop_id: str, chosen: ProtocolSettings, remark: str = ""
) -> Release:
    """Make the next version of the protocol and keep its PDF and content in the file.

    `remark` says what has changed since the version before.
    """
    number = _next_number(listed(workspace, workshop_id), chosen.edition)
    what = protocol_pdf.printable(workspace, workshop_id, chosen, number)
    pdf = io.BytesIO()
    protocol_pdf.render(what, pdf)
    made = Release(new_id(), number, chosen.edition, datetime.now(UTC), remark)
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
                remark=remark,
            )
        )
    return made


def listed(workspace: Workspace, workshop_id: str) -> list[Release]:
    """Return the released versions of a workshop's protocol, the oldest first."""
    with workspace.reading() as session:
        rows = living(session, ReleaseTable, ReleaseTable.workshop_id == workshop_id)
        return [
            Release(
                row.id,
                row.version,
                "internal" if row.edition == "internal" else "public",
                row.released_at or _BEGINNING,
                row.remark,
            )
            for row in rows
        ]


def pdf(workspace: Workspace, release_id: str) -> bytes:
    """Return the PDF of a released version. Raises `UserError` where it is gone."""
    with workspace.reading() as session:
        row = existing(session, ReleaseTable, release_id, _THE)
        return _file(session, row.pdf_sha256)


def content(workspace: Workspace, release_id: str) -> Protocol:
    """Return the content of a released version. Raises `UserError` where it is gone."""
    with workspace.reading() as session:
        row = existing(session, ReleaseTable, release_id, _THE)
        return thawed(_file(session, row.content_sha256))


def withdraw(workspace: Workspace, release_id: str) -> None:
    """Delete a released version; undo brings it back."""
    with workspace.transaction("Freigegebene Fassung gelöscht") as session:
        existing(session, ReleaseTable, release_id, _THE).deleted = True


def _next_number(known: Sequence[Release], edition: Edition) -> str:
    """Return 1.0 for the first version of an edition, then 1.1, 1.2 …"""
    minors = [int(each.version.partition(".")[2]) for each in known if each.edition == edition]
    return f"1.{max(minors, default=-1) + 1}"


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
