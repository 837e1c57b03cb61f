"""Texts that say nearly the same: offered to people, never acted on alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from quartierdesk.domain.likeness import stems
from quartierdesk.domain.text import fold
from quartierdesk.store.workspace import Workspace

USUAL_LIKENESS = 88
"""From this share of common characters (0–100) on, two cards usually say the same."""

_MOST_TEXTS = 2_000
_SHORTEST_TEXT = 12

_MOST_STEMS = 12
_BEST_HITS = 40
_FEWEST_COMMON = 2
_USUAL_SHARE = 0.5

# The span of numbers keeps the cards of other workshops out before they are ranked.
_LIKE = """
SELECT c.id, c.label, c.text_original, c.mention_count, c.folded
FROM (
    SELECT s.rowid FROM contribution_search s
    WHERE s.folded MATCH ? AND s.rowid BETWEEN
        (SELECT min(seq) FROM contribution WHERE workshop_id = ?) AND
        (SELECT max(seq) FROM contribution WHERE workshop_id = ?)
    ORDER BY s.rank LIMIT ?
) found JOIN contribution c ON c.seq = found.rowid
WHERE c.workshop_id = ? AND c.deleted = 0
"""


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A card that may say what somebody is typing; `common` are the typed words that it shares."""

    id: str
    label: str
    text: str
    mention_count: int
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two texts by their places in the list, and how alike they are (0–100)."""

    first: int
    second: int
    likeness: int


def like_pairs(texts: Sequence[str], at_least: int = USUAL_LIKENESS) -> list[LikePair]:
    """Return for each text the most similar earlier one, where there is one; equal texts excepted.

    Compared are the folded texts by normalised indel similarity (share of characters that stay
    when one is turned into the other). Very short texts are left out, and of long lists only the
    first 2,000 are compared, because the work grows with the square.
    """
    folded = [" ".join(fold(text).split()) for text in texts[:_MOST_TEXTS]]
    found = []
    seen: set[str] = set()
    for place, text in enumerate(folded):
        earlier: list[str | None] = list(folded[:place])
        if text in seen:
            earlier = [None if other == text else other for other in earlier]
        seen.add(text)
        if len(text) < _SHORTEST_TEXT:
            continue
        best = process.extractOne(text, earlier, scorer=fuzz.ratio, score_cutoff=at_least)
        if best is not None:
            _other, likeness, at = best
            found.append(LikePair(at, place, int(likeness)))
    return found


def said_before(
    workspace: Workspace, workshop_id: str, text: str, limit: int = 1
) -> list[SaidBefore]:
    """Return the cards of a workshop that share most meaning words with `text`, best first.

    A card is like the text when at least two of its meaning words and half of all of them occur in
    the card, compared by their stems. Offered to people with the words that are shared, so that
    they see why; never acted on alone.
    """
    wanted = dict(list(stems(text).items())[:_MOST_STEMS])
    if len(wanted) < _FEWEST_COMMON:
        return []
    match = " OR ".join(f'"{stem}"' for stem in wanted)
    parameters = (match, workshop_id, workshop_id, _BEST_HITS, workshop_id)
    with workspace.reading() as session:
        rows = session.connection().exec_driver_sql(_LIKE, parameters).all()
    found = []
    for row in rows:
        common = tuple(word for stem, word in wanted.items() if stem in row.folded)
        enough = len(common) >= max(_FEWEST_COMMON, len(wanted) * _USUAL_SHARE)
        if enough:
            said = SaidBefore(row.id, row.label, row.text_original, row.mention_count, common)
            found.append((-len(common), len(row.folded), said))
    return [said for *_order, said in sorted(found, key=lambda each: each[:2])[:limit]]
