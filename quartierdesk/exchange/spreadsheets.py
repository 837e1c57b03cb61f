"""Sheets of Excel (XLSX, XLS) and LibreOffice (ODS)."""

import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import python_calamine as calamine

from quartierdesk.domain.cell_text import cell_text, column_letters
from quartierdesk.errors import UserError
from quartierdesk.exchange.containers import (
    OLE_MARK,
    check_ole,
    error_cells,
    zip_kind,
)
from quartierdesk.exchange.csv_text import TableRow
from quartierdesk.exchange.isolated import stream
from quartierdesk.exchange.limits import Limits, Tally
from quartierdesk.exchange.wording import listed, quoted

_ROWS_AT_ONCE = 500
_MOST_MERGED = 10_000
_ERRORS = frozenset(
    (
        "#DIV/0!",
        "#N/A",
        "#NV",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#ZAHL!",
        "#REF!",
        "#BEZUG!",
        "#VALUE!",
        "#WERT!",
        "Err:502",
    )
)


@dataclass(frozen=True, slots=True)
class MergedCells:
    """A block of merged cells: rows as people count them, columns from 0, ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """Which sheet was read from which `kind` of file (`xlsx`, `xls`, `ods`)."""

    kind: str
    name: str
    merged: tuple[MergedCells, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet that hold something, numbered as in the spreadsheet program."""

    info: SheetInfo
    rows: tuple[TableRow, ...]


