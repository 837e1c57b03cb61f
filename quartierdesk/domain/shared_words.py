"""Words that cards have in common: why cards might belong together, said so that people can judge.

A rule of thumb of our own. Words are compared by their stems (`likeness.stems`), words that nearly
every card has are left out, and a word counts the more the fewer cards have it.
"""

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quartierdesk.domain.text import fold

_MOST_EXPLAINED = 3

# A stem in more than this share of all cards says nothing about what a card is about.
_USUAL_SHARE = 0.2
_NEVER_USUAL = 5

# A short word in a title, such as „alt“, does not decide alone.
_TELLING_ALONE = 4
_TELLING_TOGETHER = 2

Stems = Mapping[str, str]
"""The stems of a text with the word as it was written, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Texts (by their places) that share words; the words are the telling ones, best first."""

    places: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attraction:
    """Texts (by their places) that fit a group of others, and the words they share with it."""

    group: int
    places: tuple[int, ...]
    words: tuple[str, ...]


def gatherings(
    texts: Sequence[Stems], known: Counter[str], total: int, *, least: int = 3, most: int = 8
) -> list[Gathering]:
    """Return groups of `least` to `most` texts that share a telling word, best first.

    `known` says in how many of the `total` cards a stem occurs. No text is in two groups.
    """
    members: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in text:
            members.setdefault(stem, []).append(place)
    weights = {stem: weight(known[stem], total) for stem in members}
    order = sorted(members, key=lambda s: (-weights[s] * min(len(members[s]), most), s))
    found, taken = [], set[int]()
    for stem in order:
        free = [place for place in members[stem] if place not in taken]
        if weights[stem] <= 0 or not least <= len(free) <= most:
            continue
        taken.update(free)
        found.append(Gathering(tuple(free), _words(free, texts, weights, first=stem)))
    return found


def attractions(
    texts: Sequence[Stems],
    groups: Sequence[tuple[Stems, Sequence[Stems]]],
    known: Counter[str],
    total: int,
) -> list[Attraction]:
    """Return which texts fit which group, for each text its best group and the reason.

    A group is its title and its texts. A text fits where it shares a telling word with the title,
    or two with at least two texts of the group each. Texts are told together only where the word
    that decided is the same for all of them.
    """
    profiles = [_profile(title, inside) for title, inside in groups]
    weights = {s: weight(known[s], total) for s in {stem for text in texts for stem in text}}
    telling = {stem: value for stem, value in weights.items() if value > 0}
    holders: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        for stem in telling.keys() & profile.keys():
            holders.setdefault(stem, []).append(number)
    found: dict[tuple[int, str], list[int]] = {}
    reasons: dict[tuple[int, str], Counter[str]] = {}
    for place, text in enumerate(texts):
        fits = {
            n: _fit(text, groups[n][0], profiles[n], telling)
            for n in {number for stem in text for number in holders.get(stem, ())}
        }
        score, group = max(((fit.score, -n) for n, fit in fits.items()), default=(0.0, 0))
        if score > 0:
            words = fits[-group].words
            found.setdefault((-group, words[0]), []).append(place)
            reasons.setdefault((-group, words[0]), Counter()).update(words)
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    return [
        Attraction(key[0], tuple(found[key]), _told(key[1], reasons[key], texts, found[key]))
        for key in order
    ]


def weight(cards: int, total: int) -> float:
    """Return how telling a stem is that occurs in `cards` of `total` cards; 0 says nothing."""
    if not 0 < cards <= max(_NEVER_USUAL, _USUAL_SHARE * total):
        return 0.0
    return math.log((total + 1) / cards)


class _Fit(NamedTuple):
    """How well a text fits a group, and by which stems, the most telling one first."""

    score: float
    words: tuple[str, ...]


_NO_FIT = _Fit(0.0, ())


def _fit(
    text: Stems, title: Stems, profile: Mapping[str, float], telling: Mapping[str, float]
) -> _Fit:
    strength = {s: telling[s] * profile[s] for s in text if s in telling and s in profile}
    words = sorted(strength, key=lambda s: (-strength[s], s))
    named = any(s in title and len(s) >= _TELLING_ALONE for s in words)
    if not named and len(words) < _TELLING_TOGETHER:
        return _NO_FIT
    return _Fit(sum(strength[s] for s in words), tuple(words))


def _profile(title: Stems, inside: Sequence[Stems]) -> dict[str, float]:
    """Return by stem how strongly it stands for a group: the title fully, texts by their share.

    What only one text says stands for nothing.
    """
    counts = Counter(stem for text in inside for stem in text)
    profile = {stem: count / len(inside) for stem, count in counts.items() if count > 1}
    return profile | dict.fromkeys(title, 1.0)


def _words(
    places: Sequence[int], texts: Sequence[Stems], weights: Mapping[str, float], first: str
) -> tuple[str, ...]:
    """Return the word that brought texts together, then others that at least two of them share."""
    counts = Counter(stem for place in places for stem in texts[place])
    others = [s for s, n in counts.items() if n > 1 and s != first and weights[s] > 0]
    others.sort(key=lambda s: (-counts[s], -weights[s], s))
    return _written([first, *others], texts, places)


def _told(
    first: str, counts: Counter[str], texts: Sequence[Stems], places: Sequence[int]
) -> tuple[str, ...]:
    """Return the word that decided for all, then others that all of them share."""
    others = sorted(s for s, n in counts.items() if n == len(places) and s != first)
    return _written([first, *others], texts, places)


def _written(
    order: Sequence[str], texts: Sequence[Stems], places: Sequence[int]
) -> tuple[str, ...]:
    chosen = order[:_MOST_EXPLAINED]
    return tuple(_common([texts[p][s] for p in places if s in texts[p]]) for s in chosen)


def _common(words: Sequence[str]) -> str:
    """Return a word as the texts have it, or what different words have in common: „Nachbar…“."""
    first = words[0]
    if all(fold(word) == fold(first) for word in words):
        return first
    alike = itertools.takewhile(
        lambda letters: len(set(map(fold, letters))) == 1, zip(*words, strict=False)
    )
    beginning = sum(1 for _ in alike)
    return f"{first[:beginning]}…" if beginning else first
