"""What people said: contributions, their clusters, the idea store, strengths and weaknesses."""

from collections.abc import Iterable

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.protocol import Block, CellValue, Column, Paragraph, Row, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german, in_words
from quartierdesk.domain.text import spoken
from quartierdesk.services.protocols.blocks import section, table
from quartierdesk.services.protocols.dots import plenary_dots, table_dots
from quartierdesk.services.protocols.names import Names

_PUBLISH = {"yes": "ja", "anonymized": "nur Protokollfassung", "no": "nein"}
_QUADRANTS = {
    "strength": "Stärken",
    "weakness": "Schwächen",
    "opportunity": "Chancen",
    "threat": "Risiken",
}
_OFFER = "angebot"
_SEVERAL = 2
_CONTRIBUTION = (
    Column("label", "Nr.", "label"),
    Column("table", "Tisch", "integer"),
    Column("kind", "Art", width=13, mark="kind"),
    Column("title", "Titel", width=24),
    Column("original", "O-Ton", width=40),
    Column("minutes", "Protokollfassung", width=40),
    Column("place", "Ort", width=15),
    Column("field", "Handlungsfeld", width=18, mark="field"),
    Column("further_fields", "Weitere Handlungsfelder", width=18),
    Column("target_groups", "Zielgruppen", width=18),
    Column("themes", "Querschnittsthemen", width=18),
    Column("cluster", "Themenfeld", width=18),
    Column("bundle", "Gebündelt als", width=30),
    Column("mentions", "Nennungen", "integer"),
    Column("dissent", "Dissens", "yes_no"),
    Column("stored", "Themenspeicher", "yes_no"),
    Column("dots", "Punkte am Tisch", "integer"),
    Column("capture_mode", "Erfassungsweg", width=12),
)
_INTERNAL = (
    Column("captured_at", "Erfasst am", "moment"),
    Column("note", "Notiz", width=30),
    Column("personal", "Personenbezug", "yes_no"),
    Column("publish", "Veröffentlichung", width=16),
)


def contributions(record: WorkshopRecord, names: Names) -> Section | None:
    """Return all contributions, table by table."""
    dots = table_dots(record, names)
    bundles = {bundle.id: bundle.text for bundle in record.bundles}
    is_internal = record.edition == "internal"
    columns = (*_CONTRIBUTION, *_INTERNAL) if is_internal else _CONTRIBUTION
    rows: list[Row] = []
    for item in _by_table(record, names):
        row = _row(item, names, bundles.get(item.bundle_id or "", ""), dots)
        rows.append((*row, *_internal(item, names)) if is_internal else row)
    listed = table("Beitraege", "Beiträge", names.to_fill("Beitraege", columns), rows)
    at_tables = any(item.table_id for item in record.contributions)
    heading = "Ergebnisse der Thementische" if at_tables else "Was gesagt wurde"
    return section("contributions", [listed], heading)


def clusters(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the clusters with what belongs to them, those with most dots first."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("title", "Themenfeld", width=36),
        Column("field", "Handlungsfeld", width=36, mark="field"),
        Column("count", "Beiträge", "integer"),
        Column("contributions", "Beitragsnummern", width=40),
        Column("mentions", "Nennungen", "integer"),
        Column("dots", "Tischpunkte", "integer"),
        Column("plenary", "Punkte im Plenum", "integer"),
        Column("summary", "Kurztext", width=50),
    )
    dots = table_dots(record, names)
    counted = plenary_dots(record, names)
    plenary = {o.cluster_id: result.dots for o, result in counted.lines} if counted else {}
    members: dict[str | None, list[Contribution]] = {}
    for item in record.contributions:
        members.setdefault(item.cluster_id, []).append(item)
    rows = (
        (
            names.label(cluster.id),
            cluster.title,
            names.fields([cluster.action_field]),
            len(own := members.get(cluster.id, [])),
            names.listed(item.id for item in own),
            sum(item.mention_count for item in own),
            sum(dots.get(item.id, 0) for item in own) if dots else None,
            plenary.get(cluster.id),
            cluster.summary,
        )
        for cluster in sorted(record.clusters, key=lambda c: -plenary.get(c.id, -1))
    )
    listed = table("Themenfelder", "Themenfelder", names.to_fill("Themenfelder", columns), rows)
    unsorted = _unsorted(record, names) if listed else None
    number = len(record.clusters)
    heading = f"{in_words(number, opening=True)} Themenfelder" if number > 1 else ""
    return section("clusters", [_how_sorted(record, names), listed, unsorted], heading)


