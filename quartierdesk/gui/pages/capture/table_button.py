"""The table at which is captured: it stays until another one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QWidget

from quartierdesk.domain.workshop import TopicTable
from quartierdesk.gui.theme.look import Look

_SIDE, _WIDTH = 12, 96


class TableButton(QPushButton):
    """Shows the table; pressed, it offers all of them and a new one. `chosen` tells the number.

    0 stands for „no table“.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._tables: Sequence[TopicTable] = ()
        self._number: int | None = None
        self._editing = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def dress(self, look: Look) -> None:
        """Draw with this look; called once."""
        self._look = look
        self._resize()
        look.changed.connect(self._resize)
        self._describe()

    def offer(self, tables: Sequence[TopicTable]) -> None:
        """Offer these tables."""
        self._tables = tables
        self._describe()

    def show_table(self, number: int | None, editing: str = "") -> None:
        """Show the table; `editing` is the number of the card that the line changes."""
        self._number, self._editing = number, editing
        self._describe()

    def retranslate(self) -> None:
        """Speak the language of the program."""
        self._describe()

    def sizeHint(self) -> QSize:
        """Return the room for the longest number."""
        width = _WIDTH
        if self._look is not None:
            lead = QFontMetrics(self._look.font("lead"))
            words = max(lead.horizontalAdvance(self.tr("Table {0}").format(88)), self._least())
            width = max(self._look.sizes.grown(24, 72), words + 2 * _SIDE + 2)
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, the table in large letters, and below that it stays."""
        if self._look is None:
            return
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.features = QStyleOptionButton.ButtonFeature.None_
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        upper, lower = self._words()
        lead, caption = self._look.font("lead"), self._look.font("caption")
        large, small = QFontMetrics(lead).height(), QFontMetrics(caption).height()
        top = (self.height() - large - small) // 2 + 1
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(lead)
        painter.setPen(QPen(self._look.theme.text))
        painter.drawText(QRect(_SIDE, top, self.width(), large), flags, upper)
        painter.setFont(caption)
        painter.setPen(QPen(self._look.theme.muted))
        painter.drawText(QRect(_SIDE, top + large - 1, self.width(), small), flags, lower)

    def _words(self) -> tuple[str, str]:
        if self._number is None:
            first = min((table.number for table in self._tables), default=1)
            upper, lower = self.tr("Table {0}").format("–"), self.tr("/{0} chooses").format(first)
        else:
            upper = self.tr("Table {0}").format(self._number)
            lower = self.tr("/{0} stays").format(self._number)
        return upper, (self.tr("edits {0}").format(self._editing) if self._editing else lower)

    def _least(self) -> int:
        if self._look is None:
            return 0
        upper, lower = self._words()
        lead, caption = self._look.font("lead"), self._look.font("caption")
        return max(
            QFontMetrics(lead).horizontalAdvance(upper),
            QFontMetrics(caption).horizontalAdvance(lower),
        )

    def _describe(self) -> None:
        upper, lower = self._words()
        spoken = self.tr("No table") if self._number is None else upper
        self.setAccessibleName(f"{spoken}, {lower}")
        self.setToolTip(self.tr("Choose the table at which is captured"))
        self.updateGeometry()
        self.update()

    def _resize(self) -> None:
        if self._look is not None:
            self.setFixedHeight(self._look.sizes.capture_line)
            self.updateGeometry()

    def _fill(self) -> None:
        self._menu.clear()
        for table in self._tables:
            words = self.tr("Table {0}").format(table.number)
            self._add(f"{words} – {table.topic}" if table.topic else words, table.number)
        self._menu.addSeparator()
        self._add(self.tr("No table"), 0)
        new = max((table.number for table in self._tables), default=0) + 1
        self._add(self.tr("New table {0}").format(new), new)

    def _add(self, text: str, number: int) -> None:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(number == (self._number or 0))
        action.triggered.connect(lambda _=False: self.chosen.emit(number))
