"""Workbooks that somebody has edited, for the tests of reading them back."""

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from quartierdesk.domain.read_back import ReadBack
from quartierdesk.services import exports, read_back
from quartierdesk.store.workspace import Workspace

Cells = Mapping[tuple[str, str, str], object]
"""Sheet, label of the row and heading of the column, and what is written there."""


def exported(workspace: Workspace, workshop_id: str, folder: Path) -> Path:
    """Return the internal workbook of a workshop."""
    path = folder / "Werkstatt intern.xlsx"
    exports.export(workspace, workshop_id, "xlsx", "internal", path)
    return path


def edit(path: Path, cells: Cells) -> None:
    """Write values into cells, as somebody does in a spreadsheet program."""

    def change(sheets: Mapping[str, Worksheet]) -> None:
        for (title, label, heading), value in cells.items():
            sheet = sheets[title]
            sheet.cell(row_of(sheet, label), column_of(sheet, heading)).value = value  # type: ignore[assignment]

    rework(path, change)


def rework(path: Path, change: Callable[[Mapping[str, Worksheet]], None]) -> None:
    """Open a workbook, let `change` work on its sheets, and save it."""
    book = load_workbook(path)
    change({sheet.title: sheet for sheet in book.worksheets})
    book.save(path)


def column_of(sheet: Worksheet, heading: str) -> int:
    """Return the number of the column with a heading."""
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == heading)


def row_of(sheet: Worksheet, label: str) -> int:
    """Return the number of the row with a label."""
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == label)


def read(workspace: Workspace, workshop_id: str, path: Path) -> ReadBack:
    """Return what the workbook says differently."""
    return read_back.compare(workspace, workshop_id, path)


def told(found: ReadBack) -> set[tuple[str, str, str, str]]:
    """Return label, heading, before and after of all differences."""
    return {(d.label, d.heading, d.before, d.after) for d in found.differences}
