"""Polls as they were counted: options, ballots, tallies."""

from dataclasses import dataclass
from typing import Literal

PollMethod = Literal[
    "dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower"
]
PollState = Literal["draft", "open", "closed"]

MOST_DOTS = 1_000_000
"""More dots on one option are a slip of the pen; it is also the most that is ever counted."""


@dataclass(frozen=True, slots=True)
class PollOption:
    """What can be chosen; at most one of the ids says which cluster, contribution or measure."""

    id: str
    label: str = ""
    cluster_id: str | None = None
    contribution_id: str | None = None
    measure_id: str | None = None
    is_status_quo: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class PollGroup:
    """Those who voted together, for example a table; `voters` is how many they were."""

    id: str
    label: str
    table_id: str | None = None
    voters: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class BallotMark:
    """One mark on a ballot.

    `value` is the number of dots, the resistance, the rank (1 = first), the effort or the degree
    of importance; in a pairwise comparison `option_id` is the row, `against_id` the column and
    the value 2, 1 or 0. With effort–benefit and Eisenhower `aspect` says which axis is meant.
    """

    id: str
    option_id: str
    value: int
    against_id: str | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One sheet: of a person (never named) or of a table."""

    id: str
    label: str = ""
    marks: tuple[BallotMark, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Dots counted on the wall: for one option, in one group, in one count, by one laptop."""

    id: str
    option_id: str
    count: int
    group_id: str | None = None
    count_number: int = 1
    replica: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """A question put to the room, its rule, and what was counted."""

    id: str
    method: str
    question: str = ""
    round: str = ""
    state: str = "draft"
    rule_text: str = ""
    dots_per_person: int | None = None
    max_per_option: int | None = None
    voters: int | None = None
    scale_max: int | None = None
    scale_text: str = ""
    variant: str = ""
    position: int = 0
    options: tuple[PollOption, ...] = ()
    groups: tuple[PollGroup, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    tallies: tuple[Tally, ...] = ()
