"""A workbook that this program wrote and somebody edited: all its sheets, and what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quartierdesk.domain.workbook_origin import SHEET_TITLE, MarkedWorkbook, parse_lines
from quartierdesk.errors import UserError
from quartierdesk.exchange.containers import OLE_MARK, ZIP_MARKS
from quartierdesk.exchange.limits import STANDARD, Limits
from quartierdesk.exchange.spreadsheets import RawSheet, read_sheets
from quartierdesk.exchange.tables import file_head, refuse_foreign

# A workbook of our own has a sheet for each chapter and is larger than a foreign table: enough
# for 100,000 contributions.
_OWN = replace(
    STANDARD,
    rows=1_000_000,
    cells=10_000_000,
    characters=200_000_000,
    unpacked_bytes=600_000_000,
    memory_bytes=1_500_000_000,
    seconds=90.0,
)


@dataclass(frozen=True, slots=True)
class EditedWorkbook:
    """The sheets of a workbook by their titles, and what it says of itself."""

    marked: MarkedWorkbook
    sheets: Mapping[str, RawSheet]


def read_workbook(path: Path, limits: Limits = _OWN) -> EditedWorkbook:
    """Return an internal workbook as it is now, whoever saved it (XLSX, XLS, ODS).

    Raises `UserError` for everything else, the public edition among it, and for damaged,
    encrypted and oversized files.
    """
    head = file_head(path, limits)
    if not head.startswith((*ZIP_MARKS, OLE_MARK)):
        refuse_foreign(head)
        raise _not_ours(path)
    sheets = {sheet.name: sheet for sheet in read_sheets(path, limits)}
    if SHEET_TITLE not in sheets:
        raise _not_ours(path)
    try:
        marked = parse_lines([row.cells for row in sheets[SHEET_TITLE].rows])
    except (ValueError, IndexError) as error:
        raise UserError(
            f"Das Blatt „{SHEET_TITLE}“ der Arbeitsmappe wurde verändert; ohne es lässt sich nicht"
            " sagen, was geändert wurde.",
            "Bitte geben Sie die Werkstatt neu aus und tragen Sie Ihre Änderungen dort ein.",
        ) from error
    return EditedWorkbook(marked, sheets)


def _not_ours(path: Path) -> UserError:
    return UserError(
        f"„{path.name}“ ist keine interne Arbeitsmappe von QuartierDesk und wird nicht"
        " zurückgelesen.",
        "Öffentliche Fassungen sagen nicht, woher ihre Zeilen kommen. Bitte geben Sie die Werkstatt"
        " als interne Arbeitsmappe aus und bearbeiten Sie diese. Beiträge aus anderen Tabellen"
        " holt der Befehl „import“.",
    )
