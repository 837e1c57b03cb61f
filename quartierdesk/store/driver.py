"""Connections of the driver itself, as every reader and writer of a workspace file needs them."""

import unicodedata
from pathlib import Path, PurePath
from typing import Any

import sqlcipher3.dbapi2 as driver

OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Before it, two connections writing to one write-ahead log could damage the file."""

_PRAGMAS = (
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "secure_delete = ON",
    # What stands in a file from elsewhere must not reach further than the file.
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def connect(
    path: Path, mode: str, passphrase: str | None, *, immutable: bool, patience: float
) -> Any:  # noqa: ANN401 - the driver has no types
    """Return a connection that begins no transaction by itself; see `engine.open_engine`.

    `patience` are the seconds to wait for others.
    """
    if driver.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old to write safely")
    uri = f"{uri_of(path.absolute())}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = driver.connect(uri, uri=True, check_same_thread=False, timeout=patience)
    connection.isolation_level = None
    try:
        if passphrase:
            escaped = as_key(passphrase).replace("'", "''")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = '{escaped}'")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def uri_of(path: PurePath) -> str:
    """Return the absolute `path` as SQLite wants it: nothing but the path, no name of a server."""
    uri = path.as_uri()
    share = uri.startswith("file://") and not uri.startswith("file:///")
    return uri.replace("file://", "file:////", 1) if share else uri


def as_key(passphrase: str) -> str:
    """Return a passphrase as it is used: the same words are typed differently on other systems."""
    return unicodedata.normalize("NFC", passphrase)
