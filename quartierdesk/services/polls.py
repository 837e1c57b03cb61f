"""Polls: set up, counted with tallies or ballots, counted again, closed, evaluated."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.results import PollOutcome, evaluate, tallied
from quartierdesk.errors import UserError
from quartierdesk.services.ballot_rules import refuse_impossible_ballot, refuse_impossible_poll
from quartierdesk.services.rows import (
    ensure,
    existing,
    frozen,
    living,
    new_row,
    write_differences,
)
from quartierdesk.store.schema.decisions import Ballot as BallotTable
from quartierdesk.store.schema.decisions import BallotMark as BallotMarkTable
from quartierdesk.store.schema.decisions import Poll as PollTable
from quartierdesk.store.schema.decisions import PollGroup as PollGroupTable
from quartierdesk.store.schema.decisions import PollOption as PollOptionTable
from quartierdesk.store.schema.decisions import Tally as TallyTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_THE = "die Abfrage"


def create(workspace: Workspace, workshop_id: str, poll: Poll) -> Poll:
    """Store a poll with its options, groups and – if it has any – ballots and tallies."""
    refuse_impossible_poll(poll)
    with workspace.transaction("Abfrage angelegt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        session.add(new_row(PollTable, poll, workshop_id=workshop_id))
        for option in poll.options:
            session.add(new_row(PollOptionTable, option, poll_id=poll.id))
        for group in poll.groups:
            session.add(new_row(PollGroupTable, group, poll_id=poll.id))
        for ballot in poll.ballots:
            _add_ballot(session, poll, ballot)
        for tally in poll.tallies:
            _add_to_tally(session, workspace, poll.id, tally, tally.count)
    return poll


def edit(workspace: Workspace, before: Poll, after: Poll) -> None:
    """Store what `after` changes in question, rule or state; options have their own verbs."""
    refuse_impossible_poll(after)
    with workspace.transaction("Abfrage bearbeitet") as session:
        write_differences(existing(session, PollTable, before.id, _THE), before, after)


def set_state(workspace: Workspace, poll_id: str, state: str) -> None:
    """Open a poll for counting, close it, or take it back to draft."""
    labels = {"draft": "zurückgestellt", "open": "eröffnet", "closed": "abgeschlossen"}
    with workspace.transaction(f"Abfrage {labels[state]}") as session:
        existing(session, PollTable, poll_id, _THE).state = state


def remove(workspace: Workspace, poll_id: str) -> None:
    """Delete a poll."""
    with workspace.transaction("Abfrage gelöscht") as session:
        existing(session, PollTable, poll_id, _THE).deleted = True


def add_option(workspace: Workspace, poll_id: str, option: PollOption) -> None:
    """Add something to choose, at the end."""
    with workspace.transaction("Wahlmöglichkeit ergänzt") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        rows = living(session, PollOptionTable, PollOptionTable.poll_id == poll_id)
        last = max((row.position for row in rows), default=-1)
        option = replace(option, position=max(option.position, last + 1))
        session.add(new_row(PollOptionTable, option, poll_id=poll_id))


def add_group(workspace: Workspace, poll_id: str, group: PollGroup) -> None:
    """Add people who vote together, for example a table."""
    with workspace.transaction("Gruppe ergänzt") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        session.add(new_row(PollGroupTable, group, poll_id=poll_id))


def count(
    workspace: Workspace,
    option_id: str,
    dots: int,
    *,
    group_id: str | None = None,
    count_number: int = 1,
) -> int:
    """Add `dots` (negative: take away) to the tally of an option and return the new sum.

    The sum is over all laptops and never falls below zero. `count_number` 2 is the second count.
    """
    with workspace.transaction("Punkte gezählt") as session:
        poll = _poll_of(session, option_id)
        _refuse_closed(poll)
        now = _sum(session, poll.id, option_id, group_id, count_number)
        step = max(dots, -now)
        wanted = Tally("", option_id, step, group_id, count_number)
        _add_to_tally(session, workspace, poll.id, wanted, step)
    return now + step


def set_count(
    workspace: Workspace,
    option_id: str,
    dots: int,
    *,
    group_id: str | None = None,
    count_number: int = 1,
) -> None:
    """Set the sum of an option to what was counted."""
    if dots < 0:
        raise UserError("Eine Zahl von Punkten kann nicht kleiner als null sein.")
    with workspace.transaction("Punkte gezählt") as session:
        poll = _poll_of(session, option_id)
        _refuse_closed(poll)
        step = dots - _sum(session, poll.id, option_id, group_id, count_number)
        wanted = Tally("", option_id, step, group_id, count_number)
        _add_to_tally(session, workspace, poll.id, wanted, step)


def add_ballots(workspace: Workspace, poll_id: str, ballots: Sequence[Ballot]) -> None:
    """Store ballots; the first impossible one refuses all."""
    with workspace.transaction(f"{len(ballots)} Stimmzettel erfasst") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        poll = _load(session, [poll_id])[0]
        for ballot in ballots:
            refuse_impossible_ballot(poll, ballot)
            _add_ballot(session, poll, ballot)


def remove_ballot(workspace: Workspace, ballot_id: str) -> None:
    """Delete a ballot."""
    with workspace.transaction("Stimmzettel gelöscht") as session:
        existing(session, BallotTable, ballot_id, "den Stimmzettel").deleted = True


def get(workspace: Workspace, poll_id: str) -> Poll:
    """Return a poll with everything counted."""
    with workspace.reading() as session:
        existing(session, PollTable, poll_id, _THE)
        return _load(session, [poll_id])[0]


def result(workspace: Workspace, poll_id: str) -> PollOutcome:
    """Return what a poll came to."""
    return evaluate(get(workspace, poll_id))


def listed(workspace: Workspace, workshop_id: str) -> list[Poll]:
    """Return the polls of a workshop."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Poll]:
    """Return the polls of a workshop with everything counted."""
    rows = living(session, PollTable, PollTable.workshop_id == workshop_id)
    return _load(session, [row.id for row in rows])


