"""Which backups stay: close together for a while, then ever fewer, never too many for the disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(weeks=12)
"""Up to which age every backup stays, one a day, one a week; beyond that one a month."""

ALWAYS_KEPT = 2
"""Newest backups that stay however full the disk is."""

_SHARE = 5
"""Backups take at most this part (one fifth) of what would be free without them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup as the rule sees it: its name, when it was made (local time), its size in bytes."""

    name: str
    moment: datetime
    size: int


def superfluous(backups: Iterable[Kept], now: datetime, free: int) -> list[str]:
    """Return the names of the backups that may go, oldest first.

    Of each day, week (Monday to Sunday, within a month) or month the newest one stays. `free` are
    the free bytes of the disk; what the backups occupy counts as free, because it could be. A
    backup from the future (a clock that was wrong) stays like one of today.
    """
    newest_first = sorted(backups, key=lambda each: (each.moment, each.name), reverse=True)
    kept = _one_per_period(newest_first, now)
    allowed = (free + sum(each.size for each in newest_first)) // _SHARE
    affordable = _affordable(kept, allowed)
    stays = {each.name for each in affordable}
    return [each.name for each in reversed(newest_first) if each.name not in stays]


def _one_per_period(newest_first: list[Kept], now: datetime) -> list[Kept]:
    taken: set[tuple[object, ...]] = set()
    kept: list[Kept] = []
    for each in newest_first:
        period = _period(each, now)
        if period not in taken:
            taken.add(period)
            kept.append(each)
    return kept


def _period(backup: Kept, now: datetime) -> tuple[object, ...]:
    """Return what at most one backup is kept of."""
    age, day = now - backup.moment, backup.moment.date()
    if age <= ALL_FOR:
        return ("each", backup.name)
    if age <= DAILY_FOR:
        return ("day", day)
    if age <= WEEKLY_FOR:
        # Weeks are parted where the month changes, so that no month loses its only one to the next.
        return ("week", *day.isocalendar()[:2], day.month)
    return ("month", day.year, day.month)


def _affordable(newest_first: list[Kept], allowed: int) -> list[Kept]:
    """Return the newest ones that fit, and always the very newest few."""
    kept: list[Kept] = []
    for each in newest_first:
        allowed -= each.size
        if allowed < 0 and len(kept) >= ALWAYS_KEPT:
            break
        kept.append(each)
    return kept
