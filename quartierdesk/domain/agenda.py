"""The course of an evening: items follow each other, and moving one moves those after it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from quartierdesk.domain.workshop import AgendaItem

_DAY = 24 * 60
USUAL_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Course:
    """From when to when, for how long, and the minutes that are empty or taken twice."""

    start: time
    end: time
    minutes: int
    gap: int
    overlap: int


def minutes_of(item: AgendaItem) -> int | None:
    """Return how long an item takes, None where start or end is not known."""
    if item.start is None or item.end is None:
        return None
    return (_minute(item.end) - _minute(item.start)) % _DAY


def course(items: Sequence[AgendaItem]) -> Course | None:
    """Return the course of the items that have start and end, None where none has."""
    timed = [item for item in items if item.start is not None and item.end is not None]
    if not timed:
        return None
    gap = overlap = 0
    for one, two in itertools.pairwise(timed):
        between = _between(one.end, two.start)
        gap += max(0, between)
        overlap += max(0, -between)
    first, last = timed[0].start, timed[-1].end
    assert first is not None
    assert last is not None
    return Course(first, last, (_minute(last) - _minute(first)) % _DAY, gap, overlap)


def with_start(items: Sequence[AgendaItem], at: int, start: time | None) -> list[AgendaItem]:
    """Let an item begin at another time; it and all after it move by as much."""
    old = items[at].start
    if old is None or start is None:
        return _replaced(items, at, replace(items[at], start=start))
    return _moved_on(items, at, _minute(start) - _minute(old))


def with_minutes(items: Sequence[AgendaItem], at: int, minutes: int) -> list[AgendaItem]:
    """Let an item take another time; all after it move by the difference."""
    item = items[at]
    if item.start is None:
        return list(items)
    longer = replace(item, end=_clock(_minute(item.start) + minutes))
    before = minutes_of(item)
    changed = _replaced(items, at, longer)
    return changed if before is None else _moved_on(changed, at + 1, minutes - before)


def inserted(items: Sequence[AgendaItem], at: int, item: AgendaItem) -> list[AgendaItem]:
    """Put a new item before the place `at`; it takes the usual time, and the rest moves on."""
    if not items:
        return [item]
    before = items[at - 1] if at else None
    start = before.end if before else items[0].start
    if start is None:
        return [*items[:at], item, *items[at:]]
    fresh = replace(item, start=start, end=_clock(_minute(start) + USUAL_MINUTES))
    return [*items[:at], fresh, *_moved_on(items[at:], 0, USUAL_MINUTES)]


def moved(items: Sequence[AgendaItem], at: int, to: int) -> list[AgendaItem]:
    """Put an item at another place; lengths stay, and the course begins when it began."""
    order = list(items)
    order.insert(to, order.pop(at))
    lengths = [minutes_of(item) for item in order]
    first = items[0].start
    if first is None or any(length is None for length in lengths):
        return order
    moment, found = _minute(first), []
    for item, length in zip(order, lengths, strict=True):
        found.append(replace(item, start=_clock(moment), end=_clock(moment + (length or 0))))
        moment += length or 0
    return found


def _moved_on(items: Sequence[AgendaItem], start: int, minutes: int) -> list[AgendaItem]:
    return [
        item if place < start else replace(
            item, start=_shifted(item.start, minutes), end=_shifted(item.end, minutes)
        )
        for place, item in enumerate(items)
    ]  # fmt: skip


def _replaced(items: Sequence[AgendaItem], at: int, item: AgendaItem) -> list[AgendaItem]:
    return [item if place == at else each for place, each in enumerate(items)]


def _between(one: time | None, two: time | None) -> int:
    """Return the minutes from one time to the next; less than nothing where they overlap."""
    assert one is not None
    assert two is not None
    apart = (_minute(two) - _minute(one)) % _DAY
    return apart if apart < _DAY // 2 else apart - _DAY


def _shifted(moment: time | None, minutes: int) -> time | None:
    return None if moment is None else _clock(_minute(moment) + minutes)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> time:
    return time(minute % _DAY // 60, minute % 60)
