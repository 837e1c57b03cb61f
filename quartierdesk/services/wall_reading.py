"""Reading the wall again after something changed: only what the log says was touched since.

A wall of ten thousand cards is read once. After a move only the moved cards are read; columns
whose cards are the same keep them, so that whoever shows them has nothing to do there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quartierdesk.domain.labels import distinct_labels
from quartierdesk.services.wall_rows import CardRow, card_rows, some_card_rows, target_groups

_LAST_COMMAND = "SELECT coalesce(max(seq), 0) FROM command"
_TOUCHED = (
    "SELECT DISTINCT change.tbl, change.row_id FROM command"
    " JOIN change ON change.command_id = command.id WHERE command.seq > ?"
    " AND change.tbl IN ('contribution', 'contribution_target_group') LIMIT ?"
)
_MOST = 500
"""Touched rows above which everything is read: one question for all is then quicker."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the file holds of the cards of a workshop after its command number `position`."""

    workshop_id: str
    position: int
    rows: Sequence[CardRow]
    groups: Mapping[str, Sequence[str]]
    labels: Mapping[str, str]


def sources(session: Session, workshop_id: str, before: Sources | None = None) -> Sources:
    """Return the cards of a workshop; what `before` holds and nobody touched is not read again."""
    connection = session.connection()
    position = int(connection.exec_driver_sql(_LAST_COMMAND).scalar() or 0)
    if before is None or before.workshop_id != workshop_id or before.position > position:
        return _all(session, workshop_id, position)
    touched = connection.exec_driver_sql(_TOUCHED, (before.position, _MOST + 1)).all()
    if len(touched) > _MOST:
        return _all(session, workshop_id, position)
    cards = {row_id for table, row_id in touched if table == "contribution"}
    rows, labels = before.rows, before.labels
    if cards:
        rows = _merged(before.rows, cards, some_card_rows(session, workshop_id, cards))
        labels = _labels(rows, before)
    groups = before.groups
    if len(touched) > len(cards):
        groups = target_groups(session, workshop_id)
    return Sources(workshop_id, position, rows, groups, labels)


def _all(session: Session, workshop_id: str, position: int) -> Sources:
    rows = card_rows(session, workshop_id)
    groups = target_groups(session, workshop_id)
    return Sources(workshop_id, position, rows, groups, _labelled(rows))


def _merged(
    before: Sequence[CardRow], touched: set[str], now: Sequence[CardRow]
) -> Sequence[CardRow]:
    """Return the rows with those that were touched as they are now, in the order of capture."""
    rows = [row for row in before if row.id not in touched]
    rows += now
    rows.sort(key=lambda row: row.seq)
    return rows


def _labels(rows: Sequence[CardRow], before: Sources) -> Mapping[str, str]:
    """Return the labels; those of before where no card has another one, came or went."""
    same = len(rows) == len(before.rows) and all(
        now is then or (now.id, now.label) == (then.id, then.label)
        for now, then in zip(rows, before.rows, strict=True)
    )
    return before.labels if same else _labelled(rows)


def _labelled(rows: Sequence[CardRow]) -> Mapping[str, str]:
    return distinct_labels((row.id, row.label) for row in rows)
