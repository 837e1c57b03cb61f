"""Contributions: captured, edited, sorted into fields and groups, bundled and split again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Bundle, Contribution
from quartierdesk.domain.identity import link_id, new_id
from quartierdesk.domain.labels import card_label, distinct_labels, parse_label, series_of
from quartierdesk.errors import UserError
from quartierdesk.services.rows import (
    ensure,
    existing,
    frozen,
    living,
    new_row,
    write_differences,
)
from quartierdesk.store.schema import Logged
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

# Plain statements, because these two run with every captured card.
_HIGHEST = "SELECT max(number) FROM contribution WHERE workshop_id = ? AND series = ?"
_LIVING_WORKSHOP = "SELECT 1 FROM workshop WHERE id = ? AND deleted = 0"
_LINKS: dict[str, Link] = {
    "further_fields": ContributionField,
    "target_groups": ContributionTargetGroup,
    "themes": ContributionTheme,
}


def capture(workspace: Workspace, workshop_id: str, contribution: Contribution) -> Contribution:
    """Store one contribution durably and return it with its label and moment of capture."""
    with workspace.transaction("Beitrag erfasst") as session:
        return _add(session, workshop_id, [contribution])[0]


def capture_many(
    workspace: Workspace, workshop_id: str, contributions: Sequence[Contribution]
) -> list[Contribution]:
    """Store several contributions as one operation, all or none of them."""
    with workspace.transaction(f"{len(contributions)} Beiträge erfasst") as session:
        return _add(session, workshop_id, contributions)


def edit(workspace: Workspace, before: Contribution, after: Contribution) -> None:
    """Store what `after` changes in `before`, links to fields and groups included."""
    _refuse_impossible(after)
    with workspace.transaction("Beitrag bearbeitet") as session:
        row = existing(session, ContributionTable, before.id, _THE)
        write_differences(row, before, after)
        if after.label != before.label:
            row.series, row.number = parse_label(after.label)
        for name, table in _LINKS.items():
            if getattr(after, name) != getattr(before, name):
                _relink(session, table, before.id, getattr(after, name))


def remove(workspace: Workspace, contribution_ids: Iterable[str]) -> None:
    """Delete contributions; undo brings them back."""
    with workspace.transaction("Beitrag gelöscht") as session:
        for contribution_id in contribution_ids:
            existing(session, ContributionTable, contribution_id, _THE).deleted = True


def mention_again(workspace: Workspace, contribution_id: str) -> int:
    """Count one more mention of the same thought and return how many there are now."""
    with workspace.transaction("Mehrfachnennung gezählt") as session:
        row = existing(session, ContributionTable, contribution_id, _THE)
        row.mention_count += 1
        return row.mention_count


def bundle(workspace: Workspace, contribution_ids: Sequence[str], text: str) -> Bundle:
    """Bundle contributions that say the same under one wording; every original is kept.

    The first contribution leads. Contributions of other bundles move into the new one.
    """
    if len(set(contribution_ids)) < 2:
        raise UserError("Zum Bündeln sind mindestens zwei Beiträge nötig.")
    with workspace.transaction("Beiträge gebündelt") as session:
        rows = [existing(session, ContributionTable, key, _THE) for key in contribution_ids]
        if len({row.workshop_id for row in rows}) > 1:
            raise UserError("Nur Beiträge derselben Werkstatt lassen sich bündeln.")
        made = Bundle(new_id(), text, contribution_ids[0])
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


def listed(workspace: Workspace, workshop_id: str) -> list[Contribution]:
    """Return the contributions of a workshop in the order of capture, with distinct labels."""
    with workspace.reading() as session:
        return of_workshop(session, workshop_id)


def of_workshop(session: Session, workshop_id: str) -> list[Contribution]:
    """Return the contributions of a workshop; clusters and bundles that are gone read as None."""
    of_it = ContributionTable.workshop_id == workshop_id
    rows = living(session, ContributionTable, of_it)
    labels = distinct_labels([(row.id, row.label) for row in rows])
    gone = _gone(session, workshop_id)
    links = {name: _links(session, table, workshop_id) for name, table in _LINKS.items()}
    return [
        frozen(
            Contribution,
            row,
            label=labels[row.id],
            cluster_id=None if row.cluster_id in gone else row.cluster_id,
            bundle_id=None if row.bundle_id in gone else row.bundle_id,
            **{name: found.get(row.id, ()) for name, found in links.items()},
        )
        for row in rows
    ]


def bundles_of(session: Session, workshop_id: str) -> list[Bundle]:
    """Return the bundles of a workshop."""
    rows = living(session, BundleTable, BundleTable.workshop_id == workshop_id)
    return [frozen(Bundle, row) for row in rows]


def table_id(workspace: Workspace, workshop_id: str, number: int) -> str:
    """Return the id of the table with this number; it is set up if there is none yet."""
    with workspace.transaction(f"Tisch {number} eingerichtet") as session:
        of_it = TopicTableTable.workshop_id == workshop_id
        rows = living(session, TopicTableTable, of_it, TopicTableTable.number == number)
        if rows:
            return rows[0].id
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        row = TopicTableTable(workshop_id=workshop_id, number=number)
        session.add(row)
        return row.id


@dataclass(slots=True)
class _Numbering:
    """Numbers of one workshop's series, continued within one operation."""

    session: Session
    workshop_id: str
    highest: dict[str, int]

    def take(self, series: str) -> int:
        if series not in self.highest:
            connection = self.session.connection()
            found = connection.exec_driver_sql(_HIGHEST, (self.workshop_id, series))
            self.highest[series] = found.scalar() or 0
        self.highest[series] += 1
        return self.highest[series]


