"""The municipality and the quarter of a workshop, as the protocol speaks of them."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from quartierdesk.domain import typed_values
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.services import preparing
from quartierdesk.services.preparing import Home

_OF_MUNICIPALITY = ("address", "imprint", "data_protection_officer")
_OF_QUARTER = (
    *("delimitation", "process_goal", "accompaniment"),
    *("funding", "continuation", "notes"),
)
"""Fields of prose whose input has the same name."""


class QuarterDialog(EditingDialog):
    """Edits quarter and municipality, for all workshops that belong to them."""

    FORM = "prepare_quarter"
    WIDE = True

    heading: QLabel
    refusal: QLabel
    body: QScrollArea
    content: QWidget
    municipality_name: QLineEdit
    district: QLineEdit
    address: QPlainTextEdit
    imprint: QPlainTextEdit
    data_protection_officer: QPlainTextEdit
    notes: QPlainTextEdit
    quarter_name: QLineEdit
    kind: QComboBox
    process_from: QLineEdit
    process_until: QLineEdit
    delimitation: QPlainTextEdit
    process_goal: QPlainTextEdit
    accompaniment: QPlainTextEdit
    funding: QPlainTextEdit
    continuation: QPlainTextEdit

    def __init__(
        self, desk: Desk, home: Home, kinds: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._home = home
        municipality, quarter = home.municipality, home.quarter
        self.municipality_name.setText(municipality.name)
        self.district.setText(municipality.district)
        self.quarter_name.setText(quarter.name)
        self.quarter_name.setCursorPosition(0)
        choices.offer(self.kind, kinds, quarter.kind, self.tr("Not said"))
        self.process_from.setText(typed_values.day_text(quarter.process_from))
        self.process_until.setText(typed_values.day_text(quarter.process_until))
        for name in _OF_MUNICIPALITY:
            self._prose(name).setPlainText(getattr(municipality, name))
        for name in _OF_QUARTER:
            self._prose(name).setPlainText(getattr(quarter, name))
        self.municipality_name.setFocus()

    def fit(self) -> None:
        """Make room for the words, but not more than the screen has; the fields scroll."""
        line = self.desk.look.sizes.grown(14, 36)
        for name in (*_OF_MUNICIPALITY, *_OF_QUARTER):
            self._prose(name).setFixedHeight(line)
        bar = self.desk.look.sizes.icon(16)
        self.body.setMinimumWidth(self.content.minimumSizeHint().width() + bar)
        super().fit()
        room = self.screen().availableGeometry().height() - self.desk.look.sizes.head_row
        wanted = self.height() - self.body.height() + self.content.sizeHint().height()
        self.resize(self.width(), max(self.minimumSizeHint().height(), min(wanted, room)))

    def edited(self) -> Home:
        """Return both as the fields say them; raises `UserError` for what is no day."""
        municipality = replace(
            self._home.municipality,
            name=self.municipality_name.text(),
            district=self.district.text(),
            address=self.address.toPlainText(),
            imprint=self.imprint.toPlainText(),
            data_protection_officer=self.data_protection_officer.toPlainText(),
        )
        quarter = replace(
            self._home.quarter,
            name=self.quarter_name.text(),
            kind=choices.code_of(self.kind),
            process_from=typed_values.day(self.process_from.text()),
            process_until=typed_values.day(self.process_until.text()),
            delimitation=self.delimitation.toPlainText(),
            process_goal=self.process_goal.toPlainText(),
            accompaniment=self.accompaniment.toPlainText(),
            funding=self.funding.toPlainText(),
            continuation=self.continuation.toPlainText(),
            notes=self.notes.toPlainText(),
        )
        return Home(municipality, quarter)

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self.edited() != self._home

    def store(self) -> None:
        """Store both as one step."""
        before, after = self._home, self.edited()
        _refuse_impossible(after)
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: preparing.store_home(ws, before, after),
            lambda _: self.accept(),
            self.refuse,
        )

    def _prose(self, name: str) -> QPlainTextEdit:
        field: QPlainTextEdit = getattr(self, name)
        return field


def _refuse_impossible(home: Home) -> None:
    quarter = home.quarter
    if not quarter.name.strip():
        raise UserError("Das Quartier hat noch keinen Namen.", "Bitte schreiben Sie, wie es heißt.")
    first, last = quarter.process_from, quarter.process_until
    if first and last and last < first:
        raise UserError("Der Prozess endet, bevor er beginnt.", "Bitte prüfen Sie beide Tage.")
