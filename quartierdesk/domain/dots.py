"""Dot polls (Mehrpunktabfrage): rule, recommendation, counting and warnings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from quartierdesk.domain.ranking import shared_ranks, tied_ranks
from quartierdesk.domain.rounding import german, half_up, percent

MOST_DOTS_PER_PERSON = 10

AVAILABLE, UNPLACED = "verfügbare Punkte", "nicht geklebte Punkte"
"""What two of the counts of a poll are called wherever they are listed."""


@dataclass(frozen=True, slots=True)
class DotRule:
    """What was announced before the dots were placed; None: not limited or not known.

    ValueError: `dots_per_person` or `max_per_option` below 1, `voters` negative.
    """

    dots_per_person: int | None
    max_per_option: int | None
    voters: int | None

    def __post_init__(self) -> None:
        for limit in (self.dots_per_person, self.max_per_option):
            if limit is not None and limit < 1:
                raise ValueError(f"a limit of dots must be at least 1: {limit}")
        if self.voters is not None and self.voters < 0:
            raise ValueError(f"voters must not be negative: {self.voters}")

    @property
    def available(self) -> int | None:
        """Dots handed out in all: voters times dots per person."""
        if self.voters is None or self.dots_per_person is None:
            return None
        return self.voters * self.dots_per_person

    @property
    def most_on_one_option(self) -> int | None:
        """Highest possible count of one option: voters times min(m, d)."""
        limits = [n for n in (self.dots_per_person, self.max_per_option) if n is not None]
        return self.voters * min(limits) if self.voters is not None and limits else None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Dots per person by four rules of thumb, and the one this program proposes (`standard`)."""

    half: int
    half_plus_one: int
    third: int
    minimum: int
    standard: int


@dataclass(frozen=True, slots=True)
class DotResult:
    """One option: dots, share of all placed dots (%, 1 place), dots per voter (2 places), rank."""

    option: str
    dots: int
    share_percent: Decimal | None
    per_voter: Decimal | None
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class DotWarning:
    """A count above what the rule allows; it warns and never locks, for dots fall off and stick.

    `total` and `option` concern the counted poll, `ballot_total` and `ballot_option` one ballot;
    `option` is the option's id, None for the totals.
    """

    kind: Literal["total", "option", "ballot_total", "ballot_option"]
    option: str | None
    allowed: int
    counted: int


@dataclass(frozen=True, slots=True)
class DotOutcome:
    """Counted poll; `unplaced` is never negative (a surplus is told by a warning)."""

    results: tuple[DotResult, ...]
    placed: int
    available: int | None
    unplaced: int | None
    warnings: tuple[DotWarning, ...]


