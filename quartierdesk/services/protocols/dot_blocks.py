"""One dot poll as people read it: rule, counts, figure, ranking."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from quartierdesk.domain.dots import (
    AVAILABLE,
    UNPLACED,
    DotResult,
    DotRule,
    warning_sentence,
)
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.protocol import (
    Block,
    CellValue,
    Column,
    Figure,
    Paragraph,
    Series,
    Table,
    circles_for,
)
from quartierdesk.domain.results import placed_by_group
from quartierdesk.domain.rounding import german, half_up, in_words
from quartierdesk.services.protocols.blocks import (
    Rule,
    figures,
    rounded_total,
    sentences,
    summed,
    table,
)
from quartierdesk.services.protocols.dots import (
    RANKS_NOTE,
    DotPoll,
    ResultNotes,
    result_table,
    voters,
)
from quartierdesk.services.protocols.names import Names

MOST_BARS = 20
STRONG_RANK = 3
_MOST_IN_WORDS = 3


def dot_blocks(counted: DotPoll, name: str, names: Names) -> Iterable[Block | None]:
    """Yield everything about one dot poll below its heading."""
    yield figures(f"{name}_Regel", "Regel und Auszählung", _counts(counted))
    yield _groups(counted, name, names)
    result = result_table(f"{name}_Ergebnis", "Ergebnis", counted.lines, names, _notes(counted))
    if counted.outcome.placed:
        result = summed(result, _sums(counted))
    if result is not None and not counted.poll.groups:
        yield _figure(counted, result, names)
    yield result
    labels = {option.id: names.option(option) for option in counted.poll.options}
    for warning in counted.outcome.warnings:
        yield Paragraph(warning_sentence(warning, labels.get(warning.option or "")), "notice")


def dot_rule(counted: DotPoll) -> Rule:
    """Return the rule in words: who had how many dots, and how many of them were placed."""
    poll, outcome = counted.poll, counted.outcome
    people = voters(counted)
    parts = (
        f"{german(people)} Personen" if people is not None else "",
        f"je {_points(poll.dots_per_person)}" if poll.dots_per_person else "",
        f"höchstens {poll.max_per_option} auf ein Thema" if poll.max_per_option else "",
    )
    strong = ", ".join(filter(None, parts))
    choice = f"{in_words(len(poll.options), opening=True)} Themen standen zur Wahl."
    placed = f"Geklebt wurden {german(outcome.placed)} Punkte."
    if outcome.available is not None:
        placed = (
            f"Möglich waren {german(outcome.available)} Punkte, geklebt wurden"
            f" {german(outcome.placed)}."
        )
    return Rule(f"{strong}." if strong else "", sentences(choice, placed))


def _points(number: int) -> str:
    return f"{number} {'Punkte' if number > 1 else 'Punkt'}"


def _sums(counted: DotPoll) -> Mapping[str, CellValue]:
    shares = [r.share_percent for _, r in counted.lines if r.share_percent is not None]
    people = voters(counted)
    per_voter = half_up(Fraction(counted.outcome.placed, people), 2) if people else None
    known = any(result.per_voter is not None for _, result in counted.lines)
    return {
        "option": "Summe der geklebten Punkte",
        "dots": counted.outcome.placed,
        "share": sum(shares, Decimal(0)),
        "per_voter": per_voter if known else None,
    }


def _counts(counted: DotPoll) -> Iterable[tuple[int | None, str]]:
    poll, outcome = counted.poll, counted.outcome
    yield len(poll.options), "Wahlmöglichkeiten"
    yield voters(counted), "Stimmende"
    yield poll.dots_per_person, "Punkte je Person"
    yield poll.max_per_option, "Punkte je Person höchstens auf ein Thema"
    yield outcome.available, AVAILABLE
    yield outcome.placed, "geklebte Punkte"
    yield outcome.unplaced, UNPLACED


def _groups(counted: DotPoll, name: str, names: Names) -> Table | None:
    poll = counted.poll
    placed = placed_by_group(poll)
    if not sum(placed.values()):
        return None
    columns = (
        Column("group", "Gruppe", "label"),
        Column("topic", "Thema", width=60),
        Column("voters", "Stimmende", "integer"),
        Column("available", "Verfügbar", "integer"),
        Column("placed", "Geklebt", "integer"),
    )
    rows = []
    for group in poll.groups:
        seat = names.tables.get(group.table_id or "")
        rule = DotRule(poll.dots_per_person, poll.max_per_option, group.voters)
        name_and_topic = (f"Tisch {seat.number}", seat.topic) if seat else (group.label, "")
        rows.append((*name_and_topic, group.voters, rule.available, placed[group.id]))
    return table(f"{name}_Gruppen", "Punkte je Gruppe", columns, rows)


def _notes(counted: DotPoll) -> ResultNotes:
    """Return what the numbers mean; they say no number that does not stand there already."""
    placed, people = counted.outcome.placed, voters(counted)
    if not placed:
        return ResultNotes(below="Es wurden keine Punkte geklebt.")
    total = rounded_total(result.share_percent for _, result in counted.lines)
    adding_up = f"; die Summe der gerundeten Werte ergibt {total}" if total else ""
    known = people and any(result.per_voter is not None for _, result in counted.lines)
    return ResultNotes(
        f"Anteil an den {german(placed)} geklebten Punkten, auf eine Stelle gerundet{adding_up}.",
        f"Punkte geteilt durch {german(people)} Stimmende." if people and known else "",
        _below(counted),
    )


def _below(counted: DotPoll) -> str:
    tied = any(result.tied for _, result in counted.lines)
    return sentences(
        RANKS_NOTE if tied else "",
        _missing(counted),
        "Die Gruppen haben getrennt gepunktet; Ränge über mehrere Gruppen hinweg lassen sich nur"
        " bedingt vergleichen."
        if counted.poll.groups
        else "",
    )


def _missing(counted: DotPoll) -> str:
    """Return how many dots were left over."""
    left = counted.outcome.unplaced
    if not left:
        return ""
    if left == 1:
        return "Ein Punkt wurde nicht geklebt oder ist abgefallen; er zählt bei keinem Thema."
    number = in_words(left, opening=True)
    return (
        f"{number} Punkte wurden nicht geklebt oder sind abgefallen; sie zählen bei keinem Thema."
    )


def dot_field(
    counted: DotPoll, table_name: str, names: Names, most: int = MOST_BARS
) -> Figure | None:
    """Return every dot of the first `most` options as a circle, None where none was placed."""
    shown = counted.lines[:most]
    if not counted.outcome.placed:
        return None
    told = "; ".join(f"{names.option(option)} {found.dots}" for option, found in shown)
    size = circles_for(max(found.dots for _, found in shown))
    return Figure(
        kind="dot_field",
        title="Alle geklebten Punkte",
        alt_text=f"Punktefeld: {told}.",
        categories=tuple(names.option(option) for option, _ in shown),
        series=(Series("Punkte", "dots", tuple(found.dots for _, found in shown)),),
        table_name=table_name,
        category_column="option",
        strong=_strong(shown),
        per_circle=size,
        unit=f"Jeder Kreis steht für {size} Punkte." if size > 1 else "Jeder Kreis ist ein Punkt.",
    )


def _strong(lines: Sequence[tuple[PollOption, DotResult]]) -> int:
    """Return how many lines have one of the first three ranks, and dots."""
    return sum(result.rank <= STRONG_RANK and result.dots > 0 for _, result in lines)


def _figure(counted: DotPoll, result: Table, names: Names) -> Figure | None:
    shown = counted.lines[:MOST_BARS]
    if not counted.outcome.placed:
        return None
    first = f" (die ersten {MOST_BARS})" if len(counted.lines) > MOST_BARS else ""
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
        strong=_strong(shown),
    )
