"""The column of counts: cards in all, by kind and by table; pressed, a kind filters the stream."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.gui import marks
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import FOCUS, GRID, RADIUS_CONTROL
from quartierdesk.gui.widgets.even_grid import EvenGrid
from quartierdesk.services.card_stream import NOTHING, CardCounts, TableCount

_ALWAYS = ("problem", "staerke", "idee", "wunsch", "angebot", "frage")


class KindCount(QAbstractButton):
    """A kind with its mark and how many cards have it; `slim` leaves out the name."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, slim: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._slim = slim
        self._code = ""
        self._count = 0
        self._faces = CardFaces()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, faces: CardFaces, code: str, count: int) -> None:
        """Show a kind and its count."""
        self._faces, self._code, self._count = faces, code, count
        short = faces.kind(code).short
        self.setText(short)
        self.setAccessibleName(f"{short}: {count}")
        self.setToolTip(self.tr("Show only these cards") if not self.isChecked() else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for mark, name and count."""
        body, small = QFontMetrics(self._look.font("strong")), self._look.font("small")
        mark = self._look.sizes.count_mark
        height = max(mark + 4, body.height() + 4)
        count = body.horizontalAdvance(number(self._count))
        name = 0 if self._slim else QFontMetrics(small).horizontalAdvance(self.text()) + 18
        return QSize(mark + 10 + name + count + 4, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, mark = self._look.theme, self._look.sizes.count_mark
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(self.rect(), RADIUS_CONTROL, RADIUS_CONTROL)
        sign = self._faces.kind(self._code).sign
        painter.drawPixmap(0, (self.height() - mark) // 2, marks.kind_pixmap(sign, theme, mark))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = self.rect().adjusted(mark + 10, 0, -2, 0)
        if not self._slim:
            painter.setFont(self._look.font("label" if self.isChecked() else "small"))
            painter.setPen(theme.text2)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(self._look.font("strong"))
        painter.setPen(theme.text)
        side = Qt.AlignmentFlag.AlignLeft if self._slim else Qt.AlignmentFlag.AlignRight
        painter.drawText(room, middle | side, number(self._count))
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), RADIUS_CONTROL, 4)


class TableTile(QAbstractButton):
    """A table with its count; checked is the one at which is captured."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table = TableCount(0, "", 0)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, table: TableCount, *, current: bool) -> None:
        """Show a table; the current one is framed."""
        self._table = table
        self.setChecked(current)
        words = self.tr("Table {0}: %Ln card(s)", "", table.cards).format(table.number)
        self.setAccessibleName(f"{words}, {table.topic}" if table.topic else words)
        self.setToolTip(table.topic)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for both lines."""
        body, caption = QFontMetrics(self._look.font("strong")), self._look.font("caption")
        count = max(body.horizontalAdvance(words) for words in ("88", number(self._table.cards)))
        width = max(count, QFontMetrics(caption).horizontalAdvance("T88"))
        return QSize(width + 10, body.height() + QFontMetrics(caption).height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._look.theme, self.isChecked()
        width = FOCUS if self.hasFocus() else 2 if chosen else 1
        painter.setPen(QPen(theme.accent if chosen or self.hasFocus() else theme.edge, width))
        painter.setBrush(theme.tint if chosen else theme.base)
        inset = width / 2
        frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        caption, body = self._look.font("caption"), self._look.font("strong")
        small = QFontMetrics(caption).height()
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(caption)
        painter.setPen(theme.accent if chosen else theme.muted)
        letter = self.tr("T{0}").format(self._table.number)
        painter.drawText(QRect(0, 3, self.width(), small), centre, letter)
        painter.setFont(body)
        painter.setPen(theme.accent if chosen else theme.text)
        lower = QRect(0, 2 + small, self.width(), self.height() - small - 4)
        painter.drawText(lower, centre, number(self._table.cards))


class KindStrip(QWidget):
    """The counts by kind as marks in one row, for large text; `chosen` as in the column."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, slim: bool = True) -> None:
        super().__init__(parent)
        self._look = look
        self._slim = slim
        self._buttons: dict[str, KindCount] = {}
        self._row = QHBoxLayout(self) if slim else QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12 if slim else 0)

    def show_counts(self, faces: CardFaces, counts: Mapping[str, int], chosen: str) -> None:
        """Show the kinds; `chosen` is the one that filters."""
        large = self._look.sizes.rail_is_slim
        shown = shown_kinds(faces, counts) if large or not self._slim else []
        for place, code in enumerate(shown):
            button = self._button(code)
            button.setChecked((code or NOTHING) == chosen)
            button.show_count(faces, code, counts.get(code, 0))
            self._row.insertWidget(place, button)
        for code, button in self._buttons.items():
            button.setVisible(code in shown)

    def _button(self, code: str) -> KindCount:
        if code not in self._buttons:
            button = KindCount(self._look, self, slim=self._slim)
            button.clicked.connect(
                lambda on, code=code: self.chosen.emit((code or NOTHING) if on else "")
            )
            self._buttons[code] = button
        return self._buttons[code]


