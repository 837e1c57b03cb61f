"""Damaged and hostile files: what a reader of foreign tables has to survive."""

import gzip
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.exchange import office_files as office

Build = Callable[[Path], Path]
TEXT = "Der Bus fährt zu selten."


@dataclass(frozen=True)
class Hostile:
    """A file, and what becomes of it: the first cell of the first row, or a piece of a sentence.

    Where both are empty, a table is as good as a sentence.
    """

    name: str
    build: Build
    first_cell: str = ""
    sentence: str = ""


def _bytes(name: str, content: bytes) -> Build:
    def build(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return build


def _text(content: str, encoding: str = "utf-8") -> Build:
    return _bytes("tabelle.csv", content.encode(encoding))


def _xlsx(sheet: str, **further: str | bytes) -> Build:
    return lambda folder: office.write_xlsx(folder / "tabelle.xlsx", sheet, further)


def _xlsx_with(members: dict[str, str | bytes]) -> Build:
    sheet = office.sheet_xml(office.simple_rows("Text", TEXT))
    return lambda folder: office.write_xlsx(folder / "tabelle.xlsx", sheet, members)


def _ods(rows: str, **further: str | bytes) -> Build:
    return lambda folder: office.write_ods(folder / "tabelle.ods", rows, further)


def _zip(name: str, members: dict[str, str | bytes]) -> Build:
    return lambda folder: office.write_zip(folder / name, members)


def _changed(build: Build, change: Callable[[bytes], bytes], name: str = "") -> Build:
    """Build a file and change its bytes."""

    def changed(folder: Path) -> Path:
        path = build(folder)
        content = change(path.read_bytes())
        target = folder / name if name else path
        target.write_bytes(content)
        return target

    return changed


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


GOOD_ROWS = office.simple_rows("Text", TEXT)
GOOD_XLSX = _xlsx(office.sheet_xml(GOOD_ROWS))
GOOD_ODS = _ods(office.ods_row(office.ods_cell("Text")) + office.ods_row(office.ods_cell(TEXT)))
GOOD_XLS = _bytes("tabelle.xls", office.xls_file([["Text"], [TEXT]]))
ENTITIES = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ONE_CELL = office.ods_row(office.ods_cell("Text"))


def _with_declaration(sheet: str) -> str:
    head, rest = sheet.split("?>", 1)
    return f"{head}?>{ENTITIES}{rest}"


def _sparse(folder: Path) -> Path:
    path = folder / "riesig.csv"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)
    return path


def _bomb(folder: Path) -> Path:
    """Write 300 MB of blanks into a small container."""
    members = office.xlsx_parts(office.sheet_xml(GOOD_ROWS))
    path = folder / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        with archive.open("xl/sharedStrings.xml", "w") as stream:
            for _ in range(300):
                stream.write(b" " * 1_000_000)
    return path


def _lying_bomb(folder: Path) -> Path:
    """Write a container whose directory says that the sheet is small after unpacking."""
    sheet = office.sheet_xml(office.simple_rows("Text", "x" * 60_000_000))
    path = office.write_xlsx(folder / "luege.xlsx", sheet)
    size = struct.pack("<I", len(sheet.encode()))
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<I", 1000)))
    return path


def _corner_cells(folder: Path) -> Path:
    """Write cells at both ends of a sheet, between which nothing stands."""
    rows = "".join(
        f'<row r="{at}">{office.inline(f"A{at}", "x")}{office.inline(f"XFD{at}", "y")}</row>'
        for at in range(1, 20_001)
    )
    return office.write_xlsx(folder / "ecken.xlsx", office.sheet_xml(rows))


def _million_formatted_rows(folder: Path) -> Path:
    """Write a sheet that is formatted down to its last row and holds two of them."""
    empty = "".join(f'<row r="{at}"><c r="A{at}"/></row>' for at in range(3, 1_048_577))
    return office.write_xlsx(folder / "formatiert.xlsx", office.sheet_xml(GOOD_ROWS + empty))


