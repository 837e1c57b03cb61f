"""Which drawing shows which figure of the protocol."""

from collections.abc import Callable, Mapping

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure, FigureKind
from quartierdesk.exports.charts.bars import bars, mood, population
from quartierdesk.exports.charts.dot_field import dot_field
from quartierdesk.exports.charts.effort_benefit import effort_benefit
from quartierdesk.exports.inks import Inks, inks

_DRAWN: Mapping[FigureKind, Callable[[Figure, float, Inks], Drawing]] = {
    "bars": bars,
    "dot_field": dot_field,
    "effort_benefit": effort_benefit,
    "mood": mood,
    "population": population,
}


def draw_figure(figure: Figure, width: float = 473.4, *, black: bool = False) -> Drawing:
    """Return the drawing of a figure, `width` points wide; `black` is for „Schwarzweiß“."""
    return _DRAWN[figure.kind](figure, width, inks(black))
