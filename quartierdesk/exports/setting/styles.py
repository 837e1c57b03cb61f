"""What text is given as, and how it is meant to look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from quartierdesk.exports.inks import Role
from quartierdesk.exports.setting.fonts import Face, Font

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Face, size and leading in points, colour, and how lines are broken and aligned.

    With `hang` an opening quotation mark stands left of the column; with `hyphenate` words may be
    broken where the margin would be too ragged otherwise.
    """

    face: Face = "regular"
    size: float = 10
    leading: float = 14
    role: Role | str = "ink"
    align: Align = "left"
    hyphenate: bool = True
    hang: bool = False
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = (self.face, self.size, self.leading, self.role, self.align, self.hyphenate)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        return self._hash

    def but(self, **changes: object) -> "TextStyle":
        """Return this style with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def base_line(self) -> float:
        """How far below the top of a line its base line lies, in points."""
        return (self.leading - self.size) / 2 + self.size * 0.84


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text within a paragraph; what is not given is as in the paragraph's style.

    `link` is an address (https, http, mailto) or „#key“ for a heading of the document.
    """

    text: str
    face: Face | None = None
    role: Role | str | None = None
    link: str = ""


Text = str | Span | Sequence[Span]
"""What people wrote stays what it is: no character in it is ever read as an instruction."""


def spans(text: Text) -> Sequence[Span]:
    """Return any text as spans."""
    if isinstance(text, str):
        return (Span(text),)
    return (text,) if isinstance(text, Span) else text


def plain(text: Text) -> str:
    """Return the characters alone."""
    return "".join(span.text for span in spans(text))


def bold(text: str) -> Span:
    """Return a bold stretch."""
    return Span(text, face="bold")


def joined(parts: Iterable[Text]) -> tuple[Span, ...]:
    """Return texts one after the other as one."""
    return tuple(span for part in parts for span in spans(part))


class Type(NamedTuple):
    """A font in a size and a colour („#RRGGBB“)."""

    font: Font
    size: float
    ink: str


class Piece(NamedTuple):
    """A run of one type; `source` is what is read if that differs from what is shown."""

    type: Type
    text: str
    width: float
    link: str = ""
    source: str = ""


class Line(NamedTuple):
    """A line ready to be drawn: pieces from left to right, their whole width, a shift in points.

    `actual` is set for a line that is shown in another order than it is read, in `language`.
    A text that ends with a soft hyphen shows a hyphen.
    """

    pieces: tuple[Piece, ...]
    width: float
    indent: float = 0.0
    actual: str = ""
    language: str = ""
    to_the_left: bool = False


def plain_text(line: Line) -> str:
    """Return what is read in a line, with a real hyphen where a word is broken."""
    if line.actual:
        return line.actual
    text = "".join(piece.source or piece.text for piece in line.pieces)
    return text.rstrip(" ").replace("\xad", "-")
