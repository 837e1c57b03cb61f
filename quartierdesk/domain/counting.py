"""Counting dots on the wall: what is counted already, and where two counts differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quartierdesk.domain.dots import DotRule, DotWarning, evaluate_dots
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.results import counted


@dataclass(frozen=True, slots=True)
class CountLine:
    """One option in one group: the first and the second count, None while it was not counted."""

    option: str
    first: int | None
    second: int | None

    @property
    def difference(self) -> int | None:
        """Return second minus first count; None while one of them is missing."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first

    def count(self, number: int) -> int | None:
        """Return the first or the second count."""
        return self.second if number > 1 else self.first


@dataclass(frozen=True, slots=True)
class CountState:
    """How far the counting is.

    `placed` are the dots that hold by now, `rule` is what was announced, `warnings` tell where
    the counts go beyond it. `recounted` of `options` have a second count; in `differing` it is
    another one than the first.
    """

    lines: tuple[CountLine, ...]
    placed: int
    rule: DotRule
    warnings: tuple[DotWarning, ...]

    @property
    def options(self) -> int:
        """Return how many options there are."""
        return len(self.lines)

    @property
    def has_second_count(self) -> bool:
        """Return whether anything was counted a second time."""
        return any(line.second is not None for line in self.lines)

    @property
    def differing(self) -> tuple[CountLine, ...]:
        """Return the options whose two counts differ."""
        return tuple(line for line in self.lines if line.difference)

    def counted_options(self, number: int) -> int:
        """Return how many options the first or the second count has by now."""
        return sum(line.count(number) is not None for line in self.lines)


def count_state(poll: Poll, group_id: str | None = None) -> CountState:
    """Return how far the counting of a dot or mood poll is, in one group of voters.

    With None those dots are meant that belong to no group; the rule is that of the group where
    there is one.
    """
    own = replace(poll, tallies=tuple(t for t in poll.tallies if t.group_id == group_id), groups=())
    voters = poll.voters
    for group in poll.groups:
        if group.id == group_id:
            voters = group.voters
    rule = DotRule(poll.dots_per_person, poll.max_per_option, voters)
    outcome = evaluate_dots(counted(replace(own, ballots=())), rule)
    return CountState(_lines(own), outcome.placed, rule, outcome.warnings)


def _lines(poll: Poll) -> tuple[CountLine, ...]:
    first, second = _sums(poll, (1,)), _sums(poll, range(2, _last(poll) + 1))
    return tuple(CountLine(o.id, first.get(o.id), second.get(o.id)) for o in poll.options)


def _last(poll: Poll) -> int:
    return max((tally.count_number for tally in poll.tallies), default=1)


def _sums(poll: Poll, numbers: Sequence[int]) -> dict[str, int]:
    """Return what all laptops counted together, by option; of several counts the last one."""
    found: dict[str, int] = {}
    for number in numbers:
        sums: dict[str, int] = {}
        for tally in poll.tallies:
            if tally.count_number == number:
                sums[tally.option_id] = sums.get(tally.option_id, 0) + tally.count
        found |= sums
    return {option: max(0, dots) for option, dots in found.items()}
