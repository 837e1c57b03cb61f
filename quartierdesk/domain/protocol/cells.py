"""Cells of the protocol as text, the same on paper and in a terminal."""

from datetime import date, datetime, time
from decimal import Decimal

from quartierdesk.domain.protocol.tables import SUPPRESSED, CellValue, Column, ColumnKind
from quartierdesk.domain.rounding import german, half_up

NUMBERS: frozenset[ColumnKind] = frozenset(
    {"integer", "suppressed_integer", "decimal", "percent", "suppressed_percent", "euro"}
)
"""Kinds of columns whose cells are aligned to the right."""

_UNITS: dict[ColumnKind, str] = {
    "percent": "\u00a0%",
    "suppressed_percent": "\u00a0%",
    "euro": "\u00a0€",
}


def cell_text(value: CellValue, column: Column) -> str:
    """Return a cell as people read it in German: „18,3 %“, „13.03.2026“, „ja“, „–“."""
    if value is None:
        return SUPPRESSED if column.kind.startswith("suppressed") else ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return _number(value, column)


def _number(value: int | Decimal, column: Column) -> str:
    exact = value if column.places is None else half_up(value, column.places)
    return f"{german(exact)}{_UNITS.get(column.kind, '')}"
