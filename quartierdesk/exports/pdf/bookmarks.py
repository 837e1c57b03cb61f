"""The outline beside the pages of a viewer."""

from dataclasses import dataclass, field

from quartierdesk.exports.pdf.file import PdfFile
from quartierdesk.exports.pdf.links import Place
from quartierdesk.exports.pdf.structure import page_name
from quartierdesk.exports.pdf.syntax import text_string


@dataclass(eq=False, slots=True)
class _Entry:
    title: str
    place: Place | None
    level: int
    kids: list["_Entry"] = field(default_factory=list)
    name: str = ""


class Bookmarks:
    """A tree of titles; only the first level is open when the file is."""

    def __init__(self) -> None:
        self._top = _Entry("", None, 0, name="outlines")
        self._path = [self._top]

    def add(self, title: str, level: int, place: Place) -> None:
        """Add a title below the latest one of a smaller level."""
        while self._path[-1].level >= level and len(self._path) > 1:
            self._path.pop()
        entry = _Entry(title, place, level)
        self._path[-1].kids.append(entry)
        self._path.append(entry)

    def write(self, file: PdfFile) -> str:
        """Write the outline; return the name of its object, „“ if it is empty."""
        if not self._top.kids:
            return ""
        self._name(self._top, file)
        self._write(self._top, file)
        body = _family(self._top, file) + f"/Count {len(self._top.kids)}"
        file.fill(self._top.name, f"<</Type/Outlines{body}>>".encode("ascii"))
        return self._top.name

    def _name(self, entry: _Entry, file: PdfFile) -> None:
        file.reserve(entry.name)
        for at, kid in enumerate(entry.kids):
            kid.name = f"{entry.name}.{at}"
            self._name(kid, file)

    def _write(self, parent: _Entry, file: PdfFile) -> None:
        for at, entry in enumerate(parent.kids):
            links = [f"/Parent {file.number(parent.name)} 0 R"]
            if at:
                links.append(f"/Prev {file.number(parent.kids[at - 1].name)} 0 R")
            if at + 1 < len(parent.kids):
                links.append(f"/Next {file.number(parent.kids[at + 1].name)} 0 R")
            if entry.kids:
                links.append(_family(entry, file) + f"/Count -{len(entry.kids)}")
            if entry.place:
                page = file.number(page_name(entry.place.page))
                links.append(f"/Dest[{page} 0 R/XYZ null {entry.place.height:.2f} null]")
            body = b"<</Title%s%s>>" % (text_string(entry.title), "".join(links).encode("ascii"))
            file.fill(entry.name, body)
            self._write(entry, file)


def _family(entry: _Entry, file: PdfFile) -> str:
    first, last = file.number(entry.kids[0].name), file.number(entry.kids[-1].name)
    return f"/First {first} 0 R/Last {last} 0 R"
