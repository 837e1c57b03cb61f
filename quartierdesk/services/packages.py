"""Packages (`.qdpaket`): a workspace, or one table's part of it, on its way to another laptop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import UserError
from quartierdesk.files import native_name
from quartierdesk.services import workshops
from quartierdesk.services.rows import existing, living
from quartierdesk.settings import load_settings
from quartierdesk.store import file_states, merging, meta, package_file
from quartierdesk.store.access import Access
from quartierdesk.store.merging import Incoming
from quartierdesk.store.package_scope import Scope
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

SUFFIX = ".qdpaket"


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """What a package says about itself.

    `by` is the laptop that wrote it, `written_at` when (UTC); `table_id` is empty unless it is
    meant for one table. `entries` are steps of the log, `files` photos.
    """

    path: Path
    by: str
    written_at: datetime
    workshop_id: str
    table_id: str
    entries: int
    files: int


def write(workspace: Workspace, target: Path, progress: Progress = silently) -> PackageInfo:
    """Write everything to a package at `target`, with photos, under the workspace's passphrase.

    A file there is replaced. Raises `UserError` when it cannot be written, `CancelledError` when
    `progress` does; then nothing is left behind.
    """
    return _write(workspace, target, Scope(), progress)


def write_for_table(
    workspace: Workspace, target: Path, table_id: str, progress: Progress = silently
) -> PackageInfo:
    """Write a package with which the laptop at one table begins.

    It carries the workshop of that table and nothing written about people: neither participants
    with their consents nor recipients, signatures and actors.
    """
    with workspace.reading() as session:
        workshop_id = existing(session, TopicTableTable, table_id, "den Tisch").workshop_id
    return _write(workspace, target, Scope(workshop_id, table_id), progress)


def write_for_tables(
    workspace: Workspace, workshop_id: str, folder: Path, progress: Progress = silently
) -> Sequence[PackageInfo]:
    """Write one package for each table of a workshop into `folder`, named after the table."""
    with workspace.reading() as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        of_it = TopicTableTable.workshop_id == workshop_id
        tables = sorted(living(session, TopicTableTable, of_it), key=lambda row: row.number)
        named = [(row.id, _file_name(row)) for row in tables]
    if not named:
        raise UserError(
            "Diese Werkstatt hat noch keine Tische.", "Bitte legen Sie zuerst die Tische an."
        )
    written = []
    for done, (table_id, name) in enumerate(named):
        progress(done, len(named))
        written.append(write_for_table(workspace, folder / name, table_id))
    return written


def _file_name(row: TopicTableTable) -> str:
    topic = "".join(c if c.isalnum() or c in " -" else " " for c in row.topic)
    name = " ".join(f"Tisch {row.number} {topic}".split())[:60].strip()
    return native_name(f"{name}{SUFFIX}")


def table_named(workspace: Workspace, number: int, workshop_id: str | None = None) -> str:
    """Return the id of the table with a number; raises `UserError` unless there is exactly one."""
    with workspace.reading() as session:
        rows = [
            row
            for row in living(session, TopicTableTable, TopicTableTable.number == number)
            if workshop_id in (None, row.workshop_id) and _is_alive(session, row.workshop_id)
        ]
    if not rows:
        raise UserError(
            f"Einen Tisch {number} gibt es nicht.",
            "Bitte legen Sie ihn zuerst in der Werkstatt an.",
        )
    if len(rows) > 1:
        labels = {line.id: line.label for line in workshops.overview(workspace)}
        there = ", ".join(sorted(labels.get(row.workshop_id, "") for row in rows))
        raise UserError(
            f"Einen Tisch {number} gibt es in mehreren Werkstätten: {there}.",
            "Bitte nennen Sie mit „--workshop“ die richtige.",
        )
    return rows[0].id


def _is_alive(session: Session, workshop_id: str) -> bool:
    row = session.get(WorkshopTable, workshop_id)
    return row is not None and not row.deleted


def _write(workspace: Workspace, target: Path, scope: Scope, progress: Progress) -> PackageInfo:
    if target.absolute() == workspace.path or (target.exists() and target.samefile(workspace.path)):
        raise UserError(
            f"„{target.name}“ ist die Arbeitsdatei selbst.", "Bitte nennen Sie das Paket anders."
        )
    key = workspace.source().passphrase
    by = load_settings().laptop_name
    with workspace.reading() as session:
        label = package_file.write(session.connection(), target, key, scope, by, progress)
    return _info(target, label)


def look(path: Path, passphrase: str | None = None) -> PackageInfo:
    """Return what a package says about itself, after reading it through.

    Raises `UserError` for what is no whole package, `PassphraseError` when the passphrase is
    missing or wrong.
    """
    with package_file.reading(path, real_passphrase(path, passphrase)) as (_, label):
        return _info(path, label)


def real_passphrase(path: Path, passphrase: str | None) -> str | None:
    """Return the passphrase that a package needs: none where it is not encrypted."""
    if not path.is_file():
        return passphrase
    return file_states.with_real_passphrase(path, Access(passphrase=passphrase)).passphrase


def _info(path: Path, label: package_file.Label) -> PackageInfo:
    return PackageInfo(
        path,
        label.by,
        label.written_at,
        label.workshop_id,
        label.table_id,
        label.entries,
        label.files,
    )


def open_as_workspace(
    package: Path, target: Path, access: Access = Access(), progress: Progress = silently
) -> Workspace:
    """Make a workspace at `target` from a package and return it, open.

    So a laptop at a table begins: the file shows just that table (see `own_table`). It has the
    passphrase of the package, which `access` gives. Raises `UserError` when the package is not
    whole or there is a file at `target` already; then nothing is left behind.
    """
    key = real_passphrase(package, access.passphrase)
    with package_file.reading(package, key) as (connection, label):
        file_states.make(target, key, label.workspace)
        try:
            workspace = Workspace.open(target, access)
            try:
                incoming = Incoming(package.name, label, connection)
                workspace.absorb(
                    "Paket geöffnet",
                    lambda own: _fill(own, incoming, progress),
                )
            except BaseException:
                workspace.close()
                raise
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return workspace


def _fill(connection: Connection, incoming: Incoming, progress: Progress) -> None:
    merging.merge(connection, [incoming], progress)
    meta.write(connection, "own_workshop", incoming.label.workshop_id)
    meta.write(connection, "own_table", incoming.label.table_id)
