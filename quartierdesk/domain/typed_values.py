"""What people type into a field for a day, a time on the clock, a length, a number, an amount."""

import re
from datetime import date, time
from decimal import Decimal

from quartierdesk.errors import UserError

_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?(?:\s*uhr)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,3})(?:\s*(?:min\.?|minuten))?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2}):(\d{2})(?:\s*(?:h|std\.?|stunden))?", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,9}")
_EURO = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,2})?")
_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?")
_STATES = range(1, 17)
_KEY_DIGITS, _REGIONAL_DIGITS = 8, 12
_CENTURY = 2000


def day(text: str) -> date | None:
    """Return the day in „13.3.2026“, „13.03.26“ or „2026-03-13“, None for an empty text."""
    written = text.strip()
    if not written:
        return None
    found = maybe_day(written)
    if found is None:
        raise UserError(f"„{written}“ ist kein Datum.", "Bitte schreiben Sie es wie „13.03.2026“.")
    return found


def maybe_day(text: str) -> date | None:
    """Return the day a text names, None where it names none."""
    written = text.strip()
    if found := _DAY.fullmatch(written):
        number, month, year = (int(part) for part in found.groups())
        year += _CENTURY if len(found.group(3)) == 2 else 0
    elif found := _ISO_DAY.fullmatch(written):
        year, month, number = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def due(text: str) -> tuple[date | None, str]:
    """Return a day, or what people said instead of one („vor der Sommerpause“)."""
    found = maybe_day(text)
    return (found, "") if found else (None, text.strip())


def clock(text: str) -> time | None:
    """Return the time in „18:30“, „18.30 Uhr“, „1830“ or „18“, None for an empty text."""
    written = text.strip()
    if not written:
        return None
    found = _CLOCK.fullmatch(written)
    hour, minute = (int(found.group(1)), int(found.group(2) or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise UserError(f"„{written}“ ist keine Uhrzeit.", "Bitte schreiben Sie sie wie „18:30“.")
    return time(hour, minute)


def minutes(text: str) -> int | None:
    """Return the minutes in „60“, „60 min“ or „1:30“, None for an empty text."""
    written = text.strip()
    if not written:
        return None
    if found := _MINUTES.fullmatch(written):
        return int(found.group(1))
    if found := _HOURS.fullmatch(written):
        return int(found.group(1)) * 60 + int(found.group(2))
    raise UserError(
        f"„{written}“ ist keine Dauer.", "Bitte schreiben Sie die Minuten, zum Beispiel „45“."
    )


def whole(text: str) -> int | None:
    """Return a whole number, None for an empty text."""
    written = text.strip()
    if not written:
        return None
    if not _WHOLE.fullmatch(written):
        raise UserError(f"„{written}“ ist keine ganze Zahl.", "Bitte schreiben Sie sie wie „60“.")
    return int(written)


def euros(text: str) -> Decimal | None:
    """Return the amount in „6.500“, „6500,50“ or „6.500 €“, None for an empty text."""
    written = text.strip().removesuffix("€").removesuffix("Euro").strip()
    if not written:
        return None
    if not _EURO.fullmatch(written):
        raise UserError(
            f"„{text.strip()}“ ist kein Betrag.", "Bitte schreiben Sie ihn wie „6.500“."
        )
    return Decimal(written.replace(".", "").replace(",", "."))


def number(text: str) -> Decimal | None:
    """Return the number in „2.847“, „16,8“ or „-2,1“, None for an empty text."""
    written = text.strip()
    if not written:
        return None
    if not _NUMBER.fullmatch(written):
        raise UserError(f"„{written}“ ist keine Zahl.", "Bitte schreiben Sie sie wie „16,8“.")
    return Decimal(written.replace("−", "-").replace(".", "").replace(",", "."))


def municipality_key(text: str) -> str:
    """Return the municipality key (AGS) in „08 119 091“ without spaces, „“ for an empty text.

    It has eight digits and begins with the number of the state, 01 to 16; the leading zero
    belongs to it. From a regional key (ARS, twelve digits) the four digits of the association
    of municipalities are left out.
    """
    digits = "".join(text.split())
    if not digits:
        return ""
    is_regional = len(digits) == _REGIONAL_DIGITS
    key = digits[:5] + digits[9:] if is_regional else digits
    plain = key.isascii() and key.isdigit() and len(key) == _KEY_DIGITS
    if not plain or int(key[:2]) not in _STATES:
        raise UserError(
            f"„{text.strip()}“ ist kein Gemeindeschlüssel.",
            "Er hat acht Ziffern und beginnt mit der Nummer des Landes, zum Beispiel"
            " „08119091“ in Baden-Württemberg.",
        )
    return key


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def day_text(value: date | None) -> str:
    """Return a day as people write it."""
    return value.strftime("%d.%m.%Y") if value else ""


def clock_text(value: time | None) -> str:
    """Return a time as people write it."""
    return f"{value:%H:%M}" if value else ""


def number_text(value: Decimal | None) -> str:
    """Return a number as people write it, with as many places as it has."""
    if value is None:
        return ""
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def euro_text(value: Decimal | None) -> str:
    """Return an amount as people write it, without cents where there are none."""
    if value is None:
        return ""
    places = 0 if value == value.to_integral_value() else 2
    return f"{value:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
