"""Rows of the file as tables of fields: one table says how a row is read and how it is written."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Kind, Names
from quartierdesk.exchange.workshop_json.section import (
    Section,
    as_clock,
    as_day,
    as_flag,
    as_items,
    as_moment,
    as_number,
    as_text,
    as_texts,
    as_whole,
    wrong,
)

Row = dict[str, Json]


class Dataclass(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is read (value, place, names) and written (value, names)."""

    read: Callable[[Json, str, Names], Any]
    write: Callable[[Any, Names], Json]


def _plain(read: Callable[[Json, str], Any], write: Callable[[Any], Json]) -> Form:
    return Form(lambda value, place, _: read(value, place), lambda value, _: write(value))


def _same(value: Json) -> Json:
    return value


def _iso(value: date | None) -> Json:
    return None if value is None else value.isoformat()


def _clock(value: time | None) -> Json:
    if value is None:
        return None
    return value.isoformat("auto" if value.second or value.microsecond else "minutes")


def _exact(value: Decimal | None) -> Json:
    return int(value) if value is not None and value.as_tuple().exponent == 0 else value


def _euros(value: Decimal | None) -> Json:
    return int(value) if value is not None and value == int(value) else value


def _read_euros(value: Json, place: str) -> Decimal:
    number = as_number(value, place)
    if number < 0:
        raise wrong(place, "ist kleiner als null")
    return number


def _read_moment(value: Json, place: str, names: Names) -> datetime:
    moment = as_moment(value, place)
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=names.zone)).astimezone(UTC)
    except OverflowError as error:
        raise wrong(place, "liegt zu weit in der Vergangenheit oder Zukunft") from error


def _write_moment(value: datetime | None, names: Names) -> Json:
    return None if value is None else value.astimezone(names.zone).isoformat()


TEXT = _plain(as_text, _same)
TEXT_OR_NULL = _plain(as_text, lambda value: value or None)
TEXTS = _plain(as_texts, list)
FLAG = _plain(as_flag, _same)
COUNT = _plain(as_whole, _same)
DAY = _plain(as_day, _iso)
CLOCK = _plain(as_clock, _clock)
NUMBER = _plain(as_number, _exact)
EUROS = _plain(_read_euros, _euros)
MOMENT = Form(_read_moment, _write_moment)


def whole(lowest: int, highest: int) -> Form:
    """Return the form of a whole number within limits."""
    return _plain(lambda value, place: as_whole(value, place, lowest, highest), _same)


def degrees(most: int) -> Form:
    """Return the form of an angle from −most to most degrees."""

    def read(value: Json, place: str) -> Decimal:
        number = as_number(value, place)
        if abs(number) > most:
            raise wrong(place, f"ist keine Gradzahl von −{most} bis {most}")
        return number

    return _plain(read, _exact)


def choice(*allowed: str) -> Form:
    """Return the form of a text that must be one of a few."""

    def read(value: Json, place: str) -> str:
        text = as_text(value, place)
        if text not in allowed:
            raise wrong(place, f"ist keines von {', '.join(word or '„“' for word in allowed)}")
        return text

    return _plain(read, _same)


def reference(kind: Kind) -> Form:
    """Return the form of the name of something else in the file."""
    return Form(
        lambda value, place, names: names.find(kind, value, place),
        lambda identity, names: names.of(kind, identity),
    )


def references(kind: Kind) -> Form:
    """Return the form of a list of names; what is named twice counts once."""

    def read(value: Json, place: str, names: Names) -> tuple[str, ...]:
        found = [names.find(kind, item, at) for item, at in as_items(value, place)]
        return tuple(dict.fromkeys(found))

    def write(ids: Iterable[str], names: Names) -> Json:
        return [name for name in (names.of(kind, key) for key in ids) if name is not None]

    return Form(read, write)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row.

    Without `attribute` it is handed in by whoever writes the row and ignored on reading. An
    `extension` is written only where its value is not the default of the dataclass. What is
    `internal` is not in a public file. A `required` field must not be missing.
    """

    key: str
    attribute: str = ""
    form: Form = TEXT
    extension: bool = False
    internal: bool = False
    required: bool = False


Fields = Sequence[Field]


def read_row(section: Section, table: Fields, names: Names) -> dict[str, Any]:
    """Return the attributes that a row of the file gives; what is missing or null is left out."""
    values: dict[str, Any] = {}
    for field in table:
        if not field.attribute:
            continue
        reading = functools.partial(_read, field.form, names)
        value = (section.require if field.required else section.get)(field.key, reading)
        if value is not None:
            values[field.attribute] = value
    return values


def write_row(
    item: Dataclass,
    table: Fields,
    names: Names,
    handed_in: Mapping[str, Json] = MappingProxyType({}),
    *,
    public: bool = False,
) -> Row:
    """Return the row of the file for a dataclass; `handed_in` are the fields without attribute."""
    row: Row = {}
    for field in table:
        if field.internal and public:
            continue
        if not field.attribute:
            if field.key in handed_in:
                row[field.key] = handed_in[field.key]
            continue
        value = getattr(item, field.attribute)
        written = field.form.write(value, names)
        usual = written is None or value == item.__dataclass_fields__[field.attribute].default
        if not (field.extension and usual):
            row[field.key] = written
    return row


def _read(form: Form, names: Names, value: Json, place: str) -> object:
    return form.read(value, place, names)
