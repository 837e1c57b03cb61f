"""What a municipality wants to see of its workshops: counted once, each number with its rule."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from quartierdesk.domain import clock
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.rounding import half_up
from quartierdesk.services import (
    agreed,
    answers,
    catalogues,
    clusters,
    measures,
    workshops,
)
from quartierdesk.services.wall_reading import Sources, sources
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs; `share_percent` of all that is counted in the same table."""

    code: str
    name: str
    count: int
    share_percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Contributions by action field (rows) and target group (columns), as counts."""

    groups: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The numbers of the chosen workshops.

    A contribution counts once whatever its mentions; in `groups` and `matrix` it counts in every
    target group it names. `answered` and `unanswered` are clusters and contributions outside of
    answered clusters. `sources` are the contributions by workshop: the next reading begins there.
    """

    workshops: int
    participants: int
    participants_known: int
    contributions: int
    mentions: int
    clusters: int
    measures: int
    overdue: int
    unanswered_clusters: int
    unanswered_contributions: int
    fields: tuple[Tally, ...]
    groups: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    statuses: tuple[Tally, ...]
    matrix: Matrix
    sources: Mapping[str, Sources] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of workshops: all, those of a quarter, or one; `name` is what people read."""

    key: str
    name: str
    workshop_ids: tuple[str, ...]


@dataclass(slots=True)
class _Sums:
    """What is added up on the way."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    cells: Counter[tuple[str, str]] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    sources: dict[str, Sources] = field(default_factory=dict)

    def learn(self, what: str, catalogue: Catalogue) -> None:
        """Keep the names of a catalogue, in its order."""
        known = self.names.setdefault(what, {})
        for entry in catalogue.entries:
            known.setdefault(entry.code, entry.label)

    def count(self, what: str, codes: Iterable[str]) -> None:
        """Count codes."""
        self.counts.setdefault(what, Counter()).update(codes)

    def tallies(self, what: str, total: int, none: str) -> tuple[Tally, ...]:
        """Return what occurs, most often first; equal ones in the order of the catalogue."""
        known = self.names.get(what, {})
        found = self.counts.get(what, Counter())
        order = {code: place for place, code in enumerate([*known, *found])}
        ranked = sorted(found, key=lambda code: (code == "", -found[code], order[code]))
        return tuple(
            Tally(code, known.get(code, code) or none, found[code], _share(found[code], total))
            for code in ranked
        )


def scopes(workspace: Workspace) -> list[Scope]:
    """Return what can be chosen: everything, then quarters with several workshops, then each."""
    lines = workshops.overview(workspace)
    by_quarter: dict[str, list[str]] = {}
    for line in lines:
        by_quarter.setdefault(line.quarter, []).append(line.id)
    quarters = [
        Scope(f"quarter:{name}", name, tuple(ids))
        for name, ids in by_quarter.items()
        if len(ids) > 1
    ]
    each = [Scope(f"workshop:{line.id}", line.title, (line.id,)) for line in lines]
    return [Scope("", "", tuple(line.id for line in lines)), *quarters, *each]


def of_workshops(
    workspace: Workspace,
    workshop_ids: Sequence[str],
    today: date | None = None,
    before: Mapping[str, Sources] = MappingProxyType({}),
) -> Evaluation:
    """Return the numbers of these workshops, on one state of the file.

    Contributions that nobody touched since `before` are not read again.
    """
    sums, day = _Sums(), today or clock.today()
    with workspace.reading():
        for workshop_id in workshop_ids:
            _add(workspace, workshop_id, sums, day, before.get(workshop_id))
    numbers = sums.numbers
    cards = numbers["contributions"]
    return Evaluation(
        workshops=len(workshop_ids),
        participants=numbers["participants"],
        participants_known=numbers["participants_known"],
        contributions=cards,
        mentions=numbers["mentions"],
        clusters=numbers["clusters"],
        measures=numbers["measures"],
        overdue=numbers["overdue"],
        unanswered_clusters=numbers["unanswered_clusters"],
        unanswered_contributions=numbers["unanswered_contributions"],
        fields=sums.tallies("fields", cards, "Ohne Handlungsfeld"),
        groups=sums.tallies("groups", cards, "Ohne Zielgruppe"),
        kinds=sums.tallies("kinds", cards, "Ohne Art"),
        statuses=sums.tallies("statuses", numbers["measures"], "Ohne Stand"),
        matrix=_matrix(sums),
        sources=sums.sources,
    )


def _add(
    workspace: Workspace, workshop_id: str, sums: _Sums, today: date, before: Sources | None
) -> None:
    known = catalogues.of_workshop(workspace, workshop_id)
    _learn(sums, known)
    with workspace.plainly() as rows, workspace.reading() as session:
        found = sums.sources[workshop_id] = sources(rows, workshop_id, before)
        agreed_here = measures.of_workshop(session, workshop_id)
        columns = clusters.of_workshop(session, workshop_id)
        given = answers.of_workshop(session, workshop_id)
    present = workshops.get(workspace, workshop_id).participants_present
    if present is not None:
        sums.numbers.update({"participants": present, "participants_known": 1})
    cards = found.cards
    missing = answers.missing(given, agreed_here, columns, cards)
    sums.numbers["clusters"] += len(columns)
    sums.numbers["unanswered_clusters"] += len(missing.clusters)
    sums.numbers["unanswered_contributions"] += len(missing.contributions)
    sums.numbers["contributions"] += len(cards)
    sums.numbers["measures"] += len(agreed_here)
    sums.numbers["mentions"] += sum(card.mention_count for card in cards)
    sums.count("fields", (card.action_field for card in cards))
    sums.count("kinds", (card.kind for card in cards))
    named = [(card, dict.fromkeys(found.groups.get(card.id, ()))) for card in cards]
    sums.count("groups", (group for _, groups in named for group in groups or [""]))
    sums.cells.update((card.action_field, group) for card, groups in named for group in groups)
    for measure in agreed_here:
        sums.count("statuses", [measure.status])
        late = measure.due is not None and measure.due < today
        sums.numbers["overdue"] += late and measure.status in agreed.OPEN_STATES


def _learn(sums: _Sums, known: Mapping[str, Catalogue]) -> None:
    for what, code in (
        ("fields", "action_field"),
        ("groups", "target_group"),
        ("kinds", "contribution_kind"),
        ("statuses", "measure_status"),
    ):
        sums.learn(what, known[code])


def _matrix(sums: _Sums) -> Matrix:
    """Return the fields and groups that occur together, in the order of their catalogues."""
    used_fields = {name for name, _ in sums.cells}
    used_groups = {group for _, group in sums.cells}
    fields, groups = sums.names.get("fields", {}), sums.names.get("groups", {})
    rows = [code for code in dict.fromkeys([*fields, *sorted(used_fields)]) if code in used_fields]
    columns = [
        code for code in dict.fromkeys([*groups, *sorted(used_groups)]) if code in used_groups
    ]
    return Matrix(
        tuple(groups.get(code, code) for code in columns),
        tuple(
            (
                code,
                fields.get(code, code) or "Ohne Handlungsfeld",
                tuple(sums.cells[code, group] for group in columns),
            )
            for code in rows
        ),
    )


def _share(count: int, total: int) -> Decimal | None:
    return half_up(Decimal(100 * count) / total, 1) if total else None
