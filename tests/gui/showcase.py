"""Every page and dialog there is, each opened as a person would see it.

Pages are found by their entries. A dialog needs a line in a `DIALOGS` of one of the modules named
`tests/gui/showcase_*.py` (see `Case`); a test tells which dialogs have none. What stands here is
looked through by the accessibility tests and photographed by `dev.py shots`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

import tests.gui
from quartierdesk.app import Window
from quartierdesk.gui import pages
from quartierdesk.gui.dialogs.dialog import Dialog
from tests.gui.opening import settle, show_page

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A dialog: the name of its picture, its class, and how it is opened on the sample."""

    name: str
    kind: type[Dialog]
    open: Callable[[Window], QDialog]


@dataclass(frozen=True, slots=True)
class View:
    """Something to look at: `show` brings it up and returns the widget to look at."""

    name: str
    show: Callable[[Window], QWidget]


def dialog_cases() -> list[Case]:
    """Return the cases of all dialogs."""
    found: list[Case] = []
    for module in pkgutil.iter_modules([str(FOLDER)]):
        if module.name.startswith("showcase_"):
            found += importlib.import_module(f"{tests.gui.__name__}.{module.name}").DIALOGS
    return found


def views() -> Iterator[View]:
    """Yield every page, then every dialog."""
    for key in page_keys():
        yield View(key, lambda window, key=key: _page(window, key))  # type: ignore[misc]
    for case in dialog_cases():
        yield View(case.name, case.open)


def page_keys() -> list[str]:
    """Return the keys of all pages, the steps in their order first."""
    entries = pages.entries()
    steps = [key for key in pages.STEP_KEYS if key in entries]
    beside = sorted((e for e in entries.values() if not e.is_step), key=lambda e: e.place)
    return [*steps, *(entry.key for entry in beside)]


def _page(window: Window, key: str) -> QWidget:
    show_page(window, key)
    settle(window)
    return window.main
