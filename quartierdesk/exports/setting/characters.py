"""From characters to runs of one font: other scripts, what no font has, writing from the right."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display

from quartierdesk.exports.setting.fonts import Face, Font, base_font, fallbacks, font

_REPLACEMENT = "\ufffd"
# Shown instead, because no font here has them; whoever listens or copies gets the real one.
_STAND_INS = {
    "→": "–›",
    "←": "‹–",
    "⇒": "=›",
    "✓": "✔",
    "☐": "[ ]",
    "☒": "[x]",
    "✗": "x",
    "✘": "x",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~",
    "★": "*",
    "☆": "*",
    "●": "•",
    "○": "°",
    "■": "•",
    "▪": "•",
    "►": "›",
}
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_NO_CHARACTERS = ("Cc", "Cs", "Cn")  # nothing that could be read out or written into a file
_JOINERS = ("Cf", "Mn", "Me")  # categories of characters that only change their neighbours


class Run(NamedTuple):
    """Characters of one font; `source` is what was written if something else is shown."""

    font: Font
    text: str
    source: str = ""


def runs(text: str, face: Face, missing: set[str]) -> list[Run]:
    """Return `text` as runs; characters that no font has are shown as U+FFFD and added to
    `missing`."""
    base = base_font(face)
    if base.covers.issuperset(map(ord, text)):
        return [Run(base, text)]
    merged: list[Run] = []
    for run in _single(text, face, missing):
        if merged and merged[-1].font is run.font and bool(merged[-1].source) == bool(run.source):
            last = merged[-1]
            merged[-1] = Run(last.font, last.text + run.text, last.source + run.source)
        else:
            merged.append(run)
    return merged


def _single(text: str, face: Face, missing: set[str]) -> Iterator[Run]:
    base = base_font(face)
    for character in text:
        found = _with(character, face)
        if found:
            yield Run(found, character)
        elif unicodedata.category(character) in _JOINERS:
            continue
        elif unicodedata.category(character) in _NO_CHARACTERS:
            yield Run(base, _REPLACEMENT)
        elif character in _STAND_INS:
            shown = _STAND_INS[character]
            yield Run(_with(shown[0], face) or base, shown, character)
        else:
            missing.add(character)
            yield Run(base, _REPLACEMENT, character)


def stand_in(character: str) -> str:
    """Return what is shown instead of a character that no font has."""
    return _STAND_INS.get(character, _REPLACEMENT)


@cache
def _with(character: str, face: Face) -> Font | None:
    code = ord(character)
    base = base_font(face)
    if code in base.covers:
        return base
    return next((one for one in map(font, fallbacks(face)) if code in one.covers), None)


def is_from_the_right(text: str) -> bool:
    """Say whether there is Arabic or Hebrew writing in `text`."""
    return bool(_FROM_THE_RIGHT.search(text))


def starts_from_the_right(text: str) -> bool:
    """Say whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def language_of(text: str) -> str:
    """Return the code of the language that the script of `text` suggests."""
    return "he" if _HEBREW.search(text) else "ar"


def joined_letters(text: str) -> str:
    """Return Arabic letters in the forms in which they join; the order stays that of reading."""
    shaped: str = _reshaper().reshape(text)
    return shaped


def as_shown(text: str, from_the_right: bool) -> str:
    """Return joined letters in the order from left to right; brackets are mirrored."""
    shown: str = get_display(text, base_dir="R" if from_the_right else "L")
    return shown


@cache
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper({"delete_harakat": False})
