"""What the page asks of the file: the settings, what to look at, and the protocol to draw."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quartierdesk.domain.protocol import (
    NEVER_HIDDEN,
    SECTION_TITLES,
    ProtocolSettings,
    section_keys,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services import protocol_pdf, protocols, records, releases
from quartierdesk.services.protocol_pdf import Printable
from quartierdesk.services.protocols import Finding
from quartierdesk.services.releases import Release
from quartierdesk.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in the list: whether it is printed, whether it holds anything, its heading."""

    key: str
    title: str
    shown: bool
    empty: bool
    fixed: bool
    heading: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for the protocol of a workshop: read at once, whatever the workshop holds.

    `released` is the version of this edition that was released last.
    """

    workshop_id: str
    settings: ProtocolSettings
    released: Release | None = None


@dataclass(frozen=True, slots=True)
class ProtocolState:
    """The protocol itself; `record` is the whole workshop, from which the rest was made."""

    workshop_id: str
    title: str
    settings: ProtocolSettings
    sections: tuple[SectionRow, ...]
    findings: tuple[Finding, ...]
    printable: Printable
    record: WorkshopRecord


def choices(workspace: Workspace, workshop_id: str) -> Choices:
    """Return what was chosen for the protocol of a workshop."""
    with workspace.reading():
        chosen = protocols.settings(workspace, workshop_id)
        versions = releases.listed(workspace, workshop_id)
    last = next((each for each in reversed(versions) if each.edition == chosen.edition), None)
    return Choices(workshop_id, chosen, last)


def read(
    workspace: Workspace, workshop_id: str, known: WorkshopRecord | None = None
) -> ProtocolState:
    """Return the state of a workshop's protocol.

    `known` is its record where nothing but the choices for the protocol changed since.
    """
    with workspace.reading():
        chosen = protocols.settings(workspace, workshop_id)
        record = known or records.load(workspace, workshop_id)
        printable = protocol_pdf.printable(workspace, workshop_id, chosen, record=record)
        found = protocols.findings(workspace, workshop_id, chosen.edition, record)
    headings = {s.key: s.heading or s.title for s in printable.protocol.sections}
    title = printable.protocol.title
    rows = section_rows(chosen, headings)
    return ProtocolState(workshop_id, title, chosen, rows, tuple(found), printable, record)


def section_rows(
    chosen: ProtocolSettings, headings: Mapping[str, str] | None = None
) -> tuple[SectionRow, ...]:
    """Return the list of sections; as long as their `headings` are not known, none is empty."""
    known = headings or {}
    return tuple(
        SectionRow(
            key,
            SECTION_TITLES[key],
            key not in chosen.hidden,
            headings is not None and key not in headings,
            key in NEVER_HIDDEN,
            known.get(key, ""),
        )
        for key in section_keys(replace(chosen, hidden=()))
    )


def arranged(settings: ProtocolSettings, keys: tuple[str, ...]) -> ProtocolSettings:
    """Return the settings with the sections in this order; those not listed keep their place."""
    listed = iter(keys)
    every = section_keys(replace(settings, length="documentation", hidden=()))
    order = tuple(next(listed) if key in keys else key for key in every)
    return replace(settings, order=order)


def switched(settings: ProtocolSettings, key: str, *, shown: bool) -> ProtocolSettings:
    """Return the settings with one section switched on or off."""
    hidden = tuple(k for k in settings.hidden if k != key)
    return replace(settings, hidden=hidden if shown else (*hidden, key))
