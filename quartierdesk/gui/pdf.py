"""Pages of a PDF as pictures, and where its chapters begin. Runs on the drawing thread only.

PDFium must not be used by two threads at once; all that draws goes through `Operations.draw`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_NUMBER = re.compile(r"^\d+(\.\d+)*\s+")
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Outline:
    """What a PDF is made of: its pages, and where headings stand (title without number, page)."""

    sheets: tuple[Sheet, ...]
    headings: tuple[tuple[str, int], ...]

    def page_of(self, heading: str) -> int | None:
        """Return the page (from 0) on which a heading stands."""
        return next((page for title, page in self.headings if title == heading), None)


def outline(data: bytes) -> Outline:
    """Return pages and headings of a PDF."""
    with _opened(data) as document:
        sheets = tuple(Sheet(*document.get_page_size(n)) for n in range(len(document)))
        return Outline(sheets, tuple(_headings(document)))


def page_image(data: bytes, page: int, width: int) -> QImage:
    """Return a page as a picture `width` pixels wide."""
    with _opened(data) as document:
        sheet = document[page]
        return _picture(sheet, width / sheet.get_width())


def page_for_print(data: bytes, page: int, dots_per_inch: int) -> QImage:
    """Return a page as a picture for a printer."""
    with _opened(data) as document:
        return _picture(document[page], dots_per_inch / _POINTS_PER_INCH)


def _picture(sheet: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = sheet.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
    image = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    )
    # The copy owns its pixels; those of PDFium are gone with the page.
    copy = image.copy()
    bitmap.close()
    return copy


def _headings(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    for mark in document.get_toc():
        place = mark.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None:
            yield _NUMBER.sub("", mark.get_title()), page


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()
