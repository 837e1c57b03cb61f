"""A measure with all its fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTreeWidget,
    QWidget,
)

from quartierdesk.domain import typed_values
from quartierdesk.domain.measure import Measure
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.editing import EditingDialog
from quartierdesk.gui.pages.agree.origin_tree import chosen_sources, show_sources
from quartierdesk.gui.widgets.day_edit import DayEdit
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.services import measure_editing
from quartierdesk.services.measure_editing import MeasureSheet

_SIZE = (1040, 700)
_ESTIMATES = ("1", "2", "3", "4", "5")


class MeasureDialog(EditingDialog):
    """Edits a measure, a new one included; `stored` is told what was stored."""

    FORM = "agree_measure"

    heading: QLabel
    refusal: QLabel
    body: QScrollArea
    title_edit: QLineEdit
    goal: QPlainTextEdit
    starting_point: QPlainTextEdit
    details: QPlainTextEdit
    responsible: QLineEdit
    coordinating_body: QLineEdit
    partners: QLineEdit
    due: DayEdit
    term: QComboBox
    first_step: QLineEdit
    cost: QLineEdit
    funding: QLineEdit
    continuation: QLineEdit
    status: QComboBox
    importance: QComboBox
    reason: QPlainTextEdit
    decision_body: QComboBox
    requires_resolution: QCheckBox
    resolution_on: DayEdit
    resolution_number: QLineEdit
    effort: QComboBox
    benefit: QComboBox
    priority: QLineEdit
    indicator: QLineEdit
    risks: QPlainTextEdit
    origin: QTreeWidget

    def __init__(
        self,
        desk: Desk,
        sheet: MeasureSheet,
        stored: Callable[[Measure], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._sheet = sheet
        self._stored = stored
        self._show(sheet.measure)
        for line in (self.responsible, self.coordinating_body, self.partners):
            self._suggest(line)
        for text in self._texts().values():
            text.setMinimumHeight(height_of_lines(text, 2))
        self.retranslate()
        self.resize(*_SIZE)
        self.title_edit.setFocus()

    def retranslate(self) -> None:
        """Set the heading."""
        label = self._sheet.measure.label
        self.heading.setText(
            self.tr("New measure") if self._sheet.is_new else self.tr("Measure {0}").format(label)
        )

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self._measure() != self._sheet.measure

    def store(self) -> None:
        """Store the measure."""
        sheet, after = self._sheet, self._measure()
        self.ok_button.setEnabled(False)
        self.desk.ops.run(
            self,
            lambda ws: measure_editing.store(ws, sheet, after),
            self._done,
            self.refuse,
        )

    def _done(self, measure: Measure) -> None:
        self.accept()
        self._stored(measure)

    def _suggest(self, line: QLineEdit) -> None:
        """Offer the actors of the quarter while somebody types."""
        completer = QCompleter(list(self._sheet.actors), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)

    def _lines(self) -> Mapping[str, QLineEdit]:
        return {
            "title": self.title_edit,
            "responsible": self.responsible,
            "coordinating_body": self.coordinating_body,
            "partners": self.partners,
            "first_step": self.first_step,
            "funding": self.funding,
            "continuation": self.continuation,
            "resolution_number": self.resolution_number,
            "indicator": self.indicator,
        }

    def _texts(self) -> Mapping[str, QPlainTextEdit]:
        return {
            "goal": self.goal,
            "starting_point": self.starting_point,
            "description": self.details,
            "reason": self.reason,
            "risks": self.risks,
        }

    def _show(self, measure: Measure) -> None:
        for name, line in self._lines().items():
            line.setText(getattr(measure, name))
            line.setCursorPosition(0)
        for name, text in self._texts().items():
            text.setPlainText(getattr(measure, name))
        self.due.show_day(measure.due, measure.due_text)
        self.resolution_on.show_day(measure.resolution_on)
        self.cost.setText(typed_values.euro_text(measure.cost_estimate))
        self.priority.setText("" if measure.priority is None else str(measure.priority))
        self.requires_resolution.setChecked(measure.requires_resolution)
        known, open_ = self._sheet.catalogues, self.tr("Not stated")
        choices.offer(self.status, known["measure_status"], measure.status, None)
        choices.offer(self.term, known["measure_term"], measure.term, open_)
        choices.offer(self.importance, known["importance"], measure.importance, open_)
        choices.offer(self.decision_body, known["decision_body"], measure.decision_body, open_)
        for box, value in ((self.effort, measure.effort), (self.benefit, measure.benefit)):
            entries = [(open_, ""), *((number, number) for number in _ESTIMATES)]
            choices.offer_pairs(box, entries, "" if value is None else str(value))
        show_sources(self.origin, self._sheet)

    def _measure(self) -> Measure:
        before = self._sheet.measure
        due, due_text = typed_values.due(self.due.text())
        themes, cards = chosen_sources(self.origin, before)
        changed: dict[str, object] = {
            name: text if (text := line.text()) == getattr(before, name) else text.strip()
            for name, line in self._lines().items()
        }
        changed |= {name: text.toPlainText() for name, text in self._texts().items()}
        measure: Measure = replace(before, **changed)  # type: ignore[arg-type]
        return replace(
            measure,
            due=due,
            due_text=due_text,
            term=choices.code_of(self.term),
            cost_estimate=self._cost(),
            status=choices.code_of(self.status),
            importance=choices.code_of(self.importance),
            decision_body=choices.code_of(self.decision_body),
            requires_resolution=self.requires_resolution.isChecked(),
            resolution_on=typed_values.day(self.resolution_on.text()),
            effort=typed_values.whole(choices.code_of(self.effort)),
            benefit=typed_values.whole(choices.code_of(self.benefit)),
            priority=typed_values.whole(self.priority.text()),
            cluster_ids=themes,
            contribution_ids=cards,
        )

    def _cost(self) -> Decimal | None:
        before = self._sheet.measure.cost_estimate
        unchanged = self.cost.text() == typed_values.euro_text(before)
        return before if unchanged else typed_values.euros(self.cost.text())
