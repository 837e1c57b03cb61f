"""How high a field for prose is."""

from math import ceil

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit

from quartierdesk.gui.theme.sizes import FOCUS


def height_of_lines(field: QPlainTextEdit, lines: int) -> int:
    """Return the height in pixels that shows so many lines without a scroll bar."""
    around = FOCUS + int(field.document().documentMargin())
    metrics = QFontMetricsF(field.font())
    line = ceil(metrics.ascent()) + ceil(metrics.descent())  # as lines of text are laid out
    return lines * line + 2 * around + 1
