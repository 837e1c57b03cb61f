"""What the page asks the workspace for: one question, one answer of frozen rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.domain.capture_words import Vocabulary, vocabulary
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.gui.pages.capture.faces import CardFaces, card_faces
from quartierdesk.services import capturing, card_stream, catalogues, workshops
from quartierdesk.services.capturing import HalfTyped
from quartierdesk.services.card_stream import CardCounts, CardFilter, CardRow
from quartierdesk.services.workspaces import Workspace

NEWEST = 60
"""So many of the newest cards come along with the answer, because one sees them."""

ALL_AT_ONCE = 800
"""Up to so many cards come along completely, so that their heights are known."""


@dataclass(frozen=True, slots=True)
class CaptureRows:
    """Everything the page shows. `typed` is what stood half-typed in the line."""

    workshop_id: str
    zone: str
    catalogues: Mapping[str, Catalogue]
    counts: CardCounts
    places: tuple[int, ...]
    cards: Sequence[CardRow]
    typed: HalfTyped

    @property
    def known(self) -> Vocabulary:
        """What codes complete to."""
        return vocabulary(
            self.catalogues["contribution_kind"],
            self.catalogues["action_field"],
            self.catalogues["target_group"],
            (table.number for table in self.counts.tables),
        )

    @property
    def faces(self) -> CardFaces:
        """How cards look."""
        return card_faces(
            self.catalogues["contribution_kind"],
            self.catalogues["action_field"],
            self.catalogues["target_group"],
            self.zone,
        )


def capture_rows(
    workshop_id: str, wanted: CardFilter | None, seen: Sequence[int]
) -> Callable[[Workspace], CaptureRows]:
    """Return the question for a workshop; the cards at the places `seen` come along."""

    def ask(workspace: Workspace) -> CaptureRows:
        places = card_stream.positions(workspace, workshop_id, wanted or card_stream.CardFilter())
        visible = places if len(places) <= ALL_AT_ONCE else (*seen, *places[-NEWEST:])
        return CaptureRows(
            workshop_id=workshop_id,
            zone=workshops.get(workspace, workshop_id).timezone,
            catalogues=catalogues.of_workshop(workspace, workshop_id),
            counts=card_stream.counts(workspace, workshop_id),
            places=places,
            cards=card_stream.cards(workspace, workshop_id, visible),
            typed=capturing.half_typed(workspace, workshop_id),
        )

    return ask
