"""Catalogues: those shipped as data, with what users added, renamed or switched off."""

import re
from dataclasses import dataclass

from quartierdesk.domain.catalogues import SHAPES, CatalogueKind
from quartierdesk.domain.identity import link_id
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.services.catalogue_reading import action_field_catalogues, of_workshop, shipped
from quartierdesk.services.rows import ensure, existing
from quartierdesk.store.schema.contributions import CatalogueItem
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

__all__ = [
    "OwnEntry",
    "action_field_catalogues",
    "choose_fields",
    "of_workshop",
    "remove_entry",
    "save_entry",
    "shipped",
]


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of the user's own; with the code of a shipped entry it renames or hides that one."""

    code: str
    label: str
    short: str = ""
    colour: str = ""
    symbol: str = ""
    active: bool = True


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
