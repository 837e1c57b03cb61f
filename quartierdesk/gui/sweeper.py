"""Removing circular garbage on the window's thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

SWEEPING = 1000
"""Milliseconds between two looks at what Python could remove."""


class Sweeper(QObject):
    """Lets Python remove circular garbage on the window's thread only.

    Left to itself Python does so on whatever thread happens to run, and a widget that is removed
    on another thread than its own takes the program down.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._sweep)
        self._timer.start(SWEEPING)

    def stop(self) -> None:
        """Leave it to Python again, when there is no other thread any more."""
        self._timer.stop()
        gc.enable()

    def _sweep(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
