"""Reading the wall again after something changed: only what the log says was touched since.

A wall of ten thousand cards is read once. After a move only the moved cards are read; columns
whose cards are the same keep them, so that whoever shows them has nothing to do there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from quartierdesk.domain.labels import distinct_labels
from quartierdesk.services.wall_rows import CardRow, card_rows, some_card_rows, target_groups
from quartierdesk.store.plain import Rows

_LAST_COMMAND = "SELECT coalesce(max(seq), 0) FROM command"
# From the few new commands to their changes: SQLite would go through all changes otherwise.
_TOUCHED = (
    "SELECT DISTINCT change.tbl, change.row_id FROM command"
    " CROSS JOIN change ON change.command_id = command.id WHERE command.seq > ?"
    " AND change.tbl IN ('contribution', 'contribution_target_group') LIMIT ?"
)
_MOST = 500
"""Touched rows above which everything is read: one question for all is then quicker."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the file holds of the cards of a workshop after its command number `position`."""

    workshop_id: str
    position: int
    cards: Sequence[CardRow]
    groups: Mapping[str, Sequence[str]]
    labels: Mapping[str, str]


def sources(rows: Rows, workshop_id: str, before: Sources | None = None) -> Sources:
    """Return the cards of a workshop; what `before` holds and nobody touched is not read again."""
    position = int(rows(_LAST_COMMAND)[0][0])
    if before is None or before.workshop_id != workshop_id or before.position > position:
        return _all(rows, workshop_id, position)
    touched = rows(_TOUCHED, before.position, _MOST + 1)
    if len(touched) > _MOST:
        return _all(rows, workshop_id, position)
    touched_cards = {row_id for table, row_id in touched if table == "contribution"}
    cards, labels, groups = before.cards, before.labels, before.groups
    if touched_cards:
        now = some_card_rows(rows, workshop_id, touched_cards)
        cards = _merged(before.cards, touched_cards, now)
        labels = _labels(cards, now, touched_cards, before)
    if len(touched) > len(touched_cards):
        groups = target_groups(rows, workshop_id)
    return Sources(workshop_id, position, cards, groups, labels)


def _all(rows: Rows, workshop_id: str, position: int) -> Sources:
    cards = card_rows(rows, workshop_id)
    return Sources(workshop_id, position, cards, target_groups(rows, workshop_id), _labelled(cards))


def _merged(
    before: Sequence[CardRow], touched: set[str], now: Sequence[CardRow]
) -> Sequence[CardRow]:
    """Return the cards with those that were touched as they are now, in the order of capture."""
    cards = [card for card in before if card.id not in touched]
    cards += now
    cards.sort(key=attrgetter("seq"))
    return cards


def _labels(
    cards: Sequence[CardRow], now: Sequence[CardRow], touched: set[str], before: Sources
) -> Mapping[str, str]:
    """Return the labels; those of before where no touched card has another one, came or went."""
    same = {card.id: card.label for card in now} == {
        card.id: card.label for card in before.cards if card.id in touched
    }
    return before.labels if same else _labelled(cards)


def _labelled(cards: Sequence[CardRow]) -> Mapping[str, str]:
    return distinct_labels((card.id, card.label) for card in cards)
