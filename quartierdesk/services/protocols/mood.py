"""The mood at the beginning and at the end: the same scale side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.protocol import (
    Block,
    CellValue,
    Column,
    Figure,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german, percent
from quartierdesk.services.protocols.blocks import percent_note, section, sentences, summed, table
from quartierdesk.services.protocols.names import Names, round_name

_FEW = "Es haben so wenige Menschen geantwortet, dass die Zahlen nicht veröffentlicht werden."
_BEST = "1 ist die beste Stufe."
_TWICE = 2
_ROUGHLY = (
    "Es haben nicht jedes Mal gleich viele Menschen geantwortet; der Vergleich gilt deshalb nur"
    " ungefähr."
)
_UNLIKE = "Es haben nicht jedes Mal gleich viele Menschen geantwortet."


@dataclass(frozen=True, slots=True)
class _Count:
    """One poll on the scale; `name` says when it was held."""

    name: str
    outcome: MoodOutcome

    @property
    def shares(self) -> tuple[Decimal | None, ...]:
        return tuple(percent(count, self.outcome.voters) for count in self.outcome.counts)


def mood(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the mood polls; those with the same question and scale stand in one table."""
    alike: dict[tuple[str, tuple[str, ...]], list[_Count]] = {}
    for poll in record.polls:
        if poll.state != "closed" or poll.method != "mood":
            continue
        scale = tuple(names.option(option) for option in poll.options)
        counts = alike.setdefault((poll.question, scale), [])
        outcome = record.outcomes.get(poll.id)
        if isinstance(outcome, MoodOutcome):
            counts.append(_Count(_held(poll, counts), outcome))
    blocks: list[Block | None] = []
    for number, ((question, scale), counts) in enumerate(alike.items(), start=1):
        if question:
            blocks.append(Paragraph(question, "heading"))
        blocks += _scale_blocks(f"Stimmung_{number}", scale, counts)
    several = any(len(counts) > 1 for counts in alike.values())
    return section("mood", blocks, "Stimmung vorher und nachher" if several else "Stimmung")


def _held(poll: Poll, others: Sequence[_Count]) -> str:
    """Return when a poll was held, told apart from others in the same table."""
    name = round_name(poll.round) or f"Abfrage {len(others) + 1}"
    taken = {other.name.casefold() for other in others}
    return f"{name} ({len(others) + 1})" if name.casefold() in taken else name


def _scale_blocks(
    name: str, scale: tuple[str, ...], counts: Sequence[_Count]
) -> Iterable[Block | None]:
    if not counts:
        return [Paragraph(_FEW)]
    result = _result(name, scale, counts)
    figure = _figure(result, scale, counts) if result else None
    return [_change(scale, counts), figure, result, _means(name, counts)]


def _change(scale: tuple[str, ...], counts: Sequence[_Count]) -> Paragraph | None:
    """Return how the mean changed between two counts: smaller is better, so it „improved“."""
    means = [count.outcome.mean for count in counts]
    if len(counts) != _TWICE or means[0] is None or means[1] is None:
        return None
    before, after = means[0], means[1]
    became = "verbesserte" if after < before else "verschlechterte"
    steps = f"(1\u00a0=\u00a0{scale[0]}, {len(scale)}\u00a0=\u00a0{scale[-1]})"
    said = (
        f"Der Mittelwert {became} sich von {german(before)} auf {german(after)} {steps}."
        if after != before
        else f"Der Mittelwert blieb bei {german(after)} {steps}."
    )
    unlike = counts[0].outcome.voters != counts[1].outcome.voters
    return Paragraph(f"{said} {_ROUGHLY}" if unlike else said)


def _result(name: str, scale: tuple[str, ...], counts: Sequence[_Count]) -> Table | None:
    columns = [Column("step", "Stufe", "integer"), Column("answer", "Antwort", width=40)]
    for at, count in enumerate(counts):
        columns.append(Column(f"count_{at}", f"Stimmen {count.name}", "integer"))
        columns.append(Column(f"share_{at}", f"Anteil {count.name}", "percent", places=1))
    rows: list[Row] = []
    for step, answer in enumerate(scale):
        row: list[str | int | Decimal | None] = [step + 1, answer]
        for count in counts:
            row += [count.outcome.counts[step], count.shares[step]]
        rows.append(tuple(row))
    note = sentences(*dict.fromkeys(percent_note(count.shares) for count in counts))
    sums: dict[str, CellValue] = {"answer": "Stimmen"}
    for at, count in enumerate(counts):
        shares = [share for share in count.shares if share is not None]
        sums[f"count_{at}"] = count.outcome.voters
        sums[f"share_{at}"] = sum(shares, Decimal(0)) if shares else None
    return summed(table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=note), sums)


def _means(name: str, counts: Sequence[_Count]) -> Table | None:
    columns = (
        Column("voters", "Stimmen", "integer"),
        Column("held", "Wann", width=40),
        Column("mean", "Mittelwert", "decimal", places=2),
    )
    rows = ((count.outcome.voters, count.name, count.outcome.mean) for count in counts)
    unlike = len({count.outcome.voters for count in counts}) > 1
    note = sentences(_BEST, _UNLIKE if unlike else "")
    return table(f"{name}_Mittel", "Mittelwert", columns, rows, note=note, purpose="facts")


def _figure(result: Table, scale: tuple[str, ...], counts: Sequence[_Count]) -> Figure | None:
    held = [(at, count) for at, count in enumerate(counts) if count.outcome.voters]
    if not held:
        return None
    said = "; ".join(f"{count.name} {german(count.outcome.voters)} Stimmen" for _, count in held)
    told = "; ".join(
        f"{answer} "
        + ", ".join(f"{count.name} {german(count.shares[at] or 0)}" for _, count in held)
        for at, answer in enumerate(scale)
    )
    return Figure(
        kind="mood",
        title="Anteil der Stimmen",
        alt_text=f"Balkendiagramm: Anteil der Stimmen je Stufe in Prozent, {said}. {told}.",
        categories=scale,
        series=tuple(
            Series(count.name, f"share_{at}", count.shares, count.outcome.voters)
            for at, count in held
        ),
        table_name=result.name,
        category_column="answer",
        axis_title="Anteil in Prozent",
        unit="Anteil in Prozent",
    )