def read_sheet(path: Path, sheet: str | None, limits: Limits) -> Sheet:
    """Return the sheet named `sheet`, else the first one that holds something.

    Formulas give the value the spreadsheet program stored last, cells with an error are empty and
    named in a warning. Raises `UserError` for damaged, encrypted and oversized files.
    """
    items = stream(
        read_in_child,
        (str(path.absolute()), sheet, limits),
        seconds=limits.seconds,
        memory_bytes=limits.memory_bytes,
    )
    info: SheetInfo | None = None
    rows: list[TableRow] = []
    for item in items:
        if isinstance(item, SheetInfo):
            info = item
        elif isinstance(item, list):
            rows += [TableRow(number, cells) for number, cells in item]
    if info is None:
        raise UserError(
            f"Das Blatt „{sheet}“ ist leer." if sheet else "Alle Blätter der Datei sind leer.",
            "Bitte prüfen Sie, ob es die richtige Datei ist.",
        )
    return Sheet(info, tuple(rows))


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet among all: its rows that hold something, and the cells that hold an error."""

    name: str
    rows: tuple[TableRow, ...]
    errors: frozenset[str]


def read_sheets(path: Path, limits: Limits) -> tuple[RawSheet, ...]:
    """Return all sheets of a file, hidden ones included; empty ones have no rows.

    Raises `UserError` for damaged, encrypted and oversized files.
    """
    limits.check_file_bytes(path.stat().st_size)
    items = stream(
        read_all_in_child,
        (str(path.absolute()), limits),
        seconds=limits.seconds,
        memory_bytes=limits.memory_bytes,
    )
    sheets: list[RawSheet] = []
    rows: list[TableRow] = []
    for item in items:
        if isinstance(item, list):
            rows += [TableRow(number, cells) for number, cells in item]
        elif isinstance(item, tuple):
            name, errors = item
            sheets.append(RawSheet(name, tuple(rows), errors))
            rows = []
    return tuple(sheets)


def read_all_in_child(path: str, limits: Limits) -> Iterator[object]:
    """Yield for each sheet lists of (row number, cells), then (name, names of error cells)."""
    with Path(path).open("rb") as file:
        kind, archive = _recognised(file, limits)
        file.seek(0)
        workbook = calamine.load_workbook(file)
        tally = Tally(limits)
        for sheet in workbook.sheets_metadata:
            if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            errors: list[str] = []
            content = workbook.get_sheet_by_name(sheet.name)
            yield from _in_lists(_filled_rows(content, tally, errors))
            if kind == "xlsx" and archive is not None:
                errors += error_cells(archive, sheet.name)
            yield (sheet.name, frozenset(errors))


def read_in_child(path: str, sheet: str | None, limits: Limits) -> Iterator[object]:
    """Yield lists of (row number, cells) and at last a `SheetInfo`; nothing when all is empty.

    Runs in a child process: what the reader raises about a damaged file may end it.
    """
    with Path(path).open("rb") as file:
        kind, archive = _recognised(file, limits)
        file.seek(0)
        workbook = calamine.load_workbook(file)
        for name in _candidates(workbook, sheet):
            content = workbook.get_sheet_by_name(name)
            errors: list[str] = []
            rows = _filled_rows(content, Tally(limits), errors)
            first = next(rows, None)
            if first is not None:
                yield from _in_lists(itertools.chain([first], rows))
                if kind == "xlsx" and archive is not None:
                    errors += error_cells(archive, name)
                further = _further_sheets(workbook, name) if sheet is None else []
                yield SheetInfo(kind, name, _merged(content), _warnings(name, further, errors))
                return


def _recognised(file: IO[bytes], limits: Limits) -> tuple[str, zipfile.ZipFile | None]:
    if file.read(len(OLE_MARK)) == OLE_MARK:
        file.seek(0)
        check_ole(file.read())
        return "xls", None
    archive = zipfile.ZipFile(file)
    return zip_kind(archive, limits), archive


def _candidates(workbook: calamine.CalamineWorkbook, sheet: str | None) -> list[str]:
    """Return the sheet that was asked for, else all of them, visible ones first."""
    if sheet is None:
        tables = [
            each
            for each in workbook.sheets_metadata
            if each.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        return [each.name for each in sorted(tables, key=lambda each: not _is_visible(each))]
    for name in workbook.sheet_names:
        if name.strip().casefold() == sheet.strip().casefold():
            return [name]
    raise UserError(
        f"Ein Blatt „{sheet}“ gibt es in der Datei nicht.",
        f"Vorhanden: {quoted(workbook.sheet_names)}.",
    )


def _further_sheets(workbook: calamine.CalamineWorkbook, name: str) -> list[str]:
    return [
        each.name for each in workbook.sheets_metadata if _is_visible(each) and each.name != name
    ]


def _is_visible(sheet: calamine.SheetMetadata) -> bool:
    return sheet.visible == calamine.SheetVisibleEnum.Visible


def _filled_rows(
    sheet: calamine.CalamineSheet, tally: Tally, errors: list[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows that hold something; the names of cells with an error go to `errors`."""
    if sheet.start is None:
        return
    left = [""] * sheet.start[1]
    for number, values in enumerate(sheet.iter_rows(), start=1):
        while values and values[-1] == "":
            values.pop()
        if not values:
            continue
        cells = left + [cell_text(value) for value in values]
        for index, cell in enumerate(cells):
            if cell in _ERRORS:
                errors.append(f"{column_letters(index)}{number}")
                cells[index] = ""
        if any(not cell.isspace() for cell in cells if cell):
            tally.add(number, cells)
            yield number, tuple(cells)


def _in_lists(
    rows: Iterator[tuple[int, tuple[str, ...]]],
) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    while several := list(itertools.islice(rows, _ROWS_AT_ONCE)):
        yield several


def _merged(sheet: calamine.CalamineSheet) -> tuple[MergedCells, ...]:
    ranges = (sheet.merged_cell_ranges or [])[:_MOST_MERGED]
    return tuple(
        MergedCells(top + 1, bottom + 1, left, right) for (top, left), (bottom, right) in ranges
    )


def _warnings(name: str, further: list[str], errors: list[str]) -> tuple[str, ...]:
    warnings = []
    if further:
        warnings.append(
            f"Gelesen wurde das Blatt „{name}“; weitere Blätter der Datei blieben unbeachtet:"
            f" {quoted(further)}."
        )
    if errors:
        warnings.append(
            f"Einige Zellen enthalten einen Fehlerwert und gelten als leer: {listed(errors)}."
        )
    return tuple(warnings)
