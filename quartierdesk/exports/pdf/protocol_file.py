"""The protocol as a PDF file: PDF/UA-1 and PDF/A-2a in one."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import IO

from quartierdesk.domain.protocol import Length, Protocol
from quartierdesk.exports.inks import inks
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.composing import (
    A4,
    UNWATCHED,
    Part,
    Result,
    Watch,
    compose,
    uncollected,
)
from quartierdesk.exports.pdf.documents.instant import instant_print
from quartierdesk.exports.pdf.documents.press import PhotoBytes, Press
from quartierdesk.exports.pdf.documents.protocol import documentation, numbered, short_minutes
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.type_scale import H1

_LENGTHS: Mapping[Length, Callable[[Press], list[Part]]] = {
    "documentation": documentation,
    "short": short_minutes,
    "instant": instant_print,
}
_UNTITLED = "Protokoll"
_UNKNOWN_DAY = date(2000, 1, 1)


def write_pdf(
    protocol: Protocol,
    stream: IO[bytes],
    *,
    photo_bytes: PhotoBytes = lambda _: None,
    black: bool = False,
    moment: datetime | None = None,
    watch: Watch = UNWATCHED,
) -> Result:
    """Write the protocol to `stream`, in its edition and length.

    `black` is for copiers and fax machines; an instant print always is. `moment` is when the file
    says it was made, with a zone; the day of the protocol if it is not given. Raises
    `CancelledError` when `watch` says so.
    """
    colours = inks(black or protocol.length == "instant")
    with uncollected():
        press = numbered(Press(protocol, colours, photo_bytes))
        parts = _LENGTHS[protocol.length](press)
        if not parts:
            parts = [Part(A4, [Heading(protocol.title or _UNTITLED, 1, H1)])]
        return compose(parts, _about(protocol, moment), stream, colours, watch)


def _about(protocol: Protocol, moment: datetime | None) -> About:
    """Return what the file says of itself: title and municipality, nothing of who wrote it."""
    day = protocol.as_of or _UNKNOWN_DAY
    return About(
        title=protocol.title or _UNTITLED,
        author=protocol.municipality,
        moment=moment or datetime.combine(day, time(), UTC),
        language=protocol.language,
    )
