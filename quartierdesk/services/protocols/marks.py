"""How kinds, fields and statuses are drawn: a shape beside the word, the colour third."""

from collections.abc import Iterable, Mapping
from itertools import cycle

from quartierdesk.domain.catalogues import COLLECTIVE_FIELD, Catalogue, CatalogueEntry
from quartierdesk.domain.protocol import Mark, Shape

_INK = "#1B2326"
_MUTED = "#4C585C"
_KINDS: Mapping[str, tuple[Shape, str]] = {
    "staerke": ("triangle", "#2A7048"),
    "problem": ("square", "#A9345A"),
    "kritik": ("diamond", "#A34D10"),
    "idee": ("disc", "#8A6800"),
    "wunsch": ("star", "#2A5C9E"),
    "angebot": ("plus", "#0B6F72"),
    "frage": ("ring-question", _INK),
    "risiko": ("triangle-down", "#9C1B1B"),
    "hinweis": ("ring-info", _MUTED),
}
"""Darker than the cards on the wall: the marks stand on white paper."""
_FIELDS: Mapping[str, tuple[Shape, str, str]] = {
    "wohnen_mobilitaet_klima": ("house", "#2F5D8C", "Wo"),
    "pflege_gesundheit": ("disc", "#A03A5C", "Pf"),
    "wirtschaft_nahversorgung": ("square", "#8A5A00", "Ve"),
    "familie_generationen": ("hexagon", "#5D4A94", "Fa"),
    "beteiligung_engagement_teilhabe": ("shield", "#0B6F72", "Be"),
    "inklusion_integration_vielfalt": ("octagon", "#3B6E2F", "In"),
    "digitalisierung": ("tab", _MUTED, "Di"),
}
_SILHOUETTES: tuple[Shape, ...] = (
    "house",
    "disc",
    "square",
    "hexagon",
    "shield",
    "octagon",
    "tab",
)


def marks(catalogues: Mapping[str, Catalogue], chosen: str) -> tuple[Mark, ...]:
    """Return the marks of all kinds, of the fields of the chosen catalogue and of all statuses."""
    fields = catalogues.get("action_field") or catalogues.get(chosen)
    kinds = catalogues.get("contribution_kind")
    statuses = catalogues.get("measure_status")
    return (
        *(_kind(entry) for entry in _entries(kinds)),
        *_fields(_entries(fields)),
        *(
            Mark("status", entry.label, entry.short, "box", _INK, entry.letter or "")
            for entry in _entries(statuses)
        ),
    )


def _entries(catalogue: Catalogue | None) -> tuple[CatalogueEntry, ...]:
    return catalogue.entries if catalogue else ()


def _kind(entry: CatalogueEntry) -> Mark:
    shape, colour = _KINDS.get(entry.code, ("ring", _MUTED))
    return Mark("kind", entry.label, entry.short, shape, colour)


def _fields(entries: Iterable[CatalogueEntry]) -> Iterable[Mark]:
    silhouettes = cycle(_SILHOUETTES)
    for entry in entries:
        letters = (entry.letter or entry.short[:2]).capitalize()
        if entry.code in _FIELDS:
            shape, colour, letters = _FIELDS[entry.code]
        elif entry.code == COLLECTIVE_FIELD:
            shape, colour = "tab", _MUTED
        else:
            shape, colour = next(silhouettes), entry.colour or _MUTED
        yield Mark("field", entry.label, entry.short, shape, colour, letters)
