"""What was agreed, and where it comes from."""

from collections.abc import Iterable
from decimal import Decimal

from quartierdesk.domain.effort import benefit_ratio, quadrant
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.protocol import Column, Row, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.protocols.blocks import section, table
from quartierdesk.services.protocols.estimates import EFFORT_NOTE
from quartierdesk.services.protocols.names import Names


def measures(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the action plan: who does what with whom until when."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("title", "Was", width=30),
        Column("goal", "Ziel", width=32),
        Column("responsible", "Wer", width=20),
        Column("partners", "Mit wem", width=20),
        Column("due", "Bis wann", "date"),
        Column("due_text", "Frist in Worten", width=14),
        Column("first_step", "Erster Schritt", width=26),
        Column("cost", "Kosten", "euro", places=_cents(record.measures)),
        Column("funding", "Finanzierung", width=16),
        Column("resolution", "Beschluss nötig", "yes_no"),
        Column("body", "Entscheidung durch", width=18),
        Column("priority", "Priorität", "integer"),
        Column("status", "Status", width=13, mark="status"),
        Column("fields", "Handlungsfeld", width=18, mark="field"),
        Column("effort", "Aufwand", "integer"),
        Column("benefit", "Nutzen", "integer"),
        Column("ratio", "Nutzen/Aufwand", "decimal", places=2),
        Column("quadrant", "Feld", width=14),
    )
    rows = (_measure_row(measure, names) for measure in record.measures)
    rated = any(m.effort is not None or m.benefit is not None for m in record.measures)
    note = EFFORT_NOTE if rated else ""
    listed = table(
        "Massnahmen", "Maßnahmenplan", names.to_fill("Massnahmen", columns), rows, note=note
    )
    return section("measures", [listed])


def trace(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the way from each measure back to the sentences, one row for each link."""
    columns = (
        Column("measure", "Maßnahme Nr.", "label", refers_to="Massnahmen"),
        Column("measure_title", "Maßnahme", width=36),
        Column("cluster", "Themenfeld Nr.", "label", refers_to="Themenfelder"),
        Column("cluster_title", "Themenfeld", width=30),
        Column("contribution", "Beitrag Nr.", "label", refers_to="Beitraege"),
        Column("original", "O-Ton", width=60),
        Column("minutes", "Protokollfassung", width=60),
    )
    rows = (row for measure in record.measures for row in _links(measure, names))
    note = "Nach jeder Spalte sortierbar: vom Beitrag zur Maßnahme und von der Maßnahme zurück."
    listed = table("Spur", "Vom Beitrag zur Maßnahme", columns, rows, note=note)
    return section("trace", [listed])


def _measure_row(measure: Measure, names: Names) -> Row:
    effort, benefit = measure.effort, measure.benefit
    field = quadrant(effort, benefit).label if effort and benefit else ""
    fields = dict.fromkeys(
        names.clusters[each].action_field for each in measure.cluster_ids if each in names.clusters
    )
    return (
        names.label(measure.id),
        measure.title,
        measure.goal,
        measure.responsible,
        measure.partners,
        measure.due,
        measure.due_text,
        measure.first_step,
        measure.cost_estimate,
        measure.funding,
        measure.requires_resolution,
        names.of("decision_body", measure.decision_body),
        measure.priority,
        names.of("measure_status", measure.status),
        names.fields(fields),
        effort,
        benefit,
        benefit_ratio(effort, benefit),
        field,
    )


def _links(measure: Measure, names: Names) -> Iterable[Row]:
    start = (names.label(measure.id), measure.title)
    heard = [
        names.contributions[each]
        for each in measure.contribution_ids
        if each in names.contributions
    ]
    for item in heard:
        cluster = (names.label(item.cluster_id), names.cluster_title(item.cluster_id))
        yield (*start, *cluster, names.label(item.id), names.original(item), item.text_minutes)
    reached = {item.cluster_id for item in heard}
    for cluster_id in measure.cluster_ids:
        if cluster_id in names.clusters and cluster_id not in reached:
            yield (*start, names.label(cluster_id), names.cluster_title(cluster_id), "", "", "")


def _cents(measures: Iterable[Measure]) -> int:
    """Return 0 decimal places where all costs are whole euros, else 2."""
    costs = (measure.cost_estimate for measure in measures)
    return 2 if any(cost is not None and cost % 1 != Decimal(0) for cost in costs) else 0
