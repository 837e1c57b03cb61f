"""What the window knows of the open file, and a first look into it while it is being opened."""

from dataclasses import dataclass
from pathlib import Path

from quartierdesk.store.glance import Glance
from quartierdesk.store.plain import Readable

__all__ = ["Glance", "OpenFile", "Readable", "glance"]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The open file; `used_by` says who writes to it where this program may only read."""

    path: Path
    writable: bool
    used_by: str = ""


def glance(path: Path) -> tuple[Glance, OpenFile] | None:
    """Return a first look into a file, to be followed by opening it.

    None where it must not be shown before it was really opened.
    """
    found = Glance.at(path)
    return None if found is None else (found, OpenFile(found.path, writable=True))
