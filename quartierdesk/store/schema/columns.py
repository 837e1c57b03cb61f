"""Column types of the workspace and the short forms in which the tables use them.

Every text column cleans what is assigned to it: this is the one border where text comes in.
Types stay portable to PostgreSQL.
"""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Dialect, ForeignKey, Integer, String, Text, Time
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class Line(String):
    """Text on one line; runs of white space become one blank."""


class Prose(Text):
    """Text that may have several lines, kept literally."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; goes in and comes out with its time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC without zone; a moment without zone raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept exactly, with the digits it was given."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the number as text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the stored number."""
        return None if value is None else Decimal(value)


class Lines(TypeDecorator[tuple[str, ...]]):
    """A short ordered list of lines of text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str:
        """Return the list as JSON."""
        return json.dumps(list(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Return the stored list."""
        return tuple(json.loads(value)) if value else ()


def _field(
    kind: type[TypeEngine[Any]], default: object, *, nullable: bool, index: bool = False
) -> Mapped[Any]:
    """Return a logged column; active history gives the change log its value before."""
    return mapped_column(kind, default=default, nullable=nullable, index=index, active_history=True)


def line(*, index: bool = False) -> Mapped[str]:
    """Text on one line, "" where nothing is said."""
    return _field(Line, "", nullable=False, index=index)


def prose() -> Mapped[str]:
    """Text on several lines, "" where nothing is said."""
    return _field(Prose, "", nullable=False)


def lines() -> Mapped[tuple[str, ...]]:
    """A short list of lines, empty where nothing is said."""
    return _field(Lines, (), nullable=False)


def whole(default: int = 0) -> Mapped[int]:
    """A whole number that always has a value."""
    return _field(Integer, default, nullable=False)


def counter(default: int) -> Mapped[int]:
    """How often something was counted, at least `default`.

    What several laptops count is added up, instead of the newest number holding.
    """
    return mapped_column(
        Integer, default=default, nullable=False, active_history=True, info={"counter": True}
    )


def maybe_whole() -> Mapped[int | None]:
    """A whole number or nothing."""
    return _field(Integer, None, nullable=True)


def maybe_exact() -> Mapped[Decimal | None]:
    """A decimal number or nothing."""
    return _field(Exact, None, nullable=True)


def flag(default: bool = False) -> Mapped[bool]:
    """Yes or no."""
    return _field(Boolean, default, nullable=False)


def maybe_day() -> Mapped[date | None]:
    """A day of the calendar as people said it, or nothing."""
    return _field(Date, None, nullable=True)


def maybe_clock() -> Mapped[time | None]:
    """A time on the clock as people said it, or nothing."""
    return _field(Time, None, nullable=True)


def maybe_instant() -> Mapped[datetime | None]:
    """A moment in UTC, or nothing."""
    return _field(Instant, None, nullable=True)


def parent(table: str, *, index: bool = True) -> Mapped[str]:
    """Reference to the row that this one belongs to."""
    return _reference(table, nullable=False, index=index)


def maybe(table: str, *, index: bool = True) -> Mapped[str | None]:
    """Reference to another row, or nothing."""
    return _reference(table, nullable=True, index=index)


def _reference(table: str, *, nullable: bool, index: bool) -> Mapped[Any]:
    # Deferred: the rows of one operation may come in any order.
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(
        String(36), key, default=None, nullable=nullable, index=index, active_history=True
    )
