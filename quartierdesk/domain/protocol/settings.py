"""What of a protocol is printed, in which order and at which length."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from quartierdesk.domain.record import Edition

Length = Literal["documentation", "short", "instant"]
"""`documentation` is everything, `short` the minutes on a few pages, `instant` one or two pages
before people leave."""

SECTION_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "overview": "Auf einen Blick",
        "occasion": "Anlass und Ziel",
        "agenda": "Ablauf",
        "tables": "Thementische",
        "quarter": "Das Quartier",
        "participants": "Teilnehmende",
        "mood": "Stimmungsbarometer",
        "feedback": "Rückmeldebögen",
        "contributions": "Beiträge",
        "clusters": "Themenfelder",
        "beneficiaries": "Wem nützt was?",
        "prioritisation": "Priorisierung",
        "effort": "Aufwand und Nutzen",
        "swot": "Stärken und Schwächen",
        "measures": "Maßnahmenplan",
        "profiles": "Steckbriefe",
        "photos": "Fotos",
        "answers": "Antworten",
        "idea_store": "Themenspeicher",
        "offers": "Angebote",
        "next_steps": "Weiteres Vorgehen",
        "distribution": "Verteiler und Anlagen",
        "signatures": "Unterschriften",
        "notes": "Hinweise",
        "attendance": "Teilnehmerliste",
        "trace": "Vom Beitrag zur Maßnahme",
    }
)
"""German titles of all sections in their usual order, by key."""

NEVER_HIDDEN = frozenset({"notes"})
"""How to read the protocol, and who answers for it, belongs to every one of them."""

_INSTANT = frozenset({"overview", "prioritisation", "measures", "idea_store", "next_steps"})
_SHORT = _INSTANT | {
    "occasion",
    "participants",
    "offers",
    "distribution",
    "notes",
    "signatures",
}
_LENGTHS: Mapping[Length, frozenset[str]] = MappingProxyType(
    {"documentation": frozenset(SECTION_TITLES), "short": _SHORT, "instant": _INSTANT | {"notes"}}
)


@dataclass(frozen=True, slots=True)
class ProtocolSettings:
    """What a workshop's protocol looks like.

    `order` holds keys of sections as somebody arranged them; sections that are not in it come at
    their usual place. `hidden` holds the keys of those that are switched off.
    """

    edition: Edition = "public"
    length: Length = "documentation"
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def section_keys(settings: ProtocolSettings) -> tuple[str, ...]:
    """Return the keys of the sections to show, in their order.

    A section that `order` does not name follows the one that usually stands before it.
    """
    arranged = [key for key in dict.fromkeys(settings.order) if key in SECTION_TITLES]
    before = ""
    for key in SECTION_TITLES:
        if key not in arranged:
            arranged.insert(arranged.index(before) + 1 if before else 0, key)
        before = key
    wanted = _LENGTHS[settings.length] - (set(settings.hidden) - NEVER_HIDDEN)
    return tuple(key for key in arranged if key in wanted)


def known_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Return those keys that are keys of sections, each once."""
    return tuple(key for key in dict.fromkeys(keys) if key in SECTION_TITLES)
