"""The words behind the codes of the capture line: action fields, target groups, tables, kinds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quartierdesk.domain.catalogues import Catalogue, CatalogueEntry
from quartierdesk.domain.text import fold, search_variants

FIELD_SIGN, GROUP_SIGN, TABLE_SIGN = "#", "@", "/"
QUOTE_SIGN = '"'
"""Sign by which the catalogue of kinds names the one for what was said word for word."""

HIGHEST_NEW_TABLE = 99
"""Highest number a table may be given in the capture line; higher ones must be set up before."""

_NOT_IN_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class CodeWord:
    """An entry that a code names: `code` is stored, `token` stands in the line behind the sign.

    `names` are the folded beginnings by which people may look for it, the best first.
    """

    code: str
    label: str
    token: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What codes can complete to in one workshop.

    `kinds` gives the code of the kind per sign (`!`), `quote_kind` that of a line in quotation
    marks ("" without one), `tables` the numbers of the tables that there are.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[CodeWord, ...] = ()
    groups: tuple[CodeWord, ...] = ()
    tables: tuple[int, ...] = ()
    quote_kind: str = ""

    def words(self, sign: str) -> tuple[CodeWord, ...]:
        """Return the words behind a sign, none behind a sign that has no words."""
        if sign == TABLE_SIGN:
            return tuple(_table_word(number) for number in self.tables)
        return {FIELD_SIGN: self.fields, GROUP_SIGN: self.groups}.get(sign, ())

    def table(self, digits: str) -> int | None:
        """Return the number of a table that is there or may be set up."""
        if not (digits.isascii() and digits.isdigit()) or digits.startswith("0"):
            return None
        number = int(digits[:4])
        return number if number in self.tables or number <= HIGHEST_NEW_TABLE else None


def vocabulary(
    kinds: Catalogue, fields: Catalogue, groups: Catalogue, tables: Iterable[int] = ()
) -> Vocabulary:
    """Return what codes complete to, from the catalogues of a workshop and its tables."""
    signs = {entry.short_code: entry.code for entry in kinds.entries if entry.short_code}
    return Vocabulary(
        kinds={sign: code for sign, code in signs.items() if sign != QUOTE_SIGN},
        fields=code_words(fields.entries),
        groups=code_words(groups.entries),
        tables=tuple(sorted(set(tables))),
        quote_kind=signs.get(QUOTE_SIGN, ""),
    )


def code_words(entries: Iterable[CatalogueEntry]) -> tuple[CodeWord, ...]:
    """Return catalogue entries as words of the line, with tokens that differ when folded."""
    taken: set[str] = set()
    words = []
    for entry in entries:
        token = _token(entry.short)
        if not token or fold(token) in taken:
            token = _token(entry.code)
        taken.add(fold(token))
        words.append(CodeWord(entry.code, entry.label, token, _names(entry, token)))
    return tuple(words)


def candidates(words: Sequence[CodeWord], typed: str) -> list[CodeWord]:
    """Return the words that `typed` may become, the best first; all of them for "".

    First comes the word that is meant exactly, then those whose name begins like this, then those
    with a later word that does, last those with it somewhere inside.
    """
    ranked = [
        (rank, place, word)
        for place, word in enumerate(words)
        if (rank := _rank(word, typed)) is not None
    ]
    return [word for _rank_, _place, word in sorted(ranked, key=lambda found: found[:2])]


def completing(words: Sequence[CodeWord], typed: str) -> list[CodeWord]:
    """Return the words of `candidates` of which a name begins with `typed`, not being ""."""
    if not typed:
        return []
    return [w for w in candidates(words, typed) if (_rank(w, typed) or 0) < _INSIDE]


def exact(words: Sequence[CodeWord], typed: str) -> CodeWord | None:
    """Return the word that `typed` names in full, by its token or its letters."""
    return next((word for word in words if _rank(word, typed) == _EXACT), None)


_EXACT, _BEGINNING, _LATER_WORD, _INSIDE = range(4)


def _rank(word: CodeWord, typed: str) -> int | None:
    if not typed:
        return _BEGINNING
    best: int | None = None
    for variant in search_variants(typed):
        rank = _rank_of(word, variant)
        if rank is not None and (best is None or rank < best):
            best = rank
    return best


def _rank_of(word: CodeWord, typed: str) -> int | None:
    token, letter, label, *later = word.names
    if typed in (token, letter):
        return _EXACT
    if token.startswith(typed) or label.startswith(typed):
        return _BEGINNING
    if any(name.startswith(typed) for name in later):
        return _LATER_WORD
    return _INSIDE if any(typed in name for name in (token, label, *later)) else None


def _token(name: str) -> str:
    return _NOT_IN_A_WORD.sub("-", name.casefold()).strip("-")


def _names(entry: CatalogueEntry, token: str) -> tuple[str, ...]:
    letter = fold(entry.letter or "")
    later = (fold(part) for part in _NOT_IN_A_WORD.split(f"{entry.short} {entry.label}"))
    spelt = dict.fromkeys(name for name in later if name)
    return (fold(token), letter, fold(_token(entry.label)), *spelt)


def _table_word(number: int) -> CodeWord:
    digits = str(number)
    return CodeWord(digits, digits, digits, (digits, digits, digits))
