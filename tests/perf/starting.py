"""Starting: CPU until the window is seen, and until its cards are seen, against a bare window.

The cards are seen when the lists of the page hold every card of the wall and the window was
painted with them. What is loaded beside the window afterwards is told, too.
"""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from quartierdesk.services import walls, workspaces
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
from PySide6.QtWidgets import QAbstractItemView, QApplication
application = QApplication([])
from quartierdesk.app import Window
window = Window(application)
seen, whole = [], []
window.ops.opened.connect(whole.append)
def cards():
    views = window.main.page.findChildren(QAbstractItemView) if window.main.page else []
    return sum(view.model().rowCount() for view in views if view.isVisible() and view.model())
def look():
    if not seen and cards() == int(sys.argv[2]):
        window.main.repaint()
        seen.append(time.process_time())
    if seen and whole and not window.ops.busy:
        print(*seen, time.process_time(), flush=True)
        import os; os._exit(0)
timer = QTimer(); timer.timeout.connect(look)
def follow(shown):
    if window.main.page is not None and not timer.isActive():
        window.main.page.reloaded.connect(lambda: timer.start(5))
window.main.state.shown.connect(follow)
window.show(Path(sys.argv[1])); application.exec()
"""


def measure_start(folder: Path) -> list[Line]:
    """Return the two lines: to the shell, to the sample workshop."""
    file = folder / "Start.quartier"
    with Workspace.create(file, Access(actor="Messung")) as opened:
        workshop_id = workspaces.add_sample(opened)
        cards = str(sum(len(c.cards) for c in walls.wall(opened, workshop_id).columns))
    times: dict[str, list[float]] = {"bare": [], "shell": [], "data": [], "whole": []}
    os.environ["QUARTIERDESK_CONFIG"] = str(folder / "einstellungen-start")
    caches = str(folder / "bytecode")
    _cpu(_DATA, caches, shutil.copy(file, folder / "Start vorweg.quartier"), cards)
    for number in range(_ROUNDS):
        times["bare"] += _cpu(_BARE, caches)
        times["shell"] += _cpu(_SHELL, caches)
        copy = shutil.copy(file, folder / f"Start {number}.quartier")
        seen, whole = _cpu(_DATA, caches, copy, cards)
        times["data"].append(seen)
        times["whole"].append(whole)
    bare, shell, data, whole = (statistics.median(found) for found in times.values())
    remark = "CPU bis zum ersten Bild, gegen ein leeres Fenster von PySide6"
    behind = f"CPU, ebenso; daneben geht das Öffnen weiter, fertig nach {whole:.0f} ms"
    return [
        Line("Start: Fenster", shell, bare, _SHELL_LIMIT, remark=remark),
        Line("Start: Karten der Beispielwerkstatt", data, bare, _DATA_LIMIT, remark=behind),
    ]


def _cpu(script: str, caches: str, *arguments: str | Path) -> list[float]:
    """Return the milliseconds of CPU that a child used until each moment it told.

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
    return [float(told) * 1000 for told in finished.stdout.split()]
