"""What all pages of a document share: the protocol, the colours, the measuring of text."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from quartierdesk.domain.protocol import MarkKind, Protocol
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.block import Block, Stack
from quartierdesk.exports.pdf.photos import Photo, UnreadablePhotoError, printable
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle

_JOINTS = re.compile(r"(?<=\w[\w“‘)])(?: [–-] |: | (?:und|mit|in|für|als|am|bei|zum|zur) )")

PhotoBytes = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, None if it is not there."""


@dataclass(frozen=True, slots=True)
class Press:
    """The protocol with what is needed to print it: colours, pictures, numbers of sections."""

    protocol: Protocol
    inks: Inks
    photo_bytes: PhotoBytes = lambda _: None
    numbers: Mapping[str, int] = field(default_factory=dict)
    setter: Typesetter = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "setter", Typesetter(self.inks))

    def height(self, blocks: Sequence[Block], width: float) -> float:
        """Return how high blocks are below each other, in points."""
        return Stack(tuple(blocks)).lay(self.setter, width).height

    def width(self, text: str, style: TextStyle) -> float:
        """Return how wide a text is on one line, in points."""
        return self.setter.width(text, style)

    def short(self, kind: MarkKind, name: str) -> str:
        """Return the short word for what has a mark; else the name."""
        mark = self.protocol.mark(kind, name)
        return mark.short if mark else name

    def photo(self, sha256: str) -> Photo | None:
        """Return a picture; None where its bytes are not at hand or cannot be read."""
        data = self.photo_bytes(sha256)
        if data is None:
            return None
        try:
            return printable(data)
        except UnreadablePhotoError:
            return None

    def see(self, key: str) -> str:
        """Return „Abschnitt 9“ for a section that has a number, else „“."""
        number = self.numbers.get(key)
        return f"Abschnitt\u00a0{number}" if number else ""


def shortened(press: Press, text: str, style: TextStyle, width: float) -> str:
    """Return a text that fits on one line, with „…“ at its end where it is cut."""
    return fitting(press.setter, text, style, width)


def fitting(setter: Typesetter, text: str, style: TextStyle, width: float) -> str:
    """Return a text that fits on one line, with „…“ at its end where it is cut."""
    if setter.width(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if setter.width(f"{text[:middle].rstrip()}…", style) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def short_title(setter: Typesetter, text: str, style: TextStyle, width: float) -> str:
    """Return a title on one line: cut before „und“, „mit“, a dash … where one of them helps."""
    if setter.width(text, style) <= width:
        return text
    for found in reversed(list(_JOINTS.finditer(text))):
        short = f"{text[: found.start()]}\u00a0…"
        if setter.width(short, style) <= width:
            return short
    return fitting(setter, text, style, width)
