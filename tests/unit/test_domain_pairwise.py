from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.pairwise import Comparison, Variant, evaluate_pairwise

OPTIONS = ("C03", "C01", "C02", "C04", "C05")
COMPARISONS = [
    Comparison(row, column, value)
    for row, column, value in (
        ("C03", "C01", 2),
        ("C03", "C02", 1),
        ("C03", "C04", 2),
        ("C03", "C05", 2),
        ("C01", "C02", 0),
        ("C01", "C04", 1),
        ("C01", "C05", 2),
        ("C02", "C04", 2),
        ("C02", "C05", 2),
        ("C04", "C05", 1),
    )
]


def test_five_clusters_of_the_example_workshop() -> None:
    outcome = evaluate_pairwise(COMPARISONS, OPTIONS)
    assert [(r.option, r.points, str(r.weight_percent), r.rank) for r in outcome.results] == [
        ("C03", 7, "35.0", 1),
        ("C01", 3, "15.0", 3),
        ("C02", 7, "35.0", 1),
        ("C04", 2, "10.0", 4),
        ("C05", 1, "5.0", 5),
    ]
    assert [r.option for r in outcome.results if r.tied] == ["C03", "C02"]
    assert (outcome.missing, outcome.doubled) == ((), ())
    assert outcome.scale.startswith("2 = Zeile wichtiger")


def test_source_example_of_three_criteria() -> None:
    comparisons = [Comparison("A", "B", 1), Comparison("A", "C", 2), Comparison("B", "C", 1)]
    weights = [r.weight_percent for r in evaluate_pairwise(comparisons, "ABC").results]
    assert weights == [Decimal("50.0"), Decimal("33.3"), Decimal("16.7")]


def test_missing_and_doubled_pairs_are_named_and_the_first_comparison_counts() -> None:
    comparisons = [Comparison("A", "B", 2), Comparison("B", "A", 2), Comparison("A", "C", 1)]
    outcome = evaluate_pairwise(comparisons, "ABC")
    assert outcome.missing == (("B", "C"),)
    assert outcome.doubled == (("A", "B"),)
    assert [r.points for r in outcome.results] == [3, 0, 1]


def test_in_the_preference_matrix_only_wins_count() -> None:
    comparisons = [Comparison("A", "B", 2), Comparison("A", "C", 0), Comparison("B", "C", 0)]
    outcome = evaluate_pairwise(comparisons, "ABC", "wins")
    assert [(r.points, str(r.weight_percent)) for r in outcome.results] == [
        (1, "33.3"),
        (0, "0.0"),
        (2, "66.7"),
    ]
    assert outcome.scale != evaluate_pairwise([], "ABC").scale


def test_a_single_option_has_no_weight() -> None:
    assert evaluate_pairwise([], ["A"]).results[0].weight_percent is None


@pytest.mark.parametrize(
    ("comparison", "variant", "message"),
    [
        (Comparison("A", "X", 1), "graded", "unknown option"),
        (Comparison("A", "A", 1), "graded", "against itself"),
        (Comparison("A", "B", 3), "graded", "value not in"),
        (Comparison("A", "B", 1), "wins", "value not in"),
    ],
)
def test_what_does_not_fit_the_scale_is_refused(
    comparison: Comparison, variant: Variant, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_pairwise([comparison], "AB", variant)


@settings(deadline=None)
@given(n=st.integers(2, 7), data=st.data())
def test_all_points_are_given_and_a_mirrored_comparison_says_the_same(
    n: int, data: st.DataObject
) -> None:
    options = "ABCDEFG"[:n]
    comparisons = [
        Comparison(row, column, data.draw(st.integers(0, 2)))
        for row, column in combinations(options, 2)
    ]
    outcome = evaluate_pairwise(comparisons, options)
    assert sum(r.points for r in outcome.results) == n * (n - 1)
    mirrored = [Comparison(c.column, c.row, 2 - c.value) for c in comparisons]
    assert evaluate_pairwise(mirrored, options) == outcome
