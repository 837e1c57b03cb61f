"""Filters of the stream of cards: words, kind, table, field, target group, and what is special."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quartierdesk.domain.workshop import TopicTable
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.search_line import SearchLine
from quartierdesk.services.card_stream import MARKS, CardFilter

_NOTHING = "-"
_PAUSE = 150


_WIDTHS = {"group": 6, "mark": 5}
"""Shares of the room for choices with longer words; the others have four."""


class FilterBar(QWidget):
    """Says what to show; `changed` after a choice, `closed` when everything shall be shown."""

    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.words = SearchLine(self)
        self.words.setClearButtonEnabled(False)
        self.words.textEdited.connect(lambda _: self._pause.start())
        self._boxes = {
            name: QComboBox(self) for name in ("kind", "table", "field", "group", "mark")
        }
        self._labels = {name: QLabel(self) for name in self._boxes}
        self._found = QLabel(self)
        self._found.setProperty("role", "small")
        self._found.setProperty("tone", "second")
        self._all = KeyButton(self)
        self._all.setProperty("small", True)
        self._all.setProperty("role", "small")
        self._all.set_keys("Esc")
        self._all.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 5)
        for name, box in self._boxes.items():
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(5)
            self._labels[name].setBuddy(box)
            self._labels[name].hide()
            box.activated.connect(lambda _: self.changed.emit())
            row.addWidget(box, _WIDTHS.get(name, 4))
        lower = QHBoxLayout()
        lower.addWidget(self._found)
        lower.addStretch(1)
        lower.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 20, 4)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(lower)
        self.hide()

    def offer(self, faces: CardFaces, tables: Iterable[TopicTable]) -> None:
        """Offer what the catalogues and tables of the workshop hold; choices stay."""
        none = (self.tr("without"), _NOTHING)
        kinds = [(face.short, code) for code, face in faces.kinds.items()]
        fields = [(entry.short, code) for code, entry in faces.fields.items()]
        groups = [(entry.short, code) for code, entry in faces.groups.items()]
        numbers = [
            (self.tr("Table {0}").format(table.number), str(table.number)) for table in tables
        ]
        self._fill("kind", self.tr("Kind"), [*kinds, none])
        self._fill("table", self.tr("Table"), numbers)
        self._fill("field", self.tr("Field"), [*fields, none])
        self._fill("group", self.tr("Target group"), [*groups, none])
        self._fill("mark", self.tr("Special"), self._marks())
        self.words.setPlaceholderText(self.tr("Words …"))
        self.words.setAccessibleName(self.tr("Words in the card"))
        self._all.setText(self.tr("Show all"))

    def wanted(self) -> CardFilter:
        """Return the filter as it is chosen."""
        table = self._value("table")
        return CardFilter(
            text=self.words.text(),
            kind=self._value("kind"),
            table=int(table) if table else None,
            field=self._value("field"),
            group=self._value("group"),
            mark=self._value("mark"),
        )

    def choose_kind(self, code: str) -> None:
        """Choose a kind, "-" for none, "" for all."""
        box = self._boxes["kind"]
        box.setCurrentIndex(max(0, box.findData(code)))

    def clear(self) -> None:
        """Choose everything."""
        self.words.clear()
        for box in self._boxes.values():
            box.setCurrentIndex(0)

    def tell(self, shown: int, there: int) -> None:
        """Say how many of all cards are shown."""
        self._found.setText(self.tr("{0} of %Ln card(s)", "", there).format(number(shown)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show everything again with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _marks(self) -> list[tuple[str, str]]:
        words = {
            "has_dissent": self.tr("Dissent"),
            "in_idea_store": self.tr("Idea store"),
            "needs_clarification": self.tr("To be clarified"),
            "contains_personal_data": self.tr("Personal data"),
            "unpublished": self.tr("Not public"),
            "photo": self.tr("With photo"),
        }
        return [(words[mark], mark) for mark in MARKS]

    def _value(self, name: str) -> str:
        return str(self._boxes[name].currentData() or "")

    def _fill(self, name: str, title: str, entries: Iterable[tuple[str, str]]) -> None:
        box, chosen = self._boxes[name], self._value(name)
        wanted = [(self.tr("{0}: all").format(title), ""), *entries]
        self._labels[name].setText(title)
        box.setAccessibleName(title)
        if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] == wanted:
            return
        box.clear()
        for text, code in wanted:
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
