"""What many cards at once are read as: a few columns of every row, never whole objects."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from json import dumps
from typing import NamedTuple
from zoneinfo import ZoneInfo

from quartierdesk.domain.catalogues import Catalogue, CatalogueEntry
from quartierdesk.domain.clock import on_the_clock, zone_of
from quartierdesk.domain.contribution import Bundle, Cluster
from quartierdesk.domain.labels import distinct_labels
from quartierdesk.services import catalogue_reading
from quartierdesk.services.plain_rows import living
from quartierdesk.services.workshop_reading import of_id
from quartierdesk.store.plain import Readable, Rows


class CardRow(NamedTuple):
    """What the wall needs of a contribution, as the file has it; `captured_at` is UTC."""

    id: str
    label: str
    title: str
    text_original: str
    text_minutes: str
    kind: str
    action_field: str
    table_id: str | None
    cluster_id: str | None
    bundle_id: str | None
    mention_count: int
    in_idea_store: int
    captured_at: str | None
    seq: int

    @property
    def wording(self) -> str:
        """Return the short heading where there is one, else the smoothed wording."""
        return self.title or self.text_minutes or self.text_original

    def on_the_clock(self, zone: ZoneInfo) -> time | None:
        """Return when it was captured, as a clock in `zone` showed it, to the minute."""
        if self.captured_at is None:
            return None
        moment = datetime.fromisoformat(self.captured_at).replace(tzinfo=UTC)
        return on_the_clock(moment, zone).time().replace(second=0)


# Plain statements, and plain rows of the driver: walls have thousands of cards.
_ROWS = (
    f"SELECT {', '.join(CardRow._fields)} FROM contribution"
    " WHERE workshop_id = ? AND deleted = 0 ORDER BY seq"
)
# By their ids: the plus keeps SQLite from going through the whole workshop.
_SOME_ROWS = (
    f"SELECT {', '.join(CardRow._fields)} FROM contribution"
    " WHERE id IN (SELECT value FROM json_each(?)) AND +workshop_id = ? AND deleted = 0"
)
_TARGET_GROUPS = (
    "SELECT g.contribution_id, g.code FROM contribution_target_group g"
    " JOIN contribution c ON c.id = g.contribution_id"
    " WHERE c.workshop_id = ? AND g.deleted = 0 ORDER BY g.position, g.id"
)

_TABLES = "SELECT id, number FROM topic_table WHERE workshop_id = ? AND deleted = 0"


class WallNames(NamedTuple):
    """What codes stand for, and the clock of the place."""

    kinds: Mapping[str, CatalogueEntry]
    fields: Mapping[str, CatalogueEntry]
    groups: Mapping[str, CatalogueEntry]
    tables: Mapping[str, int]
    zone: ZoneInfo

    def kind(self, code: str) -> CatalogueEntry:
        """Return what is known of a kind; of an unknown one only its code."""
        return self.kinds.get(code) or CatalogueEntry(code, code, code)

    def field(self, code: str) -> CatalogueEntry:
        """Return what is known of an action field."""
        return self.fields.get(code) or CatalogueEntry(code, code, code)

    def group(self, code: str) -> CatalogueEntry:
        """Return what is known of a target group."""
        return self.groups.get(code) or CatalogueEntry(code, code, code)


def card_rows(rows: Rows, workshop_id: str) -> list[CardRow]:
    """Return the contributions of a workshop in the order of capture."""
    return [CardRow._make(row) for row in rows(_ROWS, workshop_id)]


def some_card_rows(rows: Rows, workshop_id: str, card_ids: Collection[str]) -> list[CardRow]:
    """Return those of these contributions that stand in a workshop."""
    wanted = dumps(list(card_ids))
    return [CardRow._make(row) for row in rows(_SOME_ROWS, wanted, workshop_id)]


def target_groups(rows: Rows, workshop_id: str) -> dict[str, list[str]]:
    """Return the codes of the target groups by contribution."""
    found: dict[str, list[str]] = {}
    for contribution_id, code in rows(_TARGET_GROUPS, workshop_id):
        found.setdefault(contribution_id, []).append(code)
    return found


def columns(rows: Rows, workshop_id: str) -> list[Cluster]:
    """Return the clusters of a workshop in the order of the wall, with distinct labels."""
    of_it = "AND workshop_id = ? ORDER BY position, id"
    found = living(rows, Cluster, "cluster", of_it, workshop_id)
    labels = distinct_labels([(each.id, each.label) for each in found])
    return [replace(each, label=labels[each.id]) for each in found]


def bundles(rows: Rows, workshop_id: str, cards: Sequence[CardRow]) -> dict[str, Bundle]:
    """Return the bundles of a workshop that still have some of its `cards`, by id.

    Where the leading card is gone, the oldest one leads.
    """
    members: dict[str, set[str]] = {}
    for card in cards:
        if card.bundle_id is not None:
            members.setdefault(card.bundle_id, set()).add(card.id)
    found = living(rows, Bundle, "bundle", "AND workshop_id = ? ORDER BY id", workshop_id)
    return {
        each.id: each if each.lead_id in inside else replace(each, lead_id=min(inside))
        for each in found
        if (inside := members.get(each.id))
    }


def wall_names(workspace: Readable, rows: Rows, workshop_id: str) -> WallNames:
    """Return what codes are called in a workshop."""
    known = catalogue_reading.of_workshop(workspace, workshop_id)
    return WallNames(
        kinds=_entries(known["contribution_kind"]),
        fields=_entries(known["action_field"]),
        groups=_entries(known["target_group"]),
        tables=dict(rows(_TABLES, workshop_id)),
        zone=zone_of(of_id(rows, workshop_id).timezone),
    )


def _entries(catalogue: Catalogue) -> dict[str, CatalogueEntry]:
    return {entry.code: entry for entry in catalogue.entries}
