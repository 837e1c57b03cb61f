"""What a room may see on the second screen: no names, no internal notes."""

from dataclasses import dataclass, replace
from datetime import time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import WITHHELD, published
from quartierdesk.domain.workshop import AgendaItem
from quartierdesk.services import (
    catalogues,
    contributions,
    participants,
    records,
    workshop_lists,
)
from quartierdesk.store.schema.contributions import Contribution as ContributionTable
from quartierdesk.store.workspace import Workspace

DEPENDS_ON = frozenset({"workshop", "agenda_item", "contribution", "participant"})
"""Kinds of changes after which the room sees something else."""

_NEWEST = 12
_LOOKED_AT = 60


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
    """Return what a room may see of a workshop: only what the public edition may contain.

    Only the newest cards are looked at, because this runs after each one that is captured.
    """
    with workspace.reading() as session:
        record = replace(
            records.frame(session, workshop_id),
            agenda=tuple(workshop_lists.items(workspace, AgendaItem, workshop_id)),
            participants=tuple(participants.listed(workspace, workshop_id)),
            contributions=tuple(contributions.newest(session, workshop_id, _LOOKED_AT)),
        )
        kinds = catalogues.of_workshop(workspace, workshop_id)["contribution_kind"]
        amount = _publishable(session, workshop_id)
    record = published(record)
    readable = [card for card in record.contributions if card.wording != WITHHELD]
    question = record.workshop.guiding_question or record.workshop.title
    cards = tuple(projected_card(card, kinds) for card in readable[:_NEWEST])
    return Projection(question, cards, record.agenda, amount)


def projected_card(card: Contribution, kinds: Catalogue) -> ProjectedCard:
    """Return a published card as the room sees it."""
    kind = kinds.find(card.kind)
    shape, letter = (kind.symbol, kind.letter) if kind else (None, None)
    return ProjectedCard(card.id, card.kind, shape or "", letter or "", card.wording)


def _publishable(session: Session, workshop_id: str) -> int:
    """Return how many cards the public edition counts."""
    table = ContributionTable
    of_it = (table.workshop_id == workshop_id, table.deleted.is_(False), table.publish != "no")
    return session.scalar(select(func.count()).select_from(table).where(*of_it)) or 0
