"""The wall: every column with its cards, as it is shown."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.labels import distinct_labels
from quartierdesk.services.wall_cards import CardBook, Cards
from quartierdesk.services.wall_rows import (
    CardRow,
    WallNames,
    bundles,
    card_rows,
    columns,
    target_groups,
    wall_names,
)
from quartierdesk.store.plain import Readable

ColumnKind = Literal["unsorted", "cluster", "idea_store"]

_Place = tuple[ColumnKind, str | None]


@dataclass(frozen=True, slots=True)
class WallColumn:
    """A column of the wall; `id` is that of the cluster, None for the heap and the idea store.

    `contributions` is how many contributions the column holds, each bundled one counted.
    """

    id: str | None
    kind: ColumnKind
    title: str = ""
    label: str = ""
    field_code: str = ""
    field_name: str = ""
    field_sign: str = ""
    cards: Cards = dataclasses.field(default_factory=Cards)
    contributions: int = 0


@dataclass(frozen=True, slots=True)
class Wall:
    """The columns from left to right: what is not sorted yet, the clusters, the idea store."""

    columns: tuple[WallColumn, ...]

    @property
    def sorted_contributions(self) -> int:
        """Return how many contributions have found their column."""
        return sum(column.contributions for column in self.columns if column.kind != "unsorted")


def wall(workspace: Readable, workshop_id: str) -> Wall:
    """Return the wall of a workshop; cards stand in the order of capture.

    The idea store is there only while something lies in it. A card whose cluster is gone stands
    with those that are not sorted yet.
    """
    with workspace.plainly() as rows:
        names = wall_names(workspace, rows, workshop_id)
        heads = columns(rows, workshop_id)
        cards = card_rows(rows, workshop_id)
        bundled = bundles(rows, workshop_id, cards)
        groups = target_groups(rows, workshop_id)
    labels = distinct_labels((card.id, card.label) for card in cards)
    book = CardBook(names, labels, groups, bundled)
    places = _by_place(cards, {head.id for head in heads})
    return Wall(tuple(_columns(heads, names, places, book)))


def _columns(
    heads: Sequence[Cluster],
    names: WallNames,
    places: dict[_Place, list[CardRow]],
    book: CardBook,
) -> Iterator[WallColumn]:
    heap = places.get(("unsorted", None), [])
    yield WallColumn(None, "unsorted", cards=book.together(heap), contributions=len(heap))
    for head in heads:
        rows = places.get(("cluster", head.id), [])
        field = names.field(head.action_field)
        yield WallColumn(
            head.id,
            "cluster",
            head.title,
            head.label,
            head.action_field,
            field.short,
            field.symbol or "",
            book.together(rows),
            len(rows),
        )
    stored = places.get(("idea_store", None), [])
    if stored:
        yield WallColumn(None, "idea_store", cards=book.together(stored), contributions=len(stored))


def _by_place(rows: Sequence[CardRow], known: set[str]) -> dict[_Place, list[CardRow]]:
    places: dict[_Place, list[CardRow]] = {}
    for row in rows:
        place: _Place = ("unsorted", None)
        if row.cluster_id in known:
            place = ("cluster", row.cluster_id)
        elif row.in_idea_store:
            place = ("idea_store", None)
        places.setdefault(place, []).append(row)
    return places
