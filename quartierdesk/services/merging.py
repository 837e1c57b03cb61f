"""Merging: packages of other laptops are looked at, taken in, and told about.

Nothing is lost by it: what came in and what was here both stand in the log afterwards, whatever
the order of the packages; the same package twice changes nothing. A merge is taken back by the
backup that is made before it, not by undo.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from quartierdesk.domain.field_words import counted_word
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import UserError
from quartierdesk.services import backups, conflicts, erased_copies, import_log, polls
from quartierdesk.services.conflicts import Conflict
from quartierdesk.services.packages import PackageInfo, real_passphrase
from quartierdesk.store import merging, meta, package_file
from quartierdesk.store.merging import Incoming, Merged
from quartierdesk.store.schema.log import IMPORT_LOG, REPLICA
from quartierdesk.store.union import Taken
from quartierdesk.store.workspace import Workspace

_AHEAD = 24 * 3600 * 1000
"""Milliseconds that the clock of another laptop may be ahead without a word."""

_SHOWN = ("contribution", "cluster", "measure", "photo", "poll", "ballot", "participant")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What one package brings that was not here: `steps` of the log, new things by their kind.

    `new` are pairs (German word for so many, number). `people` are the laptops whose steps came.
    """

    package: PackageInfo
    steps: int
    new: tuple[tuple[str, int], ...]
    people: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether everything in the package was here already."""
        return not self.steps


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging brings, or brought: per package, which conflicts are new, what to know.

    `conflicts` are the new ones; `open_conflicts` counts all. `warnings` are German sentences.
    `backup` is what was made before (None for a preview).
    """

    arrivals: tuple[Arrival, ...]
    conflicts: tuple[Conflict, ...]
    open_conflicts: int
    warnings: tuple[str, ...]
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A package that was taken in: when (UTC), under which name, how many steps were new."""

    at: datetime
    name: str
    steps: int
    remark: str


def preview(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str | None = None,
    progress: Progress = silently,
) -> Merge:
    """Return what taking in packages would bring; nothing is changed.

    `passphrase` is that of the packages (None: the workspace's own). Raises `UserError`, with the
    name of the package, for whatever would refuse the merge as well.
    """
    return _absorb(workspace, paths, passphrase, progress, rehearse=True)


def merge(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str | None = None,
    progress: Progress = silently,
) -> Merge:
    """Take in packages as one step, after a backup: all of them or none.

    Raises `UserError` for a package that is not whole, does not belong to this workspace, or was
    altered; `CancelledError` when `progress` does. Then the workspace is as it was.
    """
    with ExitStack() as stack:
        _opened(stack, workspace, paths, passphrase)  # before the backup: refusals come at once
    made = backups.make(backups.plan(workspace), "merge", progress)
    found = _absorb(workspace, paths, passphrase, progress, rehearse=False)
    left = erased_copies.clean_backups(workspace)
    warnings = (*found.warnings, *(each.sentence for each in left if each.is_overdue))
    return Merge(found.arrivals, found.conflicts, found.open_conflicts, warnings, made.backup.path)


def earlier(workspace: Workspace) -> Sequence[Earlier]:
    """Return the packages that were taken in, newest first."""
    query = select(
        IMPORT_LOG.c.at, IMPORT_LOG.c.name, IMPORT_LOG.c.accepted, IMPORT_LOG.c.remark
    ).where(IMPORT_LOG.c.kind == "package")
    with workspace.reading() as session:
        rows = session.execute(query.order_by(IMPORT_LOG.c.seq.desc()))
        return [Earlier(*tuple(row)) for row in rows]


def _opened(
    stack: ExitStack, workspace: Workspace, paths: Sequence[Path], passphrase: str | None
) -> list[tuple[PackageInfo, Incoming]]:
    with workspace.reading() as session:
        own = meta.read(session.connection(), "workspace")
    opened = []
    for path in paths:
        key = real_passphrase(path, passphrase or workspace.source().passphrase)
        connection, label = stack.enter_context(package_file.reading(path, key))
        if label.workspace != own:
            raise UserError(
                f"„{path.name}“ gehört nicht zu „{workspace.path.name}“.",
                "Bitte wählen Sie ein Paket, das aus dieser Datei hervorgegangen ist.",
            )
        info = PackageInfo(
            path, label.by, label.written_at, label.workshop_id, label.table_id, label.entries,
            label.files,
        )  # fmt: skip
        opened.append((info, Incoming(path.name, label, connection)))
    return opened


def _absorb(
    workspace: Workspace,
    paths: Sequence[Path],
    passphrase: str | None,
    progress: Progress,
    *,
    rehearse: bool,
) -> Merge:
    with ExitStack() as stack:
        opened = _opened(stack, workspace, paths, passphrase)

        def work(connection: Connection) -> Merge:
            merged = merging.merge(connection, [each for _, each in opened], progress)
            infos = [info for info, _ in opened]
            _note(connection, infos, merged)
            with Session(connection) as session:
                return _told(session, infos, merged)

        return workspace.absorb("Pakete eingelesen", work, rehearse=rehearse)


def _note(connection: Connection, infos: Sequence[PackageInfo], merged: Merged) -> None:
    for info, taken in zip(infos, merged.taken, strict=True):
        connection.execute(
            insert(IMPORT_LOG).values(
                at=datetime.now(UTC),
                kind="package",
                name=import_log.name_of(info.path),
                sha256=import_log.digest_of(info.path),
                accepted=sum(taken.entries.values()),
                refused=0,
                duplicates=taken.known,
                remark=info.by,
            )
        )


def _told(session: Session, infos: Sequence[PackageInfo], merged: Merged) -> Merge:
    names = dict(session.execute(select(REPLICA.c.id, REPLICA.c.name)).all())
    pairs = list(zip(infos, merged.taken, strict=True))
    known = {(each.id, each.holds, each.others) for each in merged.before}
    new = [each for each in merged.after if (each.id, each.holds, each.others) not in known]
    return Merge(
        tuple(_arrival(info, taken, names) for info, taken in pairs),
        tuple(conflicts.in_words(session, new)),
        len(merged.after),
        tuple(_warnings(session, pairs, merged, names)),
    )


def _arrival(info: PackageInfo, taken: Taken, names: Mapping[str, str]) -> Arrival:
    created = [(name, taken.created[name]) for name in _SHOWN if name in taken.created]
    new = tuple((counted_word(name, number), number) for name, number in created)
    people = sorted({names[replica] or "unbekannt" for replica in taken.entries})
    return Arrival(info, sum(taken.entries.values()), new, tuple(people))


def _warnings(
    session: Session,
    pairs: Sequence[tuple[PackageInfo, Taken]],
    merged: Merged,
    names: Mapping[str, str],
) -> list[str]:
    found = [
        f"„{info.path.name}“ bringt nichts Neues; alles darin ist schon da."
        for info, taken in pairs
        if not taken.entries
    ]
    newest: dict[str, str] = {}
    for _, taken in pairs:
        newest.update({r: max(c, newest.get(r, "")) for r, c in taken.newest.items()})
    found += _fast_clocks(newest, names)
    erasures = sum(taken.erasures for _, taken in pairs)
    if erasures:
        found.append(
            "Auf einem anderen Laptop wurden Personendaten gelöscht"
            f" (Stellen: {erasures}); sie werden auch hier entfernt."
        )
    if merged.rebuilt.waiting:
        found.append(
            "Noch verweist nicht alles auf Vorhandenes"
            f" (Einträge: {merged.rebuilt.waiting}); vollständig erscheint es, sobald das fehlende"
            " Paket eingelesen ist."
        )
    return found + polls.unfitting_sentences(session)


def _fast_clocks(
    newest: Mapping[str, str],
    names: Mapping[str, str],
    now: Callable[[], float] = time.time,
) -> list[str]:
    """Return a sentence for each laptop whose clock is more than a day ahead.

    Its steps are taken in as they are: changing their order would make other laptops see another
    state. Whatever is written here from now on counts as later all the same.
    """
    limit = int(now() * 1000) + _AHEAD
    found = []
    for replica, clock in sorted(newest.items(), key=lambda pair: names.get(pair[0], "")):
        if int(clock[:14]) > limit:
            days = (int(clock[:14]) - int(now() * 1000)) // (24 * 3600 * 1000)
            ahead = "einen Tag" if days == 1 else f"{days} Tage"
            found.append(
                f"Die Uhr des Laptops „{names.get(replica) or 'unbekannt'}“ geht um {ahead}"
                " vor; seine Beiträge tragen falsche Zeiten. Bitte stellen Sie die Uhr richtig."
            )
    return found
