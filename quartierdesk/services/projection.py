"""What a room may see on the second screen: no names, no internal notes."""

from dataclasses import dataclass
from datetime import time

from quartierdesk.domain.edition import WITHHELD
from quartierdesk.domain.workshop import AgendaItem
from quartierdesk.services import catalogues, records
from quartierdesk.store.workspace import Workspace

DEPENDS_ON = frozenset({"workshop", "agenda_item", "contribution", "participant"})
"""Kinds of changes after which the room sees something else."""

_NEWEST = 12


@dataclass(frozen=True, slots=True)
class ProjectedCard:
    """A card as the room sees it: `shape` and `letter` are those of its kind."""

    id: str
    kind: str
    shape: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Projection:
    """The guiding question, the newest cards (newest first), the public agenda, how many cards."""

    question: str
    cards: tuple[ProjectedCard, ...]
    agenda: tuple[AgendaItem, ...]
    contributions: int

    def running(self, at: time) -> AgendaItem | None:
        """Return the item that is on at a time, as people say it on the clock."""
        for item in self.agenda:
            if item.start is not None and item.end is not None and item.start <= at < item.end:
                return item
        return None


def of_workshop(workspace: Workspace, workshop_id: str) -> Projection:
    """Return what a room may see of a workshop: exactly what the public edition may contain."""
    record = records.load(workspace, workshop_id, "public")
    kinds = {
        entry.code: entry
        for entry in catalogues.of_workshop(workspace, workshop_id)["contribution_kind"].entries
    }
    readable = [card for card in record.contributions[::-1] if card.wording != WITHHELD]
    cards = []
    for card in readable[:_NEWEST]:
        kind = kinds.get(card.kind)
        shape, letter = (kind.symbol, kind.letter) if kind else (None, None)
        cards.append(ProjectedCard(card.id, card.kind, shape or "", letter or "", card.wording))
    return Projection(
        record.workshop.guiding_question or record.workshop.title,
        tuple(cards),
        record.agenda,
        len(record.contributions),
    )
