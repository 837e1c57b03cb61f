"""Keeps what is half-typed in the file, at once and then every little while."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from quartierdesk import services
from quartierdesk.gui.desk import Desk
from quartierdesk.services.half_typed import HalfTyped

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

PAUSE = 250
"""Milliseconds between two drafts; so much typing a crash can take."""


class DraftKeeper(QObject):
    """Stores what `current` returns (None: nothing to keep now) soon after each `note`."""

    def __init__(
        self, desk: Desk, current: Callable[[], tuple[str, HalfTyped] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._current = current
        self._kept: tuple[str, HalfTyped] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)

    def note(self) -> None:
        """Something was typed."""
        if not self._pause.isActive():
            self._pause.start()

    def forget(self, kept: tuple[str, HalfTyped]) -> None:
        """Know what is stored already, because an operation stored it on its way."""
        self._kept = kept

    def keep(self) -> None:
        """Store now what is half-typed."""
        self._pause.stop()
        current = self._current()
        if current is None or current == self._kept or not self._desk.writable:
            return
        self._kept = current
        workshop_id, typed = current

        def store(workspace: "Workspace") -> None:
            services.capturing.keep_half_typed(workspace, workshop_id, typed)

        # The text itself stays in the line; storing the card will say what is wrong with the disk.
        self._desk.ops.run(self, store, failed=lambda _: None)
