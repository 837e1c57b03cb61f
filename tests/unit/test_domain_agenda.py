"""The agenda stays in order when items are written, moved and added."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain import agenda
from quartierdesk.domain.agenda_templates import TEMPLATES
from quartierdesk.domain.workshop import AgendaItem


def evening() -> list[AgendaItem]:
    return [
        AgendaItem("a", "Einlass", time(18), time(18, 30)),
        AgendaItem("b", "Begrüßung", time(18, 30), time(18, 45)),
        AgendaItem("c", "Arbeit", time(18, 45), time(19, 45)),
    ]


def clocks(items: list[AgendaItem]) -> list[str]:
    return [f"{item.title} {item.start:%H:%M}–{item.end:%H:%M}" for item in items]


def test_a_longer_item_moves_all_after_it() -> None:
    longer = agenda.with_minutes(evening(), 1, 25)

    assert clocks(longer) == ["Einlass 18:00–18:30", "Begrüßung 18:30–18:55", "Arbeit 18:55–19:55"]


def test_another_beginning_moves_the_item_and_all_after_it() -> None:
    later = agenda.with_start(evening(), 1, time(18, 40))

    assert clocks(later)[0] == "Einlass 18:00–18:30"
    assert clocks(later)[2] == "Arbeit 18:55–19:55"
    course = agenda.course(later)
    assert course is not None
    assert (course.gap, course.overlap) == (10, 0)


def test_an_item_that_moves_takes_its_length_along() -> None:
    moved = agenda.moved(evening(), 2, 0)

    assert clocks(moved) == ["Arbeit 18:00–19:00", "Einlass 19:00–19:30", "Begrüßung 19:30–19:45"]


def test_a_new_item_follows_the_one_before_it() -> None:
    more = agenda.inserted(evening(), 1, AgendaItem("n", "Impuls"))

    assert clocks(more)[1:3] == ["Impuls 18:30–18:45", "Begrüßung 18:45–19:00"]
    assert agenda.inserted([], 0, AgendaItem("n", "Impuls"))[0].start is None


def test_an_overlap_is_told() -> None:
    first, second, third = evening()
    course = agenda.course([first, AgendaItem("b", "B", time(18, 20), time(18, 45)), third])

    assert course == agenda.Course(time(18), time(19, 45), 105, 0, 10)
    assert agenda.course([AgendaItem("x", "Ohne Zeit")]) is None
    assert second.start == time(18, 30)


def test_an_evening_may_go_on_after_midnight() -> None:
    night = agenda.with_minutes([AgendaItem("a", "Fest", time(23), time(23, 30))], 0, 120)

    assert night[0].end == time(1)
    assert agenda.minutes_of(night[0]) == 120


@given(
    st.sampled_from(TEMPLATES),
    st.times(),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=8),
)
def test_moving_keeps_beginning_length_and_every_item(
    template: object, start: time, moves: list[tuple[int, int]]
) -> None:
    before = template.agenda(start.replace(second=0, microsecond=0))  # type: ignore[attr-defined]
    items = before
    for at, to in moves:
        items = agenda.moved(items, at % len(items), to % len(items))

    assert {item.id for item in items} == {item.id for item in before}
    assert agenda.course(items) == agenda.course(before)
    lengths = {item.id: agenda.minutes_of(item) for item in before}
    assert all(agenda.minutes_of(item) == lengths[item.id] for item in items)
