"""The tables of a workspace file."""

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


def logged_tables() -> dict[str, type[Logged]]:
    """Return every logged class by the name of its table."""
    return {cls.__tablename__: cls for cls in Logged.__subclasses__()}
