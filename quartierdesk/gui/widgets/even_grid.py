"""Widgets of equal width in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quartierdesk.gui.theme.sizes import GRID
from quartierdesk.gui.widgets.tab_order import follow


class EvenGrid(QWidget):
    """Lays out its cells itself; it is as high as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[QWidget] = []
        self.most = 6
        self.gap = GRID
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cells(self) -> Sequence[QWidget]:
        """The widgets in it."""
        return self._cells

    def show_cells(self, cells: Sequence[QWidget]) -> None:
        """Hold other widgets; those there were are given up."""
        for old in self._cells:
            old.hide()
            old.deleteLater()
        self._cells = list(cells)
        for cell in self._cells:
            cell.setParent(self)
            cell.show()
        follow(self, self._cells)
        self.fit()

    def fit(self) -> None:
        """Arrange the cells anew, which may ask for more or less room than before."""
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that cells go on in the next line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all lines are."""
        lines = -(-len(self._cells) // self._columns(width))
        return lines * self._high() + max(0, lines - 1) * self.gap

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        wide = self._wide() * min(self.most, max(1, len(self._cells)))
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        """Return the room for one column."""
        return QSize(self._wide(), self.heightForWidth(self.width() or self._wide()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells anew."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _arrange(self) -> None:
        columns = self._columns(self.width())
        wide = (self.width() - (columns - 1) * self.gap) // columns
        for at, cell in enumerate(self._cells):
            left, top = at % columns * (wide + self.gap), at // columns * (self._high() + self.gap)
            cell.setGeometry(left, top, wide, self._high())

    def _columns(self, width: int) -> int:
        """Return how many stand beside each other: as even a number in each line as can be."""
        number = len(self._cells) or 1
        fitting = max(1, min((width + self.gap) // (self._wide() + self.gap), self.most, number))
        lines = -(-number // fitting)
        return -(-number // lines)

    def _wide(self) -> int:
        return max((cell.minimumSizeHint().width() for cell in self._cells), default=GRID)

    def _high(self) -> int:
        return max((cell.sizeHint().height() for cell in self._cells), default=0)
