"""Links within a workbook: from a label to the row it names, and back to the trace."""

from collections.abc import Iterator, Mapping, Sequence

from quartierdesk.domain.protocol import Column, Table
from quartierdesk.exports.sheet_layout import Placed, SheetPlan

MOST_LINKS = 60_000
"""On one sheet; Excel gives up a little above."""

_TRACE = "trace"
_CONTENTS = "Blaetter_der_Mappe"


class Links:
    """Where the cells of a workbook lead to.

    A cell in a column that refers to a table leads to the row with its label. The label of a row
    leads back to the first line of the trace that names it. Built from the sheets by their titles.
    """

    def __init__(self, sheets: Sequence[tuple[str, SheetPlan]]) -> None:
        wanted = _wanted(sheets)
        self._sheets = {title: place(title, 1) for title, _ in sheets}
        self._forth: dict[str, dict[str, str]] = {name: {} for name in wanted}
        self._back: dict[str, dict[str, str]] = {}
        for title, laid, placed, table in _tables(sheets):
            if table.name in wanted:
                _note(self._forth[table.name], wanted[table.name], title, placed, table)
            if laid.section.key == _TRACE:
                self._note_back(title, placed, table)

    def of_column(self, table: Table, at: int) -> Mapping[str, str]:
        """Return the places to which the texts of a column lead."""
        if table.name == _CONTENTS:
            return self._sheets
        referred = table.columns[at].refers_to
        if referred:
            return self._forth.get(referred, {})
        return self._back.get(table.name, {}) if at == 0 else {}

    def _note_back(self, title: str, placed: Placed, table: Table) -> None:
        for at, column in enumerate(table.columns):
            if not column.refers_to:
                continue
            places = self._back.setdefault(column.refers_to, {})
            for number, row in enumerate(table.rows, start=placed.header + 1):
                label = row[at]
                if isinstance(label, str) and label:
                    places.setdefault(label, place(title, number))


def contents(titles: Sequence[str]) -> Table:
    """Return the list of sheets, each of which leads there."""
    column = Column("sheet", "Blatt", "label", width=40)
    return Table(
        _CONTENTS,
        "Blätter dieser Arbeitsmappe",
        (column,),
        tuple((title,) for title in titles),
        purpose="facts",
    )


def place(title: str, row: int) -> str:
    """Return the place of the first cell of a row, as links name it."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!A{row}"


def _wanted(sheets: Sequence[tuple[str, SheetPlan]]) -> dict[str, set[object]]:
    """Return by the name of a table the labels of it that other tables hold."""
    wanted: dict[str, set[object]] = {}
    for _, _, _, table in _tables(sheets):
        for at, column in enumerate(table.columns):
            if column.refers_to:
                wanted.setdefault(column.refers_to, set()).update(row[at] for row in table.rows)
    return wanted


def _note(
    places: dict[str, str], wanted: set[object], title: str, placed: Placed, table: Table
) -> None:
    for number, row in enumerate(table.rows, start=placed.header + 1):
        label = row[0]
        if isinstance(label, str) and label and label in wanted:
            places.setdefault(label, place(title, number))


def _tables(
    sheets: Sequence[tuple[str, SheetPlan]],
) -> Iterator[tuple[str, SheetPlan, Placed, Table]]:
    for title, laid in sheets:
        for placed in laid.placed:
            if isinstance(placed.block, Table):
                yield title, laid, placed, placed.block
