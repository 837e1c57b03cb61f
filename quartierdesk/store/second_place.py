"""The second place for backups, such as a stick: what was brought there, and when."""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from os import fsencode
from pathlib import Path

from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write, not_writable
from quartierdesk.paths import config_folder
from quartierdesk.store import backup
from quartierdesk.store.backup import Backup


@dataclass(frozen=True, slots=True)
class Brought:
    """What this installation last brought to the second place: which state, when (local time)."""

    moment: datetime
    state: str


def bring(made: Backup, folder: Path, workspace: Path) -> None:
    """Copy a backup to the second place, read it back, and thin out what lies there.

    Raises `UserError` when the place is full or gone, or what was written reads differently.
    """
    target = folder / made.path.name
    if not target.exists():
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise not_writable(folder, error) from error
        with atomic_write(target) as stream, made.path.open("rb") as original:
            shutil.copyfileobj(original, stream, 1024 * 1024)
        _refuse_difference(made.path, target)
    now = datetime.now()
    backup.thin(folder, now)
    _note(workspace, Brought(now.replace(microsecond=0), made.name.state))


def last_brought(workspace: Path) -> Brought | None:
    """Return what was brought to the second place last, also while that is not at hand."""
    try:
        stored = json.loads(_note_of(workspace).read_text("utf-8"))
        return Brought(datetime.fromisoformat(stored["moment"]), str(stored["state"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refuse_difference(original: Path, copy: Path) -> None:
    if _digest(original) != _digest(copy):
        with suppress(OSError):
            copy.unlink()
        raise UserError(
            f"Was nach „{copy.parent}“ geschrieben wurde, liest sich anders.",
            "Bitte nehmen Sie einen anderen Datenträger.",
        )


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").digest()


def _note(workspace: Path, brought: Brought) -> None:
    note = _note_of(workspace)
    with suppress(OSError, UserError):
        note.parent.mkdir(parents=True, exist_ok=True)
        content = {"moment": brought.moment.isoformat(), "state": brought.state}
        with atomic_write(note) as stream:
            stream.write(json.dumps(content).encode())


def _note_of(workspace: Path) -> Path:
    name = sha256(fsencode(workspace)).hexdigest()
    return config_folder() / "zweiter-ort" / f"{name}.json"
