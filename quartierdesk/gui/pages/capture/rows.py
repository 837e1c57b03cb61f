"""What the page asks the workspace for: cards at once, counts a moment later; frozen rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.domain.capture_words import Vocabulary, vocabulary
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.gui.pages.capture.faces import CardFaces, card_faces
from quartierdesk.services import card_stream, catalogue_reading, workshop_reading
from quartierdesk.services.card_stream import CardCounts, CardFilter, CardRow
from quartierdesk.services.half_typed import HalfTyped, half_typed
from quartierdesk.services.open_file import Readable
from quartierdesk.services.own_table import own_table

NEWEST = 60
"""So many of the newest cards come along with the answer, because one sees them."""

ALL_AT_ONCE = 800
"""Up to so many cards come along completely, so that their heights are known."""


@dataclass(frozen=True, slots=True)
class CaptureRows:
    """What the page shows at once. `typed` is what stood half-typed in the line."""

    workshop_id: str
    zone: str
    catalogues: Mapping[str, Catalogue]
    tables: Sequence[TopicTable]
    places: tuple[int, ...]
    cards: Sequence[CardRow]
    typed: HalfTyped

    @property
    def known(self) -> Vocabulary:
        """What codes complete to."""
        return vocabulary(*self._lists(), (table.number for table in self.tables))

    @property
    def faces(self) -> CardFaces:
        """How cards look."""
        return card_faces(*self._lists(), self.zone)

    def _lists(self) -> tuple[Catalogue, Catalogue, Catalogue]:
        found = self.catalogues
        return found["contribution_kind"], found["action_field"], found["target_group"]


@dataclass(frozen=True, slots=True)
class CountedRows:
    """What may come a moment later: counts, and labels (by id) that had to be made distinct."""

    counts: CardCounts
    labels: Mapping[str, str]


def capture_rows(
    workshop_id: str,
    wanted: CardFilter,
    seen: Sequence[int],
    labels: Mapping[str, str] | None,
) -> Callable[[Readable], CaptureRows]:
    """Return the question for a workshop; the cards at the places `seen` come along.

    `labels` are the distinct ones that are known already. The laptop of a table shows that table
    alone, unless something else is asked for.
    """

    def ask(workspace: Readable) -> CaptureRows:
        own = own_table(workspace) if wanted.wants_all else None
        asked = CardFilter(table=own.number) if own and own.workshop_id == workshop_id else wanted
        places = card_stream.positions(workspace, workshop_id, asked)
        visible = places if len(places) <= ALL_AT_ONCE else (*seen, *places[-NEWEST:])
        return CaptureRows(
            workshop_id=workshop_id,
            zone=workshop_reading.get(workspace, workshop_id).timezone,
            catalogues=catalogue_reading.of_workshop(workspace, workshop_id),
            tables=workshop_reading.tables(workspace, workshop_id),
            places=places,
            cards=card_stream.cards(workspace, workshop_id, visible, labels),
            typed=half_typed(workspace, workshop_id),
        )

    return ask


def capture_counts(workshop_id: str) -> Callable[[Readable], CountedRows]:
    """Return the question for the counts of a workshop."""

    def ask(workspace: Readable) -> CountedRows:
        return CountedRows(
            card_stream.counts(workspace, workshop_id),
            card_stream.repeated_labels(workspace, workshop_id),
        )

    return ask
