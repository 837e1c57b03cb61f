"""The protocol of a workshop, built once for every surface."""

from quartierdesk.services.protocols.assembly import build

__all__ = ["build"]
