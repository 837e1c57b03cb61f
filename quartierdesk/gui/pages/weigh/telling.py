"""Telling a result: the table, and beside it its diagram or four fields."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout

from quartierdesk.domain import clock
from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.poll_rules import rule_sentence
from quartierdesk.gui.pages.weigh.chart import ResultChart
from quartierdesk.gui.pages.weigh.fields import FourFields
from quartierdesk.gui.pages.weigh.result import ResultView
from quartierdesk.gui.poll_words import column_title, number_text, round_name
from quartierdesk.services.poll_figures import figure_of
from quartierdesk.services.poll_results import ResultColumn, ResultTable, result_table
from quartierdesk.services.weighting import PollView

if TYPE_CHECKING:
    from quartierdesk.gui.pages.weigh.page import WeightingPage


_USUAL_WIDTH = 660
_FIELD_WIDTH = 500


class Telling(QObject):
    """Fills the result of the page."""

    def __init__(self, page: "WeightingPage") -> None:
        super().__init__(page)
        self._page = page
        look, card = page.desk.look, page.result_card
        self.table = ResultView(look, card)
        self.chart = ResultChart(page.desk, self.table, card)
        self.fields = FourFields(look, card)
        layout = card.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.chart, 2)
        layout.addWidget(self.fields, 2)
        self._layout = layout
        self.fields.hide()

    def fit(self) -> None:
        """Take on the text size in force."""
        self.table.fit()
        self.chart.updateGeometry()
        self.chart.fit()

    def show(self, view: PollView) -> None:
        """Show the result of a closed poll."""
        found = result_table(view)
        if found is None:
            return
        page, poll = self._page, view.poll
        clusters = bool(poll.options) and all(option.cluster_id for option in poll.options)
        title = self.tr("Step") if poll.method == "mood" else self.tr("Topic")
        self.table.show_result(found, self.tr("Theme") if clusters else title)
        self.table.setAccessibleName(self.tr("Result"))
        # Who has many numbers gets the room of the bars.
        wanted = self.table.wanted_width()
        beside = _USUAL_WIDTH // 2 if wanted < _USUAL_WIDTH else _USUAL_WIDTH // 4
        is_field = poll.method == "effort_benefit"
        if is_field:
            beside = _FIELD_WIDTH
        # A field may be higher than the table.
        top = Qt.AlignmentFlag.AlignTop if is_field else Qt.AlignmentFlag(0)
        self._layout.setAlignment(self.table, top)
        self._layout.setStretch(0, max(_USUAL_WIDTH, wanted))
        self._layout.setStretch(1, beside)
        self._layout.setStretch(2, beside)
        closed = self._closed(view)
        page.state.setText(" · ".join(part for part in (round_name(poll.round), closed) if part))
        figure = figure_of(view, found)
        self.chart.setVisible(figure is not None)
        self.fields.setVisible(poll.method == "eisenhower")
        if figure is not None:
            self.chart.show_figure(figure, self._chart_title(view, found), self._tie(found))
        elif poll.method == "eisenhower":
            self.fields.show_eisenhower(found)
        page.result_foot.setText("    ".join(self._foot(view, found)))

    def _chart_title(self, view: PollView, found: ResultTable) -> str:
        if not found.measured:
            return self.tr("Effort and benefit")
        title = column_title(ResultColumn(found.measured))
        if view.earlier:
            held = [round_name(each.poll.round) for each in (view.earlier[0], view)]
            words = self.tr("{title}: hatched {first}, solid {last}")
            title = words.format(title=title, first=held[0], last=held[1])
        return title

    def _tie(self, found: ResultTable) -> str:
        if not found.has_ties:
            return ""
        return self.tr("equally many dots") if found.measured == "dots" else self.tr("equal")

    def _closed(self, view: PollView) -> str:
        moment = view.closed_at
        if moment is None:
            return self.tr("closed")
        day = QDate(moment.year, moment.month, moment.day)
        if moment.date() == clock.today():
            words = f"{moment:%H:%M}"
        else:
            time = QTime(moment.hour, moment.minute)
            words = QLocale().toString(QDateTime(day, time), QLocale.FormatType.ShortFormat)
        return self.tr("closed {time}").format(time=words)

    def _foot(self, view: PollView, found: ResultTable) -> list[str]:
        """Return what one has to know to understand the numbers, sentence by sentence."""
        parts = [view.poll.rule_text or rule_sentence(view.poll)]
        parts += self._counts(view)
        if found.has_ties:
            parts.append(self.tr("Equal numbers share a rank; the next one is left out."))
        return [part for part in parts if part]

    def _counts(self, view: PollView) -> list[str]:
        outcome = view.outcome
        number = QLocale().toString
        match outcome:
            case DotOutcome():
                return self._dots(view, outcome)
            case MoodOutcome():
                told = [self._mood(each) for each in (*view.earlier, view)]
                return [*told, self.tr("1 is the best step.")]
            case ConsensusOutcome():
                return [self.tr("Best is the least resistance.")]
            case PairwiseOutcome() if outcome.missing:
                return [
                    self.tr("%Ln pair(s) not compared: points are provisional.", "",
                            len(outcome.missing))
                ]  # fmt: skip
            case BordaOutcome():
                return [self.tr("{number} sheets counted").format(number=number(outcome.ballots))]
        return []

    def _dots(self, view: PollView, outcome: DotOutcome) -> list[str]:
        number = QLocale().toString
        parts = []
        if outcome.available is not None:
            words = self.tr("{placed} of {all} dots placed, {left} left")
            parts.append(
                words.format(
                    placed=number(outcome.placed),
                    all=number(outcome.available),
                    left=number(outcome.unplaced or 0),
                )
            )
        if view.poll.voters is not None:
            parts.insert(0, self.tr("%Ln voter(s)", "", view.poll.voters))
        parts.append(self.tr("Share of all dots placed, each rounded"))
        if view.poll.groups:
            parts.append(self.tr("The groups placed their dots apart."))
        return parts

    def _mood(self, view: PollView) -> str:
        outcome = view.outcome
        if not isinstance(outcome, MoodOutcome) or outcome.mean is None:
            return ""
        held = round_name(view.poll.round) or self.tr("Mean")
        return self.tr("{held}: mean {mean}, %Ln vote(s)", "", outcome.voters).format(
            held=held, mean=number_text(outcome.mean, 2)
        )
