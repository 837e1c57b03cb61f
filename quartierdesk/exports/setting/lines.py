"""Breaking paragraphs into lines, ragged on the right, in time linear to their length."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting import characters
from quartierdesk.exports.setting.fonts import is_base_font
from quartierdesk.exports.setting.styles import Line, Piece, Span, Text, TextStyle, Type, spans
from quartierdesk.exports.setting.words import SOFT_HYPHEN, Word, Words, chop, cut, glued

_ZONE = 0.14  # of the measure: below this raggedness no word is broken
_HYPHENS_IN_A_ROW = 2
_SLACK = 0.01  # points
_OPENING_MARKS = "„‚“«»("
_MONTHS = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Okt\\.|Nov\\.|Dez\\."
)
_BEFORE_NUMBERS = ("A", "B", "K", "L", "Zimmer", "Tisch", "Abschnitt", "Rang", "Seite", "§")
_BEFORE_WORDS = ("Nr", "Az", "Art", "Kl", "St", "Dr", "z", "e", "u", "i")
# The blank comes first and what stands before it is looked at afterwards: that is quick.
_STAY_TOGETHER = re.compile(
    " (?:"
    + "|".join(
        [
            rf"(?<=\d\. )(?=(?:{_MONTHS})\b)",
            r"(?<=\d )(?=(?:%|€|°C|Uhr|km|m|cm|kg|Mio\.|Prozent|Euro)(?!\w))",
            *(rf"(?<=(?<!\w){word} )(?=\d)" for word in _BEFORE_NUMBERS),
            *(rf"(?<=(?<!\w){word}\. )(?=\w)" for word in _BEFORE_WORDS),
            *(rf"(?<=(?<!\S){digits} )(?=[A-ZÄÖÜ])" for digits in (r"\d", r"\d\d", r"\d\d\d")),
            "(?=–(?: |$))",
        ]
    )
    + ")"
)
# Without one of these nothing stays together; most of what citizens say has none.
_MAY_STAY = re.compile(r"\d|–|\. ")
_NO_BREAK_SPACE = "\xa0"


class Typesetter:
    """Breaks text in given colours; remembers words, and in `missing` what no font could show."""

    def __init__(self, inks: Inks, missing: set[str] | None = None) -> None:
        self.inks = inks
        self.missing = set() if missing is None else missing
        self._words: dict[tuple[TextStyle, str | None, str | None, str], Words] = {}

    def lines(self, text: Text, style: TextStyle, width: float) -> list[Line]:
        """Return `text` in lines of at most `width` points; a paragraph without text has none.

        Line feeds in the text are kept; they are read as blanks, as is the end of any line. Only a
        single character may be wider than a line.
        """
        found: list[Line] = []
        paragraphs = _paragraphs(spans(text))
        for at, paragraph in enumerate(paragraphs, start=1):
            found += self._paragraph(paragraph, style, width, ends=at == len(paragraphs))
        return found

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width of `text` on one line."""
        vocabulary = self._vocabulary(style, Span(""))
        words = text.split(" ")
        return sum(vocabulary[word].width for word in words) + vocabulary.space * (len(words) - 1)

    def one_line(self, text: str, style: TextStyle) -> Line:
        """Return `text` as one line however long it is."""
        words = [word for word, _ in self._split([Span(text)], style)]
        if not words:
            return Line((), 0.0)
        row = _Row(words, False, self.width(text, style))
        return self._line(row, style, ends=True, from_the_right=_starts_right(words))

    def _vocabulary(self, style: TextStyle, span: Span) -> Words:
        key = (style, span.face, span.role, span.link)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = Words(style, span, self.inks, self.missing)
        return found

    def _split(self, paragraph: list[Span], style: TextStyle) -> list[tuple[Word, float]]:
        """Return the words of a paragraph, each with the width of the blank before it."""
        if len(paragraph) == 1:
            span = paragraph[0]
            vocabulary = self._vocabulary(style, span)
            space = vocabulary.space
            words = _together(span.text).split(" ")
            return [(vocabulary[word], space) for word in words if word]
        found: list[tuple[Word, float]] = []
        open_parts: list[Word] = []
        space = 0.0
        for span in paragraph:
            vocabulary = self._vocabulary(style, span)
            for at, part in enumerate(_together(span.text).split(" ")):
                if at:
                    if open_parts:
                        found.append((glued(open_parts), space))
                    open_parts, space = [], vocabulary.space
                if part:
                    open_parts.append(vocabulary[part])
        if open_parts:
            found.append((glued(open_parts), space))
        return found

    def _paragraph(
        self, paragraph: list[Span], style: TextStyle, width: float, *, ends: bool
    ) -> list[Line]:
        split = self._split(paragraph, style)
        words = [word for word, _ in split]
        right = any(word.from_the_right for word in words) and _starts_right(words)
        filled = _fill(words, [space for _, space in split], style.hyphenate, width)
        last = len(filled) - 1
        lines = [
            self._line(
                row,
                style,
                ends=ends if at == last else not row.blank,
                from_the_right=right,
            )
            for at, row in enumerate(filled)
        ]
        if style.hang and lines and lines[0].pieces and not right:
            first = lines[0].pieces[0]
            if first.text[0] in _OPENING_MARKS:
                mark = first.type.font.width(first.text[0], first.type.size)
                lines[0] = lines[0]._replace(indent=-mark)
        return lines

    def _line(self, row: "_Row", style: TextStyle, *, ends: bool, from_the_right: bool) -> Line:
        words, plain = row.words, row.words[0].plain
        if plain is not None and {id(word.plain) for word in words} == {id(plain)}:
            text = " ".join([word.text for word in words])
            shown = text if ends or text.endswith(SOFT_HYPHEN) else f"{text} "
            return Line((Piece(plain, shown, row.width),), row.width)
        if any(word.from_the_right for word in words):
            return self._mixed_line(words, style, from_the_right)
        return _varied_line(words, self._vocabulary(style, Span("")).base, ends)

    def _mixed_line(self, words: list[Word], style: TextStyle, from_the_right: bool) -> Line:
        actual = " ".join(word.text for word in words)
        shown = characters.as_shown(characters.joined_letters(actual), from_the_right)
        piece = words[0].pieces[0]
        look = Span("", role=piece.type.ink, link=piece.link)
        pieces = self._vocabulary(style, look).pieces(shown)
        width = sum(one.width for one in pieces)
        language = characters.language_of(actual)
        return Line(pieces, width, 0.0, actual, language, from_the_right)


