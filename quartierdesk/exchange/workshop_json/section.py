"""Values of a JSON file with the place where they stand, checked before anybody uses them."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeVar

from quartierdesk.domain.text import clean, clean_line
from quartierdesk.errors import UserError
from quartierdesk.exchange.wording import grouped, shortened
from quartierdesk.exchange.workshop_json.json_text import Json

T = TypeVar("T")

MOST = 1_000_000_000
"""The largest whole number that counts something."""

_MEND = "Bitte berichtigen Sie die Datei an dieser Stelle oder lassen Sie sie sich neu geben."
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?", re.ASCII)


class Section:
    """One object of the file; `place` says where it stands, for example „contributions[12]“."""

    def __init__(self, content: Mapping[str, Json], place: str = "") -> None:
        self._content = content
        self.place = place

    def place_of(self, key: str) -> str:
        """Return the place of a member."""
        name = shortened(key)
        return f"{self.place}.{name}" if self.place else name

    def has(self, key: str) -> bool:
        """Return whether a member is there and says something."""
        return self._content.get(key) is not None

    def get(self, key: str, reading: Callable[[Json, str], T]) -> T | None:
        """Return a member as `reading` (value, place) understands it, None where it is missing."""
        value = self._content.get(key)
        return None if value is None else reading(value, self.place_of(key))

    def require(self, key: str, reading: Callable[[Json, str], T]) -> T:
        """Return a member that must not be missing."""
        found = self.get(key, reading)
        if found is None:
            raise wrong(self.place_of(key), "fehlt")
        return found

    def section(self, key: str) -> "Section":
        """Return the object under `key`, an empty one where it is missing."""
        return self.get(key, as_section) or Section({}, self.place_of(key))

    def sections(self, key: str) -> list["Section"]:
        """Return the objects of the list under `key`."""
        return [as_section(value, place) for value, place in self.items(key)]

    def items(self, key: str) -> list[tuple[Json, str]]:
        """Return the values of the list under `key` with their places."""
        return self.get(key, as_items) or []

    def members(self) -> list[tuple[str, Json, str]]:
        """Return key, value and place of each member."""
        return [(key, value, self.place_of(key)) for key, value in self._content.items()]


def wrong(place: str, reason: str) -> UserError:
    """Return the error „<place>“ <reason>."""
    return UserError(f"„{place}“ {reason}.", _MEND)


def as_section(value: Json, place: str) -> Section:
    """Return an object."""
    if not isinstance(value, Mapping):
        raise wrong(place, "ist kein Abschnitt mit Feldern")
    return Section(value, place)


def as_items(value: Json, place: str) -> list[tuple[Json, str]]:
    """Return the values of a list with their places."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise wrong(place, "ist keine Liste")
    return [(item, f"{place}[{index}]") for index, item in enumerate(value)]


def as_text(value: Json, place: str) -> str:
    """Return a text, cleaned; one that is too long is refused."""
    if not isinstance(value, str):
        raise wrong(place, "ist kein Text")
    return clean(value, f"„{place}“")


def as_line(value: Json, place: str) -> str:
    """Return a text on one line."""
    return clean_line(as_text(value, place), f"„{place}“")


def as_texts(value: Json, place: str) -> tuple[str, ...]:
    """Return a list of texts."""
    return tuple(as_text(item, at) for item, at in as_items(value, place))


def as_flag(value: Json, place: str) -> bool:
    """Return yes or no."""
    if not isinstance(value, bool):
        raise wrong(place, "ist weder „true“ noch „false“")
    return value


def as_whole(value: Json, place: str, lowest: int = 0, highest: int = MOST) -> int:
    """Return a whole number within limits."""
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        limits = f"von {grouped(lowest)} bis {grouped(highest)}"
        raise wrong(place, f"ist keine ganze Zahl {limits}")
    return value


def as_number(value: Json, place: str) -> Decimal:
    """Return a number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise wrong(place, "ist keine Zahl")
    return Decimal(value)


def as_day(value: Json, place: str) -> date:
    """Return a day of the calendar."""
    try:
        return date.fromisoformat(_matching(value, _DAY))
    except ValueError as error:
        raise wrong(place, "ist kein Tag in der Form 2026-03-13") from error


def as_clock(value: Json, place: str) -> time:
    """Return a time on the clock."""
    try:
        return time.fromisoformat(_matching(value, _CLOCK))
    except ValueError as error:
        raise wrong(place, "ist keine Uhrzeit in der Form 18:30") from error


def as_moment(value: Json, place: str) -> datetime:
    """Return a moment, with or without zone."""
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise wrong(place, "ist kein Zeitpunkt in der Form 2026-03-13T19:08:00+01:00") from error


def is_day(text: str) -> bool:
    """Return whether a text is a day of the calendar."""
    try:
        as_day(text, "")
    except UserError:
        return False
    return True


def _matching(value: Json, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(value)
    return value
