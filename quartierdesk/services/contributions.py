"""Contributions: captured, edited, sorted into fields and groups, bundled and split again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quartierdesk.domain.contribution import Bundle, Contribution
from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.labels import distinct_labels, parse_label
from quartierdesk.domain.rounding import german
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.services.card_numbers import Numbering
from quartierdesk.services.contribution_rules import (
    distinct_codes,
    refuse_impossible_contribution,
    refuse_missing_workshop,
    table_numbers,
)
from quartierdesk.services.rows import (
    ensure_all,
    existing,
    existing_all,
    frozen,
    gone,
    living,
    new_row,
    write_differences,
)
from quartierdesk.services.workshop_lists import refuse_impossible_table
from quartierdesk.store.schema.contributions import Bundle as BundleTable
from quartierdesk.store.schema.contributions import Cluster as ClusterTable
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.contributions import (
    ContributionField,
    ContributionTargetGroup,
    ContributionTheme,
)
from quartierdesk.store.schema.frame import TopicTable as TopicTableTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

Link = type[ContributionField] | type[ContributionTargetGroup] | type[ContributionTheme]

_THE = "den Beitrag"
_LINKS: dict[str, Link] = {
    "further_fields": ContributionField,
    "target_groups": ContributionTargetGroup,
    "themes": ContributionTheme,
}
# Columns, not mapped objects: a workshop has thousands of them, and they are only read.
_COLUMNS: Mapping[str, InstrumentedAttribute[Any]] = {
    field.name: getattr(ContributionTable, field.name)
    for field in fields(Contribution)
    if field.name not in _LINKS
}


def capture(workspace: Workspace, workshop_id: str, contribution: Contribution) -> Contribution:
    """Store one contribution durably and return it with its label and moment of capture."""
    with workspace.transaction("Beitrag erfasst") as session:
        return _add(session, workshop_id, [contribution])[0]


def capture_many(
    workspace: Workspace, workshop_id: str, contributions: Sequence[Contribution]
) -> list[Contribution]:
    """Store several contributions as one operation, all or none of them."""
    with workspace.transaction(_amount(contributions, "erfasst")) as session:
        return _add(session, workshop_id, contributions)


def edit(workspace: Workspace, before: Contribution, after: Contribution) -> None:
    """Store what `after` changes in `before`, links to fields and groups included."""
    refuse_impossible_contribution(after)
    if before.label and not after.label.strip():
        raise UserError("Ein Beitrag braucht eine Nummer.", "Bitte lassen Sie die Nummer stehen.")
    with workspace.transaction("Beitrag bearbeitet") as session:
        row = existing(session, ContributionTable, before.id, _THE)
        known = {before.table_id, before.cluster_id, before.bundle_id}
        table_numbers(session, row.workshop_id, [after], known)
        write_differences(row, before, after)
        if after.label != before.label:
            row.series, row.number = parse_label(row.label)
        for name, table in _LINKS.items():
            _relink(session, table, row.id, getattr(before, name), getattr(after, name))


def remove(workspace: Workspace, contribution_ids: Iterable[str]) -> None:
    """Delete contributions; undo brings them back."""
    wanted = list(contribution_ids)
    with workspace.transaction(_amount(wanted, "gelöscht")) as session:
        for row in existing_all(session, ContributionTable, wanted, _THE):
            row.deleted = True


def set_kind(workspace: Workspace, contribution_ids: Iterable[str], kind: str) -> None:
    """Say of contributions which kind they are; "" takes it away."""
    wanted = list(contribution_ids)
    of_them = "eines Beitrags" if len(wanted) == 1 else f"von {german(len(wanted))} Beiträgen"
    with workspace.transaction(f"Art {of_them} geändert") as session:
        for row in existing_all(session, ContributionTable, wanted, _THE):
            row.kind = kind


def move_to_table(
    workspace: Workspace, workshop_id: str, contribution_ids: Iterable[str], number: int | None
) -> None:
    """Say of contributions at which table they were said; their labels stay as they are."""
    wanted = list(contribution_ids)
    where = "ohne Tisch" if number is None else f"an Tisch {number}"
    amount = "1 Beitrag" if len(wanted) == 1 else f"{german(len(wanted))} Beiträge"
    with workspace.transaction(f"{amount} jetzt {where}") as session:
        place = None if number is None else table_id(workspace, workshop_id, number)
        for row in existing_all(session, ContributionTable, wanted, _THE):
            row.table_id = place


def mention_again(workspace: Workspace, contribution_id: str) -> int:
    """Count one more mention of the same thought and return how many there are now."""
    with workspace.transaction("Mehrfachnennung gezählt") as session:
        row = existing(session, ContributionTable, contribution_id, _THE)
        row.mention_count += 1
        return row.mention_count


def bundle(workspace: Workspace, contribution_ids: Sequence[str], text: str) -> Bundle:
    """Bundle contributions that say the same under one wording; every original is kept.

    The first contribution leads; without a text its wording is that of the bundle. Contributions
    of other bundles move into the new one.
    """
    if len(set(contribution_ids)) < 2:
        raise UserError(
            "Zum Bündeln sind mindestens zwei Beiträge nötig.",
            "Bitte wählen Sie noch einen Beitrag aus.",
        )
    with workspace.transaction("Beiträge gebündelt") as session:
        rows = existing_all(session, ContributionTable, contribution_ids, _THE)
        if len({row.workshop_id for row in rows}) > 1:
            raise UserError(
                "Nur Beiträge derselben Werkstatt lassen sich bündeln.",
                "Bitte wählen Sie Beiträge einer einzigen Werkstatt aus.",
            )
        wording = text.strip() or rows[0].text_minutes or rows[0].text_original
        made = Bundle(new_id(), wording, rows[0].id)
        session.add(new_row(BundleTable, made, workshop_id=rows[0].workshop_id))
        for row in rows:
            row.bundle_id = made.id
    return made


def add_bundles(workspace: Workspace, workshop_id: str, bundles: Iterable[Bundle]) -> None:
    """Store bundles whose contributions come with them or are there already."""
    with workspace.transaction("Beiträge gebündelt") as session:
        for each in bundles:
            session.add(new_row(BundleTable, each, workshop_id=workshop_id))


def split_bundle(workspace: Workspace, bundle_id: str) -> None:
    """Take a bundle apart; its contributions stand alone again."""
    with workspace.transaction("Bündel aufgelöst") as session:
        existing(session, BundleTable, bundle_id, "das Bündel").deleted = True
        for row in living(session, ContributionTable, ContributionTable.bundle_id == bundle_id):
            row.bundle_id = None


def get(workspace: Workspace, contribution_id: str) -> Contribution:
    """Return one contribution with its label as it is stored."""
    with workspace.reading() as session:
        row = existing(session, ContributionTable, contribution_id, _THE)
        links = {
            name: tuple(
                link.code
                for link in living(session, table, table.contribution_id == contribution_id)
            )
            for name, table in _LINKS.items()
        }
        return frozen(Contribution, row, **links)


def workshop_of(session: Session, contribution_id: str) -> str:
    """Return the id of the workshop of a contribution."""
    return existing(session, ContributionTable, contribution_id, _THE).workshop_id


def next_label(workspace: Workspace, workshop_id: str, table_number: int | None) -> str:
    """Return the label that the next card at a table (or without one) gets."""
    with workspace.reading() as session:
        return Numbering(session, workshop_id, ()).next_label(table_number)


def listed(workspace: Workspace, workshop_id: str) -> list[Contribution]:
    """Return the contributions of a workshop in the order of capture, with distinct labels."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Contribution]:
    """Return the contributions of a workshop.

    Tables, clusters and bundles that are gone read as None.
    """
    table = ContributionTable
    query = select(*_COLUMNS.values()).where(
        table.workshop_id == workshop_id, table.deleted.is_(False)
    )
    rows = session.execute(query.order_by(table.id)).all()
    labels = distinct_labels([(row.id, row.label) for row in rows])
    no_more: dict[str, set[str]] = {
        "table_id": gone(session, TopicTableTable, TopicTableTable.workshop_id == workshop_id),
        "cluster_id": gone(session, ClusterTable, ClusterTable.workshop_id == workshop_id),
        "bundle_id": gone(session, BundleTable, BundleTable.workshop_id == workshop_id),
    }
    links = {name: _links(session, link, workshop_id) for name, link in _LINKS.items()}
    return [_read(row, labels, no_more, links) for row in rows]


