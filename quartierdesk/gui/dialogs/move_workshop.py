"""Asks for the quarter to which a workshop belongs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from quartierdesk.domain.workshop import Quarter
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog


class MoveWorkshopDialog(Dialog):
    """`chosen` carries the id of a quarter."""

    FORM = "move_workshop"

    chosen = Signal(str)

    quarter: QComboBox
    cancel_button: QPushButton
    move_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.cancel_button.clicked.connect(self.reject)
        self.move_button.clicked.connect(lambda: self.chosen.emit(self.quarter.currentData() or ""))
        self._ask_quarters()

    def _ask_quarters(self) -> None:
        from quartierdesk.services import workshops

        self.desk.ops.ask(self, workshops.quarters, self._show_quarters)

    def _show_quarters(self, quarters: list[Quarter]) -> None:
        for quarter in quarters:
            self.quarter.addItem(quarter.name, quarter.id)
