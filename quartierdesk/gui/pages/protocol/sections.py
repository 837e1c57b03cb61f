"""The list of sections: to switch on and off, to arrange, with the page each begins on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from quartierdesk.gui import icons
from quartierdesk.gui.pages.protocol.state import SectionRow
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.gui.widgets.dragged_row import DraggedRow, target_of

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_DRAGGED = DraggedRow("section")
_GRIP, _BOX, _GAP = 16, 18, 10
_FEW = 4


class SectionModel(QAbstractListModel):
    """The sections; `switched` and `arranged` tell what a person wants, the file decides."""

    switched = Signal(str, bool)
    arranged = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[SectionRow, ...] = ()
        self._pages: Mapping[str, int] = {}
        self.writable = True

    def show_rows(self, rows: Sequence[SectionRow]) -> None:
        """Show other sections."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Show on which page (from 1) each section begins."""
        self._pages = pages
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def keys(self) -> list[str]:
        """Return the keys in the order shown."""
        return [row.key for row in self._rows]

    def page_text(self, row: SectionRow) -> str:
        """Return what stands at the right: the page, or that there is nothing to print."""
        if not row.shown:
            return ""
        if row.empty:
            return self.tr("empty")
        page = self._pages.get(row.key)
        return self.tr("p. {}").format(page) if page else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many sections there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, check mark, the sentence for the screen reader, or the row itself."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("is printed") if row.shown else self.tr("is left out")
            return ", ".join(filter(None, (row.title, state, self.page_text(row))))
        return row if role == _ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that sections can be switched and moved while the file may be changed."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def switch(self, place: int) -> None:
        """Ask to switch a section on or off; one that belongs to every protocol stays."""
        row = self._rows[place]
        if self.writable and not row.fixed:
            self.switched.emit(row.key, not row.shown)

    def move(self, place: int, target: int) -> None:
        """Ask to move a section so that it stands at `target`."""
        keys = self.keys()
        if self.writable and 0 <= target < len(keys) and place != target:
            keys.insert(target, keys.pop(place))
            self.arranged.emit(keys)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that sections are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [_DRAGGED.kind]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged section."""
        return _DRAGGED.packed(self._rows[indexes[0].row()].key)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move the dragged section before the one it was dropped at."""
        keys, key = self.keys(), _DRAGGED.key(data)
        if key in keys:
            place = keys.index(key)
            self.move(place, target_of(place, row, parent, len(keys)))
        return False  # the view must not remove anything: the file decides


class SectionDelegate(QStyledItemDelegate):
    """Draws grip, check box, title and page."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._look.sizes.small_button)

    def box(self, rect: QRect) -> QRect:
        """Return where the check box of a row lies."""
        size = self._look.sizes.icon(_BOX)
        x = rect.x() + 8 + self._look.sizes.icon(_GRIP) + _GAP
        return QRect(x, rect.y() + (rect.height() - size) // 2, size, size)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: SectionRow = index.data(_ROW)
        theme, rect = self._look.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), RADIUS_CONTROL, RADIUS_CONTROL)
        grip = self._look.sizes.icon(_GRIP)
        picture = icons.pixmap("grip-vertical", theme.muted, grip)
        painter.drawPixmap(rect.x() + 8, rect.y() + (rect.height() - grip) // 2, picture)
        self._check(painter, option, row)
        self._words(painter, rect, row, index)
        painter.restore()

    def _check(self, painter: QPainter, option: QStyleOptionViewItem, row: SectionRow) -> None:
        box = QStyleOptionButton()
        box.rect = self.box(option.rect)
        state = QStyle.StateFlag.State_On if row.shown else QStyle.StateFlag.State_Off
        box.state = state if row.fixed else state | QStyle.StateFlag.State_Enabled
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, view)

    def _words(self, painter: QPainter, rect: QRect, row: SectionRow, index: Index) -> None:
        theme = self._look.theme
        font = self._look.font("small")
        painter.setFont(font)
        metrics = painter.fontMetrics()
        model = index.model()
        page = model.page_text(row) if isinstance(model, SectionModel) else ""
        room = rect.adjusted(0, 0, -8, 0)
        room.setLeft(self.box(rect).right() + _GAP)
        painter.setPen(theme.text2)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, page)
        room.setRight(room.right() - metrics.horizontalAdvance(page) - _GAP)
        painter.setPen(theme.text if row.shown and not row.empty else theme.muted)
        words = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class SectionList(QListView):
    """The list; Space switches, Alt+↑ and Alt+↓ move, Enter shows the section in the preview."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = SectionModel(self)
        self.setModel(self.sections)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate: SectionDelegate | None = None
        self._pressed_at = QPoint()
        self.clicked.connect(self._clicked)

    def use(self, look: Look) -> None:
        """Draw in the colours of a look."""
        self._delegate = SectionDelegate(look, self)
        self.setItemDelegate(self._delegate)

    def sizeHint(self) -> QSize:
        """Return the least room; what is left over comes on top."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few sections: with less, what stands above is scrolled as well."""
        few = min(_FEW, self.sections.rowCount()) * max(0, self.sizeHintForRow(0))
        return QSize(super().minimumSizeHint().width(), few)

    def show_rows(self, rows: Sequence[SectionRow]) -> None:
        """Show other sections; the current one stays current."""
        index = self.currentIndex()
        current = index.data(_ROW).key if index.isValid() else ""
        self.sections.show_rows(rows)
        self.updateGeometry()
        keys = self.sections.keys()
        if current in keys:
            self.setCurrentIndex(self.sections.index(keys.index(current)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch, move or show the current section."""
        place = self.currentIndex().row()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if place >= 0 and event.key() == Qt.Key.Key_Space:
            self.sections.switch(place)
        elif place >= 0 and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.sections.move(place, place + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif place >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.currentIndex().data(_ROW).key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a row is clicked: its check box does something else than its title."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        box = self._delegate.box(self.visualRect(index)) if self._delegate else QRect()
        if box.adjusted(-4, -4, 4, 4).contains(self._pressed_at):
            self.sections.switch(index.row())
        else:
            self.wanted.emit(index.data(_ROW).key)
