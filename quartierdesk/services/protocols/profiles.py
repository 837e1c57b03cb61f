"""A page for each measure: what it is, who does it, and which sentence it comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.effort import quadrant
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.protocol import (
    Column,
    Fact,
    Origin,
    Profile,
    Row,
    Section,
    Table,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german, half_up
from quartierdesk.domain.text import spoken
from quartierdesk.services.protocols.blocks import section, table
from quartierdesk.services.protocols.dots import plenary_dots, table_dots
from quartierdesk.services.protocols.names import Names, long_date


def profiles(record: WorkshopRecord, names: Names) -> Section | None:
    """Return what else is known about the measures."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("title", "Maßnahme", width=30),
        Column("starting_point", "Ausgangslage", width=40),
        Column("description", "Beschreibung", width=50),
        Column("coordinating", "Federführung", width=24),
        Column("term", "Fristigkeit", "label"),
        Column("importance", "Bedeutung", "label"),
        Column("resolution_on", "Beschluss am", "date"),
        Column("resolution_number", "Beschluss Nr.", "label"),
        Column("indicator", "Erfolg erkennbar an", width=36),
        Column("risks", "Risiken", width=36),
        Column("continuation", "Verstetigung", width=36),
        Column("reason", "Begründung", width=40),
        Column("clusters", "Themenfelder", "label"),
        Column("contributions", "Beiträge", width=30),
    )
    rows = (_profile_row(measure, names) for measure in record.measures)
    listed = table(
        "Steckbriefe", "Steckbriefe der Maßnahmen", names.to_fill("Steckbriefe", columns), rows
    )
    pages = (_profile(measure, record, names) for measure in _by_priority(record.measures))
    return section("profiles", [*pages, listed])


def _profile(measure: Measure, record: WorkshopRecord, names: Names) -> Profile:
    estimated = measure.effort is not None and measure.benefit is not None
    fields = dict.fromkeys(
        names.clusters[each].action_field for each in measure.cluster_ids if each in names.clusters
    )
    field_name = names.fields(list(fields)[:1])
    status = names.of("measure_status", measure.status)
    return Profile(
        label=names.label(measure.id),
        title=measure.title,
        field_name=field_name,
        status=status,
        strip=tuple(_known(_strip(measure, field_name, status, record, names))),
        facts=tuple(_known(_facts(measure, names))),
        steps=_steps(measure),
        later_facts=tuple(_known(_later(measure))),
        origin=_origin(measure, record, names),
        effort=measure.effort,
        benefit=measure.benefit,
        quadrant=quadrant(measure.effort or 0, measure.benefit or 0).label if estimated else "",
    )


def _known(pairs: Iterable[tuple[str, str]]) -> Iterator[Fact]:
    return (Fact(label, text) for label, text in pairs if text)


def _strip(
    measure: Measure, field_name: str, status: str, record: WorkshopRecord, names: Names
) -> Iterator[tuple[str, str]]:
    yield "Handlungsfeld", field_name
    ranked = sum(each.priority is not None for each in record.measures)
    yield "Priorität", f"{measure.priority} von {ranked}" if measure.priority else ""
    yield "Frist", long_date(measure.due) if measure.due else measure.due_text
    yield "Status", status
    body = names.of("decision_body", measure.decision_body)
    yield "Beschluss", body if measure.requires_resolution else ""


def _facts(measure: Measure, names: Names) -> Iterator[tuple[str, str]]:
    yield "Ausgangslage", measure.starting_point
    yield "Ziel", measure.goal
    yield "Beschreibung", measure.description
    yield "Für wen", _for_whom(measure, names)
    yield "Federführung", measure.coordinating_body
    yield "Wer", measure.responsible
    yield "Mit wem", measure.partners


