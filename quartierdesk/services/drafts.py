"""Half-typed text, kept outside the log so that a crash does not take it."""

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from quartierdesk.domain.text import clean
from quartierdesk.store.schema.log import DRAFT
from quartierdesk.store.workspace import Workspace


def keep(workspace: Workspace, place: str, text: str) -> None:
    """Keep what stands half-typed in the field `place`; empty text forgets it."""
    with workspace.transaction("Entwurf"):
        store = workspace.store()
        store.execute(delete(DRAFT).where(DRAFT.c.place == place))
        if text:
            kept = clean(text, "Entwurf")
            store.execute(
                insert(DRAFT).values(place=place, text=kept, updated_at=datetime.now(UTC))
            )


def kept(workspace: Workspace, place: str) -> str:
    """Return what stood half-typed in the field `place`, "" if nothing did."""
    with workspace.reading() as session:
        return session.scalar(select(DRAFT.c.text).where(DRAFT.c.place == place)) or ""
