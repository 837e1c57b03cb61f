"""Several laptops with files of one workshop, and packages between them, as tests need them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from quartierdesk.domain.long_work import silently
from quartierdesk.store import merging, package_file
from quartierdesk.store.access import Access
from quartierdesk.store.conflicts import Conflict, all_conflicts
from quartierdesk.store.merging import Incoming, Merged
from quartierdesk.store.package_scope import Scope
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.workspace import Workspace

EVERYTHING = Scope()


def package_of(workspace: Workspace, target: Path, scope: Scope = EVERYTHING) -> Path:
    """Write a package of what a workspace holds and return its path."""
    key = workspace.source().passphrase
    with workspace.reading() as session:
        package_file.write(session.connection(), target, key, scope, "Laptop")
    return target


def take_in(workspace: Workspace, *packages: Path) -> Merged:
    """Merge packages into a workspace in one step, without the backup before."""
    merged = []
    opened = [package_file.reading(path, workspace.source().passphrase) for path in packages]
    incoming = []
    try:
        for path, each in zip(packages, opened, strict=True):
            connection, label = each.__enter__()
            incoming.append(Incoming(path.name, label, connection))
        merged.append(
            workspace.absorb("Pakete", lambda own: merging.merge(own, incoming, silently))
        )
    finally:
        for each in opened[: len(incoming)]:
            each.__exit__(None, None, None)
    return merged[0]


def copy_of(workspace_file: Path, target: Path, access: Access = Access()) -> Workspace:
    """Return the workspace of another laptop, begun from a closed file."""
    shutil.copy(workspace_file, target)
    return Workspace.open(target, access)


def rows_of(workspace: Workspace) -> dict[str, Sequence[tuple[object, ...]]]:
    """Return every row of every table that travels, without the local order."""
    found: dict[str, Sequence[tuple[object, ...]]] = {}
    with workspace.reading() as session:
        for name, table in logged_tables().items():
            columns = [column.name for column in table.__table__.columns if column.key != "seq"]
            names = ", ".join(f'"{column}"' for column in columns)
            query = f'SELECT {names} FROM "{name}" ORDER BY id'
            found[name] = [tuple(row) for row in session.connection().exec_driver_sql(query)]
    return found


def conflicts_in(workspace: Workspace) -> list[Conflict]:
    """Return the open conflicts of a workspace."""
    with workspace.reading() as session:
        return all_conflicts(session.connection())
