"""What an internal workbook carries so that it can be edited and read back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from quartierdesk.domain.protocol import Paragraph, Table
from quartierdesk.domain.workbook_origin import (
    CHOICES_TITLE,
    EXPLANATION,
    FORMAT,
    PROGRAM,
    SHEET_TITLE,
    TEXT,
    WORKSHOP,
    WorkbookOrigin,
    lines_of,
    mark,
)
from quartierdesk.exports.sheet_cells import StreamedSheet, TypedCell
from quartierdesk.exports.sheet_layout import Placed, SheetPlan, notes
from quartierdesk.exports.sheet_styles import Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidationList

_ROWS_TO_ADD = 200
"""So many rows below a table offer the same choices, for those who add some."""


class Choices:
    """The lists of words among which cells choose, each in a column of a hidden sheet."""

    def __init__(self, origin: WorkbookOrigin | None) -> None:
        self._origin = origin
        self._columns: dict[tuple[str, ...], int] = {}
        for words in origin.choices.values() if origin else ():
            if words:
                self._columns.setdefault(tuple(words), len(self._columns) + 1)

    def offer(self, sheet: StreamedSheet, placed: Placed, table: Table) -> None:
        """Let the cells of a table be chosen from a list where there is one."""
        if self._origin is None:
            return
        first = placed.header + 1
        last = placed.header + len(table.rows)
        if sheet.is_list:
            last += _ROWS_TO_ADD
        for at, column in enumerate(table.columns, start=1):
            words = tuple(self._origin.choices.get((table.name, column.key), ()))
            if words:
                letter = get_column_letter(at)
                self._validate(sheet.data_validations, words, f"{letter}{first}:{letter}{last}")

    def write(self, workbook: Workbook) -> StreamedSheet | None:
        """Write the hidden sheet with the lists, if there are any."""
        if not self._columns:
            return None
        sheet = StreamedSheet(workbook, CHOICES_TITLE)
        sheet.sheet_state = "hidden"
        lists = list(self._columns)
        _write_lines(sheet, ([_nth(words, at) for words in lists] for at in range(self._longest)))
        return sheet

    @property
    def _longest(self) -> int:
        return max(map(len, self._columns))

    def _validate(self, found: "DataValidationList", words: tuple[str, ...], cells: str) -> None:
        letter = get_column_letter(self._columns[words])
        rule = DataValidation(
            type="list",
            formula1=f"'{CHOICES_TITLE}'!${letter}$1:${letter}${len(words)}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Steht nicht zur Wahl",
            error="Bitte wählen Sie einen Eintrag aus der Liste, oder lassen Sie die Zelle leer.",
            sqref=cells,
        )
        found.append(rule)


def write_origin(
    workbook: Workbook, origin: WorkbookOrigin, sheets: Sequence[tuple[str, SheetPlan]]
) -> StreamedSheet:
    """Write the hidden sheet that tells where the rows of the others come from."""
    sheet = StreamedSheet(workbook, SHEET_TITLE)
    sheet.sheet_state = "hidden"
    _write_lines(sheet, _lines(origin, sheets))
    return sheet


def _lines(
    origin: WorkbookOrigin, sheets: Sequence[tuple[str, SheetPlan]]
) -> Iterator[Sequence[str]]:
    yield (EXPLANATION,)
    yield (WORKSHOP, PROGRAM, FORMAT, origin.workshop_id)
    for title, laid in sheets:
        for placed in laid.placed:
            block = placed.block
            if isinstance(block, Table):
                yield from lines_of(origin, block, title, is_list=laid.is_list)
                if placed.note:
                    yield (TEXT, mark(notes(block)))
            elif isinstance(block, Paragraph):
                yield (TEXT, mark(block.plain))


def _write_lines(sheet: StreamedSheet, lines: Iterator[Sequence[str]]) -> None:
    style = Styles(sheet).paragraphs["note"]
    cells: dict[int, TypedCell] = {}
    for line in lines:
        for at, text in enumerate(line, start=1):
            cells.setdefault(at, TypedCell(sheet, at, (style, style))).hold(text)
        sheet.write([cells[at] for at in range(1, len(line) + 1)])


def _nth(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def open_columns(origin: WorkbookOrigin | None, table: Table) -> frozenset[str]:
    """Return the keys of the columns of a table that are read back."""
    opened: Mapping[str, frozenset[str]] = origin.open if origin else {}
    return opened.get(table.name, frozenset())
