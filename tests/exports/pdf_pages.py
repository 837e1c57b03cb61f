"""Reading a PDF back: what stands where on which page."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2


@dataclass(frozen=True)
class Stretch:
    """A stretch of text with its box, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class ReadPage:
    """A page as it can be read: its size and its text."""

    width: float
    height: float
    text: str
    stretches: tuple[Stretch, ...]


def pages(data: bytes) -> list[ReadPage]:
    """Return the pages of a file."""
    with pypdfium2.PdfDocument(data) as document:
        return [_read(page) for page in document]


def _read(page: pypdfium2.PdfPage) -> ReadPage:
    text = page.get_textpage()
    stretches = []
    for at in range(text.count_rects()):
        box = text.get_rect(at)
        stretches.append(Stretch(text.get_text_bounded(*box), *box))
    whole = text.get_text_bounded()
    width, height = page.get_size()
    return ReadPage(width, height, whole, tuple(stretches))


def outside(page: ReadPage, margin: float) -> list[Stretch]:
    """Return what stands nearer than `margin` to the edge of the page, or beyond it."""
    return [
        one
        for one in page.stretches
        if one.left < margin
        or one.bottom < margin
        or one.right > page.width - margin
        or one.top > page.height - margin
    ]


def letters(data: bytes) -> str:
    """Return all that can be read, without blanks and without hyphens at line ends."""
    text = "".join(page.text for page in pages(data))
    return re.sub(r"[\s\xad\ufffe\x02]", "", text)


def structure(data: bytes) -> Iterator[tuple[int, str, Any]]:
    """Yield depth, tag and element of the structure tree, parents first."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stack = [(0, pdf.Root.StructTreeRoot.K[0])]
        while stack:
            depth, element = stack.pop()
            yield depth, str(element.S), element
            kids = [
                kid
                for kid in element.K
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"
            ]
            stack += [(depth + 1, kid) for kid in reversed(kids)]


def tags(data: bytes) -> list[str]:
    """Return the tags of the structure tree in reading order."""
    return [tag[1:] for _, tag, _ in structure(data)]
