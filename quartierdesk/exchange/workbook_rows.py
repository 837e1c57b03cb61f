"""Where the rows of a table lie on a sheet that somebody has sorted, moved and extended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quartierdesk.domain.workbook_origin import MarkedTable, mark
from quartierdesk.exchange.csv_text import TableRow
from quartierdesk.exchange.spreadsheets import RawSheet
from quartierdesk.exchange.workbook_sheets import EditedWorkbook


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a workbook as it is now.

    `columns` are the places of its columns by key, from 0; `missing` the headings that are gone,
    `strange` those that were not there. `errors` are the names of cells that hold an error.
    """

    marked: MarkedTable
    columns: Mapping[str, int]
    rows: tuple[TableRow, ...]
    missing: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    errors: frozenset[str] = frozenset()


def find_table(workbook: EditedWorkbook, marked: MarkedTable) -> FoundTable | None:
    """Return where a table is now; None where its sheet or its headings are gone."""
    sheet = workbook.sheets.get(marked.sheet)
    if sheet is None:
        return None
    head = _heading_row(sheet, marked)
    if head is None:
        return None
    titles = [_folded(cell) for cell in sheet.rows[head].cells]
    known = {_folded(title): key for key, title in marked.columns}
    columns: dict[str, int] = {}
    for at, title in enumerate(titles):
        if title in known:
            columns.setdefault(known[title], at)
    return FoundTable(
        marked,
        columns,
        tuple(_body(sheet.rows[head:], marked, workbook.marked.texts)),
        tuple(title for key, title in marked.columns if key not in columns),
        tuple(
            cell.strip()
            for cell in sheet.rows[head].cells
            if cell.strip() and _folded(cell) not in known
        ),
        sheet.errors,
    )


def _heading_row(sheet: RawSheet, marked: MarkedTable) -> int | None:
    """Return the place of the row with most of the headings, the first one among them."""
    known = {_folded(title) for _, title in marked.columns}
    first = _folded(marked.columns[0][1])
    best, most = None, 0
    for at, row in enumerate(sheet.rows):
        found = {_folded(cell) for cell in row.cells} & known
        if first in found and len(found) > most:
            best, most = at, len(found)
            if most == len(known):
                break
    return best


def _body(rows: Sequence[TableRow], marked: MarkedTable, texts: frozenset[str]) -> list[TableRow]:
    """Return the rows below the heading, which is the first of `rows`, up to where it ends."""
    found: list[TableRow] = []
    last = rows[0].number
    for row in rows[1:]:
        if not marked.is_list and row.number > last + 1:
            break
        last = row.number
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) == 1 and mark(filled[0]) in texts:
            continue
        found.append(row)
    return found


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()
