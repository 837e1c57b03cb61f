"""A first look into a file, for showing what stands in it while everything else is still loading.

It reads without SQLAlchemy, lock or log, and only from a file about which there is nothing to
decide: closed properly, of the present schema, not encrypted, nobody at it, writable. Whether it
really is as it should be is judged by opening it, which always follows.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlcipher3.dbapi2 as driver

from quartierdesk.errors import CancelledError
from quartierdesk.store.driver import connect
from quartierdesk.store.file_facts import (
    APPLICATION_ID,
    FILE_FORMAT,
    HEAD,
    MARKS,
    OPEN,
    journal_of,
    log_of,
)
from quartierdesk.store.lock import lock_path
from quartierdesk.store.plain import Rows

_PLAIN_HEADER = b"SQLite format 3\x00"
_ID_AT = 68
"""Place of the application's number in the header (sqlite.org/fileformat.html, section 1.3)."""

_NOTES = "SELECT key, value FROM meta WHERE key IN ('format', ?)"
_FOREIGN = "SELECT 1 FROM sqlite_schema WHERE type = 'view' LIMIT 1"


class Glance:
    """A file as it lay there closed; nobody writes to it meanwhile. `close` ends it."""

    def __init__(self, path: Path, connection: Any) -> None:  # noqa: ANN401 - no types
        self.path = path
        self._connection = connection

    @classmethod
    def at(cls, path: Path) -> Self | None:
        """Return a glance at the file, None where only opening it can tell what it is."""
        path = path.resolve() if path.is_symlink() else path.absolute()
        try:
            if not _lies_closed(path):
                return None
            connection = connect(path, "ro", None, immutable=True, patience=0)
        except (OSError, driver.Error):
            return None
        glance = cls(path, connection)
        if not glance._is_ordinary():
            glance.close()
            return None
        return glance

    @contextmanager
    def plainly(self) -> Iterator[Rows]:
        """Read; the file is not changed by anybody."""
        yield self._rows

    def close(self) -> None:
        """Look no more."""
        self._connection.close()

    def _rows(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        try:
            return list(self._connection.execute(statement, parameters))
        except driver.Error as error:
            # A damaged file: opening it will say so.
            raise CancelledError from error

    def _is_ordinary(self) -> bool:
        try:
            notes = dict(self._rows(_NOTES, OPEN))
            revision = self._rows("SELECT version_num FROM alembic_version")
            return (
                notes == {"format": FILE_FORMAT, OPEN: MARKS["closed"]}
                and revision == [(HEAD,)]
                and not self._rows(_FOREIGN)
            )
        except CancelledError:
            return False


def _lies_closed(path: Path) -> bool:
    """Return whether the file itself is all there is, and we may write to it."""
    with path.open("rb") as stream:
        header = stream.read(_ID_AT + 4)
    ours = header.startswith(_PLAIN_HEADER) and header[_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")
    beside = (log_of(path), journal_of(path), lock_path(path))
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return ours and writable and not any(helper.exists() for helper in beside)
