"""Going back to a backup: what would be different, and putting it in the place of the workspace."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import UserError
from quartierdesk.services import backups
from quartierdesk.services.backups import Plan
from quartierdesk.store import backup, erasing, file_states, meta, replacing, write_ahead
from quartierdesk.store.access import Access, Source
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.recognition import recognise, refuse_foreign
from quartierdesk.store.workspace import Workspace

_COMPARED = {"workshop": "Werkstätten", "contribution": "Beiträge", "measure": "Maßnahmen"}


@dataclass(frozen=True, slots=True)
class KindDifference:
    """What restoring would do to one kind of thing (`name` in German, plural).

    `lost` are there now and not in the backup, `regained` the other way round, `changed` are in
    both and read differently.
    """

    name: str
    now: int
    then: int
    lost: int
    regained: int
    changed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring a backup would change."""

    kinds: tuple[KindDifference, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing that is compared would change."""
        return not any(kind.lost or kind.regained or kind.changed for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of restoring: where the state from before is kept.

    `kept` is the backup that was made of it or, where the file was damaged, that file itself.
    """

    kept: Path
    was_damaged: bool


def compare(plan: Plan, path: Path, passphrase: str | None = None) -> Difference:
    """Return what restoring the backup at `path` would change; runs on any thread.

    `passphrase` is that of the backup (None: the workspace's own). Raises `UserError` when the
    backup does not open.
    """
    key = passphrase or plan.source.passphrase
    refuse_foreign(path, key)
    access = file_states.with_real_passphrase(path, Access(passphrase=key))
    with in_sentences(path), backup.reading(Source(path, access.passphrase)) as there:
        then = {table: _rows(there, table) for table in _COMPARED}
    with in_sentences(plan.source.path), backup.reading(plan.source) as here:
        now = {table: _rows(here, table) for table in _COMPARED}
    return Difference(tuple(_difference(_COMPARED[t], now[t], then[t]) for t in _COMPARED))


def _rows(connection: Connection, table: str) -> dict[str, int]:
    """Return what stands for each row that is not deleted, by its id."""
    result = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE NOT deleted")
    place = list(result.keys()).index("id")
    own = [n for n, name in enumerate(result.keys()) if name != "seq"]
    return {row[place]: hash(tuple(row[n] for n in own)) for row in result}


def _difference(name: str, now: Mapping[str, int], then: Mapping[str, int]) -> KindDifference:
    both = now.keys() & then.keys()
    changed = sum(now[row_id] != then[row_id] for row_id in both)
    return KindDifference(
        name, len(now), len(then), len(now) - len(both), len(then) - len(both), changed
    )


def restore(
    workspace: Workspace,
    path: Path,
    passphrase: str | None = None,
    progress: Progress = silently,
) -> Restored:
    """Put the backup at `path` in the place of an open workspace, after backing that up.

    Where the workspace is used; afterwards it is open again with the content of the backup, under
    a fresh replica. `passphrase` is that of the backup (None: the workspace's own). A workspace
    with a passphrase keeps it; one without gets that of the backup.

    Raises `UserError` when the backup is damaged, belongs to another workspace, or there is no
    room; `CancelledError` when `progress` does; then all is as before.
    """
    key = _key_of(path, passphrase or workspace.source().passphrase)
    _refuse_other(workspace, path, key)
    made = backups.make(backups.plan(workspace), "restore", progress)
    own = workspace.source().passphrase
    wanted = own or key

    def produce(target: Path) -> None:
        replacing.put_backup(path, target, (key, wanted), progress)
        with backup.reading(Source(workspace.path, own)) as now:
            # What was erased since then must not come back.
            erasing.carry_over(now, target, wanted)

    workspace.exchange(produce, wanted, same_log=False)
    return Restored(made.backup.path, was_damaged=False)


def restore_damaged(
    path: Path, source: Path, passphrase: str | None = None, progress: Progress = silently
) -> Restored:
    """Put the backup at `source` in the place of a file that cannot be opened, and keep that one.

    Raises `UserError` when the backup is damaged, somebody has the file open, or there is no room.
    """
    key = _key_of(source, passphrase)
    lock = file_states.acquire_lock(path)
    try:
        kept = replacing.put_over_damaged(path, source, key, progress)
    finally:
        lock.release()
    return Restored(kept, was_damaged=True)


def _key_of(path: Path, passphrase: str | None) -> str | None:
    refuse_foreign(path, passphrase)
    return file_states.with_real_passphrase(path, Access(passphrase=passphrase)).passphrase


def _refuse_other(workspace: Workspace, path: Path, passphrase: str | None) -> None:
    with workspace.reading() as session:
        own = meta.read(session.connection(), "workspace")
    with (
        in_sentences(path),
        write_ahead.looking(path, passphrase, immutable=True) as connection,
    ):
        recognise(connection, path)
        other = meta.read(connection, "workspace")
    if own != other:
        raise UserError(
            f"„{path.name}“ ist keine Sicherung von „{workspace.path.name}“.",
            "Bitte wählen Sie eine andere; jede Datei lässt sich auch für sich öffnen.",
        )
