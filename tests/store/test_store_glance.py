"""A first look into a file is taken only where there is nothing to decide, and leaves no trace."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quartierdesk.store.driver import connect
from quartierdesk.store.file_facts import journal_of, log_of
from quartierdesk.store.glance import Glance
from quartierdesk.store.lock import lock_path
from quartierdesk.store.workspace import Access, Workspace


def _write(path: Path, statement: str) -> None:
    connection = connect(path, "rw", None, immutable=False, patience=5)
    connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200:4096] = os.urandom(3896)
    path.write_bytes(content)


UNUSUAL: dict[str, Callable[[Path], object]] = {
    "somebody has it open": lambda path: lock_path(path).write_text("{}"),
    "a log lies beside it": lambda path: log_of(path).write_bytes(b"x"),
    "a journal lies beside it": lambda path: journal_of(path).write_bytes(b"x"),
    "it was not closed": lambda path: _write(path, "UPDATE meta SET value = 1 WHERE key = 'open'"),
    "a newer program wrote it": lambda path: _write(
        path, "UPDATE alembic_version SET version_num = '9999'"
    ),
    "an older program wrote it": lambda path: _write(
        path, "UPDATE alembic_version SET version_num = '0000'"
    ),
    "it does more than keep": lambda path: _write(path, "CREATE VIEW workshops AS SELECT 1"),
    "it is a package": lambda path: _write(
        path, "UPDATE meta SET value = 'quartierdesk.package/1' WHERE key = 'format'"
    ),
    "another program made it": lambda path: _write(path, "PRAGMA application_id = 5"),
    "it is cut off": _cut_off,
    "it is damaged": _damage,
    "it is empty": lambda path: path.write_bytes(b""),
    "it is gone": lambda path: path.unlink(),
    "it is something else": lambda path: path.write_text("Protokoll"),
}


@pytest.mark.parametrize("what", UNUSUAL)
def test_where_something_is_unusual_only_opening_can_tell(what: str, workspace_file: Path) -> None:
    UNUSUAL[what](workspace_file)

    assert Glance.at(workspace_file) is None


def test_a_protected_file_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "Geschützt.quartier"
    Workspace.create(path, Access(passphrase="Apfelbaum am Rathaus")).close()

    assert Glance.at(path) is None


def test_a_file_that_is_open_is_not_looked_into(workspace: Workspace) -> None:
    assert Glance.at(workspace.path) is None


def test_a_look_leaves_the_file_and_its_folder_as_they_are(workspace_file: Path) -> None:
    before = workspace_file.read_bytes()
    glance = Glance.at(workspace_file)
    assert glance is not None
    with glance.plainly() as rows:
        assert rows("SELECT COUNT(*) FROM workshop") == [(0,)]
    beside = sorted(workspace_file.parent.iterdir())
    glance.close()

    assert beside == [workspace_file]
    assert workspace_file.read_bytes() == before


def test_the_file_can_be_opened_and_written_while_somebody_looks(workspace_file: Path) -> None:
    glance = Glance.at(workspace_file)
    assert glance is not None
    with Workspace.open(workspace_file) as opened:
        assert opened.writable
        glance.close()
    assert Glance.at(Path(shutil.copy(workspace_file, workspace_file.with_name("b.quartier"))))
