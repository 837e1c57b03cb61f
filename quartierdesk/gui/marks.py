"""Signs for kinds of contributions, action fields and states of a measure.

A sign is told by shape and letter; colour only helps. The shapes stand on a grid of 24 units.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
    QTransform,
)

from quartierdesk.gui.theme.colours import Theme, contrast
from quartierdesk.gui.theme.sizes import FAMILY

_GRID, _MARGIN = 24.0, 1.0
_LINE = 1.6
_FINE = 100


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a shape is drawn and where its letter stands: baseline and size in units."""

    draw: Callable[[], QPainterPath]
    baseline: float
    letter: float


def _polygon(*numbers: float) -> Callable[[], QPainterPath]:
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def draw() -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
        return path

    return draw


def _rounded(rect: QRectF, radius: float) -> Callable[[], QPainterPath]:
    def draw() -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        return path

    return draw


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 10.9, 10.9)
    return path


def _arch() -> QPainterPath:
    path = QPainterPath(QPointF(2.5, 22))
    path.lineTo(2.5, 11.5)
    path.arcTo(QRectF(2.5, 2, 19, 19), 180, -180)
    path.lineTo(21.5, 22)
    path.closeSubpath()
    return path


def _bubble() -> QPainterPath:
    path = QPainterPath(QPointF(4, 2.2))
    path.lineTo(20, 2.2)
    path.arcTo(QRectF(17.4, 2.2, 5.2, 5.2), 90, -90)
    path.lineTo(22.6, 15)
    path.arcTo(QRectF(17.4, 12.4, 5.2, 5.2), 0, -90)
    path.lineTo(11, 17.6)
    path.lineTo(5.6, 22.6)
    path.lineTo(5.6, 17.6)
    path.lineTo(4, 17.6)
    path.arcTo(QRectF(1.4, 12.4, 5.2, 5.2), 270, -90)
    path.lineTo(1.4, 4.8)
    path.arcTo(QRectF(1.4, 2.2, 5.2, 5.2), 180, -90)
    path.closeSubpath()
    return path


_STAR = (
    *(12, 0.6, 15.9, 7.7, 23.6, 9.3, 18.3, 15.3, 19.2, 23.2),
    *(12, 20, 4.8, 23.2, 5.7, 15.3, 0.4, 9.3, 8.1, 7.7),
)
_SHAPES: Mapping[str, _Shape] = {
    "square": _Shape(_rounded(QRectF(2, 2, 20, 20), 2), 16.6, 12.5),
    "triangle-up": _Shape(_polygon(12, 1.6, 23, 21.6, 1, 21.6), 18.9, 11.2),
    "diamond": _Shape(_polygon(12, 0.9, 23.1, 12, 12, 23.1, 0.9, 12), 16.2, 11.5),
    "circle": _Shape(_circle, 16.4, 13),
    "star": _Shape(_polygon(*_STAR), 17.6, 10.6),
    "hexagon": _Shape(_polygon(6.4, 2, 17.6, 2, 23.4, 12, 17.6, 22, 6.4, 22, 0.6, 12), 16.4, 12.5),
    "arch": _Shape(_arch, 18.2, 12.5),
    "triangle-down": _Shape(_polygon(1, 2.4, 23, 2.4, 12, 22.4), 13.6, 11.2),
    "pill": _Shape(_rounded(QRectF(0.8, 4.8, 22.4, 14.4), 7.2), 16.4, 12),
    "speech-bubble": _Shape(_bubble, 14.2, 11.5),
}
_UNKNOWN = "square"


@dataclass(frozen=True, slots=True)
class KindSign:
    """What of a kind is drawn: its code (for the colour), the name of its shape, its letter."""

    code: str
    shape: str
    letter: str


NO_KIND = KindSign("", "pill", "–")
"""The sign of a contribution without a kind."""


def shape_names() -> frozenset[str]:
    """Return the names of the shapes there are."""
    return frozenset(_SHAPES)


@cache
def shape(name: str) -> QPainterPath:
    """Return the outline of a shape on the grid of 24 units."""
    return _SHAPES.get(name, _SHAPES[_UNKNOWN]).draw()


def letter_colour(sign: KindSign, theme: Theme) -> QColor:
    """Return the colour of the letter of a kind: that which stands out from its ground."""
    ground = theme.kind(sign.code).fill
    return max((theme.ink, theme.text), key=lambda colour: contrast(colour, ground))


def paint_kind(painter: QPainter, rect: QRectF, sign: KindSign, theme: Theme) -> None:
    """Draw the mark of a kind into the square `rect`."""
    known = _SHAPES.get(sign.shape, _SHAPES[_UNKNOWN])
    colours = theme.kind(sign.code)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    scale = rect.width() / (_GRID + 2 * _MARGIN)
    painter.scale(scale, scale)
    painter.translate(_MARGIN, _MARGIN)
    pen = QPen(colours.edge, _LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colours.fill)
    painter.drawPath(shape(sign.shape))
    letter = _letter(sign.letter, known.letter / (1 if len(sign.letter) < 2 else 1.5))
    letter = letter.translated(_GRID / 2 - letter.boundingRect().center().x(), known.baseline)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(letter_colour(sign, theme))
    painter.drawPath(letter)
    painter.restore()


@cache
def _letter(text: str, size: float) -> QPainterPath:
    """Return a bold letter with its baseline at zero, `size` units high."""
    font = QFont(FAMILY)
    font.setBold(True)
    font.setPixelSize(_FINE)
    path = QPainterPath()
    path.addText(0, 0, font, text)
    return QTransform.fromScale(size / _FINE, size / _FINE).map(path)


def kind_pixmap(sign: KindSign, theme: Theme, size: int) -> QPixmap:
    """Return the mark of a kind as a picture of `size` pixels."""
    key = f"kind/{sign.code}/{sign.shape}/{sign.letter}/{theme.name}"
    return _picture(key, size, lambda p, r: paint_kind(p, r, sign, theme))


# Frame and letter of each state of a measure: (border, letter, ground) by role of the theme.
_STATUS_BORDER: Mapping[str, str] = {
    "in_umsetzung": "accent",
    "erledigt": "ok",
    "abgelehnt": "err",
    "idee": "line",
}


def paint_status(painter: QPainter, rect: QRectF, code: str, letter: str, theme: Theme) -> None:
    """Draw the mark of a measure's state into the square `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = rect.width() / 22
    radius, frame = 4 * scale, rect.adjusted(1, 1, -1, -1)
    colour = getattr(theme, _STATUS_BORDER.get(code, "edge"))
    pen = QPen(colour, 1.5 * scale)
    if code == "zurueckgestellt":
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme.accent if code == "in_umsetzung" else theme.base)
    painter.drawRoundedRect(frame, radius, radius)
    if code == "daueraufgabe":
        inset = 3 * scale
        painter.setPen(QPen(colour, scale))
        painter.drawRoundedRect(
            frame.adjusted(inset, inset, -inset, -inset), radius / 2, radius / 2
        )
    words = {"in_umsetzung": theme.on_accent, "erledigt": theme.ok, "abgelehnt": theme.err}
    font = QFont(FAMILY)
    font.setBold(True)
    font.setPixelSize(max(1, round(12 * scale)))
    painter.setFont(font)
    painter.setPen(words.get(code, theme.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def _picture(key: str, size: int, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    found = QPixmap()
    full_key = f"{key}/{size}/{ratio}"
    if QPixmapCache.find(full_key, found):
        return found
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(full_key, picture)
    return picture
