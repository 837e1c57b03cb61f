"""Everything there is to prepare in a workshop, read in one go and written in one operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    HeadCount,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    Signature,
    TopicTable,
    Workshop,
)
from quartierdesk.services import (
    catalogues,
    indicators,
    participants,
    photos,
    workshop_lists,
    workshops,
)
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Home:
    """The quarter of a workshop, the municipality it lies in, and the figures reported of it."""

    municipality: Municipality
    quarter: Quarter
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """The workshop with its frame, people and what can be chosen."""

    workshop: Workshop
    quarters: tuple[Quarter, ...]
    municipalities: tuple[Municipality, ...]
    indicators: tuple[Indicator, ...]
    agenda: tuple[AgendaItem, ...]
    tables: tuple[TopicTable, ...]
    head_counts: tuple[HeadCount, ...]
    participants: tuple[Participant, ...]
    next_steps: tuple[NextStep, ...]
    recipients: tuple[Recipient, ...]
    enclosures: tuple[Enclosure, ...]
    signatures: tuple[Signature, ...]
    catalogues: Mapping[str, Catalogue]
    field_catalogues: tuple[Catalogue, ...]

    def home(self) -> Home | None:
        """Return where the workshop belongs, None where that was deleted."""
        for quarter in self.quarters:
            for municipality in self.municipalities:
                mine = quarter.id == self.workshop.quarter_id
                if mine and municipality.id == quarter.municipality_id:
                    return Home(municipality, quarter, self.indicators)
        return None


def of_workshop(workspace: Workspace, workshop_id: str) -> Preparation:
    """Return what was prepared, on one state of the file."""
    with workspace.reading():
        return Preparation(
            workshop=workshops.get(workspace, workshop_id),
            quarters=tuple(workshops.quarters(workspace)),
            municipalities=tuple(workshops.municipalities(workspace)),
            indicators=tuple(indicators.of_workshop(workspace, workshop_id)),
            agenda=tuple(workshop_lists.items(workspace, AgendaItem, workshop_id)),
            tables=tuple(workshop_lists.items(workspace, TopicTable, workshop_id)),
            head_counts=tuple(workshop_lists.items(workspace, HeadCount, workshop_id)),
            participants=tuple(participants.listed(workspace, workshop_id)),
            next_steps=tuple(workshop_lists.items(workspace, NextStep, workshop_id)),
            recipients=tuple(workshop_lists.items(workspace, Recipient, workshop_id)),
            enclosures=tuple(workshop_lists.items(workspace, Enclosure, workshop_id)),
            signatures=tuple(workshop_lists.items(workspace, Signature, workshop_id)),
            catalogues=catalogues.of_workshop(workspace, workshop_id),
            field_catalogues=tuple(catalogues.action_field_catalogues()),
        )


def store_home(
    workspace: Workspace, workshop: Workshop, before: Home, after: Home, arms: bytes = b""
) -> None:
    """Store what differs in quarter, municipality and figures as one operation.

    `arms` is a picture file with another coat of arms; it is kept as photos are.
    """
    with workspace.transaction("Gemeinde und Quartier bearbeitet"):
        municipality = after.municipality
        if arms:
            municipality = replace(municipality, arms_sha256=photos.keep(workspace, arms).sha256)
        if municipality != before.municipality:
            workshops.edit_municipality(workspace, before.municipality, municipality)
        if after.quarter != before.quarter:
            workshops.edit_quarter(workspace, before.quarter, after.quarter)
        if after.indicators != before.indicators:
            indicators.store_all(workspace, workshop, before.indicators, after.indicators)


def store_agenda(
    workspace: Workspace,
    workshop_id: str,
    before: Sequence[AgendaItem],
    after: Sequence[AgendaItem],
    what: str,
) -> None:
    """Store another agenda as one operation called `what`; only what differs is written."""
    known = {item.id: item for item in before}
    kept = {item.id for item in after}
    with workspace.transaction(what):
        for item in before:
            if item.id not in kept:
                workshop_lists.remove(workspace, item)
        for item in after:
            if item.id not in known:
                workshop_lists.add(workspace, workshop_id, item)
            elif item != known[item.id]:
                workshop_lists.edit(workspace, known[item.id], item)
        workshop_lists.arrange(workspace, list(after))


def store_participant(
    workspace: Workspace,
    workshop_id: str,
    before: Participant | None,
    after: Participant,
    consents: Mapping[str, bool],
) -> None:
    """Store somebody with what was agreed to, by kind of consent (`ConsentKind`)."""
    with workspace.transaction("Teilnehmerliste bearbeitet" if before else "Jemand eingetragen"):
        if before is None:
            participants.add(workspace, workshop_id, after)
        else:
            participants.edit(workspace, before, after)
        given = {c.kind: c.given for c in (before.consents if before else ()) if not c.medium}
        for kind, agreed in consents.items():
            if agreed != given.get(kind, False):
                participants.record_consent(workspace, after.id, kind, agreed)
