"""Bars beside the rows of a table that names them: without labels, in rows of a given height."""

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure
from quartierdesk.exports.charts.bars import Pairs, draw_bar, most_of, pairs
from quartierdesk.exports.charts.board import Board, grid_step, style
from quartierdesk.exports.inks import Inks

_BAR = 12.0
_FOR_VALUE = 40.0
_BRACKET = 6.0


Room = tuple[float, float, float]
"""Width, height of a row, and how much lies at the left of the line at zero."""


def bars_beside(figure: Figure, room: Room, inks: Inks, tie: str = "") -> Drawing:
    """Return a bar for each row of the table; rows of one value get a bracket that says `tie`."""
    width, row, zero = room
    board = Board(width, len(figure.categories) * row + 18, inks)
    ties = list(_ties(figure)) if tie else []
    word = style("regular", 8, "muted")
    bracket = board.width(tie, word) + 2 * _BRACKET + 8 if ties else 0.0
    most = most_of(figure)
    right = max(_FOR_VALUE, width - _FOR_VALUE - bracket)
    board.value_axis((zero, 0, right, len(figure.categories) * row + 2), most, grid_step(most))
    lengths = [
        draw_bar(board, figure, at, (zero, at * row + (row - _BAR) / 2), (right - zero) / most)
        for at in range(len(figure.categories))
    ]
    for first, last in ties:
        x = zero + max(lengths[first : last + 1]) + _FOR_VALUE - 4
        top, bottom = first * row + row / 2 - 6, last * row + row / 2 + 6
        for start, end in (
            ((x - _BRACKET, top), (x, top)),
            ((x, top), (x, bottom)),
            ((x - _BRACKET, bottom), (x, bottom)),
        ):
            board.line(start, end, inks.muted, 1.1)
        board.on_ground((x + 6, (top + bottom) / 2 + 3), tie, word)
    return board.drawing


def mood_beside(figure: Figure, room: Room, inks: Inks) -> Drawing:
    """Return the bars of one or two counts for each row of the table."""
    width, row, zero = room
    held = len(figure.series)
    bar = min(_BAR, (row - 6) / max(1, held))
    fills = ("hatched", "solid") if held > 1 else ("solid", "solid")
    return pairs(figure, width, inks, Pairs(zero, row, bar, 1.0, fills, above=0.0))


def _ties(figure: Figure) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of equal values."""
    values = figure.series[0].values
    first = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] is None or values[at] != values[first]:
            if at - first > 1 and values[first] is not None:
                yield first, at - 1
            first = at
