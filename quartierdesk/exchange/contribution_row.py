"""One row of a table of another program read as a contribution."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from quartierdesk.domain.contribution import Publish
from quartierdesk.domain.importing import ImportRow, RowFailure
from quartierdesk.domain.poll import MOST_DOTS
from quartierdesk.domain.text import clean, clean_line, fold, says_something
from quartierdesk.errors import UserError
from quartierdesk.exchange import cell_values
from quartierdesk.exchange.columns import Role
from quartierdesk.exchange.tables import Table, TableRow
from quartierdesk.exchange.wording import grouped, rows_named, shortened

_Value = TypeVar("_Value")
Labels = Mapping[Role, Mapping[str, str]]
"""For each catalogue role, the codes by label; labels are compared folded."""

KINDS: Mapping[str, str] = {
    name: code
    for code, names in {
        "staerke": ("staerke", "Stärke", "Stärke, Das ist gut", "Das ist gut", "strength", "+"),
        "problem": ("problem", "Schwäche", "Schwäche, Problem", "Mangel", "weakness", "!"),
        "kritik": ("kritik", "Kritik am Verfahren", "criticism"),
        "idee": ("idee", "Vorschlag", "Idee, Vorschlag", "idea", "proposal", "suggestion", "*"),
        "wunsch": ("wunsch", "Vision", "Wunsch, Vision", "wish", "~"),
        "angebot": ("angebot", "Ich mache mit", "Angebot, Ich mache mit", "offer", ">"),
        "frage": ("frage", "question", "?"),
        "risiko": ("risiko", "Befürchtung", "Risiko, Befürchtung", "risk"),
        "hinweis": ("hinweis", "Sachinfo", "Sachinformation", "Hinweis, Sachinformation"),
        "zitat": ("zitat", "O-Ton", "quote"),
    }.items()
    for name in names
}
"""The kinds of contribution by code, label, other usual words and sign."""

_LIST_SEPARATORS = (re.compile(r"[;|\n]"), re.compile(r"[;|\n,]"))
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class RowReader:
    """Reads row after row and keeps what is to be said about them."""

    def __init__(self, table: Table, roles: Mapping[Role, int], labels: Labels) -> None:
        self._table = table
        self._roles = roles
        self._codes = _by_folded_name({**labels, Role.KIND: {**KINDS, **labels.get(Role.KIND, {})}})
        self._unknown: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._without_position: list[int] = []
        self.failures: list[RowFailure] = []

    def contribution(self, row: TableRow) -> ImportRow | None:
        """Return the contribution in `row`, or None and note the failures."""
        before = len(self.failures)
        if row.number in self._table.ragged_rows:
            self._fail(row, "", "hat mehr Felder als Spaltenüberschriften")
            return None
        latitude, longitude = self._position(row)
        contribution = ImportRow(
            number=row.number,
            text=self._text(row),
            label=self._line(row, Role.LABEL),
            title=self._line(row, Role.TITLE),
            minutes=self._prose(row, Role.MINUTES),
            kind=self._code(row, Role.KIND),
            table=self._optional(row, Role.TABLE, cell_values.table_number),
            action_field=self._code(row, Role.ACTION_FIELD),
            target_groups=self._several(row, Role.TARGET_GROUPS),
            themes=self._several(row, Role.THEMES),
            cluster=self._line(row, Role.CLUSTER),
            place=self._line(row, Role.PLACE),
            latitude=latitude,
            longitude=longitude,
            dots=self._dots(row),
            mention_count=self._mentions(row),
            note=self._prose(row, Role.NOTE),
            captured_at=self._captured_at(row),
            url=self._optional(row, Role.URL, _web_address) or "",
            publish=self._publish(row),
        )
        return contribution if len(self.failures) == before else None

    def warnings(self) -> Iterator[str]:
        """Yield one sentence per column and value that was left out."""
        for (column, value), numbers in self._unknown.items():
            yield (
                f"Spalte „{column}“: „{value}“ wird nicht verstanden und nicht übernommen"
                f" ({rows_named(numbers)})."
            )
        if self._without_position:
            yield (
                "Die Lage ist unvollständig oder außerhalb der Erde und wird nicht übernommen"
                f" ({rows_named(self._without_position)})."
            )

    def _column(self, role: Role) -> str:
        return self._table.columns[self._roles[role]]

    def _cell(self, row: TableRow, role: Role) -> str:
        at = self._roles.get(role)
        return "" if at is None else row.cells[at]

    def _fail(self, row: TableRow, column: str, reason: str) -> None:
        place = f"Zeile {row.number}, Spalte „{column}“:" if column else f"Zeile {row.number}"
        self.failures.append(RowFailure(row.number, column, f"{place} {reason}."))

    def _leave_out(self, row: TableRow, role: Role, value: str) -> None:
        self._unknown[self._column(role), shortened(value)].append(row.number)

    def _text(self, row: TableRow) -> str:
        if not says_something(self._cell(row, Role.TEXT)):
            self._fail(row, self._column(Role.TEXT), "Der Text fehlt")
        return self._prose(row, Role.TEXT)

    def _prose(self, row: TableRow, role: Role) -> str:
        return self._cleaned(row, role, clean).strip()

    def _line(self, row: TableRow, role: Role) -> str:
        return self._cleaned(row, role, clean_line)

    def _cleaned(self, row: TableRow, role: Role, cleaning: Callable[[str, str], str]) -> str:
        cell = self._cell(row, role)
        if not cell:
            return ""
        column = self._column(role)
        try:
            return cleaning(cell, f"Zeile {row.number}, Spalte „{column}“")
        except UserError as error:
            self.failures.append(RowFailure(row.number, column, error.sentence))
            return ""

    def _code(self, row: TableRow, role: Role) -> str | None:
        cell = self._line(row, role)
        if cell_values.is_nothing(cell):
            return None
        code = self._codes.get(role, {}).get(_folded_name(cell))
        if code is None:
            self._leave_out(row, role, cell)
        return code

    def _several(self, row: TableRow, role: Role) -> tuple[str, ...]:
        """Return the codes of all values; a label may itself contain a comma."""
        cell = self._prose(row, role)
        codes = self._codes.get(role, {})
        if cell_values.is_nothing(cell):
            return ()
        best: list[tuple[str, str | None]] = [(cell, codes.get(_folded_name(cell)))]
        for separators in _LIST_SEPARATORS:
            if all(code for _, code in best):
                break
            names = [name.strip() for name in separators.split(cell) if name.strip()]
            best = [(name, codes.get(_folded_name(name))) for name in names]
        for name, code in best:
            if code is None:
                self._leave_out(row, role, name)
        return tuple(dict.fromkeys(code for _, code in best if code))

    def _optional(
        self, row: TableRow, role: Role, reading: Callable[[str], _Value]
    ) -> _Value | None:
        """Return the value, or None and a warning where it is unreadable."""
        return self._read(row, role, reading, lambda cell: self._leave_out(row, role, cell))

    def _required(
        self, row: TableRow, role: Role, reading: Callable[[str], _Value], reason: str
    ) -> _Value | None:
        """Return the value, None for an empty cell, and a failure where it is unreadable."""

        def refuse(cell: str) -> None:
            self._fail(row, self._column(role), f"„{shortened(cell)}“ ist {reason}")

        return self._read(row, role, reading, refuse)

    def _read(
        self,
        row: TableRow,
        role: Role,
        reading: Callable[[str], _Value],
        unreadable: Callable[[str], None],
    ) -> _Value | None:
        cell = self._line(row, role)
        if cell_values.is_nothing(cell):
            return None
        try:
            return reading(cell)
        except ValueError:
            unreadable(cell)
            return None

    def _dots(self, row: TableRow) -> int | None:
        dots = self._required(row, Role.DOTS, cell_values.whole_number, "keine ganze Zahl")
        if dots is not None and dots > MOST_DOTS:
            self._fail(row, self._column(Role.DOTS), f"{grouped(dots)} Punkte sind zu viele")
        return dots

    def _mentions(self, row: TableRow) -> int:
        reading = cell_values.whole_number
        count = self._required(row, Role.MENTION_COUNT, reading, "keine ganze Zahl")
        if count == 0:
            reason = "Die Zahl der Nennungen ist mindestens 1"
            self._fail(row, self._column(Role.MENTION_COUNT), reason)
        return count or 1

    def _position(self, row: TableRow) -> tuple[Decimal | None, Decimal | None]:
        latitude = self._degrees(row, Role.LATITUDE)
        longitude = self._degrees(row, Role.LONGITUDE)
        if latitude is None and longitude is None:
            return None, None
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            self._without_position.append(row.number)
            return None, None
        return latitude, longitude

    def _degrees(self, row: TableRow, role: Role) -> Decimal | None:
        return self._required(row, role, cell_values.decimal_number, "keine Gradzahl")

    def _captured_at(self, row: TableRow) -> datetime | None:
        return self._optional(row, Role.CAPTURED_AT, cell_values.moment)

    def _publish(self, row: TableRow) -> Publish | None:
        """Return the stricter of the two columns that may speak about it."""
        reason = "weder „ja“ noch „nein“"
        choices = [
            self._required(row, Role.PUBLISH, cell_values.publish_choice, reason),
            self._required(row, Role.WITHHELD, cell_values.withheld_choice, reason),
        ]
        order: tuple[Publish, ...] = ("no", "anonymized", "yes")
        return next((choice for choice in order if choice in choices), None)


def _web_address(cell: str) -> str:
    if not _WEB_ADDRESS.fullmatch(cell):
        raise ValueError(cell)
    return cell


def _folded_name(name: str) -> str:
    """Return `name` for comparing: „Idee / Vorschlag“ is the same as „Idee, Vorschlag“."""
    return " ".join(re.sub(r'[/,„“"]', " ", fold(name)).split())


def _by_folded_name(labels: Labels) -> dict[Role, dict[str, str]]:
    """Return the codes by folded label; a code also stands for itself."""
    return {
        role: {_folded_name(code): code for code in codes.values()}
        | {_folded_name(label): code for label, code in codes.items()}
        for role, codes in labels.items()
    }
