"""Putting another file in the place of a workspace: a backup, or the same with another passphrase.

The new file is written and checked beside the old one and takes its name in one step, so that a
killed program leaves the old or the new one.
"""

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import DamagedFileError
from quartierdesk.files import native_name, readable_name
from quartierdesk.store import backup, migrate, write_ahead
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.driver import as_key, uri_of
from quartierdesk.store.engine import open_engine
from quartierdesk.store.file_facts import APPLICATION_ID, HEAD, journal_of, log_of
from quartierdesk.store.recognition import (
    recognise,
    refuse_altered,
    refuse_foreign,
    refuse_incomplete,
)
from quartierdesk.store.stopping import stoppable
from quartierdesk.store.whole_file import whole_or_nothing

Keys = tuple[str | None, str | None]
"""The passphrase that a file has and the one it is to get (None: not encrypted)."""


def put_backup(source: Path, target: Path, keys: Keys, progress: Progress = silently) -> None:
    """Write the closed workspace `source` to the new file `target` and check every page of it.

    Raises `UserError` when `source` is not whole, is a newer program's, or is no workspace.
    """
    passphrase, wanted = keys
    refuse_foreign(source, passphrase)
    with (
        in_sentences(source),
        write_ahead.looking(source, passphrase, immutable=not log_of(source).exists()) as original,
    ):
        recognise(original, source)
        revision = migrate.revision_of(original)
        migrate.refuse_newer(original)
        if revision == HEAD:
            refuse_altered(original, source)
        else:
            migrate.refuse_unknown(revision)
        if not log_of(source).exists():
            refuse_incomplete(original, source)
        if passphrase == wanted:
            backup.copy_pages(original, target, passphrase, progress)
    if passphrase != wanted:
        # Never a readable copy on the way to an encrypted one.
        encrypt_to(source, target, keys, progress)
    found = backup.fault(target, wanted, lambda: progress(1, 1))
    if found is not None:
        raise DamagedFileError(
            f"„{source.name}“ ist beschädigt und wird nicht eingesetzt.",
            "Bitte nehmen Sie eine andere Sicherung.",
        )


def encrypt_to(source: Path, target: Path, keys: Keys, progress: Progress = silently) -> None:
    """Write the closed workspace `source` to the new file `target` under another passphrase.

    The content is the same to the row; every page of the new file is checked.
    """
    old, new = keys
    size = source.stat().st_size
    progress(0, size)
    engine = open_engine(source, passphrase=old)
    try:
        with closing(engine.raw_connection()) as connection:
            raw: Any = connection.driver_connection
            raw.execute("ATTACH DATABASE ? AS neu KEY ?", (uri_of(target), as_key(new or "")))
            with stoppable(raw, lambda: progress(_size_of(target), size)):
                raw.execute("SELECT sqlcipher_export('neu')").fetchone()
            raw.execute(f"PRAGMA neu.application_id = {APPLICATION_ID}")
            raw.execute("DETACH DATABASE neu")
    finally:
        engine.dispose()
    found = backup.fault(target, new, lambda: progress(size, size))
    if found is not None:
        raise found


def _size_of(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def encrypt_in_place(path: Path, keys: Keys, progress: Progress = silently) -> None:
    """Give a closed file that nobody has open another passphrase: the old file or the new one."""
    refuse_foreign(path, keys[0])
    with whole_or_nothing(path, replace=True) as unfinished:
        encrypt_to(path, unfinished, keys, progress)


def put_over_damaged(
    path: Path, source: Path, passphrase: str | None, progress: Progress = silently
) -> Path:
    """Put a backup in the place of a file that cannot be opened, which is kept under another name.

    Returns that name; the caller holds the lock.
    """
    with whole_or_nothing(path, replace=True) as unfinished:
        put_backup(source, unfinished, (passphrase, passphrase), progress)
        kept = keep_aside(path)
    for helper, of in (("-wal", log_of), ("-journal", journal_of)):
        with suppress(OSError):
            of(path).replace(kept.with_name(f"{kept.name}{helper}"))
    return kept


def keep_aside(path: Path) -> Path:
    """Give a file a second name that tells it is damaged, and return it; the first one stays."""
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    stem = readable_name(path.with_suffix(""))
    kept = path.with_name(native_name(f"{stem} – beschädigt {stamp}") + path.suffix)
    try:
        os.link(path, kept)
    except OSError:  # sticks know only one name per file
        shutil.copyfile(path, kept)
    return kept
