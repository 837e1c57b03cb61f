"""Draws the cells of a table of rows: zebra, the current row, signs before words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quartierdesk.gui import icons, marks
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import CELL_PADDING, FOCUS

if TYPE_CHECKING:
    from quartierdesk.gui.widgets.row_model import Cell, Index, RowModel
    from quartierdesk.gui.widgets.row_table import RowTable

GAP = 8
SIGN_ROOM = 24
"""Width that a sign takes before the words, at 100 %: all words begin below each other."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands before the words of a cell.

    `status`: code and letter of a measure's state. `kind`: code, shape and letter of a kind.
    `icon`: name of the icon, and code of the action field that colours it or a role of the theme.
    """

    what: Literal["status", "kind", "icon"]
    code: str
    letter: str = ""
    shape: str = ""

    @property
    def size(self) -> int:
        """Size at a text size of 100 %."""
        return {"status": 22, "kind": 24, "icon": 20}[self.what]

    def paint(self, painter: QPainter, room: QRectF, look: Look) -> None:
        """Draw it."""
        theme = look.theme
        if self.what == "status":
            marks.paint_status(painter, room, self.code, self.letter, theme)
        elif self.what == "kind":
            known = marks.KindSign(self.code, self.shape, self.letter)
            marks.paint_kind(painter, room, known if self.code else marks.NO_KIND, theme)
        else:
            colour = getattr(theme, self.code, None) or theme.field(self.code)
            icons.paint(painter, self.letter, colour, room)


class RowDelegate(QStyledItemDelegate):
    """Draws cells with the look in force."""

    def __init__(self, look: Look, model: "RowModel", parent: "RowTable") -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: "Index") -> QSize:
        """Return the room for a row."""
        return QSize(60, self._look.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: "Index") -> None:
        """Draw a cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, column = self._model.cell(index), self._model.columns[index.column()]
        view, theme = option.widget, self._look.theme
        current = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        zebra = theme.alt if index.row() % 2 else theme.base
        painter.fillRect(option.rect, theme.tint if current else zebra)
        if current and index.column() == 0:
            edge = QRect(option.rect.left(), option.rect.top(), FOCUS, option.rect.height())
            painter.fillRect(edge, theme.accent)
        self._paint_ring(painter, option, index)
        room = option.rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        room = self._paint_sign(painter, cell, room)
        bold = cell.strong or (current and column.main)
        font = self._look.font(column.role)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(getattr(theme, cell.tone or "text"))
        words = QFontMetrics(font).elidedText(
            cell.text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(self._model.alignment(index.column())), words)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        """Return a line to write in."""
        line = QLineEdit(parent)
        line.setFont(self._look.font(self._model.columns[index.column()].role))
        line.setAccessibleName(self._model.columns[index.column()].title)
        return line

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: "Index") -> None:
        """Show which cell one would write in."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or view.currentIndex() != index:
            return
        if (
            view.hasFocus()
            and self._model.writable
            and self._model.columns[index.column()].editable
        ):
            painter.setPen(self._look.theme.accent)
            painter.setBrush(option.palette.brush(QPalette.ColorRole.Base))
            painter.drawRect(option.rect.adjusted(2, 2, -3, -3))

    def _paint_sign(self, painter: QPainter, cell: "Cell", room: QRect) -> QRect:
        if cell.sign is None:
            return room
        side = self._look.sizes.icon(cell.sign.size)
        wide = self._look.sizes.icon(SIGN_ROOM)
        left = room.left() + (wide - side) / 2
        place = QRectF(left, room.center().y() - side / 2 + 0.5, side, side)
        cell.sign.paint(painter, place, self._look)
        return room.adjusted(wide + GAP, 0, 0, 0)
