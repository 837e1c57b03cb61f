"""The words of the first page have their size, whatever is chosen before the first picture."""

import subprocess
import sys
from pathlib import Path

from tests.support import child_environment

FIRST_WORDS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
from tests.gui.opening import close_window, open_window, settle
window = open_window(None)
labels = window.main.start.findChildren(QLabel)
greetings = [label for label in labels if label.property("role") == "greeting"]
window.desk.change_settings(theme="light")
settle(window)
settle(window)
sizes = [each.font().pointSizeF() for each in greetings]
print(sizes, window.desk.look.font("greeting").pointSizeF())
close_window(window)
"""


def test_words_keep_their_size_when_the_window_takes_on_its_own_style(tmp_path: Path) -> None:
    """In a program of its own, as the application remembers the style of the window before."""
    environment = child_environment(
        QT_QPA_PLATFORM="offscreen", QUARTIERDESK_CONFIG=str(tmp_path / "noch nichts")
    )
    run = [sys.executable, "-c", FIRST_WORDS]
    told = subprocess.run(run, check=True, capture_output=True, text=True, env=environment)

    sizes, wanted = told.stdout.rsplit(maxsplit=1)
    assert sizes == f"[{wanted}]"
