"""The diagram of a result beside its table: the drawing of the protocol in the window's colours."""

from functools import partial

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from quartierdesk.domain.protocol import Figure
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.pages.weigh.result import ResultView
from quartierdesk.gui.theme.colours import Theme
from quartierdesk.services import diagrams
from quartierdesk.services.diagrams import Beside

_LEFT, _RIGHT = 20, 8
_FIELD_POINTS = 300.0  # a field is never drawn narrower; where there is less room it is smaller
_FIELD_HEIGHT = 360.0
_NUMBER_POINTS = 9.0  # of the numbers in the drawing; on screen they are as large as small text


class ResultChart(QWidget):
    """Shows a figure row by row beside the table, or a field below the height of its head."""

    def __init__(self, desk: Desk, table: ResultView, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._figure: Figure | None = None
        self._title = ""
        self.tie = ""
        self._drawn = QSvgRenderer(self)
        self._asked: Beside | None = None
        self.setMinimumWidth(desk.look.sizes.grown(160, 60))
        table.verticalScrollBar().valueChanged.connect(lambda _: self.update())

    @property
    def is_drawn(self) -> bool:
        """Whether there is a drawing to look at."""
        return self._drawn.isValid()

    def show_figure(self, figure: Figure, title: str, tie: str) -> None:
        """Show a figure; `tie` is what is said of rows with equal values, "" nothing."""
        self._figure, self._title, self.tie = figure, title, tie
        self._asked = None
        self._drawn.load(QByteArray())
        self.setAccessibleName(title)
        self.setAccessibleDescription(figure.alt_text)
        self.updateGeometry()
        self.fit()

    def fit(self) -> None:
        """Draw anew where size, rows, text or colours are others."""
        figure, place = self._figure, self._place()
        if figure is None or place.width <= 0 or place == self._asked:
            return
        self._asked = place
        self._desk.ops.draw(
            self,
            lambda _: diagrams.beside_table(figure, place),
            partial(self._take, place),
            latest="weigh/chart",
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the panel, and for a field the height in which it is not small."""
        high = round(_FIELD_HEIGHT * self._scale()) if self._is_field() else 100
        return QSize(self._desk.look.sizes.grown(210, 240), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heading and the figure below it."""
        theme, look = self._desk.look.theme, self._desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.base)
        head = QRect(0, 0, self.width(), self._table.horizontalHeader().height())
        painter.fillRect(head, theme.head)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        painter.setFont(look.font("label"))
        painter.setPen(theme.text2)
        room = head.adjusted(_LEFT, 0, -_RIGHT, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        if self._drawn.isValid():
            painter.setFont(look.font("small"))  # what is not bold in the drawing takes its weight
            painter.setClipRect(self.rect().adjusted(1, head.height(), 0, 0))
            self._drawn.render(painter, self._frame(head.height()))

    def _frame(self, head: int) -> QRectF:
        """Return where the drawing stands: with the first row, or all of it in the room below."""
        size = self._drawn.viewBoxF().size() * self._scale()
        if self._is_field():
            room = QRect(_LEFT, head + _RIGHT, self.width() - _LEFT, self.height() - head - _RIGHT)
            size.scale(
                min(size.width(), room.width()),
                min(size.height(), room.height()),
                Qt.AspectRatioMode.KeepAspectRatio,
            )
            return QRectF(float(_LEFT), float(room.top()), size.width(), size.height())
        left = _LEFT - diagrams.BEFORE_ZERO * self._scale()
        return QRectF(left, self._table.row_rect(0).top(), size.width(), size.height())

    def _place(self) -> Beside:
        look = self._desk.look
        theme = look.theme
        width = (self.width() - _LEFT - _RIGHT) / self._scale() + diagrams.BEFORE_ZERO
        row = look.sizes.row / self._scale()
        if self._is_field():
            width = max(width, _FIELD_POINTS)
        hatched = theme.name == "contrast"
        return Beside(width, row, printed_in(theme), hatched, self.tie)

    def _scale(self) -> float:
        """Return how many pixels a point is."""
        return QFontInfo(self._desk.look.font("small")).pixelSize() / _NUMBER_POINTS

    def _is_field(self) -> bool:
        return self._figure is not None and self._figure.kind == "effort_benefit"

    def _take(self, place: Beside, svg: str) -> None:
        if place == self._asked:
            self._drawn.load(QByteArray(svg.encode()))
            self.update()


def printed_in(theme: Theme) -> dict[str, str]:
    """Return the colours of the theme by the roles they have in print."""
    colours = {
        "ink": theme.text,
        "muted": theme.text2,
        "petrol": theme.accent,
        "petrol_2": theme.accent,
        "petrol_3": theme.tint,
        "stone": theme.alt,
        "rule": theme.edge,
        "hair": theme.line,
        "brick": theme.err,
        "white": theme.base,
    }
    return {role: colour.name() for role, colour in colours.items()}
