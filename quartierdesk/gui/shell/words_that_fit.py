"""Shortening a text to the room there is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter


def fitting(painter: QPainter, text: str, room: QRect) -> str:
    """Return what of a text fits, shortened by whole words."""
    metrics, flags = painter.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
    words = text[:600].split()
    shown = " ".join(words)
    while words and metrics.boundingRect(room, flags, shown).height() > room.height():
        words.pop()
        shown = " ".join(words) + " …"
    return shown
