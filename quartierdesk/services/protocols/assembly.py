"""The sections of the protocol, arranged as its settings say."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.protocol import (
    CHANGES_LABEL,
    Paragraph,
    Protocol,
    ProtocolSettings,
    Section,
    section_keys,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.protocols.answers import answers
from quartierdesk.services.protocols.beneficiaries import beneficiaries
from quartierdesk.services.protocols.closing import (
    distribution,
    feedback,
    next_steps,
    notes,
    photos,
)
from quartierdesk.services.protocols.contributions import (
    clusters,
    contributions,
    idea_store,
    offers,
    swot,
)
from quartierdesk.services.protocols.cover import cover, running_lines
from quartierdesk.services.protocols.estimates import effort
from quartierdesk.services.protocols.frame import agenda, occasion, quarter, tables
from quartierdesk.services.protocols.marks import marks
from quartierdesk.services.protocols.measures import measures, trace
from quartierdesk.services.protocols.mood import mood
from quartierdesk.services.protocols.names import Names
from quartierdesk.services.protocols.overview import overview
from quartierdesk.services.protocols.people import attendance, participants, signatures
from quartierdesk.services.protocols.prioritisation import prioritisation
from quartierdesk.services.protocols.profiles import profiles
from quartierdesk.services.protocols.versions import Version

_SECTIONS: Mapping[str, Callable[[WorkshopRecord, Names], Section | None]] = {
    "overview": overview,
    "occasion": occasion,
    "agenda": agenda,
    "tables": tables,
    "quarter": quarter,
    "participants": participants,
    "mood": mood,
    "feedback": feedback,
    "contributions": contributions,
    "clusters": clusters,
    "beneficiaries": beneficiaries,
    "prioritisation": prioritisation,
    "effort": effort,
    "swot": swot,
    "measures": measures,
    "profiles": profiles,
    "idea_store": idea_store,
    "offers": offers,
    "answers": answers,
    "next_steps": next_steps,
    "photos": photos,
    "distribution": distribution,
    "trace": trace,
    "attendance": attendance,
    "notes": notes,
    "signatures": signatures,
}
_USUAL = ProtocolSettings()
_DRAFT = Version()


def build(
    record: WorkshopRecord,
    catalogues: Mapping[str, Catalogue],
    settings: ProtocolSettings = _USUAL,
    version: Version = _DRAFT,
    kept: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Protocol:
    """Return the protocol of `record`, in the edition that the record is.

    `catalogues` by code give the German names of what is stored as codes; an unknown code is shown
    as it is. Numbers come from `record.outcomes` and the rules of the domain. `settings` say which
    sections there are, in which order (their edition says nothing here). A section that has
    nothing to say is left out, and so is an empty column whose key is not `kept` for its table.
    """
    names = Names(record, catalogues, kept)
    sections = [_SECTIONS[key](record, names) for key in section_keys(settings)]
    return Protocol(
        title=record.workshop.title,
        subtitle=record.workshop.subtitle,
        municipality=record.municipality.name,
        edition=record.edition,
        sections=tuple(
            _with_changes(section, version) for section in sections if section is not None
        ),
        length=settings.length,
        language=record.workshop.language or "de-DE",
        cover=cover(record, version, names),
        running=running_lines(record, version, names),
        marks=marks(catalogues, record.workshop.field_catalogue),
        as_of=version.as_of or version.released_on or record.workshop.date,
    )


def _with_changes(section: Section, version: Version) -> Section:
    """Return a section; that of the notes says what is different from the version before."""
    if section.key != "notes" or not version.remark:
        return section
    told = Paragraph(version.remark, label=CHANGES_LABEL)
    return replace(section, blocks=(*section.blocks[:1], told, *section.blocks[1:]))
