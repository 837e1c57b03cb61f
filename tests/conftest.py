"""What every test can rely on: no network, a home of its own, the same clock zone everywhere."""

import itertools
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quartierdesk.store.workspace import Access, Workspace
from tests.no_network.sitecustomize import refuse_network

sys.addaudithook(refuse_network)

# Far from UTC and from every German workshop, so that a rule which secretly asks the machine for
# its zone fails everywhere; written out because a bare system knows no zone by name.
FOREIGN_ZONE = "<+1245>-12:45"

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "QUARTIERDESK_CONFIG": "einstellungen",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no core is left waiting for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_configure() -> None:
    """Make locale and zone the same on every machine, for child processes as well."""
    os.environ.update(TZ=FOREIGN_ZONE, LC_ALL="C.UTF-8", LANG="C.UTF-8")
    os.environ.pop("LANGUAGE", None)
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return an endless row of new folders, one for each test."""
    return _new_folders(tmp_path_factory.mktemp("heim"))


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return this test's home; settings of the person running the tests stay out of it."""
    folder = next(homes)
    for variable, place in HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(folder / place))
    return folder


def _new_folders(root: Path) -> Iterator[Path]:
    for number in itertools.count():
        folder = root / str(number)
        folder.mkdir()
        yield folder


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty, closed workspace file, made once."""
    path = tmp_path_factory.mktemp("vorlage") / "leer.quartier"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(path.parent / "einstellungen"))
        Workspace.create(path).close()
    return path


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory, where the system has one: what is killed does not need a disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="quartierdesk-abbruch-", dir=memory) as name:
        yield Path(name)


@pytest.fixture
def workspace_file(tmp_path: Path, template_file: Path) -> Path:
    """Return an empty workspace file of the test's own."""
    return Path(shutil.copy(template_file, tmp_path / "Werkstätten.quartier"))


@pytest.fixture
def workspace(workspace_file: Path) -> Iterator[Workspace]:
    """Return an open, empty workspace."""
    with Workspace.open(workspace_file, Access(actor="Test")) as opened:
        yield opened
