"""Effort and benefit, important and urgent: estimates as tables."""

from collections.abc import Iterable, Mapping

from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.protocol import Block, Column
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome
from quartierdesk.services.protocols.blocks import figures, table
from quartierdesk.services.protocols.names import GONE, Names

EFFORT_NOTE = (
    "Aufwand und Nutzen von 1 (gering) bis 5 (hoch). Der Quotient aus Nutzen und Aufwand ist nur"
    " eine Sortierhilfe."
)

_OPTION = (Column("label", "Nr.", "label"), Column("option", "Wahlmöglichkeit", width=60))
_SHEETS = "gezählte Schätzungen"


def effort_blocks(
    outcome: EffortOutcome, options: Mapping[str, PollOption], name: str, names: Names
) -> Iterable[Block | None]:
    """Yield the medians of effort and benefit with the field of the matrix."""
    yield figures(f"{name}_Regel", "Auszählung", [(outcome.ballots, _SHEETS)])
    columns = (
        *_OPTION,
        Column("effort", "Aufwand", "decimal"),
        Column("benefit", "Nutzen", "decimal"),
        Column("ratio", "Nutzen/Aufwand", "decimal", places=2),
        Column("quadrant", "Feld", "label"),
    )
    rows = (
        (
            *_named(result.option, options, names),
            result.effort,
            result.benefit,
            result.ratio,
            result.quadrant.label if result.quadrant else "",
        )
        for result in outcome.results
    )
    note = f"Mittlere Schätzung (Median). {EFFORT_NOTE}"
    yield table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=note)


def eisenhower_blocks(
    outcome: EisenhowerOutcome, options: Mapping[str, PollOption], name: str, names: Names
) -> Iterable[Block | None]:
    """Yield how many called something important or urgent, and what the majority makes of it."""
    yield figures(f"{name}_Regel", "Auszählung", [(outcome.ballots, _SHEETS)])
    columns = (
        *_OPTION,
        Column("important", "wichtig", "integer"),
        Column("urgent", "dringend", "integer"),
        Column("field", "Folge", "label"),
    )
    rows = (
        (
            *_named(result.option, options, names),
            result.important,
            result.urgent,
            result.field.label if result.field else "",
        )
        for result in outcome.results
    )
    yield table(f"{name}_Ergebnis", "Ergebnis", columns, rows)


def _named(option_id: str, options: Mapping[str, PollOption], names: Names) -> tuple[str, str]:
    option = options.get(option_id)
    if option is None:
        return "", GONE
    return names.option_label(option), names.option(option)
