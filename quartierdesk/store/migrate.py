"""Bringing older files to the present schema; Alembic is loaded only where that is needed."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from quartierdesk.errors import DamagedFileError, UserError
from quartierdesk.store import search_index
from quartierdesk.store.file_facts import HEAD

SCRIPTS = Path(__file__).parent / "migrations"
"""Folder of the shipped steps."""


def revision_of(connection: Connection) -> str:
    """Return the schema revision of a file."""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def stamp(connection: Connection) -> None:
    """Note the present revision in a file that was just made."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    note_present(connection)


def note_present(connection: Connection) -> None:
    """Note the present revision in a file that has the table for it."""
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
    )


def migrate(
    engine: Engine, back_up: Callable[[], None], *, scripts: Path = SCRIPTS, head: str = HEAD
) -> bool:
    """Bring the file to revision `head` and return whether anything was done.

    `back_up` is called before the first step. All steps are one transaction: after an error the
    file is as before. The triggers of the search index are made anew and checked afterwards.
    Raises `UserError` for a file of a newer program.
    """
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision == head:
        return False
    refuse_unknown(revision, scripts)
    back_up()
    with engine.connect() as connection:
        # Tables that are made anew must not take the rows that refer to them along. Said to the
        # driver: within a transaction the pragma would do nothing.
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.execution_options(writes=True).begin():
                upgrade(connection, scripts, head)
                search_index.recreate(connection)
                _check_references(connection)
        finally:
            connection.invalidate()
    return True


def refuse_newer(connection: Connection) -> None:
    """Raise `UserError` for a file of a newer program."""
    if revision_of(connection) > HEAD:
        raise _too_new()


def refuse_other_revision(connection: Connection) -> None:
    """Raise `UserError` for a file that would have to be migrated, or that is too new."""
    refuse_newer(connection)
    if revision_of(connection) < HEAD:
        raise UserError(
            "Diese Datei stammt aus einer älteren Fassung von QuartierDesk.",
            "Bitte öffnen Sie sie einmal zum Bearbeiten; dabei wird sie gesichert und umgestellt.",
        )


def _too_new() -> UserError:
    return UserError(
        "Diese Datei stammt aus einer neueren Fassung von QuartierDesk.",
        "Bitte öffnen Sie sie mit der neueren Fassung; hier bleibt sie unverändert.",
    )


def refuse_unknown(revision: str, scripts: Path = SCRIPTS) -> None:
    """Raise `UserError` where no step leads on from a revision."""
    from alembic.script import ScriptDirectory

    known = {step.revision for step in ScriptDirectory(str(scripts)).walk_revisions()}
    if revision in known:
        return
    if revision > HEAD:
        raise _too_new()
    raise DamagedFileError(
        "Die Fassung dieser Datei ist nicht zu erkennen.",
        "Bitte bewahren Sie die Datei auf und öffnen Sie die letzte Sicherung.",
    )


def upgrade(connection: Connection, scripts: Path, head: str) -> None:
    """Run the steps up to `head` in the running transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, head)


def _check_references(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise UserError(
            "Die Datei ließ sich nicht auf die neue Fassung bringen.",
            "Sie ist unverändert; bitte bewahren Sie sie auf und melden Sie den Fehler.",
        )