def recommended_dots(options: int, voters: int) -> Recommendation:
    """How many dots each person should get for this many options and voters.

    Half: ceil(a/2), at most 10 (altenpflege-lernfelder.de); half plus one: floor(a/2 + 1)
    (business-wissen.de); third: ceil(a/3), usual practice; minimum for distinguishable ranks:
    ceil(a(a−1)/(2p)) (workshopmoderationstraining.de). Standard, our own choice: the greater of
    third and minimum, at most 10. ValueError: `options` or `voters` below 1.
    """
    if options < 1 or voters < 1:
        raise ValueError(f"needs at least one option and one voter: {options}, {voters}")
    third = -(-options // 3)
    minimum = -(-options * (options - 1) // (2 * voters))
    return Recommendation(
        half=min(MOST_DOTS_PER_PERSON, -(-options // 2)),
        half_plus_one=options // 2 + 1,
        third=third,
        minimum=minimum,
        standard=min(MOST_DOTS_PER_PERSON, max(third, minimum)),
    )


def evaluate_dots(counts: Mapping[str, int], rule: DotRule) -> DotOutcome:
    """Ranks and shares of counted dots, in the order of `counts`.

    Share = dots / all placed dots, None if none was placed. Dots of rounds with different people
    (tables, plenary) must not be added up. ValueError: a count is negative.
    """
    if any(dots < 0 for dots in counts.values()):
        raise ValueError("counts must not be negative")
    placed = sum(counts.values())
    ranks = shared_ranks(tuple(counts.values()))
    tied = tied_ranks(ranks)
    results = tuple(
        DotResult(
            option=option,
            dots=dots,
            share_percent=percent(dots, placed),
            per_voter=half_up(Fraction(dots, rule.voters), 2) if rule.voters else None,
            rank=rank,
            tied=rank in tied,
        )
        for (option, dots), rank in zip(counts.items(), ranks, strict=True)
    )
    available = rule.available
    return DotOutcome(
        results=results,
        placed=placed,
        available=available,
        unplaced=None if available is None else max(0, available - placed),
        warnings=_warnings_of_count(counts, placed, rule),
    )


def _warnings_of_count(
    counts: Mapping[str, int], placed: int, rule: DotRule
) -> tuple[DotWarning, ...]:
    warnings = []
    if rule.available is not None and placed > rule.available:
        warnings.append(DotWarning("total", None, rule.available, placed))
    most = rule.most_on_one_option
    if most is not None:
        warnings += [
            DotWarning("option", option, most, dots)
            for option, dots in counts.items()
            if dots > most
        ]
    return tuple(warnings)


def dots_from_ballots(
    ballots: Iterable[Mapping[str, int]], options: Sequence[str]
) -> dict[str, int]:
    """Dots per option over all ballots, in the order of `options`.

    ValueError: a ballot names an unknown option or a negative number.
    """
    counts = dict.fromkeys(options, 0)
    for ballot in ballots:
        for option, dots in _checked(ballot, counts).items():
            counts[option] += dots
    return counts


def voters_for(ballots: Iterable[Mapping[str, int]], options: Sequence[str]) -> dict[str, int]:
    """How many ballots gave each option at least one dot, in the order of `options`.

    ValueError: a ballot names an unknown option or a negative number.
    """
    voters = dict.fromkeys(options, 0)
    for ballot in ballots:
        for option, dots in _checked(ballot, voters).items():
            voters[option] += dots > 0
    return voters


def _checked(ballot: Mapping[str, int], known: Mapping[str, int]) -> Mapping[str, int]:
    for option, dots in ballot.items():
        if option not in known:
            raise ValueError(f"unknown option on a ballot: {option}")
        if dots < 0:
            raise ValueError(f"negative dots on a ballot: {option} {dots}")
    return ballot


def check_ballot(ballot: Mapping[str, int], rule: DotRule) -> tuple[DotWarning, ...]:
    """Where one ballot (option id to dots) goes beyond the rule; empty if it keeps it."""
    warnings = []
    placed = sum(ballot.values())
    if rule.dots_per_person is not None and placed > rule.dots_per_person:
        warnings.append(DotWarning("ballot_total", None, rule.dots_per_person, placed))
    if rule.max_per_option is not None:
        warnings += [
            DotWarning("ballot_option", option, rule.max_per_option, dots)
            for option, dots in ballot.items()
            if dots > rule.max_per_option
        ]
    return tuple(warnings)


def warning_sentence(warning: DotWarning, label: str | None = None) -> str:
    """One German sentence for a warning; `label` is the option's name (else its id is shown)."""
    name = label or warning.option
    counted, allowed = german(warning.counted), german(warning.allowed)
    match warning.kind:
        case "total":
            return (
                f"Es wurden mehr Punkte gezählt ({counted}), als ausgegeben wurden ({allowed}); "
                "bitte zählen Sie noch einmal nach."
            )
        case "option":
            return (
                f"Bei „{name}“ wurden mehr Punkte gezählt ({counted}), als nach der Regel möglich "
                f"sind ({allowed}); bitte zählen Sie noch einmal nach."
            )
        case "ballot_total":
            return (
                f"Auf dem Stimmzettel stehen mehr Punkte ({counted}), "
                f"als je Person vorgesehen sind ({allowed})."
            )
        case "ballot_option":
            return (
                f"Auf dem Stimmzettel stehen bei „{name}“ mehr Punkte ({counted}), "
                f"als je Thema erlaubt sind ({allowed})."
            )
