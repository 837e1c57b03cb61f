"""The wall as a room may see it: columns with their newest cards, nothing that is internal."""

from dataclasses import dataclass, replace

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.edition import WITHHELD, published
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services import catalogues, clusters, contributions, participants, records
from quartierdesk.services.projection import ProjectedCard, projected_card
from quartierdesk.store.workspace import Workspace

DEPENDS_ON = frozenset({"workshop", "contribution", "cluster", "bundle", "participant"})
"""Kinds of changes after which the room sees another wall."""

_MOST_CARDS = 10
_NEWEST = (
    "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY cluster_id ORDER BY seq DESC) AS at"
    " FROM contribution WHERE workshop_id = ? AND deleted = 0 AND publish != 'no'"
    f" AND cluster_id IS NOT NULL) WHERE at <= {_MOST_CARDS}"
)
_AMOUNTS = (
    "SELECT cluster_id, count(*) FROM contribution"
    " WHERE workshop_id = ? AND deleted = 0 AND publish != 'no' GROUP BY cluster_id"
)


@dataclass(frozen=True, slots=True)
class ProjectedColumn:
    """A column: its newest cards (newest first), and how many contributions it has."""

    id: str
    title: str
    field: str
    cards: tuple[ProjectedCard, ...]
    contributions: int


@dataclass(frozen=True, slots=True)
class ProjectedWall:
    """The columns from left to right; `unsorted` contributions stand in none of them."""

    columns: tuple[ProjectedColumn, ...]
    unsorted: int

    def changed_since(self, before: "ProjectedWall | None") -> int | None:
        """Return the place of the first column that grew or is new, None where there is none."""
        known = {column.id: column.contributions for column in before.columns} if before else {}
        for place, column in enumerate(self.columns if before is not None else ()):
            if column.contributions > known.get(column.id, -1):
                return place
        return None


def of_workshop(workspace: Workspace, workshop_id: str) -> ProjectedWall:
    """Return the wall of a workshop: only what the public edition may contain."""
    with workspace.reading() as session:
        connection = session.connection()
        amounts: dict[str | None, int] = {
            row[0]: row[1] for row in connection.exec_driver_sql(_AMOUNTS, (workshop_id,))
        }
        newest = [row[0] for row in connection.exec_driver_sql(_NEWEST, (workshop_id,))]
        record = replace(
            records.frame(session, workshop_id),
            participants=tuple(participants.listed(workspace, workshop_id)),
            contributions=tuple(contributions.some(session, newest)),
            bundles=tuple(contributions.bundles_of(session, workshop_id)),
            clusters=tuple(clusters.of_workshop(session, workshop_id)),
        )
        kinds = catalogues.of_workshop(workspace, workshop_id)["contribution_kind"]
    record = published(record)
    columns = tuple(
        ProjectedColumn(
            head.id,
            head.title,
            head.action_field,
            tuple(projected_card(card, kinds) for card in _cards(record, head)),
            amounts.get(head.id, 0),
        )
        for head in record.clusters
    )
    sorted_ones = sum(column.contributions for column in columns)
    return ProjectedWall(columns, sum(amounts.values()) - sorted_ones)


def _cards(record: WorkshopRecord, head: Cluster) -> list[Contribution]:
    """Return the readable cards of a column, newest first; of a bundle one, with its words."""
    words = {bundle.id: bundle.text for bundle in record.bundles}
    found: dict[str, Contribution] = {}
    for card in reversed(record.contributions):
        if card.cluster_id != head.id or card.wording == WITHHELD:
            continue
        bundle = words.get(card.bundle_id or "")
        shown = replace(card, text_minutes=bundle) if bundle else card
        found.setdefault(card.bundle_id or card.id, shown)
    return list(found.values())