class CaptureCounts(QWidget):
    """`kind_chosen` tells a code, "-" for cards without a kind and "" for all; `table_chosen`."""

    kind_chosen = Signal(str)
    table_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._all = _label(self, "number")
        self._word = _label(self, "small", "second")
        self._heading = _label(self, "label", "second")
        self._kinds: KindStrip | None = None
        self._tiles: list[TableTile] = []
        self._tables = EvenGrid(self)
        self._tables.gap = GRID // 2
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._all)
        head.addWidget(self._word, 1, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(10)

    def dress(self, look: Look) -> None:
        """Make what is drawn with this look; called once."""
        self._look = look
        self._kinds = KindStrip(look, self, slim=False)
        self._kinds.chosen.connect(self.kind_chosen)
        self._column.addWidget(self._kinds)
        self._column.addSpacing(16)
        self._column.addWidget(self._heading)
        self._column.addSpacing(6)
        self._column.addWidget(self._tables)
        self._column.addStretch(1)
        look.changed.connect(self._stand_on_one_line)
        self._stand_on_one_line()

    def show_counts(
        self, faces: CardFaces, counts: CardCounts, table: int | None, kind: str
    ) -> None:
        """Show the counts; `table` is the one at which is captured, `kind` filters."""
        self._all.setText(number(counts.cards))
        self._word.setText(self.tr("contribution(s)", "behind the number", counts.cards))
        self._heading.setText(self.tr("By table"))
        self._heading.setVisible(bool(counts.tables))
        if self._kinds is not None:
            self._kinds.show_counts(faces, counts.kinds, kind)
        self._show_tables(counts, table)

    def _stand_on_one_line(self) -> None:
        """Let the word stand on the same line as the large number."""
        if self._look is not None:
            large, small = (QFontMetrics(self._look.font(role)) for role in ("number", "small"))
            self._word.setContentsMargins(0, 0, 0, large.descent() - small.descent())

    def _show_tables(self, counts: CardCounts, current: int | None) -> None:
        if self._look is None:
            return
        if len(self._tiles) != len(counts.tables):
            self._tiles = [self._new_tile(place) for place in range(len(counts.tables))]
            self._tables.show_cells(self._tiles)
        self._numbers = [table.number for table in counts.tables]
        for tile, table in zip(self._tiles, counts.tables, strict=True):
            tile.show_count(table, current=table.number == current)
        self._tables.fit()

    def _new_tile(self, place: int) -> TableTile:
        assert self._look is not None
        tile = TableTile(self._look, self)
        tile.clicked.connect(lambda _=False: self._tell_table(place))
        return tile

    def _tell_table(self, place: int) -> None:
        self.table_chosen.emit(self._numbers[place])


def shown_kinds(faces: CardFaces, counts: Mapping[str, int]) -> list[str]:
    """Return the codes of kinds to show: the usual ones, then others that cards have."""
    usual = [code for code in _ALWAYS if code in faces.kinds]
    others = [code for code in faces.kinds if code not in usual and counts.get(code)]
    return usual + others + [code for code in counts if code not in faces.kinds and counts[code]]


def _label(parent: QWidget, role: str, tone: str = "") -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label
