"""Results of polls as a room may see them: only closed polls, only what may be published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import published
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.results import evaluate
from quartierdesk.services import clusters, measures, participants, records
from quartierdesk.services.poll_results import Cell, ResultColumn, result_table
from quartierdesk.services.poll_rows import load_polls
from quartierdesk.services.rows import by_id, existing, frozen
from quartierdesk.services.weighting import PollView
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.schema.decisions import Poll as PollTable
from quartierdesk.store.workspace import Workspace

DEPENDS_ON = frozenset({"poll", "poll_option", "tally", "ballot", "ballot_mark", "cluster"})
"""Kinds of changes after which the room sees another result."""


@dataclass(frozen=True, slots=True)
class ProjectedRow:
    """An option: its rank (None where there are none), the first number, and how long its bar is.

    `share` goes from 0 to 1, it is None where the result has no bars.
    """

    name: str
    rank: int | None
    tied: bool
    value: Cell
    share: float | None


@dataclass(frozen=True, slots=True)
class ProjectedResult:
    """A result for the room, best first; `column` says what the value of each row is."""

    method: str
    question: str
    column: ResultColumn
    rows: tuple[ProjectedRow, ...]


def of_poll(workspace: Workspace, poll_id: str) -> ProjectedResult | None:
    """Return the result of a poll; None while it is not closed or must not be published."""
    with workspace.reading() as session:
        workshop_id = existing(session, PollTable, poll_id, "die Abfrage").workshop_id
        poll = load_polls(session, [poll_id])[0]
        record = replace(
            records.frame(session, workshop_id),
            polls=(poll,),
            outcomes={poll.id: evaluate(poll)},
            clusters=tuple(clusters.of_workshop(session, workshop_id)),
            measures=tuple(measures.of_workshop(session, workshop_id)),
            contributions=tuple(_cards(session, poll)),
            participants=tuple(participants.listed(workspace, workshop_id)),
        )
    shown = published(record)
    if not shown.polls or poll.id not in shown.outcomes:
        return None
    names = {option.id: shown.option_label(option) for option in shown.polls[0].options}
    view = PollView(shown.polls[0], names, {}, {}, None, shown.outcomes[poll.id])
    return _result(view)


def _result(view: PollView) -> ProjectedResult | None:
    table = result_table(view)
    if table is None or not table.rows:
        return None
    at = max((n for n, c in enumerate(table.columns) if c.key == table.measured), default=0)
    longest = max([*(_bar(row.bars) for row in table.rows), float(table.highest or 0), 1.0])
    rows = tuple(
        ProjectedRow(
            row.name,
            row.rank,
            row.tied,
            row.cells[at],
            _bar(row.bars) / longest if table.measured else None,
        )
        for row in table.rows
    )
    return ProjectedResult(view.poll.method, view.poll.question, table.columns[at], rows)


def _bar(bars: Sequence[int | Decimal | None]) -> float:
    return float(bars[-1] or 0) if bars else 0.0


def _cards(session: Session, poll: Poll) -> list[Contribution]:
    """Return the contributions that are put to the vote."""
    ids = [option.contribution_id for option in poll.options if option.contribution_id]
    rows = by_id(session, ContributionTable, ids)
    empty: dict[str, tuple[str, ...]] = {"further_fields": (), "target_groups": (), "themes": ()}
    return [frozen(Contribution, row, **empty) for row in rows.values() if not row.deleted]
