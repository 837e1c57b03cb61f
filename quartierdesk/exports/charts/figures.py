"""Which drawing shows which figure of the protocol."""

from collections.abc import Callable, Mapping

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure, FigureKind
from quartierdesk.exports.charts.bars import bars, mood, population
from quartierdesk.exports.charts.beside import Room, bars_beside, mood_beside
from quartierdesk.exports.charts.dot_field import dot_field
from quartierdesk.exports.charts.effort_benefit import effort_benefit
from quartierdesk.exports.inks import COLOUR, Inks

_DRAWN: Mapping[FigureKind, Callable[[Figure, float, Inks], Drawing]] = {
    "bars": bars,
    "dot_field": dot_field,
    "effort_benefit": effort_benefit,
    "mood": mood,
    "population": population,
}


def draw_figure(figure: Figure, width: float = 473.4, colours: Inks = COLOUR) -> Drawing:
    """Return the drawing of a figure, `width` points wide."""
    return _DRAWN[figure.kind](figure, width, colours)


def draw_beside(figure: Figure, room: Room, colours: Inks = COLOUR, tie: str = "") -> Drawing:
    """Return the same drawing for the right of its table, row by row.

    `tie` is what is said of rows with equal values. Effort and benefit have no rows: they are
    drawn as everywhere.
    """
    if figure.kind == "bars":
        return bars_beside(figure, room, colours, tie)
    if figure.kind == "mood":
        return mood_beside(figure, room, colours)
    return draw_figure(figure, room[0], colours)
