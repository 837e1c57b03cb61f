"""Native charts of a workbook: bars that follow the cells they show."""

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart import Series as ChartSeries
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.graphic import GraphicFrame
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils.units import pixels_to_EMU

from quartierdesk.domain.protocol import Figure, Table
from quartierdesk.exports.sheet_layout import Placed, figure_points
from quartierdesk.exports.sheet_styles import PETROL, PETROL_LIGHT, number_format

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

_POINTS_PER_PIXEL = 0.75
_PIXELS_PER_CHARACTER = 7
_COLOURS = (PETROL, PETROL_LIGHT)
_GRID = "D5DADA"


class _DescribedAnchor(OneCellAnchor):
    """The place of a chart; it gives the chart its alternative text when it comes to lie there."""

    __elements__ = OneCellAnchor.__elements__

    def __init__(self, row: int, size: XDRPositiveSize2D, alt_text: str) -> None:
        self._frame: GraphicFrame | None = None
        self._alt_text = alt_text
        super().__init__(_from=AnchorMarker(col=0, row=row - 1), ext=size)
