from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.effort import (
    Quadrant,
    Thresholds,
    benefit_ratio,
    median_estimate,
    quadrant,
)
from quartierdesk.domain.eisenhower import EisenhowerField, eisenhower_field


@pytest.mark.parametrize(
    ("effort", "benefit", "label", "ratio"),
    [
        (3, 5, "Schneller Erfolg", "1.67"),
        (4, 5, "Strategisches Vorhaben", "1.25"),
        (3, 4, "Schneller Erfolg", "1.33"),
        (2, 5, "Schneller Erfolg", "2.50"),
        (2, 4, "Schneller Erfolg", "2.00"),
        (4, 3, "Zurückstellen", "0.75"),
        (1, 3, "Nebenbei", "3.00"),
    ],
)
def test_measures_of_the_example_workshop(
    effort: int, benefit: int, label: str, ratio: str
) -> None:
    assert quadrant(effort, benefit).label == label
    assert str(benefit_ratio(effort, benefit)) == ratio


def test_thresholds_can_be_moved() -> None:
    strict = Thresholds(high_benefit=5, low_effort=2)
    assert quadrant(3, 4, strict) is Quadrant.POSTPONE
    assert quadrant(3, 4) is Quadrant.QUICK_WIN


def test_a_median_between_two_steps_is_kept_exact() -> None:
    assert median_estimate([3, 4]) == Decimal("3.5")
    assert median_estimate([5, 1, 2]) == 2
    assert median_estimate([]) is None
    assert quadrant(Decimal("3.5"), 5) is Quadrant.STRATEGIC


def test_without_an_estimate_there_is_no_ratio() -> None:
    assert benefit_ratio(None, 5) is None
    assert benefit_ratio(2, None) is None


@pytest.mark.parametrize("value", [0, 6])
def test_estimates_outside_the_scale_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        quadrant(value, 3)
    with pytest.raises(ValueError, match="from 1 to 5"):
        median_estimate([3, value])
    with pytest.raises(ValueError, match="from 1 to 5"):
        benefit_ratio(3, value)
    with pytest.raises(ValueError, match="from 1 to 5"):
        Thresholds(high_benefit=value)


@settings(deadline=None)
@given(estimates=st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_a_median_has_as_many_below_as_above(estimates: list[int]) -> None:
    middle = median_estimate(estimates)
    assert middle is not None
    assert sum(e < middle for e in estimates) <= len(estimates) / 2
    assert sum(e > middle for e in estimates) <= len(estimates) / 2


@pytest.mark.parametrize(
    ("important", "urgent", "field"),
    [
        (True, True, EisenhowerField.DO_NOW),
        (True, False, EisenhowerField.SCHEDULE),
        (False, True, EisenhowerField.DELEGATE),
        (False, False, EisenhowerField.DROP),
    ],
)
def test_eisenhower_fields(important: bool, urgent: bool, field: EisenhowerField) -> None:
    assert eisenhower_field(important=important, urgent=urgent) is field
    assert field.label
