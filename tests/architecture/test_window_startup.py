"""The window is seen before anything heavy is loaded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quartierdesk.services import workspaces
from quartierdesk.settings import load_settings, save_settings
from quartierdesk.store.workspace import Access, Workspace
from tests.support import child_environment

HEAVY = frozenset(
    [
        "PIL",
        "alembic",
        "lxml",
        "openpyxl",
        "pillow_heif",
        "pypdfium2",
        "python_calamine",
        "rapidfuzz",
        "reportlab",
        "sqlalchemy",
        "sqlcipher3",
        # Not modules, but all enumerations of Qt: they cost as much.
        "PySide6.QtNetwork",
        "Qt",
        "QStyle",
    ]
)
PROBE = """
import json, sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from quartierdesk.app import Window
window = Window(application)
seen = []
def painted():
    from PySide6 import QtCore, QtWidgets
    seen.extend(sys.modules)
    seen.extend(name for module in (QtCore, QtWidgets) for name in vars(module))
    application.quit()
window.main.painted.disconnect()
window.main.painted.connect(painted)
window.show(None)
application.exec()
window.close()
print(json.dumps(sorted(seen)))
"""


CARDS = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
application = QApplication([])
from quartierdesk.app import Window
window = Window(application)
loaded = []
def note():
    loaded.extend(sys.modules)
    timer.start(5)
def look():
    views = window.main.page.findChildren(QAbstractItemView)
    cards = sum(view.model().rowCount() for view in views if view.isVisible() and view.model())
    if cards >= 50:
        print(json.dumps([cards, loaded]), flush=True)
        os._exit(0)
timer = QTimer()
timer.timeout.connect(look)
def follow(shown):
    if window.main.page is not None and not loaded:
        window.main.page.reloaded.connect(note)
window.desk.remember(f"step/{sys.argv[2]}", sys.argv[3])
window.main.state.shown.connect(follow)
window.show(Path(sys.argv[1]))
application.exec()
"""


@pytest.mark.parametrize("step", ["capture", "sort"])
def test_the_cards_are_seen_before_sqlalchemy_is_loaded(step: str, workspace_file: Path) -> None:
    with Workspace.open(workspace_file, Access(actor="Test")) as opened:
        workshop = workspaces.add_sample(opened)
    finished = subprocess.run(
        [sys.executable, "-c", CARDS, str(workspace_file), workshop, step],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1", QT_QPA_PLATFORM="offscreen"),
        timeout=60,
    )
    assert finished.returncode == 0, finished.stderr
    cards, loaded = json.loads(finished.stdout)

    assert cards >= 50
    assert f"quartierdesk.gui.pages.{step}.page" in loaded
    assert set(loaded) & HEAVY == {"sqlcipher3"}


def test_nothing_heavy_is_loaded_before_the_first_picture() -> None:
    # As from the second start on: only the first has to ask the system for its colours.
    save_settings(load_settings().with_choice("window.theme", "light"))
    finished = subprocess.run(
        [sys.executable, "-c", PROBE],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1", QT_QPA_PLATFORM="offscreen"),
        timeout=60,
    )
    assert finished.returncode == 0, finished.stderr
    loaded = set(json.loads(finished.stdout))

    assert "quartierdesk.gui.shell.window" in loaded
    assert loaded & HEAVY == set()
