"""The head of a workshop: its title, day and place, search, projector."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from quartierdesk.domain.workshop import Workshop


_DAY = 18
"""Letters of day and place below which they are not shown: so many has a day with its weekday."""


class Head(QWidget):
    """The row above the steps."""

    search_wanted = Signal()
    projector_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._workshop: Workshop | None = None
        self._heading = ""
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._meta = ElidedLabel(self, least=_DAY, gives_way=True)
        self._meta.setProperty("role", "small")
        self._meta.setProperty("tone", "second")
        self.search = KeyButton(self)
        self.search.set_sign("search")
        self.projector = KeyButton(self)
        self.projector.set_sign("device-projector")
        self.search.clicked.connect(self.search_wanted)
        self.projector.clicked.connect(self.projector_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 8)
        row.setSpacing(16)
        row.addWidget(self._title)
        row.addWidget(self._meta, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.search)
        buttons.addWidget(self.projector)
        row.addLayout(buttons)
        self._row = row
        self._own: list[QWidget] = []
        look.dress(self)
        look.changed.connect(self.retranslate)
        self.retranslate()

    def show_workshop(self, workshop: "Workshop | None") -> None:
        """Show the head of a workshop; None shows that none is open."""
        self._workshop, self._heading = workshop, ""
        self._words()

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show what the current page wants to have here with large text, instead of the day."""
        for old in self._own:
            self._row.removeWidget(old)
            old.hide()
        self._own = list(widgets)
        for widget in self._own:
            self._row.addWidget(widget)
        self.retranslate()

    def show_heading(self, heading: str) -> None:
        """Show the head of a page that lies across workshops."""
        self._heading = heading
        self._words()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set all words; large text leaves room for icons only."""
        large = self._look.sizes.rail_is_slim
        crowded = large and bool(self._own)
        self._meta.setVisible(not crowded)
        for widget in self._own:
            widget.setVisible(large)
        for button, words, keys in (
            (self.search, self.tr("Search and commands"), "Ctrl+K"),
            (self.projector, self.tr("Projector"), "F11"),
        ):
            button.setText("" if large else words)
            button.set_keys("" if crowded else keys)
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._words()

    def _words(self) -> None:
        workshop = self._workshop
        if self._heading or workshop is None:
            self._title.setText(self._heading)
            self._meta.setText("")
            return
        self._title.setText(workshop.title)
        day = ""
        if workshop.date is not None:
            date = workshop.date
            day = QLocale().toString(QDate(date.year, date.month, date.day), "dddd, dd.MM.yyyy")
        self._meta.setText(" · ".join(part for part in (day, workshop.place) if part))
