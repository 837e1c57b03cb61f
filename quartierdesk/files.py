"""Files written whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from quartierdesk.errors import UserError

_REASONS = {
    errno.EACCES: "die Berechtigung fehlt",
    errno.EPERM: "die Berechtigung fehlt",
    errno.ENOENT: "es gibt die Datei oder den Ordner nicht",
    errno.ENOTDIR: "im Pfad steht eine Datei, wo ein Ordner stehen müsste",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EFBIG: "die Datei würde zu groß",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.EIO: "der Datenträger antwortet nicht",
}


@contextlib.contextmanager
def atomic_write(target: Path) -> Iterator[IO[bytes]]:
    """Yield a binary stream whose content replaces `target` when the block ends well.

    The stream is a temporary file in the folder of `target`; it is flushed to disk before it
    takes the name. An exception leaves `target` as it was. Raises `UserError` when the folder is
    missing, not writable or full, or when `target` is something else than a file.
    """
    temporary: Path | None = None
    try:
        if target.exists() and not target.is_file():
            raise _no_file(target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _take_over_permissions(temporary, target)
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def native_name(text: str) -> str:
    """Return a name of our own as the system takes it, also where that knows no umlauts."""
    return os.fsdecode(text.encode("utf-8"))


def readable_name(path: Path) -> str:
    """Return the name of a file as text, whatever bytes it consists of."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system offers that (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def not_writable(target: Path, error: OSError) -> UserError:
    """Return the sentence for a file that could not be written."""
    if isinstance(error, FileNotFoundError):
        return UserError(
            f"Den Ordner „{target.parent}“ gibt es nicht.",
            "Bitte legen Sie ihn an oder wählen Sie einen anderen.",
        )
    if isinstance(error, PermissionError):
        return UserError(
            f"In „{target}“ darf nicht geschrieben werden.",
            "Bitte wählen Sie einen anderen Ordner oder schließen Sie die Datei in anderen"
            " Programmen.",
        )
    return UserError(
        f"„{target}“ konnte nicht geschrieben werden: {reason(error)}.",
        "Bitte prüfen Sie den Namen und den Datenträger.",
    )


def _no_file(target: Path) -> UserError:
    what = "ein Ordner" if target.is_dir() else "keine gewöhnliche Datei"
    return UserError(f"„{target}“ ist {what}.", "Bitte geben Sie den Namen einer Datei an.")


def reason(error: OSError) -> str:
    """Return why the system refused something, in German words where there are any."""
    return _REASONS.get(error.errno or 0, error.strerror or "der Grund ist nicht bekannt")


def _take_over_permissions(temporary: Path, target: Path) -> None:
    """Give the new file the rights of the one it replaces, else those of any new file."""
    if os.name == "nt":
        return
    try:
        mode = target.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    temporary.chmod(mode)
