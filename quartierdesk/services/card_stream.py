"""The stream of cards of a workshop: in the order of capture, filtered, page by page, counted."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import UTC, datetime
from typing import Any

from quartierdesk.domain.labels import distinct_labels
from quartierdesk.domain.text import clean, search_variants
from quartierdesk.services.plain_rows import marks
from quartierdesk.store.plain import Readable, Rows

_LONGEST_SEARCH = 1_000
_CHUNK = 500

_OF_IT = "c.workshop_id = ? AND c.deleted = 0"
"""The living cards of a workshop; its id is the first parameter."""

_TABLES = "SELECT id, number, topic FROM topic_table WHERE workshop_id = ? AND deleted = 0"
_COUNTS = (
    "SELECT c.kind, c.action_field, c.table_id, COUNT(*), SUM(c.mention_count)"
    f" FROM contribution c WHERE {_OF_IT} GROUP BY c.kind, c.action_field, c.table_id"
)
_REPEATED = (
    f"SELECT c.label FROM contribution c WHERE {_OF_IT} GROUP BY c.label HAVING COUNT(*) > 1"
)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as the stream shows it; `seq` is its place in the order of capture."""

    seq: int
    id: str
    label: str
    text_original: str
    text_minutes: str
    title: str
    kind: str
    table: int | None
    captured_at: datetime | None
    place: str
    mention_count: int
    has_dissent: bool
    in_idea_store: bool
    needs_clarification: bool
    contains_personal_data: bool
    publish: str
    fields: tuple[str, ...]
    groups: tuple[str, ...]
    photos: int


@dataclass(frozen=True, slots=True)
class CardFilter:
    """Which cards to show; what is empty or None does not matter.

    `text` are words that must occur. `kind`, `field` and `group` are codes, "-" asks for cards
    without one. `mark` is the name of a flag of the contribution, „unpublished“ or „photo“.
    """

    text: str = ""
    kind: str = ""
    table: int | None = None
    field: str = ""
    group: str = ""
    mark: str = ""

    @property
    def wants_all(self) -> bool:
        """Tell whether nothing is filtered."""
        return self == CardFilter()


_PLAIN = tuple(
    field.name
    for field in dataclass_fields(CardRow)
    if field.name not in ("seq", "table", "fields", "groups", "photos")
)

_FLAGS = ("has_dissent", "in_idea_store", "needs_clarification", "contains_personal_data")
"""Those of them that are true or false."""

NOTHING = "-"
"""Stands in a filter for cards of which something is not said."""


@dataclass(frozen=True, slots=True)
class TableCount:
    """A table of the workshop and how many cards it has."""

    number: int
    topic: str
    cards: int


@dataclass(frozen=True, slots=True)
class CardCounts:
    """How many cards a workshop has: in all, by code of kind and of field, and by table."""

    cards: int
    mentions: int
    kinds: Mapping[str, int]
    fields: Mapping[str, int]
    tables: tuple[TableCount, ...]


def positions(
    workspace: Readable, workshop_id: str, wanted: CardFilter = CardFilter()
) -> tuple[int, ...]:
    """Return the places of the wanted cards in the order of capture."""
    conditions = list(_conditions(wanted))
    where = " AND ".join([_OF_IT, *(sql for sql, _ in conditions)])
    values = [value for _, more in conditions for value in more]
    # One text instead of a row for each card: three times as fast with ten thousand of them.
    query = f"SELECT group_concat(c.seq) FROM contribution c WHERE {where}"
    with workspace.plainly() as rows:
        joined = rows(query, workshop_id, *values)[0][0]
    return tuple(sorted(map(int, joined.split(",")))) if joined else ()


def cards(
    workspace: Readable,
    workshop_id: str,
    places: Sequence[int],
    labels: Mapping[str, str] | None = None,
) -> list[CardRow]:
    """Return the cards at these places that there (still) are, with distinct labels.

    `labels` is what `repeated_labels` returned, where somebody has it already.
    """
    columns = ", ".join(f"c.{name}" for name in ("seq", "action_field", "table_id", *_PLAIN))
    query = f"SELECT {columns} FROM contribution c WHERE {_OF_IT} AND c.seq IN {marks(len(places))}"
    with workspace.plainly() as rows:
        found = rows(f"{query} ORDER BY c.seq", workshop_id, *places)
        read = [(row, _plain(row)) for row in found]
        if labels is None:
            labels = _repeated(rows, workshop_id, {plain["label"] for _, plain in read})
        beside = _beside(rows, workshop_id, [plain["id"] for _, plain in read])
    return [
        CardRow(
            seq=row[0],
            table=beside.tables.get(row[2]),
            fields=((row[1],) if row[1] else ()) + beside.fields[plain["id"]],
            groups=beside.groups[plain["id"]],
            photos=beside.photos.get(plain["id"], 0),
            **plain | {"label": labels.get(plain["id"], plain["label"])},
        )
        for row, plain in read
    ]


def repeated_labels(workspace: Readable, workshop_id: str) -> dict[str, str]:
    """Return distinct labels by id, of those cards whose label another card has as well."""
    with workspace.plainly() as rows:
        found = {row[0] for row in rows(_REPEATED, workshop_id)}
        return _repeated(rows, workshop_id, found)


def ids(workspace: Readable, workshop_id: str, places: Sequence[int]) -> list[str]:
    """Return the ids of the cards at these places, in the order of capture."""
    found: dict[int, str] = {}
    query = f"SELECT c.seq, c.id FROM contribution c WHERE {_OF_IT} AND c.seq IN "
    with workspace.plainly() as rows:
        for start in range(0, len(places), _CHUNK):
            chunk = places[start : start + _CHUNK]
            found.update(rows(query + marks(len(chunk)), workshop_id, *chunk))
    return [found[place] for place in sorted(found)]


