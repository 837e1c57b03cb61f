"""Pages on which nothing can be drawn without saying what it is.

Whatever is drawn belongs to the element or artifact that is open; a stretch of content is marked
when it is drawn, so that neither unmarked content nor marks within marks can come about.
"""

from typing import IO, Literal

from quartierdesk.exports.pdf.bookmarks import Bookmarks
from quartierdesk.exports.pdf.file import PdfFile
from quartierdesk.exports.pdf.links import Links
from quartierdesk.exports.pdf.metadata import About, add_about, add_output_intent
from quartierdesk.exports.pdf.structure import Element, MarkedContent, page_name, write_tree
from quartierdesk.exports.pdf.syntax import text_string

Artifact = Literal["Layout", "Pagination"]


class MarkedPages:
    """The pages of a file and its structure tree.

    An element that is opened for the first time becomes the last kid of the element that is open
    then; opened again, for example on the next page, it goes on.
    """

    def __init__(self, about: About) -> None:
        self.root = Element("Document")
        self.bookmarks = Bookmarks()
        self._about = about
        self._file = PdfFile()
        self._links = Links()
        self._open: list[Element | Artifact] = [self.root]
        self._closing = _Open(self._open)
        self._contents: list[list[Element]] = []
        self._width = self._height = 0.0
        self._forget()

    def _forget(self) -> None:
        self._code: list[str] = []
        self._marked: Element | Artifact | None = None
        self._images: set[str] = set()

    @property
    def page(self) -> int:
        """The number of the page that is drawn, from 0."""
        return len(self._contents) - 1

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is not read."""
        return isinstance(self._open[-1], str)

    def element(self, element: Element) -> "_Open":
        """Open an element; what is drawn and opened within belongs to it.

        Within an artifact there are no elements: the content stays part of the artifact.
        """
        now = self._open[-1]
        if isinstance(now, str):
            self._open.append(now)
            return self._closing
        if not element.attached:
            now.kids.append(element)
            element.attached = True
        self._open.append(element)
        return self._closing

    def artifact(self, kind: Artifact = "Layout") -> "_Open":
        """Open an artifact: what is drawn within is nothing to be read."""
        self._open.append(kind)
        return self._closing

    def _mark(self) -> None:
        now = self._open[-1]
        if now is self._marked:
            return
        if now is self.root:
            raise RuntimeError("something is drawn that belongs to nothing")
        self._mark_anew()

    def _mark_anew(self, spoken: str = "") -> None:
        """Begin a stretch of its own; `spoken` says how it is read, as entries of a dictionary."""
        now = self._open[-1]
        self._unmark()
        if isinstance(now, Element):
            elements = self._contents[-1]
            now.kids.append(MarkedContent(self.page, len(elements)))
            self._code.append(f"/{now.tag} <</MCID {len(elements)}{spoken}>> BDC")
            elements.append(now)
        else:
            self._code.append(f"/Artifact <</Type/{now}>> BDC")
        self._marked = now

    def _unmark(self) -> None:
        if self._marked is not None:
            self._code.append("EMC")
            self._marked = None

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size."""
        self._forget()
        self._width, self._height = width, height
        self._contents.append([])

    def end_page(self) -> None:
        """Finish the page."""
        self._unmark()
        file, content = self._file, f"content:{self.page}"
        file.reserve(page_name(self.page))
        file.add_stream(content, "\n".join(self._code).encode("latin-1"))
        images = "".join(f"/{name} {file.number(name)} 0 R" for name in sorted(self._images))
        shown = f"/XObject<<{images}>>" if images else ""
        links = self._links.on_page(self.page)
        numbers = " ".join(f"{file.reserve(name)} 0 R" for name in links)
        annotations = f"/Annots[{numbers}]" if links else ""
        body = (
            f"<</Type/Page/Parent {file.reserve('pages')} 0 R"
            f"/MediaBox[0 0 {self._width:.2f} {self._height:.2f}]"
            f"/Contents {file.number(content)} 0 R"
            f"/Resources<</Font {file.fonts()} 0 R{shown}>>"
            f"/StructParents {self.page}/Tabs/S{annotations}>>"
        )
        file.fill(page_name(self.page), body.encode("ascii"))
        self._forget()

    def save(self, stream: IO[bytes]) -> None:
        """Write the file; afterwards nothing can be drawn any more."""
        file, pages = self._file, len(self._contents)
        kids = " ".join(f"{file.number(page_name(at))} 0 R" for at in range(pages))
        file.fill("pages", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode("ascii"))
        self._links.write(file, pages)
        outlines = self.bookmarks.write(file)
        tree = write_tree(self.root, self._contents, self._links.elements, file)
        information, xmp = add_about(self._about, file)
        intent = add_output_intent(file)
        shown = f"/Outlines {file.number(outlines)} 0 R/PageMode/UseOutlines" if outlines else ""
        file.fill(
            "catalog",
            f"<</Type/Catalog/Pages {file.number('pages')} 0 R{shown}".encode("ascii")
            + b"/Lang%s/MarkInfo<</Marked true>>" % text_string(self._about.language)
            + f"/StructTreeRoot {file.number(tree)} 0 R/Metadata {file.number(xmp)} 0 R"
            f"/OutputIntents[{file.number(intent)} 0 R]"
            "/ViewerPreferences<</DisplayDocTitle true>>>>".encode("ascii"),
        )
        file.write(stream, "catalog", information)


class _Open:
    """Closes what was opened last when the block ends; one is enough for all of them."""

    def __init__(self, stack: list[Element | Artifact]) -> None:
        self._stack = stack

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self._stack.pop()
