"""The result of a poll: a table, and beside it bars that share its rows."""

from collections.abc import Sequence
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
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quartierdesk.gui.poll_words import cell_text, column_title
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CHIP
from quartierdesk.services.poll_results import ResultRow, ResultTable

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()

_PADDING, _GAP = 12, 12
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
            return row.name if row is not None else self.tr("Sum")
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
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
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
        return min(widest, metrics.averageCharWidth() * 18) + 2 * _PADDING

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
        return widest + 2 * _PADDING + 4

    def row_rect(self, place: int) -> QRect:
        """Return where a row stands in the view."""
        top = self.rowViewportPosition(place) + self.viewport().y()
        return QRect(0, top, self.width(), self.rowHeight(place))


class BarChart(QWidget):
    """Bars beside the table, row by row; several polls stand as several bars in a row."""

    def __init__(self, look: Look, table: ResultView, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._table = table
        self._title = ""
        self._tie = ""
        self.setMinimumWidth(look.sizes.grown(160, 60))
        table.verticalScrollBar().valueChanged.connect(lambda _: self.update())

    def show_result(self, title: str, description: str, tie: str) -> None:
        """Show the bars of what the table shows; `tie` says what rows with one rank have equal."""
        self._title, self._tie = title, tie
        self.setAccessibleName(title)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the panel."""
        return QSize(self._look.sizes.grown(210, 240), 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heading, grid, bars with their values, ties, axis."""
        result = self._table.rows.result
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.base)
        header = self._table.horizontalHeader().height()
        top = QRect(0, 0, self.width(), header)
        painter.fillRect(top, theme.head)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(top.bottomLeft(), top.bottomRight())
        painter.setFont(self._look.font("label"))
        painter.setPen(theme.text2)
        painter.drawText(
            top.adjusted(20, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), self._title
        )
        if not result.rows:
            return
        painter.setClipRect(self.rect().adjusted(0, header, 0, 0))
        scale = _Scale(result, self._plot())
        self._axis(painter, scale, len(result.rows))
        for place, row in enumerate(result.rows):
            self._bars(painter, scale, self._table.row_rect(place), row)
        self._ties(painter, scale, result.rows)

    def _plot(self) -> QRect:
        """Return from where to where bars may reach."""
        metrics = QFontMetrics(self._look.font("caption"))
        has_ties = self._table.rows.result.has_ties
        tie = metrics.horizontalAdvance(self._tie) + 24 if has_ties else 0
        right = self.width() - tie - QFontMetrics(self._look.font("strong")).averageCharWidth() * 7
        return QRect(20, 0, max(40, right - 20), self.height())

    def _axis(self, painter: QPainter, scale: "_Scale", rows: int) -> None:
        theme = self._look.theme
        first, last = self._table.row_rect(0), self._table.row_rect(rows - 1)
        font = self._look.font("caption")
        height = QFontMetrics(font).height()
        painter.setFont(font)
        for value in scale.ticks():
            x = scale.x(value)
            painter.setPen(QPen(theme.edge if value == 0 else theme.line, 1))
            painter.drawLine(x, first.top(), x, last.bottom())
            painter.setPen(theme.text2)
            room = QRect(x - 40, last.bottom() + 6, 80, height)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), f"{value:g}")

    def _bars(self, painter: QPainter, scale: "_Scale", rect: QRect, row: ResultRow) -> None:
        theme, count = self._look.theme, len(row.bars)
        room = rect.adjusted(0, 7, 0, -7) if count == 1 else rect.adjusted(0, 3, 0, -3)
        thick = room.height() // max(1, count)
        solid = Qt.BrushStyle.SolidPattern
        for at, value in enumerate(row.bars):
            if value is None:
                continue
            newest = at == count - 1
            bar = QRectF(scale.x(0), room.top() + at * thick, scale.length(float(value)), thick - (
                0 if count == 1 else 1))  # fmt: skip
            painter.setPen(QPen(theme.accent, 1) if not newest else Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(theme.accent, solid if newest else Qt.BrushStyle.BDiagPattern))
            if bar.width() > 0:
                painter.drawRoundedRect(bar, 2, 2)
            painter.setFont(self._look.font("strong" if count == 1 else "caption"))
            painter.setPen(theme.text)
            words = QRectF(bar.right() + 8, bar.top() - 2, 90, bar.height() + 4)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._number(row, at))

    def _number(self, row: ResultRow, at: int) -> str:
        """Return the value of a bar as the table tells it."""
        columns = self._table.rows.result.columns
        places = [n for n, c in enumerate(columns) if c.key == self._table.rows.result.measured]
        return cell_text(row.cells[places[at]], columns[places[at]]) if at < len(places) else ""

    def _ties(self, painter: QPainter, scale: "_Scale", rows: Sequence[ResultRow]) -> None:
        """Draw a bracket around rows that share a rank."""
        theme = self._look.theme
        place = 0
        while place < len(rows):
            end = place
            while (
                end + 1 < len(rows)
                and rows[end + 1].tied
                and rows[end + 1].rank == rows[place].rank
            ):
                end += 1
            if rows[place].tied and end > place:
                top, bottom = self._table.row_rect(place), self._table.row_rect(end)
                widest = max(float(row.bars[0] or 0) for row in rows[place : end + 1])
                number = QFontMetrics(self._look.font("strong")).averageCharWidth() * 6
                x = scale.x(0) + round(scale.length(widest)) + number
                y0, y1 = top.center().y() - 8, bottom.center().y() + 8
                painter.setPen(QPen(theme.text2, 1.5))
                painter.drawLine(x - 7, y0, x, y0)
                painter.drawLine(x, y0, x, y1)
                painter.drawLine(x - 7, y1, x, y1)
                painter.setFont(self._look.font("caption"))
                painter.setPen(theme.text2)
                room = QRect(x + 8, y0, self.width() - x - 10, y1 - y0)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(room, int(flags), self._tie)
            place = end + 1


class _Scale:
    """From values to pixels."""

    def __init__(self, result: ResultTable, plot: QRect) -> None:
        values = [float(v) for row in result.rows for v in row.bars if v is not None]
        most = max([*values, float(result.highest or 0), 1.0])
        self._step = _step(most)
        self._most = most
        self._plot = plot

    def x(self, value: float) -> int:
        """Return where a value stands."""
        return self._plot.left() + round(self.length(value))

    def length(self, value: float) -> float:
        """Return how long a bar is."""
        return self._plot.width() * value / self._most

    def ticks(self) -> list[float]:
        """Return the values that have a line."""
        count = int(self._most // self._step)
        return [number * self._step for number in range(count + 1)]


def _step(most: float) -> float:
    """Return the distance of lines: 1, 2 or 5 times a power of ten, at most five of them."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if most <= 5 * step * factor:
                return step * factor
        step *= 10
