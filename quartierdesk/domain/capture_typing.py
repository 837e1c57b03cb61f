"""Typing in the capture line: what is offered, taken, turned back into text, and moves along."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quartierdesk.domain.capture_line import ParsedLine, parse
from quartierdesk.domain.capture_words import (
    FIELD_SIGN,
    GROUP_SIGN,
    TABLE_SIGN,
    CodeWord,
    Vocabulary,
    candidates,
)
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.text import says_something

_WORD_AT_END = re.compile(r"\S+\Z")
_WORD = re.compile(r"\S+")
_ONE_SIGN = re.compile(r"[^\w#@/×]")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the code that ends at the caret may become, the best first; its place in the line."""

    sign: str
    start: int
    end: int
    typed: str
    words: tuple[CodeWord, ...]

    def ghost(self, choice: int = 0) -> str:
        """Return what is missing behind the caret, "" where the rest would not fit on."""
        token = self.chosen(choice).token
        fits = bool(self.typed) and token.casefold().startswith(self.typed.casefold())
        return token[len(self.typed) :] if fits else ""

    def chosen(self, choice: int) -> CodeWord:
        """Return the word that is offered first after `choice` times „next“."""
        return self.words[choice % len(self.words)]

    def taken(self, line: str, choice: int = 0) -> tuple[str, int]:
        """Return the line with the chosen word written in full and a blank, and the new caret."""
        word = self.chosen(choice)
        whole = self.typed + self.ghost(choice) if self.ghost(choice) else word.token
        head = f"{line[: self.start]}{self.sign}{whole}"
        rest = line[self.end :]
        blank = "" if rest.startswith(" ") else " "
        return f"{head}{blank}{rest}", len(head) + 1


def offer(line: str, known: Vocabulary, caret: int, literal: Iterable[int] = ()) -> Offer | None:
    """Return what is offered for the word that ends at the caret, None where nothing is."""
    if line[caret : caret + 1].strip():
        return None
    match = _WORD_AT_END.search(line[:caret])
    if match is None or match.start() in frozenset(literal):
        return None
    sign, typed = match[0][0], match[0][1:]
    if sign not in (FIELD_SIGN, GROUP_SIGN, TABLE_SIGN):
        return None
    words = candidates(known.words(sign), typed)
    return Offer(sign, match.start(), caret, typed, tuple(words)) if words else None


def as_text(parsed: ParsedLine, literal: Iterable[int], caret: int) -> frozenset[int] | None:
    """Return the literal beginnings after Backspace at `caret`; None: it deletes a character."""
    chip = parsed.chip_before(caret)
    if chip is None:
        return None
    together = [c.start for c in parsed.chips if c.name == "quote"]
    start = together[0] if chip.name == "quote" else chip.start
    return frozenset(literal) | {start}


def moved(literal: Iterable[int], before: str, after: str) -> frozenset[int]:
    """Return the literal beginnings of `before` where they stand in `after`.

    A code that was changed itself is no longer taken literally.
    """
    head = _common(before, after)
    tail = min(_common(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    shift = len(after) - len(before)
    found = set()
    for start in literal:
        place = start if start < head else start + shift
        inside = head <= start < len(before) - tail
        if not inside and _code_at(before, start) == _code_at(after, place):
            found.add(place)
    return frozenset(found)


def with_kind(line: str, parsed: ParsedLine, sign: str) -> tuple[str, int]:
    """Return the line with the sign of a kind in front, and by how much the caret moves.

    A sign that is there already is replaced; the same one again takes it away.
    """
    chip = next((chip for chip in parsed.chips if chip.name == "kind"), None)
    if chip is None:
        return f"{sign} {line}", len(sign) + 1
    head, rest = line[: chip.start], line[chip.end :]
    if line[chip.start : chip.end] != sign:
        return f"{head}{sign}{rest}", 0
    blank = 1 if rest.startswith(" ") else 0
    return f"{head}{rest[blank:]}", -1 - blank


def _code_at(line: str, place: int) -> str:
    match = _WORD.match(line, place)
    word = match[0] if match else ""
    return word[:1] if _ONE_SIGN.match(word) else word


def _common(one: str, other: str) -> int:
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def pasted_lines(text: str) -> list[str]:
    """Return the lines of a pasted text that say something."""
    return [line.strip() for line in text.splitlines() if says_something(line)]


def line_of(card: Contribution, known: Vocabulary) -> tuple[str, frozenset[int]] | None:
    """Return the line that would capture this card, and what in it is to be read literally.

    The table is left out: it stands beside the line. None where the text has several lines or no
    such line says the same, so that editing it would change what nobody wanted to change.
    """
    kind = next((f"{sign} " for sign, code in known.kinds.items() if code == card.kind), "")
    quoted = bool(card.kind) and card.kind == known.quote_kind
    opening, closing = ("„", "“") if quoted else ("", "")
    fields = [card.action_field, *card.further_fields] if card.action_field else []
    tokens = [
        f"{sign}{word.token}"
        for sign, codes in ((FIELD_SIGN, fields), (GROUP_SIGN, card.target_groups))
        for code in codes
        for word in known.words(sign)
        if word.code == code
    ]
    tokens += [f"x{card.mention_count}"] if card.mention_count > 1 else []
    head = f"{kind}{opening}"
    line = " ".join([f"{head}{card.text_original}{closing}", *tokens])
    said = range(len(head), len(head) + len(card.text_original))
    literal = _literal_in(line, known, said)
    again = parse(line, known, literal)
    same = again.text == card.text_original and "\n" not in line
    return (line, literal) if same and _says_as_much(again, card, known) else None


def _literal_in(line: str, known: Vocabulary, said: range) -> frozenset[int]:
    """Return the beginnings in `said` that would be codes, and are none."""
    literal: frozenset[int] = frozenset()
    while True:
        codes = {c.start for c in parse(line, known, literal).chips if c.start in said}
        if not codes:
            return literal
        literal |= codes


def _says_as_much(line: ParsedLine, card: Contribution, known: Vocabulary) -> bool:
    sayable = {*known.kinds.values(), known.quote_kind}
    words = {word.code for word in (*known.fields, *known.groups)}
    fields = [card.action_field, *card.further_fields] if card.action_field else []
    return (
        line.kind == (card.kind if card.kind in sayable else "")
        and line.fields == tuple(code for code in fields if code in words)
        and line.groups == tuple(code for code in card.target_groups if code in words)
        and line.mentions == card.mention_count
    )
