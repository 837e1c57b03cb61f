"""Auswertung: what was said and agreed in one workshop, a quarter, or all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QStackedWidget, QWidget

from quartierdesk.domain.ordering import of_number
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.numbers import number
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.evaluation.bar_table import BarTable
from quartierdesk.gui.pages.evaluation.tiles import NumberTiles
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import evaluation
from quartierdesk.services.evaluation import Evaluation, Scope, Tally

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace


_SIDE_BY_SIDE = 960
"""Width from which two tables stand side by side, in pixels at a text size of 100 %."""


@dataclass(frozen=True, slots=True)
class EvaluationRows:
    """What can be chosen, what is, and its numbers."""

    scopes: tuple[Scope, ...]
    chosen: str
    found: Evaluation


class EvaluationPage(Page[EvaluationRows]):
    """Numbers across workshops."""

    FORM = "evaluation"
    NEEDS_WORKSHOP = False
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {
            "workshop",
            "quarter",
            "contribution",
            "contribution_target_group",
            "cluster",
            "measure",
            "measure_cluster",
            "measure_contribution",
            "answer",
            "catalogue_item",
        }
    )

    scope: QComboBox
    copy_button: KeyButton
    views: QStackedWidget
    numbers_view: QWidget
    body: QScrollArea
    content: QWidget
    tiles: NumberTiles
    fields: BarTable
    groups: BarTable
    kinds: BarTable
    statuses: BarTable
    matrix: RowTable
    empty: EmptyState

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._chosen = ""
        self._shown: EvaluationRows | None = None
        for table in (self.fields, self.groups, self.kinds, self.statuses, self.matrix):
            table.use(desk.look)
            table.high_as_rows = True
            table.allow_sorting()
        self.scope.activated.connect(lambda _: self.choose(str(self.scope.currentData())))
        self.copy_button.clicked.connect(self.copy)
        self.add_action(
            self.tr("Copy the tables of the evaluation"), self.copy, "Ctrl+Shift+C", writes=False
        )
        self.add_action(self.tr("Sort the table …"), self.sort_table, "Shift+F10", writes=False)
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Workspace], EvaluationRows]":
        """Return the question for the numbers of what is chosen."""
        wanted = self._chosen
        before = self._shown.found.sources if self._shown else {}

        def ask(workspace: "Workspace") -> EvaluationRows:
            offered = tuple(evaluation.scopes(workspace))
            chosen = next((each for each in offered if each.key == wanted), offered[0])
            found = evaluation.of_workshops(workspace, chosen.workshop_ids, before=before)
            return EvaluationRows(offered, chosen.key, found)

        return ask

    def forget(self) -> None:
        """Read everything of another file, also of one restored in the same place."""
        self._shown = None

    def refresh(self, rows: EvaluationRows) -> None:
        """Show the numbers."""
        self._shown = rows
        self._offer(rows)
        found = rows.found
        self.views.setCurrentWidget(self.numbers_view if _has_numbers(found) else self.empty)
        self.copy_button.setEnabled(_has_numbers(found))
        self.tiles.show_numbers(self.desk.look, self._numbers(found))
        for table, tallies in self._tables(found):
            table.show_counts(
                self._columns(), [_row(each) for each in tallies], [t.count for t in tallies]
            )
        self._show_matrix(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tables side by side where there is room for their names."""
        super().resizeEvent(event)
        self._arrange()

    def focus_first(self) -> None:
        """Put the focus on the choice of workshops."""
        self.scope.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        if self._shown is not None:
            self.refresh(self._shown)
        self._arrange()
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.empty.tell(
            "chart-bar",
            self.tr("There is nothing to count yet."),
            self.tr("As soon as a workshop holds contributions, its numbers appear here."),
        )
        if self._shown is not None:
            self.refresh(self._shown)

    def choose(self, key: str) -> None:
        """Count other workshops."""
        self._chosen = key
        self.mark_stale()

    def copy(self) -> None:
        """Put all tables into the clipboard, cells apart by tabs."""
        if self._shown is None:
            return
        tables: list[RowTable] = [table for table, _ in self._tables(self._shown.found)]
        parts = [f"{table.accessibleName()}\n{_as_text(table)}" for table in (*tables, self.matrix)]
        QGuiApplication.clipboard().setText("\n\n".join(parts))
        self.desk.tell(self.tr("The tables are in the clipboard."))

    def sort_table(self) -> None:
        """Offer to sort the table the focus is on."""
        tables = (self.fields, self.groups, self.kinds, self.statuses, self.matrix)
        next((table for table in tables if table.hasFocus()), self.fields).offer_sorting()

    def _arrange(self) -> None:
        grid = self.content.findChild(QGridLayout, "numbers_grid")
        assert isinstance(grid, QGridLayout)
        roomy = self.width() * 100 // self.desk.look.sizes.percent >= _SIDE_BY_SIDE
        columns = 2 if roomy else 1
        if grid.columnStretch(1) == columns - 1:
            return
        grid.setColumnStretch(1, columns - 1)
        parts = [grid.takeAt(0) for _ in range(grid.count())]
        for at, part in enumerate(parts):
            assert part is not None
            grid.addItem(part, at // columns, at % columns)

    def _tables(self, found: Evaluation) -> Sequence[tuple[BarTable, tuple[Tally, ...]]]:
        return (
            (self.fields, found.fields),
            (self.groups, found.groups),
            (self.kinds, found.kinds),
            (self.statuses, found.statuses),
        )

    def _offer(self, rows: EvaluationRows) -> None:
        with QSignalBlocker(self.scope):
            self.scope.clear()
            for each in rows.scopes:
                everything = self.tr("All %Ln workshop(s)", "", len(each.workshop_ids))
                self.scope.addItem(each.name or everything, each.key)
            self.scope.setCurrentIndex(max(0, self.scope.findData(rows.chosen)))
            self.scope.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.scope.setMinimumContentsLength(16)

    def _numbers(self, found: Evaluation) -> list[tuple[str, str, str]]:
        answered = found.unanswered_clusters + found.unanswered_contributions
        counted = self.tr("As counted at the event; known for %Ln workshop(s).", "",
                          found.participants_known)  # fmt: skip
        return [
            (number(found.workshops), self.tr("Workshop(s)", "", found.workshops),
             self.tr("Workshops that are chosen.")),
            (number(found.participants) if found.participants_known else "–",
             self.tr("Participants"), counted),
            (number(found.contributions), self.tr("Contribution(s)", "", found.contributions),
             self.tr("Each contribution once; with everybody who said the same: {0}.").format(
                 number(found.mentions))),
            (number(found.measures), self.tr("Measure(s)", "", found.measures),
             self.tr("All that were agreed.")),
            (number(found.overdue), self.tr("overdue"),
             self.tr("Measures still to be done whose day has passed.")),
            (number(answered), self.tr("without an answer"),
             self.tr("Themes without measure or answer, and contributions outside of answered"
                     " themes.")),
        ]  # fmt: skip

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Name"), share=3, least=14, main=True),
            Column("", share=2, least=6, may_hide=True),
            Column(self.tr("Count"), right=True),
            Column(self.tr("Share"), right=True),
        ]

    def _show_matrix(self, found: Evaluation) -> None:
        columns = [
            Column(self.tr("Action field"), share=1, least=16, main=True),
            *(Column(group, right=True, role="small") for group in found.matrix.groups),
        ]
        rows = [
            Row(code, (Cell(name), *(map(_count, counts))))
            for code, name, counts in found.matrix.rows
        ]
        self.matrix.show_rows(columns, rows)
        bar = self.matrix.horizontalScrollBar().sizeHint().height()
        self.matrix.setMinimumHeight(self.matrix.full_height() + bar)
        self.matrix.setMaximumHeight(self.matrix.full_height() + bar)


def _has_numbers(found: Evaluation) -> bool:
    return bool(found.contributions or found.measures)


def _row(tally: Tally) -> Row:
    share = ""
    if tally.share_percent is not None:
        share = f"{QLocale().toString(float(tally.share_percent), 'f', 1)}\u00a0%"
    count = number(tally.count)
    return Row(
        tally.code or "-",
        (
            Cell(tally.name),
            Cell("", spoken=count, order=of_number(tally.count)),
            Cell(count, order=of_number(tally.count)),
            Cell(share, order=of_number(tally.count)),
        ),
    )


def _count(count: int) -> Cell:
    return Cell(number(count) if count else "–", order=of_number(count))


def _as_text(table: RowTable) -> str:
    """Return heading and rows, cells apart by tabs."""
    shown = [at for at, column in enumerate(table.rows.columns) if column.title]
    lines = [[table.rows.columns[at].title for at in shown]]
    lines += [[row.cells[at].text for at in shown] for row in table.rows.rows]
    return "\n".join("\t".join(cells) for cells in lines)
