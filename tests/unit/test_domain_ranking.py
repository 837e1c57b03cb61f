from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.ranking import shared_ranks, tied_ranks

values_lists = st.lists(st.integers(-5, 5), max_size=12)


def test_a_shared_rank_leaves_out_the_next_one() -> None:
    ranks = shared_ranks([41, 34, 34, 29])
    assert ranks == (1, 2, 2, 4)
    assert tied_ranks(ranks) == {2}


def test_the_lowest_value_may_be_the_best() -> None:
    assert shared_ranks([36, 22, 46, 22], best="lowest") == (3, 1, 4, 1)


def test_different_exact_types_compare_by_value() -> None:
    assert shared_ranks([Decimal("0.5"), Fraction(1, 2), 1]) == (2, 2, 1)


def test_nothing_has_no_ranks() -> None:
    assert shared_ranks([]) == ()


@settings(deadline=None)
@given(values=values_lists)
def test_a_rank_is_one_more_than_the_number_of_better_values(values: list[int]) -> None:
    assert shared_ranks(values) == tuple(1 + sum(o > v for o in values) for v in values)


@settings(deadline=None)
@given(values=values_lists)
def test_lowest_first_is_highest_first_of_the_negated_values(values: list[int]) -> None:
    assert shared_ranks(values, "lowest") == shared_ranks([-v for v in values])
