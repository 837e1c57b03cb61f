"""Older files become present ones, with a backup before and the search index whole afterwards."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from quartierdesk.errors import UserError
from quartierdesk.store import backup, file_states, migrate, package_file, search_index
from quartierdesk.store.engine import open_engine
from quartierdesk.store.file_facts import HEAD
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.store.frames import add_card, make_workshop, texts
from tests.store.laptops import package_of
from tests.support import child_environment

_NEXT = '''"""A step as it may come: the table is made anew, which drops its triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of contributions anew with one more column."""
    with op.batch_alter_table("contribution", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.String(), nullable=False, server_default=""))
    {also}
'''


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """Return a folder with the shipped steps, to which a test may add its own."""
    folder = tmp_path / "schritte"
    shutil.copytree(Path(migrate.__file__).parent / "migrations", folder)
    return folder


@pytest.fixture
def old_file(workspace_file: Path) -> Path:
    """Return a closed workspace with a contribution."""
    with Workspace.open(workspace_file) as workspace:
        add_card(workspace, make_workshop(workspace), "Bushaltestelle")
    return workspace_file


def schema(connection: Connection) -> set[str]:
    query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name != 'alembic_version'"
    rows = connection.exec_driver_sql(query)
    return {" ".join(sql.replace('"', "").split()) for (sql,) in rows}


def test_the_first_step_makes_what_new_files_have(tmp_path: Path, template_file: Path) -> None:
    engine = open_engine(tmp_path / "schritt.quartier", mode="rwc")
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        migrate.upgrade(connection, migrate.SCRIPTS, HEAD)
        search_index.recreate(connection)
        migrated = schema(connection)
    engine.dispose()
    with Workspace.open(template_file, Access(read_only=True)) as new, new.reading() as session:
        assert migrated == schema(session.connection())


def test_a_step_keeps_data_and_search_and_leaves_a_backup(old_file: Path, scripts: Path) -> None:
    (scripts / "versions" / "0002_mood.py").write_text(_NEXT.format(also=""))
    kept = old_file.with_name("vorher.quartier")
    engine = open_engine(old_file)
    done = migrate.migrate(
        engine, lambda: file_states.copy(engine, kept, None), scripts=scripts, head="0002"
    )
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT rowid FROM contribution_search WHERE folded MATCH 'halte'")
        ).all()
        assert len(found) == 1
        assert search_index.faults(connection) == []
        assert connection.scalar(text("SELECT mood FROM contribution")) == ""
        assert migrate.revision_of(connection) == "0002"
    engine.dispose()
    assert done
    with Workspace.open(kept) as before:
        assert list(texts(before).values()) == ["Bushaltestelle"]
        assert check(before) == []


def test_a_step_that_fails_changes_nothing(old_file: Path, scripts: Path) -> None:
    broken = _NEXT.format(also="raise ZeroDivisionError")
    (scripts / "versions" / "0002_mood.py").write_text(broken)
    engine = open_engine(old_file)
    with engine.connect() as connection:
        before = schema(connection)
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(engine, lambda: None, scripts=scripts, head="0002")
    engine.dispose()
    with Workspace.open(old_file) as workspace, workspace.reading() as session:
        assert schema(session.connection()) == before
        assert list(texts(workspace).values()) == ["Bushaltestelle"]
        assert check(workspace) == []


def test_a_newer_file_is_refused_and_left_as_it_is(old_file: Path) -> None:
    engine = open_engine(old_file)
    with engine.connect() as connection, connection.execution_options(writes=True).begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    content = old_file.read_bytes()
    for access in (Access(), Access(read_only=True)):
        with pytest.raises(UserError, match="neueren Fassung"):
            Workspace.open(old_file, access)
    assert old_file.read_bytes() == content
    assert os.listdir(old_file.parent) == [old_file.name]  # noqa: PTH208 - names are compared


def test_the_program_of_tomorrow_backs_up_and_that_of_today_refuses_its_file(
    old_file: Path, scripts: Path
) -> None:
    (scripts / "versions" / "0002_mood.py").write_text(_NEXT.format(also=""))
    with pytest.MonkeyPatch.context() as tomorrow:
        tomorrow.setattr(migrate, "HEAD", "0002")
        tomorrow.setattr(migrate.migrate, "__kwdefaults__", {"scripts": scripts, "head": "0002"})
        with Workspace.open(old_file) as workspace:
            assert list(texts(workspace).values()) == ["Bushaltestelle"]
        [made] = backup.listed(backup.folder_of(old_file))
    assert made.name.reason == "migration"
    with pytest.raises(UserError, match="neueren Fassung"):
        Workspace.open(old_file)
    with Workspace.open(made.path) as before:
        assert list(texts(before).values()) == ["Bushaltestelle"]


def test_a_present_file_is_opened_without_loading_the_tool_for_steps(old_file: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from quartierdesk.store.workspace import Workspace;"
        "Workspace.open(Path(sys.argv[1])).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(old_file)]
    assert subprocess.run(command, env=child_environment(), check=False).returncode == 0


def test_an_older_package_is_read_in_its_present_form(
    old_file: Path, scripts: Path, tmp_path: Path
) -> None:
    (scripts / "versions" / "0002_mood.py").write_text(_NEXT.format(also=""))
    with Workspace.open(old_file) as workspace:
        package = package_of(workspace, tmp_path / "alt.qdpaket")
    content = package.read_bytes()
    with package_file.in_present_form(package, None, scripts=scripts, head="0002") as present:
        engine = open_engine(present)
        with engine.connect() as connection:
            assert migrate.revision_of(connection) == "0002"
            assert connection.scalar(text("SELECT count(*) FROM change")) == 4
        engine.dispose()
    assert package.read_bytes() == content
    assert not present.exists()
    with package_file.in_present_form(package, None) as present:
        assert present == package
