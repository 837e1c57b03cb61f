"""A file with one workshop in which everything occurs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from quartierdesk.services import workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.services.rich import furnish


@pytest.fixture(scope="session")
def rich_template(tmp_path_factory: pytest.TempPathFactory, template_file: Path) -> Path:
    """Return a closed file with the rich workshop, made once."""
    path = tmp_path_factory.mktemp("reich") / "reich.quartier"
    shutil.copy(template_file, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(path.parent / "einstellungen"))
        with Workspace.open(path) as opened:
            furnish(opened)
    return path


@pytest.fixture
def rich_workspace(tmp_path: Path, rich_template: Path) -> Iterator[Workspace]:
    """Return an open file with the rich workshop."""
    path = Path(shutil.copy(rich_template, tmp_path / "Reich.quartier"))
    with Workspace.open(path, Access(actor="Test")) as opened:
        yield opened


@pytest.fixture
def rich_id(rich_workspace: Workspace) -> str:
    """Return the id of the rich workshop."""
    return workshops.overview(rich_workspace)[0].id


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Return the statements run so far; a test clears the list where it begins to count."""
    seen: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)
