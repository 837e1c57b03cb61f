"""Text as people wrote it: cleaned once where it comes in, folded for comparing and finding."""

import re
import unicodedata
from itertools import filterfalse

from quartierdesk.errors import UserError

LONGEST_TEXT = 10_000
"""Most characters one text may have; longer input is refused, never cut."""

_NEW_LINES = re.compile("\r\n?|[\u0085\u2028\u2029]")
# C0 and C1 controls except tab and line feed, surrogates, bidi controls, the byte order mark and
# the noncharacters: none of them is something a person said, each of them breaks some reader.
_UNSPEAKABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)
# Blanks, controls and signs without width; not those that Python does not know yet.
_SILENT = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_SPACES = re.compile(r"\s+")
_UMLAUTS_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# „neue“, „Bauer“ and „Quelle“ are no umlauts spelt out.
_SPELT_OUT = re.compile("ae|oe|(?<![aeq])ue")


def clean(text: str, place: str) -> str:
    """Return `text` in NFC with plain line feeds and without unspeakable characters.

    `place` says where the text comes from (for example „Zeile 17“ or „Titel“) and stands in the
    message when more than `LONGEST_TEXT` characters would remain: then `UserError` is raised.
    """
    if text.isascii() and text.isprintable():
        cleaned = text
    else:
        plain = _UNSPEAKABLE.sub("", _NEW_LINES.sub("\n", text))
        cleaned = unicodedata.normalize("NFC", plain)
    if len(cleaned) > LONGEST_TEXT:
        raise UserError(
            f"{place}: Der Text hat {_grouped(len(cleaned))} Zeichen,"
            f" erlaubt sind {_grouped(LONGEST_TEXT)}.",
            "Bitte teilen Sie ihn auf mehrere Beiträge auf.",
        )
    return cleaned


def says_something(text: str) -> bool:
    """Return whether anything that can be read would remain of `text` after `clean`.

    Blanks, controls and signs without width (a joiner, a soft hyphen) can be seen by nobody.
    """
    remaining = _UNSPEAKABLE.sub("", text)
    return any(unicodedata.category(sign) not in _SILENT for sign in remaining)


def clean_line(text: str, place: str) -> str:
    """Return `text` cleaned like `clean`, on one line: every run of white space is one blank."""
    return _SPACES.sub(" ", clean(text, place)).strip()


def fold(text: str) -> str:
    """Return `text` for comparing: without case, accents and umlaut dots, „ß“ as „ss“."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed)).casefold()


def search_variants(text: str) -> tuple[str, ...]:
    """Return the folded spellings under which `text` may have been written down.

    „Müll“ is also looked for as „Muell“, and „Muell“ also as „Müll“; the first variant is the
    plain folding.
    """
    lower = unicodedata.normalize("NFC", text).casefold()
    spelt_out = fold(lower.translate(_UMLAUTS_SPELT_OUT))
    contracted = _SPELT_OUT.sub(lambda match: match.group()[0], fold(lower))
    return tuple(dict.fromkeys((fold(lower), spelt_out, contracted)))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def spoken(text: str) -> str:
    """Return what somebody said without the quotation marks around it."""
    said = text.strip()
    for opening, closing in ("„“", "„”", "“”", '""', "»«"):
        inner = said[1:-1]
        if said.startswith(opening) and said.endswith(closing) and len(said) > 1:
            return said if opening in inner or closing in inner else inner.strip()
    return said


def same_words(one: str, other: str) -> bool:
    """Return whether two texts differ in nothing but signs, blanks and the case of letters."""
    return fold(_letters(one)) == fold(_letters(other))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
