"""The structure tree: what a screen reader is told, in the order of reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from quartierdesk.exports.pdf.syntax import text_string

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page."""


class MarkedContent(NamedTuple):
    """A piece of a page's content, numbered within the page (from 0)."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link on a page: the name of its object."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """An element of the structure tree.

    `tag` is one of the standard types. `kids` are filled while drawing, in reading order; an
    element that is drawn in two places, such as a paragraph over two pages, is still one element.
    An element without kids is written only if `keep` is set (an empty cell of a table).
    """

    tag: str
    alt: str = ""
    title: str = ""
    actual: str = ""
    language: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    summary: str = ""
    numbering: str = ""
    box: Box | None = None
    keep: bool = False
    kids: list["Element | MarkedContent | Annotation"] = field(default_factory=list)
    attached: bool = False
    number: int = 0


class Numbering(Protocol):
    """Gives an object a number, and says which number a named object has."""

    def reserve(self, name: str) -> int:
        """Return the number of the object with this name, which is told later."""

    def number(self, name: str) -> int:
        """Return the number of a named object."""

    def fill(self, name: str, body: bytes) -> None:
        """Say what the object with this name is."""

    def allocate(self, count: int) -> int:
        """Return the first of so many numbers in a row."""

    def put(self, number: int, *body: bytes) -> None:
        """Say what the object with this number is."""


def write_tree(
    root: Element, contents: Sequence[Sequence[Element]], links: Sequence[Element], file: Numbering
) -> str:
    """Write the tree under `root` and the way back from the content to it.

    `contents` are the elements of each page's marked content, `links` those of the annotations.
    Returns the name of the tree's root object.
    """
    elements = list(_living(root))
    first = file.allocate(len(elements))
    for number, element in enumerate(elements, start=first):
        element.number = number
    top, parents = "structure", "structure:parents"
    file.reserve(top)
    _write_elements(elements, file)
    entries = [
        b"%d [%s]" % (at, b" ".join([b"%d 0 R" % one.number for one in page]))
        for at, page in enumerate(contents)
    ]
    entries += [b"%d %d 0 R" % (len(contents) + at, link.number) for at, link in enumerate(links)]
    file.fill(parents, b"<</Nums[%s]>>" % b"\n".join(entries))
    file.fill(
        top,
        b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (root.number, file.number(parents), len(entries)),
    )
    return top


def _living(root: Element) -> Iterator[Element]:
    """Yield the elements that have content or are kept, parents first; prune the others."""
    _prune(root)
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def _prune(element: Element) -> None:
    living = []
    for kid in element.kids:
        if isinstance(kid, Element):
            _prune(kid)
            if not kid.kids and not kid.keep:
                continue
        living.append(kid)
    element.kids = living


def _write_elements(elements: Sequence[Element], file: Numbering) -> None:
    pages: dict[int, int] = {}

    def page(at: int) -> int:
        if at not in pages:
            pages[at] = file.number(page_name(at))
        return pages[at]

    def kid_of(kid: Element | MarkedContent | Annotation) -> bytes:
        if isinstance(kid, Element):
            return b"%d 0 R" % kid.number
        if isinstance(kid, MarkedContent):
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page(kid.page), kid.number)
        place = (page(kid.page), file.number(kid.name))
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % place

    parents = {elements[0].number: file.number("structure")}
    for element in elements:
        number = element.number
        for kid in element.kids:
            if isinstance(kid, Element):
                parents[kid.number] = number
        kids = b" ".join([kid_of(kid) for kid in element.kids])
        body = b"<</Type/StructElem/S/%s/P %d 0 R%s/K[%s]>>"
        head = (element.tag.encode(), parents[number], _attributes(element))
        file.put(number, body % (*head, kids))


def page_name(at: int) -> str:
    """Return the name of the object of the page with this number, from 0."""
    return f"page:{at}"


def _attributes(element: Element) -> bytes:
    parts = [
        b"/%s%s" % (key, text_string(value))
        for key, value in (
            (b"Alt", element.alt),
            (b"T", element.title),
            (b"ActualText", element.actual),
        )
        if value
    ]
    if element.language:
        parts.append(b"/Lang(%s)" % element.language.encode("ascii"))
    owned = [*_table_attributes(element), *_layout_attributes(element)]
    if owned:
        parts.append(b"/A[%s]" % b"".join(owned))
    return b"".join(parts)


def _table_attributes(element: Element) -> list[bytes]:
    own = b""
    if element.scope:
        own += b"/Scope/%s" % element.scope.encode("ascii")
    if element.columns > 1:
        own += b"/ColSpan %d" % element.columns
    if element.rows > 1:
        own += b"/RowSpan %d" % element.rows
    if element.summary:
        own += b"/Summary%s" % text_string(element.summary)
    return [b"<</O/Table%s>>" % own] if own else []


def _layout_attributes(element: Element) -> list[bytes]:
    owned = []
    if element.numbering:
        owned.append(b"<</O/List/ListNumbering/%s>>" % element.numbering.encode("ascii"))
    if element.box:
        corners = b"%.2f %.2f %.2f %.2f" % element.box
        owned.append(b"<</O/Layout/Placement/Block/BBox[%s]>>" % corners)
    return owned
