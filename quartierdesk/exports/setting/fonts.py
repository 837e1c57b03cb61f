"""The fonts shipped with the program: how wide their characters are, how they are embedded."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from quartierdesk import paths

Face = Literal["regular", "bold", "italic", "bold_italic"]

FACES: tuple[Face, ...] = ("regular", "bold", "italic", "bold_italic")
_FILES: dict[Face, str] = {
    "regular": "NotoSans-Regular",
    "bold": "NotoSans-Bold",
    "italic": "NotoSans-Italic",
    "bold_italic": "NotoSans-BoldItalic",
}
_OTHER_SCRIPTS: dict[bool, tuple[str, ...]] = {
    False: ("NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoEmoji-Regular"),
    True: ("NotoSansArabic-Bold", "NotoSansHebrew-Bold", "NotoEmoji-Regular"),
}
_CONTROLS = frozenset((*range(0x20), *range(0x7F, 0xA0)))  # in some fonts, but not to be shown
_PER_BLOCK = 100  # entries of one block of a character map, at most


class Font:
    """One font file: `name`, the characters it `covers`, and their widths in 1/1000 of the size."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.embedded = _EmbeddedFont(name, str(paths.resources() / "fonts" / f"{name}.ttf"))
        face = self.embedded.face
        glyphs = face.charToGlyph
        codes = (code for code, glyph in glyphs.items() if glyph and code not in _CONTROLS)
        self.covers: frozenset[int] = frozenset(codes) | {0xA0}
        self._advance = _Advances(face.charWidths, face.defaultWidth).__getitem__

    def codes(self, document: pdfdoc.PDFDocument) -> dict[int, int]:
        """Return the code of each character that a document has used of this font."""
        state: Any = self.embedded.state[document]
        found: dict[int, int] = state.assignments
        return found

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in points."""
        return sum(map(self._advance, text)) * size * 0.001


class _Advances(dict[str, float]):
    """The width of each character, looked up once."""

    def __init__(self, by_code: dict[int, float], unknown: float) -> None:
        super().__init__()
        self._by_code, self._unknown = by_code, unknown

    def __missing__(self, character: str) -> float:
        width = self[character] = self._by_code.get(ord(character), self._unknown)
        return width


@cache
def font(name: str) -> Font:
    """Return a shipped font by the name of its file, read once for the whole process."""
    return Font(name)


def base_font(face: Face) -> Font:
    """Return the font for Latin, Greek and Cyrillic writing."""
    return font(_FILES[face])


def is_base_font(shown: Font) -> bool:
    """Return whether a font is one for Latin, Greek and Cyrillic writing."""
    return shown.name in _FILES.values()


def fallbacks(face: Face) -> tuple[str, ...]:
    """Return the names of the fonts to ask, in this order, for what the base font lacks."""
    return _OTHER_SCRIPTS["bold" in face]


class _EmbeddedFont(TTFont):
    """A font whose map back to Unicode is right for every character.

    ReportLab writes characters outside the basic plane as one long number, maps unused codes to
    U+0000, and writes more entries in a block than allowed.
    """

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802
        state: Any = self.state[doc]
        super().addObjects(doc)
        for number, subset in enumerate(state.subsets):
            shown: Any = doc.idToObject[f"{state.internalName}+{number}"]
            stream: Any = doc.idToObject[f"toUnicodeCMap:{shown.BaseFont}"]
            stream.content = _unicode_map(subset)
            stream.filters = [pdfdoc.PDFZCompress]


def _unicode_map(subset: Sequence[int]) -> str:
    entries = [
        f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>"
        for code, value in enumerate(subset)
        if value
    ]
    blocks = [entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def face_of(name: str) -> Face:
    """Return the face whose font has this name. KeyError: there is none."""
    return {file: face for face, file in _FILES.items()}[name]


def name_of(face: Face) -> str:
    """Return the name of the font of a face."""
    return _FILES[face]
