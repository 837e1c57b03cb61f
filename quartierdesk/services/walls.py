"""The wall: every column with its cards, as it is shown."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quartierdesk.domain.contribution import Cluster
from quartierdesk.services.wall_cards import CardBook, Cards
from quartierdesk.services.wall_reading import Sources, sources
from quartierdesk.services.wall_rows import CardRow, WallNames, bundles, columns, wall_names
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


@dataclass(frozen=True, slots=True)
class WallReading:
    """A wall, and what it was read from: the next reading begins there."""

    wall: Wall
    sources: Sources


def wall(workspace: Readable, workshop_id: str) -> Wall:
    """Return the wall of a workshop; cards stand in the order of capture.

    The idea store is there only while something lies in it. A card whose cluster is gone stands
    with those that are not sorted yet.
    """
    return read(workspace, workshop_id).wall


def read(workspace: Readable, workshop_id: str, before: WallReading | None = None) -> WallReading:
    """Return the wall of a workshop; only what was touched since `before` is read again.

    Columns in which nothing changed hold the very same cards as before.
    """
    with workspace.plainly() as rows:
        names = wall_names(workspace, rows, workshop_id)
        heads = columns(rows, workshop_id)
        found = sources(rows, workshop_id, before.sources if before else None)
        bundled = bundles(rows, workshop_id, found.cards)
    book = CardBook(names, found.labels, found.groups, bundled)
    known = {_place_of(each): each.cards for each in before.wall.columns} if before else {}
    places = _by_place(found.cards, {head.id for head in heads})
    cards = {place: _cards(known.get(place), book, own) for place, own in places.items()}
    return WallReading(Wall(tuple(_columns(heads, names, cards))), found)


def _columns(
    heads: Sequence[Cluster], names: WallNames, cards: Mapping[_Place, Cards]
) -> Iterator[WallColumn]:
    heap = cards.get(("unsorted", None), Cards())
    yield WallColumn(None, "unsorted", cards=heap, contributions=len(heap.rows))
    for head in heads:
        own = cards.get(("cluster", head.id), Cards())
        field = names.field(head.action_field)
        yield WallColumn(
            head.id,
            "cluster",
            head.title,
            head.label,
            head.action_field,
            field.short,
            field.symbol or "",
            own,
            len(own.rows),
        )
    stored = cards.get(("idea_store", None))
    if stored:
        yield WallColumn(None, "idea_store", cards=stored, contributions=len(stored.rows))


def _cards(before: Cards | None, book: CardBook, rows: Sequence[CardRow]) -> Cards:
    """Return the cards of these rows, those of before where nothing changed."""
    return before if before is not None and before.fits(book, rows) else book.together(rows)


def _place_of(column: WallColumn) -> _Place:
    return column.kind, column.id


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
