"""What every chapter of a document can ask for: the protocol, its marks, pictures, colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Column, Protocol
from quartierdesk.exports.charts.signs import field_sign, kind_sign, status_sign
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.pdf.blocks.block import Block, Spacing
from quartierdesk.exports.pdf.blocks.cells import CellContent, Words
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.composing import A4, Sheet
from quartierdesk.exports.pdf.measures import TEXT_LEFT
from quartierdesk.exports.pdf.photos import Photo, UnreadablePhotoError, printable
from quartierdesk.exports.pdf.type_scale import CELL, H1, H1_NUMBER

PhotoBytes = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, None if it is not there."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks on one kind of paper; a `fresh` one begins on a new page."""

    blocks: Sequence[Block]
    sheet: Sheet = A4
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The protocol being printed, the colours, and where its pictures come from."""

    protocol: Protocol
    inks: Inks
    photo_bytes: PhotoBytes

    def photo(self, sha256: str) -> Photo | None:
        """Return a picture ready for print; None if it is not there or cannot be read."""
        data = self.photo_bytes(sha256)
        if data is None:
            return None
        try:
            return printable(data)
        except UnreadablePhotoError:
            return None

    def marked(self, text: str, column: Column) -> CellContent:
        """Return the text of a cell with the sign that belongs to it, if there is one."""
        mark = self.protocol.mark(column.mark, text) if column.mark else None
        if mark is None:
            return text
        if mark.kind == "kind":
            return Words(mark.short, CELL, sign=kind_sign(mark, self.inks), indent=12)
        if mark.kind == "field":
            sign = field_sign(mark, self.inks, 7, below=6.2)
            return Words(mark.short, CELL, sign=sign, indent=20)
        return Words(mark.name, CELL, sign=self.status(mark.letters), indent=19)

    def status(self, letters: str) -> Drawing | None:
        """Return the sign of a status, None if it has no letter."""
        return status_sign(letters, self.inks) if letters else None


def chapter_heading(title: str, key: str, number: str = "", running: str = "") -> Heading:
    """Return the heading of a chapter; with a number in the margin it stands over the text."""
    return Heading(
        title,
        1,
        H1,
        Spacing(before=34, after=8, keep=True),
        key=key,
        number=number,
        number_style=H1_NUMBER,
        indent=TEXT_LEFT if number else 0.0,
        running=running or title,
    )
