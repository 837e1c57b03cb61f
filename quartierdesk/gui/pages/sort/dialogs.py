"""Small dialogs of the wall: where to, what is it called, what do these cards say together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from quartierdesk.domain.text import fold
from quartierdesk.gui import icons
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.numbers import number
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services.wall_cards import WallCard

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere cards can go: `key` says where, `title` is what people read."""

    key: str
    title: str
    contributions: int | None = None


class MoveDialog(Dialog):
    """A few letters choose a column; what is typed may also become a new one.

    `chosen` gets the key of the target, `named` the title of a column that does not exist yet.
    """

    FORM = "sort_move"

    heading: QLabel
    line_label: QLabel
    line: QLineEdit
    targets: QListWidget
    cancel_button: KeyButton
    ok_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        targets: Sequence[Target],
        chosen: Callable[[str], None],
        named: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._targets = targets
        self._chosen = chosen
        self._named = named
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._take)
        self.targets.itemActivated.connect(lambda _: self._take())
        self.ok_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.reject)
        self._filter("")
        self.targets.setMinimumWidth(desk.look.sizes.grown(140, 280))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list with the arrows while the line has the focus."""
        if isinstance(event, QKeyEvent) and _walks(event):
            self.targets.event(event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        self.targets.clear()
        for target in sorted(self._targets, key=lambda t: not _begins(t.title, words)):
            if all(word in fold(target.title) for word in words):
                shown = target.title
                if target.contributions is not None:
                    shown = f"{target.title}  ({number(target.contributions)})"
                item = QListWidgetItem(shown, self.targets)
                item.setData(Qt.ItemDataRole.UserRole, target.key)
        title = typed.strip()
        known = {fold(target.title) for target in self._targets}
        if title and self._named is not None and fold(title) not in known:
            words_of_it = self.tr("New column “{title}”").format(title=title)
            item = QListWidgetItem(words_of_it, self.targets)
            item.setIcon(icons.icon("plus", self.desk.look.theme))
        self.targets.setCurrentRow(0)
        self.ok_button.setEnabled(self.targets.count() > 0)

    def _take(self) -> None:
        if self.targets.currentRow() < 0:
            return
        key = self.targets.currentItem().data(Qt.ItemDataRole.UserRole)
        self.accept()
        if key is not None:
            self._chosen(key)
        elif self._named is not None:
            self._named(self.line.text().strip())


class ClusterDialog(Dialog):
    """Asks for heading and action field of a column."""

    FORM = "sort_cluster"

    heading: QLabel
    title_label: QLabel
    title: QLineEdit
    field_label: QLabel
    field: QComboBox
    cards: QLabel
    refusal: QLabel
    cancel_button: KeyButton
    ok_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        fields: Sequence[tuple[str, str]],
        done: Callable[[str, str], None],
    ) -> None:
        super().__init__(desk, parent)
        self._done = done
        self.field.addItem(self.tr("no field"), "")
        for code, name in fields:
            self.field.addItem(name, code)
        self.title.setMinimumWidth(desk.look.sizes.grown(160, 280))
        self.cards.hide()
        self.refusal.hide()
        self.ok_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.reject)
        self.title.textChanged.connect(lambda _: self.refusal.hide())

    def ask_for_new(self, cards: Sequence[WallCard], title: str = "", field: str = "") -> None:
        """Ask for a new column; `cards` will stand in it, title and field are proposals."""
        heading = self.tr("New column")
        self.setWindowTitle(heading)
        self.heading.setText(
            self.tr("New column of %Ln card(s)", "", len(cards)) if cards else heading
        )
        self.ok_button.setText(self.tr("Make the column"))
        told = [f"• {card.label}  {card.text}" for card in cards[:_MOST_TOLD]]
        if len(cards) > _MOST_TOLD:
            told.append(self.tr("and {number} more").format(number=number(len(cards) - _MOST_TOLD)))
        self.cards.setText("\n".join(told))
        self.cards.setVisible(bool(told))
        self._fill(title, field)

    def ask_for_change(self, title: str, field: str) -> None:
        """Ask for another heading or field of a column there is."""
        heading = self.tr("Change the column")
        self.setWindowTitle(heading)
        self.heading.setText(heading)
        self.ok_button.setText(self.tr("Save"))
        self._fill(title, field)

    def _fill(self, title: str, field: str) -> None:
        self.title.setText(title)
        self.title.selectAll()
        self.title.setFocus()
        self.field.setCurrentIndex(max(0, self.field.findData(field)))

    def _take(self) -> None:
        title = " ".join(self.title.text().split())
        if not title:
            self.refusal.setText(self.tr("Please write what this column is about."))
            self.refusal.show()
            self.title.setFocus()
            return
        self.accept()
        self._done(title, self.field.currentData())


class BundleDialog(Dialog):
    """Asks which of several cards leads and what they say together."""

    FORM = "sort_bundle"

    heading: QLabel
    originals_label: QLabel
    originals: QListWidget
    wording_label: QLabel
    wording: QLineEdit
    cancel_button: KeyButton
    ok_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        cards: Sequence[WallCard],
        done: Callable[[list[str], str], None],
    ) -> None:
        super().__init__(desk, parent)
        self._cards = cards
        self._done = done
        self.heading.setText(self.tr("Bundle %Ln card(s)", "", len(cards)))
        for card in cards:
            QListWidgetItem(f"{card.label}  {card.original or card.text}", self.originals)
        self.originals.currentRowChanged.connect(lambda row: self.wording.setText(cards[row].text))
        self.originals.setCurrentRow(0)
        self.originals.setMinimumWidth(desk.look.sizes.grown(240, 320))
        self.ok_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.reject)
        self.wording.setCursorPosition(0)
        self.wording.setFocus()

    def _take(self) -> None:
        lead = self.originals.currentRow()
        order = [self._cards[lead], *(c for c in self._cards if c is not self._cards[lead])]
        self.accept()
        members = [member for card in order for member in _lead_first(card)]
        self._done(members, self.wording.text())


def _lead_first(card: WallCard) -> list[str]:
    """Return what lies behind a card, the contribution that speaks for it first."""
    return [card.id, *(member for member in card.members if member != card.id)]


def _walks(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in _WALKING


def _begins(title: str, words: Sequence[str]) -> bool:
    return bool(words) and fold(title).startswith(words[0])