def _add(
    session: Session, workshop_id: str, contributions: Sequence[Contribution]
) -> list[Contribution]:
    _refuse_missing_workshop(session, workshop_id)
    numbers = _table_numbers(session, contributions)
    numbering = _Numbering(session, workshop_id, {})
    for label in (item.label for item in contributions):
        series, number = parse_label(label)
        if number is not None:
            # Cards that bring their number along must not get it a second time.
            numbering.take(series)
            numbering.highest[series] = max(numbering.highest[series] - 1, number)
    moment = datetime.now(UTC)
    return [_add_one(session, numbering, numbers, item, moment) for item in contributions]


def _add_one(
    session: Session,
    numbering: _Numbering,
    numbers: dict[str, int],
    item: Contribution,
    moment: datetime,
) -> Contribution:
    _refuse_impossible(item)
    series, number = parse_label(item.label)
    if not item.label:
        series = series_of(numbers.get(item.table_id or ""))
        number = numbering.take(series)
        item = replace(item, label=card_label(series, number))
    item = replace(item, captured_at=item.captured_at or moment)
    session.add(
        new_row(
            ContributionTable,
            item,
            workshop_id=numbering.workshop_id,
            series=series,
            number=number,
        )
    )
    for name, table in _LINKS.items():
        for place, code in enumerate(getattr(item, name)):
            identity = link_id(table.__tablename__, item.id, code)
            session.add(table(id=identity, contribution_id=item.id, code=code, position=place))
    return item


def _refuse_missing_workshop(session: Session, workshop_id: str) -> None:
    if session.connection().exec_driver_sql(_LIVING_WORKSHOP, (workshop_id,)).scalar() is None:
        raise UserError("Es gibt die Werkstatt nicht mehr.", "Bitte aktualisieren Sie die Ansicht.")


def _table_numbers(session: Session, contributions: Iterable[Contribution]) -> dict[str, int]:
    wanted = {item.table_id for item in contributions if item.table_id}
    return {
        key: existing(session, TopicTableTable, key, "den Thementisch").number for key in wanted
    }


def _refuse_impossible(item: Contribution) -> None:
    if not item.text_original.strip():
        raise UserError("Der Beitrag ist leer.", "Bitte schreiben Sie auf, was gesagt wurde.")
    if item.mention_count < 1:
        raise UserError("Ein Beitrag ist mindestens einmal genannt worden.")
    if item.publish not in ("yes", "anonymized", "no"):
        raise UserError(f"„{item.publish}“ ist keine Angabe zur Veröffentlichung.")


def _relink(session: Session, table: Link, contribution_id: str, codes: Sequence[str]) -> None:
    rows = living(session, table, table.contribution_id == contribution_id)
    for row in rows:
        if row.code not in codes:
            row.deleted = True
    for place, code in enumerate(codes):
        identity = link_id(table.__tablename__, contribution_id, code)
        ensure(session, table, identity, contribution_id=contribution_id, code=code, position=place)


def _links(session: Session, table: Link, workshop_id: str) -> dict[str, tuple[str, ...]]:
    query = (
        select(table.contribution_id, table.code)
        .join(ContributionTable, ContributionTable.id == table.contribution_id)
        .where(ContributionTable.workshop_id == workshop_id, table.deleted.is_(False))
        .order_by(table.position, table.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for contribution_id, code in session.execute(query):
        found[contribution_id] = (*found.get(contribution_id, ()), code)
    return found


def _gone(session: Session, workshop_id: str) -> set[str]:
    """Return the ids of clusters and bundles that were deleted."""
    tables: tuple[type[Logged], ...] = (ClusterTable, BundleTable)
    gone: set[str] = set()
    for table in tables:
        of_it = table.__table__.c.workshop_id == workshop_id
        gone.update(session.scalars(select(table.id).where(of_it, table.deleted.is_(True))))
    return gone
