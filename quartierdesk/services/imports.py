"""Taking over contributions from tables and whole workshops from JSON, after a preview."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from quartierdesk.domain.catalogues import STANDARD_ACTION_FIELDS, Catalogue
from quartierdesk.domain.clock import at_home
from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.importing import ImportPreview, ImportRow, TableSample
from quartierdesk.domain.poll import Poll, PollOption, Tally
from quartierdesk.domain.rounding import german
from quartierdesk.errors import UserError
from quartierdesk.services import (
    backups,
    catalogues,
    clusters,
    contributions,
    import_log,
    polls,
    records,
    workshops,
)
from quartierdesk.services.import_log import ImportNote
from quartierdesk.services.similar import LikePair, like_pairs
from quartierdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from quartierdesk.exchange.columns import Role
    from quartierdesk.exchange.workshop_json import WorkshopImport

_LARGEST_JSON = 50_000_000
_FAILURES_NAMED = 5
_STAGES = 4


class UnusableRowsError(UserError):
    """Rows of a table cannot be read, so none was stored; they may be left out on request."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where contributions go: into a workshop there is, or into a new one with this title."""

    workshop_id: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was taken over: how many, into which workshop, and what people should know."""

    workshop_id: str
    contributions: int
    preview: ImportPreview | None
    warnings: tuple[str, ...]


def like_rows(found: ImportPreview) -> list[LikePair]:
    """Return pairs of rows, by their numbers, that say nearly the same.

    Nothing is done about them: whether two people said it is for people to judge.
    """
    pairs = like_pairs([row.text for row in found.rows])
    numbers = [row.number for row in found.rows]
    return [LikePair(numbers[p.first], numbers[p.second], p.likeness) for p in pairs]


def is_workshop_json(source: Path) -> bool:
    """Return whether a file holds a workshop as JSON, judged by its beginning."""
    try:
        if not source.is_file():
            return False
        with source.open("rb") as stream:
            head = stream.read(4096)
    except OSError:
        return False
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def sample_table(source: Path, mapping: Sequence[str] = ()) -> TableSample:
    """Return the columns of a table with samples and recognised roles; nothing is stored.

    Unlike a preview it needs no column with the texts, so people can say which one that is.
    `mapping` are assignments „ROLLE=SPALTE“. Raises `UserError` for a file that cannot be read.
    """
    from quartierdesk.exchange.columns import with_mapping
    from quartierdesk.exchange.contribution_table import sample
    from quartierdesk.exchange.tables import read_table

    table = read_table(source)
    return sample(table, with_mapping(table.columns, mapping))


def preview_table(
    workspace: Workspace | None, source: Path, target: Target, mapping: Sequence[str] = ()
) -> ImportPreview:
    """Return what a table would bring in; nothing is stored.

    `mapping` are assignments „ROLLE=SPALTE“. Without a workspace nothing is compared with what is
    stored. Raises `UserError` for a file that cannot be read.
    """
    from quartierdesk.exchange.columns import with_mapping
    from quartierdesk.exchange.contribution_table import preview
    from quartierdesk.exchange.tables import read_table

    table = read_table(source)
    known: list[str] = []
    labels = _labels(catalogues.shipped())
    if workspace is not None and target.workshop_id:
        stored = contributions.listed(workspace, target.workshop_id)
        known = [card.text_original for card in stored]
        labels = _labels(catalogues.of_workshop(workspace, target.workshop_id))
    roles = with_mapping(table.columns, mapping)
    return preview(table, roles, labels=labels, known_texts=known)


def import_table(
    workspace: Workspace,
    source: Path,
    target: Target,
    mapping: Sequence[str] = (),
    *,
    skip_failures: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportReport:
    """Store the contributions of a table as one operation.

    All or nothing, unless `skip_failures` leaves the rows out that cannot be read. Duplicates are
    reported and stored. `progress` gets stages done and all stages; what it raises stops
    everything.
    Raises `UnusableRowsError` naming the first rows that fail.
    """
    name = import_log.name_of(source)
    found = preview_table(workspace, source, target, mapping)
    if found.failures and not skip_failures:
        raise _unusable(found)
    if not found.rows:
        raise UserError(
            f"„{name}“ enthält keinen Beitrag, der übernommen werden kann.",
            "Bitte prüfen Sie die Datei und die Zuordnung der Spalten.",
        )
    progress(0, _STAGES)
    before = (*_known_before(workspace, source), *_backed_up(workspace))
    progress(1, _STAGES)
    with workspace.transaction(f"Tabelle übernommen: {name}"):
        workshop_id = target.workshop_id
        if workshop_id is None:
            title = target.title or PurePath(name).stem
            workshop_id = workshops.create_plain(workspace, title).id
        cards = _store_rows(workspace, workshop_id, found.rows)
        progress(2, _STAGES)
        _store_dots(workspace, workshop_id, list(zip(found.rows, cards, strict=True)))
        import_log.note(
            workspace,
            ImportNote(
                "table", source, len(found.rows), len(found.failures), len(found.duplicates)
            ),
        )
        progress(3, _STAGES)
    return ImportReport(workshop_id, len(cards), found, (*before, *found.warnings))


@dataclass(frozen=True, slots=True)
class WorkshopPreview:
    """What a workshop from JSON would bring in."""

    title: str
    contributions: int
    warnings: tuple[str, ...]


def preview_workshop(source: Path) -> WorkshopPreview:
    """Return what a workshop from JSON would bring in; nothing is stored."""
    found = _read_workshop(source)
    cards = len(found.record.contributions)
    return WorkshopPreview(found.record.workshop.title, cards, found.warnings)


def import_workshop(workspace: Workspace, source: Path, title: str = "") -> ImportReport:
    """Store a workshop from JSON as one operation; `title` replaces its title."""
    found = _read_workshop(source)
    record = found.record
    if title:
        record = replace(record, workshop=replace(record.workshop, title=title))
    before = (*_known_before(workspace, source), *_backed_up(workspace))
    with workspace.transaction(f"Werkstatt übernommen: {record.workshop.title}"):
        workshop_id = records.store(workspace, record)
        import_log.note(workspace, ImportNote("json", source, len(record.contributions)))
    return ImportReport(workshop_id, len(record.contributions), None, (*before, *found.warnings))


def _read_workshop(source: Path) -> "WorkshopImport":
    from quartierdesk.exchange.workshop_json import read_workshop

    if source.stat().st_size > _LARGEST_JSON:
        name = import_log.name_of(source)
        raise UserError(f"„{name}“ ist größer als 50 MB.", "Bitte prüfen Sie die Datei.")
    return read_workshop(source.read_bytes())


def _known_before(workspace: Workspace, source: Path) -> tuple[str, ...]:
    moments = import_log.earlier(workspace, source)
    if not moments:
        return ()
    last = at_home(moments[-1]).strftime("%d.%m.%Y um %H:%M Uhr")
    return (f"„{import_log.name_of(source)}“ wurde am {last} schon einmal übernommen.",)


def _backed_up(workspace: Workspace) -> tuple[str, ...]:
    """Back the workspace up; what keeps that from happening does not keep people from working."""
    try:
        backups.make_if_changed(backups.plan(workspace), "bulk")
    except UserError as error:
        return (f"Vor der Übernahme ist keine Sicherung entstanden. {error}",)
    return ()


def _labels(found: Mapping[str, Catalogue]) -> "dict[Role, dict[str, str]]":
    from quartierdesk.exchange.columns import Role

    sources = {
        Role.ACTION_FIELD: "action_field",
        Role.TARGET_GROUPS: "target_group",
        Role.THEMES: "cross_cutting_theme",
        Role.KIND: "contribution_kind",
    }
    labels: dict[Role, dict[str, str]] = {}
    for role, code in sources.items():
        known = found.get(code) or found[STANDARD_ACTION_FIELDS]
        labels[role] = {
            name: entry.code
            for entry in known.entries
            for name in (entry.code, entry.label, entry.short, entry.short_code)
            if name
        }
    return labels


def _store_rows(
    workspace: Workspace, workshop_id: str, rows: Sequence[ImportRow]
) -> list[Contribution]:
    zone = ZoneInfo(workshops.get(workspace, workshop_id).timezone)
    tables = {
        number: contributions.table_id(workspace, workshop_id, number)
        for number in sorted({row.table for row in rows if row.table is not None})
    }
    columns = _clusters(workspace, workshop_id, rows)
    cards = [
        Contribution(
            new_id(),
            row.label,
            row.text,
            text_minutes=row.minutes,
            title=row.title,
            kind=row.kind or "",
            table_id=None if row.table is None else tables[row.table],
            action_field=row.action_field or "",
            target_groups=row.target_groups,
            themes=row.themes,
            cluster_id=columns.get(row.cluster),
            place=row.place,
            latitude=row.latitude,
            longitude=row.longitude,
            mention_count=row.mention_count,
            publish=row.publish or "yes",
            note=row.note,
            source_url=row.url,
            captured_at=_instant(row.captured_at, zone),
        )
        for row in rows
    ]
    return contributions.capture_many(workspace, workshop_id, cards)


def _clusters(workspace: Workspace, workshop_id: str, rows: Iterable[ImportRow]) -> dict[str, str]:
    """Return the id of each cluster that rows name; those that are missing are set up."""
    known = {c.title: c.id for c in clusters.listed(workspace, workshop_id)}
    known |= {c.label: c.id for c in clusters.listed(workspace, workshop_id)}
    for title in dict.fromkeys(row.cluster for row in rows if row.cluster):
        if title not in known:
            made = clusters.create(workspace, workshop_id, Cluster(new_id(), "", title))
            known[title] = made.id
    return known


def _instant(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _store_dots(
    workspace: Workspace, workshop_id: str, rows: Sequence[tuple[ImportRow, Contribution]]
) -> None:
    counted = [(row.dots, card) for row, card in rows if row.dots is not None]
    if not counted:
        return
    options = [
        PollOption(new_id(), contribution_id=card.id, position=place)
        for place, (_, card) in enumerate(counted)
    ]
    tallies = [
        Tally(new_id(), option.id, dots)
        for option, (dots, _) in zip(options, counted, strict=True)
        if dots
    ]
    polls.create(
        workspace,
        workshop_id,
        Poll(
            new_id(),
            "dots",
            question="Aus der Tabelle übernommene Punkte",
            round="table",
            state="closed",
            options=tuple(options),
            tallies=tuple(tallies),
        ),
    )


def _unusable(found: ImportPreview) -> UnusableRowsError:
    first = [failure.sentence for failure in found.failures[:_FAILURES_NAMED]]
    more = len(found.failures) - len(first)
    if more:
        first.append(f"Dazu kommen {more} weitere.")
    rows = len({failure.number for failure in found.failures})
    what = "1 Zeile der Tabelle ist" if rows == 1 else f"{german(rows)} Zeilen der Tabelle sind"
    return UnusableRowsError(
        f"{what} nicht zu gebrauchen; gespeichert wurde nichts.",
        f"{' '.join(first)} Bitte berichtigen Sie die Datei, oder lassen Sie diese Zeilen"
        " ausdrücklich aus.",
    )