def place_of(workspace: Readable, contribution_id: str) -> int | None:
    """Return the place of a card in the order of capture, None where it is gone."""
    query = "SELECT seq FROM contribution WHERE id = ? AND deleted = 0"
    with workspace.plainly() as rows:
        found = rows(query, contribution_id)
    return found[0][0] if found else None


def counts(workspace: Readable, workshop_id: str) -> CardCounts:
    """Return how many cards there are, by kind, leading field and table."""
    kinds: dict[str, int] = {}
    fields: dict[str, int] = {}
    tables: dict[str | None, int] = {}
    mentions = 0
    with workspace.plainly() as rows:
        for kind, field, table_id, amount, mentioned in rows(_COUNTS, workshop_id):
            kinds[kind] = kinds.get(kind, 0) + amount
            fields[field] = fields.get(field, 0) + amount
            tables[table_id] = tables.get(table_id, 0) + amount
            mentions += mentioned
        there = rows(f"{_TABLES} ORDER BY id", workshop_id)
    counted = [TableCount(number, topic, tables.get(key, 0)) for key, number, topic in there]
    counted.sort(key=lambda each: each.number)
    return CardCounts(sum(kinds.values()), mentions, kinds, fields, tuple(counted))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in other tables than the cards themselves, by id of the card (or table)."""

    tables: Mapping[str, int]
    fields: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    photos: Mapping[str, int]


def _plain(row: Sequence[Any]) -> dict[str, Any]:
    """Return the fields of a card that stand in its own row, by name."""
    found = dict(zip(_PLAIN, row[3:], strict=True))
    for name in _FLAGS:
        found[name] = bool(found[name])
    captured = found["captured_at"]
    if captured is not None:
        found["captured_at"] = datetime.fromisoformat(captured).replace(tzinfo=UTC)
    return found


def _beside(rows: Rows, workshop_id: str, ids: Sequence[str]) -> _Beside:
    photos = (
        "SELECT contribution_id, COUNT(*) FROM photo WHERE deleted = 0"
        f" AND contribution_id IN {marks(len(ids))} GROUP BY contribution_id"
    )
    return _Beside(
        tables={key: number for key, number, _ in rows(_TABLES, workshop_id)},
        fields=_codes(rows, "contribution_field", ids),
        groups=_codes(rows, "contribution_target_group", ids),
        photos=dict(rows(photos, *ids)),
    )


def _repeated(rows: Rows, workshop_id: str, labels: Set[str]) -> dict[str, str]:
    """Return distinct labels by id for the cards that have one of these labels."""
    if not labels:
        return {}
    query = f"SELECT c.id, c.label FROM contribution c WHERE {_OF_IT} AND c.label IN "
    found = rows(query + marks(len(labels)), workshop_id, *labels)
    return distinct_labels((key, label) for key, label in found)


def _codes(rows: Rows, table: str, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    query = (
        f"SELECT contribution_id, code FROM {table} WHERE deleted = 0"
        f" AND contribution_id IN {marks(len(ids))} ORDER BY position, id"
    )
    found: dict[str, tuple[str, ...]] = dict.fromkeys(ids, ())
    for card_id, code in rows(query, *ids):
        found[card_id] += (code,)
    return found


_Condition = tuple[str, tuple[object, ...]]
"""A condition on the card `c`, and its parameters."""


def _conditions(wanted: CardFilter) -> Iterator[_Condition]:
    for word in clean(wanted.text[:_LONGEST_SEARCH], "Suche").split():
        spellings = tuple(search_variants(word))
        yield f"({' OR '.join(['instr(c.folded, ?) > 0'] * len(spellings))})", spellings
    if wanted.kind:
        yield "c.kind = ?", ("" if wanted.kind == NOTHING else wanted.kind,)
    if wanted.table is not None:
        there = "SELECT 1 FROM topic_table t WHERE t.id = c.table_id AND t.number = ?"
        yield f"EXISTS ({there} AND t.deleted = 0)", (wanted.table,)
    yield from _link_conditions(wanted)
    if wanted.mark:
        yield _MARK_CONDITIONS[wanted.mark], ()


def _link_conditions(wanted: CardFilter) -> Iterator[_Condition]:
    fields, groups = _linked("contribution_field"), _linked("contribution_target_group")
    if wanted.field == NOTHING:
        yield "c.action_field = ''", ()
    elif wanted.field:
        further = f"EXISTS ({fields} AND l.code = ?)"
        yield f"(c.action_field = ? OR {further})", (wanted.field, wanted.field)
    if wanted.group == NOTHING:
        yield f"NOT EXISTS ({groups})", ()
    elif wanted.group:
        yield f"EXISTS ({groups} AND l.code = ?)", (wanted.group,)


def _linked(link: str) -> str:
    return f"SELECT 1 FROM {link} l WHERE l.contribution_id = c.id AND l.deleted = 0"


_MARK_CONDITIONS: Mapping[str, str] = {
    "has_dissent": "c.has_dissent",
    "in_idea_store": "c.in_idea_store",
    "needs_clarification": "c.needs_clarification",
    "contains_personal_data": "c.contains_personal_data",
    "unpublished": "c.publish = 'no'",
    "photo": f"EXISTS ({_linked('photo')})",
}

MARKS = tuple(_MARK_CONDITIONS)
"""What cards can be filtered by beside their catalogues."""
