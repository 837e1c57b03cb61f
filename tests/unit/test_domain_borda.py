from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.borda import evaluate_borda, rank_groups

TABLES = (
    ("C02", "C03", "C01", "C05", "C04"),
    ("C04", "C03", "C02", "C01", "C05"),
    ("C01", "C03", "C02", "C04", "C05"),
    ("C03", "C02", "C01", "C05", "C04"),
    ("C03", "C01", "C02", "C04", "C05"),
    ("C05", "C03", "C02", "C04", "C01"),
)


def test_source_example_of_eighteen_voters() -> None:
    ballots = [
        rank_groups(order)
        for times, order in ((5, "ABC"), (4, "ACB"), (6, "BAC"), (3, "CBA"))
        for _ in range(times)
    ]
    outcome = evaluate_borda(ballots, "ABC")
    assert [(r.option, int(r.points), r.rank) for r in outcome.results] == [
        ("A", 24, 1),
        ("B", 20, 2),
        ("C", 10, 3),
    ]
    assert [r.first_places for r in outcome.results] == [9, 6, 3]
    assert outcome.ballots == 18


def test_six_table_slips_of_the_example_workshop() -> None:
    ballots = [rank_groups(order) for order in TABLES]
    outcome = evaluate_borda(ballots, ("C03", "C01", "C02", "C04", "C05"))
    assert [(r.option, int(r.points), r.rank) for r in outcome.results] == [
        ("C03", 20, 1),
        ("C01", 12, 3),
        ("C02", 15, 2),
        ("C04", 7, 4),
        ("C05", 6, 5),
    ]


def test_tied_options_get_the_mean_of_their_places() -> None:
    outcome = evaluate_borda([(("A", "B"), ("C",))], "ABC")
    assert [r.points for r in outcome.results] == [Fraction(3, 2), Fraction(3, 2), 0]
    assert [r.first_places for r in outcome.results] == [1, 1, 0]
    assert [(r.rank, r.tied) for r in outcome.results] == [(1, True), (1, True), (3, False)]


def test_on_an_incomplete_slip_the_others_share_the_places_left() -> None:
    outcome = evaluate_borda([rank_groups(["B"])], "ABCD")
    assert [r.points for r in outcome.results] == [1, 3, 1, 1]


def test_modified_count_gives_as_many_points_as_options_were_named() -> None:
    outcome = evaluate_borda([rank_groups("BA"), rank_groups("C")], "ABCD", "modified")
    assert [r.points for r in outcome.results] == [1, 2, 1, 0]
    tied = evaluate_borda([(("A",), ("B", "C"))], "ABCD", "modified")
    assert [r.points for r in tied.results] == [3, Fraction(3, 2), Fraction(3, 2), 0]


def test_an_empty_slip_is_an_abstention() -> None:
    outcome = evaluate_borda([(), rank_groups("AB")], "AB")
    assert outcome.ballots == 1
    assert [r.points for r in outcome.results] == [1, 0]


@pytest.mark.parametrize(
    ("ballot", "message"),
    [
        ((("X",),), "unknown option"),
        ((("A",), ("A",)), "named twice"),
        ((("A", "A"),), "named twice"),
        ((("A",), ()), "empty group"),
    ],
)
def test_slips_that_make_no_sense_are_refused(
    ballot: tuple[tuple[str, ...], ...], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_borda([ballot], "AB")


def test_a_plain_list_of_names_is_no_slip() -> None:
    with pytest.raises(ValueError, match="unknown option"):
        evaluate_borda([["C01", "C02"]], ["C01", "C02"])


slips = st.lists(
    st.permutations("ABCD").flatmap(
        lambda order: st.integers(1, 4).map(lambda named: rank_groups(order[:named]))
    ),
    max_size=8,
)


@settings(deadline=None)
@given(ballots=slips)
def test_every_classic_slip_gives_the_same_number_of_points(
    ballots: list[tuple[tuple[str], ...]],
) -> None:
    outcome = evaluate_borda(ballots, "ABCD")
    assert sum(r.points for r in outcome.results) == 6 * len(ballots)
    assert sum(r.first_places for r in outcome.results) == len(ballots)


@settings(deadline=None)
@given(ballots=slips)
def test_the_order_of_slips_and_options_changes_nothing(
    ballots: list[tuple[tuple[str], ...]],
) -> None:
    expected = {r.option: r for r in evaluate_borda(ballots, "ABCD", "modified").results}
    turned = evaluate_borda(ballots[::-1], "DCBA", "modified")
    assert {r.option: r for r in turned.results} == expected


def test_all_orders_together_leave_all_options_equal() -> None:
    outcome = evaluate_borda([rank_groups(order) for order in permutations("ABC")], "ABC")
    assert {(r.points, r.rank, r.tied) for r in outcome.results} == {(Fraction(6), 1, True)}
