"""The names under which a file speaks of things: labels and table numbers instead of identities."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from functools import partial
from typing import Literal
from zoneinfo import ZoneInfo

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.labels import distinct_labels, next_label
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.section import Section, as_line, as_text, as_whole, wrong

Kind = Literal["tables", "participants", "contributions", "clusters", "measures", "bundles"]
Name = str | int

_STANDARD_ZONE = "Europe/Berlin"
_NOUNS: Mapping[Kind, str] = {
    "tables": "keinen Tisch",
    "participants": "niemanden aus der Teilnehmerliste",
    "contributions": "keinen Beitrag",
    "clusters": "kein Themenfeld",
    "measures": "keine Maßnahme",
    "bundles": "kein Bündel",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how, in both directions, and the zone of the workshop's clock."""

    zone: tzinfo
    by_name: Mapping[Kind, Mapping[Name, str]]
    by_id: Mapping[Kind, Mapping[str, Name]]

    def find(self, kind: Kind, value: Json, place: str) -> str:
        """Return the id of what the file names; raises `UserError` for an unknown name."""
        found = self.by_name[kind].get(_name(kind, value, place))
        if found is None:
            raise wrong(place, f"nennt {_NOUNS[kind]} der Datei")
        return found

    def of(self, kind: Kind, identity: str | None) -> Name | None:
        """Return the name of something, None for what is not in the workshop (any more)."""
        return self.by_id[kind].get(identity or "")


def names_in_file(root: Section) -> Names:
    """Return the names in a file with new ids, in the order in which they stand.

    Raises `UserError` for a missing name and for one that occurs twice.
    """
    workshop = root.section("workshop")
    named: dict[Kind, dict[Name, str]] = {kind: {} for kind in _NOUNS}
    for kind, known in named.items():
        for section in root.sections(kind):
            key = "no" if kind == "tables" else "id"
            name = section.require(key, partial(_name, kind))
            if name == "":
                raise wrong(section.place_of(key), "ist leer")
            if name in known:
                raise wrong(section.place_of(key), f"gibt „{name}“ zum zweiten Mal")
            known[name] = new_id()
    return _names(workshop.get("timezone", _zone) or _zone(_STANDARD_ZONE, ""), named)


def names_of(record: WorkshopRecord) -> Names:
    """Return the names of what is in a record: labels, distinct and never empty."""
    named: dict[Kind, dict[Name, str]] = {
        "tables": _numbers((table.id, table.number) for table in record.tables),
        "participants": _labels("TN-", 2, ((p.id, p.label) for p in record.participants)),
        "contributions": _labels("P-", 3, ((c.id, c.label) for c in record.contributions)),
        "clusters": _labels("C", 2, ((c.id, c.label) for c in record.clusters)),
        "measures": _labels("M", 2, ((m.id, m.label) for m in record.measures)),
        "bundles": _labels("BÜ", 2, ((bundle.id, "") for bundle in record.bundles)),
    }
    return _names(_known_zone(record.workshop.timezone) or UTC, named)


def free_key(key: str, taken: Container[str]) -> str:
    """Return `key`, or „key (2)“ and so on where an object already has such a member."""
    name, number = key, 1
    while name in taken:
        number += 1
        name = f"{key} ({number})"
    return name


def _names(zone: tzinfo, named: Mapping[Kind, Mapping[Name, str]]) -> Names:
    by_id = {kind: {key: name for name, key in known.items()} for kind, known in named.items()}
    return Names(zone, named, by_id)


def _name(kind: Kind, value: Json, place: str) -> Name:
    return as_whole(value, place) if kind == "tables" else as_line(value, place)


def _numbers(tables: Iterable[tuple[str, int]]) -> dict[Name, str]:
    """Return each table under its number, and where laptops gave one twice under a new number."""
    pairs = list(tables)
    last = max((number for _, number in pairs), default=0)
    found: dict[Name, str] = {}
    for identity, number in pairs:
        last += number in found
        found[last if number in found else number] = identity
    return found


def _labels(prefix: str, digits: int, labelled: Iterable[tuple[str, str]]) -> dict[Name, str]:
    pairs = list(labelled)
    shown = distinct_labels([(identity, label) for identity, label in pairs if label.strip()])
    for identity, _ in pairs:
        if identity not in shown:
            shown[identity] = next_label(prefix, shown.values(), digits)
    return {label: identity for identity, label in shown.items()}


def _zone(value: Json, place: str) -> tzinfo:
    zone = _known_zone(as_text(value, place))
    if zone is None:
        raise wrong(place, "ist keine bekannte Zeitzone")
    return zone


def _known_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
