"""The head of a column: title, number of contributions, action field, menu."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from quartierdesk.gui import icons
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages.sort.naming import column_name
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.services.walls import WallColumn

_RIGHT = 12


class ColumnHead(QWidget):
    """Two lines above the cards."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._column = WallColumn(None, "unsorted")
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "strong")
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self._count.setProperty("tone", "second")
        self._sign = QLabel(self)
        self._meta = ElidedLabel(self)
        self._meta.setProperty("role", "caption")
        self._meta.setProperty("tone", "second")
        self.menu = QToolButton(self)
        self.menu.setToolTip("")
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._title, 1)
        above.addWidget(self._count)
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self._meta, 1)
        below.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, _RIGHT, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addLayout(below)
        look.dress(self)

    def name(self) -> str:
        """Return what the column is called."""
        return column_name(self._column)

    def show_column(self, column: WallColumn, *, writable: bool) -> None:
        """Show the head of a column; what cannot be changed has no menu."""
        self._column = column
        self.menu.setVisible(column.kind == "cluster" and writable)
        self.retranslate()

    def fit(self) -> None:
        """Draw the signs in the size and colour in force."""
        theme, sizes = self._look.theme, self._look.sizes
        side = sizes.icon(18)
        self.menu.setIcon(icons.icon("chevron-down", theme, side))
        self.menu.setFixedSize(sizes.small_button, sizes.small_button)
        sign = self._column.field_sign
        self._sign.setVisible(bool(sign))
        if sign:
            colour = theme.field(self._column.field_code)
            self._sign.setPixmap(icons.pixmap(sign, colour, sizes.icon(15)))
        self._title.setFixedHeight(QFontMetrics(self._look.font("strong")).height())
        self._meta.setFixedHeight(sizes.small_button)
        self.setFixedHeight(self._title.height() + sizes.small_button)

    def retranslate(self) -> None:
        """Set all words."""
        column = self._column
        self._title.setText(self.name())
        self._count.setText(number(column.contributions))
        self._count.setToolTip(self.tr("%Ln contribution(s)", "", column.contributions))
        words = {
            "unsorted": self.tr("in the order of capture"),
            "idea_store": self.tr("for later"),
        }
        self._meta.setText(words.get(column.kind, column.field_name))
        menu = self.tr("Change the column “{title}”").format(title=self.name())
        self.menu.setAccessibleName(menu)
        self.menu.setToolTip(menu)
        self.fit()
