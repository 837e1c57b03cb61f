"""What marks a file as a workspace, and the notes in it that tell which state it is in."""

from pathlib import Path
from typing import Literal

APPLICATION_ID = 0x51754465
"""Marks the file as ours in its header („QuDe“)."""

FILE_FORMAT = "quartierdesk.workspace/1"
PACKAGE_FORMAT = "quartierdesk.package/1"

HEAD = "0001"
"""Revision of the present schema."""

Mark = Literal["closed", "needs log", "open without log"]

OPEN = "open"
"""Name of the note that says whether the file is open."""

MARKS: dict[Mark, str] = {"closed": "0", "needs log": "1", "open without log": "2"}


def log_of(path: Path) -> Path:
    """Return the name of the write-ahead log that belongs to a file."""
    return path.with_name(f"{path.name}-wal")


def journal_of(path: Path) -> Path:
    """Return the name of the rollback journal that belongs to a file."""
    return path.with_name(f"{path.name}-journal")
