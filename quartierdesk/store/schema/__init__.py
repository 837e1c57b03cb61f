"""The tables of a workspace file."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

from quartierdesk.store.schema import contributions, decisions, frame, log, people
from quartierdesk.store.schema.base import Base, Logged

__all__ = [
    "Base",
    "Logged",
    "contributions",
    "decisions",
    "frame",
    "log",
    "logged_tables",
    "people",
]


@functools.cache
def logged_tables() -> Mapping[str, type[Logged]]:
    """Return every logged class by the name of its table."""
    return MappingProxyType({cls.__tablename__: cls for cls in Logged.__subclasses__()})
