"""The capture line: which parts of a typed line are codes, and which are what somebody said.

A code counts only if it completes to something known; then it is a chip. Everything else is
literal, and so is a chip that was turned back into text. No character is ever lost: the pieces of
a line, put together, are the line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quartierdesk.domain.capture_words import (
    FIELD_SIGN,
    GROUP_SIGN,
    TABLE_SIGN,
    CodeWord,
    Vocabulary,
    candidates,
    completing,
    exact,
)
from quartierdesk.domain.text import fold

CodeName = Literal["kind", "quote", "field", "group", "table", "mentions"]

_WORD = re.compile(r"\S+")
_MENTIONS = re.compile(r"[xX×]([1-9]\d{0,2})", re.ASCII)
_QUOTES = {'"': '"', "„": "“”", "“": "”", "»": "«", "«": "»"}
_NO_BEGINNING = frozenset("!#$%&*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(frozen=True, slots=True)
class Chip:
    """A code in the line: from `start` up to `end`, what it says, and in which words.

    `complete` is False while somebody still types it: then `word` is what it would become.
    """

    name: CodeName
    start: int
    end: int
    value: str
    word: CodeWord | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line: text of the card, a code, or blanks that only separate."""

    part: Literal["text", "code", "blank"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A line with its codes in the order of the line, and what remains as text of the card."""

    line: str
    chips: tuple[Chip, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the text of the card."""
        return "".join(self.line[p.start : p.end] for p in self.pieces if p.part == "text")

    @property
    def kind(self) -> str:
        """Return the code of the kind, "" without one."""
        return self._first("kind") or self._first("quote") or ""

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the codes of the action fields, the first one leading."""
        return self._all("field")

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the codes of the target groups."""
        return self._all("group")

    @property
    def table(self) -> int | None:
        """Return the number of the table, None where the line names none."""
        number = self._first("table")
        return None if number is None else int(number)

    @property
    def mentions(self) -> int:
        """Return how often it was mentioned."""
        return int(self._first("mentions") or 1)

    def chip_before(self, position: int) -> Chip | None:
        """Return the complete chip that ends right before a caret at `position`."""
        return next((c for c in self.chips if c.complete and c.end == position), None)

    def _first(self, name: CodeName) -> str | None:
        return next((chip.value for chip in self.chips if chip.name == name), None)

    def _all(self, name: CodeName) -> tuple[str, ...]:
        return tuple(dict.fromkeys(chip.value for chip in self.chips if chip.name == name))


def parse(
    line: str,
    known: Vocabulary,
    literal: Iterable[int] = (),
    caret: int | None = None,
    choice: int = 0,
) -> ParsedLine:
    """Return the codes of `line`.

    `literal` are the beginnings of codes that were turned back into text. A word that is still
    being typed, with `caret` at its end, counts as what it would become: the candidate number
    `choice`. Anywhere else a code must be written in full or complete in one way only.
    """
    kept = frozenset(literal)
    words = _Words(line, known, kept, caret, choice)
    chips = words.chips()
    kind = _kind_chip(line, known, kept, chips)
    if kind is not None:
        chips.append(kind)
    else:
        chips += _quote_chips(line, known, kept, chips)
    chips.sort(key=lambda chip: chip.start)
    return ParsedLine(line, tuple(chips), tuple(p for p in _pieces(line, chips) if p.start < p.end))


@dataclass(frozen=True, slots=True)
class _Words:
    """The codes that stand alone as words of the line: field, target group, table, mentions."""

    line: str
    known: Vocabulary
    literal: frozenset[int]
    caret: int | None
    choice: int

    def chips(self) -> list[Chip]:
        found: list[Chip] = []
        for match in _WORD.finditer(self.line):
            if match.start() in self.literal:
                continue
            chip = self._chip(match[0], match.start(), match.end())
            single = chip is not None and chip.name in ("table", "mentions")
            if chip is not None and not (single and any(c.name == chip.name for c in found)):
                found.append(chip)
        return found

    def _chip(self, word: str, start: int, end: int) -> Chip | None:
        if mentions := _MENTIONS.fullmatch(word):
            often = mentions[1] != "1"
            return Chip("mentions", start, end, mentions[1]) if often else None
        if word[0] == TABLE_SIGN:
            number = self.known.table(word[1:])
            return None if number is None else Chip("table", start, end, str(number))
        if word[0] in (FIELD_SIGN, GROUP_SIGN):
            return self._word_chip(word, start, end)
        return None

    def _word_chip(self, word: str, start: int, end: int) -> Chip | None:
        name: CodeName = "field" if word[0] == FIELD_SIGN else "group"
        words = self.known.words(word[0])
        if self.caret == end:
            return self._chip_being_typed(name, words, word, start)
        whole = exact(words, word[1:])
        if whole is not None:
            return Chip(name, start, end, whole.code, whole)
        possible = completing(words, word[1:])
        if len(possible) != 1:
            return None
        return Chip(name, start, end, possible[0].code, possible[0], complete=False)

    def _chip_being_typed(
        self, name: CodeName, words: Sequence[CodeWord], word: str, start: int
    ) -> Chip | None:
        if not completing(words, word[1:]):
            return None
        offered = candidates(words, word[1:])
        chosen = offered[self.choice % len(offered)]
        complete = fold(word[1:]) == fold(chosen.token)
        return Chip(name, start, start + len(word), chosen.code, chosen, complete)


def _kind_chip(
    line: str, known: Vocabulary, literal: frozenset[int], chips: Iterable[Chip]
) -> Chip | None:
    """Return the sign of a kind: the first thing said, before what can begin a sentence."""
    starts = {chip.start: chip.end for chip in chips}
    place = _after_blanks_and_codes(line, 0, starts)
    kind = known.kinds.get(line[place : place + 1])
    if kind is None or place in literal:
        return None
    follows = _after_blanks_and_codes(line, place + 1, starts)
    first = line[follows : follows + 1]
    directly = follows == place + 1
    if first and (first in _NO_BEGINNING or (directly and not _begins_a_word(first))):
        return None
    return Chip("kind", place, place + 1, kind)


def _begins_a_word(character: str) -> bool:
    return character.isalpha() or character in _QUOTES


def _quote_chips(
    line: str, known: Vocabulary, literal: frozenset[int], chips: Iterable[Chip]
) -> list[Chip]:
    """Return the two quotation marks around all that was said, where there are just these two."""
    if not known.quote_kind:
        return []
    ends = {chip.end: chip.start for chip in chips}
    first = _after_blanks_and_codes(line, 0, {start: end for end, start in ends.items()})
    last = _before_blanks_and_codes(line, len(line), ends)
    closing = _QUOTES.get(line[first : first + 1], "")
    if first in literal or last - first < 3 or line[last - 1] not in closing:
        return []
    inside = line[first + 1 : last - 1]
    if not inside.strip() or any(mark in inside for mark in (line[first], line[last - 1])):
        return []
    value = known.quote_kind
    return [Chip("quote", first, first + 1, value), Chip("quote", last - 1, last, value)]


def _after_blanks_and_codes(line: str, place: int, starts: dict[int, int]) -> int:
    while place < len(line) and (line[place].isspace() or place in starts):
        place = starts.get(place, place + 1)
    return place


def _before_blanks_and_codes(line: str, place: int, ends: dict[int, int]) -> int:
    while place > 0 and (line[place - 1].isspace() or place in ends):
        place = ends.get(place, place - 1)
    return place


def _pieces(line: str, chips: Iterable[Chip]) -> Iterator[Piece]:
    """Return the line in pieces; between two texts the blanks of the first one stay."""
    place = 0
    cuts: list[tuple[int, int]] = []
    for chip in chips:
        cuts.append((place, chip.start))
        place = chip.end
    cuts.append((place, len(line)))
    last = max((n for n, cut in enumerate(cuts) if line[slice(*cut)].strip()), default=0)
    for number, (start, end) in enumerate(cuts):
        if number:
            yield Piece("code", cuts[number - 1][1], start)
        said = line[start:end]
        first = start + len(said) - len(said.lstrip()) if said.strip() else end
        until = start + len(said.rstrip()) if number == last else end
        yield Piece("blank", start, first)
        yield Piece("text", first, max(first, until))
        yield Piece("blank", max(first, until), end)
