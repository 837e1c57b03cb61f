"""The pictures of the window that the help and the handbook show.

`python3 dev.py handbook --bilder` takes them anew; a test takes them once more and compares.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QSize
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from quartierdesk.app import Window
from quartierdesk.gui.pages.capture.page import CapturePage
from quartierdesk.gui.pages.weigh.page import WeightingPage
from quartierdesk.services import workspaces
from tests.gui.keyboard import type_text
from tests.gui.opening import close_window, open_window, settle, show_page
from tests.support import ROOT

FOLDER = ROOT / "resources" / "help" / "pictures"
SIZE = QSize(1080, 610)
_WANTED_POLL = ("dots", "plenary")
_EVENING = datetime(2026, 3, 13, 20, 5)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file, and what is done on the window before it is taken."""

    name: str
    show: Callable[[Window], None]
    begins: bool = False
    """Whether it is taken before any file is open."""

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.png"


def _page(key: str) -> Callable[[Window], None]:
    return lambda window: show_page(window, key)


def _capture(window: Window) -> None:
    show_page(window, "capture")
    page = window.main.page
    assert isinstance(page, CapturePage)
    page.line.clear()
    type_text(page.line, "! Der Bus fährt abends nicht #mob")
    settle(window)


def _weigh(window: Window) -> None:
    show_page(window, "weigh")
    page = window.main.page
    assert isinstance(page, WeightingPage)
    while page.view is None or (page.view.poll.method, page.view.poll.round) != _WANTED_POLL:
        page.step(1)
        settle(window)


def _start(window: Window) -> None:
    page = window.main.start
    page.when.setDate(QDate(2026, 3, 13))
    page.folder_label.setText("Die Datei: Dokumente/QuartierDesk/Werkstätten.quartier")


PICTURES = (
    Picture("start", _start, begins=True),
    Picture("prepare", _page("prepare")),
    Picture("capture", _capture),
    Picture("sort", _page("sort")),
    Picture("weigh", _weigh),
    Picture("agree", _page("agree")),
    Picture("protocol", _page("protocol")),
)


def take(window: Window, picture: Picture) -> QImage:
    """Return what the window looks like, at a clock that does not go on."""
    window.desk.change_settings(theme="light", text_size=100)
    picture.show(window)
    settle(window)
    window.main.resize(SIZE)
    settle(window)
    if not window.main.rail.slim:
        window.main.toggle_rail()  # what is to be seen gets the room
        settle(window)
    if not picture.begins:
        window.main.status.tell_saved(_EVENING)
        window.main.status.backup.tell("")
        window.main.status.undo.tell("")
    return _grabbed(window.main)


def _grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def take_all(pictures: Sequence[Picture]) -> None:
    """Take the pictures and keep them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    QCursor.setPos(-1, -1)  # nothing is lit up because the mouse happens to lie on it
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="quartierdesk-") as folder:
        os.environ["QUARTIERDESK_CONFIG"] = folder
        file = Path(folder) / "Hörlesbach.quartier"
        opened, _ = workspaces.create(file, "Laptop Moderation")
        workspaces.add_sample(opened)
        opened.close()
        for begins in (True, False):
            window = open_window(None if begins else file)
            for picture in pictures:
                if picture.begins == begins:
                    take(window, picture).save(str(picture.path))
            close_window(window)
