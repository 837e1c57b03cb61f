"""Backups: whole copies of a workspace, made while it is in use, each opened and checked."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from quartierdesk.domain.backup_names import BackupName, Reason, read_name
from quartierdesk.domain.backup_thinning import Kept, superfluous
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import DamagedFileError, PassphraseError, UserError
from quartierdesk.files import native_name, not_writable, readable_name
from quartierdesk.settings import load_settings
from quartierdesk.store import write_ahead
from quartierdesk.store.access import Source
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.disks import free_bytes
from quartierdesk.store.engine import open_engine
from quartierdesk.store.recognition import is_plain, recognise, refuse_foreign, refuse_incomplete
from quartierdesk.store.schema.contributions import Contribution
from quartierdesk.store.schema.frame import Workshop
from quartierdesk.store.schema.log import COMMAND
from quartierdesk.store.stopping import stoppable
from quartierdesk.store.whole_file import whole_or_nothing

_PAGES_PER_STEP = 128
# A journalled disk lets whoever stores a sentence meanwhile wait for what of the copy is still on
# its way there: with every second step that is at most one megabyte.
_STEPS_PER_SYNC = 2
_LONGEST_PAUSE = 0.05
_TRIED = 5


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on the disk: `size` in bytes, `name` is what its name tells."""

    path: Path
    name: BackupName
    size: int


def folder_of(workspace: Path) -> Path:
    """Return the folder for the backups of a workspace: beside it, or in the place chosen for all.

    The folder need not be there yet.
    """
    place = load_settings().backup_place
    return folder_in(Path(place), workspace) if place else workspace.with_name(_folder(workspace))


def folder_in(place: Path, workspace: Path) -> Path:
    """Return the folder for the backups of a workspace in a place for the backups of many.

    Its name also stands for where the workspace lies, so that two of one name stay apart.
    """
    where = sha256(os.fsencode(workspace)).hexdigest()[:6]
    return place / f"{_folder(workspace)} {where}"


def _folder(workspace: Path) -> str:
    return native_name(f"{readable_name(workspace.with_suffix(''))} – Sicherungen")


