"""What a page shows while it has nothing: what to do next, and one button for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.key_button import KeyButton


class EmptyState(QWidget):
    """A heading, a sentence and one button in the middle of the page."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(self, tone="muted")
        self._sign.setProperty("role", "number")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "lead")
        self._sentence = QLabel(self)
        self._sentence.setProperty("tone", "second")
        self.button = KeyButton(self)
        self.button.setProperty("primary", True)
        self.button.setProperty("main", True)
        self.button.setProperty("role", "strong")
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._sign, self._heading, self._sentence, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                widget.setWordWrap(True)
            if widget is self.button:
                column.addSpacing(8)
            centred = widget in (self._sign, self.button)
            column.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag(0)
            )
        column.addStretch(3)

    def tell(
        self, sign: str, heading: str, sentence: str, button: str = "", keys: str = ""
    ) -> None:
        """Say what is missing and what to do; without words there is no button."""
        self._sign.set_sign(sign)
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.button.setText(button)
        self.button.set_keys(keys)
        self.button.setVisible(bool(button))
