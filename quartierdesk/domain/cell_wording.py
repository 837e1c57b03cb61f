"""The cells of a protocol as people read them where there is no number format."""

from datetime import date, datetime, time
from decimal import Decimal

from quartierdesk.domain.protocol import SUPPRESSED, CellValue, Column
from quartierdesk.domain.rounding import german, half_up

_UNITS = {"percent": "\u00a0%", "euro": "\u00a0€"}


def as_shown(value: CellValue, column: Column) -> str:
    """Return a cell as text: „13.03.2026“, „18,3 %“, „ja“; a text stays as it is."""
    if value is None:
        return SUPPRESSED if column.kind == "suppressed_integer" else ""
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
    return _figure(value, column)


def _figure(value: int | Decimal, column: Column) -> str:
    written = german(value if column.places is None else half_up(value, column.places))
    return f"{written}{_UNITS.get(column.kind, '')}"
