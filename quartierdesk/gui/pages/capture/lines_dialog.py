"""Asks once what becomes of many pasted lines."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.widgets.key_button import KeyButton

_SHOWN = 200
_SIZE = (600, 400)
_MOST_NAMED = 8


class PasteLinesDialog(Dialog):
    """`many_wanted` tells whether codes count; `one_wanted` puts all into the line as one text.

    `without_text` are the numbers, from 1, of lines that hold codes alone: where codes count there
    is nothing to make a card of.
    """

    FORM = "capture_lines"

    many_wanted = Signal(bool)
    one_wanted = Signal()

    question: QLabel
    explanation: QLabel
    preview: QListWidget
    codes: QCheckBox
    cancel_button: QPushButton
    one_button: QPushButton
    many_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        lines: Sequence[str],
        table: int | None,
        without_text: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._lines = lines
        self._table = table
        self._without_text = without_text
        self.preview.addItems(list(lines[:_SHOWN]))
        self.cancel_button.clicked.connect(self.reject)
        self.one_button.clicked.connect(self._one)
        self.many_button.clicked.connect(self._many)
        self.codes.toggled.connect(self.retranslate)
        self.open_as_large_as(*_SIZE)
        self.many_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that name the number of lines."""
        left_out = self._without_text if self.codes.isChecked() else ()
        self.question.setText(self.tr("You are pasting %Ln lines", "", len(self._lines)))
        amount = len(self._lines) - len(left_out)
        self.many_button.setEnabled(amount > 0)
        self.many_button.setText(self.tr("Make %Ln cards", "", amount))
        where = (
            self.tr("Each line becomes a card at table {0}.").format(self._table)
            if self._table is not None
            else self.tr("Each line becomes a card.")
        )
        if left_out:
            words = self.tr("Line(s) {0} hold codes alone and are left out.", "", len(left_out))
            where = f"{where} {words.format(_named(left_out))}"
        self.explanation.setText(where)

    def _one(self) -> None:
        self.one_wanted.emit()
        self.accept()

    def _many(self) -> None:
        self.many_wanted.emit(self.codes.isChecked())
        self.accept()


def _named(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_MOST_NAMED]))
    return f"{named} …" if len(numbers) > _MOST_NAMED else named
