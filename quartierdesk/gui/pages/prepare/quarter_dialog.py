"""The municipality and the quarter of a workshop, as the protocol speaks of them."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from quartierdesk.domain import typed_values
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.workshop import Workshop
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.pages.prepare.coat_of_arms import CoatOfArms
from quartierdesk.gui.pages.prepare.indicators import IndicatorList
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.gui.widgets.row_table import RowTable
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
    ags: QLineEdit
    arms: QLabel
    arms_button: QPushButton
    no_arms_button: QPushButton
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
    indicators: RowTable
    indicator_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        workshop: Workshop,
        home: Home,
        kinds: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._workshop, self._home = workshop, home
        municipality, quarter = home.municipality, home.quarter
        self.municipality_name.setText(municipality.name)
        self.district.setText(municipality.district)
        self.district.setCursorPosition(0)
        self.ags.setText(municipality.ags)
        self.quarter_name.setText(quarter.name)
        self.quarter_name.setCursorPosition(0)
        choices.offer(self.kind, kinds, quarter.kind, self.tr("Not stated"))
        self.process_from.setText(typed_values.day_text(quarter.process_from))
        self.process_until.setText(typed_values.day_text(quarter.process_until))
        for name in _OF_MUNICIPALITY:
            self._prose(name).setPlainText(getattr(municipality, name))
        for name in _OF_QUARTER:
            self._prose(name).setPlainText(getattr(quarter, name))
        self.figures = IndicatorList(desk, self.indicators, self.indicator_button, self)
        self.figures.show(home.indicators)
        self.coat = CoatOfArms(self, municipality.arms_sha256)
        self.municipality_name.setFocus()

    def fit(self) -> None:
        """Make room for the words, but not more than the screen has; the fields scroll."""
        for name in (*_OF_MUNICIPALITY, *_OF_QUARTER):
            prose = self._prose(name)
            prose.setFixedHeight(height_of_lines(prose, 2))
        bar = self.desk.look.sizes.icon(16)
        self.body.setMinimumWidth(self.content.minimumSizeHint().width() + bar)
        super().fit()
        room = self.screen().availableGeometry().height() - self.desk.look.sizes.head_row
        wanted = self.height() - self.body.height() + self.content.sizeHint().height()
        self.resize(self.width(), max(self.minimumSizeHint().height(), min(wanted, room)))

    def edited(self) -> Home:
        """Return all as the fields say it; raises `UserError` for what is no day or no key."""
        municipality = replace(
            self._home.municipality,
            name=self.municipality_name.text(),
            district=self.district.text(),
            ags=self._key(),
            arms_sha256=self.coat.key,
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
        return Home(municipality, quarter, self.figures.items)

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return bool(self.coat.picture) or self.edited() != self._home

    def store(self) -> None:
        """Store all as one step."""
        workshop, before, after = self._workshop, self._home, self.edited()
        arms = self.coat.picture
        self._refuse_impossible(after)
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: preparing.store_home(ws, workshop, before, after, arms),
            lambda _: self.accept(),
            self.refuse,
        )

    def _key(self) -> str:
        """Return the municipality key; one that was there before stays as it was."""
        written, before = self.ags.text(), self._home.municipality.ags
        return before if written == before else typed_values.municipality_key(written)

    def _prose(self, name: str) -> QPlainTextEdit:
        field: QPlainTextEdit = getattr(self, name)
        return field

    def _refuse_impossible(self, home: Home) -> None:
        quarter = home.quarter
        if not quarter.name.strip():
            raise UserError(
                self.tr("The quarter has no name yet."), self.tr("Please write what it is called.")
            )
        first, last = quarter.process_from, quarter.process_until
        if first and last and last < first:
            raise UserError(
                self.tr("The process ends before it begins."), self.tr("Please check both days.")
            )