def _load(session: Session, poll_ids: Sequence[str]) -> list[Poll]:
    polls = living(session, PollTable, PollTable.id.in_(poll_ids))
    ballots = living(session, BallotTable, BallotTable.poll_id.in_(poll_ids))
    marks = _marks(session, poll_ids)
    options = living(session, PollOptionTable, PollOptionTable.poll_id.in_(poll_ids))
    groups = living(session, PollGroupTable, PollGroupTable.poll_id.in_(poll_ids))
    tallies = living(session, TallyTable, TallyTable.poll_id.in_(poll_ids))
    return [
        frozen(
            Poll,
            row,
            options=tuple(frozen(PollOption, o) for o in options if o.poll_id == row.id),
            groups=tuple(frozen(PollGroup, g) for g in groups if g.poll_id == row.id),
            ballots=tuple(
                frozen(Ballot, b, marks=tuple(marks.get(b.id, ())))
                for b in ballots
                if b.poll_id == row.id
            ),
            tallies=tuple(frozen(Tally, t) for t in tallies if t.poll_id == row.id),
        )
        for row in polls
    ]


def _marks(session: Session, poll_ids: Sequence[str]) -> dict[str, list[BallotMark]]:
    query = (
        select(BallotMarkTable)
        .join(BallotTable, BallotTable.id == BallotMarkTable.ballot_id)
        .where(BallotTable.poll_id.in_(poll_ids), BallotMarkTable.deleted.is_(False))
        .order_by(BallotMarkTable.position, BallotMarkTable.id)
    )
    found: dict[str, list[BallotMark]] = {}
    for row in session.scalars(query):
        found.setdefault(row.ballot_id, []).append(frozen(BallotMark, row))
    return found


def _add_ballot(session: Session, poll: Poll, ballot: Ballot) -> None:
    session.add(new_row(BallotTable, ballot, poll_id=poll.id))
    for place, mark in enumerate(ballot.marks):
        session.add(new_row(BallotMarkTable, mark, ballot_id=ballot.id, position=place))


def _add_to_tally(
    session: Session, workspace: Workspace, poll_id: str, tally: Tally, step: int
) -> None:
    replica = workspace.replica_id
    identity = link_id("tally", tally.option_id, tally.group_id, tally.count_number, replica)
    row = ensure(
        session,
        TallyTable,
        identity,
        poll_id=poll_id,
        option_id=tally.option_id,
        group_id=tally.group_id,
        count_number=tally.count_number,
        replica=replica,
    )
    row.count += step


def _sum(
    session: Session, poll_id: str, option_id: str, group_id: str | None, count_number: int
) -> int:
    rows = living(
        session,
        TallyTable,
        TallyTable.poll_id == poll_id,
        TallyTable.option_id == option_id,
        TallyTable.group_id.is_(group_id),
        TallyTable.count_number == count_number,
    )
    return max(0, sum(row.count for row in rows))


def _poll_of(session: Session, option_id: str) -> PollTable:
    option = existing(session, PollOptionTable, option_id, "die Wahlmöglichkeit")
    return existing(session, PollTable, option.poll_id, _THE)


def _refuse_closed(poll: PollTable) -> None:
    if poll.state == "closed":
        raise UserError(
            "Die Abfrage ist abgeschlossen.", "Bitte eröffnen Sie sie wieder, um etwas zu ändern."
        )


def with_new_ids(options: Iterable[str]) -> tuple[PollOption, ...]:
    """Return options with these labels, in this order."""
    return tuple(PollOption(new_id(), label, position=place) for place, label in enumerate(options))


def second_count_differs(poll: Poll) -> dict[tuple[str, str | None], tuple[int, int]]:
    """Return where first and second count differ: (option, group) → (first, second)."""
    first = tallied(replace(poll, tallies=tuple(t for t in poll.tallies if t.count_number == 1)))
    second = tallied(replace(poll, tallies=tuple(t for t in poll.tallies if t.count_number == 2)))
    return {
        place: (first.get(place, 0), second.get(place, 0))
        for place in {**first, **second}
        if second and first.get(place, 0) != second.get(place, 0)
    }
