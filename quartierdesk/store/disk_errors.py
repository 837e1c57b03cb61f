"""What the disk or the file does to us, said in sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DatabaseError

from quartierdesk.errors import DamagedFileError, DiskFullError, PassphraseError, UserError

_SENTENCES = {
    "SQLITE_FULL": (
        "Der Datenträger mit „{name}“ ist voll; dieser Schritt ist nicht gespeichert.",
        "Bitte schaffen Sie Platz und wiederholen Sie ihn; Früheres ist nicht verloren.",
    ),
    "SQLITE_IOERR_READ": (
        "„{name}“ ist nicht mehr erreichbar.",
        "Bitte prüfen Sie, ob der Stick oder das Laufwerk noch angeschlossen ist.",
    ),
    "SQLITE_IOERR": (
        "In „{name}“ konnte nicht geschrieben werden; dieser Schritt ist nicht gespeichert.",
        "Ist der Datenträger voll oder abgezogen? Bitte beheben Sie das und wiederholen Sie ihn.",
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
        "Das Kennwort öffnet „{name}“ nicht, oder die Datei ist am Anfang beschädigt.",
        "Bitte geben Sie das Kennwort noch einmal ein; achten Sie auf Groß- und Kleinschreibung.",
    ),
    "SQLITE_CORRUPT": (
        "„{name}“ ist beschädigt.",
        "Bitte bewahren Sie die Datei auf und öffnen Sie die letzte Sicherung.",
    ),
}


_KINDS: dict[str, type[UserError]] = {
    "SQLITE_FULL": DiskFullError,
    "SQLITE_IOERR_READ": UserError,
    "SQLITE_IOERR": DiskFullError,
    "SQLITE_NOTADB": PassphraseError,
    "SQLITE_CORRUPT": DamagedFileError,
}


def _in_words(code: str, path: Path) -> UserError:
    sentence, hint = _SENTENCES[code]
    return _KINDS.get(code, UserError)(sentence.format(name=path.name), hint)


_BY_MESSAGE = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "unsupported file format": "SQLITE_CORRUPT",
}
"""What the driver says where it names the error badly or, while it copies pages, not at all."""


def _name_of(error: BaseException | None) -> str:
    named = str(getattr(error, "sqlite_errorname", "SQLITE_ERROR"))
    return _BY_MESSAGE.get(str(error), named) if named == "SQLITE_ERROR" else named


@contextmanager
def in_sentences(path: Path) -> Iterator[None]:
    """Turn errors of disk and file inside the block into `UserError`; others pass."""
    try:
        yield
    except (DatabaseError, driver.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        name = _name_of(cause)
        for code in _SENTENCES:
            if name.startswith(code):
                raise _in_words(code, path) from error
        raise
    except UnicodeDecodeError as error:
        # The message of the database quotes what it cannot read, and that is no text.
        raise _in_words("SQLITE_CORRUPT", path) from error
