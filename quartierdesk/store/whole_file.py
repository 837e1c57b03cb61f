"""Databases written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quartierdesk.errors import UserError
from quartierdesk.files import not_writable, sync_folder
from quartierdesk.store.disk_errors import in_sentences

HELPERS = ("-wal", "-shm", "-journal")
"""Ends of the names of the files that SQLite keeps beside an open one."""


@contextmanager
def whole_or_nothing(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Yield the name of an unfinished file that gets the name `path` when the block ends well.

    With `replace` it takes the place of the file there; otherwise `UserError` is raised where
    there is one. Also raises `UserError` when the folder is missing, full or not writable.
    """
    if path.exists() and not replace:
        raise UserError(f"„{path}“ gibt es schon.", "Bitte wählen Sie einen anderen Namen.")
    unfinished = path.absolute().with_name(f".{path.name}.{os.getpid()}.neu")
    try:
        if not path.parent.is_dir():
            raise FileNotFoundError(path.parent)
        _remove(unfinished)
        with in_sentences(path):
            yield unfinished
        _sync(unfinished)
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise not_writable(path, error) from error
    finally:
        _remove(unfinished)


def remove_unfinished(path: Path) -> None:
    """Remove what killed programs left unfinished beside `path`; the caller holds its lock."""
    with suppress(OSError):
        for leftover in path.parent.glob(f".{_literal(path.name)}.*.neu*"):
            leftover.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _remove(unfinished: Path) -> None:
    for suffix in ("", *HELPERS):
        with suppress(OSError):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
