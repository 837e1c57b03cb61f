"""The text of a card in at most two lines, laid out once and kept."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

MOST_LINES = 2
_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Lines of a text, ready to be drawn."""

    layout: QTextLayout
    lines: int
    height: float

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draw the lines below and right of `place` in the colour of the pen."""
        self.layout.draw(painter, place)


class CardTexts:
    """Layouts by text, width and font; the least used ones are forgotten."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, str, int], LaidOut] = OrderedDict()

    def of(self, text: str, width: int, font: QFont, most: int = MOST_LINES) -> LaidOut:
        """Return `text` in at most so many lines of `width` pixels; what does not fit ends in …"""
        key = (text, width, font.key(), most)
        found = self._kept.get(key)
        if found is None:
            found = _lay_out(" ".join(text.split()), width, font, most)
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


def _lay_out(text: str, width: int, font: QFont, most: int) -> LaidOut:
    layout, breaks = _in_lines(text, width, font, most)
    if len(breaks) > most:
        start = breaks[most - 1]
        metrics = QFontMetricsF(font)
        # What one line cannot show is not needed to shorten it.
        rest = text[start : start + 4 * max(20, breaks[1])]
        last = metrics.elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)
        layout, breaks = _in_lines(text[:start] + last, width, font, most)
    return LaidOut(layout, min(len(breaks), most), layout.boundingRect().height())


def _in_lines(text: str, width: int, font: QFont, most: int) -> tuple[QTextLayout, list[int]]:
    """Return the layout and where its lines begin, one more than `most` where there are more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    breaks: list[int] = []
    y = 0.0
    while len(breaks) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, y))
        y += line.height()
        breaks.append(line.textStart())
    layout.endLayout()
    return layout, breaks
