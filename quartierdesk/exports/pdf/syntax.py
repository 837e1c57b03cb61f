"""How values are spelt in a PDF file."""

import re
from functools import lru_cache

_SPECIAL = re.compile(r"[\\()\r]")
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})


def text_string(text: str) -> bytes:
    """Return `text` as it stands in titles, alternative texts and other words about the content."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode("ascii")


def shown_string(codes: bytes) -> str:
    """Return the codes of a font's characters as the operand of an operator that shows them."""
    text = codes.decode("latin-1")
    if _SPECIAL.search(text):
        text = text.translate(_ESCAPES)
    return f"({text})"


@lru_cache(maxsize=256)
def colour(hexadecimal: str) -> str:
    """Return „#RRGGBB“ as three numbers from 0 to 1."""
    value = int(hexadecimal[1:], 16)
    parts = (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    return " ".join(f"{part / 255:.4g}" for part in parts)
