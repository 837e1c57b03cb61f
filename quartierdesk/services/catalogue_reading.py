"""Catalogues as they are read: those shipped as data, with what users changed in a file."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from quartierdesk.domain.catalogues import (
    STANDARD_ACTION_FIELDS,
    Catalogue,
    CatalogueEntry,
    CatalogueKind,
    parse_catalogue,
)
from quartierdesk.paths import resources
from quartierdesk.services.plain_rows import living
from quartierdesk.services.workshop_reading import of_id
from quartierdesk.store.plain import Readable, Rows


@dataclass(frozen=True, slots=True)
class _Own:
    """An entry that users added, or a shipped one they renamed or switched off."""

    workshop_id: str | None
    catalogue: str
    code: str
    label: str
    short: str
    colour: str
    symbol: str
    active: bool


@functools.cache
def shipped() -> Mapping[str, Catalogue]:
    """Return the catalogues that come with the program, by code."""
    files = sorted((resources() / "catalogues").glob("*.json"))
    found = [parse_catalogue(json.loads(file.read_text("utf-8"))) for file in files]
    return {catalogue.code: catalogue for catalogue in found}


def action_field_catalogues() -> list[Catalogue]:
    """Return the catalogues of action fields among which a workshop chooses one."""
    fields = [c for c in shipped().values() if c.kind is CatalogueKind.ACTION_FIELD]
    return sorted(fields, key=lambda c: (c.code != STANDARD_ACTION_FIELDS, c.title))


def of_workshop(workspace: Readable, workshop_id: str) -> dict[str, Catalogue]:
    """Return all catalogues by code as they hold for a workshop.

    Hidden entries are left out. `action_field` is one more name for the chosen catalogue.
    """
    with workspace.plainly() as rows:
        chosen = of_id(rows, workshop_id).field_catalogue
        own = _own_entries(rows, workshop_id)
    found = {code: _extended(c, own.get(code, [])) for code, c in shipped().items()}
    found["action_field"] = found.get(chosen, found[STANDARD_ACTION_FIELDS])
    return found


def _own_entries(rows: Rows, workshop_id: str) -> dict[str, list[_Own]]:
    found: dict[str, list[_Own]] = {}
    of_it = "AND (workshop_id IS NULL OR workshop_id = ?) ORDER BY position, id"
    for row in living(rows, _Own, "catalogue_item", of_it, workshop_id):
        found.setdefault(row.catalogue, []).append(row)
    for own in found.values():
        # What is said for the workshop alone overrides what is said for all.
        own.sort(key=lambda row: row.workshop_id is not None)
    return found


def _extended(catalogue: Catalogue, own: list[_Own]) -> Catalogue:
    entries = {entry.code: entry for entry in catalogue.entries}
    hidden: set[str] = set()
    for row in own:
        known = entries.get(row.code) or CatalogueEntry(row.code, row.label, row.short)
        entries[row.code] = replace(
            known,
            label=row.label,
            short=row.short or row.label,
            colour=row.colour or known.colour,
            symbol=row.symbol or known.symbol,
        )
        if row.active:
            hidden.discard(row.code)
        else:
            hidden.add(row.code)
    shown = tuple(entry for code, entry in entries.items() if code not in hidden)
    return replace(catalogue, entries=shown)