class _Row(NamedTuple):
    """The words of a line, whether a blank stood where it ends, and its width."""

    words: list[Word]
    blank: bool
    width: float


def _fill(words: list[Word], spaces: list[float], hyphenate: bool, width: float) -> list[_Row]:
    """Put the words into lines."""
    rows: list[_Row] = []
    row: list[Word] = []
    used, hyphens, at = 0.0, 0, 0
    zone, end = width * _ZONE, len(words)
    word = words[0] if words else None
    while word is not None:
        taken = used + spaces[at] if row else 0.0
        if taken + word.width <= width + _SLACK:
            row.append(word)
            used, at = taken + word.width, at + 1
            word = words[at] if at < end else None
            continue
        room = width - taken
        is_last = at + 1 == end and word.width <= width and bool(row)
        parts = None
        if (room > zone or not row) and not is_last:
            parts = cut(word, room, hyphenate and hyphens < _HYPHENS_IN_A_ROW)
        if parts is None and not row:
            *whole, word = chop(word, width)
            rows += [_Row([part], False, part.width) for part in whole]
            if not whole:
                row, used, at = [word], word.width, at + 1
                word = words[at] if at < end else None
            hyphens = 0
            continue
        if parts:
            first, word = parts
            row.append(first)
            used = taken + first.width
        broken = parts is not None and row[-1].text.endswith(SOFT_HYPHEN)
        hyphens = hyphens + 1 if broken else 0
        rows.append(_Row(row, parts is None, used))
        row, used = [], 0.0
    if row:
        rows.append(_Row(row, False, used))
    return rows


def _varied_line(words: list[Word], usual: Type, ends: bool) -> Line:
    """Return a line of pieces that look different; blanks belong to the piece before them.

    After a piece in the font of another script they are of the `usual` type: lines are filled with
    its blanks, and that of the emoji is as wide as an emoji.
    """
    pieces: list[Piece] = []
    for word in words:
        if pieces:
            blank = _blank_after(pieces[-1], usual)
            goes_on = pieces[-1].link == word.pieces[0].link
            _append(pieces, blank if goes_on else blank._replace(link=""))
        for piece in word.pieces:
            _append(pieces, piece)
    width = sum(piece.width for piece in pieces)
    if not ends and not pieces[-1].text.endswith(SOFT_HYPHEN):
        _append(pieces, _blank_after(pieces[-1], usual)._replace(width=0.0, link=""))
    return Line(tuple(pieces), width)


def _blank_after(piece: Piece, usual: Type) -> Piece:
    kind = piece.type if is_base_font(piece.type.font) else usual
    return Piece(kind, " ", kind.font.width(" ", kind.size), piece.link)


def _append(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last and _look(last) == _look(piece) and not last.source and not piece.source:
        pieces[-1] = last._replace(text=last.text + piece.text, width=last.width + piece.width)
    else:
        pieces.append(piece)


def _look(piece: Piece) -> tuple[Type, str]:
    return piece.type, piece.link


def _paragraphs(given: Sequence[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in given:
        text = unicodedata.normalize("NFC", span.text)
        for at, part in enumerate(text.replace("\t", " ").split("\n")):
            if at:
                paragraphs.append([])
            if part:
                paragraphs[-1].append(Span(part, span.face, span.role, span.link))
    return paragraphs


def _together(text: str) -> str:
    if " " not in text or _MAY_STAY.search(text) is None:
        return text
    return _STAY_TOGETHER.sub(_NO_BREAK_SPACE, text)


def _starts_right(words: list[Word]) -> bool:
    return characters.starts_from_the_right(" ".join(word.text for word in words[:20]))
