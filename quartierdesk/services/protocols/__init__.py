"""The protocol of a workshop, built once for every surface."""

from quartierdesk.services.protocols.assembly import build
from quartierdesk.services.protocols.cover import Version

__all__ = ["Version", "build"]
