"""Somebody on the attendance list, with consents; internal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services import participants, preparing

_SIZE = (600, 620)


class PersonDialog(EditingDialog):
    """Stores the person with all consents in one operation, or deletes the entry."""

    FORM = "prepare_person"

    heading: QLabel
    refusal: QLabel
    body: QScrollArea
    name_edit: QLineEdit
    table_box: QComboBox
    age_group: QComboBox
    role_box: QComboBox
    organisation: QLineEdit
    district: QLineEdit
    contact: QLineEdit
    notes: QLineEdit
    consent_heading: QLabel
    consent_list: QCheckBox
    consent_contact: QCheckBox
    consent_photo: QCheckBox
    consent_guardian: QCheckBox
    delete_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        person: Participant,
        tables: Sequence[TopicTable],
        known: Mapping[str, Catalogue],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, parent)
        self._before = person
        self._is_new = is_new
        for name, line in self._lines().items():
            line.setText(getattr(person, name))
        unknown = self.tr("Not stated")
        numbered = [(self.tr("Table {0}").format(each.number), each.id) for each in tables]
        choices.offer_pairs(
            self.table_box, [(self.tr("No table"), ""), *numbered], person.table_id or ""
        )
        choices.offer(self.age_group, known["age_group"], person.age_group, unknown)
        choices.offer(self.role_box, known["participant_role"], person.role, unknown)
        self._given = {c.kind: c.given for c in person.consents if not c.medium}
        for kind, box in self._boxes().items():
            box.setChecked(self._given.get(kind, False))
        self.delete_button.setVisible(not is_new)
        self.delete_button.setEnabled(desk.writable)
        self.delete_button.clicked.connect(self._delete)
        self.open_as_large_as(*_SIZE)
        self.name_edit.setFocus()

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        given = {kind: self._given.get(kind, False) for kind in self._boxes()}
        return self._person() != self._before or self._consents() != given

    def store(self) -> None:
        """Store the person with the consents."""
        after, consents = self._person(), self._consents()
        if not after.name.strip() and not after.label.strip():
            raise UserError(self.tr("The person has no name yet."), self.tr("Please enter one."))
        before = None if self._is_new else self._before
        workshop_id = self.desk.workshop_id
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: preparing.store_participant(ws, workshop_id, before, after, consents),
            lambda _: self.accept(),
            self.refuse,
        )

    def _lines(self) -> Mapping[str, QLineEdit]:
        return {
            "name": self.name_edit,
            "organisation": self.organisation,
            "district": self.district,
            "contact": self.contact,
            "notes": self.notes,
        }

    def _boxes(self) -> Mapping[str, QCheckBox]:
        return {
            "list": self.consent_list,
            "contact": self.consent_contact,
            "photo": self.consent_photo,
            "guardian": self.consent_guardian,
        }

    def _consents(self) -> dict[str, bool]:
        return {kind: box.isChecked() for kind, box in self._boxes().items()}

    def _person(self) -> Participant:
        words: dict[str, Any] = {name: line.text() for name, line in self._lines().items()}
        return replace(
            self._before,
            table_id=choices.code_of(self.table_box) or None,
            age_group=choices.code_of(self.age_group),
            role=choices.code_of(self.role_box),
            **words,
        )

    def _delete(self) -> None:
        key = self._before.id
        self.desk.ops.run(
            self, lambda ws: participants.remove(ws, key), lambda _: self.accept(), self.refuse
        )
