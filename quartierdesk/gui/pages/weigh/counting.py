"""Counting dots on the wall: with + and −, a second time to be sure, by group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from quartierdesk.domain.counting import CountLine, CountState
from quartierdesk.domain.dots import DotWarning
from quartierdesk.gui.pages.weigh.grid_model import FIRST, EntryColumn, EntryRow
from quartierdesk.gui.poll_words import round_name
from quartierdesk.gui.widgets.notice import NoticeLine
from quartierdesk.services import polls
from quartierdesk.services.weighting import PollView

if TYPE_CHECKING:
    from quartierdesk.gui.pages.weigh.page import WeightingPage

_MOST_NOTICES = 3


class Counting(QObject):
    """Fills grid and panel of the page while dots are counted."""

    def __init__(self, page: "WeightingPage") -> None:
        super().__init__(page)
        self._page = page
        self._view: PollView | None = None
        self._group: str | None = None
        self._number = 1
        page.grid.entered.connect(self._enter)
        page.grid.stepped.connect(self._step)
        page.group_choice.activated.connect(self._choose_group)
        page.count_choice.chosen.connect(self._choose_count)

    def show(self, view: PollView) -> None:
        """Show a poll that is being counted."""
        if self._view is None or self._view.poll.id != view.poll.id:
            self._group = next(iter(view.groups), None)
            self._number = 2 if self._state(view).has_second_count else 1
        self._view = view
        if self._group not in view.counts:
            self._group = next(iter(view.groups), None)
        state = self._state(view)
        self._fill_choices(view)
        self._fill_grid(view, state)
        self._fill_panel(view, state)

    def _state(self, view: PollView) -> CountState:
        return view.counts[self._group if self._group in view.counts else None]

    def _fill_choices(self, view: PollView) -> None:
        page = self._page
        page.group_choice.clear()
        for group_id, name in view.groups.items():
            page.group_choice.addItem(name, group_id)
        page.group_choice.setCurrentIndex(page.group_choice.findData(self._group))
        page.count_choice.setVisible(view.poll.method == "dots")
        page.count_choice.set_choices(
            [("1", self.tr("1st count"), ""), ("2", self.tr("2nd count"), "")]
        )
        page.count_choice.set_value(str(self._number))

    def _fill_grid(self, view: PollView, state: CountState) -> None:
        title = self.tr("Votes") if view.poll.method == "mood" else self.tr("Dots")
        rows = [EntryRow(option.id, view.names[option.id]) for option in view.poll.options]
        if self._number == 1 and not state.has_second_count:
            columns = [EntryColumn(title)]
            values = [[line.first] for line in state.lines]
        else:
            entered = [EntryColumn(self.tr("1st count")), EntryColumn(self.tr("2nd count"))]
            at = self._number - 1
            fixed = EntryColumn(entered[1 - at].title, "fixed")
            columns = [*entered, EntryColumn(self.tr("Comparison"), "difference")]
            columns[1 - at] = fixed
            values = [[line.first, line.second, line.difference] for line in state.lines]
        self._page.grid.show_rows(rows, columns, values, editable=self._page.desk.writable)
        page = self._page
        page.state.setText(" · ".join(part for part in self._facts(view, state) if part))

    def _facts(self, view: PollView, state: CountState) -> list[str]:
        counted = state.counted_options(self._number)
        of_all = self.tr("{counted} of {all} topics").format(counted=counted, all=state.options)
        second = self.tr("2nd count") if self._number > 1 else ""
        return [round_name(view.poll.round), second, of_all]

    def _fill_panel(self, view: PollView, state: CountState) -> None:
        panel, rule = self._page.panel, state.rule
        number = QLocale().toString
        placed = sum(line.count(self._number) or 0 for line in state.lines)
        if rule.available is None:
            panel.show_number(number(placed), self.tr("counted"))
        else:
            words = self.tr("of {number} dots counted").format(number=number(rule.available))
            panel.show_number(number(placed), words)
        panel.gauge.show_part(placed, rule.available)
        facts = (
            (self.tr("Voters"), rule.voters),
            (self.tr("Dots per person"), rule.dots_per_person),
            (self.tr("at most per topic"), rule.max_per_option),
            (self.tr("at most possible per topic"), rule.most_on_one_option),
        )
        panel.show_facts([(words, number(n)) for words, n in facts if n is not None])
        panel.show_sheets(shown=False)
        panel.close_button.setEnabled(self._page.desk.writable)
        panel.rule_button.setEnabled(self._page.desk.writable)
        panel.keys_hint.setText(self.tr("↑ ↓ topic · + − count · type digits"))
        self._tell_rule(view, state)
        self._tell_differences(view, state)

    def _tell_rule(self, view: PollView, state: CountState) -> None:
        notice, rule = self._page.panel.rule, state.rule
        if state.warnings:
            lines = [NoticeLine(self._warning(w, view)) for w in state.warnings[:_MOST_NOTICES]]
            notice.tell("warn", self.tr("More dots than the rule allows"), lines)
        elif rule.available is not None and rule.most_on_one_option is not None and state.placed:
            words = self.tr("Rule kept: no topic above {most}, sum not above {all}.")
            notice.tell("ok", words.format(most=rule.most_on_one_option, all=rule.available))
        else:
            notice.clear()

    def _warning(self, warning: DotWarning, view: PollView) -> str:
        if warning.option is None:
            words = self.tr("{counted} dots are counted, {allowed} were handed out.")
            return words.format(counted=warning.counted, allowed=warning.allowed)
        words = self.tr("“{name}”: {counted} dots, at most {allowed} are possible.")
        return words.format(
            name=view.names[warning.option], counted=warning.counted, allowed=warning.allowed
        )

    def _tell_differences(self, view: PollView, state: CountState) -> None:
        notice = self._page.panel.differences
        differing = state.differing
        left = state.options - state.counted_options(2)
        if differing:
            line = differing[0]
            heading = self.tr("{name}: {first} and {second}")
            lines = self._choices(line)
            if len(differing) > 1:
                more = self.tr("%Ln more topic(s) differ.", "", len(differing) - 1)
                lines.append(NoticeLine(more))
            notice.tell(
                "warn",
                heading.format(name=view.names[line.option], first=line.first, second=line.second),
                lines,
            )
        elif state.has_second_count and left:
            words = self.tr("%Ln topic(s) not counted a second time; there the first count holds.",
                            "", left)  # fmt: skip
            notice.tell("warn", words)
        else:
            notice.clear()

    def _choices(self, line: CountLine) -> list[NoticeLine]:
        """Return the two counts of an option, each to be taken instead of counting again."""
        first, second, take = line.first or 0, line.second or 0, self.tr("take {number}")
        return [
            NoticeLine(
                self.tr("Please count once more, or take the 1st count:"),
                take.format(number=first),
                lambda: self._set(line.option, 2, first),
            ),
            NoticeLine(
                self.tr("or the 2nd count:"),
                take.format(number=second),
                lambda: self._set(line.option, 1, second),
            ),
        ]

    def _choose_group(self, at: int) -> None:
        self._page.grid.finish()
        self._group = self._page.group_choice.itemData(at)
        if self._view is not None:
            self._number = 2 if self._state(self._view).has_second_count else 1
            self.show(self._view)
        self._page.focus_first()

    def _choose_count(self, number: str) -> None:
        self._page.grid.finish()
        self._number = int(number)
        if self._view is not None:
            self.show(self._view)
        self._page.focus_first()

    def _enter(self, row: int, section: int, value: int | None) -> None:
        if self._counts():
            self._set(self._option(row), self._number_of(section), value or 0)

    def _step(self, row: int, section: int, by: int) -> None:
        if not self._counts():
            return
        option, group, number = self._option(row), self._group, self._number_of(section)
        self._page.desk.ops.run(
            self,
            lambda ws: polls.count(ws, option, by, group_id=group, count_number=number),
        )

    def _set(self, option: str, number: int, dots: int) -> None:
        group = self._group
        self._page.desk.ops.run(
            self,
            lambda ws: polls.set_count(ws, option, dots, group_id=group, count_number=number),
        )

    def _counts(self) -> bool:
        return self._page.is_counted() and self._page.view is self._view

    def _option(self, row: int) -> str:
        return self._page.grid.grid.rows[row].key

    def _number_of(self, section: int) -> int:
        """Return which count a column of the grid holds."""
        return section - FIRST + 1
