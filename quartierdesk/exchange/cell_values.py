"""What people write into a cell for a number, a date, a table or yes and no."""

import re
from datetime import UTC, datetime
from decimal import Decimal

from quartierdesk.domain.contribution import Publish
from quartierdesk.domain.text import fold

_NOTHING = frozenset({"", "-", "–", "—", ".", "/", "k. a.", "k.a."})
_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,20})?")
_WHOLE = re.compile(r"\+?([0-9]{1,9})(?:[.,]0+)?")
_TABLE = re.compile(
    r"(?:tisch|table|t)?\s*(?:nr\.?|nummer)?\s*([0-9]{1,3})(?:[.,]0+)?(?:\s*[:(–-].*)?"
)
_GERMAN_DATE = re.compile(
    r"(?P<day>\d{1,2})[.-]\s?(?P<month>\d{1,2})[.-]\s?(?P<year>\d{4}|\d{2})"
    r"(?:,?\s+(?:um\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s*Uhr)?)?",
    re.IGNORECASE,
)
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}")
_SECONDS = re.compile(r"\d{10}")
_MILLISECONDS = re.compile(r"\d{13}")
_YES = frozenset({"ja", "j", "yes", "y", "true", "wahr", "1", "x", "✓"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0"})
_PUBLISH_WORDS: dict[str, Publish] = {
    "offentlich": "yes",
    "anonymized": "anonymized",
    "anonymisiert": "anonymized",
    "nicht offentlich": "no",
    "intern": "no",
    "vertraulich": "no",
}


def is_nothing(cell: str) -> bool:
    """Tell whether a cell says „nothing“: it is empty or holds a dash."""
    return cell.strip() in _NOTHING


def decimal_number(cell: str) -> Decimal:
    """Return the number in `cell`, with decimal comma or point; raises `ValueError`."""
    written = cell.strip().replace("−", "-")
    if not _DECIMAL.fullmatch(written):
        raise ValueError(cell)
    return Decimal(written.replace(",", "."))


def whole_number(cell: str) -> int:
    """Return the whole number of at least 0 in `cell`; raises `ValueError`.

    „3,0“ is 3. „1.234“ is refused: it is a thousand in German and a fraction in English.
    """
    match = _WHOLE.fullmatch(cell.strip())
    if not match:
        raise ValueError(cell)
    return int(match.group(1))


def table_number(cell: str) -> int:
    """Return 3 for „3“, „Tisch Nr. 3“, „T3“ or „Tisch 3: Wohnen“; raises `ValueError`."""
    match = _TABLE.fullmatch(fold(cell.strip()))
    if not match:
        raise ValueError(cell)
    return int(match.group(1))


def moment(cell: str) -> datetime:
    """Return the date or the date and time in `cell`; raises `ValueError`.

    Read are ISO („2026-03-13T19:08:00+01:00“), German („13.3.2026, 19:08 Uhr“; a year of two
    digits is one of this century) and seconds or milliseconds since 1970, which are UTC. Without
    a time it is midnight, without a zone the result has none.
    """
    written = cell.strip()
    if _MILLISECONDS.fullmatch(written):
        return datetime.fromtimestamp(int(written) // 1000, UTC)
    if _SECONDS.fullmatch(written):
        return datetime.fromtimestamp(int(written), UTC)
    if _ISO_START.match(written):
        zoned = re.sub(r"\s+(?=[+-]\d)", "", re.sub(r"\s*UTC$", "+00:00", written))
        return datetime.fromisoformat(zoned)
    match = _GERMAN_DATE.fullmatch(written)
    if not match:
        raise ValueError(cell)
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    return datetime(year + 2000 if year < 100 else year, month, day, hour, minute, second)


def publish_choice(cell: str) -> Publish:
    """Return whether a text may be published: ja, nein, anonymisiert; raises `ValueError`."""
    word = fold(cell.strip())
    if word in _YES or word in _NO:
        return "yes" if word in _YES else "no"
    if word not in _PUBLISH_WORDS:
        raise ValueError(cell)
    return _PUBLISH_WORDS[word]


def withheld_choice(cell: str) -> Publish:
    """Return the same for a column „Nicht veröffentlichen“, where „ja“ means no."""
    choice = publish_choice(cell)
    if fold(cell.strip()) in _PUBLISH_WORDS:
        return choice
    return "no" if choice == "yes" else "yes"
