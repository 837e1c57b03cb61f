"""Maßnahmen: across all workshops, filtered, with what is overdue."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from quartierdesk.domain.ordering import of_day
from quartierdesk.domain.typed_values import day_text
from quartierdesk.gui import places
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.measure_status import StatusDialog
from quartierdesk.gui.numbers import number
from quartierdesk.gui.page import Page
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.gui.widgets.search_line import SearchLine
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import agreed
from quartierdesk.services.agreed import Agreed, AgreedLine

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_OPEN, _OVERDUE, _DONE, _ALL = "open", "overdue", "done", "all"


class MeasuresPage(Page[Agreed]):
    """Measures of all workshops of the file."""

    FORM = "measures"
    NEEDS_WORKSHOP = False
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {"measure", "workshop", "quarter", "catalogue_item"}
    )

    views: QStackedWidget
    measures_view: QWidget
    state_choice: Segments
    where: QComboBox
    search: SearchLine
    told: ElidedLabel
    status_button: KeyButton
    jump_button: KeyButton
    table: RowTable
    empty: EmptyState

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Agreed | None = None
        self.table.use(desk.look)
        self.table.allow_sorting()
        self.table.high_as_rows = True
        self.state_choice.chosen.connect(lambda _: self._show_lines())
        self.where.activated.connect(lambda _: self._show_lines())
        self.search.textChanged.connect(lambda _: self._show_lines())
        self.table.entered.connect(lambda _: self.jump())
        self.table.walked.connect(lambda _: self._allow())
        self.jump_button.clicked.connect(self.jump)
        self.status_button.clicked.connect(self.change_status)
        self.add_action(
            self.tr("Change the state of the measure …"),
            self.change_status,
            "Ctrl+T",
            unless=self._no_measure,
        )
        self.add_action(
            self.tr("Go to the workshop of the measure"),
            self.jump,
            "Ctrl+Return",
            writes=False,
            unless=self._no_measure,
        )
        self.add_action(self.tr("Search measures"), self.search.setFocus, "Ctrl+F", writes=False)
        self.add_action(
            self.tr("Sort the table …"), self.table.offer_sorting, "Shift+F10", writes=False
        )
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Workspace], Agreed]":
        """Return the question for all measures."""
        return agreed.everywhere

    def refresh(self, rows: Agreed) -> None:
        """Show what is stored; filters and the current row stay."""
        self._shown = rows
        self.views.setCurrentWidget(self.measures_view if rows.lines else self.empty)
        self._offer_places(rows.lines)
        self._offer_states(rows.lines)
        self._show_lines()

    def go_to(self, place: Place) -> None:
        """Select a measure, whatever is filtered."""
        if place.measure_id:
            self.state_choice.set_value(_ALL)
            self.search.clear()
            self.where.setCurrentIndex(0)
            self._show_lines()
            self.table.choose(place.measure_id)

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.empty.tell(
            "checklist",
            self.tr("No workshop has agreed on anything yet."),
            self.tr("What is agreed in the step “Agree” of a workshop appears here."),
        )
        if self._shown is not None:
            self.refresh(self._shown)

    def line(self) -> AgreedLine | None:
        """Return the measure of the current row."""
        key = self.table.key()
        lines = self._shown.lines if self._shown else ()
        return next((line for line in lines if line.measure.id == key), None)

    def jump(self) -> None:
        """Go to the measure in its workshop."""
        line = self.line()
        if line is not None:
            self.desk.go(places.measure(line.measure.id, line.workshop_id))

    def change_status(self) -> None:
        """Ask for another state of the current measure."""
        line = self.line()
        if line is not None and self._shown is not None and self.desk.writable:
            statuses = self._shown.statuses[line.workshop_id]
            StatusDialog(self.desk, line.measure, statuses, self).open()

    def _no_measure(self) -> str:
        return "" if self.line() is not None else self.tr("Please choose a measure first.")

    def _allow(self) -> None:
        here = self.line() is not None
        self.jump_button.setEnabled(here)
        self.status_button.setEnabled(here and self.desk.writable)

    def _offer_places(self, lines: Sequence[AgreedLine]) -> None:
        chosen = self.where.currentData()
        with QSignalBlocker(self.where):
            self.where.clear()
            self.where.addItem(self.tr("All workshops"), "")
            quarters = dict.fromkeys(line.quarter for line in lines if line.quarter)
            for quarter in quarters if len(quarters) > 1 else ():
                self.where.addItem(quarter, f"quarter:{quarter}")
            for key, title in {line.workshop_id: line.workshop for line in lines}.items():
                self.where.addItem(title, key)
            self.where.setCurrentIndex(max(0, self.where.findData(chosen)))
            self.where.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.where.setMinimumContentsLength(10)

    def _offer_states(self, lines: Sequence[AgreedLine]) -> None:
        counts = {key: sum(_is_in(line, key) for line in lines) for key in (_OPEN, _OVERDUE, _DONE)}
        self.state_choice.set_choices(
            (
                (_OPEN, self.tr("Open ({0})").format(number(counts[_OPEN])), ""),
                (_OVERDUE, self.tr("Overdue ({0})").format(number(counts[_OVERDUE])), ""),
                (_DONE, self.tr("Done ({0})").format(number(counts[_DONE])), ""),
                (_ALL, self.tr("All ({0})").format(number(len(lines))), ""),
            )
        )

    def _show_lines(self) -> None:
        if self._shown is None:
            return
        where = str(self.where.currentData() or "")
        lines = [
            line
            for line in self._shown.lines
            if _is_in(line, self.state_choice.value())
            and where in ("", line.workshop_id, f"quarter:{line.quarter}")
            and line.holds(self.search.text())
        ]
        self.table.show_rows(self._columns(), [self._row(line) for line in lines])
        amount = self.tr("%Ln measure(s)", "", len(lines))
        self.told.setText(amount if lines else self.tr("No measure fits what was chosen."))
        self._allow()

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("No.")),
            Column(self.tr("What"), share=5, least=18, main=True),
            Column(self.tr("Who"), share=3, least=14, may_hide=True),
            Column(self.tr("By when"), right=True, least=9),
            Column(self.tr("Workshop"), share=3, role="small", least=12, may_hide=True),
            Column(self.tr("Decision"), may_hide=True),
            Column(self.tr("State")),
        ]

    def _row(self, line: AgreedLine) -> Row:
        measure = line.measure
        due = day_text(measure.due) or measure.due_text
        until = of_day(measure.due, measure.due_text)
        workshop = f"{day_text(line.workshop_day)} {line.workshop}".strip()
        late = self.tr("{0}, overdue").format(due) if line.is_overdue else ""
        tone = "err" if line.is_overdue else ""
        return Row(
            measure.id,
            (
                Cell(measure.label, tone="muted"),
                Cell(measure.title),
                Cell(measure.responsible),
                Cell(due, line.is_overdue, tone, spoken=late, order=until),
                Cell(workshop, tone="text2", order=of_day(line.workshop_day, line.workshop)),
                Cell(line.decision or "–"),
                Cell(line.status, sign=Sign("status", measure.status, line.letter)),
            ),
        )


def _is_in(line: AgreedLine, state: str) -> bool:
    return {
        _OPEN: line.is_open,
        _OVERDUE: line.is_overdue,
        _DONE: line.measure.status in agreed.CLOSED_STATES,
    }.get(state, True)
