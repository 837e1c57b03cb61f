"""Vereinbaren: the table of measures, one of them in detail, and what is still unanswered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Measure
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.measure_status import StatusDialog
from quartierdesk.gui.numbers import number
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.agree.dialogs import AnswerDialog, ThemeDialog, fresh_answer
from quartierdesk.gui.pages.agree.measure_dialog import MeasureDialog
from quartierdesk.gui.pages.agree.open_list import OpenList
from quartierdesk.gui.pages.agree.panel import MeasurePanel
from quartierdesk.gui.pages.agree.rows import AgreeTables
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import agreement, measure_editing, measures
from quartierdesk.services.agreement import Agreement, MeasureLine
from quartierdesk.services.measure_editing import MeasureSheet

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_OPEN, _GIVEN = "open", "given"


class AgreePage(Page[Agreement]):
    """Measures of a workshop."""

    FORM = "agree"
    SLIM_RAIL = True
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {
            "measure",
            "measure_cluster",
            "measure_contribution",
            "answer",
            "cluster",
            "contribution",
            "poll",
            "poll_option",
            "ballot",
            "ballot_mark",
            "tally",
            "catalogue_item",
            "workshop",
        }
    )

    views: QStackedWidget
    agreed_page: QWidget
    heading: ElidedLabel
    theme_button: KeyButton
    new_button: KeyButton
    measures: RowTable
    below_choice: Segments
    below_words: ElidedLabel
    below: QStackedWidget
    open_view: QWidget
    open_list: OpenList
    all_answered: QLabel
    given_view: QWidget
    given: RowTable
    none_given: QLabel
    empty: EmptyState
    panel: MeasurePanel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Agreement | None = None
        self._fresh = ""
        self._tables = AgreeTables(self)
        for table in (self.measures, self.open_list, self.given):
            table.use(desk.look)
            table.high_as_rows = True
        for table in (self.measures, self.given):
            table.allow_sorting()
        self.panel.use(desk)
        self._connect()
        self._offer_actions()
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Workspace], Agreement]":
        """Return the question for what was agreed and what is open."""
        workshop_id = self.desk.workshop_id
        before = self._shown.sources if self._shown else None
        return lambda ws: agreement.of_workshop(ws, workshop_id, before=before)

    def refresh(self, rows: Agreement) -> None:
        """Show what is stored; the current rows stay."""
        self._shown = rows
        nothing = not (rows.measures or rows.open_themes or rows.open_cards or rows.answers)
        self.views.setCurrentWidget(self.empty if nothing else self.agreed_page)
        self.empty.button.setEnabled(self.desk.writable)
        self.new_button.setEnabled(self.desk.writable)
        self.theme_button.setEnabled(self.desk.writable and bool(rows.clusters))
        self.measures.setVisible(bool(rows.measures))
        self._say_counts(rows)
        self.measures.show_rows(
            self._tables.measure_columns(),
            [self._tables.measure_row(line) for line in rows.measures],
        )
        self.open_list.show_open(
            self._tables.open_columns(), self._tables.open_rows(rows), writable=self.desk.writable
        )
        self.given.show_rows(
            self._tables.given_columns(), [self._tables.given_row(g) for g in rows.answers]
        )
        is_open = bool(rows.open_themes or rows.open_cards)
        self.open_list.setVisible(is_open)
        self.all_answered.setVisible(not is_open)
        self.given.setVisible(bool(rows.answers))
        self.none_given.setVisible(not rows.answers)
        if self._fresh and self.measures.choose(self._fresh):
            self._fresh = ""
        self._show_measure()

    def forget(self) -> None:
        """Read everything of another file, also of one restored in the same place."""
        self._shown = None

    def go_to(self, place: Place) -> None:
        """Select a measure."""
        if place.measure_id and self.measures.choose(place.measure_id):
            self.measures.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the measures, else on what is open."""
        for widget in (self.measures, self.open_list, self.empty.button):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        self.panel.fit(self.width())
        self._show_measure()
        super().look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel its part of the room."""
        super().resizeEvent(event)
        self.panel.fit(self.width())

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.panel.retranslate()
        self.open_list.retranslate()
        self.all_answered.setText(
            self.tr("Everything has an answer: each theme and each contribution.")
        )
        self.none_given.setText(
            self.tr("No answers yet. What becomes a measure needs none of its own.")
        )
        self.empty.tell(
            "checklist",
            self.tr("Nothing was agreed yet."),
            self.tr("Measures say who does what until when. Most come from a theme on the wall."),
            self.tr("New measure"),
            "Ctrl+N",
        )
        if self._shown is not None:
            self.refresh(self._shown)

    def line(self) -> MeasureLine | None:
        """Return the measure of the current row."""
        if self._shown is None:
            return None
        key = self.measures.key()
        return next((line for line in self._shown.measures if line.measure.id == key), None)

    def new_measure(self) -> None:
        """Ask for a measure from nothing."""
        self._ask_fresh(None, None)

    def from_theme(self) -> None:
        """Ask from which theme a measure is to be made."""
        shown = self._shown
        if shown is None or not shown.clusters:
            return
        open_ids = {theme.id for theme in shown.open_themes}
        told = self.tr("(not yet answered)")
        ordered = sorted(shown.clusters, key=lambda cluster: cluster.id not in open_ids)
        offered = [(each, told if each.id in open_ids else "") for each in ordered]
        ThemeDialog(self.desk, offered, lambda key: self._ask_fresh(key, None), self).open()

    def edit_measure(self) -> None:
        """Open the measure of the current row with all its fields."""
        line = self.line()
        if line is not None:
            workshop_id, key = self.desk.workshop_id, line.measure.id
            self.desk.ops.ask(
                self,
                lambda ws: measure_editing.load(ws, workshop_id, key),
                self._open_measure,
                latest="agree/measure",
            )

    def change_status(self) -> None:
        """Ask for another state of the measure of the current row."""
        line = self.line()
        if line is not None and self._shown is not None:
            StatusDialog(self.desk, line.measure, self._shown.statuses, self).open()

    def delete_measure(self) -> None:
        """Delete the measure of the current row; it can be taken back."""
        line = self.line()
        if line is not None:
            key, label = line.measure.id, line.measure.label
            self.desk.ops.run(
                self,
                lambda ws: measures.remove(ws, key),
                lambda _: self.desk.tell(
                    self.tr("{0} was deleted. Ctrl+Z brings it back.").format(label)
                ),
            )

    def move_measure(self, by: int) -> None:
        """Move the measure of the current row up or down."""
        shown, line = self._shown, self.line()
        if shown is None or line is None:
            return
        ids = [each.measure.id for each in shown.measures]
        at = ids.index(line.measure.id)
        if 0 <= at + by < len(ids):
            ids.insert(at + by, ids.pop(at))
            self.desk.ops.run(self, lambda ws: measures.arrange(ws, ids))

    def measure_from(self, key: str) -> None:
        """Make a measure from an open theme or contribution."""
        kind, _, source = key.partition(":")
        if self.desk.writable and source:
            self._ask_fresh(source if kind == "theme" else None, source if kind == "card" else None)

    def answer(self, key: str) -> None:
        """Ask what becomes of an open theme or contribution."""
        kind, _, source = key.partition(":")
        if not self.desk.writable or not source:
            return
        is_theme = kind == "theme"
        answer = fresh_answer(new_id(), source if is_theme else None, None if is_theme else source)
        at = self.open_list.rows.place_of(key)
        subject = self.open_list.rows.rows[at].cells[0].text
        dialog = AnswerDialog(self.desk, answer, subject, self._measures(), self, is_new=True)
        dialog.open()

    def edit_answer(self, key: str) -> None:
        """Open an answer that was given."""
        for given in self._shown.answers if self._shown else ():
            if given.answer.id == key:
                AnswerDialog(
                    self.desk, given.answer, given.subject, self._measures(), self, is_new=False
                ).open()

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_measure)
        self.empty.pressed.connect(self.new_measure)
        self.theme_button.clicked.connect(self.from_theme)
        self.measures.walked.connect(lambda _: self._show_measure())
        self.measures.entered.connect(lambda _: self.edit_measure())
        self.panel.edit_wanted.connect(self.edit_measure)
        self.open_list.measure_wanted.connect(self.measure_from)
        self.open_list.answer_wanted.connect(self.answer)
        self.given.entered.connect(self.edit_answer)
        self.below_choice.chosen.connect(self._show_below)

    def _sort_table(self) -> None:
        (self.given if self.given.hasFocus() else self.measures).offer_sorting()

    def _offer_actions(self) -> None:
        add = self.add_action
        add(self.tr("Sort the table …"), self._sort_table, "Shift+F10", writes=False)
        add(self.tr("New measure …"), self.new_measure, "Ctrl+N")
        add(
            self.tr("Measure from a theme …"),
            self.from_theme,
            "Ctrl+Shift+M",
            unless=self._no_theme,
        )
        add(
            self.tr("Edit the measure …"),
            self.edit_measure,
            "F2",
            writes=False,
            unless=self._no_measure,
        )
        add(
            self.tr("Change the state of the measure …"),
            self.change_status,
            "Ctrl+T",
            unless=self._no_measure,
        )
        add(
            self.tr("Move the measure up"),
            lambda: self.move_measure(-1),
            "Alt+Up",
            unless=self._is_first,
        )
        add(
            self.tr("Move the measure down"),
            lambda: self.move_measure(1),
            "Alt+Down",
            unless=self._is_last,
        )
        add(self.tr("Delete the measure"), self._delete_here, "Del", unless=self._not_on_a_measure)
        add(
            self.tr("What has no answer yet"),
            lambda: self._show_below(_OPEN),
            writes=False,
            unless=lambda: self._is_below(_OPEN),
        )
        add(
            self.tr("Answers given"),
            lambda: self._show_below(_GIVEN),
            writes=False,
            unless=lambda: self._is_below(_GIVEN),
        )

    def _no_theme(self) -> str:
        there = self._shown is not None and bool(self._shown.clusters)
        return "" if there else self.tr("There are no themes on the wall yet.")

    def _no_measure(self) -> str:
        return "" if self.line() is not None else self.tr("Please choose a measure first.")

    def _not_on_a_measure(self) -> str:
        elsewhere = self.open_list.hasFocus() or self.given.hasFocus()
        return self.tr("Please choose a measure first.") if elsewhere else self._no_measure()

    def _is_first(self) -> str:
        at_end = self.line() is not None and self.line() == self._line_at(0)
        return self.tr("The measure is the first already.") if at_end else self._no_measure()

    def _is_last(self) -> str:
        at_end = self.line() is not None and self.line() == self._line_at(-1)
        return self.tr("The measure is the last already.") if at_end else self._no_measure()

    def _line_at(self, place: int) -> MeasureLine | None:
        lines = self._shown.measures if self._shown is not None else ()
        return lines[place] if lines else None

    def _is_below(self, what: str) -> str:
        if self.views.currentWidget() is self.empty:
            return self.tr("Nothing was agreed yet.")
        return self.tr("That is shown already.") if self.below_choice.value() == what else ""

    def _delete_here(self) -> None:
        """Delete the current measure, but only where one stands on it."""
        if not (self.open_list.hasFocus() or self.given.hasFocus()):
            self.delete_measure()

    def _measures(self) -> list[Measure]:
        return [line.measure for line in self._shown.measures] if self._shown else []

    def _ask_fresh(self, cluster_id: str | None, contribution_id: str | None) -> None:
        workshop_id = self.desk.workshop_id
        self.desk.ops.ask(
            self,
            lambda ws: measure_editing.fresh(ws, workshop_id, cluster_id, contribution_id),
            self._open_measure,
            latest="agree/measure",
        )

    def _open_measure(self, sheet: MeasureSheet) -> None:
        MeasureDialog(self.desk, sheet, self._stored, self).open()

    def _stored(self, measure: Measure) -> None:
        """Go to what was stored as soon as it is shown."""
        self._fresh = measure.id
        self.mark_stale()

    def _show_measure(self) -> None:
        if self._shown is not None:
            empty = self.views.currentWidget() is self.empty
            self.panel.show_line(self._shown, None if empty else self.line())

    def _show_below(self, what: str) -> None:
        self.below_choice.set_value(what)
        self.below.setCurrentWidget(self.open_view if what == _OPEN else self.given_view)
        if self._shown is not None:
            self.below_words.setText(self._tables.open_words(self._shown) if what == _OPEN else "")

    def _say_counts(self, rows: Agreement) -> None:
        amount = len(rows.measures)
        self.heading.setText(
            self.tr("%Ln measure(s)", "", amount) if amount else self.tr("No measures yet")
        )
        still_open = len(rows.open_themes) + len(rows.open_cards)
        self.below_choice.set_choices(
            (
                (_OPEN, self.tr("Not yet answered ({0})").format(number(still_open)), ""),
                (_GIVEN, self.tr("Answers ({0})").format(number(len(rows.answers))), ""),
            )
        )
        self._show_below(self.below_choice.value() or _OPEN)
