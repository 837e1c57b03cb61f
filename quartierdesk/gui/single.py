"""One window per person: whoever holds the lock is the first start.

Sockets, over which a second start is heard, come after the first picture.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from quartierdesk.paths import config_folder

if TYPE_CHECKING:
    from quartierdesk.gui.second_starts import SecondStarts

_PATIENCE = 3000
"""Milliseconds for a first start to open its window and listen."""


class FirstInstance(QObject):
    """The only window, as far as can be told; `called` carries what a second start was given.

    That is the path of a file, "" for none.
    """

    called = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(config_folder() / "window.lock"))
        # However long the window stays open; the lock of a program that is gone does not count.
        self._lock.setStaleLockTime(0)
        self._starts: SecondStarts | None = None

    def claim(self, file: Path | None) -> bool:
        """Become the first start; False when there is one, which was given `file` instead."""
        if self._lock.tryLock(0):
            return True
        from quartierdesk.gui.second_starts import hand_over

        held = self._lock.error() == QLockFile.LockError.LockFailedError
        return not hand_over(file, _PATIENCE if held else 0)

    def listen(self) -> None:
        """Begin to listen for second starts."""
        from quartierdesk.gui.second_starts import SecondStarts

        self._starts = SecondStarts(self)
        self._starts.called.connect(self.called)
        self._starts.listen()

    def close(self) -> None:
        """Listen no more, and let the next start be the first."""
        if self._starts is not None:
            self._starts.close()
        self._lock.unlock()
