"""Tables of weighing and agreeing: polls, ballots, tallies, measures, answers."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from quartierdesk.store.schema.base import Logged
from quartierdesk.store.schema.columns import (
    flag,
    line,
    maybe,
    maybe_day,
    maybe_exact,
    maybe_whole,
    parent,
    prose,
    whole,
)


class Poll(Logged):
    """A question put to the room, and its rule."""

    __tablename__ = "poll"
    workshop_id: Mapped[str] = parent("workshop")
    method: Mapped[str] = line()
    question: Mapped[str] = prose()
    round: Mapped[str] = line()
    state: Mapped[str] = line()
    rule_text: Mapped[str] = line()
    dots_per_person: Mapped[int | None] = maybe_whole()
    max_per_option: Mapped[int | None] = maybe_whole()
    voters: Mapped[int | None] = maybe_whole()
    scale_max: Mapped[int | None] = maybe_whole()
    scale_text: Mapped[str] = line()
    variant: Mapped[str] = line()
    position: Mapped[int] = whole()


class PollOption(Logged):
    """What can be chosen."""

    __tablename__ = "poll_option"
    poll_id: Mapped[str] = parent("poll")
    label: Mapped[str] = line()
    cluster_id: Mapped[str | None] = maybe("cluster")
    contribution_id: Mapped[str | None] = maybe("contribution")
    measure_id: Mapped[str | None] = maybe("measure")
    is_status_quo: Mapped[bool] = flag()
    position: Mapped[int] = whole()


class PollGroup(Logged):
    """Those who voted together."""

    __tablename__ = "poll_group"
    poll_id: Mapped[str] = parent("poll")
    label: Mapped[str] = line()
    table_id: Mapped[str | None] = maybe("topic_table")
    voters: Mapped[int | None] = maybe_whole()
    position: Mapped[int] = whole()


class Ballot(Logged):
    """One sheet."""

    __tablename__ = "ballot"
    poll_id: Mapped[str] = parent("poll")
    label: Mapped[str] = line()
    position: Mapped[int] = whole()


class BallotMark(Logged):
    """One mark on a sheet."""

    __tablename__ = "ballot_mark"
    ballot_id: Mapped[str] = parent("ballot")
    option_id: Mapped[str] = parent("poll_option")
    against_id: Mapped[str | None] = maybe("poll_option")
    aspect: Mapped[str] = line()
    value: Mapped[int] = whole()
    position: Mapped[int] = whole()


class Tally(Logged):
    """Dots counted by one laptop; `id` is derived from everything but the count."""

    __tablename__ = "tally"
    poll_id: Mapped[str] = parent("poll")
    option_id: Mapped[str] = parent("poll_option")
    group_id: Mapped[str | None] = maybe("poll_group")
    count_number: Mapped[int] = whole(1)
    replica: Mapped[str] = line()
    count: Mapped[int] = whole()


class Measure(Logged):
    """Who does what until when."""

    __tablename__ = "measure"
    workshop_id: Mapped[str] = parent("workshop")
    label: Mapped[str] = line()
    title: Mapped[str] = line()
    goal: Mapped[str] = prose()
    starting_point: Mapped[str] = prose()
    description: Mapped[str] = prose()
    coordinating_body: Mapped[str] = line()
    responsible: Mapped[str] = line()
    partners: Mapped[str] = line()
    first_step: Mapped[str] = prose()
    due: Mapped[date | None] = maybe_day()
    due_text: Mapped[str] = line()
    cost_estimate: Mapped[Decimal | None] = maybe_exact()
    funding: Mapped[str] = prose()
    continuation: Mapped[str] = prose()
    effort: Mapped[int | None] = maybe_whole()
    benefit: Mapped[int | None] = maybe_whole()
    importance: Mapped[str] = line()
    priority: Mapped[int | None] = maybe_whole()
    term: Mapped[str] = line()
    status: Mapped[str] = line()
    reason: Mapped[str] = prose()
    decision_body: Mapped[str] = line()
    requires_resolution: Mapped[bool] = flag()
    resolution_on: Mapped[date | None] = maybe_day()
    resolution_number: Mapped[str] = line()
    indicator: Mapped[str] = prose()
    risks: Mapped[str] = prose()
    position: Mapped[int] = whole()


class MeasureCluster(Logged):
    """From which cluster a measure comes."""

    __tablename__ = "measure_cluster"
    measure_id: Mapped[str] = parent("measure")
    cluster_id: Mapped[str] = parent("cluster")
    position: Mapped[int] = whole()


class MeasureContribution(Logged):
    """From which sentence a measure comes."""

    __tablename__ = "measure_contribution"
    measure_id: Mapped[str] = parent("measure")
    contribution_id: Mapped[str] = parent("contribution")
    position: Mapped[int] = whole()


class Answer(Logged):
    """What became of a cluster or a contribution."""

    __tablename__ = "answer"
    workshop_id: Mapped[str] = parent("workshop")
    cluster_id: Mapped[str | None] = maybe("cluster")
    contribution_id: Mapped[str | None] = maybe("contribution")
    measure_id: Mapped[str | None] = maybe("measure")
    decision: Mapped[str] = line()
    text: Mapped[str] = prose()
    answered_by: Mapped[str] = line()
    answered_on: Mapped[date | None] = maybe_day()
