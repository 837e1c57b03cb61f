"""What every dialog promises: a form, names for everything, Escape leaves without doing."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from quartierdesk.errors import CancelledError, UserError
from quartierdesk.gui import forms
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.theme.sizes import GRID
from quartierdesk.gui.ticket import Ticket

_BESIDE_TEXT = 24
"""Room in a line that its text cannot have, at most."""


class Dialog(QDialog):
    """A dialog on a form. It is opened with `open()`, never with `exec()`.

    It gathers plain values; the operation is run by whoever opened it, or by the dialog itself.
    While the operation runs the dialog stays (`hold`), and what the operation refuses stands in the
    label `refusal` (where the form has one).
    """

    FORM: ClassVar[str] = ""

    WIDE: ClassVar[bool] = False
    """Whether the dialog holds a table and needs the room for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._under_way: Ticket | None = None
        self._reading: Ticket | None = None
        self._focused: QWidget | None = None
        self._off: list[QAbstractButton] = []
        if self.FORM:
            forms.load_into(self, self.FORM)
        self._refusal = self.findChild(QLabel, "refusal")
        if self._refusal is not None:
            self._refusal.hide()
        desk.look.dress(self)
        desk.look.changed.connect(self.fit)

    def retranslate(self) -> None:
        """Set the words that do not come from the form in the language now chosen."""

    def hold(self, ticket: Ticket) -> None:
        """Keep the dialog, and all buttons off, until an operation it began has ended.

        Otherwise Escape would hide what is being done all the same, and how it went.
        """
        self._under_way = ticket
        self._focused = self.focusWidget()
        buttons = self.findChildren(QAbstractButton)
        self._off = [each for each in buttons if each.isEnabled() and each.window() is self]
        for each in self._off:
            each.setEnabled(False)
        ticket.finished.connect(self._let_go)

    def _let_go(self) -> None:
        self._under_way = None
        for each in self._off:
            each.setEnabled(True)
        if self._focused is not None:
            self._focused.setFocus()

    def read_first(self, ticket: Ticket) -> None:
        """Wait for a reading: leaving stops it, and where it is stopped the dialog is left."""
        self._reading = ticket
        ticket.finished.connect(self._judge_reading)

    def _judge_reading(self) -> None:
        ticket, self._reading = self._reading, None
        if ticket is not None and isinstance(ticket.error, CancelledError):
            self.reject()

    def done(self, result: int) -> None:
        """Leave; not while something is being done."""
        if self._under_way is not None:
            return
        if self._reading is not None:
            self._reading.cancel()
        super().done(result)

    def refuse(self, error: UserError) -> None:
        """Say why it cannot be done; what was chosen stays."""
        if self._refusal is None:
            self.desk.ops.refused.emit(error)
            return
        self._refusal.setText(str(error))
        self._refusal.show()
        self.fit()

    def fit(self) -> None:
        """Make room for all words, lines that are broken included, as far as the screen has it.

        A dialog without anything that scrolls is as high as its words, no higher.
        """
        sizes, layout = self.desk.look.sizes, self.layout()
        if layout is None:
            return
        layout.activate()
        hint = layout.totalSizeHint()
        room = self._room().expandedTo(self.minimumSizeHint())
        width = max(self.width(), hint.width(), sizes.wide_dialog if self.WIDE else sizes.dialog)
        width = min(width, room.width())
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else hint.height()
        if layout.expandingDirections() & Qt.Orientation.Vertical:
            height = max(self.height(), height)
        self.resize(width, min(height, room.height()))

    def _room(self) -> QSize:
        """Return how large it may be: as wide as the window below it, as high as the screen."""
        above = self.parentWidget()
        screen = self.screen().availableGeometry()
        width = max(above.window().width(), screen.width() // 2) if above else screen.width()
        # The frame of the window takes about as much as the row with its title.
        return QSize(width - 2 * GRID, screen.height() - self.desk.look.sizes.head_row)

    def open_as_large_as(self, width: int, height: int) -> None:
        """Begin with this size, in pixels at a text size of 100 %; `fit` adds what is needed."""
        grown = self.desk.look.sizes.icon
        self.resize(grown(width), grown(height))

    def tell(self, label: QLabel, words: str) -> None:
        """Show words in a label that takes no room while it has none."""
        label.setText(words)
        label.setVisible(bool(words))
        self.fit()

    def setVisible(self, visible: bool) -> None:
        """Show; a line too short for its text shows how it begins, selected or not."""
        super().setVisible(visible)
        for line in self.findChildren(QLineEdit) if visible else ():
            if line.fontMetrics().horizontalAdvance(line.text()) > line.width() - _BESIDE_TEXT:
                selected = line.hasSelectedText()
                line.end(False)
                line.home(selected)

    def showEvent(self, event: QShowEvent) -> None:
        """Show all words from the beginning."""
        self.fit()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
