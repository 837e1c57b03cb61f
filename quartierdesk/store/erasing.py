"""Erasing: values go out of rows and log for good, here and wherever the erasure is taken.

Afterwards the file is cleaned: the pages that held them, the write-ahead log and the search index
are written anew. Where that fails, for example because the disk is full, it is made up for at the
next opening.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from quartierdesk.domain.long_work import silently
from quartierdesk.store import meta, migrate
from quartierdesk.store.blanking import WHOLE
from quartierdesk.store.change_log import Change, Recording, append, entries_of
from quartierdesk.store.edits import Known
from quartierdesk.store.engine import open_engine, outside_transactions
from quartierdesk.store.rebuild import rebuild
from quartierdesk.store.schema import logged_tables
from quartierdesk.store.union import take
from quartierdesk.store.values import Json, to_json
from quartierdesk.store.write_ahead import looking

_UNCLEAN = "unclean"

Place = tuple[str, str]
"""Table and id of a row."""


def erase_rows(connection: Connection, recording: Recording, rows: Iterable[Place]) -> None:
    """Take every value out of rows; what refers to them finds nobody."""
    places = list(rows)
    changes = [Change(table, row_id, "erase", {WHOLE: None}) for table, row_id in places]
    append(connection, recording, changes)
    _carry_out(connection, places)


def erase_fields(
    connection: Connection, recording: Recording, row: Place, values: Mapping[str, object]
) -> None:
    """Give text fields of a row other values and take all earlier ones out of the log."""
    table, row_id = row
    known = Known()
    for entry in entries_of(connection, [row_id]):
        if entry.table == table:
            known.learn(entry.key, entry.replica, entry.n, entry.fields())
    bases: dict[str, object] = {field: known.base(field) for field in values}
    append(connection, recording, [Change(table, row_id, "erase", bases)])
    key = f"{recording.clock}/{recording.replica.id}/{recording.last_n}"
    edits: dict[str, object] = {
        field: [None, _clean(table, field, value), key] for field, value in values.items()
    }
    append(connection, recording, [Change(table, row_id, "set", edits)])
    _carry_out(connection, [row])


def _clean(table: str, field: str, value: object) -> Json:
    row = logged_tables()[table](**{field: value})
    return to_json(getattr(row, field))


def _carry_out(connection: Connection, rows: Iterable[Place]) -> None:
    touched: dict[str, set[str]] = {}
    for table, row_id in rows:
        touched.setdefault(table, set()).add(row_id)
    rebuild(connection, touched, silently)
    demand_cleaning(connection)


def demand_cleaning(connection: Connection) -> None:
    """Note in the running transaction that the file has to be cleaned after it."""
    meta.write(connection, _UNCLEAN, "1")


def is_unclean(connection: Connection) -> bool:
    """Return whether something was erased after which the file was not cleaned yet."""
    return bool(meta.read(connection, _UNCLEAN))


def clean(engine: Engine) -> bool:
    """Write the whole file anew, without what was erased; return whether that could be done."""
    with suppress(DatabaseError, driver.Error):
        with engine.connect() as connection:
            if not is_unclean(connection):
                return True
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            connection.exec_driver_sql(
                "INSERT INTO contribution_search(contribution_search) VALUES ('rebuild')"
            )
        outside_transactions(engine, "VACUUM")
        if not _truncate_log(engine):
            return False
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            meta.write(connection, _UNCLEAN, "")
        return _truncate_log(engine)
    return False


def _truncate_log(engine: Engine) -> bool:
    blocked, *_ = outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
    return not blocked


def carry_over(source: Connection, copy: Path, passphrase: str | None) -> bool:
    """Do in the closed workspace `copy` what was erased in `source`, and clean it.

    Returns whether there was anything to do. The caller sees to it that `copy` is not lost when
    the work is cut off.
    """
    engine = open_engine(copy, passphrase=passphrase)
    try:
        migrate.migrate(engine, lambda: None)
        with engine.connect() as connection, connection.execution_options(writes=True).begin():
            taken = take(connection, source, copy.name, lambda _: None, only_erasures=True)
            if taken.touched:
                rebuild(connection, taken.touched, silently)
                demand_cleaning(connection)
        return bool(taken.touched) and clean(engine)
    finally:
        engine.dispose()


def lacks_erasures(source: Connection, copy: Path, passphrase: str | None) -> bool:
    """Return whether something was erased in `source` that still stands in `copy`."""
    query = "SELECT row_id, hash FROM change WHERE kind = 'erase'"
    with looking(copy, passphrase, immutable=True) as connection:
        there = set(connection.exec_driver_sql(query))
    return bool(set(source.exec_driver_sql(query)) - there)
