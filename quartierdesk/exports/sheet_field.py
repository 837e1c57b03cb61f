"""The field of effort and benefit as a native chart: a named mark for each pair of estimates."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.chart import Reference, ScatterChart
from openpyxl.chart import Series as ChartSeries
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from quartierdesk.domain.effort import HIGHEST_ESTIMATE, LOWEST_ESTIMATE
from quartierdesk.domain.protocol import Figure, Table
from quartierdesk.exports.sheet_chart_parts import axis_title, chart_title, name_labels, solid
from quartierdesk.exports.sheet_layout import Placed
from quartierdesk.exports.sheet_styles import PETROL

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

_MOST_NAMED = 4
_MARK_SIZE = 9
_LINE = "8C9A9C"
# The scale has a margin on both sides, whose numbers mean nothing and are not written.
_LEAST, _MOST = LOWEST_ESTIMATE - 1, HIGHEST_ESTIMATE + 1
_SCALE = f'[={_LEAST}]"";[={_MOST}]"";0'


def field_chart(sheet: "StreamedSheet", figure: Figure, shown: Placed) -> ScatterChart:
    """Return the chart of a figure; `shown` is the place of its table.

    Where several measures have the same estimates, one mark names them all.
    """
    chart = ScatterChart(scatterStyle="lineMarker")
    chart.roundedCorners = False
    chart.title = chart_title(figure.title)
    chart.legend = None
    limits = figure.thresholds
    half = Decimal("0.5")
    _set_up(chart.x_axis, figure.axis_title, crosses_at=limits.high_benefit - half)
    _set_up(chart.y_axis, figure.unit, crosses_at=limits.low_effort + half)
    for first, names in _points(figure):
        chart.series.append(_mark(sheet, figure, shown, first, names))
    return chart


def _set_up(axis: Any, title: str, crosses_at: Decimal) -> None:  # noqa: ANN401 - two kinds
    """Let an axis be one of the two lines that divide the field, its numbers at the edge."""
    axis.title = axis_title(title)
    axis.scaling.min, axis.scaling.max = _LEAST, _MOST
    axis.majorUnit = 1
    axis.number_format = _SCALE
    axis.majorGridlines = None
    axis.tickLblPos = "low"
    axis.crosses, axis.crossesAt = None, float(crosses_at)
    axis.delete = False
    axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=_LINE))


def _points(figure: Figure) -> list[tuple[int, str]]:
    """Return for each pair of estimates the first row with it and the names of all of them."""
    effort, benefit = figure.series[0].values, figure.series[1].values
    found: dict[tuple[object, object], list[int]] = {}
    for at, pair in enumerate(zip(effort, benefit, strict=True)):
        if None not in pair:
            found.setdefault(pair, []).append(at)
    return [(rows[0], _joined([figure.categories[at] for at in rows])) for rows in found.values()]


def _joined(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" und {more} weitere" if more > 0 else "")


def _mark(sheet: "StreamedSheet", figure: Figure, shown: Placed, first: int, names: str) -> Any:  # noqa: ANN401 - what openpyxl takes for a series
    across, up = (_cell(sheet, shown, series.column, first) for series in figure.series[:2])
    mark = ChartSeries(up, across, title=names)
    mark.marker = Marker(symbol="circle", size=_MARK_SIZE, spPr=solid(PETROL))
    mark.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    mark.dLbls = name_labels("r")
    return mark


def _cell(sheet: "StreamedSheet", shown: Placed, key: str, at: int) -> Reference:
    table = shown.block
    assert isinstance(table, Table)
    row = shown.header + 1 + at
    return Reference(sheet, min_col=table.position(key) + 1, min_row=row, max_row=row)
