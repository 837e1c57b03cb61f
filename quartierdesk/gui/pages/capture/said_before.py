"""Beside the line: a card that may say the same, and the offer to count a mention instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.card_text import MOST_LINES, CardTexts
from quartierdesk.gui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from quartierdesk.services.similar import SaidBefore

_RULE, _INSET = 3, 13
_NEARLY_ALL = 100
_GROWS = QSizePolicy.Policy.Expanding


class _Quote(QLabel):
    """A sentence in at most two lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = CardTexts()
        self.lines = MOST_LINES
        self.setWordWrap(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        laid = self._texts.of(self.text(), self.width(), self.font(), self.lines)
        above = (self.height() - laid.height) / 2 if self.lines == 1 else 0
        laid.draw(painter, QPointF(0, above))

    def heightForWidth(self, width: int) -> int:
        return round(self._texts.of(self.text(), width, self.font(), self.lines).height)


class SaidBeforeHint(QFrame):
    """„Schon gesagt?“ with the card, the words it shares, and a button; hidden without a card."""

    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.said: SaidBefore | None = None
        self._heading = QLabel(self)
        self._heading.setProperty("role", "label")
        self._number = _caption(self)
        self._quote = _Quote(self)
        self._quote.setProperty("role", "small")
        self._common = _caption(self)
        self._button = KeyButton(self)
        self._button.setProperty("small", True)
        self._button.setProperty("role", "small")
        self._button.set_keys("Tab")
        self._button.clicked.connect(self.counted)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addStretch(1)
        self._head.addWidget(self._number)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(_RULE + _INSET, 0, 0, 0)
        self._box.setSpacing(3)
        self._box.addLayout(self._head)
        self._box.addWidget(self._quote)
        self._box.addWidget(self._common)
        self._box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._spring = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, _GROWS)
        self._box.addItem(self._spring)
        self.hide()

    def dress(self, look: Look) -> None:
        """Draw with this look; called once."""
        self._look = look

    def set_slim(self, slim: bool) -> None:
        """Stand in one line above the input instead of in the column beside it."""
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(row if slim else column)
        self._box.setSpacing(12 if slim else 3)
        self._box.setStretchFactor(self._quote, _NEARLY_ALL if slim else 0)
        self._quote.lines = 1 if slim else MOST_LINES
        self._common.setVisible(not slim)
        self._box.removeItem(self._spring)
        if not slim:
            self._box.addItem(self._spring)

    def show_card(self, said: "SaidBefore | None") -> None:
        """Offer to count a mention of this card, or nothing."""
        self.said = said
        if said is not None:
            self._number.setText(said.label)
            self._quote.setText(f"„{' '.join(said.text.split())}“")
            self._common.setText(self.tr("in common: {0}").format(", ".join(said.common)))
            self.retranslate()
            self._button.setAccessibleDescription(f"{said.label}: {said.text}")
        self.setVisible(said is not None)

    def retranslate(self) -> None:
        """Speak the language of the program."""
        self._heading.setText(self.tr("Said before?"))
        self._button.setText(self.tr("Count as mention"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rule at the left edge."""
        super().paintEvent(event)
        if self._look is not None:
            QPainter(self).fillRect(0, 0, _RULE, self.height(), self._look.theme.warn)


def _caption(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "caption")
    label.setProperty("tone", "muted")
    return label
