"""Consensus, pairwise comparison and ranking slips as tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome, ConsensusResult
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.protocol import Block, CellValue, Column, Paragraph
from quartierdesk.domain.ranking import Ranked
from quartierdesk.domain.rounding import german, half_up
from quartierdesk.domain.text import fold
from quartierdesk.services.protocols.blocks import (
    Rule,
    figures,
    percent_note,
    sentences,
    table,
)
from quartierdesk.services.protocols.dots import RANKS_NOTE, TIED
from quartierdesk.services.protocols.names import GONE, Names

_BORDA_RULES = {
    "classic": "Bei n Wahlmöglichkeiten bringt der Platz r einen Wert von n − r Punkten; nicht"
    " genannte teilen sich die übrigen Plätze.",
    "modified": "Auf einem Zettel mit k Nennungen bringen die Plätze k bis 1 Punkte; nicht"
    " genannte bekommen keine.",
}
_OPTION = (
    Column("rank", "Rang", "integer"),
    Column("option", "Wahlmöglichkeit", width=60),
    Column("label", "Nr.", "label"),
)
_TIE = Column("tied", "Gleichstand", "label")


Result = TypeVar("Result", bound=Ranked)


def consensus_rule(outcome: ConsensusOutcome) -> Rule:
    """Return how people said what they could bear, and how many, where all options have as many."""
    counts = {result.ballots for result in outcome.results}
    people = f"{german(counts.pop())} Personen, " if len(counts) == 1 else ""
    return Rule(
        f"{people}Widerstand von 0 (keiner) bis {outcome.scale_max} (nicht tragbar).",
        "Am besten ist der kleinste Gruppenwiderstand.",
    )


def pairwise_rule(outcome: PairwiseOutcome) -> Rule:
    """Return what the numbers on the sheets say."""
    scale = outcome.scale.replace(" = ", "\u00a0=\u00a0")
    return Rule("Je zwei Wahlmöglichkeiten wurden verglichen.", f"{scale}.")


def borda_rule(outcome: BordaOutcome) -> Rule:
    """Return how many slips were counted, and how."""
    return Rule(f"{german(outcome.ballots)} Rangzettel.", _BORDA_RULES[outcome.variant])


def consensus_blocks(
    outcome: ConsensusOutcome,
    options: Mapping[str, PollOption],
    name: str,
    names: Names,
    *,
    is_public: bool,
) -> Iterable[Block | None]:
    """Yield group resistance and acceptance; single answers are for the internal edition only."""
    columns = (
        *_OPTION,
        Column("resistance", "Gruppenwiderstand", "integer"),
        Column("ballots", "Stimmen", "integer"),
        Column("mean", "Mittelwert", "decimal", places=2),
        Column("acceptance", "Akzeptanz", "percent", places=1),
        Column("highest", "Höchster Widerstand", "integer"),
        Column("objections", "Starke Einwände", "integer"),
        Column("below", "Besser als bisher", "yes_no"),
        _TIE,
    )

    def values(result: ConsensusResult) -> Sequence[CellValue]:
        return (
            result.resistance_sum if result.ballots else None,
            result.ballots,
            result.mean,
            result.acceptance_percent,
            None if is_public else result.highest,
            None if is_public else result.objections,
            result.below_status_quo,
        )

    by_mean = outcome.ranked_by == "mean"
    note = sentences(
        "Akzeptanz: 100\u00a0% weniger der Anteil des größtmöglichen Widerstands.",
        "Weil nicht überall gleich viele geantwortet haben, richtet sich der Rang nach dem"
        " Mittelwert."
        if by_mean
        else "",
        _status_quo_sentence(outcome, options, names),
    )
    rows = _ranked_rows(outcome.results, values, options, names)
    yield table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=note)


def pairwise_blocks(
    outcome: PairwiseOutcome, options: Mapping[str, PollOption], name: str, names: Names
) -> Iterable[Block | None]:
    """Yield points and weights of a pairwise comparison with its scale."""
    if outcome.missing:
        yield Paragraph(
            f"Es fehlen noch Vergleiche ({german(len(outcome.missing))}); Punkte, Ränge und"
            " Gewichte sind vorläufig.",
            "notice",
        )
    if outcome.doubled:
        yield Paragraph(
            f"Mehrfach verglichene Paare ({german(len(outcome.doubled))}): Es zählt der erste"
            " Vergleich auf einem Bogen.",
            "notice",
        )
    columns = (
        *_OPTION,
        Column("points", "Punkte", "integer"),
        Column("weight", "Gewicht", "percent", places=1),
        _TIE,
    )
    rows = _ranked_rows(outcome.results, lambda r: (r.points, r.weight_percent), options, names)
    note = sentences(
        "Gewicht: Anteil an allen Punkten, die zu vergeben waren.",
        "" if outcome.missing else percent_note(r.weight_percent for r in outcome.results),
        RANKS_NOTE if any(result.tied for result in outcome.results) else "",
    )
    yield table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=note)


def borda_blocks(
    outcome: BordaOutcome, options: Mapping[str, PollOption], name: str, names: Names
) -> Iterable[Block | None]:
    """Yield the points of ranking slips."""
    yield figures(f"{name}_Regel", "Auszählung", [(outcome.ballots, "gezählte Rangzettel")])
    places = 0 if all(r.points.denominator == 1 for r in outcome.results) else 1
    columns = (
        *_OPTION,
        Column("points", "Punkte", "decimal", places=places),
        Column("first_places", "Erste Plätze", "integer"),
        _TIE,
    )
    rows = _ranked_rows(
        outcome.results, lambda r: (half_up(r.points, places), r.first_places), options, names
    )
    tied = any(result.tied for result in outcome.results)
    yield table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=RANKS_NOTE if tied else "")


def _ranked_rows(
    results: Iterable[Result],
    values: Callable[[Result], Sequence[CellValue]],
    options: Mapping[str, PollOption],
    names: Names,
) -> Iterable[tuple[CellValue, ...]]:
    """Yield a row per result: best first, equal ones by name, those without a rank last."""
    named = []
    for result in results:
        option = options.get(result.option)
        shown = names.option(option) if option else GONE
        label = names.option_label(option) if option else ""
        named.append((result, shown, label))
    named.sort(key=lambda each: (each[0].rank is None, each[0].rank or 0, fold(each[1])))
    for result, shown, label in named:
        tied = TIED if result.tied else ""
        yield (result.rank, shown, label, *values(result), tied)


def _status_quo_sentence(
    outcome: ConsensusOutcome, options: Mapping[str, PollOption], names: Names
) -> str:
    option = options.get(outcome.status_quo or "")
    if option is None:
        return ""
    return (
        f"„Besser als bisher“: weniger Widerstand als gegen „{names.option(option)}“; nur dann ist"
        " ein Vorschlag zu empfehlen."
    )
