"""Paints what is entered: number boxes with − and +, boxes to tick, comparisons, differences."""

from typing import Literal

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quartierdesk.gui import icons
from quartierdesk.gui.pages.weigh.grid_model import ENTERED, NAME, GridModel
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import CELL_PADDING, FOCUS, RADIUS_CONTROL

Part = Literal["less", "middle", "more", ""]
Index = QModelIndex | QPersistentModelIndex

_MARK = 3


class GridDelegate(QStyledItemDelegate):
    """Draws rows; the current one is tinted, bold, and has a line at its left edge."""

    def __init__(self, look: Look, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.current_row = -1
        self.current_section = -1
        self.has_focus = False

    def row_height(self) -> int:
        """Return how high rows are."""
        return self._look.sizes.grown(14, 25)

    def box(self, cell: QRect) -> QRect:
        """Return where in a cell the box with −, number and + stands."""
        sizes = self._look.sizes
        box = QRect(0, 0, sizes.grown(24, 90), sizes.grown(10, 20))
        box.moveCenter(cell.center())
        return box

    def part_at(self, cell: QRect, where: QPoint) -> Part:
        """Return which part of a box is at a point."""
        box = self.box(cell)
        if not box.contains(where):
            return ""
        side = self._side(box)
        if where.x() < box.left() + side:
            return "less"
        return "more" if where.x() > box.right() - side else "middle"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a row."""
        return QSize(80, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme = self._look.theme
        row, section = index.row(), index.column()
        current = row == self.current_row
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.tint if current else theme.alt if row % 2 else theme.base
        painter.fillRect(option.rect, ground)
        if current and section == 0:
            mark = QRect(option.rect.left(), option.rect.top(), _MARK, option.rect.height())
            painter.fillRect(mark, theme.accent)
        column = self._model.column(section)
        if column is None or column.kind == "fixed":
            self._words(painter, option.rect, index, bold=current and section == NAME)
        elif column.kind == "difference":
            self._difference(painter, option.rect, self._model.value(row, section))
        elif column.kind in ENTERED:
            self._entry(painter, option.rect, row, section)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, index: Index, *, bold: bool) -> None:
        theme = self._look.theme
        font = self._look.font("strong" if bold else "body")
        muted = index.column() == 0
        painter.setFont(font)
        painter.setPen(theme.muted if muted else theme.text)
        room = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        words = QFontMetrics(font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, int(alignment), words)

    def _difference(self, painter: QPainter, rect: QRect, value: int | None) -> None:
        if value is None:
            return
        theme, side = self._look.theme, self._look.sizes.icon(18)
        spot = QRect(0, 0, side, side)
        spot.moveCenter(rect.center())
        if value == 0:
            picture = icons.pixmap("check", theme.ok, side, strong=True)
            painter.drawPixmap(spot.topLeft(), picture)
            return
        spot.translate(-side, 0)
        painter.drawPixmap(spot.topLeft(), icons.pixmap("alert-triangle", theme.warn, side))
        painter.setFont(self._look.font("strong"))
        painter.setPen(theme.warn)
        room = rect.adjusted(spot.right() - rect.left() + 6, 0, 0, 0)
        words = f"{value:+d}".replace("-", "−")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _entry(self, painter: QPainter, rect: QRect, row: int, section: int) -> None:
        theme = self._look.theme
        box = self.box(rect)
        here = (row, section) == (self.current_row, self.current_section) and self.has_focus
        painter.setBrush(theme.base)
        painter.setPen(QPen(theme.accent if here else theme.edge, FOCUS if here else 1))
        inset = 0.5 if not here else -0.5
        frame = QRectF(box).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        column = self._model.column(section)
        kind = column.kind if column else "fixed"
        if kind == "yes_no":
            self._halves(painter, box, self._model.value(row, section))
        elif kind == "pair":
            self._pair(painter, box, self._model.value(row, section))
        else:
            self._number(painter, box, row, section)

    def _number(self, painter: QPainter, box: QRect, row: int, section: int) -> None:
        theme, side = self._look.theme, self._side(box)
        less = QRect(box.left(), box.top(), side, box.height())
        more = QRect(box.right() - side + 1, box.top(), side, box.height())
        self._rules(painter, box, (less.right(), more.left()))
        for room, sign in ((less, "minus"), (more, "plus")):
            self._sign(painter, room, sign)
        typed = self._model.typed_at(row, section)
        words = typed if typed is not None else self._model.words(row, section)
        font = self._look.font("strong")
        painter.setFont(font)
        painter.setPen(theme.text)
        middle = QRect(less.right(), box.top(), more.left() - less.right(), box.height())
        painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter), words)
        if typed is not None:
            metrics = QFontMetrics(font)
            x = middle.center().x() + metrics.horizontalAdvance(words) // 2 + 2
            half = metrics.height() // 2
            painter.setPen(QPen(theme.text, 2))
            painter.drawLine(x, middle.center().y() - half, x, middle.center().y() + half)

    def _halves(self, painter: QPainter, box: QRect, value: int | None) -> None:
        """Draw „nein“ and „ja“ side by side, the chosen half filled."""
        middle = box.center().x()
        no = QRect(box.left(), box.top(), middle - box.left(), box.height())
        yes = QRect(middle, box.top(), box.right() - middle + 1, box.height())
        self._rules(painter, box, (middle,))
        for room, words, chosen in (
            (no, self.tr("no"), value == 0),
            (yes, self.tr("yes"), value == 1),
        ):
            self._choice(painter, room, words, chosen=chosen)

    def _pair(self, painter: QPainter, box: QRect, value: int | None) -> None:
        side = self._side(box)
        parts = (
            (QRect(box.left(), box.top(), side, box.height()), "◀", value == 2),
            (QRect(box.left() + side, box.top(), box.width() - 2 * side, box.height()), "=",
             value == 1),
            (QRect(box.right() - side + 1, box.top(), side, box.height()), "▶", value == 0),
        )  # fmt: skip
        self._rules(painter, box, (parts[0][0].right(), parts[2][0].left()))
        for room, sign, chosen in parts:
            self._choice(painter, room, sign, chosen=chosen)

    def _choice(self, painter: QPainter, room: QRect, words: str, *, chosen: bool) -> None:
        theme = self._look.theme
        if chosen:
            painter.fillRect(room.adjusted(2, 2, -2, -2), theme.accent)
        painter.setFont(self._look.font("strong" if chosen else "small"))
        painter.setPen(theme.on_accent if chosen else theme.text2)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    def _rules(self, painter: QPainter, box: QRect, places: tuple[int, ...]) -> None:
        painter.setPen(QPen(self._look.theme.line, 1))
        for x in places:
            painter.drawLine(x, box.top() + 2, x, box.bottom() - 2)

    def _sign(self, painter: QPainter, room: QRect, name: str) -> None:
        side = self._look.sizes.icon(16)
        colour = self._look.theme.text2
        spot = QRect(0, 0, side, side)
        spot.moveCenter(room.center())
        painter.drawPixmap(spot.topLeft(), icons.pixmap(name, colour, side))

    def _side(self, box: QRect) -> int:
        return box.height() + 2
