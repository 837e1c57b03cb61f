"""What the command search offers: an action, and why it cannot be done now."""

from typing import NamedTuple

from PySide6.QtGui import QAction


class Command(NamedTuple):
    """An action; `reason` is a sentence where it has nothing to act on, "" where it can be done."""

    action: QAction
    reason: str = ""
