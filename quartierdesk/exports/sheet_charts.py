"""Native charts of a workbook: bars and fields that follow the cells they show."""

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart import Series as ChartSeries
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabel
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.graphic import GraphicFrame
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from quartierdesk.domain.protocol import Figure, Table
from quartierdesk.exports.sheet_chart_parts import (
    axis_title,
    chart_title,
    hatched,
    no_label,
    pale_lines,
    solid,
    value_labels,
)
from quartierdesk.exports.sheet_field import field_chart
from quartierdesk.exports.sheet_layout import Placed, figure_points
from quartierdesk.exports.sheet_styles import PETROL, PETROL_LIGHT, number_format

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

_EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 9_525
_PIXELS_PER_CHARACTER = 7
_FIELD_CHARACTERS = 90.0


class _DescribedAnchor(OneCellAnchor):
    """The place of a chart, which hands the chart its texts as soon as it lies there."""

    __elements__ = OneCellAnchor.__elements__

    def __init__(self, row: int, size: XDRPositiveSize2D, figure: Figure) -> None:
        self._figure = figure
        self._frame: GraphicFrame | None = None
        super().__init__(_from=AnchorMarker(col=0, row=row - 1), ext=size)

    @property
    def graphicFrame(self) -> GraphicFrame | None:  # noqa: N802 # the name is openpyxl's
        """The frame of the chart."""
        return self._frame

    @graphicFrame.setter
    def graphicFrame(self, frame: GraphicFrame | None) -> None:  # noqa: N802
        if frame is not None:
            properties: Any = frame.nvGraphicFramePr.cNvPr
            properties.descr = self._figure.alt_text
            properties.title = self._figure.title
        self._frame = frame


def add_chart(
    sheet: "StreamedSheet", figure: Figure, placed: Placed, shown: Placed, width: float
) -> None:
    """Put a chart at `placed`, `width` characters wide; `shown` is the place of its table."""
    if figure.kind == "effort_benefit":
        width = min(width, _FIELD_CHARACTERS)
        chart: Any = field_chart(sheet, figure, shown)
    else:
        chart = _bars(sheet, figure, shown)
    size = XDRPositiveSize2D(
        round(width * _PIXELS_PER_CHARACTER * _EMU_PER_PIXEL),
        round(figure_points(figure) * _EMU_PER_POINT),
    )
    sheet.add_chart(chart, _DescribedAnchor(placed.row, size, figure))


def _bars(sheet: "StreamedSheet", figure: Figure, shown: Placed) -> BarChart:
    table = shown.block
    assert isinstance(table, Table)
    chart = _empty_bars(figure)
    texts = _cells(sheet, shown, table.position(figure.category_column), figure)
    for at, series in enumerate(figure.series):
        column = table.position(series.column)
        bars = ChartSeries(_cells(sheet, shown, column, figure), title=series.title)
        bars.cat = AxDataSource(strRef=StrRef(str(texts)))
        bars.graphicalProperties = _fill(figure, at)
        bars.dPt = _pale_points(figure)
        bars.dLbls = value_labels(_unknown(series.values))
        chart.series.append(bars)
        chart.y_axis.number_format = number_format(table.columns[column])
    return chart


def _empty_bars(figure: Figure) -> BarChart:
    chart = BarChart(barDir="bar", gapWidth=45)
    chart.roundedCorners = False
    chart.title = chart_title(figure.title)
    if len(figure.series) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"
    # The first line of the table is the uppermost bar, with the scale below all of them.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    if figure.axis_title:
        chart.y_axis.title = axis_title(figure.axis_title)
    chart.y_axis.majorGridlines = pale_lines()
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart


def _fill(figure: Figure, at: int) -> GraphicalProperties:
    """Return how the bars of a series look; two series differ in print without colours too."""
    is_second = figure.kind == "population"
    is_hatched = len(figure.series) > 1 and (at != 0 if is_second else at != len(figure.series) - 1)
    return hatched(PETROL) if is_hatched else solid(PETROL)


def _pale_points(figure: Figure) -> list[DataPoint]:
    """Return the bars that stand behind the strong ones."""
    if not figure.strong or len(figure.series) > 1:
        return []
    return [
        DataPoint(idx=at, invertIfNegative=False, spPr=solid(PETROL_LIGHT))
        for at in range(figure.strong, len(figure.categories))
    ]


def _unknown(values: tuple[object, ...]) -> list[DataLabel]:
    """Return empty labels for what is kept secret: a bar of no length is not a zero."""
    return [no_label(at) for at, value in enumerate(values) if value is None]


def _cells(sheet: "StreamedSheet", shown: Placed, column: int, figure: Figure) -> Reference:
    return Reference(
        sheet,
        min_col=column + 1,
        min_row=shown.header + 1,
        max_row=shown.header + len(figure.categories),
    )