def listed(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; files with other names are not touched.

    A folder that is not there holds none.
    """
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            name = read_name(readable_name(path))
            if name is not None and path.is_file():
                found.append(Backup(path, name, path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.name.moment, str(backup.path)), reverse=True)


NOTHING = sha256(repr(()).encode()).hexdigest()[:8]
"""State of a workspace to which nothing was ever done."""


def state_of(connection: Connection) -> str:
    """Return what stands for the state of a workspace: another one after every command."""
    newest = select(COMMAND.c.seq, COMMAND.c.id).order_by(COMMAND.c.seq.desc()).limit(1)
    last = connection.execute(newest).first()
    return sha256(repr(tuple(last or ())).encode()).hexdigest()[:8]


def make(source: Source, folder: Path, reason: Reason, progress: Progress = silently) -> Backup:
    """Write a backup into `folder` and return it once it was opened and found to be whole.

    Runs on any thread: it has connections of its own, and the workspace may be written to
    meanwhile (on a stick or network drive the writer waits). A state that was backed up within
    the same second is not written again. Raises `UserError` when the disk is full or gone,
    `DamagedFileError` when the workspace itself is damaged; then nothing is left behind.
    """
    try:
        with in_sentences(source.path), reading(source) as connection:
            name = _name_for(connection, reason)
            target = folder / native_name(str(name))
            if not target.exists():
                _make_folder(folder)
                _write(connection, target, source, progress)
    except DamagedFileError as error:
        raise DamagedFileError(
            f"„{source.path.name}“ ist beschädigt; deshalb wurde keine Sicherung geschrieben.",
            "Bitte lassen Sie die Datei prüfen und stellen Sie eine ältere Sicherung wieder her.",
        ) from error
    return Backup(target, name, target.stat().st_size)


def _write(connection: Connection, target: Path, source: Source, progress: Progress) -> None:
    with whole_or_nothing(target) as unfinished:
        copy_pages(connection, unfinished, source.passphrase, progress)
        if fault(unfinished, source.passphrase, lambda: progress(1, 1)) is None:
            return
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise DamagedFileError(f"„{source.path.name}“ ist beschädigt.", "")
        raise UserError(
            f"Die Sicherung in „{target.parent}“ lässt sich nicht fehlerfrei lesen.",
            "Bitte wählen Sie für die Sicherungen einen anderen Datenträger.",
        )


@contextmanager
def reading(source: Source) -> Iterator[Connection]:
    """Yield a connection of its own that sees one state of the workspace to the end."""
    with (
        write_ahead.looking(source.path, source.passphrase, immutable=source.alone) as connection,
        connection.begin(),
    ):
        recognise(connection, source.path)
        yield connection


def _name_for(connection: Connection, reason: Reason) -> BackupName:
    def amount(table: type[Workshop] | type[Contribution]) -> int:
        query = select(func.count()).select_from(table).where(table.deleted.is_(False))
        return connection.scalar(query) or 0

    moment = datetime.now().replace(microsecond=0)
    state = state_of(connection)
    return BackupName(moment, reason, amount(Workshop), amount(Contribution), state)


def _make_folder(folder: Path) -> None:
    """Make the folder itself, but not the place it lies in: that may be a stick that is absent."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise not_writable(folder, error) from error


def copy_pages(
    connection: Connection, target: Path, passphrase: str | None, progress: Progress
) -> None:
    """Write what a connection sees to the new file `target`, as a closed workspace.

    It leaves the disk and the processor to others half of the time.
    """
    engine = open_engine(target, passphrase=passphrase, mode="rwc", synchronous="OFF")
    try:
        with closing(engine.raw_connection()) as copy:
            driver_copy: Any = copy.driver_connection
            driver_copy.execute("PRAGMA journal_mode = OFF")
            source: Any = connection.connection.driver_connection
            with target.open("rb+") as stream:
                pace = _pace(lambda: os.fsync(stream.fileno()), progress)
                source.backup(driver_copy, pages=_PAGES_PER_STEP, progress=pace)
            driver_copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        write_ahead.mark(engine, "closed")
    finally:
        engine.dispose()


def _pace(bring_to_disk: Callable[[], None], progress: Progress) -> Callable[[int, int, int], None]:
    began = time.monotonic()
    steps = 0

    def after_step(_status: int, remaining: int, whole: int) -> None:
        nonlocal began, steps
        steps += 1
        if steps % _STEPS_PER_SYNC == 0:
            # Little by little: all of it at the end would hold up whoever is writing meanwhile.
            bring_to_disk()
        progress(whole - remaining, whole)
        if remaining:
            time.sleep(min(time.monotonic() - began, _LONGEST_PAUSE))
        began = time.monotonic()

    return after_step


def fault(
    path: Path, passphrase: str | None, ask: Callable[[], None] = lambda: None
) -> UserError | None:
    """Return what is wrong with a closed workspace file; None when every page of it is right.

    `ask` is called now and then and may raise `CancelledError`.
    """
    try:
        with (
            in_sentences(path),
            _closed(path, passphrase) as connection,
            stoppable(connection.connection.driver_connection, ask),
        ):
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    except UserError as error:
        return error
    if found == "ok":
        return None
    return DamagedFileError(f"„{path.name}“ ist beschädigt.", "Bitte nehmen Sie eine andere.")


@contextmanager
def _closed(path: Path, passphrase: str | None) -> Iterator[Connection]:
    refuse_foreign(path, passphrase)
    with write_ahead.looking(path, passphrase, immutable=True) as connection:
        recognise(connection, path)
        refuse_incomplete(connection, path)
        yield connection


def newest_good(folder: Path, passphrase: str | None) -> Backup | None:
    """Return the newest backup that opens; only a few are tried."""
    for backup in listed(folder)[:_TRIED]:
        with suppress(UserError), in_sentences(backup.path), _closed(backup.path, passphrase):
            return backup
    return None


def thin(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups that the rule of `domain.backup_thinning` can do without; return them."""
    backups = {backup.path.name: backup for backup in listed(folder)}
    free = free_bytes(folder / "x")
    if free is None:
        return []
    kept = [Kept(name, each.name.moment, each.size) for name, each in backups.items()]
    removed = []
    for name in superfluous(kept, now, free):
        with suppress(OSError):
            backups[name].path.unlink()
            removed.append(backups[name].path)
    return removed


def before_migration(path: Path, passphrase: str | None) -> None:
    """Make a backup of a file that is open already, before it is migrated."""
    make(Source(path, passphrase, alone=False), folder_of(path), "migration")


def explained(error: UserError, path: Path, passphrase: str | None) -> UserError:
    """Return an error of opening with the newest good backup, where the file is damaged.

    A passphrase that opens the newest backup is right, so it is the file that is damaged.
    """
    if not isinstance(error, DamagedFileError | PassphraseError):
        return error
    folder = folder_of(path)
    newest = newest_good(folder, passphrase)
    if isinstance(error, PassphraseError):
        if newest is None or passphrase is None or is_plain(newest.path):
            return error
        sentence = f"Das Kennwort stimmt, aber „{path.name}“ ist beschädigt."
    else:
        sentence = error.sentence
    if newest is None:
        none = f"In „{readable_name(folder)}“ liegt keine Sicherung, die sich öffnen lässt."
        return DamagedFileError(sentence, f"{error.hint} {none}")
    return DamagedFileError(sentence, _offer(newest), backup=newest.path)


def _offer(newest: Backup) -> str:
    name = newest.name
    return (
        f"Die neueste brauchbare Sicherung ist vom {name.moment.strftime('%d.%m.%Y, %H:%M Uhr')}"
        f" ({name.content_in_words}); wenn Sie sie wiederherstellen, bleibt die beschädigte Datei"
        " unter anderem Namen erhalten."
    )
