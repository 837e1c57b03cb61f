"""Effort and benefit, important and urgent: estimates as tables."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from quartierdesk.domain.effort import USUAL_THRESHOLDS, benefit_ratio, quadrant
from quartierdesk.domain.poll import PollOption
from quartierdesk.domain.protocol import (
    Block,
    CellValue,
    Column,
    Figure,
    Paragraph,
    Section,
    Series,
    Table,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome
from quartierdesk.domain.rounding import german
from quartierdesk.services.protocols.blocks import Rule, figures, section, table
from quartierdesk.services.protocols.names import GONE, Names

EFFORT_NOTE = (
    "Aufwand und Nutzen von 1 (gering) bis 5 (hoch). Der Quotient aus Nutzen und Aufwand ist nur"
    " eine Sortierhilfe."
)

_RATIO_NOTE = "Der Quotient ist nur eine Sortierhilfe, keine Entscheidung."
_SCALE = (
    "Jede Maßnahme wurde auf einer Skala von 1 bis 5 geschätzt. Nutzen ab"
    f" {USUAL_THRESHOLDS.high_benefit} gilt als hoch, Aufwand bis {USUAL_THRESHOLDS.low_effort} als"
    " vertretbar. Jede Marke steht in der Mitte ihres Feldes; innerhalb eines Feldes hat die Lage"
    " keine Bedeutung."
)
_OPTION = (Column("label", "Nr.", "label"), Column("option", "Wahlmöglichkeit", width=60))
_SHEETS = "gezählte Schätzungen"


def estimates_rule(outcome: EffortOutcome | EisenhowerOutcome) -> Rule:
    """Return how many estimates were counted, and what becomes of them."""
    meant = (
        "Es zählt die mittlere Schätzung (Median)."
        if isinstance(outcome, EffortOutcome)
        else "Es zählt, was die Mehrheit für wichtig oder dringend hält."
    )
    return Rule(f"{german(outcome.ballots)} {_SHEETS}.", meant)


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
    result = table(f"{name}_Ergebnis", "Ergebnis", columns, rows, note=EFFORT_NOTE)
    yield effort_figure(result, "Aufwand und Nutzen") if result else None
    yield result


def effort(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the measures in the matrix of effort and benefit, best ratio first."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("title", "Maßnahme", width=60),
        Column("quadrant", "Feld", "label"),
        Column("effort", "Aufwand", "integer"),
        Column("benefit", "Nutzen", "integer"),
        Column("ratio", "Nutzen/Aufwand", "decimal", places=2),
    )
    rated = [
        (
            names.label(m.id),
            m.title,
            quadrant(m.effort, m.benefit).label,
            m.effort,
            m.benefit,
            ratio,
        )
        for m in record.measures
        if m.effort is not None
        and m.benefit is not None
        and (ratio := benefit_ratio(m.effort, m.benefit)) is not None
    ]
    rated.sort(key=lambda row: (-row[5], row[0]))
    result = table("Aufwand_Nutzen", "Aufwand und Nutzen", columns, rated, note=_RATIO_NOTE)
    figure = effort_figure(result, "Aufwand und Nutzen der Maßnahmen") if result else None
    return section("effort", [Paragraph(_SCALE) if result else None, figure, result])


def effort_figure(result: Table, title: str) -> Figure | None:
    """Return the options of a table in the matrix, those with both estimates; None without any."""
    cells = [result.cells(row, "label", "effort", "benefit", "quadrant") for row in result.rows]
    full = [cell for cell in cells if cell[1] is not None and cell[2] is not None]
    if not full or len(full) < len(cells) or not all(cell[0] for cell in full):
        return None
    told = "; ".join(
        f"{label}: Aufwand {_shown(effort)}, Nutzen {_shown(benefit)}, {field}"
        for label, effort, benefit, field in full
    )
    return Figure(
        kind="effort_benefit",
        title=title,
        alt_text=f"Feld aus Aufwand und Nutzen, je 1 bis 5. {told}.",
        categories=tuple(str(cell[0]) for cell in full),
        series=(
            Series("Aufwand", "effort", tuple(_estimate(cell[1]) for cell in full)),
            Series("Nutzen", "benefit", tuple(_estimate(cell[2]) for cell in full)),
        ),
        table_name=result.name,
        category_column="label",
        axis_title="Aufwand (5 = sehr hoch)",
        unit="Nutzen (5 = sehr hoch)",
    )


def _estimate(value: CellValue) -> int | Decimal:
    assert isinstance(value, int | Decimal)
    return value


def _shown(value: CellValue) -> str:
    return german(_estimate(value))


def eisenhower_blocks(
    outcome: EisenhowerOutcome, options: Mapping[str, PollOption], name: str, names: Names
) -> Iterable[Block | None]:
    """Yield how many called something important or urgent, and what the majority makes of it."""
    yield figures(f"{name}_Regel", "Auszählung", [(outcome.ballots, _SHEETS)])
    columns = (
        *_OPTION,
        Column("important", "Wichtig", "integer"),
        Column("urgent", "Dringend", "integer"),
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
