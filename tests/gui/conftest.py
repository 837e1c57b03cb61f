"""A real window on a copy of a real file with the sample workshop, for every test of its own."""

import shutil
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from quartierdesk.app import Window
from quartierdesk.services import workspaces
from quartierdesk.store.workspace import Access, Workspace
from tests.gui.opening import close_all_windows, close_window, open_window

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note for the fixtures whether the test failed."""
    report = yield
    if call.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory, template_file: Path) -> Path:
    """Return a closed file with the sample workshop, made once."""
    path = tmp_path_factory.mktemp("beispiel") / "Hörlesbach.quartier"
    shutil.copy(template_file, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(path.parent / "einstellungen"))
        with Workspace.open(path, Access(actor="Test")) as opened:
            workspaces.add_sample(opened)
    return path


@pytest.fixture
def sample_file(tmp_path: Path, sample_template: Path) -> Path:
    """Return a file with the sample workshop, of the test's own."""
    return Path(shutil.copy(sample_template, tmp_path / "Hörlesbach.quartier"))


@pytest.fixture
def window(qapp: QApplication, sample_file: Path) -> Iterator[Window]:
    """Return the window, open on the sample workshop."""
    opened = open_window(sample_file)
    yield opened
    close_window(opened)


@pytest.fixture
def empty_window(qapp: QApplication) -> Iterator[Window]:
    """Return the window as it is when no file was ever opened."""
    opened = open_window(None)
    yield opened
    close_window(opened)


@pytest.fixture(autouse=True)
def nothing_left_behind(
    own_home: Path, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Fail when a test leaves a thread or a visible window behind.

    A window whose test failed before it closed it is closed here, with its threads: otherwise it
    would go on beside the next tests and end the process when it is collected.
    """
    before = set(threading.enumerate())
    yield
    left_open = close_all_windows()
    assert request.node.stash.get(_FAILED, False) or not left_open, f"{left_open} windows left open"
    visible = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    names = [type(w).__name__ for w in visible]
    for widget in visible:
        widget.close()
    assert names == [], f"windows were left open: {names}"
    left = [t.name for t in threading.enumerate() if t not in before and t.is_alive()]
    assert left == [], f"threads were left running: {left}"
