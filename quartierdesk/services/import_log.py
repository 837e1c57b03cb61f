"""What was taken over from which file, so that nobody takes it over twice unawares."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import insert, select

from quartierdesk.domain.text import clean_line
from quartierdesk.store.schema.log import IMPORT_LOG
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One import: `kind` is `table` or `json`; how many rows came in, failed, were duplicates."""

    kind: str
    source: Path
    accepted: int
    refused: int = 0
    duplicates: int = 0


def note(workspace: Workspace, entry: ImportNote) -> None:
    """Write an import down, inside the transaction that stores it."""
    workspace.store().execute(
        insert(IMPORT_LOG).values(
            at=datetime.now(UTC),
            kind=entry.kind,
            name=name_of(entry.source),
            sha256=digest_of(entry.source),
            accepted=entry.accepted,
            refused=entry.refused,
            duplicates=entry.duplicates,
            remark="",
        )
    )


def earlier(workspace: Workspace, source: Path) -> Sequence[datetime]:
    """Return when the very same file was taken over before, oldest first."""
    same = select(IMPORT_LOG.c.at).where(IMPORT_LOG.c.sha256 == digest_of(source))
    with workspace.reading() as session:
        return session.scalars(same.order_by(IMPORT_LOG.c.at)).all()


def name_of(source: Path) -> str:
    """Return the name of a file as text, whatever bytes it consists of."""
    return clean_line(os.fsencode(source.name).decode("utf-8", "replace"), "Dateiname")


def digest_of(source: Path) -> str:
    """Return what stands for the content of a file."""
    with source.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
