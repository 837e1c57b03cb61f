"""What the evening was: at a glance, the quarter, the agenda, the tables, who was there."""

from collections.abc import Iterable
from datetime import date

from quartierdesk.domain.protocol import Block, Column, Paragraph, Section, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.small_counts import legend
from quartierdesk.services.protocols.blocks import facts, figures, section, table
from quartierdesk.services.protocols.closing import steps_table
from quartierdesk.services.protocols.dots import (
    DotPoll,
    plenary_dots,
    result_table,
)
from quartierdesk.services.protocols.names import Names, long_date, round_name

_TOP_RANK = 5
_RECOMMENDATION = (
    "Die Ergebnisse sind Empfehlungen der Anwesenden. Sie ersetzen keinen Beschluss des"
    " Gemeinderats oder eines anderen Gremiums."
)
_ATTRIBUTES = {
    "age_group": ("Alter", "age_group"),
    "gender": ("Geschlecht", "gender"),
    "role": ("Rolle", "participant_role"),
    "district": ("Ortsteil", ""),
}


def overview(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the evening at a glance: key numbers, top topics, next steps, frame."""
    dots = plenary_dots(record, names)
    blocks: list[Block | None] = [
        Paragraph(record.workshop.subtitle, "lead") if record.workshop.subtitle else None,
        figures("Zahlen", "In Zahlen", _numbers(record, dots)),
        _top_topics(dots, names) if dots else None,
        steps_table(record, "Termine", "So geht es weiter"),
        facts("Eckdaten", "Eckdaten", _key_facts(record, names)),
        Paragraph(record.workshop.notice, "notice") if record.workshop.notice else None,
        Paragraph(_RECOMMENDATION, "notice"),
    ]
    return section("overview", "Auf einen Blick", blocks)


def quarter(record: WorkshopRecord, names: Names) -> Section | None:
    """Return what is known about the quarter and its process."""
    place = record.quarter
    pairs = (
        ("Art", names.of("quarter_kind", place.kind)),
        ("Abgrenzung", place.delimitation),
        ("Ziel des Prozesses", place.process_goal),
        ("Zeitraum", _period(place.process_from, place.process_until)),
        ("Begleitung", place.accompaniment),
        ("Förderung", place.funding),
        ("Verstetigung", place.continuation),
        ("Interne Notiz", place.notes),
    )
    columns = (
        Column("label", "Kennzahl", width=40),
        Column("source", "Quelle", width=40),
        Column("value", "Wert", "decimal"),
        Column("unit", "Einheit", "label"),
        Column("year", "Jahr", "label"),
    )
    rows = (
        (i.label or i.code, i.source, i.value, i.unit, str(i.year) if i.year else "")
        for i in record.indicators
    )
    blocks = (
        facts("Quartier", "Prozess", pairs),
        table("Kennzahlen", "Kennzahlen", columns, rows),
    )
    return section("quarter", "Das Quartier", blocks)


def agenda(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the agenda; notes are in the internal edition only."""
    is_internal = record.edition == "internal"
    columns = (
        Column("start", "Beginn", "time"),
        Column("end", "Ende", "time"),
        Column("title", "Programmpunkt", width=60),
        Column("method", "Methode", width=30),
        Column("who", "Wer", width=30),
        Column("notes", "Interne Notiz", width=40),
        Column("public", "Öffentlich", "yes_no"),
    )
    rows = (
        (
            item.start,
            item.end,
            item.title,
            names.of("method", item.method),
            item.who,
            item.notes,
            item.public if is_internal else None,
        )
        for item in record.agenda
    )
    return section("agenda", "Ablauf", [table("Ablauf", "Ablauf", columns, rows)])


def tables(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the tables with their topics; who hosted them is in the internal edition only."""
    hosts = {person.id: person.label or person.name for person in record.participants}
    columns = (
        Column("number", "Tisch", "integer"),
        Column("topic", "Thema", width=60),
        Column("seats", "Plätze", "integer"),
        Column("contributions", "Beiträge", "integer"),
        Column("host", "Gastgeberin oder Gastgeber", width=30),
    )
    counts: dict[str | None, int] = {}
    for item in record.contributions:
        counts[item.table_id] = counts.get(item.table_id, 0) + 1
    rows = (
        (
            seat.number,
            seat.topic,
            seat.seats,
            counts.get(seat.id, 0),
            hosts.get(seat.host_id or "", ""),
        )
        for seat in record.tables
    )
    return section("tables", "Thementische", [table("Tische", "Thementische", columns, rows)])


def participants(record: WorkshopRecord, names: Names) -> Section | None:
    """Return who was there in numbers, who was invited how, and who was missing."""
    workshop = record.workshop
    pairs = (
        ("Zählung", workshop.participants_source),
        ("Einladungswege", "; ".join(workshop.invitation_channels)),
        ("Barrierefreiheit", "; ".join(workshop.accessibility_provided)),
        ("Wer war nicht vertreten?", workshop.missing_groups),
    )
    counts = (
        (workshop.participants_present, "Anwesende"),
        (workshop.participants_registered, "Angemeldete"),
    )
    blocks = (
        figures("Teilnahme", "Wie viele waren da?", counts),
        _head_counts(record, names),
        facts("Einladung", "Einladung und Zugang", pairs),
    )
    return section("participants", "Teilnehmende", blocks)


def _numbers(record: WorkshopRecord, dots: DotPoll | None) -> Iterable[tuple[int | None, str]]:
    workshop = record.workshop
    counted = f" ({workshop.participants_source})" if workshop.participants_source else ""
    yield workshop.participants_present, f"Anwesende{counted}"
    yield len(record.contributions), "Beiträge"
    yield len(record.clusters), "Themenfelder"
    if dots:
        place = f" ({round_name(dots.poll.round)})" if dots.poll.round else ""
        yield dots.outcome.placed, f"geklebte Punkte{place}"
    yield len(record.measures), "Maßnahmen"


def _top_topics(dots: DotPoll, names: Names) -> Table | None:
    top = [line for line in dots.lines if line[1].rank <= _TOP_RANK and line[1].dots]
    return result_table("Spitzenthemen", "Das war am wichtigsten", top, names)


def _key_facts(record: WorkshopRecord, names: Names) -> Iterable[tuple[str, str]]:
    workshop = record.workshop
    yield "Veranstaltung", workshop.title
    yield "Format", names.of("workshop_format", workshop.format)
    yield "Datum", long_date(workshop.date) if workshop.date else ""
    yield "Uhrzeit", _hours(record)
    yield "Ort", workshop.place
    place = (record.municipality.name, record.municipality.district)
    yield "Gemeinde", ", ".join(filter(None, place))
    yield "Quartier", record.quarter.name
    yield "Veranstalter", workshop.organiser
    yield "Partner", workshop.civil_partner
    yield "Moderation", workshop.facilitation
    yield "Protokoll", workshop.minutes_by
    yield "Anlass", workshop.occasion
    yield "Ziel", workshop.goal
    yield "Leitfrage", workshop.guiding_question
    yield "Methoden", names.all_of("method", workshop.methods)
    yield "Spielregeln", "; ".join(workshop.rules)
    yield "Förderung", workshop.funding_reference


def _hours(record: WorkshopRecord) -> str:
    start, end = record.workshop.start, record.workshop.end
    times = [f"{clock:%H:%M}" for clock in (start, end) if clock is not None]
    before = "bis " if start is None and times else ""
    return f"{before}{' bis '.join(times)} Uhr" if times else ""


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{long_date(start)} bis {long_date(end)}"
    if start:
        return f"seit {long_date(start)}"
    return f"bis {long_date(end)}" if end else ""


def _head_counts(record: WorkshopRecord, names: Names) -> Table | None:
    columns = (
        Column("attribute", "Merkmal", width=24),
        Column("value", "Gruppe", width=60),
        Column("count", "Anzahl", "suppressed_integer"),
    )
    order = list(dict.fromkeys(item.attribute for item in record.head_counts))
    rows = []
    for item in sorted(record.head_counts, key=lambda item: order.index(item.attribute)):
        title, catalogue = _ATTRIBUTES.get(item.attribute, (item.attribute, ""))
        rows.append((title, names.of(catalogue, item.value), item.count))
    is_hidden = any(item.count is None for item in record.head_counts)
    note = legend(record.workshop.smallest_count) if is_hidden else ""
    return table("Teilnehmende", "Wer war da?", columns, rows, note=note)
