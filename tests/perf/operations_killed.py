"""Work on a whole file, killed at a random moment: afterwards the old or the new state is there.

Backing up, restoring, setting, changing and removing a passphrase, and bringing an older file to
a newer schema run in a process of their own and are killed. Then the file is opened as people
would, checked and compared, and so is every backup beside it.
"""

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from quartierdesk.errors import UserError
from quartierdesk.services import backups, protection, restoring
from quartierdesk.store import backup as store_backup
from quartierdesk.store import file_states, migrate
from quartierdesk.store.engine import open_engine
from quartierdesk.store.file_facts import HEAD
from quartierdesk.store.integrity import check
from quartierdesk.store.lock import lock_path
from quartierdesk.store.reserve import reserve_path
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts

OLD, NEW = "Grün ist die Heide", "vier Wörter sind genug"
_CARDS = 60
_LONGER = 1.1

_STEP = '''"""A step as it may come: the table is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    """Make the table of contributions anew with one more column."""
    with op.batch_alter_table("contribution", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.String(), nullable=False, server_default=""))
'''


@dataclass(frozen=True)
class Survived:
    """One kill during one kind of work: whether it came in time, and what is wrong after it."""

    work: str
    in_time: bool
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Work:
    """Work that can be killed: on which file it starts, what it does, what may be there then.

    `passphrases` are those that may open the file afterwards, the present one first.
    """

    do: Callable[[Path], None]
    passphrases: tuple[str | None, ...] = (None,)


def _back_up(file: Path) -> None:
    with Workspace.open(file) as workspace:
        backups.make(backups.plan(workspace), "manual")


def _restore(file: Path) -> None:
    with Workspace.open(file) as workspace:
        restoring.restore(workspace, backups.listed(backups.plan(workspace))[-1].path)


def _set(file: Path) -> None:
    with Workspace.open(file) as workspace:
        protection.set_passphrase(workspace, NEW)


def _change(file: Path) -> None:
    with Workspace.open(file, Access(passphrase=OLD)) as workspace:
        protection.change_passphrase(workspace, OLD, NEW)


def _remove(file: Path) -> None:
    with Workspace.open(file, Access(passphrase=OLD)) as workspace:
        protection.remove_passphrase(workspace, OLD)


def _migrate(file: Path) -> None:
    scripts = file.parent / "schritte"
    engine = open_engine(file)
    folder = store_backup.folder_of(file)
    folder.mkdir(exist_ok=True)
    target = folder / f"vorher {time.time_ns()}.quartier"
    migrate.migrate(
        engine, lambda: file_states.copy(engine, target, None), scripts=scripts, head="9999"
    )
    engine.dispose()


WORKS: Mapping[str, Work] = {
    "Sichern": Work(_back_up),
    "Wiederherstellen": Work(_restore),
    "Kennwort setzen": Work(_set, (None, NEW)),
    "Kennwort ändern": Work(_change, (OLD, NEW)),
    "Kennwort entfernen": Work(_remove, (OLD, None)),
    "Umstellen": Work(_migrate),
}


def killed_works(folder: Path, amount: int, chance: random.Random) -> Iterator[Survived]:
    """Kill every kind of work so many times and yield what came of it."""
    for name, work in WORKS.items():
        place = folder / name
        place.mkdir()
        template = _template(place, work)
        seconds = _seconds(place, template, work)
        for number in range(amount):
            file = _fresh(place / f"{number}", template)
            in_time = _killed(partial(work.do, file), chance.uniform(0, seconds))
            yield Survived(name, in_time, tuple(_faults(file, work)))
            shutil.rmtree(file.parent)


def _template(place: Path, work: Work) -> Path:
    """Return a folder with a file, an older backup of it, and the step that is to come."""
    folder = place / "vorlage"
    folder.mkdir()
    with Workspace.create(folder / "a.quartier", Access(passphrase=work.passphrases[0])) as opened:
        workshop = make_workshop(opened)
        backups.make(backups.plan(opened), "manual")
        for number in range(_CARDS):
            add_card(opened, workshop, f"{number} Größere Bänke für die Straße zum Bäcker")
    migration_to_come(folder)
    return folder


def migration_to_come(folder: Path) -> Path:
    """Return a folder with the shipped steps and one that is to come, of the revision 9999."""
    scripts = folder / "schritte"
    shutil.copytree(migrate.SCRIPTS, scripts)
    step = _STEP.format(head=HEAD)
    (scripts / "versions" / "9999_mood.py").write_text(step, encoding="utf-8")
    return scripts


def _fresh(folder: Path, template: Path) -> Path:
    shutil.copytree(template, folder)
    return folder / "a.quartier"


def _seconds(place: Path, template: Path, work: Work) -> float:
    """Return how long the work takes when nobody kills it, and a little more."""
    file = _fresh(place / "ganz", template)
    began = time.monotonic()
    if _killed(partial(work.do, file), 60):
        raise RuntimeError("the work does not come to its end")
    return (time.monotonic() - began) * _LONGER


def _killed(action: Callable[[], None], after: float) -> bool:
    """Do something in a process of its own and kill that; return whether it was still at it."""
    process = multiprocessing.get_context("fork").Process(target=_quietly, args=(action,))
    process.start()
    process.join(after)
    in_time = process.exitcode is None
    process.kill()
    process.join()
    if process.exitcode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the work failed by itself: {process.exitcode}")
    process.close()
    return in_time


def _quietly(action: Callable[[], None]) -> None:
    action()
    os._exit(0)


def _faults(file: Path, work: Work) -> Iterator[str]:
    names = ("a.quartier", lock_path(file).name, reserve_path(file).name)
    opened = [key for key in work.passphrases if _opens(file, key)]
    if len(opened) != 1:
        yield f"{len(opened)} von {len(work.passphrases)} Kennwörtern öffnen die Datei."
        return
    if work.do is _migrate:
        yield from _half_migrated(file)
    else:
        with Workspace.open(file, Access(passphrase=opened[0])) as workspace:
            yield from check(workspace)
            amount = len(texts(workspace))
        if amount not in ((_CARDS, 0) if work.do is _restore else (_CARDS,)):
            yield f"Es sind {amount} Beiträge."
    for path in file.parent.iterdir():
        if path.is_file() and path.name not in names:
            yield f"„{path.name}“ ist liegen geblieben."
    for path in store_backup.folder_of(file).glob("[!.]*"):
        faults = [store_backup.fault(path, key) for key in work.passphrases]
        if all(faults):
            yield f"Die Sicherung „{path.name}“ öffnet sich nicht: {faults[0]}"


def _opens(file: Path, passphrase: str | None) -> bool:
    try:
        with Workspace.open(file, Access(passphrase=passphrase)) as workspace:
            return workspace.is_protected == (passphrase is not None)
    except UserError as error:
        return "neueren Fassung" in str(error)


def _half_migrated(file: Path) -> Iterator[str]:
    """Return what is neither of the old nor of the new schema."""
    engine = open_engine(file)
    try:
        with engine.connect() as connection:
            revision = migrate.revision_of(connection)
            columns = connection.exec_driver_sql("PRAGMA table_info(contribution)").all()
            amount = connection.exec_driver_sql("SELECT count(*) FROM contribution").scalar()
            whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    finally:
        engine.dispose()
    if (revision == "9999") != any(column[1] == "mood" for column in columns):
        yield f"Fassung {revision}, aber die Spalten der anderen."
    if (amount, whole) != (_CARDS, "ok"):
        yield f"Es sind {amount} Beiträge; {whole}."
