"""What the first picture of the window needs of Qt's names, without loading all of them.

PySide makes every enumeration of `Qt` (and of `QStyle`) when one of them is touched first; that is
a fifth of the time until the window is seen. Where Qt takes whole numbers, these stand for them.
"""

from PySide6.QtGui import QFontMetrics

MIDDLE = 0x0080
"""`Qt.AlignmentFlag.AlignVCenter`."""

MIDDLE_RIGHT = 0x0082
"""`Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight`."""

NO_FOCUS = 0
"""`Qt.FocusPolicy.NoFocus`."""

WORDS_BESIDE_ICON = 2
"""`Qt.ToolButtonStyle.ToolButtonTextBesideIcon`."""

PLAIN_TEXT = 0
"""`Qt.TextFormat.PlainText`."""


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return what of `text` fits into `width` pixels, with an ellipsis where something is left."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
