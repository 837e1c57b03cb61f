"""Checking a workspace: file, references, search index, and that the log tells every row."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from quartierdesk.store import search_index
from quartierdesk.store.blanking import blanked
from quartierdesk.store.change_log import Entry, entries_of
from quartierdesk.store.fold import differences, fold_entries
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import references
from quartierdesk.store.workspace import Workspace

_CHUNK = 500


def check(workspace: Workspace) -> list[str]:
    """Return what is wrong with the workspace, in German sentences; empty when all is well."""
    with workspace.transaction("Prüfung") as session:
        connection = session.connection()
        return [
            *_damaged_pages(connection),
            *_dangling_references(connection),
            *search_index.faults(connection),
            *_gaps(connection),
            *(problem for table in logged_tables().values() for problem in _rows(session, table)),
        ]


def _damaged_pages(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else [f"Die Datei ist beschädigt: {line}." for line in found]


def _dangling_references(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"In „{row[0]}“ verweist ein Eintrag auf nichts ({row[2]})." for row in rows]


def _gaps(connection: Connection) -> Iterator[str]:
    """Yield which numbers are missing where the log must be whole.

    Of other laptops only a part may be known (a package for one table), and an erasure may have
    come into an older copy ahead of the rest.
    """
    gaps = connection.exec_driver_sql(
        "SELECT id, sum(n - before - 1) FROM (SELECT r.id, c.n, m.kind,"
        " lag(c.n, 1, 0) OVER (PARTITION BY c.replica_no ORDER BY c.n) AS before FROM change c"
        " JOIN replica r ON r.no = c.replica_no JOIN command m ON m.id = c.command_id"
        " WHERE r.home != '') WHERE kind != 'erase' AND n > before + 1 GROUP BY id"
    )
    for replica, missing in gaps:
        yield f"Im Änderungsprotokoll von {replica} fehlen Einträge: {missing}."
    orphans = connection.exec_driver_sql(
        "SELECT count(*) FROM change LEFT JOIN command ON command.id = change.command_id"
        " LEFT JOIN change_value USING (replica_no, n)"
        " WHERE command.id IS NULL OR change_value.n IS NULL"
    ).scalar()
    if orphans:
        yield f"Unvollständige Einträge im Änderungsprotokoll: {orphans}."


def _rows(session: Session, table: type[Logged]) -> Iterator[str]:
    row_ids = session.scalars(select(table.id).order_by(table.id)).all()
    for start in range(0, len(row_ids), _CHUNK):
        chunk = row_ids[start : start + _CHUNK]
        entries = sorted(entries_of(session.connection(), chunk), key=lambda e: e.row_id)
        logged = {row_id: list(group) for row_id, group in groupby(entries, lambda e: e.row_id)}
        for row in session.scalars(select(table).where(table.id.in_(chunk))).all():
            yield from _row(row, logged.get(row.id, []))
        session.expunge_all()


def _row(row: Logged, entries: list[Entry]) -> Iterator[str]:
    name = f"„{row.__tablename__}“ {row.id}"
    if any(entry.hash != entry.digest() for entry in entries if not entry.erased):
        yield f"Das Änderungsprotokoll von {name} ist verändert worden."
    if blanked(type(row), entries):
        yield f"In {name} steht noch etwas, was gelöscht wurde."
    folded = fold_entries(type(row), entries)
    if not folded.created:
        yield f"Das Änderungsprotokoll kennt die Entstehung von {name} nicht."
    else:
        for field in differences(row, folded):
            if field in references(type(row)) and getattr(row, field) is None:
                continue  # What it refers to has not come yet; the row says nothing wrong.
            yield f"{name}: „{field}“ hat einen anderen Wert als im Änderungsprotokoll."
