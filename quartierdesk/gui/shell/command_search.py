"""Search and commands (Ctrl+K): every action and every contribution, by their words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.domain.text import fold
from quartierdesk.gui import icons, places
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.shell.command import Command
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import RADIUS_CONTROL
from quartierdesk.gui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from quartierdesk.services.search import Hit

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HITS = 30
_WIDTH, _HEIGHT = 640, 420


@dataclass(frozen=True, slots=True)
class Row:
    """Something to choose: its words, what stands small behind them, and what happens.

    `reason` says why nothing can happen now, "" where something does.
    """

    text: str
    beside: str
    sign: str
    follow: Callable[[], object]
    reason: str = ""

    @property
    def small(self) -> str:
        """What stands small behind the words: the keys, or why not."""
        return self.reason or self.beside


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Add rows behind those there are; what is chosen stays chosen."""
        if rows:
            there = len(self._rows)
            self.beginInsertRows(QModelIndex(), there, there + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.small}" if row.small else row.text
        return row if role == _ROW else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        theme, sizes = self._look.theme, self._look.sizes
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(room, RADIUS_CONTROL, RADIUS_CONTROL)
        size = sizes.icon(18)
        y = room.y() + (room.height() - size) // 2
        painter.drawPixmap(room.x() + 12, y, icons.pixmap(row.sign, theme.text2, size))
        small, body = self._look.font("caption"), self._look.font("body")
        beside = min(QFontMetrics(small).horizontalAdvance(row.small), room.width() // 2)
        words = room.adjusted(12 + size + 12, 0, -24 - beside, 0)
        painter.setFont(body)
        painter.setPen(theme.muted if row.reason else theme.text)
        text = QFontMetrics(body).elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        painter.setPen(
            theme.text if option.state & QStyle.StateFlag.State_Selected else theme.muted
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        told = QFontMetrics(small).elidedText(row.small, Qt.TextElideMode.ElideRight, beside)
        painter.drawText(room.adjusted(0, 0, -12, 0), flags, told)
        painter.restore()


class CommandSearch(QDialog):
    """A line and a list. Arrow keys choose while one types; Enter does it; Escape leaves.

    What cannot be done now stands behind what can, with the reason; Enter says it once more.
    Contributions are found a moment later and stand at the end: what is chosen stays.
    """

    def __init__(self, desk: Desk, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk = desk
        named = [each for each in commands if each.action.text()]
        self._commands = sorted(named, key=lambda each: bool(each.reason))
        self.setWindowTitle(self.tr("Search and commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("floating", True)
        self._line = SearchLine(self)
        self._line.setPlaceholderText(self.tr("Command or words of a contribution"))
        self._line.setAccessibleName(self.tr("Command or words of a contribution"))
        self._rows = _Rows(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_Delegate(desk.look, self._list))
        self._list.setProperty("bare", True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textChanged.connect(self._look_for)
        self._list.clicked.connect(self._follow)
        self._line.installEventFilter(self)
        self.setFocusProxy(self._line)
        self._look_for("")
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys and Enter in the line act on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._follow(self._list.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge: the popup lies on pages of its own colour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._desk.look.theme.edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _place(self, window: QWidget) -> None:
        sizes = self._desk.look.sizes
        width = min(sizes.icon(_WIDTH), window.width() - 32)
        height = min(sizes.icon(_HEIGHT), window.height() - 64)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 48)

    def _step(self, by: int) -> None:
        rows = self._rows.rowCount()
        if rows:
            wanted = (self._list.currentIndex().row() + by) % rows
            self._list.setCurrentIndex(self._rows.index(wanted))

    def _look_for(self, text: str) -> None:
        words = fold(text).split()
        commands = self._commands
        found = [self._row(c) for c in commands if _contains(_plain(c.action.text()), words)]
        self._rows.show_rows(found)
        self._choose_first()
        if self._desk.file is not None and len(text.strip()) > 1:
            self._ask(text)

    def _ask(self, text: str) -> None:
        from quartierdesk.services import search

        self._desk.ops.ask(
            self,
            lambda workspace: search.search(workspace, text, limit=_HITS),
            lambda hits: self._add(text, hits),
            latest="command-search",
        )

    def _add(self, text: str, hits: "Sequence[Hit]") -> None:
        # Meanwhile somebody may have typed on: then these are answers to another question.
        if text == self._line.text():
            self._rows.add_rows([self._hit(hit) for hit in hits])
            self._choose_first()

    def _choose_first(self) -> None:
        if self._rows.rowCount() and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._rows.index(0))

    def _row(self, command: Command) -> Row:
        action, reason = command
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        sign = action.property("sign") or "chevron-right"
        follow = (lambda: self._desk.tell(reason)) if reason else action.trigger
        return Row(_plain(action.text()), keys, str(sign), follow, reason)

    def _hit(self, hit: "Hit") -> Row:
        place = places.contribution(hit.id, hit.workshop_id)
        text = hit.text_minutes or hit.text_original
        return Row(text, hit.label, "message-circle", lambda: self._desk.go(place))

    def _follow(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row: Row = index.data(_ROW)
        self.accept()
        row.follow()


def _plain(text: str) -> str:
    return text.replace("&", "")


def _contains(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)
