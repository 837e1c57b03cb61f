"""Texts that say nearly the same: offered to people, never acted on alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from quartierdesk.domain.text import fold

USUAL_LIKENESS = 88
"""From this share of common characters (0–100) on, two cards usually say the same."""

_MOST_TEXTS = 2_000
_SHORTEST_TEXT = 12


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
    for place, text in enumerate(folded):
        if len(text) < _SHORTEST_TEXT:
            continue
        earlier = {at: other for at, other in enumerate(folded[:place]) if other != text}
        best = process.extractOne(text, earlier, scorer=fuzz.ratio, score_cutoff=at_least)
        if best is not None:
            _other, likeness, at = best
            found.append(LikePair(at, place, int(likeness)))
    return found
