"""The frame of the workshop in the file: where, when, by whom, and what happens with the paper."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.small_counts import LARGEST_K, SMALLEST_K, USUAL_K
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
    Workshop,
)
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Dataclass, Fields, Row, read_row, write_row
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Names, free_key
from quartierdesk.exchange.workshop_json.section import (
    Section,
    as_line,
    as_section,
    as_text,
    as_whole,
    is_day,
    wrong,
)

SCHEMA = "quartierdesk.sample/1"
"""Name and version of the format."""

R = TypeVar("R")

# „Internet“ and „international“ say nothing about who may read it.
_NOT_PUBLIC = re.compile(r"intern(e[mnrs]?)?\b|nicht veröffentlichen", re.IGNORECASE)


def read_place(root: Section, names: Names) -> tuple[Municipality, Quarter, Workshop]:
    """Return municipality, quarter and workshop."""
    section = root.section("workshop")
    details = section.section("municipality_details")
    values = read_row(section, rows.MUNICIPALITY, names)
    values |= read_row(details, rows.MUNICIPALITY_DETAILS, names)
    municipality = Municipality(new_id(), **{"name": "", **values})
    details = section.section("quarter_details")
    values = read_row(section, rows.QUARTER, names)
    values |= read_row(details, rows.QUARTER_DETAILS, names)
    quarter = Quarter(new_id(), municipality.id, **{"name": "", **values})
    values = read_row(root, rows.TOP, names) | read_row(section, rows.WORKSHOP, names)
    if not values["title"].strip():
        raise wrong(section.place_of("title"), "ist leer")
    smallest = root.section("demographics").get("k_min", _as_smallest_count)
    workshop = Workshop(
        new_id(),
        quarter.id,
        smallest_count=USUAL_K if smallest is None else smallest,
        feedback_returned=root.section("feedback").get("returned", as_whole),
        **values,
    )
    return municipality, quarter, workshop


def write_top(record: WorkshopRecord, names: Names) -> Row:
    """Return what stands at the top of the file."""
    return write_row(record.workshop, rows.TOP, names, {"schema": SCHEMA})


def write_place(record: WorkshopRecord, names: Names) -> Row:
    """Return the section of the workshop with its municipality and quarter."""
    public = record.edition == "public"
    municipality, quarter = record.municipality, record.quarter
    handed_in = write_row(municipality, rows.MUNICIPALITY, names)
    handed_in |= write_row(quarter, rows.QUARTER, names)
    for key, item, table in (
        ("municipality_details", municipality, rows.MUNICIPALITY_DETAILS),
        ("quarter_details", quarter, rows.QUARTER_DETAILS),
    ):
        details = write_row(item, table, names, public=public)
        handed_in |= {key: details} if details else {}
    return write_row(record.workshop, rows.WORKSHOP, names, handed_in, public=public)


def read_lists(root: Section, names: Names) -> dict[str, Any]:
    """Return the plain lists of the record by their names."""
    return {
        "agenda": _listed(AgendaItem, root.sections("agenda"), rows.AGENDA_ITEM, names),
        "tables": _tables(root, names),
        "indicators": _indicators(root, names),
        "next_steps": _listed(NextStep, root.sections("next_steps"), rows.NEXT_STEP, names),
        "recipients": tuple(
            Recipient(new_id(), as_text(value, place), position)
            for position, (value, place) in enumerate(root.items("distribution"))
        ),
        "enclosures": tuple(
            _enclosure(value, place, position, names)
            for position, (value, place) in enumerate(root.items("attachments"))
        ),
        "signatures": _listed(Signature, root.sections("signatures"), rows.SIGNATURE, names),
        "retention": tuple(
            _retention(key, value, place, position, names)
            for position, (key, value, place) in enumerate(root.section("retention").members())
        ),
    }


def write_rows(
    items: Sequence[Dataclass], table: Fields, names: Names, *, public: bool
) -> list[Row]:
    """Return the rows of a list."""
    return [write_row(item, table, names, public=public) for item in items]


def write_tables(record: WorkshopRecord, names: Names) -> list[Row]:
    """Return the tables under distinct numbers."""
    public = record.edition == "public"
    return [
        write_row(table, rows.TABLE, names, {"no": names.of("tables", table.id)}, public=public)
        for table in record.tables
    ]


def write_enclosures(record: WorkshopRecord, names: Names) -> list[Json]:
    """Return the enclosures: as text where it says by itself whether it is internal."""
    return [
        item.title
        if item.public == _is_public(item.title)
        else write_row(item, rows.ENCLOSURE, names)
        for item in record.enclosures
    ]


def write_retention(record: WorkshopRecord, names: Names) -> Row:
    """Return the retention dates by subject: a day, words, or both."""
    found: Row = {}
    for item in record.retention:
        value: Json = item.until.isoformat() if item.until else item.text
        both = item.until is not None and item.text
        row = write_row(item, rows.RETENTION, names) if both else value
        found[free_key(item.subject, found)] = row
    return found


def _listed(
    kind: Callable[..., R], sections: list[Section], table: Fields, names: Names
) -> tuple[R, ...]:
    return tuple(
        kind(id=new_id(), position=position, **read_row(section, table, names))
        for position, section in enumerate(sections)
    )


def _tables(root: Section, names: Names) -> tuple[TopicTable, ...]:
    found = []
    for section in root.sections("tables"):
        number = section.require("no", as_whole)
        identity = names.by_name["tables"][number]
        found.append(TopicTable(identity, number, **read_row(section, rows.TABLE, names)))
    return tuple(found)


def _indicators(root: Section, names: Names) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(
            new_id(), position=place, **{"value": None, **read_row(section, rows.INDICATOR, names)}
        )
        for place, section in enumerate(root.sections("monitoring"))
    )


def _enclosure(value: Json, place: str, position: int, names: Names) -> Enclosure:
    if isinstance(value, str):
        title = as_text(value, place)
        return Enclosure(new_id(), title, _is_public(title), position)
    values = read_row(as_section(value, place), rows.ENCLOSURE, names)
    return Enclosure(new_id(), position=position, **values)


def _is_public(title: str) -> bool:
    return _NOT_PUBLIC.search(title) is None


def _retention(key: str, value: Json, place: str, position: int, names: Names) -> RetentionDate:
    if isinstance(value, str) or value is None:
        content: Row = {"until" if is_day(value or "") else "text": value}
        section = Section(content, place)
    else:
        section = as_section(value, place)
    values = read_row(section, rows.RETENTION, names)
    return RetentionDate(new_id(), as_line(key, place), position=position, **values)


def _as_smallest_count(value: Json, place: str) -> int:
    return as_whole(value, place, SMALLEST_K, LARGEST_K)
