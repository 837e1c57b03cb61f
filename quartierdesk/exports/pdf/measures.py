"""The columns of an A4 page: twelve of them, the first three are the margin column."""

from quartierdesk.exports.pdf.composing import A4

GUTTER = 12.0
WIDTH = A4.measure
_COLUMN = (WIDTH - 11 * GUTTER) / 12


def columns(count: int) -> float:
    """Return the width of neighbouring columns in points."""
    return count * _COLUMN + (count - 1) * GUTTER


MARGIN = columns(3)
"""Width of the margin column: section numbers, labels, help for reading."""
TEXT_LEFT = MARGIN + GUTTER
"""Where the text column begins, from the left of the content."""
TEXT = columns(9)
"""Width of the text column: about seventy characters."""
