"""Labels: what people call a card, the same on every laptop."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.labels import (
    card_label,
    distinct_labels,
    next_label,
    parse_label,
    series_of,
)


def test_a_card_is_named_by_its_table_and_number() -> None:
    assert card_label(series_of(3), 17) == "T3-017"
    assert card_label(series_of(None), 1) == "P-001"
    assert card_label(series_of(12), 1000) == "T12-1000"


@settings(deadline=None)
@given(table=st.none() | st.integers(1, 999), number=st.integers(1, 999_999_999))
def test_a_label_is_read_back(table: int | None, number: int) -> None:
    assert parse_label(card_label(series_of(table), number)) == (series_of(table), number)


@pytest.mark.parametrize(
    "label", ["", "B017", "T3", "T-017", "T3-", "T3-017b", "P-1234567890", "p-001", "T3-017\n"]
)
def test_other_labels_have_no_number(label: str) -> None:
    assert parse_label(label) == ("", None)


def test_the_next_label_goes_on_after_the_highest() -> None:
    assert next_label("C", []) == "C01"
    assert next_label("C", ["C09", "C2", "M44", "C12b", "", "Thema"]) == "C10"
    assert next_label("W-", ["W-999", "W-²"], digits=3) == "W-1000"


def test_the_oldest_keeps_the_label() -> None:
    labelled = [("3", "B1"), ("1", "B1"), ("2", "B1"), ("4", "B1b")]

    assert distinct_labels(labelled) == {"1": "B1", "2": "B1c", "3": "B1d", "4": "B1b"}


@settings(deadline=None)
@given(
    st.dictionaries(st.text("123", max_size=3), st.sampled_from(["B", "Bb", "Bc", "Bbb", ""])),
    st.randoms(use_true_random=False),
)
def test_labels_are_distinct_and_the_same_in_any_order(
    labels: dict[str, str], order: Random
) -> None:
    shuffled = list(labels.items())
    order.shuffle(shuffled)

    shown = distinct_labels(labels.items())

    assert shown == distinct_labels(shuffled)
    assert len(set(shown.values())) == len(labels)
    assert all(shown[key].startswith(label) for key, label in labels.items())


def test_thousands_of_equal_labels_are_told_apart_quickly() -> None:
    shown = distinct_labels((f"{n:05d}", "B1") for n in range(20_000))

    assert len(set(shown.values())) == 20_000
    assert shown["00027"] == "B1ab"
