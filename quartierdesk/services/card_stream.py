"""The stream of cards of a workshop: in the order of capture, filtered, page by page, counted."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from quartierdesk.domain.labels import distinct_labels
from quartierdesk.domain.text import clean, search_variants
from quartierdesk.services.rows import living
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.contributions import (
    ContributionField,
    ContributionTargetGroup,
    Photo,
)
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.workspace import Workspace

Link = type[ContributionField] | type[ContributionTargetGroup]

_SEQ = ContributionTable.__table__.c.seq
_LONGEST_SEARCH = 1_000
_CHUNK = 500


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
    workspace: Workspace, workshop_id: str, wanted: CardFilter = CardFilter()
) -> tuple[int, ...]:
    """Return the places of the wanted cards in the order of capture."""
    found = select(_SEQ).where(*_living(workshop_id), *_conditions(wanted)).subquery()
    # One text instead of a row for each card: three times as fast with ten thousand of them.
    with workspace.reading() as session:
        joined = session.scalar(select(func.group_concat(found.c.seq)))
    return tuple(sorted(map(int, joined.split(",")))) if joined else ()


def cards(
    workspace: Workspace,
    workshop_id: str,
    places: Sequence[int],
    labels: Mapping[str, str] | None = None,
) -> list[CardRow]:
    """Return the cards at these places that there (still) are, with distinct labels.

    `labels` is what `repeated_labels` returned, where somebody has it already.
    """
    columns = ContributionTable.__table__.c
    query = select(*(columns[name] for name in ("seq", "action_field", "table_id", *_PLAIN)))
    query = query.where(*_living(workshop_id), _SEQ.in_(places)).order_by(_SEQ)
    with workspace.reading() as session:
        rows = session.execute(query).all()
        if labels is None:
            labels = _repeated(session, workshop_id, {row.label for row in rows})
        beside = _beside(session, workshop_id, [row.id for row in rows])
    return [
        CardRow(
            seq=row.seq,
            table=beside.tables.get(row.table_id),
            fields=((row.action_field,) if row.action_field else ()) + beside.fields[row.id],
            groups=beside.groups[row.id],
            photos=beside.photos.get(row.id, 0),
            **{name: getattr(row, name) for name in _PLAIN}
            | {"label": labels.get(row.id, row.label)},
        )
        for row in rows
    ]


def repeated_labels(workspace: Workspace, workshop_id: str) -> dict[str, str]:
    """Return distinct labels by id, of those cards whose label another card has as well."""
    label = ContributionTable.label
    query = select(label).where(*_living(workshop_id)).group_by(label).having(func.count() > 1)
    with workspace.reading() as session:
        return _repeated(session, workshop_id, set(session.scalars(query)))


def ids(workspace: Workspace, workshop_id: str, places: Sequence[int]) -> list[str]:
    """Return the ids of the cards at these places, in the order of capture."""
    found: dict[int, str] = {}
    with workspace.reading() as session:
        for start in range(0, len(places), _CHUNK):
            chunk = _SEQ.in_(places[start : start + _CHUNK])
            query = select(_SEQ, ContributionTable.id).where(*_living(workshop_id), chunk)
            found.update((row[0], row[1]) for row in session.execute(query))
    return [found[place] for place in sorted(found)]


def place_of(workspace: Workspace, contribution_id: str) -> int | None:
    """Return the place of a card in the order of capture, None where it is gone."""
    alive = (ContributionTable.id == contribution_id, ContributionTable.deleted.is_(False))
    with workspace.reading() as session:
        place: int | None = session.scalar(select(_SEQ).where(*alive))
        return place


def counts(workspace: Workspace, workshop_id: str) -> CardCounts:
    """Return how many cards there are, by kind, leading field and table."""
    table = ContributionTable
    groups = (table.kind, table.action_field, table.table_id)
    query = select(*groups, func.count(), func.sum(table.mention_count))
    query = query.where(*_living(workshop_id)).group_by(*groups)
    kinds: dict[str, int] = {}
    fields: dict[str, int] = {}
    tables: dict[str | None, int] = {}
    mentions = 0
    with workspace.reading() as session:
        for kind, field, table_id, amount, mentioned in session.execute(query):
            kinds[kind] = kinds.get(kind, 0) + amount
            fields[field] = fields.get(field, 0) + amount
            tables[table_id] = tables.get(table_id, 0) + amount
            mentions += mentioned
        there = living(session, TopicTableTable, TopicTableTable.workshop_id == workshop_id)
        counted = [TableCount(row.number, row.topic, tables.get(row.id, 0)) for row in there]
    counted.sort(key=lambda each: each.number)
    return CardCounts(sum(kinds.values()), mentions, kinds, fields, tuple(counted))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in other tables than the cards themselves, by id of the card (or table)."""

    tables: Mapping[str, int]
    fields: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    photos: Mapping[str, int]


