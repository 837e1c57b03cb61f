"""What people type for days, times and amounts is understood, or refused with a sentence."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain import typed_values
from quartierdesk.errors import UserError


@pytest.mark.parametrize("text", ["13.3.2026", "13.03.26", "2026-03-13", " 13. 3. 2026 "])
def test_a_day_is_understood_as_people_write_it(text: str) -> None:
    assert typed_values.day(text) == date(2026, 3, 13)


@pytest.mark.parametrize("text", ["31.02.2026", "morgen", "13.3.", "2026-13-01", "1.1.20266"])
def test_what_is_no_day_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(UserError, match=f"„{text}“ ist kein Datum"):
        typed_values.day(text)


def test_until_when_is_a_day_or_what_people_said() -> None:
    assert typed_values.due("24.04.2026") == (date(2026, 4, 24), "")
    assert typed_values.due(" vor der Sommerpause ") == (None, "vor der Sommerpause")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("18:30", time(18, 30)), ("18.30 Uhr", time(18, 30)), ("1830", time(18, 30)),
     ("18", time(18)), ("9:05", time(9, 5)), ("", None)],
)  # fmt: skip
def test_a_time_is_understood(text: str, expected: time | None) -> None:
    assert typed_values.clock(text) == expected


@pytest.mark.parametrize("text", ["24:00", "18:60", "abends", "18:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="keine Uhrzeit"):
        typed_values.clock(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("60", 60), ("60 min", 60), ("1:30", 90), ("1:30 Std.", 90), ("", None)]
)
def test_a_length_is_understood(text: str, expected: int | None) -> None:
    assert typed_values.minutes(text) == expected


def test_a_wrong_length_or_number_is_refused() -> None:
    with pytest.raises(UserError, match="keine Dauer"):
        typed_values.minutes("lange")
    with pytest.raises(UserError, match="keine ganze Zahl"):
        typed_values.whole("-3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("6.500 €", "6500"), ("6500,5", "6500.5"), ("1.234.567,89", "1234567.89"), ("0", "0")],
)
def test_an_amount_is_understood(text: str, expected: str) -> None:
    assert typed_values.euros(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["6.50", "sechstausend", "1,2,3", "-5"])
def test_an_ambiguous_amount_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="kein Betrag"):
        typed_values.euros(text)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_reads_back_as_it_was(value: Decimal) -> None:
    assert typed_values.euros(typed_values.euro_text(value)) == value


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_reads_back_as_it_was(value: date) -> None:
    assert typed_values.day(typed_values.day_text(value)) == value


@given(st.times())
def test_a_time_reads_back_to_the_minute(value: time) -> None:
    shown = value.replace(second=0, microsecond=0)
    assert typed_values.clock(typed_values.clock_text(value)) == shown


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.847", "2847"), ("16,8", "16.8"), ("-2,1", "-2.1"), ("−2,1", "-2.1"), (" 58 ", "58")],
)
def test_numbers_are_read_as_germans_write_them(text: str, value: str) -> None:
    assert typed_values.number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["16.8", "1.23.456", "viele", "1,2,3", "--1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="keine Zahl"):
        typed_values.number(text)


@given(st.decimals(-(10**11), 10**11, places=3))
def test_a_number_survives_being_written_and_read(value: Decimal) -> None:
    assert typed_values.number(typed_values.number_text(value)) == value


@pytest.mark.parametrize(
    ("text", "key"),
    [("08119091", "08119091"), ("08 119 091", "08119091"), ("081195001091", "08119091"), ("", "")],
)
def test_a_municipality_key_keeps_its_leading_zero(text: str, key: str) -> None:
    assert typed_values.municipality_key(text) == key


@pytest.mark.parametrize("text", ["8119091", "17119091", "00119091", "0811909A", "08119091000"])
def test_what_is_no_municipality_key_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="kein Gemeindeschlüssel"):
        typed_values.municipality_key(text)
