"""One table of an edited workbook against the workspace, cell by cell."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from quartierdesk.domain.cell_text import column_letters
from quartierdesk.domain.protocol import Column, cell_text
from quartierdesk.domain.read_back import Difference, NewRow, ReadBack, Unreadable
from quartierdesk.domain.workbook_origin import MarkedRow, as_read, mark, plain
from quartierdesk.errors import UserError
from quartierdesk.services.read_back_columns import OPEN_COLUMNS, OpenColumn
from quartierdesk.services.workbook_state import CurrentState, CurrentTable

if TYPE_CHECKING:
    from quartierdesk.exchange.csv_text import TableRow
    from quartierdesk.exchange.workbook_rows import FoundTable

_EMPTY = CurrentTable({}, {})
_PLACES_NAMED = 5
_NEEDED = {"Beitraege": "original"}
_USUALLY_NEEDED = "title"
_NO_NEW_ROWS = frozenset({"Steckbriefe"})


class TableReading:
    """The reading of one table; `result` says what is different in it."""

    def __init__(self, table: "FoundTable", state: CurrentState) -> None:
        self._table = table
        self._state = state
        self._marked = table.marked
        self._open = OPEN_COLUMNS[table.marked.name]
        self._now = state.tables.get(table.marked.name, _EMPTY)
        self._things = state.things[table.marked.name]
        self._headings = dict(table.marked.columns)
        self._differences: list[Difference] = []
        self._new_rows: list[NewRow] = []
        self._unreadable: list[Unreadable] = []
        self._closed: list[str] = []
        self._seen: set[str] = set()

    def result(self) -> ReadBack:
        """Return the differences, new rows, unreadable cells and notices of the table."""
        label_key = self._marked.columns[0][0]
        for row in self._table.rows:
            self._read_row(row, plain(self._cell(row, label_key)))
        return ReadBack(
            "",
            tuple(self._differences),
            tuple(self._new_rows),
            tuple(self._unreadable),
            tuple(self._notices()),
        )

    def _read_row(self, row: "TableRow", label: str) -> None:
        known = self._marked.rows.get(label)
        if not label:
            self._read_new_row(row)
        elif known is None:
            self._refuse(row, f"Eine Nr. „{label}“ kennt die Arbeitsmappe nicht.")
        elif label in self._seen:
            self._refuse(row, f"Die Nr. „{label}“ kommt mehrmals vor; gelesen wird die erste.")
        else:
            self._seen.add(label)
            self._read_known_row(row, known)

    def _refuse(self, row: "TableRow", sentence: str) -> None:
        hint = "Eine neue Zeile bleibt ohne Nummer; sie bekommt eine, wenn sie übernommen wird."
        self._unreadable.append(Unreadable(self._row_place(row), f"{sentence} {hint}"))

    def _read_known_row(self, row: "TableRow", known: MarkedRow) -> None:
        changed = list(self._changed_cells(row, known))
        if known.id not in self._things:
            if changed:
                sentence = f"{known.label} gibt es in der Werkstatt nicht mehr."
                self._unreadable.append(Unreadable(self._row_place(row), sentence))
            return
        for key, text, base in changed:
            self._compare_cell(row, known, key, text, base)

    def _compare_cell(
        self, row: "TableRow", known: MarkedRow, key: str, text: str, base: str
    ) -> None:
        """Note what a changed cell means; `base` is the mark of what stood there."""
        place = self._place(row, key)
        value, column = self._now.cell(known.id, key)
        now = as_read(value, column)
        if plain(text) == plain(now):
            return
        opened = self._open.get(key)
        if opened is None or opened.only_new:
            self._closed.append(place)
            return
        read = self._read_cell(opened, text, place)
        if read is None or read[0] == getattr(self._things[known.id], opened.field):
            return
        self._differences.append(
            Difference(
                self._marked.name,
                known.id,
                known.label,
                opened.field,
                key,
                self._headings[key],
                cell_text(value, column),
                _shown(read[0], text, column),
                read[0],
                place,
                is_conflict=mark(now) != base,
            )
        )

    def _changed_cells(self, row: "TableRow", known: MarkedRow) -> Iterator[tuple[str, str, str]]:
        """Yield key, text and former mark of each cell that says something else than before."""
        for (key, _), base in zip(self._marked.columns, known.marks, strict=True):
            if key not in self._table.columns:
                continue
            if self._name(row, key) in self._table.errors:
                sentence = "Die Zelle zeigt einen Fehlerwert."
                self._unreadable.append(Unreadable(self._place(row, key), sentence))
                continue
            text = self._cell(row, key)
            if mark(text) != base:
                yield key, text, base

    def _read_cell(self, opened: OpenColumn, text: str, place: str) -> tuple[object] | None:
        """Return what a cell says, in a tuple of its own; None where it cannot be understood."""
        try:
            return (opened.read(text, self._state.vocabulary),)
        except UserError as error:
            sentence = f"{error.sentence} {error.hint}".strip()
            self._unreadable.append(Unreadable(place, sentence))
            return None

    def _read_new_row(self, row: "TableRow") -> None:
        filled = {
            key: text
            for key in self._open
            if key in self._table.columns and (text := self._cell(row, key)).strip()
        }
        if not filled:
            self._closed.append(self._row_place(row))
            return
        needed = _NEEDED.get(self._marked.name, _USUALLY_NEEDED)
        if self._marked.name in _NO_NEW_ROWS or needed not in filled:
            wanted = self._headings.get(needed, "Titel")
            where = "auf dem Blatt „Maßnahmen“" if self._marked.name in _NO_NEW_ROWS else "hier"
            sentence = f"Eine neue Zeile braucht {where} einen Eintrag unter „{wanted}“."
            self._unreadable.append(Unreadable(self._row_place(row), sentence))
            return
        fields: list[tuple[str, object]] = []
        for key, text in filled.items():
            read = self._read_cell(self._open[key], text, self._place(row, key))
            if read is None:
                return
            fields.append((self._open[key].field, read[0]))
        name = self._marked.name
        place = self._row_place(row)
        self._new_rows.append(NewRow(name, place, plain(filled[needed]), tuple(fields)))

    def _notices(self) -> Iterator[str]:
        sheet = self._marked.sheet
        if self._table.strange:
            yield f"{sheet}: Nicht gelesen werden die Spalten {_named(self._table.strange)}."
        if self._table.missing:
            yield f"{sheet}: Es fehlen die Spalten {_named(self._table.missing)}; sie bleiben."
        if self._closed:
            shown = ", ".join(self._closed[:_PLACES_NAMED])
            more = len(self._closed) - _PLACES_NAMED
            rest = f" und {more} weitere" if more > 0 else ""
            yield f"Geändert, aber nicht zu übernehmen: {shown}{rest}."
        lost = sum(
            label not in self._seen and row.id in self._things
            for label, row in self._marked.rows.items()
        )
        if lost:
            what = "1 Zeile fehlt" if lost == 1 else f"{lost} Zeilen fehlen"
            yield f"{sheet}: {what} in der Arbeitsmappe; gelöscht wird deshalb nichts."

    def _cell(self, row: "TableRow", key: str) -> str:
        at = self._table.columns.get(key)
        return "" if at is None or at >= len(row.cells) else row.cells[at]

    def _name(self, row: "TableRow", key: str) -> str:
        return f"{column_letters(self._table.columns[key])}{row.number}"

    def _place(self, row: "TableRow", key: str) -> str:
        return f"{self._marked.sheet}, Zelle {self._name(row, key)}"

    def _row_place(self, row: "TableRow") -> str:
        return f"{self._marked.sheet}, Zeile {row.number}"


def _shown(value: object, text: str, column: Column) -> str:
    """Return what a cell says as people read it in the protocol."""
    if isinstance(value, bool | date | int | Decimal):
        return cell_text(value, column)
    return plain(text)


def _named(headings: tuple[str, ...]) -> str:
    return ", ".join(f"„{heading}“" for heading in headings)