def _beside(session: Session, workshop_id: str, ids: Sequence[str]) -> _Beside:
    tables = living(session, TopicTableTable, TopicTableTable.workshop_id == workshop_id)
    of_them = Photo.contribution_id.in_(ids) & Photo.deleted.is_(False)
    photos = select(Photo.contribution_id, func.count()).where(of_them)
    counted = session.execute(photos.group_by(Photo.contribution_id))
    return _Beside(
        tables={row.id: row.number for row in tables},
        fields=_codes(session, ContributionField, ids),
        groups=_codes(session, ContributionTargetGroup, ids),
        photos={card_id: amount for card_id, amount in counted if card_id},
    )


def _repeated(session: Session, workshop_id: str, labels: Set[str]) -> dict[str, str]:
    """Return distinct labels by id for the cards that have one of these labels."""
    if not labels:
        return {}
    table = ContributionTable
    query = select(table.id, table.label).where(*_living(workshop_id), table.label.in_(labels))
    return distinct_labels((row.id, row.label) for row in session.execute(query))


def _codes(session: Session, table: Link, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    query = select(table.contribution_id, table.code).where(
        table.contribution_id.in_(ids), table.deleted.is_(False)
    )
    found: dict[str, tuple[str, ...]] = dict.fromkeys(ids, ())
    for card_id, code in session.execute(query.order_by(table.position, table.id)):
        found[card_id] += (code,)
    return found


def _living(workshop_id: str) -> tuple[ColumnElement[bool], ...]:
    return (ContributionTable.workshop_id == workshop_id, ContributionTable.deleted.is_(False))


def _conditions(wanted: CardFilter) -> list[ColumnElement[bool]]:
    table = ContributionTable
    found: list[ColumnElement[bool]] = []
    for word in clean(wanted.text[:_LONGEST_SEARCH], "Suche").split():
        spellings = [func.instr(table.folded, variant) > 0 for variant in search_variants(word)]
        found.append(or_(*spellings))
    if wanted.kind:
        found.append(table.kind == ("" if wanted.kind == NOTHING else wanted.kind))
    if wanted.table is not None:
        number = and_(TopicTableTable.number == wanted.table, TopicTableTable.deleted.is_(False))
        found.append(exists().where(TopicTableTable.id == table.table_id, number))
    found += _link_conditions(wanted)
    if wanted.mark:
        found.append(_mark_condition(wanted.mark))
    return found


def _link_conditions(wanted: CardFilter) -> list[ColumnElement[bool]]:
    table = ContributionTable
    found: list[ColumnElement[bool]] = []
    if wanted.field == NOTHING:
        found.append(table.action_field == "")
    elif wanted.field:
        further = _linked(ContributionField, wanted.field)
        found.append((table.action_field == wanted.field) | further)
    if wanted.group == NOTHING:
        found.append(~_linked(ContributionTargetGroup))
    elif wanted.group:
        found.append(_linked(ContributionTargetGroup, wanted.group))
    return found


def _linked(link: Link, code: str | None = None) -> ColumnElement[bool]:
    alive = [link.contribution_id == ContributionTable.id, link.deleted.is_(False)]
    return exists().where(*alive, *([link.code == code] if code is not None else []))


def _mark_condition(mark: str) -> ColumnElement[bool]:
    table = ContributionTable
    flags: Mapping[str, ColumnElement[bool]] = {
        "has_dissent": table.has_dissent.is_(True),
        "in_idea_store": table.in_idea_store.is_(True),
        "needs_clarification": table.needs_clarification.is_(True),
        "contains_personal_data": table.contains_personal_data.is_(True),
        "unpublished": table.publish == "no",
        "photo": exists().where(Photo.contribution_id == table.id, Photo.deleted.is_(False)),
    }
    return flags[mark]


MARKS = (
    "has_dissent",
    "in_idea_store",
    "needs_clarification",
    "contains_personal_data",
    "unpublished",
    "photo",
)
"""What cards can be filtered by beside their catalogues."""
