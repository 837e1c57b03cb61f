"""What all logged rows have in common."""

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Integer, String, event
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    QueryableAttribute,
    Unmapped,
    declared_attr,
    mapped_column,
    unmapped_column,
)
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import clean, clean_line
from quartierdesk.store.schema.columns import Line, Lines, Prose, flag

T = TypeVar("T")

_PLACES = {
    "label": "Nummer",
    "name": "Name",
    "note": "Notiz",
    "notes": "Notizen",
    "place": "Ort",
    "text": "Text",
    "text_minutes": "Protokollfassung",
    "text_original": "Beitrag",
    "title": "Titel",
    "topic": "Thema",
}


class Base(DeclarativeBase):
    """Metadata of the workspace file."""


class Logged(Base):
    """A row whose every change stands in the change log.

    `seq` is local (order of arrival, search index), `id` is the identity on every laptop.
    Rows are never removed: `deleted` is the tombstone. The defaults of logged columns are part of
    the file format, because the log leaves out values that equal them.
    """

    __abstract__ = True

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Make `id` the identity and leave `seq` to the file, so that inserting is one call."""
        return {"primary_key": ["id"]}

    seq: Unmapped[int] = unmapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    deleted: Mapped[bool] = flag()

    def __init__(self, **values: object) -> None:
        # Defaults are there at once, not only at the flush: the change log reads them.
        usual = defaults(type(self))
        self.__dict__.update(usual)
        self.id = str(values.pop("id", None) or new_id())
        for key, value in values.items():
            if key not in usual:
                raise TypeError(f"{type(self).__name__} has no column {key!r}")
            if value != usual[key]:
                setattr(self, key, value)

    def derive(self) -> None:
        """Compute columns that follow from others and are therefore not logged."""


@functools.cache
def defaults(table: type[Logged]) -> Mapping[str, object]:
    """Return the value of every column of a new row, apart from its keys."""
    columns = table.__table__.columns
    scalars = {
        column.key: column.default.arg
        if isinstance(column.default, ScalarElementColumnDefault)
        else None
        for column in columns
    }
    return MappingProxyType({key: scalars[key] for key in scalars if key not in ("seq", "id")})


@functools.cache
def logged_fields(table: type[Logged]) -> Mapping[str, TypeEngine[Any]]:
    """Return the types of the columns whose changes are logged."""
    return MappingProxyType(
        {
            column.key: column.type
            for column in table.__table__.columns
            if column.key not in ("seq", "id") and not column.info.get("derived")
        }
    )


@functools.cache
def counters(table: type[Logged]) -> frozenset[str]:
    """Return the columns in which what several laptops count is added up."""
    columns = table.__table__.columns
    return frozenset(column.key for column in columns if column.info.get("counter"))


@functools.cache
def references(table: type[Logged]) -> Mapping[str, str]:
    """Return the tables that the columns of `table` refer to, by column."""
    return MappingProxyType(
        {
            column.key: key.column.table.name
            for column in table.__table__.columns
            for key in column.foreign_keys
        }
    )


@functools.cache
def parents(table: type[Logged]) -> frozenset[str]:
    """Return the columns without which a row of `table` belongs to nothing."""
    columns = table.__table__.columns
    return frozenset(name for name in references(table) if not columns[name].nullable)


@event.listens_for(Logged, "attribute_instrument", propagate=True)
def _clean_on_assignment(owner: type[Logged], key: str, attribute: QueryableAttribute[Any]) -> None:
    kind = attribute.property.columns[0].type
    place = _PLACES.get(key, "Eingabe")
    if isinstance(kind, Line):
        _on_assignment(attribute, lambda text: clean_line(text, place))
    elif isinstance(kind, Prose):
        _on_assignment(attribute, lambda text: clean(text, place))
    elif isinstance(kind, Lines):
        _on_assignment(attribute, lambda texts: tuple(clean_line(text, place) for text in texts))


def _on_assignment(attribute: QueryableAttribute[T], cleaned: Callable[[T], T]) -> None:
    @event.listens_for(attribute, "set", retval=True)
    def on_set(_target: object, value: T | None, _old: object, _initiator: object) -> T | None:
        return value if value is None else cleaned(value)
