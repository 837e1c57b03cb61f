"""The result of a poll as a table."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quartierdesk.gui.poll_words import cell_text, column_title
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import CELL_PADDING, RADIUS_CHIP
from quartierdesk.services.poll_results import ResultRow, ResultTable

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()

_GAP = 12
_CHIP = 6


class ResultModel(QAbstractTableModel):
    """Rows of a result, best first; the last row holds sums where there are any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result = ResultTable((), ())
        self.name_title = ""

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are, sums included."""
        if parent.isValid():
            return 0
        return len(self.result.rows) + bool(self.result.sums)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return rank (where there are ranks), name, and the numbers."""
        return 0 if parent.isValid() else self.first + len(self.result.columns)

    @property
    def name_section(self) -> int:
        """Return where the names stand."""
        return 1 if self.result.ranked else 0

    @property
    def first(self) -> int:
        """Return where the numbers begin."""
        return self.name_section + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == self.name_section:
            return self.name_title
        if section < self.name_section:
            return self.tr("Rank")
        return column_title(self.result.columns[section - self.first])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell; ties are said, not only shown."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == self.name_section:
            return self.words(index.row(), index.column())
        return None

    def show_result(self, result: ResultTable, name_title: str) -> None:
        """Show a result."""
        self.beginResetModel()
        self.result, self.name_title = result, name_title
        self.endResetModel()

    def row(self, place: int) -> ResultRow | None:
        """Return a row, None for the sums."""
        return self.result.rows[place] if place < len(self.result.rows) else None

    def words(self, place: int, section: int) -> str:
        """Return a cell as text."""
        row = self.row(place)
        cells = row.cells if row is not None else self.result.sums
        if section == self.name_section:
            return f"{row.label} {row.name}".strip() if row is not None else self.tr("Sum")
        if section < self.name_section:
            return str(row.rank) if row is not None and row.rank is not None else ""
        at = section - self.first
        return cell_text(cells[at], self.result.columns[at])

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Return how a column is aligned."""
        words = section == self.name_section
        if section >= self.first:
            words = self.result.columns[section - self.first].kind == "text"
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _sentence(self, place: int, section: int) -> str:
        row, words = self.row(place), self.words(place, section)
        if row is None or section == self.name_section:
            shared = self.tr("{name}, rank shared")
            return shared.format(name=words) if row is not None and row.tied else words
        heading = self.headerData(section, Qt.Orientation.Horizontal)
        return f"{row.name}, {heading}: {words}"


class ResultDelegate(QStyledItemDelegate):
    """Draws a result: ranks and first numbers bold, shared ranks with a chip."""

    def __init__(self, look: Look, model: ResultModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a row."""
        return QSize(60, self._look.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme = self._look.theme
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zebra = theme.alt if index.row() % 2 and row is not None else theme.base
        view = option.widget
        current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        focused = current and view is not None and view.hasFocus()
        painter.fillRect(option.rect, theme.tint if focused else zebra)
        if row is None:
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        section = index.column()
        strong = row is not None and section in (self._model.name_section - 1, self._model.first)
        font = self._look.font("strong" if strong else "body" if row is not None else "small")
        room = option.rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        chip = self._chip_width() if row is not None and row.tied else 0
        is_name = section == self._model.name_section
        metrics = QFontMetrics(font)
        width = room.width() - (chip + _GAP if chip and is_name else 0)
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(theme.text if row is not None else theme.text2)
        painter.drawText(room, int(self._model.alignment(section)), words)
        if chip and is_name:
            x = room.left() + metrics.horizontalAdvance(words) + _GAP
            self._chip(painter, QRect(x, option.rect.top(), chip, option.rect.height()))
        painter.restore()

    def _chip(self, painter: QPainter, room: QRect) -> None:
        font = self._look.font("caption")
        height = QFontMetrics(font).height() + 4
        frame = QRectF(room.left() + 0.5, room.center().y() - height / 2 + 0.5, room.width() - 1,
                       height)  # fmt: skip
        painter.setPen(QPen(self._look.theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        painter.setFont(font)
        painter.setPen(self._look.theme.text2)
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), self.tr("shared"))

    def _chip_width(self) -> int:
        metrics = QFontMetrics(self._look.font("caption"))
        return metrics.horizontalAdvance(self.tr("shared")) + 2 * _CHIP


class ResultView(QTableView):
    """The table of a result."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ResultDelegate(look, self.rows, self))
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.setAccessibleName(self.tr("Headings"))
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def show_result(self, result: ResultTable, name_title: str) -> None:
        """Show a result."""
        self.rows.show_result(result, name_title)
        self.fit()

    def fit(self) -> None:
        """Take on the text size in force; the table is as high as its rows."""
        row = self._look.sizes.row
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for section in range(self.rows.columnCount()):
            if section != self.rows.name_section:
                header.resizeSection(section, self._needed(section))
        lines = max((title.count("\n") + 1 for title in self._titles()), default=1)
        head = QFontMetrics(self._look.font("strong")).lineSpacing()
        header.setFixedHeight(max(self._look.sizes.agenda_row + 2, lines * head + 8))
        self.setMaximumHeight(self._height())
        self.updateGeometry()
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what is left."""
        super().resizeEvent(event)
        self._share_out()

    def sizeHint(self) -> QSize:
        """Return the room for all rows and numbers."""
        return QSize(self.wanted_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows; numbers that find no room are scrolled to."""
        sizes = self._look.sizes
        return QSize(min(self.wanted_width(), sizes.grown(320, 40)), sizes.row * 4)

    def wanted_width(self) -> int:
        """Return the width of all numbers and a few words of each name."""
        sections = range(self.rows.columnCount())
        others = sum(self._needed(s) for s in sections if s != self.rows.name_section)
        return others + self._fewest()

    def _share_out(self) -> None:
        header, name = self.horizontalHeader(), self.rows.name_section
        others = sum(header.sectionSize(s) for s in range(header.count()) if s != name)
        if header.count():
            header.resizeSection(name, max(self._fewest(), self.viewport().width() - others))

    def _fewest(self) -> int:
        """Return the width that names need at least: their own, or some twenty letters."""
        metrics = QFontMetrics(self._look.font("body"))
        widest = max((metrics.horizontalAdvance(r.name) for r in self.rows.result.rows), default=0)
        return min(widest, metrics.averageCharWidth() * 18) + 2 * CELL_PADDING

    def _height(self) -> int:
        """Return how high everything is; below the bars there is room for the axis."""
        below = 0 if self.rows.result.sums else self._look.sizes.row
        rows = self.rows.rowCount() * self._look.sizes.row
        return self.horizontalHeader().height() + rows + below + 4

    def _titles(self) -> list[str]:
        sections = range(self.rows.columnCount())
        return [str(self.rows.headerData(s, Qt.Orientation.Horizontal)) for s in sections]

    def _needed(self, section: int) -> int:
        body = QFontMetrics(self._look.font("strong"))
        texts = [self.rows.words(row, section) for row in range(self.rows.rowCount())]
        title = self._titles()[section]
        widest = max(map(body.horizontalAdvance, texts), default=0)
        widest = max(widest, *map(body.horizontalAdvance, title.split("\n")))
        return widest + 2 * CELL_PADDING + 4

    def row_rect(self, place: int) -> QRect:
        """Return where a row stands in the view."""
        top = self.rowViewportPosition(place) + self.viewport().y()
        return QRect(0, top, self.width(), self.rowHeight(place))
