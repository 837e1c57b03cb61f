"""Copies of a workspace that still hold what was erased in it: backups, files set aside.

Backups at hand are cleaned; what cannot be reached is named, so that people see to it.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import UserError
from quartierdesk.services import backups
from quartierdesk.services.packages import real_passphrase
from quartierdesk.store import backup, erasing
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.whole_file import whole_or_nothing
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PendingCopy:
    """A copy that still holds what was erased: where it lies (None: not known), and a sentence.

    `is_overdue` says that something was erased which the copy is known to hold or to miss.
    """

    path: Path | None
    sentence: str
    is_overdue: bool = True


def clean_backups(workspace: Workspace, progress: Progress = silently) -> tuple[PendingCopy, ...]:
    """Erase in the backups at hand what was erased in the workspace; return what is left to do.

    A backup is replaced as a whole, so that it is never half cleaned.
    """
    if not _erased_anything(workspace):
        return ()
    key = workspace.source().passphrase
    waiting = list(_uncleaned(workspace))
    for done, path in enumerate(waiting):
        progress(done, len(waiting))
        try:
            _clean(workspace, path, real_passphrase(path, key))
        except UserError:
            continue  # It is named below, as one that still has to be cleaned.
    return pending(workspace)


def _clean(workspace: Workspace, path: Path, key: str | None) -> None:
    with workspace.reading() as session, whole_or_nothing(path, replace=True) as unfinished:
        shutil.copyfile(path, unfinished)
        erasing.carry_over(session.connection(), unfinished, key)
        fault = backup.fault(unfinished, key)
        if fault is not None:
            raise fault


def _uncleaned(workspace: Workspace) -> Iterator[Path]:
    key = workspace.source().passphrase
    with workspace.reading() as session:
        for each in backups.listed(backups.plan(workspace)):
            try:
                with in_sentences(each.path):
                    own = real_passphrase(each.path, key)
                    lacks = erasing.lacks_erasures(session.connection(), each.path, own)
            except UserError:
                lacks = True
            if lacks:
                yield each.path


def pending(workspace: Workspace) -> tuple[PendingCopy, ...]:
    """Return the copies in which something still stands that was erased here."""
    if not _erased_anything(workspace):
        return ()
    found = [
        PendingCopy(
            path, f"Die Sicherung „{path}“ ließ sich nicht bereinigen; bitte löschen Sie sie."
        )
        for path in _uncleaned(workspace)
    ]
    plan = backups.plan(workspace)
    if plan.second is not None and not plan.second.parent.is_dir():
        found.append(
            PendingCopy(
                plan.second,
                f"Der zweite Ort für Sicherungen („{plan.second.parent}“) ist nicht erreichbar;"
                " dort werden die gelöschten Angaben entfernt, sobald er wieder da ist und Sie das"
                " Bereinigen wiederholen.",
            )
        )
    found += [
        PendingCopy(path, f"„{path}“ ist eine beiseitegelegte Fassung; bitte löschen Sie sie.")
        for path in _set_aside(workspace.path)
    ]
    found.append(
        PendingCopy(
            None,
            "Andere Laptops löschen die Angaben, sobald sie Ihr nächstes Paket einlesen; Pakete und"
            " Kopien, die Sie weitergegeben haben, löschen Sie bitte selbst.",
            is_overdue=False,
        )
    )
    return tuple(found)


def _erased_anything(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        query = "SELECT 1 FROM change WHERE kind = 'erase' LIMIT 1"
        return session.connection().exec_driver_sql(query).first() is not None


def _set_aside(path: Path) -> list[Path]:
    """Return what was kept beside the file when it was damaged, or when a log did not fit."""
    own = path.with_suffix("").name
    return sorted(
        each
        for each in path.parent.iterdir()
        if each.is_file()
        and (
            (each.name.startswith(path.name) and "-beiseite" in each.name)
            or each.name.startswith(f"{own} – beschädigt")
        )
    )
