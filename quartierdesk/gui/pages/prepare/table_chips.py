"""The tables of the room, each a button with number, sign of its field and topic."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.gui import icons
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.gui.widgets.even_grid import EvenGrid

_SIDE, _GAP = 10, 6
_LONGEST = 16
"""Letters of a topic that are read without pointing at it."""


class TableChip(QAbstractButton):
    """One table."""

    def __init__(
        self, look: Look, table: TopicTable, short: str, field: tuple[str, str] | None
    ) -> None:
        super().__init__()
        self._look = look
        self._number = table.number
        self._field = field
        self.setText(short)
        self.setToolTip(table.topic)
        name = self.tr("Table {0}: {1}") if table.topic else self.tr("Table {0}")
        self.setAccessibleName(name.format(table.number, table.topic))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the same room."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the topic can be told."""
        words = QFontMetrics(self._look.font("caption"))
        told = min(words.horizontalAdvance(self.text()), words.averageCharWidth() * _LONGEST)
        number = QFontMetrics(self._look.font("strong")).horizontalAdvance(str(self._number))
        sign = self._look.sizes.icon(16) + _GAP if self._field is not None else 0
        return QSize(2 * _SIDE + number + _GAP + sign + told + 2, self._look.sizes.field)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, sign and topic."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = FOCUS if focused else 1
        painter.setPen(QPen(theme.accent if focused else theme.edge, width))
        painter.setBrush(theme.tint if self.underMouse() else theme.base)
        inset = (width + 1) // 2
        painter.drawRoundedRect(
            self.rect().adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
        )
        strong = self._look.font("strong")
        painter.setFont(strong)
        painter.setPen(theme.text)
        x = _SIDE
        number = str(self._number)
        room = QRect(x, 0, self.width() - x - _SIDE, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), number)
        x += QFontMetrics(strong).horizontalAdvance(number) + _GAP
        if self._field is not None:
            side = self._look.sizes.icon(16)
            place = QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, self._field[1], theme.field(self._field[0]), place)
            x += side + _GAP
        small = self._look.font("caption")
        painter.setFont(small)
        painter.setPen(theme.text2)
        room = QRect(x, 0, self.width() - x - _SIDE, self.height())
        words = QFontMetrics(small).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)


class TableChips(EvenGrid):
    """`wanted` tells the id of a table."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = 6

    def show_tables(self, look: Look, tables: Sequence[TopicTable], fields: Catalogue) -> None:
        """Show other tables."""
        cells = []
        for table in tables:
            entry = fields.find_label(table.topic)
            field = (entry.code, entry.symbol) if entry and entry.symbol else None
            chip = TableChip(look, table, entry.short if entry else table.topic, field)
            chip.clicked.connect(lambda _=False, key=table.id: self.wanted.emit(key))
            cells.append(chip)
        self.show_cells(cells)
