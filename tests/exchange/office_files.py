"""Writes spreadsheet files byte by byte, so that tests can also make files no program would."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
XML = '<?xml version="1.0" encoding="UTF-8"?>'

_SECTOR = 512
_NONE, _END_OF_CHAIN, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def inline(reference: str, text: str) -> str:
    """Return an XLSX cell with its text inside."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def sheet_xml(rows: str, *, before: str = "", after: str = "") -> str:
    """Return the XML of an XLSX sheet around `rows`."""
    return (
        f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def simple_rows(*texts: str) -> str:
    """Return XLSX rows with one text each in column A."""
    return "".join(
        f'<row r="{at}">{inline(f"A{at}", text)}</row>' for at, text in enumerate(texts, start=1)
    )


def xlsx_parts(
    sheet: str, further: Mapping[str, str | bytes] | None = None
) -> dict[str, str | bytes]:
    """Return the members of an XLSX file with one sheet „Tabelle1“."""
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": (
            f'{XML}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>"
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **(further or {}),
    }


def shared_strings(*texts: str) -> dict[str, str | bytes]:
    """Return the member of an XLSX file with texts that cells refer to by number."""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return {"xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">{items}</sst>'}


def write_zip(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a ZIP container with `members`; the type of an ODS file stays uncompressed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return path


def write_xlsx(path: Path, sheet: str, further: Mapping[str, str | bytes] | None = None) -> Path:
    """Write an XLSX file with one sheet."""
    return write_zip(path, xlsx_parts(sheet, further))


def ods_cell(text: str, repeated: int = 1) -> str:
    """Return an ODS cell with `text`, or an empty one, that stands for `repeated` cells."""
    many = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    if not text:
        return f"<table:table-cell{many}/>"
    value = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="string"{many}>{value}</table:table-cell>'


def ods_row(cells: str, repeated: int = 1) -> str:
    """Return an ODS row that stands for `repeated` rows."""
    many = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{many}>{cells}</table:table-row>"


def ods_parts(
    rows: str, further: Mapping[str, str | bytes] | None = None
) -> dict[str, str | bytes]:
    """Return the members of an ODS file with one sheet „Tabelle1“."""
    spaces = " ".join(
        f'xmlns:{name}="{OPEN_DOCUMENT}:{name}:1.0"' for name in ("office", "table", "text")
    )
    return {
        "mimetype": ODS_TYPE,
        "META-INF/manifest.xml": (
            f'{XML}<manifest:manifest xmlns:manifest="{OPEN_DOCUMENT}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
            "</manifest:manifest>"
        ),
        "content.xml": (
            f"{XML}<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Tabelle1">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        ),
        **(further or {}),
    }


def write_ods(path: Path, rows: str, further: Mapping[str, str | bytes] | None = None) -> Path:
    """Write an ODS file with one sheet."""
    return write_zip(path, ods_parts(rows, further))


def xls_workbook(rows: Sequence[Sequence[str | float | bool]], before_sheets: bytes = b"") -> bytes:
    """Return the „Workbook“ stream of an XLS file (BIFF8) with one sheet „Tabelle1“."""
    name = "Tabelle1".encode("utf-16-le")
    begin = xls_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1996, 0, 6))
    begin += before_sheets + xls_record(0x0042, struct.pack("<H", 1200))
    length = len(begin) + 4 + 8 + len(name) + 4
    about = struct.pack("<IBBBB", length, 0, 0, len(name) // 2, 1) + name
    begin += xls_record(0x0085, about) + xls_record(0x000A, b"")
    sheet = xls_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1996, 0, 6))
    for at, row in enumerate(rows):
        sheet += b"".join(_xls_cell(at, column, value) for column, value in enumerate(row))
    return begin + sheet + xls_record(0x000A, b"")


def xls_record(kind: int, data: bytes) -> bytes:
    """Return one record of an XLS stream."""
    return struct.pack("<HH", kind, len(data)) + data


def xls_label(row: int, column: int, text: str) -> bytes:
    """Return the record of a cell with text."""
    data = text.encode("utf-16-le")
    return xls_record(0x0204, struct.pack("<HHHHB", row, column, 0, len(data) // 2, 1) + data)


def _xls_cell(row: int, column: int, value: str | float | bool) -> bytes:
    if isinstance(value, bool):
        return xls_record(0x0205, struct.pack("<HHHBB", row, column, 0, value, 0))
    if isinstance(value, float):
        return xls_record(0x0203, struct.pack("<HHHd", row, column, 0, value))
    return xls_label(row, column, value)


def ole_file(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with the given streams of at most 60 kB together."""
    starts, sectors, chain = {}, b"", [_FAT_SECTOR, _END_OF_CHAIN]
    for name, data in streams.items():
        padded = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
        starts[name] = len(chain)
        count = len(padded) // _SECTOR
        chain += [*range(len(chain) + 1, len(chain) + count), _END_OF_CHAIN]
        sectors += padded
    entries = [_ole_entry("Root Entry", 5, child=1, start=_END_OF_CHAIN, size=0)]
    names = list(streams)
    for at, name in enumerate(names, start=1):
        right = at + 1 if at < len(names) else _NONE
        size = max(4096, len(streams[name]))
        entries.append(_ole_entry(name, 2, right=right, start=starts[name], size=size))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    allocation = struct.pack("<128I", *chain, *[_NONE] * (128 - len(chain)))
    return _ole_header() + allocation + directory + sectors


def _ole_header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x003E, 0x0003, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0)
    return head + struct.pack("<109I", 0, *[_NONE] * 108)


def _ole_entry(
    name: str, kind: int, *, child: int = _NONE, right: int = _NONE, start: int, size: int
) -> bytes:
    written = name.encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written) + 2, kind, 1)
        + struct.pack("<III", _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def xls_file(rows: Sequence[Sequence[str | float | bool]]) -> bytes:
    """Return an XLS file with one sheet „Tabelle1“."""
    return ole_file({"Workbook": xls_workbook(rows)})
