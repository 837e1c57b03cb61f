"""What might belong together on the wall: offered with the reason, never done by itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quartierdesk.domain.likeness import stems
from quartierdesk.domain.shared_words import Stems, attractions, gatherings
from quartierdesk.services.similar import like_pairs
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import Wall, WallColumn, wall
from quartierdesk.store.workspace import Workspace

SuggestionKind = Literal["bundle", "move", "cluster"]

# The newest cards decide: on them somebody is working, and the cost stays the same whatever the
# wall holds.
_NEWEST = 400
_MOST_SUGGESTIONS = 30
_MOST_TOGETHER = 8
_MOST_EXPLAINED = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Cards that might be bundled, moved into a column or made into a new one.

    `cards` are ids of wall cards, `contributions` those of everything behind them; `words` are
    the words they share. `likeness` (0–100) says how alike the wordings of a bundle are.
    `cluster_id` and `title` name the column; for a new one the title is only a proposal. `key`
    stays the same while the same cards are meant.
    """

    kind: SuggestionKind
    cards: tuple[str, ...]
    contributions: tuple[str, ...]
    words: tuple[str, ...] = ()
    likeness: int = 0
    cluster_id: str | None = None
    title: str = ""

    @property
    def key(self) -> str:
        """Return what tells this suggestion from others, also after the wall was read anew."""
        return "|".join((self.kind, self.cluster_id or "", *sorted(self.cards)))


def suggested(workspace: Workspace, workshop_id: str) -> tuple[Suggestion, ...]:
    """Return what might belong together: same wordings first, then columns, then new themes.

    Looked at are the newest 400 cards that are not sorted yet.
    """
    return for_wall(wall(workspace, workshop_id))


def for_wall(shown: Wall) -> tuple[Suggestion, ...]:
    """Return the suggestions for a wall as it was read."""
    heap = shown.columns[0].cards[-_NEWEST:]
    columns = [column for column in shown.columns if column.kind == "cluster"]
    texts = {card.id: _stems(card.text) for card in heap}
    inside = [[_stems(card.text) for card in column.cards[-_NEWEST:]] for column in columns]
    every = [*texts.values(), *(text for column in inside for text in column)]
    known = Counter(stem for text in every for stem in text)

    found = _bundles(heap)
    left = _without(heap, found)
    groups = [(stems(c.title), own) for c, own in zip(columns, inside, strict=True)]
    fits = attractions([texts[c.id] for c in left], groups, known, len(every))
    for fit in fits:
        cards = [left[place] for place in fit.places[:_MOST_TOGETHER]]
        found.append(_into(columns[fit.group], cards, fit.words))
    left = _without(left, found)
    found += _themes(left, [texts[c.id] for c in left], known, len(every))
    return tuple(found[:_MOST_SUGGESTIONS])


@lru_cache(maxsize=4_000)
def _stems(text: str) -> Stems:
    """Return the stems of a text; after a card was moved nearly all texts are the same again."""
    return stems(text)


def _bundles(cards: Sequence[WallCard]) -> list[Suggestion]:
    groups: dict[int, set[int]] = {}
    alike: dict[int, int] = {}
    for pair in like_pairs([card.original or card.text for card in cards]):
        root = next((at for at, group in groups.items() if pair.first in group), pair.first)
        groups.setdefault(root, {pair.first}).add(pair.second)
        alike[root] = min(pair.likeness, alike.get(root, 100))
    return [
        Suggestion("bundle", *_ids([cards[at] for at in sorted(group)]), likeness=alike[root])
        for root, group in sorted(groups.items())
    ]


def _into(column: WallColumn, cards: Sequence[WallCard], words: tuple[str, ...]) -> Suggestion:
    return Suggestion("move", *_ids(cards), words, cluster_id=column.id, title=column.title)


def _themes(
    cards: Sequence[WallCard], texts: Sequence[Stems], known: Counter[str], total: int
) -> Iterable[Suggestion]:
    for group in gatherings(texts, known, total, most=_MOST_TOGETHER):
        chosen = [cards[place] for place in group.places]
        yield Suggestion("cluster", *_ids(chosen), group.words, title=_title(group.words))


def _title(words: Sequence[str]) -> str:
    """Return a first name for a theme; people will find a better one."""
    first = words[0].rstrip("…")
    return first[:1].upper() + first[1:]


def _ids(cards: Sequence[WallCard]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    members = tuple(member for card in cards for member in card.members)
    return tuple(card.id for card in cards), members


def _without(cards: Sequence[WallCard], found: Iterable[Suggestion]) -> list[WallCard]:
    taken = {card for suggestion in found for card in suggestion.cards}
    return [card for card in cards if card.id not in taken]
