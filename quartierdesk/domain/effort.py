"""Effort and benefit of a measure, each estimated from 1 (low) to 5 (high)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from statistics import median

from quartierdesk.domain.rounding import half_up

LOWEST_ESTIMATE = 1
HIGHEST_ESTIMATE = 5


class Quadrant(Enum):
    """The four fields of the effort-benefit matrix; the value is the German name."""

    QUICK_WIN = "Schneller Erfolg"
    STRATEGIC = "Strategisches Vorhaben"
    FILL_IN = "Nebenbei"
    POSTPONE = "Zurückstellen"

    @property
    def label(self) -> str:
        """German name as people read it."""
        return self.value


def _check_estimate(name: str, value: Decimal | int) -> None:
    if not LOWEST_ESTIMATE <= value <= HIGHEST_ESTIMATE:
        raise ValueError(f"{name} must be from {LOWEST_ESTIMATE} to {HIGHEST_ESTIMATE}: {value}")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on benefit counts as high, and up to where effort counts as low (1 to 5).

    ValueError: a threshold lies outside the scale.
    """

    high_benefit: Decimal | int = 4
    low_effort: Decimal | int = 3

    def __post_init__(self) -> None:
        _check_estimate("high_benefit", self.high_benefit)
        _check_estimate("low_effort", self.low_effort)


USUAL_THRESHOLDS = Thresholds()


def quadrant(
    effort: Decimal | int,
    benefit: Decimal | int,
    thresholds: Thresholds = USUAL_THRESHOLDS,
) -> Quadrant:
    """Field of the effort-benefit matrix for estimates from 1 to 5; medians with a half are fine.

    Source: effort-benefit matrix as used in moderation (werkzeugbox.info); scale and thresholds
    are this program's own choice. ValueError: an estimate lies outside 1 to 5.
    """
    _check_estimate("effort", effort)
    _check_estimate("benefit", benefit)
    low_effort = effort <= thresholds.low_effort
    if benefit >= thresholds.high_benefit:
        return Quadrant.QUICK_WIN if low_effort else Quadrant.STRATEGIC
    return Quadrant.FILL_IN if low_effort else Quadrant.POSTPONE


def median_estimate(values: Sequence[Decimal | int]) -> Decimal | None:
    """Median of several people's estimates (1 to 5), exact; None without estimates.

    ValueError: an estimate lies outside 1 to 5.
    """
    for value in values:
        _check_estimate("estimate", value)
    return median([Decimal(value) for value in values]) if values else None


def benefit_ratio(effort: Decimal | int | None, benefit: Decimal | int | None) -> Decimal | None:
    """Benefit divided by effort, two places: a help for sorting, not a result.

    None if an estimate is missing. ValueError: an estimate lies outside 1 to 5.
    """
    if effort is None or benefit is None:
        return None
    _check_estimate("effort", effort)
    _check_estimate("benefit", benefit)
    return half_up(Fraction(benefit) / Fraction(effort), 2)
