"""The list of quarters and their workshops in the rail."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quartierdesk.domain import clock
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL

if TYPE_CHECKING:
    from quartierdesk.services.outline import Outline, OutlineWorkshop

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the rail: a quarter, or a workshop with its day and state."""

    title: str
    below: str = ""
    workshop_id: str = ""


class OutlineModel(QAbstractListModel):
    """Quarters, each followed by its workshops; `narrow` keeps those that contain a text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._outline: Outline | None = None
        self._wanted = ""
        self._lines: list[Line] = []
        self.current_id = ""

    def show_outline(self, outline: "Outline | None") -> None:
        """Show another outline."""
        self._outline = outline
        self._fill()

    def narrow(self, text: str) -> None:
        """Show workshops only whose title, place or quarter contains `text`."""
        self._wanted = text.casefold().strip()
        self._fill()

    def set_current(self, workshop_id: str) -> None:
        """Mark the workshop that is shown."""
        self.current_id = workshop_id
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def row_of(self, workshop_id: str) -> int:
        """Return the row of a workshop, -1 if it is not in the list."""
        rows = (n for n, line in enumerate(self._lines) if line.workshop_id == workshop_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, or the line itself for the delegate."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.below}" if line.below else line.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that workshops can be chosen, quarters not."""
        if not self._lines[index.row()].workshop_id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def retranslate(self) -> None:
        """Say days and states in the language now chosen."""
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self._lines = []
        for quarter in self._outline.quarters if self._outline else ():
            found = [
                workshop
                for workshop in quarter.workshops
                if self._wanted in f"{workshop.title} {workshop.place} {quarter.name}".casefold()
            ]
            if found:
                self._lines.append(Line(quarter.name))
                self._lines += (Line(w.title, self._below(w), w.id) for w in found)
        self.endResetModel()

    def _below(self, workshop: "OutlineWorkshop") -> str:
        parts = [workshop.date.strftime("%d.%m.%Y") if workshop.date else self.tr("no date yet")]
        if workshop.released:
            parts.append(self.tr("minutes released"))
        elif workshop.date == clock.today():
            parts.append(self.tr("today"))
        return " · ".join(parts)


class OutlineDelegate(QStyledItemDelegate):
    """Draws a quarter as a heading and a workshop in two lines."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height for one or two lines."""
        small = QFontMetrics(self._look.font("small")).height()
        if not index.data(LINE).workshop_id:
            return QSize(0, small + 12)
        return QSize(0, small + QFontMetrics(self._look.font("caption")).height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.workshop_id:
            self._workshop(painter, option, line, index)
        else:
            painter.setFont(self._look.font("label"))
            painter.setPen(self._look.theme.text2)
            room = option.rect.adjusted(8, 6, -8, 0)
            title = painter.fontMetrics().elidedText(
                line.title, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignTop, title)
        painter.restore()

    def _workshop(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, index: Index
    ) -> None:
        theme = self._look.theme
        model = index.model()
        current = isinstance(model, OutlineModel) and model.current_id == line.workshop_id
        room: QRect = option.rect.adjusted(0, 1, 0, -1)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(room, RADIUS_CONTROL, RADIUS_CONTROL)
        if current:
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRect(room.x(), room.y() + 6, FOCUS, room.height() - 12), 1, 1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -2, -2), RADIUS_CONTROL, RADIUS_CONTROL)
        words = room.adjusted(12, 5, -8, -6)
        self._words(painter, words, line, current=current)

    def _words(self, painter: QPainter, room: QRect, line: Line, *, current: bool) -> None:
        theme = self._look.theme
        font = self._look.font("label" if current else "small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.text)
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(self._look.font("caption"))
        painter.setPen(theme.text2 if current else theme.muted)
        below = room.adjusted(0, metrics.height() + 1, 0, 0)
        beneath = painter.fontMetrics().elidedText(
            line.below, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, beneath)


class OutlineList(QListView):
    """The list; `chosen` tells the id of a workshop somebody wants to see."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(self)
        self.setModel(self.outline)
        self.setItemDelegate(OutlineDelegate(look, self))
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the workshop under the focus with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(LINE).workshop_id:
            self.chosen.emit(index.data(LINE).workshop_id)
