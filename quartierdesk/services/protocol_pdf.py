"""The protocol as PDF in two steps: what is in it comes from the file, the pages from anywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO

from quartierdesk.domain.edition import published
from quartierdesk.domain.protocol import Picture, Protocol, ProtocolSettings
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.services import catalogues, photos, protocols, records
from quartierdesk.services.protocols.versions import draft, released
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Printable:
    """A protocol with the bytes of its pictures by their SHA-256; needs the file no more."""

    protocol: Protocol
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A version that is being released; `remark` says what is different from the one before."""

    number: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out: the number of pages, and the characters that no font could show."""

    pages: int
    missing_characters: tuple[str, ...]


def printable(
    workspace: Workspace,
    workshop_id: str,
    chosen: ProtocolSettings | None = None,
    version: Numbered | None = None,
    record: WorkshopRecord | None = None,
) -> Printable:
    """Return the protocol of a workshop ready for print, as it was chosen or as remembered.

    As a `version` it is released today, else it is a draft of now. `record` is the whole workshop
    where it has been loaded already.
    """
    wanted = chosen or protocols.settings(workspace, workshop_id)
    whole = record or records.load(workspace, workshop_id)
    shown = published(whole) if wanted.edition == "public" else whole
    known = catalogues.of_workshop(workspace, workshop_id)
    zone = shown.workshop.timezone
    state = released(version.number, zone, version.remark) if version else None
    protocol = protocols.build(shown, known, wanted, state or draft(zone))
    pictures = {}
    for sha256 in _pictures(protocol):
        try:
            pictures[sha256] = photos.picture(workspace, sha256)
        except UserError:
            continue  # the protocol is more important than one picture that is gone
    return Printable(protocol, pictures)


def render(
    what: Printable,
    stream: IO[bytes],
    *,
    black: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Write the PDF to `stream`; this may be done in any thread.

    `black` is for copiers and fax machines. `progress` is told the pages done and all pages, 0 of
    0 as long as their number is not known. Raises `CancelledError` when `cancelled` says so.
    """
    from quartierdesk.exports.pdf import Watch, write_pdf

    result = write_pdf(
        what.protocol,
        stream,
        photo_bytes=what.pictures.get,
        black=black,
        watch=Watch(progress, cancelled),
    )
    return Printed(result.pages, tuple(sorted(result.missing)))


def _pictures(protocol: Protocol) -> set[str]:
    found = {
        block.sha256
        for section in protocol.sections
        for block in section.blocks
        if isinstance(block, Picture)
    }
    if protocol.cover and protocol.cover.arms_sha256:
        found.add(protocol.cover.arms_sha256)
    return found
