from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.rounding import german, half_up, in_words, percent

exact_numbers = st.one_of(
    st.integers(-(10**12), 10**12),
    st.fractions(-(10**6), 10**6),
    st.decimals(-(10**9), 10**9, places=4),
)


def test_half_is_rounded_away_from_zero() -> None:
    assert half_up(Decimal("0.05")) == Decimal("0.1")
    assert half_up(Decimal("2.5"), 0) == Decimal(3)
    assert half_up(Decimal("-2.5"), 0) == Decimal(-3)
    assert half_up(Fraction(142, 60), 2) == Decimal("2.37")


def test_result_carries_exactly_the_asked_places_and_no_negative_zero() -> None:
    assert str(half_up(3)) == "3.0"
    assert str(half_up(Decimal("-0.04"))) == "0.0"
    assert str(half_up(Fraction(1, 3), 4)) == "0.3333"


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite"):
        half_up(value)
    with pytest.raises(ValueError, match="not a finite"):
        german(value)


def test_negative_places_are_refused() -> None:
    with pytest.raises(ValueError, match="places"):
        half_up(1, -1)


@settings(deadline=None)
@given(value=exact_numbers, places=st.integers(0, 4))
def test_rounding_is_never_off_by_more_than_half_a_unit(
    value: Decimal | int | Fraction, places: int
) -> None:
    rounded = half_up(value, places)
    assert abs(Fraction(rounded) - Fraction(value)) <= Fraction(1, 2 * 10**places)
    assert half_up(-Fraction(value), places) == -rounded
    assert half_up(rounded, places) == rounded


@settings(deadline=None)
@given(value=st.decimals(-(10**9), 10**9, places=4), places=st.integers(0, 3))
def test_rounding_agrees_with_the_decimal_module(value: Decimal, places: int) -> None:
    assert half_up(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def test_percent_of_nothing_is_unknown() -> None:
    assert percent(0, 0) is None
    assert percent(41, 224) == Decimal("18.3")
    assert percent(1, 3, 0) == Decimal(33)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2.37"), "2,37"),
        (Decimal("15.0"), "15,0"),
        (2847, "2.847"),
        (9999, "9.999"),
        (999, "999"),
        (Decimal("1234567.5"), "1.234.567,5"),
        (Decimal("-0.5"), "−0,5"),
        (Decimal("-10000"), "−10.000"),
        (Decimal("-0.0"), "0,0"),
        (Decimal("1E+4"), "10.000"),
    ],
)
def test_numbers_are_written_the_german_way(value: Decimal | int, text: str) -> None:
    assert german(value) == text


@pytest.mark.parametrize(
    ("number", "inside", "opening"),
    [(1, "1", "1"), (2, "zwei", "Zwei"), (12, "zwölf", "Zwölf"), (13, "13", "13"), (0, "0", "0")],
)
def test_small_numbers_are_words_in_running_text(number: int, inside: str, opening: str) -> None:
    assert in_words(number) == inside
    assert in_words(number, opening=True) == opening