def _later(measure: Measure) -> Iterator[tuple[str, str]]:
    cost = measure.cost_estimate
    shown = _euros(cost) if cost is not None else ""
    estimate = f"Geschätzt {shown}\u00a0€." if shown else ""
    yield "Kosten und Finanzierung", " ".join(filter(None, (estimate, measure.funding)))
    yield "Wie es danach weitergeht", measure.continuation
    yield "Begründung", measure.reason
    yield "Beschluss", _resolution(measure)
    yield "Risiken", measure.risks
    yield "Woran wir Erfolg erkennen", measure.indicator


def _euros(cost: Decimal) -> str:
    return german(half_up(cost, 0 if cost % 1 == 0 else 2))


def _resolution(measure: Measure) -> str:
    parts = (
        f"am {long_date(measure.resolution_on)}" if measure.resolution_on else "",
        f"Nr.\u00a0{measure.resolution_number}" if measure.resolution_number else "",
    )
    said = ", ".join(filter(None, parts))
    return f"gefasst {said}" if said else ""


def _for_whom(measure: Measure, names: Names) -> str:
    """Return the target groups of the sentences behind a measure, most often named first."""
    groups = Counter(
        group
        for each in measure.contribution_ids
        if each in names.contributions
        for group in names.contributions[each].target_groups
    )
    return names.all_of("target_group", (group for group, _ in groups.most_common()))


def _steps(measure: Measure) -> Table | None:
    columns = (
        Column("what", "Was"),
        Column("who", "Wer"),
        Column("due", "Bis wann", "date"),
        Column("due_text", "Frist in Worten"),
    )
    if not measure.first_step:
        return None
    row: Row = (measure.first_step, measure.responsible, measure.due, measure.due_text)
    return table("Naechste_Schritte", "Nächste Schritte", columns, [row], purpose="facts")


def _origin(measure: Measure, record: WorkshopRecord, names: Names) -> Origin:
    heard = [names.contributions[e] for e in measure.contribution_ids if e in names.contributions]
    dots = table_dots(record, names)
    open_ones = [
        item for item in heard if item.publish == "yes" and not item.contains_personal_data
    ]
    loudest = max(open_ones, key=lambda item: dots.get(item.id, 0), default=None)
    parts = [_cluster_way(each, record, names) for each in measure.cluster_ids]
    if heard:
        labels = names.listed(item.id for item in heard)
        parts.append(f"{'Beiträge' if len(heard) > 1 else 'Beitrag'} {labels}")
    text = "; ".join(filter(None, parts))
    if loudest is None:
        return Origin(text=text)
    return Origin(spoken(loudest.text_original), _source(loudest, names), text)


def _cluster_way(cluster_id: str, record: WorkshopRecord, names: Names) -> str:
    title = names.cluster_title(cluster_id)
    if not title:
        return ""
    counted = plenary_dots(record, names)
    lines = counted.lines if counted else ()
    result = next((found for option, found in lines if option.cluster_id == cluster_id), None)
    dots = f", Rang {result.rank} mit {german(result.dots)} Punkten" if result else ""
    return f"Themenfeld {names.label(cluster_id)} „{title}“{dots}"


def _source(item: Contribution, names: Names) -> str:
    number = names.table_number(item.table_id)
    parts = (
        names.label(item.id),
        f"Tisch {number}" if number is not None else "",
        names.of("capture_mode", item.capture_mode),
    )
    return ", ".join(filter(None, parts))


def _by_priority(measures: Iterable[Measure]) -> list[Measure]:
    return sorted(measures, key=lambda m: (m.priority is None, m.priority or 0))


def _profile_row(measure: Measure, names: Names) -> Row:
    return (
        names.label(measure.id),
        measure.title,
        measure.starting_point,
        measure.description,
        measure.coordinating_body,
        names.of("measure_term", measure.term),
        names.of("importance", measure.importance),
        measure.resolution_on,
        measure.resolution_number,
        measure.indicator,
        measure.risks,
        measure.continuation,
        measure.reason,
        names.listed(measure.cluster_ids),
        names.listed(measure.contribution_ids),
    )
