"""Conflicts: the values side by side, with one choice for each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.services import conflicts
from quartierdesk.services.conflicts import Conflict, Side

_CONFLICT = Qt.ItemDataRole.UserRole


class ConflictsDialog(Dialog):
    """The list of open conflicts; the chosen one is shown with all its values."""

    FORM = "conflicts"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    conflicts: QListWidget
    what: QLabel
    sides_scroll: QScrollArea
    sides: QWidget
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._row = QHBoxLayout(self.sides)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._panels: list[QWidget] = []
        self.conflicts.currentItemChanged.connect(lambda *_: self._show_current())
        self.close_button.clicked.connect(self.accept)
        desk.ops.changed.connect(self._reload)
        self._reload()

    def _reload(self, *_: object) -> None:
        self.desk.ops.ask(self, conflicts.listed, self._show, latest="conflicts")

    def _show(self, listed: list[Conflict]) -> None:
        place = max(0, self.conflicts.currentRow())
        self.conflicts.clear()
        for conflict in listed:
            item = QListWidgetItem(f"{conflict.what} · {conflict.field_name}", self.conflicts)
            item.setData(_CONFLICT, conflict)
        if not listed:
            self.explanation.setText(self.tr("Nothing to decide: no entry was changed twice."))
        self.conflicts.setVisible(bool(listed))
        self.sides_scroll.setVisible(bool(listed))
        self.conflicts.setCurrentRow(min(place, len(listed) - 1))
        self._show_current()

    def _show_current(self) -> None:
        for panel in self._panels:
            self._row.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = []
        item = self.conflicts.currentItem()
        conflict = item.data(_CONFLICT) if item is not None else None
        if not isinstance(conflict, Conflict):
            self.tell(self.what, "")
            return
        self.what.setText(f"{conflict.what}: {conflict.field_name}")
        self.what.show()
        for side in conflict.sides:
            panel = self._panel(conflict, side)
            self._panels.append(panel)
            self._row.addWidget(panel, 1)
        self.desk.look.dress(self.sides)
        self.fit()

    def _panel(self, conflict: Conflict, side: Side) -> QFrame:
        """Return one value with who wrote it and the button that lets it hold."""
        holds = side is conflict.holds
        panel = QFrame(self.sides)
        panel.setProperty("surface", "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        who = QLabel(f"{side.who} · {self.desk.clock(side.at):%d.%m.%Y %H:%M}", panel)
        who.setProperty("role", "small")
        who.setProperty("tone", "second")
        text = QLabel(side.text or self.tr("(empty)"), panel)
        text.setTextFormat(Qt.TextFormat.PlainText)
        for label in (who, text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        words = self.tr("Keep this (as shown now)") if holds else self.tr("Use this one")
        button = QPushButton(words, panel)
        button.setAutoDefault(False)
        button.setEnabled(self.desk.writable)
        button.setAccessibleDescription(side.text)
        button.clicked.connect(partial(self._decide, conflict, side))
        column.addWidget(button)
        return panel

    def _decide(self, conflict: Conflict, side: Side, _checked: bool = False) -> None:
        self.desk.ops.run(
            self, lambda ws: conflicts.decide(ws, conflict, side), self._decided, self.refuse
        )

    def _decided(self, _done: None) -> None:
        self.desk.reopen()
        self._reload()
