"""Who was there: in numbers beside the quarter's people, and by name inside the house only."""

from collections.abc import Iterable
from decimal import Decimal

from quartierdesk.domain.head_counts import AGE, age_shares, combined, totals
from quartierdesk.domain.people import Participant
from quartierdesk.domain.protocol import Block, Column, Figure, Row, Section, Series, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german, percent
from quartierdesk.domain.small_counts import legend
from quartierdesk.domain.workshop import HeadCount
from quartierdesk.services.protocols.blocks import (
    figures,
    listing,
    paragraph,
    section,
    table,
)
from quartierdesk.services.protocols.dots import plenary_dots, voters
from quartierdesk.services.protocols.names import Names

_ATTRIBUTES = {
    "age_group": ("Alter", "age_group"),
    "gender": ("Geschlecht", "gender"),
    "role": ("Rolle", "participant_role"),
    "district": ("Ortsteil", ""),
}
_CONSENTS = {
    "list": "Liste",
    "contact": "Kontakt",
    "photo": "Foto",
    "guardian": "Sorgeberechtigte",
}
_OF_WHICH = "davon "


def participants(record: WorkshopRecord, names: Names) -> Section | None:
    """Return who was there in numbers, who was invited how, and who was missing."""
    workshop = record.workshop
    dots = plenary_dots(record, names)
    counted = f", {workshop.participants_source}" if workshop.participants_source else ""
    counts = (
        (workshop.participants_present, f"Anwesende{counted}"),
        (workshop.participants_registered, "Angemeldete"),
        (voters(dots) if dots else None, "Stimmende im Plenum"),
    )
    blocks = (
        figures("Teilnahme", "Wie viele waren da?", counts),
        *_population(record, names),
        _head_counts(record, names),
        listing(workshop.invitation_channels, "Eingeladen über"),
        listing(workshop.accessibility_provided, "Angeboten wurden"),
        paragraph(workshop.missing_groups, "Wer fehlte?"),
    )
    return section("participants", blocks, "Wer war da – wer fehlte?")


