from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.feedback import only_in_words, return_rate_percent
from quartierdesk.domain.small_counts import is_small, legend, protect

tables = st.dictionaries(st.text("abc", max_size=3), st.integers(0, 30), max_size=8)
ks = st.integers(3, 20)


@pytest.mark.parametrize(
    ("counts", "published"),
    [
        (
            {"30_49": 13, "65_79": 18, "unter_18": 3, "18_29": 4, "50_64": 17, "80_plus": 5},
            {"30_49": 13, "65_79": 18, "unter_18": None, "18_29": None, "50_64": 17, "80_plus": 5},
        ),
        (
            {"weiblich": 33, "männlich": 26, "divers_keine_angabe": 1},
            {"weiblich": 33, "männlich": None, "divers_keine_angabe": None},
        ),
        (
            {"Kernort": 38, "Unterdorf": 17, "Weiler": 3, "auswärts": 2},
            {"Kernort": 38, "Unterdorf": 17, "Weiler": None, "auswärts": None},
        ),
        (
            {
                "gemeinderat": 3,
                "kirche": 1,
                "buergerschaft": 46,
                "gewerbe": 1,
                "verein_initiative": 7,
                "wohlfahrtspflege_pflege": 2,
            },
            {
                "gemeinderat": None,
                "kirche": None,
                "buergerschaft": 46,
                "gewerbe": None,
                "verein_initiative": 7,
                "wohlfahrtspflege_pflege": None,
            },
        ),
    ],
    ids=["age", "gender", "district", "role"],
)
def test_head_counts_of_the_example_workshop(
    counts: dict[str, int], published: dict[str, int | None]
) -> None:
    assert protect(counts) == published


def test_groups_that_are_large_or_empty_stay() -> None:
    assert protect({"a": 5, "b": 0, "c": 20}) == {"a": 5, "b": 0, "c": 20}
    assert protect({"a": 0, "b": 0}) == {"a": 0, "b": 0}
    assert protect({}) == {}


def test_zeros_stay_beside_hidden_groups_as_long_as_another_group_is_shown() -> None:
    assert protect({"a": 0, "b": 3, "c": 2, "d": 9}) == {"a": 0, "b": None, "c": None, "d": 9}


def test_few_people_in_the_hidden_groups_take_a_third_group_with_them() -> None:
    assert protect({"a": 1, "b": 2, "c": 7, "d": 9}) == {"a": None, "b": None, "c": None, "d": 9}


@pytest.mark.parametrize("small", [1, 4])
def test_groups_that_can_only_be_all_one_or_all_four_take_another_with_them(small: int) -> None:
    counts = dict.fromkeys("abcde", small) | {"f": 8, "g": 30}
    assert protect(counts) == dict.fromkeys("abcdef") | {"g": 30}


def test_equal_groups_are_hidden_together() -> None:
    assert protect({"a": 6, "b": 2, "c": 6, "d": 9}) == {"a": None, "b": None, "c": None, "d": 9}


def test_when_no_group_can_be_shown_the_zeros_go_too() -> None:
    assert protect({"a": 1, "b": 1, "c": 1, "d": 0}, 3) == dict.fromkeys("abcd")
    assert protect({"a": 3, "b": 20, "c": 0}) == dict.fromkeys("abc")


def test_a_single_small_group_is_hidden_though_its_total_would_tell_it() -> None:
    assert protect({"a": 3}) == {"a": None}
    assert is_small(3)


@pytest.mark.parametrize("k", [2, 21, 0, -5])
def test_k_has_limits(k: int) -> None:
    for rule in (lambda: protect({}, k), lambda: is_small(1, k), lambda: legend(k)):
        with pytest.raises(ValueError, match="k must be"):
            rule()


def test_negative_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        protect({"a": -1})


def compositions(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, cells - 1):
            yield (first, *rest)


@pytest.mark.parametrize(
    ("k", "cells", "largest_total"), [(3, 2, 30), (3, 3, 20), (3, 5, 11), (4, 4, 17), (5, 4, 18)]
)
def test_who_knows_total_and_rule_cannot_count_back_any_hidden_group(
    k: int, cells: int, largest_total: int
) -> None:
    """Try every possible table: none may be the only one behind what is published."""
    for total in range(1, largest_total + 1):
        possible: dict[tuple[int | None, ...], list[set[int]]] = defaultdict(
            lambda: [set() for _ in range(cells)]
        )
        for table in compositions(total, cells):
            counts = {str(i): count for i, count in enumerate(table)}
            seen = tuple(protect(counts, k).values())
            for values, count in zip(possible[seen], table, strict=True):
                values.add(count)
        for seen, behind in possible.items():
            for shown, values in zip(seen, behind, strict=True):
                if shown is None and total > 1:
                    assert len(values) > 1, (k, total, seen)


@settings(deadline=None)
@given(counts=tables, k=ks)
def test_no_small_group_is_shown_and_what_is_shown_is_true(counts: dict[str, int], k: int) -> None:
    published = protect(counts, k)
    assert list(published) == list(counts)
    for key, shown in published.items():
        assert shown is None or (shown == counts[key] and not is_small(shown, k))


@settings(deadline=None)
@given(counts=tables, k=ks)
def test_hidden_groups_are_several_with_at_least_k_people_unless_all_is_hidden(
    counts: dict[str, int], k: int
) -> None:
    hidden = [key for key, shown in protect(counts, k).items() if shown is None]
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(counts[key] for key in hidden) >= k


@settings(deadline=None)
@given(counts=tables, k=ks)
def test_nothing_is_hidden_without_a_small_group_and_hiding_is_fair(
    counts: dict[str, int], k: int
) -> None:
    published = protect(counts, k)
    if not any(is_small(count, k) for count in counts.values()):
        assert published == counts
    for count in counts.values():
        assert len({published[key] for key, other in counts.items() if other == count}) == 1


@settings(deadline=None)
@given(counts=tables, k=ks, growth=st.integers(1, 20))
def test_more_people_in_a_shown_group_change_nothing_else(
    counts: dict[str, int], k: int, growth: int
) -> None:
    published = protect(counts, k)
    for key, shown in published.items():
        if shown:
            grown = protect(counts | {key: shown + growth}, k)
            assert grown == published | {key: shown + growth}


@settings(deadline=None)
@given(counts=tables, k=ks)
def test_the_order_of_the_groups_does_not_matter(counts: dict[str, int], k: int) -> None:
    turned = dict(reversed(counts.items()))
    assert protect(turned, k) == protect(counts, k)


def test_the_legend_names_the_limit() -> None:
    assert "weniger als 5 Personen" in legend()
    assert "weniger als 3 Personen" in legend(3)


def test_feedback_of_the_example_workshop() -> None:
    assert str(return_rate_percent(41, 60)) == "68.3"
    assert return_rate_percent(0, 0) is None
    assert [only_in_words(n) for n in (0, 4, 5, 41)] == [False, True, False, False]
    with pytest.raises(ValueError, match="negative"):
        return_rate_percent(-1, 60)
