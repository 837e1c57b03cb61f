"""Reading a workshop from JSON."""

from dataclasses import dataclass

from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.exchange.wording import shortened
from quartierdesk.exchange.workshop_json.agreements import read_answers, read_measures
from quartierdesk.exchange.workshop_json.cards import (
    read_bundles,
    read_clusters,
    read_contributions,
    read_photos,
    read_swot,
)
from quartierdesk.exchange.workshop_json.frame import SCHEMA, read_lists, read_place
from quartierdesk.exchange.workshop_json.json_text import parse
from quartierdesk.exchange.workshop_json.known_fields import unknown_fields
from quartierdesk.exchange.workshop_json.names import names_in_file
from quartierdesk.exchange.workshop_json.people import (
    read_demographics,
    read_feedback,
    read_participants,
)
from quartierdesk.exchange.workshop_json.polls import read_polls
from quartierdesk.exchange.workshop_json.section import Section, as_text


@dataclass(frozen=True, slots=True)
class WorkshopImport:
    """What a file holds: an internal record without outcomes, and what people should know."""

    record: WorkshopRecord
    warnings: tuple[str, ...]


def read_workshop(data: bytes) -> WorkshopImport:
    """Return the workshop in a file of the format `quartierdesk.sample/1`.

    Everything gets a new identity; within each list they sort like the file. What can be computed
    is not read. Fields the format does not know are left out and named in the warnings. Raises
    `UserError` naming the place of what is missing, of the wrong kind, too long, twice or unknown.
    """
    content = parse(data)
    root = Section(content)
    _check_schema(root)
    warnings = unknown_fields(content)
    names = names_in_file(root)
    municipality, quarter, workshop = read_place(root, names)
    participants = read_participants(root, names)
    head_counts = read_demographics(root, warnings)
    cards = read_contributions(root, names)
    clusters = read_clusters(root, names, cards, warnings)
    feedback, quotes = read_feedback(root, warnings)
    record = WorkshopRecord(
        municipality,
        quarter,
        workshop,
        participants=participants,
        head_counts=head_counts,
        contributions=cards,
        clusters=clusters,
        bundles=read_bundles(root, names),
        swot=read_swot(root, names),
        photos=read_photos(root, names, warnings),
        polls=read_polls(root, names, warnings),
        measures=read_measures(root, names),
        answers=read_answers(root, names),
        feedback=feedback,
        feedback_quotes=quotes,
        **read_lists(root, names),
    )
    return WorkshopImport(record, tuple(warnings))


def _check_schema(root: Section) -> None:
    found = root.get("schema", as_text)
    if found == SCHEMA:
        return
    if found is not None and found.startswith(SCHEMA.partition("/")[0]):
        raise UserError(
            f"Die Datei hat die Fassung „{shortened(found)}“, gelesen wird „{SCHEMA}“.",
            "Bitte öffnen Sie sie mit einer passenden Fassung von QuartierDesk.",
        )
    raise UserError(
        f"Die Datei enthält keine Werkstatt: Die Angabe „schema“ ist nicht „{SCHEMA}“.",
        "Bitte wählen Sie eine Datei, die QuartierDesk als JSON geschrieben hat.",
    )
