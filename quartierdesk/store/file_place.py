"""Whether the open file is still the one that lies under its name."""

import sys
from pathlib import Path

from quartierdesk.errors import UserError


class FilePlace:
    """Knows which file lay at `path` when it was opened.

    Where the system lets an open file be deleted, moved or replaced (by a person, by a program that
    synchronises, by a stick that is pulled), SQLite goes on writing to what nobody finds again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = _identity(path)

    def refuse_if_gone(self) -> None:
        """Raise `UserError` where another file, or none, lies at the place by now."""
        if _identity(self._path) != self._identity:
            raise UserError(
                f"„{self._path.name}“ wurde verschoben, gelöscht oder ersetzt, während die Datei"
                " geöffnet war; gespeichert werden kann dort nichts mehr.",
                "Bitte legen Sie sie an ihren Ort zurück, oder schließen Sie den Datenträger wieder"
                " an. Geht das nicht, speichern Sie gleich eine Kopie unter anderem Namen.",
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from others, None where there is none.

    On Windows an open file keeps its name, and not every network drive numbers its files there.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return (0, 0) if sys.platform == "win32" else (found.st_dev, found.st_ino)
