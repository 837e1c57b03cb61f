"""A table of counts, each with a bar behind its number."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import CELL_PADDING
from quartierdesk.gui.widgets.row_delegate import RowDelegate
from quartierdesk.gui.widgets.row_model import Column, Row
from quartierdesk.gui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

BAR = 1
"""The column that holds the bars."""

_THICK = 0.5


class BarTable(RowTable):
    """Name, bar, count, share; the bar of the largest count fills its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.high_as_rows = True
        self.counts: dict[str, int] = {}

    def use(self, look: Look) -> None:
        """Draw with this look."""
        super().use(look)
        self.setItemDelegate(_BarDelegate(look, self))

    def show_counts(
        self, columns: Sequence[Column], rows: Sequence[Row], counts: Sequence[int]
    ) -> None:
        """Show rows with their counts."""
        self.counts = {row.key: count for row, count in zip(rows, counts, strict=True)}
        self.show_rows(columns, rows)
        self.setMinimumHeight(self.full_height())


class _BarDelegate(RowDelegate):
    """Draws bars in their column."""

    def __init__(self, look: Look, table: BarTable) -> None:
        super().__init__(look, table.rows, table)
        self._bars = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, in the column of bars a bar."""
        super().paint(painter, option, index)
        if index.column() != BAR or not self._bars.counts:
            return
        most = max(self._bars.counts.values()) or 1
        room = QRectF(option.rect).adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        wide = room.width() * self._bars.counts[self._bars.rows.rows[index.row()].key] / most
        thick = room.height() * _THICK
        bar = QRectF(room.left(), room.center().y() - thick / 2, max(wide, 1.0), thick)
        painter.fillRect(bar, self._look.theme.accent)
