"""The protocol of a workshop, built once for every surface."""

from quartierdesk.services.protocols.assembly import build
from quartierdesk.services.protocols.choices import set_settings, settings
from quartierdesk.services.protocols.versions import Version
from quartierdesk.services.protocols.warnings import Finding, findings, personal_data

__all__ = [
    "Finding",
    "Version",
    "build",
    "findings",
    "personal_data",
    "set_settings",
    "settings",
]
