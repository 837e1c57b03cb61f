"""Values of columns as they stand in the change log: JSON, the same on every laptop."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from sqlalchemy import Boolean, Date, Time

from quartierdesk.store.schema.base import Logged, logged_fields
from quartierdesk.store.schema.columns import Exact, Instant, Lines

Json = None | bool | int | str | list[str]


def to_json(value: object) -> Json:
    """Return a column value as JSON value; raises TypeError for a type no column has."""
    match value:
        case None | bool() | int() | str():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple():
            return [str(item) for item in value]
    raise TypeError(f"no column holds a {type(value).__name__}")


def from_json(table: type[Logged], field: str, value: Json) -> object:
    """Return what `to_json` was given for the column `field` of `table`."""
    if value is None:
        return None
    match logged_fields(table)[field]:
        case Instant():
            return datetime.fromisoformat(str(value))
        case Date():
            return date.fromisoformat(str(value))
        case Time():
            return time.fromisoformat(str(value))
        case Exact():
            return Decimal(str(value))
        case Lines():
            return tuple(value) if isinstance(value, list) else ()
        case Boolean():
            return bool(value)
    return value


def packed(data: Mapping[str, object]) -> str:
    """Return `data` as the text that is stored and hashed."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
