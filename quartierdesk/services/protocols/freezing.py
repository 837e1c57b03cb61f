"""A protocol as text that can be kept, and read again as the very same protocol."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from quartierdesk.domain.effort import Thresholds
from quartierdesk.domain.protocol import (
    Column,
    Cover,
    Fact,
    Figure,
    Mark,
    Origin,
    Paragraph,
    Picture,
    Profile,
    Protocol,
    RunningLines,
    Section,
    Series,
    Table,
)

_PARTS: Mapping[str, type] = {
    part.__name__: part
    for part in (
        Column,
        Cover,
        Fact,
        Figure,
        Mark,
        Origin,
        Paragraph,
        Picture,
        Profile,
        Protocol,
        RunningLines,
        Section,
        Series,
        Table,
        Thresholds,
    )
}
_VALUES: Mapping[str, Callable[[str], object]] = {
    "Decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
_IS, _AS = "is", "as"


def frozen_text(protocol: Protocol) -> bytes:
    """Return a protocol as UTF-8 JSON; the same protocol gives the same bytes."""
    return json.dumps(_packed(protocol), ensure_ascii=False, separators=(",", ":")).encode()


def thawed(text: bytes) -> Protocol:
    """Return the protocol of which this is the text. ValueError: it is none."""
    found = _unpacked(json.loads(text))
    if not isinstance(found, Protocol):
        raise ValueError("this is not a protocol")
    return found


def _packed(value: object) -> object:
    if is_dataclass(value):
        named = {field.name: _packed(getattr(value, field.name)) for field in fields(value)}
        return {_IS: type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_packed(item) for item in value]
    if isinstance(value, Decimal):
        return {_IS: "Decimal", _AS: str(value)}
    if isinstance(value, date | time):
        return {_IS: type(value).__name__, _AS: value.isoformat()}
    return value


def _unpacked(value: Any) -> object:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        return tuple(_unpacked(item) for item in value)
    if not isinstance(value, dict):
        return value
    kind = str(value.get(_IS))
    if kind in _VALUES:
        return _VALUES[kind](value[_AS])
    if kind not in _PARTS:
        raise ValueError(f"unknown part of a protocol: {kind!r}")
    return _PARTS[kind](**{key: _unpacked(item) for key, item in value.items() if key != _IS})
