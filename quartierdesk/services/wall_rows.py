"""What the wall reads of contributions: a few columns of every row, never whole objects."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, time
from json import dumps
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from quartierdesk.domain.catalogues import Catalogue, CatalogueEntry
from quartierdesk.domain.clock import on_the_clock, zone_of
from quartierdesk.services import catalogues
from quartierdesk.services.rows import existing, living
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace


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
_SOME_ROWS = (
    f"SELECT {', '.join(CardRow._fields)} FROM contribution"
    " WHERE id IN (SELECT value FROM json_each(?)) AND workshop_id = ? AND deleted = 0"
)
_TARGET_GROUPS = (
    "SELECT g.contribution_id, g.code FROM contribution_target_group g"
    " JOIN contribution c ON c.id = g.contribution_id"
    " WHERE c.workshop_id = ? AND g.deleted = 0 ORDER BY g.position, g.id"
)


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


def card_rows(session: Session, workshop_id: str) -> list[CardRow]:
    """Return the contributions of a workshop in the order of capture."""
    return [CardRow._make(row) for row in _plain(session, _ROWS, workshop_id)]


def some_card_rows(session: Session, workshop_id: str, card_ids: Collection[str]) -> list[CardRow]:
    """Return those of these contributions that stand in a workshop."""
    wanted = dumps(list(card_ids))
    return [CardRow._make(row) for row in _plain(session, _SOME_ROWS, wanted, workshop_id)]


def target_groups(session: Session, workshop_id: str) -> dict[str, list[str]]:
    """Return the codes of the target groups by contribution."""
    found: dict[str, list[str]] = {}
    for contribution_id, code in _plain(session, _TARGET_GROUPS, workshop_id):
        found.setdefault(contribution_id, []).append(code)
    return found


def wall_names(workspace: Workspace, session: Session, workshop_id: str) -> WallNames:
    """Return what codes are called in a workshop."""
    known = catalogues.of_workshop(workspace, workshop_id)
    workshop = existing(session, WorkshopTable, workshop_id, "die Werkstatt")
    tables = living(session, TopicTableTable, TopicTableTable.workshop_id == workshop_id)
    return WallNames(
        kinds=_entries(known["contribution_kind"]),
        fields=_entries(known["action_field"]),
        groups=_entries(known["target_group"]),
        tables={table.id: table.number for table in tables},
        zone=zone_of(workshop.timezone),
    )


def _plain(session: Session, statement: str, *values: str) -> list[tuple[Any, ...]]:
    """Return rows as the driver gives them, without the cost of wrapping each."""
    cursor = session.connection().exec_driver_sql(statement, values).cursor
    return list(cursor.fetchall()) if cursor is not None else []


def _entries(catalogue: Catalogue) -> dict[str, CatalogueEntry]:
    return {entry.code: entry for entry in catalogue.entries}
