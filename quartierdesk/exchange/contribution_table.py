"""A table of another program seen as contributions: what would come in, and what would not."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from quartierdesk.domain.contribution import Publish
from quartierdesk.domain.importing import DuplicateHint, ImportPreview, ImportRow, RowFailure
from quartierdesk.domain.text import clean, clean_line, fold
from quartierdesk.errors import UserError
from quartierdesk.exchange import cell_values
from quartierdesk.exchange.columns import Role, is_known_name, personal_columns
from quartierdesk.exchange.tables import Table, TableRow
from quartierdesk.exchange.wording import quoted, rows_named, shortened

_Value = TypeVar("_Value")
Labels = Mapping[Role, Mapping[str, str]]
"""For each catalogue role, the codes by label; labels are compared folded."""

KINDS: Mapping[str, str] = {
    name: code
    for code, names in {
        "staerke": ("staerke", "Stärke", "Das ist gut", "Lob", "strength", "▲"),
        "problem": ("problem", "Schwäche", "Schwäche/Problem", "Mangel", "weakness", "■"),
        "kritik": ("kritik", "Kritik am Verfahren", "criticism", "◆"),
        "idee": ("idee", "Vorschlag", "Idee/Vorschlag", "idea", "proposal", "suggestion", "●"),
        "wunsch": ("wunsch", "Vision", "Wunsch/Vision", "wish", "★"),
        "angebot": ("angebot", "Ich mache mit", "Angebot/Ich mache mit", "offer", "✋"),
        "frage": ("frage", "question", "?"),
        "risiko": ("risiko", "Befürchtung", "Risiko/Befürchtung", "Sorge", "risk", "!"),
        "hinweis": ("hinweis", "Sachinfo", "Hinweis/Sachinfo", "Information", "note", "i"),
        "zitat": ("zitat", "O-Ton", "quote"),
    }.items()
    for name in names
}
"""The kinds of contribution by code, label, short word and sign on the card."""

_LIST_SEPARATORS = (re.compile(r"[;|\n]"), re.compile(r"[;|\n,]"))
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DEGREES = {Role.LATITUDE: 90, Role.LONGITUDE: 180}


def preview(
    table: Table,
    roles: Mapping[Role, int],
    *,
    labels: Labels | None = None,
    known_texts: Collection[str] = (),
) -> ImportPreview:
    """Return what an import of `table` would bring in; nothing is cut, guessed or dropped.

    `roles` says which column (index) is what; `labels` are the catalogues for `ACTION_FIELD`,
    `TARGET_GROUPS` and `THEMES`, and may replace the kinds; `known_texts` are the texts already
    stored. A row without text, with a text that is too long, or with an unreadable number is a
    failure. A value that no catalogue knows and an unreadable date are left out and named in a
    warning. Raises `UserError` when no column holds the texts.
    """
    if Role.TEXT not in roles:
        raise _no_text_column(table)
    reading = _Reading(table, roles, _by_folded_name({Role.KIND: KINDS, **(labels or {})}))
    rows = [row for row in map(reading.contribution, table.rows) if row is not None]
    used = set(roles.values())
    return ImportPreview(
        rows=tuple(rows),
        failures=tuple(reading.failures),
        duplicates=_duplicates(rows, known_texts),
        mapping=tuple((role.value, table.columns[at]) for role, at in roles.items()),
        ignored_columns=tuple(
            name for at, name in enumerate(table.columns) if at not in used or _is_author(roles, at)
        ),
        warnings=(*table.warnings, *_column_warnings(table, roles), *reading.warnings()),
    )


class _Reading:
    """Reads row after row and keeps what is to be said about them."""

    def __init__(
        self, table: Table, roles: Mapping[Role, int], codes: Mapping[Role, Mapping[str, str]]
    ) -> None:
        self._table = table
        self._roles = roles
        self._codes = codes
        self._unknown: dict[tuple[str, str], list[int]] = defaultdict(list)
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
            dots=self._required(row, Role.DOTS, cell_values.whole_number, "keine ganze Zahl"),
            mention_count=self._mentions(row),
            note=self._prose(row, Role.NOTE),
            captured_at=self._captured_at(row),
            url=self._optional(row, Role.URL, _web_address) or "",
            publish=self._publish(row),
        )
        return contribution if len(self.failures) == before else None

    def warnings(self) -> Iterable[str]:
        """Yield one sentence per column and value that was left out."""
        for (column, value), numbers in self._unknown.items():
            yield (
                f"Spalte „{column}“: „{value}“ ist nicht bekannt und wird nicht übernommen"
                f" ({rows_named(numbers)})."
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
        text = self._prose(row, Role.TEXT)
        if not text and not self._cell(row, Role.TEXT).strip():
            self._fail(row, self._column(Role.TEXT), "Der Text fehlt")
        return text

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
        cell = self._line(row, role)
        if cell_values.is_nothing(cell):
            return None
        try:
            return reading(cell)
        except ValueError:
            self._leave_out(row, role, cell)
            return None

    def _required(
        self, row: TableRow, role: Role, reading: Callable[[str], _Value], reason: str
    ) -> _Value | None:
        """Return the value, None for an empty cell, and a failure where it is unreadable."""
        cell = self._line(row, role)
        if cell_values.is_nothing(cell):
            return None
        try:
            return reading(cell)
        except ValueError:
            self._fail(row, self._column(role), f"„{shortened(cell)}“ ist {reason}")
            return None

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
        if latitude is None or longitude is None:
            for role, value in ((Role.LATITUDE, latitude), (Role.LONGITUDE, longitude)):
                if value is not None:
                    self._leave_out(row, role, self._cell(row, role))
            return None, None
        return latitude, longitude

    def _degrees(self, row: TableRow, role: Role) -> Decimal | None:
        most = _DEGREES[role]

        def reading(cell: str) -> Decimal:
            value = cell_values.decimal_number(cell)
            if abs(value) > most:
                raise ValueError(cell)
            return value

        return self._required(row, role, reading, f"keine Gradzahl zwischen -{most} und {most}")

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
    return re.sub(r"\s*/\s*", "/", " ".join(fold(name).split())).strip('„“"')


def _by_folded_name(labels: Labels) -> dict[Role, dict[str, str]]:
    """Return the codes by folded label; a code also stands for itself."""
    return {
        role: {_folded_name(code): code for code in codes.values()}
        | {_folded_name(label): code for label, code in codes.items()}
        for role, codes in labels.items()
    }


def _is_author(roles: Mapping[Role, int], at: int) -> bool:
    return roles.get(Role.AUTHOR) == at


def _column_warnings(table: Table, roles: Mapping[Role, int]) -> Iterable[str]:
    personal = personal_columns(table.columns)
    if Role.AUTHOR in roles:
        personal.append(table.columns[roles[Role.AUTHOR]])
    imported = {table.columns[at] for role, at in roles.items() if role is not Role.AUTHOR}
    left_out = [name for name in dict.fromkeys(personal) if name not in imported]
    if left_out:
        yield f"Angaben zu Personen werden nicht übernommen: {quoted(left_out)}."
    text = table.columns[roles[Role.TEXT]]
    if len(table.columns) == 1 and not is_known_name(text, Role.TEXT):
        yield (
            f"Die erste Zeile „{shortened(text)}“ gilt als Überschrift und wird nicht als Beitrag"
            " übernommen."
        )
    if not table.rows:
        yield "Unter der Kopfzeile steht keine Zeile mit einem Beitrag."


def _duplicates(
    rows: Iterable[ImportRow], known_texts: Collection[str]
) -> tuple[DuplicateHint, ...]:
    known = {_folded_text(text) for text in known_texts}
    first: dict[str, int] = {}
    hints: list[DuplicateHint] = []
    for row in rows:
        folded = _folded_text(row.text)
        if folded in known:
            hints.append(DuplicateHint(row.number, None, row.text))
        elif folded in first:
            hints.append(DuplicateHint(row.number, first[folded], row.text))
        else:
            first[folded] = row.number
    return tuple(hints)


def _folded_text(text: str) -> str:
    return " ".join(fold(text).split())


def _no_text_column(table: Table) -> UserError:
    lengths = {
        name: sum(len(row.cells[at]) for row in table.rows) for at, name in enumerate(table.columns)
    }
    likely = max(lengths, key=lambda name: lengths[name], default="")
    hint = f"Vorhanden: {quoted(table.columns)}."
    if lengths.get(likely):
        hint += f" Die längsten Texte stehen in „{likely}“: Ordnen Sie zu „text={likely}“."
    return UserError("In der Tabelle ist keine Spalte mit den Beiträgen zu erkennen.", hint)
