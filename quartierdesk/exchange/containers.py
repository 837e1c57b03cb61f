"""What is inside a file of an office program, found out before a reader unpacks it."""

import re
import struct
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from quartierdesk.errors import UserError
from quartierdesk.exchange.isolated import unreadable
from quartierdesk.exchange.limits import Limits

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENCRYPTED = 0x1
_HARMLESS_BYTES = 10_000_000
_CHUNK = 1 << 20
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*>")
_CELL_NAME = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_ERROR_TYPE = b't="e"'
# The first record of an Excel workbook, and the one that says it is encrypted.
_XLS_BEGIN = struct.pack("<HHHH", 0x0809, 16, 0x0600, 0x0005)
_XLS_FILE_PASS = 0x002F
_AS_XLSX = "Bitte öffnen Sie sie dort und speichern Sie die Tabelle als Excel-Datei (.xlsx)."


def zip_kind(archive: zipfile.ZipFile, limits: Limits) -> str:
    """Return `xlsx` or `ods`; raises `UserError` for anything else and for bombs.

    Also refused are encrypted files and XML with a document type declaration: no office program
    writes one, and entities hide in it.
    """
    _check_sizes(archive, limits)
    names = set(archive.namelist())
    if any(info.flag_bits & _ENCRYPTED for info in archive.infolist()):
        raise password_needed()
    kind = _kind_by_members(archive, names)
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise password_needed()
    for info in archive.infolist():
        _refuse_declaration(archive, info)
    return kind


def check_ole(data: bytes) -> None:
    """Raise `UserError` when the container of older office programs holds no open workbook."""
    if _utf_16("EncryptedPackage") in data or _has_file_pass(data):
        raise password_needed()
    for stream, program in (("WordDocument", "Word"), ("PowerPoint Document", "PowerPoint")):
        if _utf_16(stream) in data:
            raise _other_program(program)


def error_cells(archive: zipfile.ZipFile, sheet: str) -> tuple[str, ...]:
    """Return the names of the cells of an XLSX sheet whose formula gives an error (`#NV`)."""
    part = _sheet_part(archive, sheet)
    if part is None:
        return ()
    found: list[str] = []
    with archive.open(part) as stream:
        for chunk in _overlapping(stream):
            if _ERROR_TYPE in chunk:
                found += _error_names(chunk)
    return tuple(dict.fromkeys(found))


def password_needed() -> UserError:
    """Return the sentence for a file that opens with a password only."""
    return UserError(
        "Die Datei ist mit einem Kennwort geschützt.",
        "Bitte öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie ohne Kennwort.",
    )


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    members = archive.infolist()
    unpacked = sum(info.file_size for info in members)
    packed = sum(info.compress_size for info in members)
    suspicious = unpacked > _HARMLESS_BYTES and unpacked > limits.ratio * packed
    if len(members) > limits.members or unpacked > limits.unpacked_bytes or suspicious:
        raise UserError(
            "Die Datei würde beim Entpacken ungewöhnlich groß und wird deshalb nicht geöffnet.",
            "Bitte kopieren Sie die benötigten Zeilen in eine neue Datei.",
        )


def _kind_by_members(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            kind = stream.read(len(_ODS_TYPE) + 1).strip()
        if kind == _ODS_TYPE:
            return "ods"
        if kind.startswith(b"application/vnd.oasis.opendocument"):
            raise _other_program("LibreOffice")
    folders = {name.split("/", 1)[0] for name in names}
    if "xl/workbook.bin" in names:
        raise _other_program("Excel im Binärformat (.xlsb)")
    if "[Content_Types].xml" in names and "xl" in folders:
        return "xlsx"
    for folder, program in (("word", "Word"), ("ppt", "PowerPoint"), ("Index", "Numbers")):
        if folder in folders:
            raise _other_program(program)
    raise UserError(
        "Die Datei ist ein ZIP-Archiv und keine Tabelle.",
        "Bitte entpacken Sie das Archiv und wählen Sie die Tabelle darin.",
    )


def _other_program(program: str) -> UserError:
    return UserError(
        f"Die Datei stammt aus {program} und kann hier nicht als Tabelle gelesen werden.", _AS_XLSX
    )


class _DeclarationError(Exception):
    """A document type declaration was found."""


class _PrologEndError(Exception):
    """The first element was found; declarations can only stand before it."""


def _refuse_declaration(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    with archive.open(info) as member:
        head = member.read(_CHUNK)
        if b"<" not in head[:8]:
            return
        try:
            _parse_prolog(head, member)
        except _PrologEndError:
            return
        except expat.ExpatError as error:
            raise unreadable() from error
        except _DeclarationError as error:
            raise UserError(
                "Die Datei enthält Anweisungen (DOCTYPE), die in eine Tabelle nicht gehören, und"
                " wird deshalb nicht geöffnet.",
                "Bitte speichern Sie die Tabelle in Excel oder LibreOffice neu.",
            ) from error


def _parse_prolog(head: bytes, member: IO[bytes]) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _declared
    parser.StartElementHandler = _root_reached
    while head:
        parser.Parse(head, False)
        head = member.read(_CHUNK)
    # Some versions of expat put long tokens off until they are told that nothing follows.
    parser.Parse(b"", True)


def _declared(*_details: object) -> None:
    raise _DeclarationError


def _root_reached(*_details: object) -> None:
    raise _PrologEndError


def _sheet_part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the member that holds the sheet: workbook.xml gives its id, the relations its file."""
    wanted: str | None = None
    for element in _elements(archive, "xl/workbook.xml", "sheet"):
        if element.get("name") == sheet:
            ids = [value for key, value in element.items() if key.endswith("}id")]
            wanted = ids[0] if ids else None
    for element in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship"):
        if wanted is not None and element.get("Id") == wanted:
            target = element.get("Target", "")
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            return part if part in archive.namelist() else None
    return None


def _elements(archive: zipfile.ZipFile, member: str, name: str) -> Iterable[ElementTree.Element]:
    root = ElementTree.fromstring(archive.read(member))
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _overlapping(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the stream in chunks; each begins with the unfinished tag of the one before."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        chunk = rest + chunk
        cut = chunk.rfind(b"<")
        rest = chunk[cut:] if cut >= 0 else b""
        yield chunk


def _error_names(chunk: bytes) -> list[str]:
    cells = (tag for tag in _CELL.findall(chunk) if _ERROR_TYPE in tag)
    names = (_CELL_NAME.search(tag) for tag in cells)
    return [name.group(1).decode() for name in names if name]


def _has_file_pass(data: bytes) -> bool:
    """Look for the mark of encryption among the first records of an XLS workbook."""
    at = data.find(_XLS_BEGIN)
    for _ in range(4):
        if at < 0 or at + 4 > len(data):
            return False
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == _XLS_FILE_PASS:
            return True
        at += 4 + length
    return False


def _utf_16(name: str) -> bytes:
    return name.encode("utf-16-le")
