"""One table out of a file of another program, whatever kind of file it is."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from quartierdesk.domain.cell_text import column_letters
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.exchange.columns import Role, is_known_name
from quartierdesk.exchange.containers import OLE_MARK, ZIP_MARKS
from quartierdesk.exchange.contributions_csv import is_own_export, unguarded
from quartierdesk.exchange.csv_text import Decoded, TableRow, decode, split
from quartierdesk.exchange.limits import STANDARD, Limits
from quartierdesk.exchange.spreadsheets import MergedCells, read_sheet
from quartierdesk.exchange.wording import grouped, quoted, rows_named

__all__ = ["SourceInfo", "Table", "TableRow", "read_table"]

_MOST_TITLE_ROWS = 5
_HEAD = 4096
_FOREIGN = (
    (b"%PDF", "ein PDF-Dokument"),
    (b"\x89PNG", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"GIF8", "ein Bild"),
    (b"{\\rtf", "ein Textdokument (RTF)"),
    (b"\x1f\x8b", "ein Archiv"),
    (b"7z\xbc\xaf", "ein Archiv"),
    (b"Rar!", "ein Archiv"),
    (b"SQLite format 3\0", "eine Datenbank"),
)
_MARKUP = (
    ("<!doctype html", "eine Internetseite (HTML)"),
    ("<html", "eine Internetseite (HTML)"),
    ("<table", "eine Internetseite (HTML)"),
    ("<meta", "eine Internetseite (HTML)"),
    ("mime-version:", "eine Internetseite (MHTML)"),
    ("<?xml", "eine XML-Datei"),
    ("<!doctype", "eine XML-Datei"),
    ('{"', "eine JSON-Datei"),
    ("[{", "eine JSON-Datei"),
)


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where a table comes from: `kind` is `csv`, `xlsx`, `xls` or `ods`.

    `encoding` and `delimiter` are told for `csv` (no delimiter where there is one column only),
    `sheet` for the others.
    """

    kind: str
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; every row has one cell per column.

    Column names are unique and never empty. The number of a row is the line of the text file on
    which it begins, or the row in the spreadsheet. `ragged_rows` are the rows of a text file with
    more cells than there are headings: a delimiter stands in their text, so cells have moved.
    """

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    source: SourceInfo
    warnings: tuple[str, ...] = ()
    ragged_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Raw:
    rows: tuple[TableRow, ...]
    source: SourceInfo
    warnings: tuple[str, ...]
    merged: tuple[MergedCells, ...] = ()


def read_table(
    path: Path,
    *,
    limits: Limits = STANDARD,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Table:
    """Return the table in the file at `path`; its content tells the kind of file, not its name.

    The first row that holds something is the heading. Up to five rows above it with a single
    cell, titles, are left out if a row with several cells follows. Raises `UserError` for
    everything that is no table, damaged, encrypted or beyond `limits`.
    """
    head = file_head(path, limits)
    if head.startswith((*ZIP_MARKS, OLE_MARK)):
        raw = _from_sheet(path, sheet, limits)
    else:
        refuse_foreign(head)
        raw = _from_text(path, encoding, delimiter, limits)
    return _assembled(raw)


def file_head(path: Path, limits: Limits) -> bytes:
    """Return the first bytes of a file; raises `UserError` where there is none to be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError(
                f"„{path}“ ist ein Ordner.", "Bitte wählen Sie eine Datei in diesem Ordner."
            )
        if not stat.S_ISREG(status.st_mode):
            raise UserError(
                f"„{path}“ ist keine gewöhnliche Datei.",
                "Bitte geben Sie den Namen einer Datei an.",
            )
        limits.check_file_bytes(status.st_size)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError) as error:
        raise _not_readable(path, error) from error
    if not head:
        raise _empty()
    return head


def _not_readable(path: Path, error: OSError | ValueError) -> UserError:
    if isinstance(error, FileNotFoundError):
        return UserError(f"Die Datei „{path}“ gibt es nicht.", "Bitte prüfen Sie den Namen.")
    if isinstance(error, PermissionError):
        return UserError(
            f"Die Datei „{path}“ darf nicht gelesen werden.",
            "Bitte schließen Sie sie in anderen Programmen, oder lassen Sie sich das Leserecht"
            " geben.",
        )
    return UserError(
        f"Die Datei „{path}“ konnte nicht gelesen werden.",
        "Bitte prüfen Sie den Namen und ob der Datenträger noch verbunden ist.",
    )


def _empty() -> UserError:
    return UserError("Die Datei ist leer.", "Bitte prüfen Sie, ob es die richtige Datei ist.")


def refuse_foreign(head: bytes) -> None:
    """Raise `UserError` where the first bytes of a file tell that it is no table."""
    for mark, what in _FOREIGN:
        if head.startswith(mark):
            raise _foreign(what)


def _foreign(what: str) -> UserError:
    return UserError(
        f"Die Datei ist {what} und keine Tabelle.",
        "Gelesen werden Excel- (.xlsx, .xls), LibreOffice- (.ods) und CSV-Dateien. Bitte speichern"
        " Sie die Tabelle in einem dieser Formate.",
    )


def _from_sheet(path: Path, sheet: str | None, limits: Limits) -> _Raw:
    content = read_sheet(path, sheet, limits)
    source = SourceInfo(content.info.kind, sheet=content.info.name)
    return _Raw(content.rows, source, content.info.warnings, content.info.merged)


