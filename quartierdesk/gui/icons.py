"""Icons from drawings in one colour, which take on a colour of the theme."""

import re
from functools import cache

from PySide6 import QtGui
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from quartierdesk.gui.theme.colours import TRANSPARENT, Theme
from quartierdesk.paths import resources

_USUAL, _STRONG = 1.75, 2.5
_STROKE = re.compile(r'stroke-width="[^"]*"')


def pixmap(name: str, colour: QColor, size: int, *, strong: bool = False) -> QPixmap:
    """Return an icon as a picture of `size` pixels, sharp on the screens there are.

    Raises FileNotFoundError for a name that has no drawing.
    """
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    key = f"icon/{name}/{colour.name()}/{size}/{ratio}/{strong}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(TRANSPARENT)
    painter = QPainter(picture)
    paint(painter, name, colour, QRectF(0, 0, size, size), strong=strong)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def paint(
    painter: QPainter, name: str, colour: QColor, rect: QRectF, *, strong: bool = False
) -> None:
    """Draw an icon into `rect`."""
    width = _STRONG if strong else _USUAL
    drawing = _STROKE.sub(f'stroke-width="{width}"', _drawing(name), count=1)
    renderer = QSvgRenderer(drawing.replace("currentColor", colour.name()).encode())
    renderer.render(painter, rect)


def icon(name: str, theme: Theme, size: int = 20) -> "QtGui.QIcon":
    """Return an icon for buttons and menus, dim where it is disabled."""
    made = QtGui.QIcon(pixmap(name, theme.text, size))
    made.addPixmap(pixmap(name, theme.muted, size), QtGui.QIcon.Mode.Disabled)
    made.addPixmap(pixmap(name, theme.accent, size), QtGui.QIcon.Mode.Normal, QtGui.QIcon.State.On)
    return made


def window_icon() -> "QtGui.QIcon":
    """Return the sign of the program for windows and the task bar."""
    return QtGui.QIcon(str(resources() / "app" / "quartierdesk.png"))


@cache
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")
