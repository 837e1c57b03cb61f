"""Parts of which the charts of a workbook are made: titles, fills, lines, labels."""

from collections.abc import Sequence
from typing import Any

from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

_GRID = "D5DADA"
_INK = "1B2326"
_TITLE_SIZE, _AXIS_SIZE, _LABEL_SIZE = 1200, 1000, 900


def chart_title(text: str) -> Title:
    """Return the title of a chart."""
    return _title(text, _TITLE_SIZE, bold=True)


def axis_title(text: str) -> Title:
    """Return the title of an axis."""
    return _title(text, _AXIS_SIZE, bold=False)


def solid(colour: str) -> GraphicalProperties:
    """Return a plain fill."""
    return GraphicalProperties(solidFill=colour)


def hatched(colour: str) -> GraphicalProperties:
    """Return a hatched fill, to be told from a plain one in black and white as well."""
    ink: Any = ColorChoice(srgbClr=colour)  # type: ignore[arg-type] # it takes hexadecimals
    paper: Any = ColorChoice(srgbClr="FFFFFF")  # type: ignore[arg-type]
    pattern = PatternFillProperties(prst="wdUpDiag", fgClr=ink, bgClr=paper)
    properties = GraphicalProperties(pattFill=pattern)
    properties.line = LineProperties(solidFill=colour)
    return properties


def pale_lines() -> ChartLines:
    """Return grid lines that stay behind what they measure."""
    return ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=_GRID)))


def value_labels(without: Sequence[DataLabel] = ()) -> DataLabelList:
    """Return labels with the numbers as their cells show them, but for some points."""
    labels = DataLabelList(dLblPos="outEnd", showVal=True, **_NOTHING_ELSE)
    labels.dLbl = list(without)
    return labels


def no_label(at: int) -> DataLabel:
    """Return the label of a point that has none."""
    return DataLabel(idx=at, showVal=False, **_NOTHING_ELSE)


def name_labels(position: str) -> DataLabelList:
    """Return labels with the name of the series at the given side of its point."""
    shown = {**_NOTHING_ELSE, "showSerName": True}
    letters = CharacterProperties(sz=_LABEL_SIZE, solidFill=_INK)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)
    text = RichText(p=[paragraph])
    return DataLabelList(dLblPos=position, showVal=False, txPr=text, **shown)


_NOTHING_ELSE = {
    "showCatName": False,
    "showSerName": False,
    "showLegendKey": False,
    "showPercent": False,
    "showBubbleSize": False,
}


def _title(text: str, size: int, *, bold: bool) -> Title:
    title = title_maker(text)
    # Without this word Excel writes the title across the bars.
    title.overlay = False
    written: Any = title.tx
    for paragraph in written.rich.p:
        for run in paragraph.r or ():
            run.rPr = CharacterProperties(sz=size, b=bold, solidFill=_INK)
    return title
