"""Photos: kept in the file under the hash of their bytes, shown with an alternative text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Photo
from quartierdesk.domain.identity import new_id
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, gone, living, new_row, write_differences
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.contributions import Photo as PhotoTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Workspace

_THE = "das Foto"


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture in the file: the hash it is known by, and its size in pixels."""

    sha256: str
    width: int
    height: int


def add(
    workspace: Workspace,
    workshop_id: str,
    data: bytes,
    contribution_id: str | None = None,
    *,
    alt_text: str = "",
) -> Photo:
    """Store a photo (of a contribution); its metadata is removed, it is not public at first."""
    with workspace.transaction("Foto hinzugefügt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        if contribution_id is not None:
            _refuse_foreign(session, workshop_id, contribution_id)
        kept = keep(workspace, data)
        last = max((p.position for p in of_workshop(session, workshop_id)), default=-1)
        photo = Photo(new_id(), kept.sha256, kept.width, kept.height, contribution_id)
        photo = replace(photo, position=last + 1, alt_text=alt_text)
        session.add(new_row(PhotoTable, photo, workshop_id=workshop_id))
    return photo


def keep(workspace: Workspace, data: bytes) -> KeptPicture:
    """Put a picture into the file, re-encoded and without metadata.

    Belongs into the transaction that stores the row that names it.
    """
    from quartierdesk.exchange.photos import prepare_photo

    prepared = prepare_photo(data)
    key = sha256(prepared.jpeg).hexdigest()
    store = workspace.store()
    if not store.scalar(select(STORED_FILE.c.sha256).where(STORED_FILE.c.sha256 == key)):
        store.execute(
            insert(STORED_FILE).values(
                sha256=key,
                media_type="image/jpeg",
                data=prepared.jpeg,
                thumbnail=prepared.thumbnail,
            )
        )
    return KeptPicture(key, prepared.width, prepared.height)


def edit(workspace: Workspace, before: Photo, after: Photo) -> None:
    """Store what `after` changes in `before`; a public photo needs an alternative text."""
    if after.public and not after.alt_text.strip():
        raise UserError(
            "Ein Foto darf erst mit einem Alternativtext veröffentlicht werden.",
            "Bitte beschreiben Sie in einem Satz, was zu sehen ist.",
        )
    with workspace.transaction("Foto bearbeitet") as session:
        write_differences(existing(session, PhotoTable, before.id, _THE), before, after)


def remove(workspace: Workspace, photo_id: str) -> None:
    """Delete a photo; undo brings it back."""
    with workspace.transaction("Foto gelöscht") as session:
        existing(session, PhotoTable, photo_id, _THE).deleted = True


def picture(workspace: Workspace, key: str, *, small: bool = False) -> bytes:
    """Return the JPEG stored under a hash, or its small version."""
    column = STORED_FILE.c.thumbnail if small else STORED_FILE.c.data
    with workspace.reading() as session:
        data: bytes | None = session.scalar(select(column).where(STORED_FILE.c.sha256 == key))
    if data is None:
        raise UserError(
            "Das Bild zu diesem Foto fehlt in der Datei.",
            "Bitte fügen Sie das Foto noch einmal hinzu.",
        )
    return data


def listed(workspace: Workspace, workshop_id: str) -> Sequence[Photo]:
    """Return the photos of a workshop."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_contribution(workspace: Workspace, contribution_id: str) -> list[Photo]:
    """Return the photos of one contribution."""
    with workspace.reading() as session:
        rows = living(session, PhotoTable, PhotoTable.contribution_id == contribution_id)
        return [frozen(Photo, row) for row in rows]


def of_workshop(session: Session, workshop_id: str) -> list[Photo]:
    """Return the photos of a workshop in their order, without those of deleted contributions."""
    rows = living(session, PhotoTable, PhotoTable.workshop_id == workshop_id)
    cards = gone(session, ContributionTable, ContributionTable.workshop_id == workshop_id)
    return [frozen(Photo, row) for row in rows if row.contribution_id not in cards]


def _refuse_foreign(session: Session, workshop_id: str, contribution_id: str) -> None:
    card = existing(session, ContributionTable, contribution_id, "den Beitrag")
    if card.workshop_id != workshop_id:
        raise UserError(
            "Das Foto und der Beitrag gehören zu verschiedenen Werkstätten.",
            "Bitte wählen Sie einen Beitrag derselben Werkstatt.",
        )
