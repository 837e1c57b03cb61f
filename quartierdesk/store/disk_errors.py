"""What the disk or the file does to us, said in sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DatabaseError

from quartierdesk.errors import UserError

_SENTENCES = {
    "SQLITE_FULL": (
        "Der Datenträger mit „{name}“ ist voll.",
        "Bitte schaffen Sie Platz; was schon gespeichert war, ist nicht verloren.",
    ),
    "SQLITE_IOERR": (
        "„{name}“ ist nicht mehr erreichbar.",
        "Bitte prüfen Sie, ob der Stick oder das Laufwerk noch angeschlossen ist.",
    ),
    "SQLITE_CANTOPEN": (
        "„{name}“ kann nicht geöffnet werden.",
        "Bitte prüfen Sie, ob Sie in diesem Ordner lesen und schreiben dürfen.",
    ),
    "SQLITE_READONLY": (
        "In „{name}“ darf nicht geschrieben werden.",
        "Bitte öffnen Sie die Datei nur zum Lesen oder kopieren Sie sie in einen anderen Ordner.",
    ),
    "SQLITE_BUSY": (
        "„{name}“ wird gerade von einem anderen Programm benutzt.",
        "Bitte warten Sie einen Augenblick und versuchen Sie es noch einmal.",
    ),
    "SQLITE_NOTADB": (
        "„{name}“ ist keine QuartierDesk-Datei, oder das Kennwort stimmt nicht.",
        "Bitte prüfen Sie den Namen der Datei und das Kennwort.",
    ),
    "SQLITE_CORRUPT": (
        "„{name}“ ist beschädigt.",
        "Bitte bewahren Sie die Datei auf und öffnen Sie die letzte Sicherung.",
    ),
}


def damaged(path: Path) -> UserError:
    """Return the sentence for a file that is not what it was."""
    return _in_words("SQLITE_CORRUPT", path)


def _in_words(code: str, path: Path) -> UserError:
    sentence, hint = _SENTENCES[code]
    return UserError(sentence.format(name=path.name), hint)


@contextmanager
def in_sentences(path: Path) -> Iterator[None]:
    """Turn errors of disk and file inside the block into `UserError`; others pass."""
    try:
        yield
    except (DatabaseError, driver.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        name = str(getattr(cause, "sqlite_errorname", ""))
        for code in _SENTENCES:
            if name.startswith(code):
                raise _in_words(code, path) from error
        raise
