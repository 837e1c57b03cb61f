"""Dot polls as tables: what got how many dots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quartierdesk.domain.dots import DotOutcome, DotResult, DotRule, warning_sentence
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.protocol import (
    Block,
    Column,
    Figure,
    Paragraph,
    Row,
    Series,
    Table,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import placed_by_group
from quartierdesk.domain.text import fold
from quartierdesk.services.protocols.blocks import figures, percent_note, sentences, table
from quartierdesk.services.protocols.names import Names

TABLE_ROUND = "table"
TIED = "Rang geteilt"
RANKS_NOTE = "Gleiche Punktzahl ergibt denselben Rang; der folgende Rang entfällt."

_MOST_BARS = 20
_MOST_IN_WORDS = 3


@dataclass(frozen=True, slots=True)
class DotPoll:
    """A closed dot poll with its result; `lines` are best first, equal ones by name."""

    poll: Poll
    outcome: DotOutcome
    lines: tuple[tuple[PollOption, DotResult], ...]


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
    note: str = "",
) -> Table | None:
    """Return ranks, dots and shares of some options of a dot poll."""
    is_cluster = all(option.cluster_id for option, _ in lines)
    columns = (
        Column("rank", "Rang", "integer"),
        Column("option", "Themenfeld" if is_cluster else "Thema", width=60),
        Column("label", "Nr.", "label"),
        Column("dots", "Punkte", "integer"),
        Column("share", "Anteil", "percent", places=1),
        Column("per_voter", "je Person", "decimal", places=2),
        Column("tied", "Gleichstand", "label"),
    )
    rows = (_row(option, result, names) for option, result in lines)
    return table(name, title, columns, rows, note=note)


def dot_blocks(counted: DotPoll, name: str, names: Names) -> Iterable[Block | None]:
    """Yield everything about one dot poll below its heading."""
    yield figures(f"{name}_Regel", "Regel und Auszählung", _counts(counted))
    yield _groups(counted, name, names)
    result = result_table(f"{name}_Ergebnis", "Ergebnis", counted.lines, names, _note(counted))
    if result is not None and not counted.poll.groups:
        yield _figure(counted, result, names)
    yield result
    labels = {option.id: names.option(option) for option in counted.poll.options}
    for warning in counted.outcome.warnings:
        yield Paragraph(warning_sentence(warning, labels.get(warning.option or "")), "notice")


def voters(counted: DotPoll) -> int | None:
    """Return how many people placed dots, as far as it was counted."""
    poll, available = counted.poll, counted.outcome.available
    if poll.voters is not None:
        return poll.voters
    if available is not None and poll.dots_per_person:
        return available // poll.dots_per_person
    return None


def _row(option: PollOption, result: DotResult, names: Names) -> Row:
    return (
        result.rank,
        names.option(option),
        names.option_label(option),
        result.dots,
        result.share_percent,
        result.per_voter,
        TIED if result.tied else "",
    )


def _counts(counted: DotPoll) -> Iterable[tuple[int | None, str]]:
    poll, outcome = counted.poll, counted.outcome
    yield len(poll.options), "Wahlmöglichkeiten"
    yield voters(counted), "Stimmende"
    yield poll.dots_per_person, "Punkte je Person"
    yield poll.max_per_option, "Punkte je Person höchstens auf ein Thema"
    yield outcome.available, "verfügbare Punkte"
    yield outcome.placed, "geklebte Punkte"
    yield outcome.unplaced, "nicht geklebte Punkte"


def _groups(counted: DotPoll, name: str, names: Names) -> Table | None:
    poll = counted.poll
    placed = placed_by_group(poll)
    if not sum(placed.values()):
        return None
    columns = (
        Column("group", "Gruppe", "label"),
        Column("topic", "Thema", width=60),
        Column("voters", "Stimmende", "integer"),
        Column("available", "verfügbar", "integer"),
        Column("placed", "geklebt", "integer"),
    )
    rows = []
    for group in poll.groups:
        seat = names.tables.get(group.table_id or "")
        rule = DotRule(poll.dots_per_person, poll.max_per_option, group.voters)
        name_and_topic = (f"Tisch {seat.number}", seat.topic) if seat else (group.label, "")
        rows.append((*name_and_topic, group.voters, rule.available, placed[group.id]))
    return table(f"{name}_Gruppen", "Punkte je Gruppe", columns, rows)


def _note(counted: DotPoll) -> str:
    if not counted.outcome.placed:
        return "Es wurden keine Punkte geklebt."
    tied = any(result.tied for _, result in counted.lines)
    return sentences(
        "Anteil an allen geklebten Punkten.",
        percent_note(result.share_percent for _, result in counted.lines),
        RANKS_NOTE if tied else "",
        "Die Gruppen haben getrennt gepunktet; Ränge über mehrere Gruppen hinweg lassen sich nur"
        " bedingt vergleichen."
        if counted.poll.groups
        else "",
    )


def _figure(counted: DotPoll, result: Table, names: Names) -> Figure | None:
    shown = counted.lines[:_MOST_BARS]
    if not counted.outcome.placed:
        return None
    first = f" (die ersten {_MOST_BARS})" if len(counted.lines) > _MOST_BARS else ""
    title = f"Punkte je {result.columns[result.position('option')].title}{first}"
    best = ", ".join(
        f"{names.option(option)} ({found.dots})" for option, found in shown[:_MOST_IN_WORDS]
    )
    return Figure(
        kind="bars",
        title=title,
        alt_text=f"Balkendiagramm: {title}. Am meisten Punkte: {best}. Alle Zahlen stehen in der"
        " Tabelle darunter.",
        categories=tuple(names.option(option) for option, _ in shown),
        series=(Series("Punkte", "dots", tuple(found.dots for _, found in shown)),),
        table_name=result.name,
        category_column="option",
        axis_title="Punkte",
    )
