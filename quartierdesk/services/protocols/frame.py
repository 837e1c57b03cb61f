"""What the evening was about: occasion, agenda, tables, the quarter."""

from collections import Counter
from datetime import date

from quartierdesk.domain.protocol import Column, Paragraph, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.text import same_words
from quartierdesk.services.protocols.blocks import facts, listing, paragraph, section, table
from quartierdesk.services.protocols.dots import table_dots
from quartierdesk.services.protocols.names import Names, long_date


def occasion(record: WorkshopRecord, names: Names) -> Section | None:
    """Return why people met, what was to come of it, and the question that led them."""
    workshop = record.workshop
    asked = workshop.guiding_question
    blocks = (
        Paragraph("", strong=asked, label="Leitfrage") if asked else None,
        paragraph(workshop.occasion, "Anlass"),
        paragraph(workshop.goal, "Ziel"),
    )
    return section("occasion", blocks)


def agenda(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the agenda with the rules; notes are in the internal edition only."""
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
    blocks = (
        table("Ablauf", "Ablauf", columns, rows),
        listing(record.workshop.rules, "Spielregeln"),
    )
    return section("agenda", blocks, "Ablauf des Abends" if _is_evening(record) else "Ablauf")


_HOW = "So wurde protokolliert"


def tables(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the tables with their topics; who hosted them is in the internal edition only."""
    hosts = {person.id: person.label or person.name for person in record.participants}
    columns = (
        Column("number", "Tisch", "integer"),
        Column("topic", "Thema", width=60),
        Column("field", "Handlungsfeld", width=36, mark="field"),
        Column("seats", "Plätze", "integer"),
        Column("contributions", "Beiträge", "integer"),
        Column("dots", "Punkte am Tisch", "integer"),
        Column("host", "Gastgeberin oder Gastgeber", width=30),
    )
    counts = Counter(item.table_id for item in record.contributions)
    dots = table_dots(record, names)
    placed: Counter[str | None] = Counter()
    for item in record.contributions:
        placed[item.table_id] += dots.get(item.id, 0)
    rows = (
        (
            seat.number,
            seat.topic,
            _main_field(record, seat.id, names),
            seat.seats,
            counts[seat.id],
            placed[seat.id] if dots else None,
            hosts.get(seat.host_id or "", ""),
        )
        for seat in record.tables
    )
    blocks = (
        table("Tische", "Thementische", columns, rows),
        paragraph(_how_minuted(record, names), _HOW),
    )
    return section("tables", blocks, "" if record.tables else _HOW)


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
    return section("quarter", blocks)


def hours(record: WorkshopRecord) -> str:
    """Return from when to when the workshop was: „18:30 bis 21:30 Uhr“, „“ if unknown."""
    start, end = record.workshop.start, record.workshop.end
    times = [f"{clock:%H:%M}" for clock in (start, end) if clock is not None]
    before = "bis " if start is None and times else ""
    return f"{before}{' bis '.join(times)} Uhr" if times else ""


def _is_evening(record: WorkshopRecord) -> bool:
    return record.workshop.start is not None and record.workshop.start.hour >= _EVENING


_EVENING = 17


def _main_field(record: WorkshopRecord, table_id: str, names: Names) -> str:
    """Return the field of most contributions of a table, „“ where none has more than half."""
    fields = [item.action_field for item in record.contributions if item.table_id == table_id]
    if not fields:
        return ""
    code, times = Counter(fields).most_common(1)[0]
    return names.fields([code]) if times * 2 > len(fields) else ""


def _how_minuted(record: WorkshopRecord, names: Names) -> str:
    cards = record.contributions
    if not cards:
        return ""
    first, last = names.label(cards[0].id), names.label(cards[-1].id)
    between = f" ({first} bis {last})" if len(cards) > 1 and first and last else ""
    both = any(c.text_minutes and not same_words(c.text_minutes, c.text_original) for c in cards)
    order = "Zuerst steht die Fassung des Protokolls, darunter kursiv" if both else "Kursiv steht"
    return f"Jeder Beitrag hat eine Nummer{between}. {order} der Wortlaut. Mundart bleibt stehen."


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{long_date(start)} bis {long_date(end)}"
    if start:
        return f"seit {long_date(start)}"
    return f"bis {long_date(end)}" if end else ""
