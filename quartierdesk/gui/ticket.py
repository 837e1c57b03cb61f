"""The ticket of an operation: how far it is, and whether it is still wanted."""

from PySide6.QtCore import QObject, Signal

from quartierdesk.errors import CancelledError

PATIENCE = 300
"""Milliseconds after which a person is told that something takes its time."""

OPENING_PATIENCE = 2000
"""The same for opening a file, which takes longer the first time."""


class Ticket(QObject):
    """What is going on in one operation; work that takes long reports to it.

    `advanced` tells done and total from whatever thread, `finished` comes last and once. What is
    `promised` is done even if the program is closed meanwhile. What `writes` and has got through
    is told, even if somebody cancelled it too late. Once the operation has finished, `error` is
    what it ended with (None: well).
    """

    advanced = Signal(int, int)
    finished = Signal()

    def __init__(
        self,
        title: str,
        parent: QObject,
        *,
        promised: bool = False,
        writes: bool = False,
        patience: int = PATIENCE,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.patience = patience
        self.promised = promised
        self.writes = writes
        self.error: BaseException | None = None
        self._cancelled = False
        self._begun = False
        self._asks = False
        self._nearly_done = False

    @property
    def stoppable(self) -> bool:
        """Whether cancelling has an effect now: before the work begins, and while it asks.

        Work that never asks cannot be stopped; what told that all is done is about to be kept.
        """
        return not self._begun or (self._asks and not self._nearly_done)

    @property
    def is_past_return(self) -> bool:
        """Whether the work could be stopped before, and cannot any more."""
        return self._asks and self._nearly_done

    def cancel(self) -> None:
        """Say that the result is not wanted any more."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether the result is not wanted any more."""
        return self._cancelled

    def begin(self) -> None:
        """Say that the work begins; raises `CancelledError` when nobody wants it any more."""
        if self.cancelled:
            raise CancelledError
        self._begun = True

    def step(self, done: int, total: int) -> None:
        """Report progress; raises `CancelledError` when the work shall stop."""
        if self.cancelled:
            raise CancelledError
        self._asks, self._nearly_done = True, done >= total
        self.advanced.emit(done, total)

    def shall_stop(self) -> bool:
        """Return whether the work shall stop: for work that asks without telling how far it is."""
        self._asks = True
        return self.cancelled
