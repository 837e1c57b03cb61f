from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.mood import evaluate_mood


def test_mood_at_the_start_and_at_the_end() -> None:
    start, end = evaluate_mood([9, 27, 18, 5, 1]), evaluate_mood([21, 28, 6, 1, 0])
    assert (start.voters, start.mean) == (60, Decimal("2.37"))
    assert (end.voters, end.mean) == (56, Decimal("1.77"))


def test_without_dots_there_is_no_mean() -> None:
    assert evaluate_mood([0, 0, 0]).mean is None
    assert evaluate_mood([]).voters == 0


def test_negative_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        evaluate_mood([1, -1])


@settings(deadline=None)
@given(counts=st.lists(st.integers(0, 200), min_size=1, max_size=7))
def test_the_mean_lies_between_the_best_and_the_worst_step_taken(counts: list[int]) -> None:
    mean = evaluate_mood(counts).mean
    taken = [step for step, count in enumerate(counts, start=1) if count]
    assert (mean is None) == (not taken)
    if mean is not None:
        assert taken[0] <= mean <= taken[-1]
