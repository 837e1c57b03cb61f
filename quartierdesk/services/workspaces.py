"""Workspace files as people handle them: made, opened, copied, tried out with the sample."""

from pathlib import Path

from quartierdesk.errors import DamagedFileError, PassphraseError, UserError
from quartierdesk.paths import resources
from quartierdesk.services.open_file import OpenFile
from quartierdesk.store.change_log import Changes
from quartierdesk.store.lock import owner_of
from quartierdesk.store.workspace import Access, Workspace

__all__ = [
    "SUFFIX",
    "Changes",
    "OpenFile",
    "Workspace",
    "access",
    "add_sample",
    "create",
    "open_file",
    "opened",
    "save_copy",
    "with_suffix",
]

SUFFIX = ".quartier"


def create(path: Path, writer: str, passphrase: str | None = None) -> tuple[Workspace, OpenFile]:
    """Make a new, empty file and open it; `writer` stands in the history."""
    opened = Workspace.create(with_suffix(path), Access(writer, passphrase))
    return opened, OpenFile(opened.path, writable=True)


def open_file(
    path: Path, writer: str, passphrase: str | None = None, *, only_read: bool = False
) -> tuple[Workspace, OpenFile]:
    """Open a file for writing; where somebody else does so, for reading.

    `only_read` never asks to write. Raises `PassphraseError` for an encrypted file whose
    passphrase is missing or wrong, `DamagedFileError` for a damaged one, `UserError` for whatever
    else cannot be opened.
    """
    if not only_read:
        try:
            opened = Workspace.open(path, Access(writer, passphrase))
        except (PassphraseError, DamagedFileError):
            raise
        except UserError:
            if owner_of(path) is None:
                raise
        else:
            return opened, OpenFile(opened.path, writable=True)
    owner = owner_of(path)
    opened = Workspace.open(path, Access(writer, passphrase, read_only=True))
    return opened, OpenFile(opened.path, writable=False, used_by=str(owner) if owner else "")


def access(writer: str, passphrase: str | None = None) -> Access:
    """Return how to open a file for writing."""
    return Access(writer, passphrase)


def opened(workspace: Workspace) -> tuple[Workspace, OpenFile]:
    """Return a workspace that is open for writing, with what the window shows of it."""
    return workspace, OpenFile(workspace.path, writable=True)


def save_copy(workspace: Workspace, target: Path) -> Path:
    """Write a complete copy and return where it is; a file that is there already is refused."""
    target = with_suffix(target)
    workspace.save_copy(target)
    return target


def add_sample(workspace: Workspace) -> str:
    """Store the sample workshop and return its id."""
    from quartierdesk.services import imports

    source = resources() / "sample/sample_workshop.json"
    return imports.import_workshop(workspace, source).workshop_id


def with_suffix(path: Path) -> Path:
    """Return the path with the suffix of workspaces."""
    return path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)
