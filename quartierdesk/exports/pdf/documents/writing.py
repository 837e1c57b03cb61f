"""Writing a document to a file."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import IO

from quartierdesk.domain.protocol import Length, Protocol
from quartierdesk.exports.inks import inks
from quartierdesk.exports.pdf.composing import UNWATCHED, Part, Result, Watch, compose
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.protocol import documentation, numbered, short_minutes
from quartierdesk.exports.pdf.metadata import About

_MAKERS: Mapping[Length, Callable[[Press], list[Part]]] = {
    "documentation": documentation,
    "short": short_minutes,
    "instant": short_minutes,
}
_PROGRAM = "QuartierDesk"
_LONG_AGO = date(2000, 1, 1)


def write_protocol(
    protocol: Protocol,
    stream: IO[bytes],
    pictures: Mapping[str, bytes],
    *,
    black: bool = False,
    watch: Watch = UNWATCHED,
) -> Result:
    """Write the protocol as PDF/UA-1 and PDF/A-2a in its length; return pages and lost signs.

    `pictures` are bytes by their hash; a picture that is missing is left out. `black` is for
    „Schwarzweiß“: copiers and fax machines. The file says its title and the municipality, nothing
    else. Raises `CancelledError`.
    """
    press = numbered(Press(protocol, inks(black), pictures))
    day = protocol.as_of or _LONG_AGO
    about = About(
        title=protocol.title or "Protokoll",
        author=protocol.municipality or _PROGRAM,
        moment=datetime.combine(day, time(), UTC),
        language=protocol.language,
    )
    return compose(_MAKERS[protocol.length](press), about, stream, press.inks, watch)
