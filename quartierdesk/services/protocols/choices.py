"""What somebody chose for the protocol of a workshop, remembered in the file."""

from quartierdesk.domain.identity import link_id
from quartierdesk.domain.protocol import ProtocolSettings, known_keys
from quartierdesk.errors import UserError
from quartierdesk.services.rows import ensure, existing
from quartierdesk.store.schema.frame import ProtocolSettings as SettingsTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_EDITIONS = frozenset({"public", "internal"})
_LENGTHS = frozenset({"documentation", "short", "instant"})
_USUAL = ProtocolSettings()


def settings(workspace: Workspace, workshop_id: str) -> ProtocolSettings:
    """Return how the protocol of a workshop is to be; the usual way where nobody chose."""
    with workspace.reading() as session:
        row = session.get(SettingsTable, _row_id(workshop_id))
        if row is None or row.deleted:
            return _USUAL
        return ProtocolSettings(
            "internal" if row.edition == "internal" else "public",
            row.length if row.length in _LENGTHS else _USUAL.length,  # type: ignore[arg-type]
            known_keys(row.sections),
            known_keys(row.hidden_sections),
        )


def set_settings(workspace: Workspace, workshop_id: str, chosen: ProtocolSettings) -> None:
    """Remember how the protocol of a workshop is to be; sections nobody knows are left out.

    Raises `UserError` for an edition or a length that there is not.
    """
    if chosen.edition not in _EDITIONS or chosen.length not in _LENGTHS:
        raise UserError(
            f"Ein Protokoll „{chosen.edition}, {chosen.length}“ gibt es nicht.",
            "Bitte wählen Sie eine andere Fassung oder einen anderen Umfang.",
        )
    with workspace.transaction("Protokoll eingestellt") as session:
        existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        ensure(
            session,
            SettingsTable,
            _row_id(workshop_id),
            workshop_id=workshop_id,
            edition=chosen.edition,
            length=chosen.length,
            sections=known_keys(chosen.order),
            hidden_sections=known_keys(chosen.hidden),
        )


def _row_id(workshop_id: str) -> str:
    """Return the same identity on every laptop: there is one choice for each workshop."""
    return link_id("protocol_settings", workshop_id)