def idea_store(record: WorkshopRecord, names: Names) -> Section | None:
    """Return what was put into the idea store or has to be clarified."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("kind", "Art", width=20, mark="kind"),
        Column("wording", "Beitrag", width=60),
        Column("place", "Ort", width=24),
        Column("cluster", "Themenfeld", width=30),
        Column("stored", "Themenspeicher", "yes_no"),
        Column("unclear", "Klärungsbedarf", "yes_no"),
        Column("note", "Interne Notiz", width=30),
    )
    rows = (
        (
            names.label(item.id),
            names.of("contribution_kind", item.kind),
            item.wording,
            item.place,
            names.cluster_title(item.cluster_id),
            item.in_idea_store,
            item.needs_clarification,
            item.note,
        )
        for item in record.contributions
        if item.in_idea_store or item.needs_clarification
    )
    listed = table("Themenspeicher", "Themenspeicher und offene Fragen", columns, rows)
    return section("idea_store", [listed])


def offers(record: WorkshopRecord, names: Names) -> Section | None:
    """Return who offered to do something; names are not among it."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("wording", "Angebot", width=80),
        Column("place", "Ort", width=24),
    )
    rows = (
        (names.label(item.id), spoken(item.wording), item.place)
        for item in record.contributions
        if item.kind == _OFFER
    )
    return section("offers", [table("Angebote", "Angebote", columns, rows)])


def swot(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the stated strengths, weaknesses, opportunities and threats."""
    columns = (
        Column("quadrant", "Feld", "label"),
        Column("statement", "Aussage", width=80),
        Column("label", "Beitrag", "label", refers_to="Beitraege"),
        Column("cluster", "Themenfeld", width=40),
    )
    rows: list[Row] = []
    for quadrant, title in _QUADRANTS.items():
        for statement in record.swot:
            if statement.quadrant == quadrant:
                item = names.contributions.get(statement.contribution_id or "")
                said = statement.text or (item.wording if item else "")
                cluster = names.cluster_title(item.cluster_id) if item else ""
                rows.append((title, said, names.label(statement.contribution_id), cluster))
    listed = table("Staerken_Schwaechen", "Stärken und Schwächen", columns, rows)
    return section("swot", [listed])


def _by_table(record: WorkshopRecord, names: Names) -> Iterable[Contribution]:
    def place(item: Contribution) -> tuple[bool, int]:
        number = names.table_number(item.table_id)
        return number is None, number or 0

    return sorted(record.contributions, key=place)


def _row(item: Contribution, names: Names, bundle: str, dots: dict[str, int]) -> Row:
    return (
        names.label(item.id),
        names.table_number(item.table_id),
        names.of("contribution_kind", item.kind),
        item.title,
        names.original(item),
        item.text_minutes,
        item.place,
        names.fields([item.action_field]),
        names.fields(item.further_fields),
        names.all_of("target_group", item.target_groups),
        names.all_of("cross_cutting_theme", item.themes),
        names.cluster_title(item.cluster_id),
        bundle,
        item.mention_count,
        item.has_dissent,
        item.in_idea_store,
        dots.get(item.id),
        names.of("capture_mode", item.capture_mode),
    )


def _internal(item: Contribution, names: Names) -> tuple[CellValue, ...]:
    return (
        names.on_the_clock(item.captured_at),
        item.note,
        item.contains_personal_data,
        _PUBLISH.get(item.publish, item.publish),
    )


def _how_sorted(record: WorkshopRecord, names: Names) -> Paragraph | None:
    """Return how many contributions were sorted into how many clusters."""
    inside = sum(item.cluster_id in names.clusters for item in record.contributions)
    if not inside or len(record.clusters) < _SEVERAL:
        return None
    stored = sum(item.in_idea_store for item in record.contributions)
    number = in_words(len(record.clusters))
    said = f"{in_words(inside, opening=True)} Beiträge wurden zu {number} Themenfeldern geordnet."
    if stored:
        stand = "Beitrag steht" if stored == 1 else "Beiträge stehen"
        said += f" {in_words(stored, opening=True)} {stand} im Themenspeicher."
    return Paragraph(said)


def _unsorted(record: WorkshopRecord, names: Names) -> Block | None:
    """Return how many contributions belong to no cluster, those in the idea store apart."""
    loose = [
        item
        for item in record.contributions
        if item.cluster_id not in names.clusters and not item.in_idea_store
    ]
    if not loose:
        return None
    return Paragraph(f"Noch nicht geordnete Beiträge: {german(len(loose))}.", "note")