def _read(
    row: Sequence[Any],
    labels: Mapping[str, str],
    no_more: Mapping[str, Collection[str]],
    links: Mapping[str, Mapping[str, Sequence[str]]],
) -> Contribution:
    """Return a contribution from its columns."""
    values = dict(zip(_COLUMNS, row, strict=True))
    key = values["id"]
    values["label"] = labels[key]
    for name, ids in no_more.items():
        if values[name] in ids:
            values[name] = None
    for name, found in links.items():
        values[name] = tuple(found.get(key, ()))
    return Contribution(**values)


def newest(session: Session, workshop_id: str, amount: int) -> list[Contribution]:
    """Return the newest contributions of a workshop, newest first, without their further links."""
    table = ContributionTable
    of_it = (table.workshop_id == workshop_id, table.deleted.is_(False))
    query = select(table).where(*of_it).order_by(table.__table__.c.seq.desc()).limit(amount)
    return _without_links(session.scalars(query))


def some(session: Session, contribution_ids: Sequence[str]) -> list[Contribution]:
    """Return contributions in the order of capture, without their further links."""
    table = ContributionTable
    query = select(table).where(table.id.in_(contribution_ids))
    return _without_links(session.scalars(query.order_by(table.__table__.c.seq)))


def _without_links(rows: Iterable[ContributionTable]) -> list[Contribution]:
    none: dict[str, tuple[str, ...]] = dict.fromkeys(_LINKS, ())
    return [frozen(Contribution, row, **none) for row in rows]


