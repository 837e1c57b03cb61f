"""Weighting: the polls of a workshop as they are prepared, counted and told."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from quartierdesk.domain.clock import on_the_clock, zone_of
from quartierdesk.domain.counting import CountState, count_state
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.results import PollOutcome, evaluate, tallied
from quartierdesk.services import history, polls
from quartierdesk.services.poll_names import group_names, measure_labels, option_names
from quartierdesk.services.poll_rows import load_polls
from quartierdesk.services.rows import existing
from quartierdesk.store.schema.decisions import Poll as PollTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

COUNTED_METHODS = frozenset({"dots", "mood"})
"""Methods whose marks are counted on the wall; the others come on sheets."""


@dataclass(frozen=True, slots=True)
class PollLine:
    """A poll in the list: its question, and how much was counted (dots or sheets) by now."""

    id: str
    method: str
    question: str
    round: str
    state: str
    options: int
    counted: int
    on_sheets: bool


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll with the names of its options and groups and how far it is.

    `counts` holds the state of counting by group; None stands for those without a group.
    `closed_at` is the time on the clock at the place of the workshop, None for polls that came
    closed from elsewhere. `outcome` is None until the poll is closed: nobody is to look before.
    `labels` are the numbers of measures („M04“) by option.
    """

    poll: Poll
    names: Mapping[str, str]
    groups: Mapping[str, str]
    counts: Mapping[str | None, CountState]
    closed_at: datetime | None
    outcome: PollOutcome | None
    earlier: tuple["PollView", ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


def lines(workspace: Workspace, workshop_id: str) -> tuple[PollLine, ...]:
    """Return the polls of a workshop in their order."""
    return tuple(_line(poll) for poll in polls.listed(workspace, workshop_id))


def view(workspace: Workspace, poll_id: str) -> PollView:
    """Return a poll as it is prepared, counted or told; raises `UserError` if it is gone.

    A closed mood poll comes with the earlier closed ones of the same question and scale.
    """
    with workspace.reading() as session:
        row = existing(session, PollTable, poll_id, "die Abfrage")
        shown = _view(workspace, session, load_polls(session, [poll_id])[0])
        if shown.poll.method != "mood" or shown.outcome is None:
            return shown
        others = [_view(workspace, session, p) for p in polls.of_workshop(session, row.workshop_id)]
    earlier = tuple(other for other in others if _comes_before(other, shown))
    return replace(shown, earlier=earlier)


def _view(workspace: Workspace, session: Session, poll: Poll) -> PollView:
    closed = poll.state == "closed"
    row = existing(session, PollTable, poll.id, "die Abfrage")
    workshop = session.get_one(WorkshopTable, row.workshop_id)
    moment = history.last_change(workspace, poll.id, "state") if closed else None
    return PollView(
        poll,
        option_names(session, [poll]),
        group_names(session, poll),
        _counts(poll),
        on_the_clock(moment, zone_of(workshop.timezone)) if moment else None,
        evaluate(poll) if closed else None,
        labels=measure_labels(session, poll),
    )


def _counts(poll: Poll) -> dict[str | None, CountState]:
    if poll.method not in COUNTED_METHODS:
        return {}
    return {group: count_state(poll, group) for group in (None, *(g.id for g in poll.groups))}


def _comes_before(other: PollView, shown: PollView) -> bool:
    same = (other.poll.method, other.poll.question) == (shown.poll.method, shown.poll.question)
    scale = [other.names[option.id] for option in other.poll.options]
    return (
        same
        and other.outcome is not None
        and (other.poll.position, other.poll.id) < (shown.poll.position, shown.poll.id)
        and scale == [shown.names[option.id] for option in shown.poll.options]
    )


def _line(poll: Poll) -> PollLine:
    on_sheets = bool(poll.ballots) or poll.method not in COUNTED_METHODS
    counted = len(poll.ballots) if on_sheets else sum(tallied(poll).values())
    return PollLine(
        poll.id,
        poll.method,
        poll.question,
        poll.round,
        poll.state,
        len(poll.options),
        counted,
        on_sheets,
    )
