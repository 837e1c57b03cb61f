"""Links within the document and to the outside, each an annotation with its own element."""

from dataclasses import dataclass
from typing import NamedTuple

from quartierdesk.exports.pdf.file import PdfFile
from quartierdesk.exports.pdf.structure import Annotation, Box, Element, page_name
from quartierdesk.exports.pdf.syntax import text_string

OUTSIDE = ("https://", "http://", "mailto:")
"""The beginnings of addresses that may become a link; everything else stays plain text."""


class Place(NamedTuple):
    """A place to go to: page from 0, and height in points from the lower edge of that page."""

    page: int
    height: float


@dataclass(frozen=True, slots=True)
class _Link:
    page: int
    box: Box
    target: str | Place
    words: str


class Links:
    """The links of a file, in the order in which they were drawn."""

    def __init__(self) -> None:
        self._links: list[_Link] = []
        self.elements: list[Element] = []

    def add(self, element: Element, page: int, box: Box, target: str | Place) -> None:
        """Lay a link over `box`; it belongs to `element`, whose `alt` says where it leads.

        ValueError: an address that is neither a web page nor a mail box.
        """
        if isinstance(target, str) and not target.lower().startswith(OUTSIDE):
            raise ValueError("not an address to link to")
        element.kids.append(Annotation(page, _name(len(self._links))))
        self._links.append(_Link(page, box, target, element.alt))
        self.elements.append(element)

    def on_page(self, page: int) -> list[str]:
        """Return the names of the annotations on a page."""
        return [_name(at) for at, link in enumerate(self._links) if link.page == page]

    def write(self, file: PdfFile, first_key: int) -> None:
        """Write the annotations; `first_key` is the first free key of the parent tree."""
        for at, link in enumerate(self._links):
            corners = " ".join(f"{edge:.2f}" for edge in link.box)
            head = (
                f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F 4"
                f"/P {file.number(page_name(link.page))} 0 R/StructParent {first_key + at}"
            )
            body = head.encode("ascii") + b"/Contents%s" % text_string(link.words)
            file.fill(_name(at), body + _aim(link.target, file) + b">>")


def _name(at: int) -> str:
    return f"link:{at}"


def _aim(target: str | Place, file: PdfFile) -> bytes:
    if isinstance(target, Place):
        page = file.number(page_name(target.page))
        return b"/Dest[%d 0 R/XYZ null %.2f null]" % (page, target.height)
    address = target.encode("ascii", "ignore").hex().upper().encode("ascii")
    return b"/A<</S/URI/URI<%s>>>" % address
