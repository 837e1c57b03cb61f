"""Dot polls as tables: what got how many dots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quartierdesk.domain.dots import DotOutcome, DotResult
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.protocol import Column, Row, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.text import fold
from quartierdesk.services.protocols.blocks import table
from quartierdesk.services.protocols.names import Names

TABLE_ROUND = "table"
TIED = "Rang geteilt"
RANKS_NOTE = "Gleiche Punktzahl ergibt denselben Rang; der folgende Rang entfällt."


@dataclass(frozen=True, slots=True)
class DotPoll:
    """A closed dot poll with its result; `lines` are best first, equal ones by name."""

    poll: Poll
    outcome: DotOutcome
    lines: tuple[tuple[PollOption, DotResult], ...]


@dataclass(frozen=True, slots=True)
class ResultNotes:
    """What the numbers of a dot poll mean: shares, dots of a person, all of them together."""

    share: str = ""
    per_voter: str = ""
    below: str = ""


_NO_NOTES = ResultNotes()


def dot_polls(record: WorkshopRecord, names: Names) -> Iterable[DotPoll]:
    """Yield the closed dot polls."""
    for poll in record.polls:
        outcome = record.outcomes.get(poll.id)
        if poll.state == "closed" and isinstance(outcome, DotOutcome):
            found = {result.option: result for result in outcome.results}
            pairs = [(option, found[option.id]) for option in poll.options if option.id in found]
            pairs.sort(key=lambda pair: (pair[1].rank, fold(names.option(pair[0]))))
            yield DotPoll(poll, outcome, tuple(pairs))


def plenary_dots(record: WorkshopRecord, names: Names) -> DotPoll | None:
    """Return the dot poll of all people: the first one that is not the round at the tables."""
    return next((p for p in dot_polls(record, names) if p.poll.round != TABLE_ROUND), None)


def table_dots(record: WorkshopRecord, names: Names) -> dict[str, int]:
    """Return the dots each contribution got at its table, by id; empty without such a round."""
    for counted in dot_polls(record, names):
        if counted.poll.round == TABLE_ROUND:
            return {
                option.contribution_id: result.dots
                for option, result in counted.lines
                if option.contribution_id
            }
    return {}


def result_table(
    name: str,
    title: str,
    lines: Sequence[tuple[PollOption, DotResult]],
    names: Names,
    notes: ResultNotes,
) -> Table | None:
    """Return ranks, dots and shares of some options of a dot poll."""
    rows = (result_row(option, result, names) for option, result in lines)
    return table(name, title, result_columns(lines, notes), rows, note=notes.below)


def result_columns(
    lines: Sequence[tuple[PollOption, DotResult]], notes: ResultNotes = _NO_NOTES
) -> tuple[Column, ...]:
    """Return the columns of a table with results of a dot poll."""
    is_cluster = all(option.cluster_id for option, _ in lines)
    return (
        Column("rank", "Rang", "integer"),
        Column("option", "Themenfeld" if is_cluster else "Thema", width=60),
        Column("label", "Nr.", "label"),
        Column("dots", "Punkte", "integer"),
        Column("share", "Anteil", "percent", places=1, note=notes.share),
        Column("per_voter", "je Person", "decimal", places=2, note=notes.per_voter),
        Column("tied", "Gleichstand", "label"),
    )


def result_row(option: PollOption, result: DotResult, names: Names) -> Row:
    """Return the line of one option in such a table."""
    return (
        result.rank,
        names.option(option),
        names.option_label(option),
        result.dots,
        result.share_percent,
        result.per_voter,
        TIED if result.tied else "",
    )


def voters(counted: DotPoll) -> int | None:
    """Return how many people placed dots, as far as it was counted."""
    poll, available = counted.poll, counted.outcome.available
    if poll.voters is not None:
        return poll.voters
    if available is not None and poll.dots_per_person:
        return available // poll.dots_per_person
    return None
