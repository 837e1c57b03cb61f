"""Results that are fields and not ranks: what lies in which of four fields, by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from quartierdesk.domain.eisenhower import EisenhowerField
from quartierdesk.gui.theme.look import Look
from quartierdesk.services.poll_results import ResultTable


@dataclass(frozen=True, slots=True)
class _Field:
    """A field: what its name is in the result, and what it means."""

    name: str
    means: str


class FourFields(QScrollArea):
    """Four fields, two by two, with the numbers of the rows that lie in them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setMinimumWidth(look.sizes.grown(200, 60))
        self.viewport().setAutoFillBackground(False)

    def show_eisenhower(self, result: ResultTable) -> None:
        """Show what is important and urgent."""
        fields = (
            _Field(EisenhowerField.DO_NOW.label, self.tr("important and urgent")),
            _Field(EisenhowerField.SCHEDULE.label, self.tr("important, not urgent")),
            _Field(EisenhowerField.DELEGATE.label, self.tr("urgent, not important")),
            _Field(EisenhowerField.DROP.label, self.tr("neither")),
        )
        self._show(result, fields)

    def _show(self, result: ResultTable, fields: Sequence[_Field]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(8)
        for place, field in enumerate(fields):
            names = [row.name for row in result.rows if field.name in row.cells]
            grid.addWidget(self._box(field, names), place // 2, place % 2)
        for half in range(2):
            grid.setColumnStretch(half, 1)
            grid.setRowStretch(half, 1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._look.dress(inside)

    def _box(self, field: _Field, names: Sequence[str]) -> QFrame:
        box = QFrame()
        box.setProperty("surface", "tint" if names else "chip")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for words, role, tone in (
            (field.name, "strong", ""),
            (field.means, "caption", "second"),
            *((f"• {name}", "small", "") for name in names),
        ):
            label = QLabel(words, box)
            label.setProperty("role", role)
            label.setProperty("tone", tone)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        return box
