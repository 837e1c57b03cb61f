"""Words with their widths, made once for each way of setting them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting import characters
from quartierdesk.exports.setting.fonts import Face, base_font
from quartierdesk.exports.setting.hyphens import break_positions
from quartierdesk.exports.setting.styles import Piece, Span, TextStyle, Type

SOFT_HYPHEN = "\xad"
# In every base font; a test looks.
_USUAL = re.compile("[ -~\xa0-\xac\xae-\u017e–—„“”‚‘’…€]*")
_LONGEST_KEPT = 40  # letters; longer words hardly ever come back
_LETTERS = re.compile(r"[^\W\d_]{7,}")
_JOINT = re.compile(r"(?<=\w)[-/–](?=\w)")
_ADDRESS = re.compile(r"://|www\.|@")
_ADDRESS_JOINT = re.compile(r"[/.?&=_-](?=\w)")


@dataclass(slots=True)
class Word:
    """What stands between two blanks: its pieces in reading order and their width together.

    `text` is what was written. `from_the_right`: there is Arabic or Hebrew writing in it. `plain`
    is its type if it is of one font, reads as it is shown and leads nowhere.
    """

    text: str
    width: float
    pieces: tuple[Piece, ...]
    from_the_right: bool = False
    plain: Type | None = None


class Words(dict[str, Word]):
    """The words of one way of setting: style, span, colours."""

    def __init__(self, style: TextStyle, span: Span, inks: Inks, missing: set[str]) -> None:
        super().__init__()
        self.face: Face = span.face or style.face
        self.size = style.size
        self.ink = inks.of(span.role or style.role)
        self.link = span.link
        self._missing = missing
        self.base = Type(base_font(self.face), self.size, self.ink)
        self.space = self.base.font.width(" ", self.size)

    def __missing__(self, text: str) -> Word:
        word = self._set(text)
        if len(text) <= _LONGEST_KEPT:
            self[text] = word
        return word

    def _set(self, text: str) -> Word:
        font = self.base.font
        if _USUAL.fullmatch(text) or font.covers.issuperset(map(ord, text)):
            width = font.width(text, self.size)
            plain = None if self.link else self.base
            return Word(text, width, (Piece(self.base, text, width, self.link),), plain=plain)
        right = characters.is_from_the_right(text)
        pieces = self.pieces(characters.joined_letters(text) if right else text)
        return Word(text, sum(piece.width for piece in pieces), pieces, right)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Return `text` as pieces of one font each."""
        return tuple(
            Piece(
                Type(run.font, self.size, self.ink),
                run.text,
                run.font.width(run.text, self.size),
                self.link,
                run.source,
            )
            for run in characters.runs(text, self.face, self._missing)
        )


def glued(parts: list[Word]) -> Word:
    """Return words of different looks, without a blank between them, as one."""
    if len(parts) == 1:
        return parts[0]
    return Word(
        "".join(part.text for part in parts),
        sum(part.width for part in parts),
        tuple(piece for part in parts for piece in part.pieces),
        any(part.from_the_right for part in parts),
    )


def cut(word: Word, room: float, hyphenate: bool) -> tuple[Word, Word] | None:
    """Return a plain word in two parts of which the first is at most `room` wide.

    After „-“ and „/“ rather than within a word; the first part then ends with a soft hyphen.
    """
    piece = word.pieces[0]
    if len(word.pieces) > 1 or piece.source or word.from_the_right:
        return None
    for at in _joints(word.text):
        first = _part(piece, word.text[:at])
        if first.width <= room:
            return first, _part(piece, word.text[at:])
    if hyphenate:
        hyphen = piece.type.font.width("-", piece.type.size)
        for at in _syllables(word.text):
            first = _part(piece, word.text[:at])
            if first.width + hyphen <= room:
                return _hyphenated(first, hyphen), _part(piece, word.text[at:])
    return None


def chop(word: Word, room: float) -> list[Word]:
    """Return a word that is wider than a whole line in parts that are not, in linear time."""
    parts: list[Word] = []
    atoms: list[Piece] = []
    used = 0.0
    for atom in _atoms(word):
        if atoms and used + atom.width > room:
            parts.append(_of(atoms))
            atoms, used = [], 0.0
        atoms.append(atom)
        used += atom.width
    parts.append(_of(atoms))
    return parts


def _atoms(word: Word) -> Iterator[Piece]:
    """Yield a piece for each letter; those of Arabic words are joined anew line by line."""
    if word.from_the_right:
        types, link = [piece.type for piece in word.pieces], word.pieces[0].link
        for letter in word.text:
            shown = any(ord(letter) in kind.font.covers for kind in types)
            first = ord(letter if shown else characters.stand_in(letter)[0])
            kind = next((one for one in types if first in one.font.covers), types[0])
            yield _atom(kind, letter, link, shown=shown)
        return
    for piece in word.pieces:
        for letter in piece.source or piece.text:
            yield _atom(piece.type, letter, piece.link, shown=not piece.source)


def _atom(kind: Type, letter: str, link: str, *, shown: bool) -> Piece:
    text = letter if shown else characters.stand_in(letter)
    width = kind.font.width(text, kind.size)
    return Piece(kind, text, width, link, "" if shown else letter)


def _of(atoms: list[Piece]) -> Word:
    pieces: list[Piece] = []
    for atom in atoms:
        last = pieces[-1] if pieces else None
        if last and last.type is atom.type and bool(last.source) == bool(atom.source):
            text, source = last.text + atom.text, last.source + atom.source
            pieces[-1] = Piece(atom.type, text, last.width + atom.width, atom.link, source)
        else:
            pieces.append(atom)
    text = "".join(piece.source or piece.text for piece in pieces)
    right = characters.is_from_the_right(text)
    return Word(text, sum(piece.width for piece in pieces), tuple(pieces), right)


def _joints(text: str) -> list[int]:
    pattern = _ADDRESS_JOINT if _ADDRESS.search(text) else _JOINT
    return [found.end() for found in pattern.finditer(text)][::-1]


def _syllables(text: str) -> list[int]:
    if _ADDRESS.search(text):
        return []
    places = [
        letters.start() + at
        for letters in _LETTERS.finditer(text)
        for at in break_positions(letters.group())
    ]
    return places[::-1]


def _part(piece: Piece, text: str) -> Word:
    width = piece.type.font.width(text, piece.type.size)
    plain = None if piece.link else piece.type
    return Word(text, width, (Piece(piece.type, text, width, piece.link),), plain=plain)


def _hyphenated(word: Word, hyphen: float) -> Word:
    piece = word.pieces[0]
    width = word.width + hyphen
    text = word.text + SOFT_HYPHEN
    return Word(text, width, (Piece(piece.type, text, width, piece.link),), plain=word.plain)
