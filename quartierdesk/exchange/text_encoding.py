"""Which characters the bytes of a text file mean."""

import codecs
import re
from dataclasses import dataclass

from quartierdesk.errors import UserError

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = {
    "utf8": "utf-8",
    "utf8sig": "utf-8",
    "utf16": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "utf32": "utf-32-le",
    "ansi": "windows-1252",
    "cp1252": "windows-1252",
    "windows1252": "windows-1252",
    "latin1": "iso-8859-1",
    "iso88591": "iso-8859-1",
    "iso885915": "iso-8859-15",
    "cp850": "cp850",
    "dos": "cp850",
}
_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Bytes that windows-1252 leaves undefined. In the DOS code page 850 the first is „ü“.
_UNDEFINED_1252 = b"\x81\x8d\x8f\x90\x9d"
_LETTERS_850 = re.compile(rb"(?<=[A-Za-z])[\x81\x84\x94\xe1](?=[A-Za-z])")
_LETTERS_1252 = re.compile(rb"(?<=[A-Za-z])[\xe4\xf6\xfc\xdf](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, how it was encoded, and how many characters were unreadable.

    Each unreadable character stands in `text` as U+FFFD; the byte order mark is gone.
    """

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text in `data`, in the encoding the bytes speak for or in `encoding`.

    Without `encoding`: a byte order mark decides; else UTF-16 where every other byte is zero;
    else UTF-8; else windows-1252, or code page 850 where its umlauts stand inside words. Raises
    `UserError` when the bytes are no text, or `encoding` is unknown.
    """
    if encoding is not None:
        decoded = _with_name(data, encoding)
    else:
        decoded = _by_mark(data) or _by_zero_bytes(data) or _as_utf_8(data) or _as_8_bit(data)
    _refuse_binary(decoded.text)
    return decoded


def _with_name(data: bytes, name: str) -> Decoded:
    codec = _KNOWN.get(re.sub(r"[^a-z0-9]", "", name.casefold()))
    if codec is None:
        raise UserError(
            f"Die Zeichenkodierung „{name}“ ist nicht bekannt.",
            "Bekannt sind utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15 und cp850.",
        )
    marked = _by_mark(data)
    if marked is not None and marked.encoding.split("-")[:2] == codec.split("-")[:2]:
        return marked
    return _replacing(data, codec)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec)
    return None


def _by_zero_bytes(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: Latin letters have every other byte zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even < 0.02 * half:
        return _replacing(data, "utf-16-le")
    if half and even > 0.7 * half and odd < 0.02 * half:
        return _replacing(data, "utf-16-be")
    return None


def _as_utf_8(data: bytes) -> Decoded | None:
    """Decode as UTF-8, also when some characters are damaged, but not when most are.

    In windows-1252 an umlaut stands between letters, which is never UTF-8.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
    text = around.decode("utf-8", "surrogateescape")
    escaped = len(re.findall("[\udc80-\udcff]", text))
    beyond_ascii = len(re.findall("[^\x00-\x7f]", text))
    return _replacing(data, "utf-8") if beyond_ascii >= 2 * escaped else None


def _as_8_bit(data: bytes) -> Decoded:
    undefined = sum(data.count(byte) for byte in _UNDEFINED_1252)
    if undefined:
        sample = data[: 10 * _SAMPLE]
        if len(_LETTERS_850.findall(sample)) > len(_LETTERS_1252.findall(sample)):
            return Decoded(data.decode("cp850"), "cp850")
    return Decoded(data.decode("cp1252", "replace"), "windows-1252", undefined)


def _replacing(data: bytes, codec: str) -> Decoded:
    before = data.count(REPLACEMENT.encode(codec)) if codec.startswith("utf") else 0
    text = data.decode(codec, "replace")
    return Decoded(text, codec, max(0, text.count(REPLACEMENT) - before))


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROLS.findall(sample)) > 0.02 * len(sample):
        raise UserError(
            "Die Datei enthält keinen Text, sondern Daten, die nur ein anderes Programm versteht.",
            "Bitte öffnen Sie sie dort und speichern Sie sie als Excel- oder CSV-Datei.",
        )
