"""The full-text index: trigrams of the folded texts, kept current by triggers."""

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from quartierdesk.errors import UserError

_TRIGGERS = {
    "contribution_search_insert": "AFTER INSERT ON contribution BEGIN"
    " INSERT INTO contribution_search(rowid, folded) VALUES (new.seq, new.folded); END",
    "contribution_search_update": "AFTER UPDATE OF folded ON contribution BEGIN"
    " INSERT INTO contribution_search(contribution_search, rowid, folded)"
    " VALUES ('delete', old.seq, old.folded);"
    " INSERT INTO contribution_search(rowid, folded) VALUES (new.seq, new.folded); END",
    "contribution_search_delete": "AFTER DELETE ON contribution BEGIN"
    " INSERT INTO contribution_search(contribution_search, rowid, folded)"
    " VALUES ('delete', old.seq, old.folded); END",
}

TRIGGERS = frozenset(_TRIGGERS)
"""Names of the triggers that keep the index current."""


def create(connection: Connection) -> None:
    """Make the index and its triggers in a file that has none."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE contribution_search USING fts5("
        "folded, content='contribution', content_rowid='seq', tokenize='trigram')"
    )
    _create_triggers(connection)


def recreate(connection: Connection) -> None:
    """Make triggers and content anew: changing a table drops its triggers without a word."""
    for name in _TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    _create_triggers(connection)
    connection.exec_driver_sql(
        "INSERT INTO contribution_search(contribution_search) VALUES ('rebuild')"
    )
    problems = faults(connection)
    if problems:
        raise UserError("Der Suchindex ließ sich nicht neu aufbauen.", " ".join(problems))


def is_altered(connection: Connection) -> bool:
    """Return whether a trigger does something else than keeping the index current."""
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    return any(
        sql != f"CREATE TRIGGER {name} {_TRIGGERS.get(name)}"
        for name, sql in connection.exec_driver_sql(query)
    )


def faults(connection: Connection) -> list[str]:
    """Return what is wrong with the index, in German sentences; empty when all is well."""
    triggers = {
        name
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'contribution'"
        )
    }
    missing = sorted(set(_TRIGGERS) - triggers)
    found = [f"Dem Suchindex fehlt der Auslöser „{name}“." for name in missing]
    # The index knows only its own tokens: rank 1 makes it compare them with the table.
    check = (
        "INSERT INTO contribution_search(contribution_search, rank) VALUES ('integrity-check', 1)"
    )
    try:
        connection.exec_driver_sql(check)
    except DatabaseError:
        found.append("Der Suchindex stimmt nicht mit den Beiträgen überein.")
    return found


def _create_triggers(connection: Connection) -> None:
    for name, body in _TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
