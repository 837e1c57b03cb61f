"""Reading with plain statements: what needs nothing else is there before SQLAlchemy is loaded."""

from contextlib import AbstractContextManager
from typing import Any, Protocol


class Rows(Protocol):
    """Runs one SELECT with its parameters and returns its rows, as the file has them."""

    def __call__(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Return the rows."""


class Readable(Protocol):
    """Something that can be read with plain statements: an open workspace, or a glance at one."""

    def plainly(self) -> AbstractContextManager[Rows]:
        """Read on one consistent state."""
