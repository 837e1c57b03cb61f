"""Backups: made by themselves and on request, listed, thinned out, kept in a second place.

`plan` is asked where the workspace is used; what it returns may go to any thread, where the other
functions work with connections of their own.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from quartierdesk.domain.backup_names import BackupName, Reason
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import UserError
from quartierdesk.settings import load_settings
from quartierdesk.store import backup, second_place
from quartierdesk.store.access import Source
from quartierdesk.store.backup import Backup
from quartierdesk.store.workspace import Workspace

__all__ = [
    "Backup",
    "BackupName",
    "Made",
    "Plan",
    "Reason",
    "SecondPlace",
    "bring_to_second_place",
    "due",
    "is_backed_up",
    "listed",
    "make",
    "make_if_changed",
    "plan",
    "second_place_state",
]

EVERY = timedelta(minutes=30)
"""How often a workspace that changes is backed up while it is open."""

_REMIND_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Plan:
    """Of what and where backups are made.

    `second` is the folder in the second place, None where none is chosen. `state` stands for the
    state that the workspace had.
    """

    source: Source
    folder: Path
    second: Path | None
    state: str


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, the old ones that were removed for it, and a warning.

    `warning` is not empty where the second place is at hand but could not be written to.
    """

    backup: Backup
    removed: tuple[Path, ...] = ()
    warning: str = ""


SecondPlaceState = Literal["none", "current", "outdated", "absent"]


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """How it stands with the second place: `place`, and when it last got a backup (local time).

    `none`: no place is chosen. `absent`: the stick is not plugged in. `outdated`: it is, but lacks
    the newest backup. `reminder` is not empty where people should do something about it.
    """

    state: SecondPlaceState
    place: Path | None = None
    last: datetime | None = None
    reminder: str = ""


def plan(workspace: Workspace) -> Plan:
    """Return of what and where backups are made, by the settings as they are now."""
    place = load_settings().second_place
    with workspace.reading() as session:
        state = backup.state_of(session.connection())
    second = backup.folder_in(Path(place), workspace.path) if place else None
    return Plan(workspace.source(), workspace.backup_folder, second, state)


def listed(plan: Plan) -> list[Backup]:
    """Return the backups of the workspace from both places, newest first, each once."""
    here = backup.listed(plan.folder)
    known = {each.path.name for each in here}
    there = backup.listed(plan.second) if plan.second is not None else []
    every = here + [each for each in there if each.path.name not in known]
    return sorted(every, key=lambda each: each.name.moment, reverse=True)


def is_backed_up(plan: Plan) -> bool:
    """Return whether there is nothing to back up: the newest backup holds this very state."""
    newest = _newest(plan)
    return plan.state == (newest.name.state if newest else backup.NOTHING)


def due(plan: Plan, now: datetime | None = None) -> bool:
    """Return whether it is time: something changed, and the newest backup is half an hour old.

    `now` is local time without a zone (None: now). A newest backup from the future counts as old.
    """
    if is_backed_up(plan):
        return False
    newest = _newest(plan)
    age = (now or datetime.now()) - newest.name.moment if newest else EVERY
    return not timedelta() <= age < EVERY


def make(plan: Plan, reason: Reason, progress: Progress = silently) -> Made:
    """Make a backup, check it, thin out old ones, and copy it to the second place if at hand.

    Runs on any thread while the workspace is written to. Raises `UserError` when it cannot be
    written, `DamagedFileError` when the workspace is damaged, `CancelledError` when `progress`
    does; then nothing is left behind.
    """
    made = backup.make(plan.source, plan.folder, reason, progress)
    removed = backup.thin(plan.folder, datetime.now())
    return Made(made, tuple(removed), _bring(plan, made))


def make_if_changed(plan: Plan, reason: Reason, progress: Progress = silently) -> Made | None:
    """Make a backup as `make` does, unless the newest one holds this very state; for closing."""
    return None if is_backed_up(plan) else make(plan, reason, progress)


def bring_to_second_place(plan: Plan) -> str:
    """Bring the newest backup to the second place, when a stick was plugged in again.

    Returns a warning where that failed, "" otherwise; without a second place it does nothing.
    """
    newest = _newest(plan)
    return "" if newest is None else _bring(plan, newest)


def second_place_state(plan: Plan, now: datetime | None = None) -> SecondPlace:
    """Return how it stands with the second place, with a reminder where there is need of one."""
    if plan.second is None:
        return SecondPlace("none")
    place = plan.second.parent
    brought = second_place.last_brought(plan.source.path)
    last = brought.moment if brought else None
    newest = _newest(plan)
    current = brought is not None and newest is not None and brought.state == newest.name.state
    if place.is_dir():
        state: SecondPlaceState = "current" if current or newest is None else "outdated"
        return SecondPlace(state, place, last)
    overdue = last is None or (now or datetime.now()) - last >= _REMIND_AFTER
    return SecondPlace("absent", place, last, _reminder(place, last) if overdue else "")


def _reminder(place: Path, last: datetime | None) -> str:
    since = f"Die letzte Sicherung dort ist vom {last:%d.%m.%Y}." if last else ""
    missing = f"Der zweite Ort für Sicherungen („{place}“) ist nicht erreichbar."
    request = "Bitte stecken Sie den Stick wieder ein, oder wählen Sie einen anderen Ort."
    return " ".join(filter(None, (missing, since, request)))


def _newest(plan: Plan) -> Backup | None:
    return next(iter(backup.listed(plan.folder)), None)


def _bring(plan: Plan, made: Backup) -> str:
    if plan.second is None or not plan.second.parent.is_dir():
        return ""
    try:
        second_place.bring(made, plan.second, plan.source.path)
    except UserError as error:
        return f"Am zweiten Ort ist keine Sicherung entstanden. {error}"
    return ""
