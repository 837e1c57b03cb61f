"""The file itself: numbered objects, written one after the other.

ReportLab's document keeps the numbers and embeds the fonts; the objects are written here, because
PDF/A wants a line end before each „endstream“, and so that photos never lie in memory twice.
"""

import hashlib
import zlib
from collections.abc import Sequence
from typing import IO

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject, PDFStream

from quartierdesk.exports.setting.fonts import Font

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"
_HASHED = 65_536  # bytes of an object that its identity depends on
_SMALL = _HASHED - 32  # an object of fewer bytes is written in one go


class PdfFile:
    """Objects by name or number, written in the order of their numbers.

    Numbers are shared with ReportLab's document, in which only the fonts are objects.
    """

    def __init__(self) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._numbers: dict[str, int] = {}
        self._bodies: dict[int, Sequence[bytes]] = {}

    def allocate(self, count: int) -> int:
        """Return the first of `count` numbers in a row; bodies are told by `put`."""
        first = self._document.objectcounter + 1
        self._document.objectcounter += count
        return first

    def put(self, number: int, *body: bytes) -> None:
        """Say what the object with this number is."""
        self._bodies[number] = body

    def reserve(self, name: str) -> int:
        """Return the number of the object with this name; its body is told by `fill`."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = self.allocate(1)
        return number

    def fill(self, name: str, body: bytes) -> None:
        """Say what the object with this name is."""
        self.put(self.reserve(name), body)

    def number(self, name: str) -> int:
        """Return the number of a named object. KeyError: there is none."""
        return self._numbers[name]

    def fonts(self) -> int:
        """Return the number of the object that lists the fonts."""
        number, _ = self._document.idToObjectNumberAndVersion["BasicFonts"]
        return number

    def has(self, name: str) -> bool:
        """Say whether there is an object with this name."""
        return name in self._numbers

    def add_stream(self, name: str, content: bytes, entries: str = "", packed: bool = False) -> int:
        """Add a stream, compressed unless it is `packed` already, and return its number."""
        if not packed:
            content = zlib.compress(content)
            entries += "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(content)}>>\nstream\r\n".encode("ascii")
        number = self.reserve(name)
        self.put(number, head, content, b"\r\n" + _STREAM_END.rstrip())
        return number

    def show(self, font: Font, text: str) -> list[tuple[str, bytes]]:
        """Return `text` in the codes of the font: the name of a font of this file, and codes."""
        embedded, document = font.embedded, self._document
        parts = embedded.splitString(text, document)
        return [
            (embedded.getSubsetInternalName(subset, document), codes) for subset, codes in parts
        ]

    def codes(self, font: Font) -> dict[int, int]:
        """Return the code of each character used so far; the first 256 belong to the first font."""
        return font.codes(self._document)

    def write(self, stream: IO[bytes], catalog: str, information: str) -> None:
        """Write everything; `catalog` and `information` are the names of those objects."""
        document = self._document
        for embedded in document.delayedFonts:
            embedded.addObjects(document)
        digest = hashlib.md5(usedforsecurity=False)
        offsets: list[int] = []
        at = stream.write(_HEAD)
        while len(offsets) < document.objectcounter:
            offsets.append(at)
            number = len(offsets)
            for part in self._object(number):
                digest.update(part[:_HASHED])
                at += stream.write(part)
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        stream.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, rows))
        identity = digest.hexdigest().upper()
        trailer = (
            f"trailer\n<</Size {len(offsets) + 1}/Root {self.number(catalog)} 0 R"
            f"/Info {self.number(information)} 0 R/ID[<{identity}><{identity}>]>>"
            f"\nstartxref\n{at}\n%%EOF\n"
        )
        stream.write(trailer.encode("ascii"))

    def _object(self, number: int) -> Sequence[bytes]:
        own = self._bodies.get(number)
        if own is not None:
            if len(own) == 1 and len(own[0]) < _SMALL:
                return (b"%d 0 obj\n%s\nendobj\n" % (number, own[0]),)
            return (b"%d 0 obj\n" % number, *own, b"\nendobj\n")
        name = self._document.numberToId[number]
        content = self._document.idToObject[name]
        body: bytes = PDFIndirectObject(name, content).format(self._document)
        if isinstance(content, PDFStream):
            before, _, after = body.rpartition(_STREAM_END)
            return (before, b"\r\n", _STREAM_END, after)
        return (body,)
