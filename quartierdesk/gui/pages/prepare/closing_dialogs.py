"""What closes a protocol: a next step, a recipient, an enclosure, a signature."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from quartierdesk.domain import typed_values
from quartierdesk.domain.workshop import Enclosure, NextStep, Recipient, Signature
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.pages.prepare.dialogs import ListItemDialog


class StepDialog(ListItemDialog):
    """What happens after the evening."""

    FORM = "prepare_step"

    heading: QLabel
    refusal: QLabel
    what: QLineEdit
    due: QLineEdit
    who: QLineEdit

    def __init__(
        self, desk: Desk, item: NextStep, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, item, parent, is_new=is_new)
        self._before = item
        self._due_before = typed_values.day_text(item.due) or item.due_text
        self.what.setText(item.what)
        self.due.setText(self._due_before)
        self.who.setText(item.who)
        self.what.setFocus()

    def edited(self) -> NextStep:
        """Return the step as the fields say it."""
        after = replace(self._before, what=self.what.text().strip(), who=self.who.text().strip())
        if self.due.text() == self._due_before:
            return after
        day, words = typed_values.due(self.due.text())
        return replace(after, due=day, due_text=words)

    def store(self) -> None:
        """Store it; raises `UserError` where it says nothing."""
        missing = self.tr("The step is empty."), self.tr("Please write what is to be done.")
        _refuse_empty(self.what.text(), *missing)
        super().store()


class RecipientDialog(ListItemDialog):
    """Who gets the protocol."""

    FORM = "prepare_recipient"

    heading: QLabel
    refusal: QLabel
    name_edit: QLineEdit

    def __init__(
        self, desk: Desk, item: Recipient, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, item, parent, is_new=is_new)
        self._before = item
        self.name_edit.setText(item.name)
        self.name_edit.setFocus()

    def edited(self) -> Recipient:
        """Return the recipient as the field says it."""
        return replace(self._before, name=self.name_edit.text().strip())

    def store(self) -> None:
        """Store it; raises `UserError` where it says nothing."""
        missing = self.tr("The name is missing."), self.tr("Please write who gets the minutes.")
        _refuse_empty(self.name_edit.text(), *missing)
        super().store()


class EnclosureDialog(ListItemDialog):
    """What is attached to the protocol."""

    FORM = "prepare_enclosure"

    heading: QLabel
    refusal: QLabel
    title_edit: QLineEdit
    public_box: QCheckBox

    def __init__(
        self, desk: Desk, item: Enclosure, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, item, parent, is_new=is_new)
        self._before = item
        self.title_edit.setText(item.title)
        self.public_box.setChecked(item.public)
        self.title_edit.setFocus()

    def edited(self) -> Enclosure:
        """Return the enclosure as the fields say it."""
        title, public = self.title_edit.text().strip(), self.public_box.isChecked()
        return replace(self._before, title=title, public=public)

    def store(self) -> None:
        """Store it; raises `UserError` where it says nothing."""
        missing = self.tr("The title is missing."), self.tr("Please write what is enclosed.")
        _refuse_empty(self.title_edit.text(), *missing)
        super().store()


class SignatureDialog(ListItemDialog):
    """A line to sign on."""

    FORM = "prepare_signature"

    heading: QLabel
    refusal: QLabel
    role_edit: QLineEdit
    name_edit: QLineEdit

    def __init__(
        self, desk: Desk, item: Signature, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, item, parent, is_new=is_new)
        self._before = item
        self.role_edit.setText(item.role)
        self.name_edit.setText(item.name)
        self.role_edit.setFocus()

    def edited(self) -> Signature:
        """Return the line as the fields say it."""
        role, name = self.role_edit.text().strip(), self.name_edit.text().strip()
        return replace(self._before, role=role, name=name)

    def store(self) -> None:
        """Store it; raises `UserError` where it says nothing."""
        words = self.role_edit.text() + self.name_edit.text()
        missing = self.tr("The line to sign on is empty."), self.tr("Please write who signs.")
        _refuse_empty(words, *missing)
        super().store()


def _refuse_empty(words: str, sentence: str, hint: str) -> None:
    if not words.strip():
        raise UserError(sentence, hint)
