"""Groups of age beside the quarter's people betray nobody."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.head_counts import age_shares, combined, totals
from quartierdesk.domain.small_counts import protect
from quartierdesk.domain.workshop import HeadCount, Indicator

GROUPS = ("unter_18", "18_29", "30_49", "50_64", "65_79", "80_plus")


def indicator(code: str, value: str) -> Indicator:
    """Return an indicator with this code."""
    return Indicator(code, code, code, Decimal(value))


def test_a_total_is_known_where_no_cell_is_suppressed() -> None:
    counts = (HeadCount("a", "age_group", "x", 3), HeadCount("b", "age_group", "y", 4))
    hidden = HeadCount("c", "gender", "z", None)

    assert totals((*counts, hidden, HeadCount("d", "gender", "y", 9))) == {"age_group": 7}


def test_groups_are_added_up_where_each_of_them_is_shown() -> None:
    assert combined({"a": 6, "b": 7, "c": None}, ("a", "b"), None) == 13


def test_hidden_groups_may_be_told_together_where_readers_could_work_it_out() -> None:
    counts = {"unter_18": None, "18_29": None, "30_49": 13, "50_64": 17, "65_79": 18, "80_plus": 5}

    assert combined(counts, GROUPS[:4], 60) == 37
    assert combined(counts, GROUPS[1:4], 60) is None
    assert combined(counts, GROUPS[:4], None) is None


@given(
    st.lists(st.integers(0, 30), min_size=6, max_size=6),
    st.sets(st.sampled_from(GROUPS), min_size=1, max_size=5),
)
def test_a_sum_that_is_shown_says_nothing_new(sizes: list[int], members: set[str]) -> None:
    exact = dict(zip(GROUPS, sizes, strict=True))
    shown = protect(exact)
    told = combined(shown, members, sum(sizes))

    if told is not None:
        assert told == sum(exact[group] for group in members)
        inside = all(shown[group] is not None for group in members)
        beside = all(shown[group] is not None for group in GROUPS if group not in members)
        assert inside or beside


def test_shares_of_the_quarter_are_taken_from_its_indicators() -> None:
    known = [
        indicator("share_u18", "16.8"),
        indicator("share_65plus", "25.3"),
        indicator("share_80plus", "8.1"),
    ]

    assert list(age_shares(known).values()) == [Decimal(s) for s in ("74.7", "16.8", "17.2", "8.1")]


@pytest.mark.parametrize(
    ("codes", "groups"),
    [
        ([], []),
        (["share_u18"], [("unter_18",)]),
        (["share_65plus"], [GROUPS[:4], GROUPS[4:]]),
        (["share_80plus"], [("80_plus",)]),
    ],
)
def test_what_is_not_known_is_not_compared(codes: list[str], groups: list[tuple[str, ...]]) -> None:
    assert list(age_shares(indicator(code, "20") for code in codes)) == groups
