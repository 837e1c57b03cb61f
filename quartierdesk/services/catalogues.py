"""Catalogues: those shipped as data, with what users added, renamed or switched off."""

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from quartierdesk.domain.catalogues import (
    SHAPES,
    STANDARD_ACTION_FIELDS,
    Catalogue,
    CatalogueEntry,
    CatalogueKind,
    parse_catalogue,
)
from quartierdesk.domain.identity import link_id
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.paths import resources
from quartierdesk.services.rows import ensure, existing, living
from quartierdesk.store.schema.contributions import CatalogueItem
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of the user's own; with the code of a shipped entry it renames or hides that one."""

    code: str
    label: str
    short: str = ""
    colour: str = ""
    symbol: str = ""
    active: bool = True


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


def choose_fields(workspace: Workspace, workshop_id: str, code: str) -> None:
    """Choose the catalogue of action fields of a workshop; what is assigned already stays."""
    if code not in {catalogue.code for catalogue in action_field_catalogues()}:
        raise UserError(
            f"Einen Katalog der Handlungsfelder „{code}“ gibt es nicht.",
            "Bitte wählen Sie einen anderen.",
        )
    with workspace.transaction("Katalog der Handlungsfelder gewählt") as session:
        row = existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        row.field_catalogue = code


def save_entry(
    workspace: Workspace, catalogue: str, entry: OwnEntry, workshop_id: str | None = None
) -> None:
    """Add an entry to a catalogue, rename or hide one – in one workshop, or in all with None."""
    _refuse_impossible(catalogue, entry)
    code = clean_line(entry.code, "Kürzel")
    with workspace.transaction("Katalog ergänzt") as session:
        if workshop_id is not None:
            existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        ensure(
            session,
            CatalogueItem,
            link_id("catalogue_item", catalogue, code, workshop_id),
            workshop_id=workshop_id,
            catalogue=catalogue,
            code=code,
            label=entry.label,
            short=entry.short or entry.label,
            colour=entry.colour,
            symbol=entry.symbol,
            active=entry.active,
        )


def remove_entry(
    workspace: Workspace, catalogue: str, code: str, workshop_id: str | None = None
) -> None:
    """Take an entry of the user's own back; a shipped one has its own name again."""
    with workspace.transaction("Katalog gekürzt") as session:
        identity = link_id("catalogue_item", catalogue, code, workshop_id)
        existing(session, CatalogueItem, identity, "den Katalogeintrag").deleted = True


def of_workshop(workspace: Workspace, workshop_id: str) -> dict[str, Catalogue]:
    """Return all catalogues by code as they hold for a workshop.

    Hidden entries are left out. `action_field` is one more name for the chosen catalogue.
    """
    with workspace.reading() as session:
        workshop = existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        own = _own_entries(session, workshop_id)
        chosen = workshop.field_catalogue
    found = {code: _extended(c, own.get(code, [])) for code, c in shipped().items()}
    found["action_field"] = found.get(chosen, found[STANDARD_ACTION_FIELDS])
    return found


def _own_entries(session: Session, workshop_id: str) -> dict[str, list[CatalogueItem]]:
    found: dict[str, list[CatalogueItem]] = {}
    for row in living(session, CatalogueItem):
        if row.workshop_id in (None, workshop_id):
            found.setdefault(row.catalogue, []).append(row)
    for rows in found.values():
        # What is said for the workshop alone overrides what is said for all.
        rows.sort(key=lambda row: row.workshop_id is not None)
    return found


def _extended(catalogue: Catalogue, own: list[CatalogueItem]) -> Catalogue:
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


def _refuse_impossible(catalogue: str, entry: OwnEntry) -> None:
    if catalogue not in shipped():
        raise UserError(
            f"Einen Katalog „{catalogue}“ gibt es nicht.", "Bitte wählen Sie einen anderen."
        )
    if not entry.code.strip() or not entry.label.strip():
        raise UserError("Ein Eintrag im Katalog braucht einen Namen.", "Bitte geben Sie einen ein.")
    if entry.colour and not re.fullmatch(r"#[0-9A-Fa-f]{6}", entry.colour):
        raise UserError(
            f"„{entry.colour}“ ist keine Farbe.", "Bitte schreiben Sie sie wie „#1F6F8B“."
        )
    is_shape = shipped()[catalogue].kind is CatalogueKind.CONTRIBUTION_KIND
    if entry.symbol and is_shape and entry.symbol not in SHAPES:
        raise UserError(
            f"Die Form „{entry.symbol}“ gibt es für Beitragsarten nicht.",
            "Bitte wählen Sie eine andere.",
        )
