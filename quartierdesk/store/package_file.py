"""Packages (`.qdpaket`): the log of a workspace and its photos, to be taken to another laptop.

A package is a database like a workspace, with the same tables, but only those of the log are
filled: rows follow from it. It is written whole or not at all, read through once it is written,
and carries a checksum over everything in it.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import DamagedFileError, UserError
from quartierdesk.store import blueprint, file_states, meta, migrate, write_ahead
from quartierdesk.store.change_log import Entry, entries_between
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.engine import open_engine, write_rows
from quartierdesk.store.file_facts import FILE_FORMAT, HEAD, PACKAGE_FORMAT
from quartierdesk.store.foreign_entries import LONGEST_DATA
from quartierdesk.store.package_scope import Scope, rows_beside, scoped
from quartierdesk.store.recognition import recognise, refuse_foreign, refuse_incomplete
from quartierdesk.store.stored_files import needed
from quartierdesk.store.whole_file import whole_or_nothing

LARGEST_PACKAGE = 4_000_000_000
"""Most bytes of a package that are read."""

MOST_ENTRIES = 3_000_000
_LARGEST_FILE = 100_000_000
_BATCH = 1000
_FACTS = ("format", "workspace", "by", "written_at", "workshop", "table", "checksum")
_READ_AGAIN = "Bitte lassen Sie das Paket auf dem anderen Laptop noch einmal schreiben."


@dataclass(frozen=True, slots=True)
class Label:
    """What a package says about itself.

    `by` is the laptop that wrote it, `written_at` when (UTC); `workshop_id` and `table_id` are
    empty for a whole workspace.
    """

    workspace: str
    by: str
    written_at: datetime
    workshop_id: str
    table_id: str
    entries: int
    files: int


def write(
    source: Connection,
    target: Path,
    passphrase: str | None,
    scope: Scope,
    by: str,
    progress: Progress = silently,
) -> Label:
    """Write a package of what `source` sees to the new file `target` and return its label.

    It gets the passphrase of the workspace. Raises `UserError` when it cannot be written or there
    is a file already; `CancelledError` when `progress` raises it; then nothing is left behind.
    """
    with whole_or_nothing(target, replace=True) as unfinished:
        engine = open_engine(unfinished, passphrase=passphrase, mode="rwc", synchronous="OFF")
        try:
            identity = meta.read(source, "workspace") or ""
            file_states.fill(engine, PACKAGE_FORMAT, identity)
            with engine.connect() as package, package.execution_options(writes=True).begin():
                _copy_log(source, package, scope, progress)
                _copy_files(source, package, scope)
                facts = {
                    "by": by,
                    "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
                    "workshop": scope.workshop_id,
                    "table": scope.table_id,
                }
                _note(package, facts)
                _note(package, {"checksum": _checksum(package)})
        finally:
            engine.dispose()
        with reading(unfinished, passphrase) as (_, label):
            pass
    return label


def _note(package: Connection, facts: Mapping[str, str]) -> None:
    write_rows(package, "INSERT INTO meta (key, value) VALUES (?, ?)", list(facts.items()))


def _copy_log(source: Connection, package: Connection, scope: Scope, progress: Progress) -> None:
    replicas = source.exec_driver_sql("SELECT no, id, name, created_at FROM replica").all()
    write_rows(
        package,
        "INSERT INTO replica (no, id, name, created_at, home) VALUES (?, ?, ?, ?, '')",
        [tuple(row) for row in replicas],
    )
    beside = rows_beside(source, scope)
    whole = source.exec_driver_sql("SELECT count(*) FROM change").scalar() or 0
    done = 0
    commands: set[str] = set()
    for number, _identity, _name, _created in replicas:
        after = 0
        while batch := entries_between(source, number, after, _BATCH):
            after = batch[-1].n
            travelling = scoped(batch, scope, beside)
            _insert_entries(package, number, travelling)
            commands.update(entry.command_id for entry in travelling)
            done += len(batch)
            progress(done, whole)
    _copy_commands(source, package, commands if scope.workshop_id else None)


def _insert_entries(package: Connection, number: int, entries: Sequence[Entry]) -> None:
    write_rows(
        package,
        "INSERT INTO change (replica_no, n, command_id, tbl, row_id, kind, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, e.n, e.command_id, e.table, e.row_id, e.kind, e.hash) for e in entries],
    )
    write_rows(
        package,
        "INSERT INTO change_value (replica_no, n, salt, data, erased) VALUES (?, ?, ?, ?, ?)",
        [(number, e.n, e.salt, e.data, e.erased) for e in entries],
    )


def _copy_commands(source: Connection, package: Connection, only: set[str] | None) -> None:
    query = "SELECT id, replica_no, clock, kind, label, actor, target FROM command ORDER BY seq"
    rows = [tuple(row) for row in source.exec_driver_sql(query) if only is None or row[0] in only]
    write_rows(
        package,
        "INSERT INTO command (id, replica_no, clock, kind, label, actor, target, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'foreign')",
        rows,
    )


def _copy_files(source: Connection, package: Connection, scope: Scope) -> None:
    beside = rows_beside(source, scope)
    wanted = needed(source, beside)
    if scope.without_people:
        wanted = needed(source, beside, public=True)
    for key in sorted(wanted):
        query = "SELECT sha256, media_type, data, thumbnail FROM stored_file WHERE sha256 = ?"
        row = source.exec_driver_sql(query, (key,)).first()
        if row is not None:
            insert = (
                "INSERT INTO stored_file (sha256, media_type, data, thumbnail) VALUES (?, ?, ?, ?)"
            )
            write_rows(package, insert, [tuple(row)])


@contextmanager
def reading(path: Path, passphrase: str | None) -> Iterator[tuple[Connection, Label]]:
    """Yield a connection to a package that was found to be whole, and its label.

    Nothing is written. Raises `UserError`, with a sentence of its own, for whatever is no package
    of ours: damaged, cut off, altered, too large, of a newer program, of another kind.
    """
    refuse_foreign(path, passphrase)
    if path.stat().st_size > LARGEST_PACKAGE:
        raise UserError(f"„{path.name}“ ist größer als 4 GB.", "Bitte prüfen Sie die Datei.")
    with (
        in_sentences(path),
        in_present_form(path, passphrase) as present,
        write_ahead.looking(present, passphrase, immutable=True) as connection,
        connection.begin(),
    ):
        refuse_incomplete(connection, path)
        _refuse_altered(connection, path)
        yield connection, _label(connection, path)


@contextmanager
def in_present_form(
    path: Path,
    passphrase: str | None,
    *,
    scripts: Path = migrate.SCRIPTS,
    head: str = HEAD,
) -> Iterator[Path]:
    """Yield a package of the present schema: `path` itself, or a copy brought to it for a while.

    Raises `UserError` for what is no package, or one of a newer program.
    """
    with write_ahead.looking(path, passphrase, immutable=True) as connection:
        if _format(connection) == FILE_FORMAT:
            raise UserError(
                f"„{path.name}“ ist eine Arbeitsdatei und kein Paket.",
                "Bitte öffnen Sie sie und schreiben Sie daraus ein Paket.",
            )
        recognise(connection, path, PACKAGE_FORMAT)
        migrate.refuse_newer(connection)
        revision = migrate.revision_of(connection)
    if revision == head:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="quartierdesk-paket-") as folder:
        copy = Path(folder) / "paket"
        shutil.copyfile(path, copy)
        engine = open_engine(copy, passphrase=passphrase)
        try:
            migrate.migrate(engine, lambda: None, scripts=scripts, head=head)
        finally:
            engine.dispose()
        yield copy


def _format(connection: Connection) -> str | None:
    query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'"
    if connection.exec_driver_sql(query).first() is None:
        return None
    return meta.read(connection, "format")


def _refuse_altered(connection: Connection, path: Path) -> None:
    if not blueprint.is_as_built(connection):
        raise UserError(
            f"„{path.name}“ ist nicht so aufgebaut, wie QuartierDesk Pakete schreibt.",
            "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
        )
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise _damaged(path)


def _label(connection: Connection, path: Path) -> Label:
    _refuse_oversized(connection, path)
    facts = _facts(connection)
    entries = connection.exec_driver_sql("SELECT count(*) FROM change").scalar() or 0
    if entries > MOST_ENTRIES:
        raise UserError(
            f"„{path.name}“ enthält mehr Einträge, als eine Werkstatt haben kann.",
            "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
        )
    _refuse_incoherent(connection, path)
    if facts["checksum"] != _checksum(connection):
        raise _damaged(path)
    try:
        written_at = datetime.fromisoformat(facts["written_at"]).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _damaged(path) from None
    files = connection.exec_driver_sql("SELECT count(*) FROM stored_file").scalar() or 0
    return Label(
        facts["workspace"],
        " ".join(facts["by"].split())[:200],
        written_at,
        facts["workshop"],
        facts["table"],
        entries,
        files,
    )


def _facts(connection: Connection) -> dict[str, str]:
    """Return what a package says about itself; "" for what it does not say."""
    rows = connection.exec_driver_sql("SELECT key, value FROM meta")
    stored = {str(key): str(value) for key, value in rows}
    return {key: stored.get(key, "") for key in _FACTS}


def _refuse_oversized(connection: Connection, path: Path) -> None:
    """Look at lengths before anything is read: they stand in the file apart from the content."""
    queries = (
        f"SELECT 1 FROM change_value WHERE length(data) > {LONGEST_DATA}",
        f"SELECT 1 FROM stored_file WHERE length(data) > {_LARGEST_FILE}",
        "SELECT 1 FROM meta WHERE length(value) > 10000",
    )
    for query in queries:
        if connection.exec_driver_sql(f"{query} LIMIT 1").first():
            raise UserError(
                f"„{path.name}“ enthält Angaben, die länger sind, als QuartierDesk sie schreibt.",
                "Es wurde nichts übernommen; bitte fragen Sie, woher das Paket kommt.",
            )


def _refuse_incoherent(connection: Connection, path: Path) -> None:
    """Raise `UserError` where parts of an entry are missing: it would be passed over silently."""
    amounts = connection.exec_driver_sql(
        "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM change_value),"
        " (SELECT count(*) FROM change c"
        " JOIN change_value v ON v.replica_no = c.replica_no AND v.n = c.n"
        " JOIN command m ON m.id = c.command_id AND m.replica_no = c.replica_no"
        " JOIN replica r ON r.no = c.replica_no)"
    ).one()
    if len(set(amounts)) > 1:
        raise UserError(f"In „{path.name}“ fehlen Teile von Einträgen.", _READ_AGAIN)


_CONTENT = (
    "SELECT id, name FROM replica ORDER BY no",
    "SELECT id, replica_no, clock, kind, label, actor, target FROM command ORDER BY seq",
    "SELECT replica_no, n, command_id, tbl, row_id, kind, hash FROM change ORDER BY replica_no, n",
    "SELECT replica_no, n, salt, data, erased FROM change_value ORDER BY replica_no, n",
    "SELECT sha256, media_type, data, thumbnail FROM stored_file ORDER BY sha256",
)


def _checksum(connection: Connection) -> str:
    """Return what stands for the content: another one when a single bit is different."""
    digest = sha256()
    facts = sorted((key, value) for key, value in _facts(connection).items() if key != "checksum")
    digest.update(repr(facts).encode())
    with closing(connection.connection.cursor()) as cursor:
        for query in _CONTENT:
            cursor.execute(query)
            while rows := cursor.fetchmany(_BATCH if "data, thumbnail" not in query else 1):
                digest.update(repr(rows).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _damaged(path: Path) -> DamagedFileError:
    return DamagedFileError(f"„{path.name}“ ist beschädigt.", _READ_AGAIN)
