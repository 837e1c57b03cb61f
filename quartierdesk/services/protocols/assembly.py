"""The sections of the protocol in their usual order."""

from collections.abc import Callable, Mapping

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.protocol import Protocol, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.protocols.closing import feedback, next_steps, notes
from quartierdesk.services.protocols.contributions import clusters, contributions, idea_store, swot
from quartierdesk.services.protocols.frame import agenda, overview, participants, quarter, tables
from quartierdesk.services.protocols.measures import answers, measures, profiles, trace
from quartierdesk.services.protocols.mood import mood
from quartierdesk.services.protocols.names import Names
from quartierdesk.services.protocols.prioritisation import prioritisation

_SECTIONS: tuple[Callable[[WorkshopRecord, Names], Section | None], ...] = (
    overview,
    quarter,
    agenda,
    tables,
    participants,
    mood,
    contributions,
    clusters,
    prioritisation,
    swot,
    measures,
    profiles,
    idea_store,
    answers,
    next_steps,
    feedback,
    trace,
    notes,
)


def build(record: WorkshopRecord, catalogues: Mapping[str, Catalogue]) -> Protocol:
    """Return the protocol of `record`, in the edition that the record is.

    `catalogues` by code give the German names of what is stored as codes; an unknown code is shown
    as it is. Numbers come from `record.outcomes` and the rules of the domain. A section that has
    nothing to say is left out.
    """
    names = Names(record, catalogues)
    sections = (section(record, names) for section in _SECTIONS)
    return Protocol(
        title=record.workshop.title,
        subtitle=record.workshop.subtitle,
        municipality=record.municipality.name,
        edition=record.edition,
        sections=tuple(section for section in sections if section is not None),
    )
