from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.consensus import evaluate_consensus

OPTIONS = ("A", "B", "C", "D", "P")
ROWS = (
    (3, 1, 4, 8, 9),
    (2, 2, 3, 10, 8),
    (5, 0, 2, 7, 10),
    (1, 3, 5, 9, 7),
    (4, 1, 1, 10, 10),
    (0, 2, 6, 8, 9),
    (6, 1, 3, 5, 8),
    (2, 4, 2, 10, 10),
    (3, 0, 4, 9, 6),
    (7, 2, 5, 3, 9),
    (1, 1, 2, 10, 10),
    (2, 5, 9, 6, 5),
)
MATRIX = [dict(zip(OPTIONS, row, strict=True)) for row in ROWS]


def test_old_school_example_of_twelve_people() -> None:
    outcome = evaluate_consensus(MATRIX, OPTIONS, 10, "P")
    found = [
        (
            r.option,
            r.resistance_sum,
            str(r.mean),
            r.highest,
            str(r.acceptance_percent),
            r.objections,
            r.rank,
        )
        for r in outcome.results
    ]
    assert found == [
        ("A", 36, "3.00", 7, "70.0", 0, 2),
        ("B", 22, "1.83", 5, "81.7", 0, 1),
        ("C", 46, "3.83", 9, "61.7", 1, 3),
        ("D", 95, "7.92", 10, "20.8", 8, 4),
        ("P", 101, "8.42", 10, "15.8", 9, 5),
    ]
    assert outcome.ranked_by == "sum"
    assert [r.below_status_quo for r in outcome.results] == [True, True, True, True, None]


def test_an_option_resisted_as_much_as_the_status_quo_is_not_recommended() -> None:
    outcome = evaluate_consensus([{"A": 5, "P": 5}], ("A", "P"), 10, "P")
    assert outcome.results[0].below_status_quo is False
    assert all(r.tied and r.rank == 1 for r in outcome.results)


def test_missing_answers_make_the_mean_decide() -> None:
    matrix = [{"A": 4, "B": 3}, {"A": 4, "B": 3}, {"B": 3}]
    outcome = evaluate_consensus(matrix, ("A", "B"), 10)
    assert outcome.ranked_by == "mean"
    assert [(r.resistance_sum, r.ballots, r.rank) for r in outcome.results] == [
        (8, 2, 2),
        (9, 3, 1),
    ]


def test_an_option_nobody_answered_has_no_rank_and_no_figures() -> None:
    outcome = evaluate_consensus([{"A": 4}], ("A", "B", "P"), 10, "P")
    empty = outcome.results[1]
    assert (empty.ballots, empty.mean, empty.highest) == (0, None, None)
    assert (empty.acceptance_percent, empty.rank, empty.tied) == (None, None, False)
    assert [r.below_status_quo for r in outcome.results] == [None, None, None]
    assert outcome.results[0].rank == 1


@pytest.mark.parametrize(("scale", "answers", "objections"), [(2, 3, 1), (5, 6, 2), (10, 11, 3)])
def test_objections_start_at_eight_tenths_of_the_scale(
    scale: int, answers: int, objections: int
) -> None:
    matrix = [{"A": resistance} for resistance in range(answers)]
    assert evaluate_consensus(matrix, ("A",), scale).results[0].objections == objections


@pytest.mark.parametrize(
    ("matrix", "scale", "status_quo", "message"),
    [
        ([{"A": 11}], 10, None, "outside 0 to 10"),
        ([{"A": -1}], 10, None, "outside 0 to 10"),
        ([{"X": 1}], 10, None, "unknown option"),
        ([{"A": 1}], 10, "X", "status quo"),
        ([], 0, None, "at least 1"),
    ],
)
def test_what_does_not_fit_the_poll_is_refused(
    matrix: list[dict[str, int]], scale: int, status_quo: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_consensus(matrix, ("A",), scale, status_quo)


people = st.lists(st.fixed_dictionaries({"A": st.integers(0, 5), "B": st.integers(0, 5)}))


@settings(deadline=None)
@given(matrix=people)
def test_less_resistance_never_ranks_worse_nor_accepts_less(matrix: list[dict[str, int]]) -> None:
    a, b = evaluate_consensus(matrix, ("A", "B"), 5).results
    if a.rank is None or b.rank is None:
        assert not matrix
        return
    assert (a.resistance_sum < b.resistance_sum) == (a.rank < b.rank)
    assert a.acceptance_percent is not None
    assert b.acceptance_percent is not None
    assert Decimal(0) <= a.acceptance_percent <= Decimal(100)
    assert a.rank > b.rank or a.acceptance_percent >= b.acceptance_percent


@settings(deadline=None)
@given(matrix=people)
def test_sum_and_mean_rank_alike_when_all_answered(matrix: list[dict[str, int]]) -> None:
    complete = evaluate_consensus(matrix, ("A", "B"), 5)
    with_gap = evaluate_consensus([*matrix, {"C": 1}], ("A", "B", "C"), 5)
    ranks = [(r.rank is not None and r.rank) for r in complete.results]
    gap_ranks = [(r.rank is not None and r.rank) for r in with_gap.results[:2]]
    assert (ranks[0] < ranks[1]) == (gap_ranks[0] < gap_ranks[1])
