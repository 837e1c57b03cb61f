"""Every dot that was placed, as a circle: the ornament of the cover and of the poster."""

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure
from quartierdesk.domain.rounding import german
from quartierdesk.exports.charts.board import Board, style
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain_text

_LABEL, _NUMBER = 172.0, 26.0  # points: columns of the labels and of the numbers
_ROW, _SIZE, _GAP = 15.0, 8.0, 9.0


def dot_field(figure: Figure, width: float, inks: Inks) -> Drawing:
    """Return a row of circles for each category; one circle stands for `per_circle` votes."""
    votes = [int(value or 0) for value in figure.series[0].values]
    circles = [count // figure.per_circle for count in votes]
    pitch = (width - _LABEL - _NUMBER) / max(1, max(circles, default=1))
    pitch = min(pitch, _ROW * 0.8)
    board = Board(width, _ROW * len(votes), inks)
    for at, (text, count) in enumerate(zip(figure.categories, circles, strict=True)):
        strong, middle = at < figure.strong, at * _ROW + _ROW / 2
        face = style("bold" if strong else "regular", _SIZE, "ink", "right")
        base = middle + _SIZE * 0.36
        board.text((_LABEL - _GAP, base), _fitting(text, face, inks), face)
        for number in range(count):
            _dot(board, (_LABEL + pitch * (number + 0.5), middle), pitch * 0.42, strong)
        board.text((width, base), german(votes[at]), face)
    return board.drawing


def _dot(board: Board, centre: tuple[float, float], radius: float, strong: bool) -> None:
    inks = board.inks
    if inks.black and not strong:
        board.circle(centre, radius - 0.35, inks.white, inks.ink, 0.7)
    else:
        board.circle(centre, radius, inks.petrol if strong else inks.petrol_2)


def _fitting(text: str, kind: TextStyle, inks: Inks) -> str:
    """Return a label for one line; the table has the whole of it."""
    setter, room = Typesetter(inks), _LABEL - _GAP
    if setter.width(text, kind) <= room:
        return text
    lines = setter.lines(text, kind.but(hyphenate=False), room - setter.width("…", kind))
    return f"{plain_text(lines[0])}…"
