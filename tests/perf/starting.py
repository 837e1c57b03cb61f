"""Starting: CPU until the window is seen, and until a workshop is seen, against a bare window."""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from quartierdesk.services import workspaces
from quartierdesk.store.workspace import Access, Workspace
from tests.perf.measure import Line
from tests.support import child_environment

_ROUNDS = 7
_SHELL_LIMIT, _DATA_LIMIT = 1.5, 4.0

_BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, end)
def end():
    print(time.process_time()); application.exit()
application = QApplication([])
window = Window(); window.resize(1366, 768); window.show(); application.exec()
"""
_SHELL = """
import time
from PySide6.QtWidgets import QApplication
application = QApplication([])
from quartierdesk.app import Window
window = Window(application)
def end():
    print(time.process_time(), flush=True)
    import os; os._exit(0)
window.main.painted.disconnect()
window.main.painted.connect(end)
window.show(None); application.exec()
"""
_DATA = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
from quartierdesk.app import Window
window = Window(application)
def look():
    if window.main.page is not None and not window.ops.busy:
        print(time.process_time(), flush=True)
        import os; os._exit(0)
timer = QTimer(); timer.timeout.connect(look); timer.start(5)
window.show(Path(sys.argv[1])); application.exec()
"""


def measure_start(folder: Path) -> list[Line]:
    """Return the two lines: to the shell, to the sample workshop."""
    file = folder / "Start.quartier"
    with Workspace.create(file, Access(actor="Messung")) as opened:
        workspaces.add_sample(opened)
    times: dict[str, list[float]] = {"bare": [], "shell": [], "data": []}
    os.environ["QUARTIERDESK_CONFIG"] = str(folder / "einstellungen-start")
    caches = str(folder / "bytecode")
    _cpu(_DATA, caches, str(Path(shutil.copy(file, folder / "Start vorweg.quartier"))))
    for number in range(_ROUNDS):
        times["bare"].append(_cpu(_BARE, caches))
        times["shell"].append(_cpu(_SHELL, caches))
        copy = Path(shutil.copy(file, folder / f"Start {number}.quartier"))
        times["data"].append(_cpu(_DATA, caches, str(copy)))
    bare, shell, data = (statistics.median(times[name]) for name in ("bare", "shell", "data"))
    remark = "CPU bis zum ersten Bild, gegen ein leeres Fenster von PySide6"
    return [
        Line("Start: Fenster", shell, bare, _SHELL_LIMIT, remark=remark),
        Line("Start: Beispielwerkstatt zu sehen", data, bare, _DATA_LIMIT, remark="CPU, ebenso"),
    ]


def _cpu(script: str, caches: str, *arguments: str) -> float:
    """Return the milliseconds of CPU that a child used until it told so.

    Compiled modules are kept in `caches`, as every installed program keeps them.
    """
    environment = child_environment(
        QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        PYTHONDONTWRITEBYTECODE="",
        PYTHONPYCACHEPREFIX=caches,
    )
    finished = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    return float(finished.stdout.split()[0]) * 1000
