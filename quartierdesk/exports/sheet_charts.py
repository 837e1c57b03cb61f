"""Native charts of a workbook: bars that follow the cells they show."""

from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart import Series as ChartSeries
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.graphic import GraphicFrame
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from quartierdesk.domain.protocol import Figure, Table
from quartierdesk.exports.sheet_layout import Placed, figure_points
from quartierdesk.exports.sheet_styles import PETROL, PETROL_LIGHT, number_format

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

_EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 9_525
_PIXELS_PER_CHARACTER = 7
_COLOURS = (PETROL, PETROL_LIGHT, "B4BBBB")
"""Of the bars, the latest count first."""
_GRID = "D5DADA"


class _DescribedAnchor(OneCellAnchor):
    """The place of a chart, which hands the chart its alternative text as soon as it lies there."""

    __elements__ = OneCellAnchor.__elements__

    def __init__(self, row: int, size: XDRPositiveSize2D, alt_text: str) -> None:
        self._alt_text = alt_text
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
            properties.descr = self._alt_text
        self._frame = frame


def add_chart(
    sheet: "StreamedSheet", figure: Figure, placed: Placed, shown: Placed, width: float
) -> None:
    """Put a bar chart at `placed`, `width` characters wide; `shown` is the place of its table."""
    table = shown.block
    assert isinstance(table, Table)
    chart = _bars(figure)
    for at, series in enumerate(figure.series):
        column = table.position(series.column)
        values = _cells(sheet, shown, column, len(figure.categories))
        bars = ChartSeries(values, title=series.title)
        colour = _COLOURS[(len(figure.series) - 1 - at) % len(_COLOURS)]
        bars.graphicalProperties = GraphicalProperties(solidFill=colour)
        texts = _cells(sheet, shown, table.position(figure.category_column), len(series.values))
        bars.cat = AxDataSource(strRef=StrRef(str(texts)))
        bars.dLbls = _labels()
        chart.series.append(bars)
        chart.y_axis.number_format = number_format(table.columns[column])
    size = XDRPositiveSize2D(
        round(width * _PIXELS_PER_CHARACTER * _EMU_PER_PIXEL),
        round(figure_points(figure) * _EMU_PER_POINT),
    )
    sheet.add_chart(chart, _DescribedAnchor(placed.row, size, figure.alt_text))


def _bars(figure: Figure) -> BarChart:
    chart = BarChart(barDir="bar", gapWidth=45)
    chart.roundedCorners = False
    chart.title = _title(figure.title)
    if len(figure.series) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"
    # The first line of the table is the uppermost bar, with the scale below all of them.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    if figure.axis_title:
        chart.y_axis.title = _title(figure.axis_title)
    chart.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    )
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart


def _title(text: str) -> Title:
    title = title_maker(text)
    # Without this word Excel writes the title across the bars.
    title.overlay = False
    return title


def _labels() -> DataLabelList:
    """Return labels with the numbers as their cells show them."""
    return DataLabelList(
        dLblPos="outEnd",
        showVal=True,
        showCatName=False,
        showSerName=False,
        showLegendKey=False,
        showPercent=False,
    )


def _cells(sheet: "StreamedSheet", shown: Placed, column: int, rows: int) -> Reference:
    return Reference(
        sheet,
        min_col=column + 1,
        min_row=shown.header + 1,
        max_row=shown.header + rows,
    )
