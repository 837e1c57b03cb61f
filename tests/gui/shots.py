"""Pictures of every page and dialog, in every theme and size that is looked at.

`python3 dev.py shots` takes them all, `python3 dev.py shots capture settings` only those named:
the pages and dialogs on the sample, what pages look like beyond what they show first
(`page_states`), and the pages of a workshop without content (`<page>_empty`) and of one that is
as full as they get (`<page>_crowded`). They land in build/shots/<size>_<theme>_<text
size>/<name>.png.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from quartierdesk.app import Window
from quartierdesk.services import beginnings, workspaces
from quartierdesk.services.beginnings import Beginning
from quartierdesk.services.workspaces import Workspace
from quartierdesk.settings import ThemeChoice
from tests.gui import crowded
from tests.gui.opening import close_window, open_window, settle, wait_until
from tests.gui.page_states import states
from tests.gui.showcase import View, page_keys, views
from tests.support import ROOT

TARGET = ROOT / "build" / "shots"
SIZES = (QSize(1366, 768), QSize(1920, 1080))
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
TEXT_SIZES = (100, 150)
_ROUNDS_KEPT = 25


@dataclass(frozen=True)
class Setting:
    """How a picture is taken."""

    size: QSize
    theme: ThemeChoice
    text_size: int

    @property
    def folder(self) -> Path:
        """Where pictures taken so are kept."""
        name = f"{self.size.width()}x{self.size.height()}_{self.theme}_{self.text_size}"
        return TARGET / name


def take(window: Window, view: View, setting: Setting) -> Path:
    """Take one picture and return where it is."""
    window.desk.change_settings(theme=setting.theme, text_size=setting.text_size)
    shown = view.show(window)
    settle(window)
    _at_size(window.main, setting.size)
    settle(window)
    target = setting.folder / f"{view.name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    shown.grab().save(str(target))
    _close(shown, window)
    return target


def _at_size(main: QWidget, size: QSize) -> None:
    """Give the window its size and wait until it keeps it: larger words still move it for a while.

    A page that asks for more than the size fails here, instead of giving a picture of another size.
    """
    kept = 0

    def keeps() -> bool:
        nonlocal kept
        kept = kept + 1 if main.size() == size else 0
        main.resize(size)
        return kept > _ROUNDS_KEPT

    wait_until(keeps, f"a window of {size.width()} × {size.height()}")


def _close(shown: QWidget, window: Window) -> None:
    if isinstance(shown, QDialog):
        shown.reject()
    elif shown is not window.main:
        shown.close()
    settle(window)


def main(wanted: Sequence[str]) -> int:
    """Take the pictures of the named views, of all if none is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    QCursor.setPos(-1, -1)  # nothing is lit up because the mouse happens to lie on it
    if not wanted:
        shutil.rmtree(TARGET, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="quartierdesk-") as folder:
        for part in _parts():
            chosen = [view for view in part.views if not wanted or view.name in wanted]
            if chosen:
                # Each part begins without what the one before left in the settings.
                place = Path(tempfile.mkdtemp(dir=folder))
                os.environ["QUARTIERDESK_CONFIG"] = str(place)
                _take_part(place, part.fill, chosen)
    return 0


@dataclass(frozen=True)
class Part:
    """Views of one file, and what is done to it before; without that no file is opened."""

    views: Sequence[View]
    fill: Callable[[Workspace], object] | None


def _parts() -> Iterator[Part]:
    yield Part([View("start", lambda window: window.main)], None)
    yield Part(list(views()), workspaces.add_sample)
    yield Part(list(states()), workspaces.add_sample)
    yield Part(_pages("empty"), _without_content)
    yield Part(_pages("crowded"), crowded.fill)


def _pages(kind: str) -> list[View]:
    keys = page_keys()
    shown = [each for each in views() if each.name in keys]
    return [replace(view, name=f"{view.name}_{kind}") for view in shown]


def _without_content(workspace: Workspace) -> None:
    beginnings.begin(workspace, Beginning("Ziegelhütte", "Nachbarschaftsgespräch"))


def _take_part(
    folder: Path, fill: Callable[[Workspace], object] | None, chosen: Sequence[View]
) -> None:
    file = None
    if fill is not None:
        file = folder / "Hörlesbach.quartier"
        opened, _ = workspaces.create(file, "Laptop Moderation")
        fill(opened)
        opened.close()
    window = open_window(file)
    for size, theme, text in product(SIZES, THEMES, TEXT_SIZES):
        for view in chosen:
            print(take(window, view, Setting(size, theme, text)).relative_to(ROOT))
    close_window(window)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
