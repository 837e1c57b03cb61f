"""An actor and an advice office with all their fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.workshop import Actor, AdviceOffice
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.services import actors
from quartierdesk.services.workspaces import Workspace

Entry = Actor | AdviceOffice


class EntryDialog(EditingDialog):
    """Stores a new or changed entry, or deletes it."""

    delete_button: KeyButton

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget | None, *, is_new: bool) -> None:
        super().__init__(desk, parent)
        self._entry = entry
        self._is_new = is_new
        self.delete_button.setVisible(not is_new)
        self.delete_button.setEnabled(desk.writable)
        self.delete_button.clicked.connect(self._delete)

    def edited(self) -> Entry:
        """Return the entry as the fields say it."""
        raise NotImplementedError

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self.edited() != self._entry

    def store(self) -> None:
        """Store the entry."""
        before, after, is_new = self._entry, self.edited(), self._is_new
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: actors.add(ws, after) if is_new else _edit(ws, before, after),
            lambda _: self.accept(),
            self.refuse,
        )

    def _delete(self) -> None:
        entry = self._entry
        self.desk.ops.run(
            self, lambda ws: actors.remove(ws, entry), lambda _: self.accept(), self.refuse
        )


def _edit(workspace: Workspace, before: Entry, after: Entry) -> None:
    match before, after:
        case Actor(), Actor():
            actors.edit(workspace, before, after)
        case AdviceOffice(), AdviceOffice():
            actors.edit(workspace, before, after)


class ActorDialog(EntryDialog):
    """An actor; contact and notes are internal."""

    FORM = "actors_actor"

    heading: QLabel
    refusal: QLabel
    name_edit: QLineEdit
    group: QComboBox
    role_box: QComboBox
    contact: QLineEdit
    notes: QPlainTextEdit

    def __init__(
        self,
        desk: Desk,
        actor: Actor,
        known: Mapping[str, Catalogue],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, actor, parent, is_new=is_new)
        self._before = actor
        unknown = self.tr("Not stated")
        self.name_edit.setText(actor.name)
        choices.offer(self.group, known["actor_group"], actor.group, unknown)
        choices.offer(self.role_box, known["actor_role"], actor.role, unknown)
        self.contact.setText(actor.contact)
        self.notes.setPlainText(actor.notes)
        self.notes.setMinimumHeight(height_of_lines(self.notes, 2))
        self.name_edit.setFocus()

    def edited(self) -> Actor:
        """Return the actor as the fields say it."""
        return replace(
            self._before,
            name=self.name_edit.text(),
            group=choices.code_of(self.group),
            role=choices.code_of(self.role_box),
            contact=self.contact.text(),
            notes=self.notes.toPlainText(),
        )


class OfficeDialog(EntryDialog):
    """An advice office."""

    FORM = "actors_office"

    heading: QLabel
    refusal: QLabel
    name_edit: QLineEdit
    topics: QLineEdit
    address: QLineEdit
    phone: QLineEdit
    email: QLineEdit
    website: QLineEdit

    def __init__(
        self, desk: Desk, office: AdviceOffice, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        super().__init__(desk, office, parent, is_new=is_new)
        self._before = office
        for name, line in self._lines().items():
            line.setText(getattr(office, name))
        self.name_edit.setFocus()

    def edited(self) -> AdviceOffice:
        """Return the office as the fields say it."""
        words: dict[str, Any] = {name: line.text() for name, line in self._lines().items()}
        return replace(self._before, **words)

    def _lines(self) -> Mapping[str, QLineEdit]:
        return {
            "name": self.name_edit,
            "topics": self.topics,
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
            "website": self.website,
        }