def _from_text(path: Path, encoding: str | None, delimiter: str | None, limits: Limits) -> _Raw:
    try:
        decoded = decode(path.read_bytes(), encoding)
    except OSError as error:
        raise _not_readable(path, error) from error
    start = "".join(decoded.text[:_HEAD].split()).casefold()
    for mark, what in _MARKUP:
        if start.startswith("".join(mark.split())):
            raise _foreign(what)
    content = split(decoded.text, delimiter, limits)
    warnings = (_unreadable_warning(decoded),) if decoded.replaced else ()
    source = SourceInfo("csv", encoding=decoded.encoding, delimiter=content.delimiter)
    return _Raw(content.rows, source, warnings)


def _unreadable_warning(decoded: Decoded) -> str:
    were = "war 1" if decoded.replaced == 1 else f"waren {grouped(decoded.replaced)}"
    return (
        f"In der Datei {were} Zeichen nicht lesbar; an ihrer Stelle steht „\ufffd“ (gelesen als"
        f" {decoded.encoding})."
    )


def _assembled(raw: _Raw) -> Table:
    if not raw.rows:
        raise _empty()
    at = _header_index(raw.rows)
    header, body = raw.rows[at], raw.rows[at + 1 :]
    width = max(len(row.cells) for row in raw.rows[at:])
    titles = _filled_header(header, raw.merged, width)
    kept = _used_columns(titles, body)
    columns = _unique_names(titles, kept)
    warnings = [*raw.warnings, *_title_warning(raw.rows[:at]), *_merge_warning(header, raw)]
    too_long: list[int] = []
    if raw.source.kind == "csv":
        too_long = _longer(body, len(header.cells))
        warnings += _ragged_warnings(body, len(header.cells), too_long)
    rows = tuple(_fitted(row, kept) for row in body)
    # Also from a spreadsheet: people open our CSV file in Excel and save it as .xlsx.
    if is_own_export(columns):
        rows = tuple(TableRow(row.number, tuple(map(unguarded, row.cells))) for row in rows)
    return Table(columns, rows, raw.source, tuple(warnings), frozenset(too_long))


def _header_index(rows: Sequence[TableRow]) -> int:
    first = rows[0]
    if _filled(first) > 1 or any(is_known_name(cell, Role.TEXT) for cell in first.cells if cell):
        return 0
    several = (i for i, row in enumerate(rows[: _MOST_TITLE_ROWS + 1]) if _filled(row) > 1)
    return next(several, 0)


def _filled(row: TableRow) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _filled_header(header: TableRow, merged: Sequence[MergedCells], width: int) -> list[str]:
    """Return one title per column; a merged heading stands over each of its columns."""
    titles = [clean_line(cell, f"Zeile {header.number}") for cell in header.cells]
    titles += [""] * (width - len(titles))
    for block in merged:
        if block.first_row <= header.number <= block.last_row and block.first_column < width:
            for column in range(block.first_column, min(block.last_column + 1, width)):
                titles[column] = titles[column] or titles[block.first_column]
    return titles


def _used_columns(titles: Sequence[str], body: Sequence[TableRow]) -> list[int]:
    used = {index for index, title in enumerate(titles) if title}
    for row in body:
        used.update(index for index, cell in enumerate(row.cells) if cell.strip())
    return sorted(used)


def _unique_names(titles: Sequence[str], kept: Sequence[int]) -> tuple[str, ...]:
    """Return the titles; a repeated one gets „(2)“, a missing one the letters of its column."""
    given = {titles[index] for index in kept}
    names: dict[str, None] = {}
    for index in kept:
        title = titles[index]
        if title and title not in names:
            names[title] = None
            continue
        base = title or f"Spalte {column_letters(index)}"
        variants = chain([base], (f"{base} ({number})" for number in count(2)))
        names[next(name for name in variants if name not in names and name not in given)] = None
    return tuple(names)


def _fitted(row: TableRow, kept: Sequence[int]) -> TableRow:
    cells = row.cells
    return TableRow(row.number, tuple(cells[index] if index < len(cells) else "" for index in kept))


def _longer(body: Sequence[TableRow], width: int) -> list[int]:
    return [row.number for row in body if any(cell.strip() for cell in row.cells[width:])]


def _title_warning(above: Sequence[TableRow]) -> list[str]:
    if not above:
        return []
    texts = quoted(" ".join(row.cells) for row in above)
    return [f"Über der Kopfzeile stand Text, der nicht zur Tabelle gehört: {texts}."]


def _merge_warning(header: TableRow, raw: _Raw) -> list[str]:
    rows = {
        block.first_row
        for block in raw.merged
        if block.first_row > header.number and block.first_row <= raw.rows[-1].number
    }
    if not rows:
        return []
    return [f"Verbundene Zellen gelten nur in ihrer ersten Zeile und Spalte: {rows_named(rows)}."]


def _ragged_warnings(body: Sequence[TableRow], width: int, too_long: Sequence[int]) -> list[str]:
    warnings = []
    if too_long:
        warnings.append(
            f"Mehr Felder als Spaltenüberschriften: {rows_named(too_long)}. Vermutlich steht ein"
            " Trennzeichen im Text."
        )
    too_short = [row.number for row in body if len(row.cells) < width]
    if too_short:
        warnings.append(
            f"Weniger Felder als Spaltenüberschriften: {rows_named(too_short)}. Die fehlenden"
            " Felder gelten als leer."
        )
    return warnings
