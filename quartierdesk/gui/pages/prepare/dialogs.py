"""An item of the agenda, a table, a head-count: each with all its fields."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from quartierdesk.domain import typed_values
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import AgendaItem, HeadCount, TopicTable
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import workshop_lists
from quartierdesk.services.workshop_lists import ListItem


class ListItemDialog(EditingDialog):
    """Edits something of a list of the workshop, a new one included, or deletes it."""

    delete_button: KeyButton

    def __init__(
        self, desk: Desk, item: ListItem, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, parent)
        self._item = item
        self._is_new = is_new
        self.delete_button.setVisible(not is_new)
        self.delete_button.setEnabled(desk.writable)
        self.delete_button.clicked.connect(self._delete)

    def edited(self) -> ListItem:
        """Return what the fields say; raises `UserError` for what cannot be read."""
        raise NotImplementedError

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self.edited() != self._item

    def store(self) -> None:
        """Store it."""
        before, after, is_new = self._item, self.edited(), self._is_new
        workshop_id = self.desk.workshop_id
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: (
                workshop_lists.add(ws, workshop_id, after)
                if is_new
                else workshop_lists.edit(ws, before, after)
            ),
            lambda _: self.accept(),
            self.refuse,
        )

    def _delete(self) -> None:
        item = self._item
        self.desk.ops.run(
            self, lambda ws: workshop_lists.remove(ws, item), lambda _: self.accept(), self.refuse
        )


class AgendaDialog(ListItemDialog):
    """An item of the agenda, with what is for the team alone."""

    FORM = "prepare_agenda"

    heading: QLabel
    refusal: QLabel
    title_edit: QLineEdit
    start: QLineEdit
    end: QLineEdit
    method: QComboBox
    who: QLineEdit
    notes: QPlainTextEdit
    public_box: QCheckBox

    def __init__(
        self, desk: Desk, item: AgendaItem, methods: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item, parent, is_new=False)
        self._before = item
        self.title_edit.setText(item.title)
        self.start.setText(typed_values.clock_text(item.start))
        self.end.setText(typed_values.clock_text(item.end))
        choices.offer(self.method, methods, item.method, self.tr("No method"))
        self.who.setText(item.who)
        self.notes.setPlainText(item.notes)
        self.public_box.setChecked(item.public)
        self.title_edit.setFocus()

    def edited(self) -> AgendaItem:
        """Return the item as the fields say it."""
        return replace(
            self._before,
            title=self.title_edit.text(),
            start=typed_values.clock(self.start.text()),
            end=typed_values.clock(self.end.text()),
            method=choices.code_of(self.method),
            who=self.who.text(),
            notes=self.notes.toPlainText(),
            public=self.public_box.isChecked(),
        )


class TableDialog(ListItemDialog):
    """A table with its topic and host."""

    FORM = "prepare_table"

    heading: QLabel
    refusal: QLabel
    number: QLineEdit
    seats: QLineEdit
    topic: QComboBox
    host: QComboBox

    def __init__(
        self,
        desk: Desk,
        table: TopicTable,
        fields: Catalogue,
        people: Sequence[Participant],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, table, parent, is_new=is_new)
        self._before = table
        self.number.setText(str(table.number))
        self.seats.setText("" if table.seats is None else str(table.seats))
        self.topic.setEditable(True)
        self.topic.addItems([entry.label for entry in fields.entries])
        self.topic.setEditText(table.topic)
        named = [(f"{each.label}  {each.name}".strip(), each.id) for each in people]
        choices.offer_pairs(self.host, [(self.tr("Nobody yet"), ""), *named], table.host_id or "")
        self.number.setFocus()
        self.number.selectAll()

    def edited(self) -> TopicTable:
        """Return the table as the fields say it."""
        number = typed_values.whole(self.number.text())
        if number is None:
            raise UserError(
                self.tr("The table has no number."), self.tr("Please write one such as “7”.")
            )
        return replace(
            self._before,
            number=number,
            seats=typed_values.whole(self.seats.text()),
            topic=self.topic.currentText().strip(),
            host_id=choices.code_of(self.host) or None,
        )


class CountDialog(ListItemDialog):
    """How many people had a value of an attribute; attributes of one's own are possible."""

    FORM = "prepare_count"

    heading: QLabel
    refusal: QLabel
    attribute: QComboBox
    value: QComboBox
    count: QLineEdit

    def __init__(
        self,
        desk: Desk,
        item: HeadCount,
        known: Sequence[tuple[str, str, Catalogue | None]],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, item, parent, is_new=is_new)
        self._before = item
        self._known = known
        for name, code, _ in known:
            self.attribute.addItem(name, code)
        for box in (self.attribute, self.value):
            box.setEditable(True)
        self.attribute.currentTextChanged.connect(lambda _: self._offer_values())
        self.attribute.setEditText(self._name_of(item.attribute))
        self._offer_values()
        catalogue = self._catalogue()
        entry = catalogue.find(item.value) if catalogue else None
        self.value.setEditText(entry.label if entry else item.value)
        self.count.setText("" if is_new else str(item.count))
        self.attribute.setFocus()

    def edited(self) -> HeadCount:
        """Return the count as the fields say it."""
        catalogue, words = self._catalogue(), self.value.currentText().strip()
        entry = catalogue.find_label(words) if catalogue else None
        if not words or not self.attribute.currentText().strip():
            raise UserError(
                self.tr("It is not said yet who was counted."),
                self.tr("Please fill in both fields."),
            )
        return replace(
            self._before,
            attribute=self._code_of(self.attribute.currentText()),
            value=entry.code if entry else words,
            count=typed_values.whole(self.count.text()),
        )

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return bool(self.count.text().strip()) and self.edited() != self._before

    def _catalogue(self) -> Catalogue | None:
        words = self.attribute.currentText()
        return next((found for name, _, found in self._known if name == words), None)

    def _offer_values(self) -> None:
        catalogue, typed = self._catalogue(), self.value.currentText()
        self.value.clear()
        self.value.addItems([entry.label for entry in catalogue.entries] if catalogue else [])
        self.value.setEditText(typed)

    def _name_of(self, code: str) -> str:
        return next((name for name, known, _ in self._known if known == code), code)

    def _code_of(self, words: str) -> str:
        return next((code for name, code, _ in self._known if name == words), words.strip())
