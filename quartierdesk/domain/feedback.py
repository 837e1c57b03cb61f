"""Feedback sheets handed back at the end of a workshop."""

from decimal import Decimal

from quartierdesk.domain.rounding import percent
from quartierdesk.domain.small_counts import USUAL_K, is_small


def return_rate_percent(returned: int, participants: int) -> Decimal | None:
    """Share of sheets that came back, one place; None if nobody took part.

    More than 100 is possible and means that the participants were counted too low.
    ValueError: a number is negative.
    """
    if returned < 0 or participants < 0:
        raise ValueError(f"numbers must not be negative: {returned} of {participants}")
    return percent(returned, participants)


def only_in_words(returned: int, k: int = USUAL_K) -> bool:
    """Whether too few sheets came back (1 to k−1) to publish figures: then only in words.

    ValueError: k outside the limits of `small_counts`.
    """
    return is_small(returned, k)
