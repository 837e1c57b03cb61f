"""Polls: set up, counted with tallies or ballots, counted again, closed, evaluated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.poll import Ballot, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.results import PollOutcome, evaluate
from quartierdesk.domain.rounding import german
from quartierdesk.errors import UserError
from quartierdesk.services.ballot_rules import (
    fitted,
    refuse_impossible_ballot,
    refuse_impossible_count,
    refuse_impossible_option,
    refuse_impossible_poll,
)
from quartierdesk.services.poll_rows import load_as_stored, load_polls
from quartierdesk.services.rows import existing, living, new_row, values_of, write_differences
from quartierdesk.store.schema.decisions import Ballot as BallotTable
from quartierdesk.store.schema.decisions import BallotMark as BallotMarkTable
from quartierdesk.store.schema.decisions import Poll as PollTable
from quartierdesk.store.schema.decisions import PollGroup as PollGroupTable
from quartierdesk.store.schema.decisions import PollOption as PollOptionTable
from quartierdesk.store.schema.decisions import Tally as TallyTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_THE = "die Abfrage"
_OPTION = "die Wahlmöglichkeit"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where dots are counted."""

    option_id: str
    group_id: str | None
    count_number: int


def create(workspace: Workspace, workshop_id: str, poll: Poll) -> Poll:
    """Store a poll with its options, groups and – if it has any – ballots and tallies."""
    refuse_impossible_poll(poll)
    with workspace.transaction("Abfrage angelegt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        rows = living(session, PollTable, PollTable.workshop_id == workshop_id)
        last = max((row.position for row in rows), default=-1)
        poll = replace(poll, position=max(poll.position, last + 1))
        session.add(new_row(PollTable, poll, workshop_id=workshop_id))
        for option in poll.options:
            session.add(new_row(PollOptionTable, option, poll_id=poll.id))
        for group in poll.groups:
            session.add(new_row(PollGroupTable, group, poll_id=poll.id))
        for ballot in poll.ballots:
            _add_ballot(session, poll, ballot)
        for place, dots in _totals(poll.tallies).items():
            session.add(_new_tally(workspace, poll.id, place, dots))
    return poll


def edit(workspace: Workspace, before: Poll, after: Poll) -> None:
    """Store what `after` changes in question, rule or state; options have their own verbs.

    A closed poll has to be opened before, or with the same step.
    """
    with workspace.transaction("Abfrage bearbeitet") as session:
        row = existing(session, PollTable, before.id, _THE)
        reopens = before.state == "closed" != after.state
        if not reopens and values_of(PollTable, before) != values_of(PollTable, after):
            _refuse_closed(row)
        write_differences(row, before, after)
        session.flush()
        refuse_impossible_poll(load_as_stored(session, [before.id])[0])


def set_state(workspace: Workspace, poll_id: str, state: str) -> None:
    """Open a poll for counting, close it, or take it back to draft."""
    labels = {"draft": "zurückgestellt", "open": "eröffnet", "closed": "abgeschlossen"}
    if state not in labels:
        raise UserError(f"Den Zustand „{state}“ gibt es nicht.", "Bitte wählen Sie einen anderen.")
    with workspace.transaction(f"Abfrage {labels[state]}") as session:
        existing(session, PollTable, poll_id, _THE).state = state


def remove(workspace: Workspace, poll_id: str) -> None:
    """Delete a poll."""
    with workspace.transaction("Abfrage gelöscht") as session:
        existing(session, PollTable, poll_id, _THE).deleted = True


def add_option(workspace: Workspace, poll_id: str, option: PollOption) -> None:
    """Add something to choose, at the end."""
    refuse_impossible_option(option)
    with workspace.transaction("Wahlmöglichkeit ergänzt") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        rows = living(session, PollOptionTable, PollOptionTable.poll_id == poll_id)
        last = max((row.position for row in rows), default=-1)
        option = replace(option, position=max(option.position, last + 1))
        session.add(new_row(PollOptionTable, option, poll_id=poll_id))


def edit_option(workspace: Workspace, before: PollOption, after: PollOption) -> None:
    """Store what `after` changes in `before`."""
    refuse_impossible_option(after)
    with workspace.transaction("Wahlmöglichkeit bearbeitet") as session:
        row = existing(session, PollOptionTable, before.id, _OPTION)
        _refuse_closed(existing(session, PollTable, row.poll_id, _THE))
        write_differences(row, before, after)


def remove_option(workspace: Workspace, option_id: str) -> None:
    """Delete something to choose; dots counted for it count no longer.

    Raises `UserError` where it stands on a ballot: ranks and comparisons need all they name.
    """
    with workspace.transaction("Wahlmöglichkeit gelöscht") as session:
        row = existing(session, PollOptionTable, option_id, _OPTION)
        _refuse_closed(existing(session, PollTable, row.poll_id, _THE))
        for ballot in load_polls(session, [row.poll_id])[0].ballots:
            if any(option_id in (mark.option_id, mark.against_id) for mark in ballot.marks):
                raise UserError(
                    "Diese Wahlmöglichkeit steht schon auf Stimmzetteln.",
                    "Bitte löschen Sie zuerst diese Stimmzettel.",
                )
        row.deleted = True


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
    place = _Place(option_id, group_id, count_number)
    with workspace.transaction("Punkte gezählt") as session:
        poll_id = _open_poll(session, place)
        before = max(0, _sum(session, poll_id, place))
        after = max(0, before + dots)
        if after != before:
            _set_sum(session, workspace, poll_id, place, after)
    return after


def set_count(
    workspace: Workspace,
    option_id: str,
    dots: int,
    *,
    group_id: str | None = None,
    count_number: int = 1,
) -> None:
    """Set the sum of an option to what was counted."""
    place = _Place(option_id, group_id, count_number)
    with workspace.transaction("Punkte gezählt") as session:
        _set_sum(session, workspace, _open_poll(session, place), place, dots)


def add_ballots(workspace: Workspace, poll_id: str, ballots: Sequence[Ballot]) -> None:
    """Store ballots; the first impossible one refuses all."""
    with workspace.transaction(f"{german(len(ballots))} Stimmzettel erfasst") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        poll = load_polls(session, [poll_id])[0]
        for ballot in ballots:
            refuse_impossible_ballot(poll, ballot)
            _add_ballot(session, poll, ballot)


def correct_ballot(workspace: Workspace, poll_id: str, ballot: Ballot) -> None:
    """Store what a sheet really says: its marks replace those it had."""
    with workspace.transaction("Stimmzettel berichtigt") as session:
        _refuse_closed(existing(session, PollTable, poll_id, _THE))
        row = existing(session, BallotTable, ballot.id, "den Stimmzettel")
        if row.poll_id != poll_id:
            raise UserError(
                "Der Stimmzettel gehört zu einer anderen Abfrage.",
                "Bitte ändern Sie ihn in seiner eigenen Abfrage.",
            )
        refuse_impossible_ballot(load_polls(session, [poll_id])[0], ballot)
        row.label = ballot.label
        for mark in living(session, BallotMarkTable, BallotMarkTable.ballot_id == ballot.id):
            mark.deleted = True
        for place, new in enumerate(ballot.marks):
            fresh = replace(new, id=new_id())
            session.add(new_row(BallotMarkTable, fresh, ballot_id=ballot.id, position=place))


def remove_ballot(workspace: Workspace, ballot_id: str) -> None:
    """Delete a ballot."""
    with workspace.transaction("Stimmzettel gelöscht") as session:
        row = existing(session, BallotTable, ballot_id, "den Stimmzettel")
        _refuse_closed(existing(session, PollTable, row.poll_id, _THE))
        row.deleted = True


def get(workspace: Workspace, poll_id: str) -> Poll:
    """Return a poll with everything counted."""
    with workspace.reading() as session:
        existing(session, PollTable, poll_id, _THE)
        return load_polls(session, [poll_id])[0]


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
    return load_polls(session, [row.id for row in rows])


def unfitting_sentences(session: Session) -> list[str]:
    """Return a German sentence for each poll whose ballots do not fit its rule."""
    ids = [row.id for row in living(session, PollTable)]
    found = []
    for poll in load_as_stored(session, ids):
        counted, left_out = fitted(poll)
        name = f"Bei der Abfrage „{poll.question or poll.method}“"
        if left_out:
            found.append(
                f"{name} passen {left_out} Stimmzettel nicht zum Verfahren; sie zählen nicht mit."
            )
        if (counted.scale_max, counted.variant) != (poll.scale_max, poll.variant):
            found.append(
                f"{name} passt die Regel nicht zu den Stimmzetteln; es gilt, was auf den Zetteln"
                " steht."
            )
    return found


def _add_ballot(session: Session, poll: Poll, ballot: Ballot) -> None:
    session.add(new_row(BallotTable, ballot, poll_id=poll.id))
    for place, mark in enumerate(ballot.marks):
        session.add(new_row(BallotMarkTable, mark, ballot_id=ballot.id, position=place))


def _totals(tallies: Iterable[Tally]) -> dict[_Place, int]:
    """Return what all laptops counted together."""
    totals: dict[_Place, int] = {}
    for tally in tallies:
        place = _Place(tally.option_id, tally.group_id, tally.count_number)
        totals[place] = totals.get(place, 0) + tally.count
    return {place: max(0, dots) for place, dots in totals.items()}


def _tally_id(place: _Place, replica: str) -> str:
    return link_id("tally", place.option_id, place.group_id, place.count_number, replica)


def _new_tally(workspace: Workspace, poll_id: str, place: _Place, dots: int) -> TallyTable:
    return TallyTable(
        id=_tally_id(place, workspace.replica_id),
        poll_id=poll_id,
        option_id=place.option_id,
        group_id=place.group_id,
        count_number=place.count_number,
        replica=workspace.replica_id,
        count=dots,
    )


def _set_sum(
    session: Session, workspace: Workspace, poll_id: str, place: _Place, dots: int
) -> None:
    """Change this laptop's tally so that the sum over all laptops becomes `dots`."""
    refuse_impossible_count(dots)
    step = dots - _sum(session, poll_id, place)
    own = session.get(TallyTable, _tally_id(place, workspace.replica_id))
    if own is None:
        session.add(_new_tally(workspace, poll_id, place, step))
    else:
        # A tally that was undone keeps its old figure, which must not come back with it.
        own.count = step if own.deleted else own.count + step
        own.deleted = False


def _sum(session: Session, poll_id: str, place: _Place) -> int:
    """Return the sum over all laptops; below zero where two of them took away the same dots."""
    rows = living(
        session,
        TallyTable,
        TallyTable.poll_id == poll_id,
        TallyTable.option_id == place.option_id,
        TallyTable.group_id.is_(place.group_id),
        TallyTable.count_number == place.count_number,
    )
    return sum(row.count for row in rows)


def _open_poll(session: Session, place: _Place) -> str:
    """Return the id of the poll to which a place belongs; raises `UserError` if it is closed."""
    option = existing(session, PollOptionTable, place.option_id, _OPTION)
    _refuse_closed(existing(session, PollTable, option.poll_id, _THE))
    if place.group_id is not None:
        group = existing(session, PollGroupTable, place.group_id, "die Gruppe")
        if group.poll_id != option.poll_id:
            raise UserError(
                "Die Gruppe und die Wahlmöglichkeit gehören nicht zusammen.",
                "Bitte wählen Sie beide aus derselben Abfrage.",
            )
    if place.count_number < 1:
        raise UserError("Die Zählungen werden ab eins nummeriert.", "Bitte nennen Sie eine ab 1.")
    return option.poll_id


def _refuse_closed(poll: PollTable) -> None:
    if poll.state == "closed":
        raise UserError(
            "Die Abfrage ist abgeschlossen.", "Bitte eröffnen Sie sie wieder, um etwas zu ändern."
        )


def with_new_ids(options: Iterable[str]) -> tuple[PollOption, ...]:
    """Return options with these labels, in this order."""
    return tuple(PollOption(new_id(), label, position=place) for place, label in enumerate(options))
