"""A disk that is full in backup, restore, export and migration: nothing lost, nothing half-written.

The size of files is limited for a process of its own (`RLIMIT_FSIZE`), which the system then
refuses as it does on a full disk; what was refused works once the limit is gone.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quartierdesk.store import file_states, migrate
from quartierdesk.store.engine import open_engine
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Workspace
from tests.cli.calling import Answer, call, done, new_workshop
from tests.perf.operations_killed import migration_to_come
from tests.store.frames import texts
from tests.support import child_environment

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not limit the size of files"
)

LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes}))"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return a closed file of some size with a backup that holds less."""
    file = tmp_path / "Werkstätten.quartier"
    new_workshop(file)
    done("backup", file)
    lines = "".join(f"{number} {'Wort ' * 500}\n" for number in range(200))
    done("capture", file, "--workshop", "W-001", given=lines.encode())
    return file


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def limits(file: Path) -> Iterator[int]:
    """Yield sizes at which a copy of the file breaks off: at once, early, late."""
    yield from (1_000, 50_000, file.stat().st_size // 2)


def refused(answer: Answer) -> None:
    assert answer.code == 1
    assert "Traceback" not in answer.sentences
    assert "voll" in answer.sentences or "zu groß" in answer.sentences
    assert answer.sentences.strip().splitlines()[-1].endswith(".")


def test_backing_up(filled: Path) -> None:
    before = everything(filled.parent)
    for limit in limits(filled):
        answer = call("backup", filled, prelude=LIMITED.format(bytes=limit))
        refused(answer)
        assert everything(filled.parent) == before
    done("backup", filled)
    done("check", filled, "--deep")


def test_encrypting(filled: Path) -> None:
    for limit in limits(filled):
        answer = call(
            "passphrase", filled, given=b"Regal Donau\n", prelude=LIMITED.format(bytes=limit)
        )
        refused(answer)
        with Workspace.open(filled) as workspace:
            assert not workspace.is_protected
            assert len(texts(workspace)) == 201
            assert check(workspace) == []
    done("passphrase", filled, given=b"Regal Donau\n")


def test_restoring(filled: Path) -> None:
    backup = done("backup", filled, "--list").lines[-1]
    for limit in limits(filled):
        refused(call("restore", filled, backup, prelude=LIMITED.format(bytes=limit)))
        with Workspace.open(filled) as workspace:
            assert len(texts(workspace)) == 201
            assert check(workspace) == []
    done("restore", filled, backup)
    with Workspace.open(filled) as workspace:
        assert list(texts(workspace).values()) == ["Anfang"]


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_exporting(filled: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"aus.{kind}"
    words = ("export", filled, "--workshop", "W-001", "--format", kind, "--out", target)
    before = everything(tmp_path)
    refused(call(*words, prelude=LIMITED.format(bytes=1_000)))
    assert everything(tmp_path) == before
    done(*words)
    size = target.stat().st_size
    target.write_text("Die Fassung von gestern")
    refused(call(*words, prelude=LIMITED.format(bytes=size // 2)))
    assert target.read_text() == "Die Fassung von gestern"


_MIGRATION = """
import resource, sys
from pathlib import Path
from quartierdesk.errors import UserError
from quartierdesk.store import file_states, migrate
from quartierdesk.store.disk_errors import in_sentences
from quartierdesk.store.engine import open_engine
file, scripts, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
back_up = {"1": lambda: file_states.copy(engine, file.with_name("vorher.quartier"), None)}
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
engine = open_engine(file)
try:
    with in_sentences(file):
        step = back_up.get(sys.argv[4], lambda: None)
        migrate.migrate(engine, step, scripts=scripts, head="9999")
except UserError as error:
    print(error)
"""


def test_bringing_an_older_file_to_a_newer_schema(filled: Path, tmp_path: Path) -> None:
    scripts = migration_to_come(tmp_path)
    size = filled.stat().st_size
    for limit, backs_up in ((50_000, 1), (size // 2, 1), (50_000, 0), (size // 2, 0)):
        arguments = (str(filled), str(scripts), str(limit), str(backs_up))
        answer = subprocess.run(
            [sys.executable, "-c", _MIGRATION, *arguments],
            env=child_environment(), capture_output=True, check=False, encoding="utf-8",
        )  # fmt: skip
        assert "voll" in answer.stdout, answer.stderr
        assert not filled.with_name("vorher.quartier").exists()
        with Workspace.open(filled) as workspace:
            assert len(texts(workspace)) == 201
            assert check(workspace) == []
    engine = open_engine(filled)
    backup = filled.with_name("vorher.quartier")
    migrate.migrate(
        engine, lambda: file_states.copy(engine, backup, None), scripts=scripts, head="9999"
    )
    engine.dispose()
    with Workspace.open(backup) as workspace:
        assert len(texts(workspace)) == 201