def _many_references(folder: Path) -> Path:
    """Write one long text to which 100,000 cells refer: 3 GB when every cell gets its own."""
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 100_001)
    )
    strings = office.shared_strings("A" * 32_000)
    return office.write_xlsx(folder / "verweise.xlsx", office.sheet_xml(rows), strings)


def _many_members(folder: Path) -> Path:
    members = office.xlsx_parts(office.sheet_xml(GOOD_ROWS))
    return office.write_zip(
        folder / "viele.xlsx", members | {f"xl/media/{at}": b"" for at in range(3000)}
    )


def _encrypted_member(content: bytes) -> bytes:
    """Set the flag „encrypted“ in every local header and in the directory."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            flagged = bytes([content[at + offset] | 1])
            content = content[: at + offset] + flagged + content[at + offset + 1 :]
            at = content.find(mark, at + 4)
    return content


def _flipped_data(content: bytes) -> bytes:
    """Invert bytes in the compressed data of the first large member."""
    at = content.find(b"sheet1.xml") + 40
    return content[:at] + bytes(255 - byte for byte in content[at : at + 20]) + content[at + 20 :]


def _macros(folder: Path) -> Path:
    """Write a workbook with macros; they are not looked at."""
    members = office.xlsx_parts(office.sheet_xml(GOOD_ROWS), {"xl/vbaProject.bin": b"\0" * 64})
    types = str(members["[Content_Types].xml"])
    macro = types.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    return office.write_zip(folder / "makros.xlsm", members | {"[Content_Types].xml": macro})


def _formulas(folder: Path) -> Path:
    """Write a good table with a formula that calls a program; nothing is computed."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("Text", "Punkte"), (TEXT, "=cmd|' /C calc'!A0")):
        sheet.append(row)
    workbook.save(folder / "formel.xlsx")
    return folder / "formel.xlsx"


def _unreadable(folder: Path) -> Path:
    path = folder / "gesperrt.csv"
    path.write_text("Text\nx\n", encoding="utf-8")
    path.chmod(0)
    return path


def _pipe(folder: Path) -> Path:
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "roehre.csv")
        return folder / "roehre.csv"
    return folder


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def _png() -> bytes:
    pixel = zlib.compress(b"\0\xff\xff\xff")
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(pixel)) + b"IDAT" + pixel


