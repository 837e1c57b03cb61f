"""Which backups stay."""

from collections import Counter
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.backup_thinning import ALWAYS_KEPT, Kept, superfluous

NOW = datetime(2026, 11, 26, 18, 0, 0)
PLENTY = 10**15


def remaining(backups: list[Kept], now: datetime, free: int = PLENTY) -> list[Kept]:
    gone = set(superfluous(backups, now, free))
    return [each for each in backups if each.name not in gone]


ages = st.lists(
    st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=1500)), max_size=60
)


def made(found: list[timedelta], size: int = 1) -> list[Kept]:
    return [Kept(f"{n}", NOW - age, size) for n, age in enumerate(found)]


@given(ages)
def test_everything_of_two_days_stays_and_the_newest_of_all(found: list[timedelta]) -> None:
    backups = made(found)
    kept = remaining(backups, NOW)
    assert [each for each in backups if NOW - each.moment <= timedelta(days=2)] == [
        each for each in kept if NOW - each.moment <= timedelta(days=2)
    ]
    if backups:
        assert max(each.moment for each in backups) in {each.moment for each in kept}


@given(ages)
def test_of_every_day_week_or_month_one_stays_and_it_is_the_newest(
    found: list[timedelta],
) -> None:
    backups = made(found)
    kept = remaining(backups, NOW)
    for first, last, unit in (
        (timedelta(days=2), timedelta(days=14), "%Y-%m-%d"),
        (timedelta(days=14), timedelta(weeks=12), "%G-%V %m"),
        (timedelta(weeks=12), timedelta(days=9999), "%Y-%m"),
    ):
        band = [each for each in backups if first < NOW - each.moment <= last]
        newest = {each.moment.strftime(unit): each.moment for each in sorted(band, key=_moment)}
        here = [each.moment for each in kept if first < NOW - each.moment <= last]
        assert Counter(here) == Counter(newest.values())


def _moment(backup: Kept) -> datetime:
    return backup.moment


@given(ages, st.integers(0, 200), st.integers(1, 40))
def test_they_take_a_fifth_of_what_could_be_free_or_are_the_newest_two(
    found: list[timedelta], free: int, size: int
) -> None:
    backups = made(found, size)
    kept = remaining(backups, NOW, free)
    allowed = (free + size * len(backups)) // 5
    assert size * len(kept) <= allowed or len(kept) <= ALWAYS_KEPT
    newest = sorted(backups, key=lambda b: (b.moment, b.name), reverse=True)[:ALWAYS_KEPT]
    within = [each for each in newest if each in remaining(backups, NOW)]
    assert set(within) <= set(kept)


@given(ages)
def test_thinning_again_removes_nothing_more(found: list[timedelta]) -> None:
    kept = remaining(made(found), NOW)
    assert superfluous(kept, NOW, PLENTY) == []


@settings(max_examples=20)
@given(st.lists(st.integers(1, 20), min_size=1, max_size=40))
def test_thinned_day_by_day_no_month_loses_its_last_one(gaps: list[int]) -> None:
    backups: list[Kept] = []
    months = set()
    day = datetime(2024, 1, 1, 17, 0, 0)
    for gap in gaps:
        day += timedelta(days=gap)
        backups = remaining([*backups, Kept(day.isoformat(), day, 1)], day)
        months.add((day.year, day.month))
    for later in range(0, 400, 7):
        backups = remaining(backups, day + timedelta(days=later))
    assert {(each.moment.year, each.moment.month) for each in backups} == months
