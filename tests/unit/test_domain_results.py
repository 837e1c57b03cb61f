"""What was counted, whichever way it was counted."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import counted, evaluate, placed_by_group, tallied
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop

OPTIONS = tuple(PollOption(key, key.upper(), position=n) for n, key in enumerate("abc"))
GROUPS = (PollGroup("g", "Tisch 1"), PollGroup("h", "Tisch 2"))


def poll(*tallies: Tally, method: str = "dots") -> Poll:
    return Poll("p", method, options=OPTIONS, groups=GROUPS, tallies=tallies)


def test_the_last_count_of_each_option_in_each_group_holds() -> None:
    counts = poll(
        Tally("1", "a", 5, "g"),
        Tally("2", "b", 1, "g"),
        Tally("3", "a", 4, "g", count_number=2),
        Tally("4", "a", 7, "h"),
        Tally("5", "c", 2),
    )

    assert tallied(counts) == {("a", "g"): 4, ("b", "g"): 1, ("a", "h"): 7, ("c", None): 2}
    assert counted(counts) == {"a": 11, "b": 1, "c": 2}
    assert placed_by_group(counts) == {"g": 5, "h": 7}


def test_several_laptops_are_added_up_and_never_below_zero() -> None:
    counts = poll(
        Tally("1", "a", 5, replica="x"),
        Tally("2", "a", -2, replica="y"),
        Tally("3", "b", 1, replica="x"),
        Tally("4", "b", -4, replica="y"),
    )

    assert counted(counts) == {"a": 3, "b": 0, "c": 0}


def test_the_mood_counts_its_steps_in_their_order() -> None:
    counts = poll(Tally("1", "c", 2), Tally("2", "a", 1), method="mood")

    outcome = evaluate(counts)

    assert isinstance(outcome, MoodOutcome)
    assert outcome.counts == (1, 0, 2)


_TALLIES = st.lists(
    st.builds(
        Tally,
        st.just(""),
        st.sampled_from("abc"),
        st.integers(-5, 9),
        st.sampled_from(["g", "h", None]),
        st.integers(1, 3),
        st.sampled_from(["x", "y"]),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(tallies=_TALLIES)
def test_groups_add_up_to_the_whole(tallies: list[Tally]) -> None:
    counts = poll(*tallies)

    total = sum(tallied(counts).values())

    assert sum(counted(counts).values()) == total
    without_group = sum(n for (_, group), n in tallied(counts).items() if group is None)
    assert sum(placed_by_group(counts).values()) + without_group == total
    assert all(dots >= 0 for dots in counted(counts).values())


@settings(deadline=None)
@given(tallies=_TALLIES, order=st.randoms(use_true_random=False))
def test_the_order_of_counting_does_not_matter(
    tallies: list[Tally],
    order: Random,
) -> None:
    shuffled = list(tallies)
    order.shuffle(shuffled)

    assert evaluate(poll(*tallies)) == evaluate(poll(*shuffled))


@settings(deadline=None)
@given(values=st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)), max_size=6))
def test_dots_on_ballots_are_the_sum_of_the_ballots(values: list[dict[str, int]]) -> None:
    ballots = tuple(
        Ballot(str(n), marks=tuple(BallotMark("", key, dots) for key, dots in given.items()))
        for n, given in enumerate(values)
    )
    whole = Poll("p", "dots", options=OPTIONS, ballots=ballots)

    expected = {key: sum(given.get(key, 0) for given in values) for key in "abc"}
    assert counted(whole) == expected


def test_an_option_is_called_by_its_own_name_or_by_what_it_stands_for() -> None:
    record = WorkshopRecord(
        Municipality("g", "Hörlesbach"),
        Quarter("q", "g", "Kernort"),
        Workshop("w", "q", "Werkstatt"),
        contributions=(Contribution("c", "P-001", "Bus", "Der Bus fährt selten."),),
        clusters=(Cluster("k", "C01", "Verkehr"),),
        measures=(Measure("m", "M01", "Bürgerbus"),),
    )
    options = (
        PollOption("1", "Eigener Name", cluster_id="k"),
        PollOption("2", cluster_id="k"),
        PollOption("3", contribution_id="c"),
        PollOption("4", measure_id="m"),
        PollOption("5", cluster_id="gone"),
    )

    assert [record.option_label(option) for option in options] == [
        "Eigener Name",
        "Verkehr",
        "P-001 Der Bus fährt selten.",
        "Bürgerbus",
        "",
    ]
