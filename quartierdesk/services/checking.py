"""Checking a workspace: the file itself, and whatever it relies on."""

from hashlib import sha256

from sqlalchemy import select

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.services import backups, protection
from quartierdesk.store import backup
from quartierdesk.store.integrity import check
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.workspace import Workspace


def problems(workspace: Workspace) -> list[str]:
    """Return what is wrong with the workspace, in German sentences; empty when all is well."""
    return check(workspace)


def deep_problems(workspace: Workspace, progress: Progress = silently) -> list[str]:
    """Return what is wrong with the stored photos and the backups, each opened and read through.

    In German sentences; empty when all is well. `CancelledError` when `progress` raises it.
    """
    return [*_altered_files(workspace), *_faulty_backups(workspace, progress)]


def _altered_files(workspace: Workspace) -> list[str]:
    with workspace.reading() as session:
        query = select(STORED_FILE.c.sha256, STORED_FILE.c.data)
        rows = session.execute(query.execution_options(yield_per=1))
        found = [name for name, data in rows if sha256(data).hexdigest() != name]
    return [f"Das Foto {name[:12]}… ist nicht mehr, was gespeichert wurde." for name in found]


def _faulty_backups(workspace: Workspace, progress: Progress) -> list[str]:
    plan = backups.plan(workspace)
    listed = backups.listed(plan)
    found = []
    for done, each in enumerate(listed):
        progress(done, len(listed))
        fault = backup.fault(each.path, plan.source.passphrase)
        if fault is not None:
            found.append(f"Sicherung „{each.path.name}“: {fault.sentence}")
    found += [
        f"Die Sicherung „{path.name}“ kann jeder lesen, obwohl die Datei ein Kennwort hat."
        for path in protection.unprotected_backups(workspace)
    ]
    return found
