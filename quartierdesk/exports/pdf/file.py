"""The file itself: numbered objects, written one after the other.

ReportLab's document keeps the numbers and embeds the fonts; the objects are written here, because
PDF/A wants a line end before each „endstream“, and so that photos never lie in memory twice.
"""

import hashlib
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFIndirectObject,
    PDFObject,
    PDFStream,
    PDFZCompress,
)

from quartierdesk.exports.setting.fonts import Font

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"


FONTS = "BasicFonts"
"""The name of the object that lists the fonts of the file."""


class _Body(PDFObject):
    """An object whose bytes are known, perhaps later than its number."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = b""

    def format(self, document: PDFDocument) -> bytes:
        return self.body


class PdfFile:
    """Objects by name, in the order in which they were first named."""

    def __init__(self) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._bodies: dict[str, _Body] = {}

    def reserve(self, name: str) -> int:
        """Return the number of the object with this name; its body is told by `fill`."""
        if name not in self._bodies:
            self._bodies[name] = _Body()
            self._add(self._bodies[name], name)
        return self.number(name)

    def fill(self, name: str, body: bytes) -> None:
        """Say what the object with this name is."""
        self.reserve(name)
        self._bodies[name].body = body

    def number(self, name: str) -> int:
        """Return the number of a named object. KeyError: there is none."""
        return self._document.idToObjectNumberAndVersion[name][0]

    def has(self, name: str) -> bool:
        """Say whether there is an object with this name."""
        return name in self._document.idToObject

    def add_stream(
        self, name: str, content: bytes, entries: dict[str, Any] | None = None, packed: bool = False
    ) -> int:
        """Add a stream, compressed unless it is `packed` already, and return its number."""
        dictionary = PDFDictionary(dict(entries or {}))
        filters = None if packed else [PDFZCompress]
        self._add(PDFStream(dictionary, content, filters), name)
        return self.number(name)

    def _add(self, content: PDFObject, name: str) -> None:
        self._document.Reference(content, name)  # type: ignore[no-untyped-call]

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
        at = 0

        def put(data: bytes) -> None:
            nonlocal at
            digest.update(data)
            stream.write(data)
            at += len(data)

        put(_HEAD)
        while len(offsets) < len(document.numberToId):
            offsets.append(at)
            put(self._object(document.numberToId[len(offsets)]))
        start = at
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        put(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, rows))
        identity = digest.hexdigest().upper().encode("ascii")
        put(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (
                len(offsets) + 1,
                self.number(catalog),
                self.number(information),
                identity,
                identity,
                start,
            )
        )

    def _object(self, name: str) -> bytes:
        content = self._document.idToObject[name]
        body: bytes = PDFIndirectObject(name, content).format(self._document)
        if isinstance(content, PDFStream):
            before, _, after = body.rpartition(_STREAM_END)
            return before + b"\r\n" + _STREAM_END + after
        return body
