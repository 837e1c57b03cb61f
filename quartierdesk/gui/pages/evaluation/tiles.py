"""Large numbers with a word each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.even_grid import EvenGrid


class NumberTiles(EvenGrid):
    """One card per number; the rule of a number is its tool tip and what is read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = 6

    def show_numbers(self, look: Look, numbers: Sequence[tuple[str, str, str]]) -> None:
        """Show numbers, words, rules."""
        tiles = []
        for number, words, rule in numbers:
            tile = QFrame(self)
            tile.setProperty("surface", "card")
            tile.setToolTip(rule)
            tile.setAccessibleName(f"{number} {words}")
            tile.setAccessibleDescription(rule)
            column = QVBoxLayout(tile)
            column.setContentsMargins(16, 8, 16, 12)
            column.setSpacing(0)
            for text, role, tone in ((number, "number", ""), (words, "small", "second")):
                label = QLabel(text, tile)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("role", role)
                if tone:
                    label.setProperty("tone", tone)
                column.addWidget(label)
            look.dress(tile)
            tiles.append(tile)
        self.show_cells(tiles)