def bundles_of(session: Session, workshop_id: str) -> list[Bundle]:
    """Return the bundles of a workshop that still have contributions.

    Where the leading contribution is gone, the oldest one leads.
    """
    members: dict[str | None, list[str]] = {}
    query = select(ContributionTable.bundle_id, ContributionTable.id).where(
        ContributionTable.workshop_id == workshop_id,
        ContributionTable.bundle_id.is_not(None),
        ContributionTable.deleted.is_(False),
    )
    for bundle_id, contribution_id in session.execute(query.order_by(ContributionTable.id)):
        members.setdefault(bundle_id, []).append(contribution_id)
    return [
        frozen(Bundle, row, lead_id=row.lead_id if row.lead_id in inside else inside[0])
        for row in living(session, BundleTable, BundleTable.workshop_id == workshop_id)
        if (inside := members.get(row.id))
    ]


def table_id(workspace: Workspace, workshop_id: str, number: int) -> str:
    """Return the id of the table with this number; it is set up if there is none yet."""
    refuse_impossible_table(number)
    with workspace.transaction(f"Tisch {number} eingerichtet") as session:
        of_it = TopicTableTable.workshop_id == workshop_id
        rows = living(session, TopicTableTable, of_it, TopicTableTable.number == number)
        if rows:
            return rows[0].id
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        row = TopicTableTable(workshop_id=workshop_id, number=number)
        session.add(row)
        return row.id


def _add(
    session: Session, workshop_id: str, contributions: Sequence[Contribution]
) -> list[Contribution]:
    refuse_missing_workshop(session, workshop_id)
    items = [_cleaned(item) for item in contributions]
    tables = table_numbers(session, workshop_id, items)
    numbering = Numbering(session, workshop_id, (item.label for item in items))
    moment = datetime.now(UTC)
    return [_add_one(session, workshop_id, numbering, tables, item, moment) for item in items]


def _cleaned(item: Contribution) -> Contribution:
    """Return a contribution as it can be stored: with a plain label and no code twice."""
    refuse_impossible_contribution(item)
    return replace(
        item,
        label=clean_line(item.label, "Nummer"),
        further_fields=distinct_codes(item.further_fields),
        target_groups=distinct_codes(item.target_groups),
        themes=distinct_codes(item.themes),
    )


def _add_one(
    session: Session,
    workshop_id: str,
    numbering: Numbering,
    tables: dict[str, int],
    item: Contribution,
    moment: datetime,
) -> Contribution:
    label = item.label or numbering.next_label(tables.get(item.table_id or ""))
    item = replace(item, label=label, captured_at=item.captured_at or moment)
    series, number = parse_label(label)
    session.add(
        new_row(ContributionTable, item, workshop_id=workshop_id, series=series, number=number)
    )
    for name, table in _LINKS.items():
        for place, code in enumerate(getattr(item, name)):
            identity = link_id(table.__tablename__, item.id, code)
            session.add(table(id=identity, contribution_id=item.id, code=code, position=place))
    return item


def _amount(things: Sequence[object], done: str) -> str:
    return f"Beitrag {done}" if len(things) == 1 else f"{german(len(things))} Beiträge {done}"


def _relink(
    session: Session,
    table: Link,
    contribution_id: str,
    before: Sequence[str],
    after: Sequence[str],
) -> None:
    """Store what `after` changes in `before`; codes that somebody else added meanwhile stay."""
    codes = distinct_codes(after)
    if codes == tuple(before):
        return
    given_up = set(before) - set(codes)
    for row in living(
        session, table, table.contribution_id == contribution_id, table.code.in_(given_up)
    ):
        row.deleted = True
    ensure_all(
        session,
        table,
        {
            link_id(table.__tablename__, contribution_id, code): {
                "contribution_id": contribution_id,
                "code": code,
                "position": place,
            }
            for place, code in enumerate(codes)
        },
    )


def _links(session: Session, table: Link, workshop_id: str) -> dict[str, list[str]]:
    query = (
        select(table.contribution_id, table.code)
        .join(ContributionTable, ContributionTable.id == table.contribution_id)
        .where(ContributionTable.workshop_id == workshop_id, table.deleted.is_(False))
        .order_by(table.position, table.id)
    )
    found: dict[str, list[str]] = {}
    for contribution_id, code in session.execute(query):
        found.setdefault(contribution_id, []).append(code)
    return found
