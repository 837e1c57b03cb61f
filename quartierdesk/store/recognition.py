"""What a file is, judged by looking at it, and the sentence for whatever is no workspace."""

from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from quartierdesk.errors import DamagedFileError, PassphraseError, UserError
from quartierdesk.files import reason
from quartierdesk.store import meta, search_index
from quartierdesk.store.file_facts import APPLICATION_ID, FILE_FORMAT, log_of
from quartierdesk.store.schema import Base
from quartierdesk.store.write_ahead import needs_log

PLAIN_HEADER = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_PAGE = 4096
_LOOKED_AT = 2_000_000
_MANY_VALUES = 200
_OTHER_FORMATS = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"7z\xbc\xaf")
_OUR_WORDS = (b"CREATE TABLE contribution", b"quartierdesk.workspace/", b"CREATE TABLE workshop")
_KEEP_IT = "Bitte bewahren Sie die Datei auf und öffnen Sie die letzte Sicherung."
_CHOOSE_OURS = "Bitte wählen Sie eine Datei mit der Endung „.quartier“."


def is_plain(path: Path) -> bool:
    """Return whether a file is a database that anybody can read."""
    with _opened(path) as stream:
        return stream.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def refuse_foreign(path: Path, passphrase: str | None) -> None:
    """Raise `UserError` for what is no workspace at first sight, without leaving a trace."""
    with _opened(path) as stream:
        start = stream.read(_PAGE)
        if not start.startswith(PLAIN_HEADER):
            start += stream.read(_LOOKED_AT)
    size = path.stat().st_size
    if not start:
        raise DamagedFileError(f"„{path.name}“ ist leer.", _KEEP_IT)
    if not start.strip(b"\x00") and _is_nothing_but_zeros(path):
        raise DamagedFileError(
            f"„{path.name}“ enthält nur Nullen: Beim Speichern oder Kopieren ist der Inhalt"
            " verloren gegangen.",
            _KEEP_IT,
        )
    if start.startswith(PLAIN_HEADER):
        _refuse_foreign_header(path, start, size)
    elif any(words in start for words in _OUR_WORDS):
        raise DamagedFileError(f"Der Anfang von „{path.name}“ ist beschädigt.", _KEEP_IT)
    elif not _looks_encrypted(start):
        raise UserError(f"„{path.name}“ ist keine QuartierDesk-Datei.", _CHOOSE_OURS)
    elif size % _PAGE:
        raise _cut_off(path)
    elif passphrase is None:
        raise PassphraseError(
            f"„{path.name}“ ist mit einem Kennwort geschützt oder keine QuartierDesk-Datei.",
            "Bitte geben Sie das Kennwort ein.",
        )


def _opened(path: Path) -> BinaryIO:
    if path.exists() and not path.is_file():
        what = "ein Ordner" if path.is_dir() else "keine gewöhnliche Datei"
        raise UserError(f"„{path}“ ist {what}.", "Bitte geben Sie eine QuartierDesk-Datei an.")
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise UserError(
            f"Die Datei „{path}“ gibt es nicht.", "Bitte prüfen Sie Namen und Ordner."
        ) from None
    except OSError as error:
        raise UserError(
            f"„{path}“ kann nicht gelesen werden: {reason(error)}.",
            "Bitte prüfen Sie, ob Sie die Datei lesen dürfen.",
        ) from error


def _refuse_foreign_header(path: Path, start: bytes, size: int) -> None:
    """Judge by the header of a database (sqlite.org/fileformat.html, section 1.3)."""
    if len(start) < _HEADER_LENGTH:
        raise _cut_off(path)
    if start[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise of_another_program(path)
    page = int.from_bytes(start[16:18], "big")
    pages = int.from_bytes(start[28:32], "big") if start[24:28] == start[92:96] else 0
    if size < pages * (65_536 if page == 1 else page) and not log_of(path).exists():
        raise _cut_off(path)


def _is_nothing_but_zeros(path: Path) -> bool:
    with _opened(path) as stream:
        return all(not block.strip(b"\x00") for block in iter(lambda: stream.read(_LOOKED_AT), b""))


def _looks_encrypted(start: bytes) -> bool:
    """Return whether these bytes could be chance, as encrypted ones are."""
    many = len(set(start[:_PAGE])) >= _MANY_VALUES
    return many and not start.startswith(_OTHER_FORMATS)


def _cut_off(path: Path) -> DamagedFileError:
    return DamagedFileError(
        f"„{path.name}“ ist unvollständig: Das Ende der Datei fehlt.",
        f"Vielleicht wurde das Kopieren unterbrochen. {_KEEP_IT}",
    )


def of_another_program(path: Path) -> UserError:
    """Return the sentence for a database that is not ours."""
    return UserError(f"„{path.name}“ ist eine Datei eines anderen Programms.", _CHOOSE_OURS)


def recognise(connection: Connection, path: Path, file_format: str = FILE_FORMAT) -> None:
    """Raise `UserError` where an open file is no workspace, or where it would do more than keep.

    A file of ours has no views and only the triggers of the search index; anything else in it
    could change or hide what is read and written.
    """
    ours = connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    names = _names(connection)
    if not ours or "meta" not in names.get("table", ()):
        raise of_another_program(path)
    if meta.read(connection, "format") != file_format:
        raise of_another_program(path)
    if names.get("view") or not names.get("trigger", set()) <= search_index.TRIGGERS:
        raise _does_more(path)


def refuse_altered(connection: Connection, path: Path) -> None:
    """Raise `UserError` where a file of the present schema is not built as we build it."""
    if not set(Base.metadata.tables) <= _names(connection).get("table", set()):
        raise DamagedFileError(f"In „{path.name}“ fehlen Teile.", _KEEP_IT)
    if search_index.is_altered(connection):
        raise _does_more(path)


def refuse_incomplete(connection: Connection, path: Path) -> None:
    """Raise `DamagedFileError` for a file that was copied while somebody had it open."""
    if needs_log(connection):
        raise DamagedFileError(
            f"„{path.name}“ ist eine unvollständige Kopie: Sie wurde kopiert, während die Datei"
            " noch geöffnet war.",
            "Bitte schließen Sie die Datei auf dem anderen Gerät und kopieren Sie sie noch einmal.",
        )


def _does_more(path: Path) -> UserError:
    return UserError(
        f"„{path.name}“ enthält Anweisungen, die nicht von QuartierDesk stammen.",
        "Bitte fragen Sie, woher die Datei kommt, und öffnen Sie eine Sicherung.",
    )


def _names(connection: Connection) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for kind, name in connection.exec_driver_sql("SELECT type, name FROM sqlite_schema"):
        names.setdefault(str(kind), set()).add(str(name))
    return names