def attendance(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the list of participants; it is empty outside the internal edition."""
    columns = (
        Column("label", "Kennung", "label"),
        Column("name", "Name", width=30),
        Column("organisation", "Organisation", width=24),
        Column("district", "Ortsteil", width=20),
        Column("contact", "Kontakt", width=30),
        Column("table", "Tisch", "integer"),
        Column("role", "Rolle", width=20),
        Column("age_group", "Alter", "label"),
        Column("consents", "Einwilligung in", width=24),
        Column("notes", "Notiz", width=30),
    )
    rows = (_person(person, names) for person in record.participants)
    listed = table("Teilnehmerliste", "Teilnehmerliste", columns, rows)
    return section("attendance", [listed])


def signatures(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the lines to sign on; there are none outside the internal edition."""
    columns = (Column("role", "Rolle", width=36), Column("name", "Name", width=36))
    rows = ((each.role, each.name) for each in record.signatures)
    lines = table(
        "Unterschriften",
        "Für die Richtigkeit des Protokolls",
        columns,
        rows,
        purpose="signatures",
    )
    return section("signatures", [lines])


def _person(person: Participant, names: Names) -> Row:
    given = (_CONSENTS.get(each.kind, each.kind) for each in person.consents if each.given)
    return (
        person.label,
        person.name,
        person.organisation,
        person.district,
        person.contact,
        names.table_number(person.table_id),
        names.of("participant_role", person.role),
        names.of("age_group", person.age_group),
        ", ".join(given),
        person.notes,
    )


def _head_counts(record: WorkshopRecord, names: Names) -> Table | None:
    columns = (
        Column("attribute", "Merkmal", width=24),
        Column("value", "Gruppe", width=60),
        Column("count", "Anzahl", "suppressed_integer"),
        Column("share", "Anteil", "suppressed_percent", places=1),
    )
    sums = _totals(record)
    order = list(dict.fromkeys(item.attribute for item in record.head_counts))

    def place(item: HeadCount) -> int:
        return names.place(_ATTRIBUTES.get(item.attribute, ("", ""))[1], item.value)

    rows = []
    for item in sorted(record.head_counts, key=lambda i: (order.index(i.attribute), place(i))):
        title, catalogue = _ATTRIBUTES.get(item.attribute, (item.attribute, ""))
        total = sums.get(item.attribute)
        share = percent(item.count, total) if item.count is not None and total else None
        rows.append((title, names.of(catalogue, item.value), item.count, share))
    is_hidden = any(item.count is None for item in record.head_counts)
    note = legend(record.workshop.smallest_count) if is_hidden else ""
    return table("Teilnehmende", "Wer war da?", columns, rows, note=note)


def _totals(record: WorkshopRecord) -> dict[str, int]:
    return {**totals(record.head_counts), **record.head_count_totals}


def _population(record: WorkshopRecord, names: Names) -> Iterable[Block | None]:
    """Yield a figure of the groups of age beside the quarter's people, and its table."""
    total = _totals(record).get(AGE)
    counts = {item.value: item.count for item in record.head_counts if item.attribute == AGE}
    reference = age_shares(record.indicators)
    if not total or not reference:
        return
    rows: list[tuple[str, Decimal | None, Decimal]] = []
    for groups, share in reference.items():
        count = combined(counts, groups, total)
        own = percent(count, total) if count is not None else None
        rows.append((_age(groups, reference, names), own, share))
    columns = (
        Column("group", "Altersgruppe", width=40),
        Column("share", "Werkstatt", "suppressed_percent", places=1),
        Column("reference", "Bevölkerung", "percent", places=1),
    )
    note = _source(record)
    compared = Table("Bevoelkerung", "Altersgruppen im Vergleich", columns, tuple(rows), note)
    yield _figure(compared, rows, total, record)
    yield compared


def _age(groups: tuple[str, ...], reference: dict[tuple[str, ...], Decimal], names: Names) -> str:
    if len(groups) == 1:
        name = names.of("age_group", groups[0])
        inside = any(len(other) > 1 and groups[0] in other for other in reference)
        return f"{_OF_WHICH}{name[0].lower()}{name[1:]}" if inside else name
    return "Unter 65 Jahre" if "unter_18" in groups else "65 Jahre und älter"


def _figure(
    compared: Table,
    rows: list[tuple[str, Decimal | None, Decimal]],
    total: int,
    record: WorkshopRecord,
) -> Figure:
    told = "; ".join(
        f"{group}: Werkstatt {german(own) if own is not None else 'Zahl geschützt'},"
        f" Bevölkerung {german(share)}"
        for group, own, share in rows
    )
    people = next((i.value for i in record.indicators if i.code == "population_total"), None)
    of_people = f", Bevölkerung {german(people)} Personen" if people else ""
    return Figure(
        kind="population",
        title="Altersgruppen: Werkstatt und Bevölkerung im Vergleich",
        alt_text=f"Balkendiagramm, Anteile in Prozent. {told}.",
        categories=tuple(group for group, _, _ in rows),
        series=(
            Series("Werkstatt", "share", tuple(own for _, own, _ in rows), total),
            Series("Bevölkerung", "reference", tuple(share for _, _, share in rows)),
        ),
        table_name=compared.name,
        category_column="group",
        axis_title="Anteil in Prozent",
        unit=f"Anteil in Prozent; Werkstatt n = {german(total)}{of_people}",
    )


def _source(record: WorkshopRecord) -> str:
    used = [i for i in record.indicators if i.code.startswith("share_") and i.value is not None]
    sources = dict.fromkeys(
        f"{item.source} {item.year}" if item.year else item.source for item in used if item.source
    )
    told = f"Quelle der Vergleichswerte: {'; '.join(sources)}." if sources else ""
    return f"{told} Gäste von auswärts sind mitgezählt.".strip()
