"""Every dot that was placed, as a circle: the ornament of the cover and of the poster."""

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure
from quartierdesk.domain.rounding import german
from quartierdesk.exports.charts.board import Board, style
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain_text


@dataclass(frozen=True, slots=True)
class DotFieldForm:
    """Measures in points: width of the labels, height of a row, size of type; `ruled` rows."""

    label: float = 172.0
    row: float = 15.0
    size: float = 8.0
    number: float = 26.0
    rank_size: float = 0.0
    ruled: bool = False


COVER_FORM = DotFieldForm()
POSTER_FORM = DotFieldForm(324.0, 33.0, 14.5, 44.0, 19.0, ruled=True)


def dot_field(figure: Figure, width: float, inks: Inks, form: DotFieldForm = COVER_FORM) -> Drawing:
    """Return a row of circles for each category; one circle stands for `per_circle` votes."""
    votes = [int(value or 0) for value in figure.series[0].values]
    circles = [count // figure.per_circle for count in votes]
    pitch = (width - form.label - form.number) / max(1, max(circles, default=1))
    pitch = min(pitch, form.row * 0.8)
    board = Board(width, form.row * len(votes), inks)
    for at, (text, count) in enumerate(zip(figure.categories, circles, strict=True)):
        strong, middle = at < figure.strong, at * form.row + form.row / 2
        face: TextStyle = style("bold" if strong else "regular", form.size, "ink", "right")
        base = middle + form.size * 0.36
        board.text((form.label - 9, base), _fitting(text, face, form, inks), face)
        for number in range(count):
            _dot(board, (form.label + pitch * (number + 0.5), middle), pitch * 0.42, strong)
        board.text((width, base), german(votes[at]), face)
        if form.ruled:
            y = (at + 1) * form.row - 0.3
            board.line((0, y), (width, y), inks.hair, 0.6)
    return board.drawing


def _dot(board: Board, centre: tuple[float, float], radius: float, strong: bool) -> None:
    inks = board.inks
    if inks.black and not strong:
        board.circle(centre, radius - 0.35, inks.white, inks.ink, 0.7)
    else:
        board.circle(centre, radius, inks.petrol if strong else inks.petrol_2)


def _fitting(text: str, kind: TextStyle, form: DotFieldForm, inks: Inks) -> str:
    """Return a label for one line; the table has the whole of it."""
    setter, room = Typesetter(inks), form.label - 9
    if setter.width(text, kind) <= room:
        return text
    lines = setter.lines(text, kind.but(hyphenate=False), room - setter.width("…", kind))
    return f"{plain_text(lines[0])}…"
