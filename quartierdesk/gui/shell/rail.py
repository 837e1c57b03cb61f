"""The rail: the file, its quarters and workshops, and what lies across all workshops."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.gui import icons
from quartierdesk.gui.first_picture import MIDDLE, MIDDLE_RIGHT, elided
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages import PageEntry
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, RADIUS_CONTROL
from quartierdesk.gui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from quartierdesk.gui.shell.outline_list import OutlineList
    from quartierdesk.services.outline import Outline

_WIDE_PADDING, _MARGIN = 12, 8


class RailButton(QAbstractButton):
    """An entry of the rail: icon, words, count; in the slim rail the icon alone."""

    def __init__(self, look: Look, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = sign
        self._count = ""
        self.bold = False
        self.slim = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, count: str = "") -> None:
        """Set what stands beside the icon."""
        self.setText(text)
        self._count = count
        self.setAccessibleName(f"{text} {count}".strip())
        self.setToolTip(text)
        self.update()

    def set_slim(self, slim: bool) -> None:
        """Show the icon alone or with its words."""
        self.slim = slim
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of an entry."""
        sizes = self._look.sizes
        side = sizes.slim_rail - 2 * _MARGIN
        return QSize(side, side) if self.slim else QSize(0, sizes.row)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are shortened where there is no room."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words and count."""
        theme, sizes = self._look.theme, self._look.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        colour = theme.text if self.isEnabled() else theme.muted
        chosen = theme.accent if self.isChecked() and self.slim else colour
        size = sizes.icon(22 if self.slim else 20)
        x = (self.width() - size) // 2 if self.slim else _WIDE_PADDING - (4 if self.bold else 2)
        picture = icons.pixmap(self._sign, chosen, size)
        painter.drawPixmap(QPoint(x, (self.height() - size) // 2), picture)
        if not self.slim:
            # In the colour of the palette for this state, with which every painter begins.
            self._words(painter, x + size + 12)

    def _ground(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.save()
        if self.isChecked() or self.underMouse():
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(self.rect(), RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            frame = self.rect().adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.restore()

    def _words(self, painter: QPainter, x: int) -> None:
        theme = self._look.theme
        font = self._look.font("label" if self.bold else "body")
        small = self._look.font("small")
        count = QFontMetrics(small).horizontalAdvance(self._count)
        room = QRect(x, 0, self.width() - x - _WIDE_PADDING - count, self.height())
        painter.setFont(font)
        words = elided(QFontMetrics(font), self.text(), room.width())
        painter.drawText(room, MIDDLE, words)
        if self._count:
            painter.setFont(small)
            painter.setPen(theme.muted)
            beside = self.rect().adjusted(0, 0, -_WIDE_PADDING, 0)
            painter.drawText(beside, MIDDLE_RIGHT, self._count)


class Rail(QFrame):
    """The rail. `page_chosen` tells the key of an entry, `workshop_chosen` the id of a workshop."""

    page_chosen = Signal(str)
    workshop_chosen = Signal(str)
    toggled = Signal()

    def __init__(self, look: Look, entries: list[PageEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = {entry.key: entry for entry in entries}
        self._outline: Outline | None = None
        self._file_name = ""
        self._slim = False
        self._list: OutlineList | None = None
        self.setProperty("surface", "rail")
        self._build()
        self._wire()
        self.retranslate()
        look.changed.connect(self._fit)

    @property
    def slim(self) -> bool:
        """Whether the rail shows signs only."""
        return self._slim

    def set_file_menu(self, menu: QMenu) -> None:
        """Show this menu below the name of the file."""
        self._file.clicked.connect(
            lambda: menu.popup(self._file.mapToGlobal(QPoint(0, self._file.height())))
        )

    def set_slim(self, slim: bool) -> None:
        """Show words, or signs only."""
        self._slim = slim
        for button in (self._file, *self._buttons.values()):
            button.set_slim(slim)
        self._expand.setVisible(slim)
        self._workshop.setVisible(slim and self._outline is not None)
        self._file.setVisible(not slim)
        self._find.setVisible(not slim and self._outline is not None)
        if self._list is not None:
            self._list.setVisible(not slim)
        self._spacer.setVisible(slim or self._list is None)
        self._fit()

    def show_file(self, name: str, outline: "Outline | None") -> None:
        """Show the outline of the open file; None while no file is open."""
        self._file_name, self._outline = name, outline
        if outline is not None and self._list is None:
            self._list = self._make_list()
        if self._list is not None:
            self._list.outline.show_outline(outline)
        self._words()
        self.set_slim(self._slim)

    def set_current(self, workshop_id: str, page: str) -> None:
        """Mark what is shown."""
        if self._list is not None:
            self._list.outline.set_current(workshop_id if page not in self._buttons else "")
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == page)
        self._group.setExclusive(True)
        self._workshop.setChecked(page not in self._buttons)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set all words."""
        self._find.setPlaceholderText(self.tr("Find workshop"))
        self._find.setAccessibleName(self.tr("Find workshop"))
        self._expand.set_words(self.tr("Show the rail with words"))
        self._workshop.set_words(self.tr("Workshop"))
        if self._list is not None:
            self._list.setAccessibleName(self.tr("Workshops"))
            self._list.outline.retranslate()
        self._words()

    def _build(self) -> None:
        look = self._look
        self._expand = RailButton(look, "layout-sidebar-left-expand", self)
        self._expand.set_slim(True)
        self._workshop = RailButton(look, "presentation", self)
        self._workshop.set_slim(True)
        self._workshop.setCheckable(True)
        self._file = RailButton(look, "folder", self)
        self._file.bold = True
        self._find = SearchLine(self)
        self._find.setProperty("role", "small")
        self._spacer = QWidget(self)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for key, entry in self._entries.items():
            button = RailButton(look, entry.sign, self)
            button.setCheckable(True)
            self._buttons[key] = button
            self._group.addButton(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(4)
        for widget in (self._expand, self._workshop, self._file, self._find):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._spacer, 1)
        for button in self._buttons.values():
            column.addWidget(button)

    def _make_list(self) -> "OutlineList":
        """Return the list of workshops, which stands before the spacer once there is a file."""
        from quartierdesk.gui.shell.outline_list import OutlineList

        made = OutlineList(self._look, self)
        made.setAccessibleName(self.tr("Workshops"))
        self._column.insertWidget(self._column.indexOf(self._spacer), made, 1)
        QWidget.setTabOrder(self._find, made)
        self._find.textChanged.connect(made.outline.narrow)
        made.chosen.connect(self.workshop_chosen)
        return made

    def _wire(self) -> None:
        self._expand.clicked.connect(self.toggled)
        self._workshop.clicked.connect(lambda: self.page_chosen.emit(""))
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.page_chosen.emit(key))

    def _words(self) -> None:
        outline = self._outline
        name = outline.municipality if outline and outline.municipality else self._file_name
        self._file.set_words(name or self.tr("No file open"))
        counts = {
            "measures": outline.measures if outline else 0,
            "actors": outline.actors if outline else 0,
        }
        for key, button in self._buttons.items():
            count = counts.get(key, 0)
            button.set_words(self._entries[key].name(), number(count) if count else "")
            button.setEnabled(outline is not None or key == "settings")

    def _fit(self) -> None:
        sizes = self._look.sizes
        self.setFixedWidth(sizes.slim_rail if self._slim else sizes.rail)
        for button in (self._expand, self._workshop, self._file, *self._buttons.values()):
            button.updateGeometry()
        if self._list is not None:
            self._list.doItemsLayout()
