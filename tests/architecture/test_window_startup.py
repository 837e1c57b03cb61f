"""The window is seen before anything heavy is loaded."""

import json
import subprocess
import sys
from pathlib import Path

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
    seen.extend(sys.modules)
    application.quit()
window.main.painted.disconnect()
window.main.painted.connect(painted)
window.show(None)
application.exec()
window.close()
print(json.dumps(sorted(seen)))
"""


def test_nothing_heavy_is_loaded_before_the_first_picture(tmp_path: Path) -> None:
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
