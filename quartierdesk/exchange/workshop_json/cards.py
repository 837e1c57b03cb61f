"""What people said in the file, and how it is ordered: contributions, clusters, bundles, SWOT."""

from collections.abc import Mapping

from quartierdesk.domain.contribution import Bundle, Cluster, Contribution, Photo, SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.wording import grouped
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Row, read_row, references, write_row
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.section import Section, as_line, as_section

QUADRANTS = {
    "strengths": "strength",
    "weaknesses": "weakness",
    "opportunities": "opportunity",
    "threats": "threat",
}
"""Members of the SWOT section and the quadrants they hold."""


def read_contributions(root: Section, names: Names) -> tuple[Contribution, ...]:
    """Return what people said."""
    stored = references("contributions")
    in_store = root.get("idea_store", lambda value, place: stored.read(value, place, names))
    idea_store = frozenset(in_store or ())
    found = []
    for section in root.sections("contributions"):
        label = section.require("id", as_line)
        identity = names.by_name["contributions"][label]
        values = read_row(section, rows.CONTRIBUTION, names)
        found.append(Contribution(identity, label, in_idea_store=identity in idea_store, **values))
    return tuple(found)


def write_contributions(
    record: WorkshopRecord, names: Names, table_dots: Mapping[str, int]
) -> list[Row]:
    """Return what people said; `table_dots` are the dots of the round at the tables by id."""
    public = record.edition == "public"
    found = []
    for card in record.contributions:
        handed_in: Row = {"id": names.of("contributions", card.id)}
        handed_in |= {"dots": table_dots[card.id]} if card.id in table_dots else {}
        found.append(write_row(card, rows.CONTRIBUTION, names, handed_in, public=public))
    return found


def read_clusters(
    root: Section, names: Names, cards: tuple[Contribution, ...], warnings: list[str]
) -> tuple[Cluster, ...]:
    """Return the columns of the wall; which card hangs where the cards themselves say."""
    belongs = {card.id: card.cluster_id for card in cards}
    labels = {card.id: card.label for card in cards}
    found = []
    for position, section in enumerate(root.sections("clusters")):
        label = section.require("id", as_line)
        identity = names.by_name["clusters"][label]
        values = read_row(section, rows.CLUSTER, names)
        found.append(Cluster(identity, label, position=position, **values))
        for value, place in section.items("contributions"):
            card = names.find("contributions", value, place)
            if belongs[card] != identity:
                warnings.append(
                    f"Das Themenfeld „{label}“ nennt den Beitrag „{labels[card]}“, der sich selbst"
                    " nicht dazu zählt; es gilt, was beim Beitrag steht."
                )
    return tuple(found)


def write_clusters(
    record: WorkshopRecord,
    names: Names,
    table_dots: Mapping[str, int] | None,
    plenary: Mapping[str, Row],
) -> list[Row]:
    """Return the columns of the wall with their dots.

    `table_dots` as with `write_contributions`, None without such a round; `plenary` are dots,
    share and rank of the plenary round by cluster. What was not asked for is null.
    """
    hanging: dict[str | None, list[str]] = {}
    for card in record.contributions:
        hanging.setdefault(card.cluster_id, []).append(card.id)
    found = []
    for cluster in record.clusters:
        cards = hanging.get(cluster.id, [])
        handed_in: Row = {
            "id": names.of("clusters", cluster.id),
            "contributions": [names.of("contributions", card) for card in cards],
            "contribution_count": len(cards),
            "table_dots": None,
            **dict.fromkeys(("plenary_dots", "share_pct", "rank")),
            **plenary.get(cluster.id, {}),
        }
        if table_dots is not None:
            handed_in["table_dots"] = sum(table_dots.get(card, 0) for card in cards)
        found.append(write_row(cluster, rows.CLUSTER, names, handed_in))
    return found


def read_bundles(root: Section, names: Names) -> tuple[Bundle, ...]:
    """Return what says the same."""
    return tuple(
        Bundle(
            names.by_name["bundles"][section.require("id", as_line)],
            **read_row(section, rows.BUNDLE, names),
        )
        for section in root.sections("bundles")
    )


def write_bundles(record: WorkshopRecord, names: Names) -> list[Row]:
    """Return what says the same."""
    return [
        write_row(bundle, rows.BUNDLE, names, {"id": names.of("bundles", bundle.id)})
        for bundle in record.bundles
    ]


def read_swot(root: Section, names: Names) -> tuple[SwotStatement, ...]:
    """Return the statements: the name of a contribution, or an object with words."""
    section = root.section("swot")
    stated = [
        (quadrant, _statement(value, place, names))
        for key, quadrant in QUADRANTS.items()
        for value, place in section.items(key)
    ]
    return tuple(
        SwotStatement(new_id(), quadrant, position=position, **values)
        for position, (quadrant, values) in enumerate(stated)
    )


def write_swot(record: WorkshopRecord, names: Names) -> Row:
    """Return the statements by quadrant, without those about a contribution that is gone."""
    found: dict[str, list[Json]] = {key: [] for key in QUADRANTS}
    keys = {quadrant: key for key, quadrant in QUADRANTS.items()}
    for statement in record.swot:
        card = names.of("contributions", statement.contribution_id)
        if statement.text or not statement.contribution_id:
            found[keys[statement.quadrant]].append(write_row(statement, rows.SWOT_STATEMENT, names))
        elif card is not None:
            found[keys[statement.quadrant]].append(card)
    return dict(found)


def read_photos(root: Section, names: Names, warnings: list[str]) -> tuple[Photo, ...]:
    """Return what the file says about pictures; they themselves are not in it."""
    sections = root.sections("photos")
    if sections:
        counted = "ein Bild" if len(sections) == 1 else f"{grouped(len(sections))} Bilder"
        warnings.append(f"Die Datei nennt {counted}, enthält aber keine Bilddateien.")
    return tuple(
        Photo(new_id(), position=position, **read_row(section, rows.PHOTO, names))
        for position, section in enumerate(sections)
    )


def _statement(value: Json, place: str, names: Names) -> dict[str, str]:
    if isinstance(value, str):
        return {"contribution_id": names.find("contributions", value, place)}
    return read_row(as_section(value, place), rows.SWOT_STATEMENT, names)
