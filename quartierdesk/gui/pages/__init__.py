"""The pages. Each is a package of its own; its `ENTRY` tells the shell where the page belongs.

`ENTRY` stands in the `__init__` of the package, which must not import services: the shell reads
all entries before the first picture, and loads a page when it is shown.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page

STEP_KEYS = ("prepare", "capture", "sort", "weigh", "agree", "protocol")
"""Keys of the pages that are steps of a workshop, in their order."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """How the shell finds a page.

    `title` is English and marked with `QT_TRANSLATE_NOOP("PageEntry", …)`. A page whose key is in
    `STEP_KEYS` is a step of a workshop; the others stand in the rail in the order of `place`, and
    `sign` is their icon. With `plain` its `Page.READS_PLAINLY`: it can be shown at a glance.
    """

    key: str
    title: str
    load: "Callable[[], type[Page[Any]]]"
    sign: str = ""
    place: int = 0
    plain: bool = False

    @property
    def is_step(self) -> bool:
        """Whether the page is a step of a workshop."""
        return self.key in STEP_KEYS

    def name(self) -> str:
        """Return the title in the language of the program."""
        return QCoreApplication.translate("PageEntry", self.title)


@cache
def entries() -> dict[str, PageEntry]:
    """Return the entries of all pages there are, by key."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if module.ispkg:
            entry = importlib.import_module(f"{__name__}.{module.name}").ENTRY
            found[entry.key] = entry
    return found
