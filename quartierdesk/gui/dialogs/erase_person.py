"""Erasing a person for good, and mending the texts in which the person is still named."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from quartierdesk.domain.people import Participant
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.services import participants, privacy
from quartierdesk.services.places_of_names import PlaceOfName
from quartierdesk.services.privacy import Erasure

_PLACE = Qt.ItemDataRole.UserRole


class ErasePersonDialog(Dialog):
    """First shows where the person is named; after erasing, the texts left to be mended."""

    FORM = "erase_person"
    WIDE = True

    heading: QLabel
    explanation: QLabel
    person: QComboBox
    reason: QLineEdit
    places: QListWidget
    wording_label: QLabel
    wording: QPlainTextEdit
    report: QLabel
    mend_button: QPushButton
    close_button: QPushButton
    erase_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.person.currentIndexChanged.connect(lambda _: self._look())
        self.places.currentItemChanged.connect(lambda *_: self._show_place())
        self.mend_button.clicked.connect(self._mend)
        self.close_button.clicked.connect(self.accept)
        self.erase_button.clicked.connect(self._ask)
        self.report.hide()
        self._show_place()
        workshop_id = desk.workshop_id
        desk.ops.ask(self, lambda ws: participants.listed(ws, workshop_id), self._show_people)

    def _show_people(self, people: list[Participant]) -> None:
        for person in people:
            name = person.name or self.tr("without a name")
            self.person.addItem(f"{person.label} · {name}", person.id)
        self.erase_button.setEnabled(bool(people) and self.desk.writable)
        if not people:
            self.tell(self.report, self.tr("Nobody is on the attendance list of this workshop."))
        self.fit()

    def _look(self) -> None:
        person_id = self.person.currentData()
        if person_id:
            self.desk.ops.ask(
                self,
                lambda ws: privacy.places_of_name(ws, person_id),
                self._show_places,
                latest="places-of-name",
            )

    def _show_places(self, places: list[PlaceOfName]) -> None:
        self.places.clear()
        for place in places:
            item = QListWidgetItem(f"{place.what} · {place.field_name}: {place.text}", self.places)
            item.setData(_PLACE, place)
        self.places.setCurrentRow(0 if places else -1)
        self._show_place()

    def _chosen(self) -> PlaceOfName | None:
        item = self.places.currentItem()
        found = item.data(_PLACE) if item is not None else None
        return found if isinstance(found, PlaceOfName) else None

    def _show_place(self) -> None:
        place = self._chosen()
        for widget in (self.wording_label, self.wording, self.mend_button):
            widget.setVisible(place is not None)
        self.mend_button.setEnabled(self.desk.writable)
        self.wording.setPlainText(place.text if place is not None else "")
        self.fit()

    def _mend(self) -> None:
        place, words = self._chosen(), self.wording.toPlainText()
        if place is not None:
            self.desk.ops.run(
                self, lambda ws: privacy.mend(ws, place, words), self._mended, self.refuse
            )

    def _mended(self, _done: None) -> None:
        row = self.places.currentRow()
        self.places.takeItem(row)
        self._show_place()
        self.desk.reopen()

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("QuartierDesk")
        box.setText(self.tr("Erase {} for good?").format(self.person.currentText()))
        box.setInformativeText(self.tr("This cannot be undone, and no backup brings it back."))
        leave = box.addButton(QMessageBox.StandardButton.Cancel)
        act = box.addButton(self.tr("Erase for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(leave)
        person_id, reason = str(self.person.currentData()), self.reason.text()
        act.clicked.connect(partial(self._erase, person_id, reason))
        box.open()

    def _erase(self, person_id: str, reason: str, _checked: bool = False) -> None:
        title = self.tr("The person is being erased …")
        self.hold(
            self.desk.ops.run_long(
                self,
                title,
                lambda ws, _: privacy.erase_person(ws, person_id, reason),
                self._erased,
                self.refuse,
            )
        )

    def _erased(self, erasure: Erasure) -> None:
        words = self.tr("Erased: entries {}, earlier wordings {}, released minutes {}.")
        done = words.format(erasure.rows, erasure.wordings, erasure.releases)
        self.tell(self.report, "\n".join([done, *(copy.sentence for copy in erasure.pending)]))
        self.person.removeItem(self.person.currentIndex())
        self._show_places(list(erasure.places))
        self.desk.reopen()
        self.fit()
