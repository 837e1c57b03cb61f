"""How high a field for prose is."""

from PySide6.QtWidgets import QPlainTextEdit

from quartierdesk.gui.theme.sizes import FOCUS


def height_of_lines(field: QPlainTextEdit, lines: int) -> int:
    """Return the height in pixels that shows so many lines without a scroll bar."""
    around = FOCUS + int(field.document().documentMargin())
    return lines * field.fontMetrics().lineSpacing() + 2 * around + 1