TEXT_FILES = (
    Hostile("empty", _bytes("leer.csv", b""), sentence="leer"),
    Hostile("blank lines only", _text("\n\r\n   \n\t\n"), sentence="leer"),
    Hostile("byte order mark only", _bytes("t.csv", b"\xef\xbb\xbf"), sentence="leer"),
    Hostile("heading only", _text("Text;Ort\n")),
    Hostile("UTF-8 with mark", _text(f"Text;Ort\n{TEXT};x\n", "utf-8-sig"), TEXT),
    Hostile("UTF-16 with mark", _text(f"Text;Ort\n{TEXT};x\n", "utf-16"), TEXT),
    Hostile("UTF-16 LE without mark", _text(f"Text;Ort\n{TEXT};x\n", "utf-16-le"), TEXT),
    Hostile("UTF-16 BE without mark", _text(f"Text;Ort\n{TEXT};x\n", "utf-16-be"), TEXT),
    Hostile("UTF-32 with mark", _text(f"Text;Ort\n{TEXT};x\n", "utf-32"), TEXT),
    Hostile("windows-1252", _text(f"Text;Ort\n{TEXT};x\n", "cp1252"), TEXT),
    Hostile("code page 850", _text(f"Text;Ort\n{TEXT};Mühle\n", "cp850"), TEXT),
    Hostile("UTF-7", _text(f"Text;Ort\n{TEXT};x\n", "utf-7"), "Der Bus f+AOQ-hrt zu selten."),
    Hostile(
        "one broken byte in UTF-8",
        _bytes("t.csv", f"Text;Ort\n{TEXT};äöüß\n".encode().replace("ö".encode(), b"\xff")),
        TEXT,
    ),
    Hostile(
        "lone surrogate in UTF-16",
        _bytes("t.csv", f"Text;Ort\n{TEXT};".encode("utf-16") + b"\x00\xd8x\0\n\0"),
        TEXT,
    ),
    Hostile("half a character at the end", _bytes("t.csv", "Text;Ort\nä;ö".encode()[:-1]), "ä"),
    Hostile("zero byte in the text", _text("Text;Ort\na\0b;x\n"), sentence="keinen Text"),
    Hostile("noise", _bytes("t.csv", _noise(20_000)), sentence="keinen Text"),
    Hostile("noise without zero", _bytes("t.csv", _noise(9000).replace(b"\0", b"")), sentence="."),
    Hostile("ragged rows", _text(f"Text;Ort\n{TEXT}\nb;c;d\n;;;;;;\n"), TEXT),
    Hostile("open quotes", _text('Text;Ort\n"a;b\nc;d\n'), sentence="Zeile 2"),
    Hostile("text after quotes", _text('Text;Ort\nx;y\n"a"b;c\n'), sentence="Zeile 3"),
    Hostile("quotes everywhere", _text('"' * 99_999)),
    Hostile("open quotes in a large file", _text('Text;Ort\n"' + "a;b\n" * 99_999), sentence="."),
    Hostile("old Mac line ends", _text(f"Text;Ort\r{TEXT};x\r"), TEXT),
    Hostile("mixed line ends", _text(f"Text;Ort\r\n{TEXT};x\r\r\na;b\n"), TEXT),
    Hostile("100,000 columns", _text("a;" * 100_000 + "\n" + "b;" * 100_000), sentence="Spalten"),
    Hostile("300,000 rows", _text("Text\n" + "x\n" * 300_000), sentence="Zeilen"),
    Hostile("6 million cells", _text("a;b\n" + ("x;" * 60 + "\n") * 100_000), sentence="Zellen"),
    Hostile("one line of 40 MB", _bytes("t.csv", b"x" * 40_000_000), sentence="Zeichen"),
    Hostile("one line of 60 MB", _bytes("t.csv", b"x" * 60_000_000), sentence="MB"),
    Hostile("40 MB of delimiters", _bytes("t.csv", b";" * 40_000_000), sentence="Zeichen"),
    Hostile("one endless row", _bytes("t.csv", b'"\na";' * 6_000_000), sentence="Zeichen"),
    Hostile("1 GB", _sparse, sentence="MB"),
    Hostile("title above the table", _text(f"Werkstatt\n\nNr;Text\n{TEXT};1\n"), TEXT),
    Hostile("same headings", _text(f"Text;Text;;\n{TEXT};b;c;d\n"), TEXT),
    Hostile("control characters", _text(f"Text;Ort\n{TEXT}\x1b[2J;x\n" * 3), f"{TEXT}\x1b[2J"),
    Hostile("separator line only", _text("sep=;\n"), sentence="leer"),
)
PLACES = (
    Hostile("folder", lambda folder: folder, sentence="Ordner"),
    Hostile("missing", lambda folder: folder / "fehlt.csv", sentence="gibt es nicht"),
    Hostile("impossible name", lambda folder: folder / "a\0b.csv", sentence="konnte nicht"),
    Hostile("too long a name", lambda folder: folder / ("x" * 5000), sentence="konnte nicht"),
    Hostile("unreadable", _unreadable),
    Hostile("pipe", _pipe, sentence="."),
)
OTHER_FORMATS = (
    Hostile("PDF called xlsx", _bytes("t.xlsx", b"%PDF-1.7\n%\xe2\xe3"), sentence="PDF"),
    Hostile("picture called xlsx", _bytes("t.xlsx", _png()), sentence="Bild"),
    Hostile("JPEG", _bytes("t.csv", b"\xff\xd8\xff\xe0" + _noise(99)), sentence="Bild"),
    Hostile("HTML called xls", _bytes("t.xls", b"<html><table><tr><td>x</table>"), sentence="HTML"),
    Hostile("HTML in UTF-16", _text("<html><table>", "utf-16"), sentence="HTML"),
    Hostile(
        "XML of Excel 2003", _bytes("t.xls", b'<?xml version="1.0"?><Workbook/>'), sentence="XML"
    ),
    Hostile("JSON", _text('[\n  {"body": {"de": "x"}}]'), sentence="JSON"),
    Hostile("database", _bytes("t.csv", b"SQLite format 3\0" + bytes(99)), sentence="Datenbank"),
    Hostile("gzip", _bytes("t.csv.gz", gzip.compress(b"Text;Ort\n")), sentence="Archiv"),
    Hostile("RTF", _bytes("t.csv", b"{\\rtf1 x}"), sentence="RTF"),
    Hostile("XLSX called csv", _changed(GOOD_XLSX, bytes, "t.csv"), TEXT),
    Hostile("ODS called xlsx", _changed(GOOD_ODS, bytes, "t.xlsx"), TEXT),
    Hostile("CSV called xlsx", _bytes("t.xlsx", f"Text;Ort\n{TEXT};x\n".encode()), TEXT),
    Hostile("CSV that begins with PK", _text(f"PKW;Text\n{TEXT};x\n"), TEXT),
    Hostile("ZIP of tables", _zip("t.zip", {"tabelle.csv": "Text\nx"}), sentence="ZIP-Archiv"),
    Hostile(
        "ZIP in a ZIP", _zip("t.xlsx", {"t.zip": b"PK\x05\x06" + bytes(18)}), sentence="ZIP-Archiv"
    ),
    Hostile("empty ZIP", _bytes("t.xlsx", b"PK\x05\x06" + bytes(18)), sentence="ZIP-Archiv"),
    Hostile(
        "Word document",
        _zip("t.xlsx", {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
        sentence="Word",
    ),
    Hostile(
        "LibreOffice text",
        _zip("t.ods", {"mimetype": "application/vnd.oasis.opendocument.text"}),
        sentence="LibreOffice",
    ),
    Hostile(
        "binary Excel",
        _zip("t.xlsb", {"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"x"}),
        sentence="xlsb",
    ),
    Hostile(
        "old Word document",
        _bytes("t.xls", office.ole_file({"WordDocument": b"x"})),
        sentence="Word",
    ),
)
SPREADSHEETS = (
    Hostile("good XLSX", GOOD_XLSX, TEXT),
    Hostile("good ODS", GOOD_ODS, TEXT),
    Hostile("good XLS", GOOD_XLS, TEXT),
    Hostile("macros", _macros, TEXT),
    Hostile("formula that calls a program", _formulas, TEXT),
    Hostile("zip bomb", _bomb, sentence="Entpacken"),
    Hostile("zip bomb that lies", _lying_bomb),
    Hostile("3,000 members", _many_members, sentence="Entpacken"),
    Hostile(
        "entities in a sheet",
        _xlsx(_with_declaration(office.sheet_xml(office.simple_rows("Text", "&b;")))),
        sentence="DOCTYPE",
    ),
    Hostile(
        "entities behind a long comment",
        _xlsx_with({"xl/styles.xml": f"<!--{'x' * 3_000_000}-->{ENTITIES}<a>&b;</a>"}),
        sentence="DOCTYPE",
    ),
    Hostile(
        "entities in UTF-16",
        _xlsx_with({"xl/styles.xml": f"{ENTITIES}<a>&b;</a>".encode("utf-16")}),
        sentence="DOCTYPE",
    ),
    Hostile(
        "entities in an ODS",
        _ods(ONE_CELL, **{"styles.xml": f"{ENTITIES}<a>&b;</a>"}),
        sentence="DOCTYPE",
    ),
    Hostile(
        "a million declared rows",
        _xlsx(office.sheet_xml(GOOD_ROWS, before='<dimension ref="A1:XFD1048576"/>')),
        TEXT,
    ),
    Hostile("a million formatted rows", _million_formatted_rows, TEXT),
    Hostile(
        "a cell in the last row",
        _xlsx(
            office.sheet_xml(f'{GOOD_ROWS}<row r="1048576">{office.inline("A1048576", "x")}</row>')
        ),
        TEXT,
    ),
    Hostile("cells in all corners", _corner_cells, sentence="nicht lesen"),
    Hostile(
        "a cell outside of every sheet",
        _xlsx(
            office.sheet_xml(
                f'{GOOD_ROWS}<row r="4294967290">{office.inline("ZZZZZZ4294967290", "x")}</row>'
            )
        ),
        sentence="nicht lesen",
    ),
    Hostile("a text referred to 100,000 times", _many_references, sentence="nicht lesen"),
    Hostile(
        "reference to a missing text",
        _xlsx(office.sheet_xml('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
        sentence="nicht lesen",
    ),
    Hostile(
        "missing sheet",
        _zip(
            "t.xlsx",
            {
                name: content
                for name, content in office.xlsx_parts("").items()
                if not name.startswith("xl/worksheets")
            },
        ),
        sentence=".",
    ),
    Hostile(
        "nothing but a workbook folder",
        _zip("t.xlsx", {"[Content_Types].xml": "<a/>", "xl/x.xml": "<a/>"}),
        sentence="nicht lesen",
    ),
    Hostile("empty sheet", _xlsx(office.sheet_xml("")), sentence="leer"),
    Hostile("broken XML", _xlsx(office.sheet_xml("<row><c")), sentence="nicht lesen"),
    Hostile("half an XLSX", _changed(GOOD_XLSX, _half), sentence="nicht lesen"),
    Hostile("half an ODS", _changed(GOOD_ODS, _half), sentence="nicht lesen"),
    Hostile("half an XLS", _changed(GOOD_XLS, _half), sentence="nicht lesen"),
    Hostile("damaged member", _changed(GOOD_XLSX, _flipped_data), sentence="nicht lesen"),
    Hostile("encrypted ZIP", _changed(GOOD_XLSX, _encrypted_member), sentence="Kennwort"),
    Hostile(
        "encrypted XLSX",
        _bytes("t.xlsx", office.ole_file({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
        sentence="Kennwort",
    ),
    Hostile(
        "encrypted XLS",
        _bytes(
            "t.xls",
            office.ole_file(
                {"Workbook": office.xls_workbook([["x"]], office.xls_record(0x2F, bytes(54)))}
            ),
        ),
        sentence="Kennwort",
    ),
    Hostile(
        "encrypted ODS",
        _ods(ONE_CELL, **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}),
        sentence="Kennwort",
    ),
    Hostile(
        "XLS garbage",
        _bytes("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _noise(5000)),
        sentence="nicht lesen",
    ),
    Hostile(
        "XLS with a cell far away",
        _bytes(
            "t.xls",
            office.ole_file(
                {
                    "Workbook": office.xls_workbook([["Text"]])[:-4]
                    + office.xls_label(65_535, 65_535, "x")
                    + office.xls_record(0x0A, b"")
                }
            ),
        ),
        sentence="nicht lesen",
    ),
    Hostile(
        "ODS formatted to its end",
        _ods(
            office.ods_row(office.ods_cell("Text") + office.ods_cell("", 16_383))
            + office.ods_row(office.ods_cell(TEXT))
            + office.ods_row(office.ods_cell("", 16_384), 1_048_574)
        ),
        TEXT,
    ),
    Hostile(
        "ODS row repeated a million times",
        _ods(ONE_CELL + office.ods_row(office.ods_cell("x"), 1_048_574)),
        sentence="Zeilen",
    ),
    Hostile(
        "ODS cells repeated",
        _ods(office.ods_row(office.ods_cell("x", 16_384), 100_000)),
        sentence="nicht lesen",
    ),
    Hostile(
        "ODS wide and high enough for 2 GB",
        _ods(office.ods_row(office.ods_cell("x", 900), 100_000)),
        sentence="nicht lesen",
    ),
    Hostile(
        "ODS with a gap of a million rows",
        _ods(ONE_CELL + office.ods_row(office.ods_cell(""), 1_048_574) + ONE_CELL),
        "Text",
    ),
    Hostile(
        "ODS repeated beyond all numbers",
        _ods(office.ods_row(office.ods_cell("x", 4_294_967_295), 18_446_744_073_709_551_615)),
        sentence="nicht lesen",
    ),
)
ALL = TEXT_FILES + PLACES + OTHER_FORMATS + SPREADSHEETS
