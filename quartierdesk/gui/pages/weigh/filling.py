"""Filling in sheets: one after the other, each as it lies on the table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QListWidgetItem

from quartierdesk.domain.poll import Ballot
from quartierdesk.domain.poll_rules import rule_sentence
from quartierdesk.gui.pages.weigh import sheets
from quartierdesk.gui.pages.weigh.grid_model import FIRST, Value
from quartierdesk.gui.poll_words import round_name
from quartierdesk.services import polls
from quartierdesk.services.weighting import PollView

if TYPE_CHECKING:
    from quartierdesk.gui.pages.weigh.page import WeightingPage


class Filling(QObject):
    """Fills grid and panel of the page while sheets are entered."""

    def __init__(self, page: "WeightingPage") -> None:
        super().__init__(page)
        self._page = page
        self._view: PollView | None = None
        self._ballot: Ballot | None = None
        self._values: list[list[Value]] = []
        self._dirty = False
        page.grid.entered.connect(self._enter)
        page.grid.stepped.connect(self._step)
        page.panel.sheets.itemActivated.connect(self._take_up)
        page.panel.sheets.itemClicked.connect(self._take_up)
        page.panel.save_button.clicked.connect(self.save)
        page.panel.new_sheet_button.clicked.connect(self.begin_new)
        page.panel.delete_sheet_button.clicked.connect(self.delete)

    def show(self, view: PollView) -> None:
        """Show a poll whose sheets are entered; what is filled in and not saved stays."""
        known = {ballot.id: ballot for ballot in view.poll.ballots}
        other = self._view is None or self._view.poll.id != view.poll.id
        gone = self._ballot is not None and self._ballot.id not in known
        rows = len(sheets.rows_of(view.poll, view.names))
        self._view = view
        if other or gone or len(self._values) != rows:
            self._begin(None)
        elif not self._dirty:
            self._begin(known.get(self._ballot.id) if self._ballot else None)
        self._show()

    def save(self) -> None:
        """Store the sheet and go on with an empty one."""
        self._page.grid.finish()
        view = self._view
        if view is None or not any(v is not None for row in self._values for v in row):
            return
        poll, ballot = view.poll, sheets.ballot_of(view.poll, self._values, self._ballot)
        corrects = self._ballot is not None
        self._begin(None)
        if corrects:
            self._page.desk.ops.run(self, lambda ws: polls.correct_ballot(ws, poll.id, ballot))
        else:
            self._page.desk.ops.run(self, lambda ws: polls.add_ballots(ws, poll.id, [ballot]))
        self._page.grid.go_to(0, FIRST)
        self._page.focus_first()

    def begin_new(self) -> None:
        """Go on with an empty sheet; what was not saved is given up."""
        self._begin(None)
        self._show()
        self._page.grid.go_to(0, FIRST)
        self._page.focus_first()

    def delete(self) -> None:
        """Delete the sheet that is shown."""
        if self._ballot is not None:
            ballot_id = self._ballot.id
            self._begin(None)
            self._page.desk.ops.run(self, lambda ws: polls.remove_ballot(ws, ballot_id))

    def _begin(self, ballot: Ballot | None) -> None:
        self._ballot, self._dirty = ballot, False
        self._values = sheets.values_of(self._view.poll, ballot) if self._view else []

    def _show(self) -> None:
        view, page = self._view, self._page
        if view is None:
            return
        poll = view.poll
        page.grid.show_rows(
            sheets.rows_of(poll, view.names),
            sheets.columns_of(poll),
            self._values,
            editable=page.desk.writable,
        )
        page.state.setText(
            " · ".join(part for part in (round_name(poll.round), self._sheet_name()) if part)
        )
        self._fill_panel(view)

    def _fill_panel(self, view: PollView) -> None:
        panel, poll = self._page.panel, view.poll
        count = len(poll.ballots)
        panel.show_number(QLocale().toString(count), self.tr("sheet(s) entered", "", count))
        panel.gauge.show_part(count, poll.voters)
        panel.show_facts([])
        panel.show_sheets(shown=True)
        panel.sheets_label.setVisible(count > 0)
        panel.sheets.setVisible(count > 0)
        panel.new_sheet_button.setVisible(self._ballot is not None)
        panel.delete_sheet_button.setVisible(self._ballot is not None)
        panel.sheets.clear()
        for place, ballot in enumerate(poll.ballots, start=1):
            name = ballot.label or self.tr("Sheet {number}").format(number=place)
            item = QListWidgetItem(name, panel.sheets)
            item.setData(Qt.ItemDataRole.UserRole, ballot.id)
            if self._ballot is not None and ballot.id == self._ballot.id:
                panel.sheets.setCurrentItem(item)
        writable = self._page.desk.writable
        panel.close_button.setEnabled(writable and count > 0)
        for button in (panel.rule_button, panel.save_button, panel.delete_sheet_button):
            button.setEnabled(writable)
        panel.keys_hint.setText(self._keys())
        self._tell(view)

    def _tell(self, view: PollView) -> None:
        panel = self._page.panel
        panel.differences.clear()
        filled = any(value is not None for row in self._values for value in row)
        missing = sheets.missing(self._values)
        rule = view.poll.rule_text or rule_sentence(view.poll)
        if filled and sheets.shared_places(view.poll, self._values):
            panel.differences.tell("warn", self.tr("Several topics share a place."))
        if filled and missing:
            panel.rule.tell("warn", self.tr("%Ln field(s) of this sheet are empty.", "", missing))
        else:
            panel.rule.tell("ok", rule)

    def _sheet_name(self) -> str:
        view = self._view
        if view is None:
            return ""
        if self._ballot is None:
            return self.tr("new sheet, no. {number}").format(number=len(view.poll.ballots) + 1)
        place = [ballot.id for ballot in view.poll.ballots].index(self._ballot.id) + 1
        return self.tr("correcting sheet {number}").format(number=place)

    def _keys(self) -> str:
        method = self._view.poll.method if self._view else ""
        save = self.tr("Ctrl+Enter saves the sheet")
        if method == "pairwise":
            return self.tr("← or → is more important · = equal · ↑ ↓ pair · {save}").format(
                save=save
            )
        if method == "eisenhower":
            return self.tr("1 yes · 0 no · Enter next · {save}").format(save=save)
        return self.tr("type digits · Enter next · {save}").format(save=save)

    def _take_up(self, item: QListWidgetItem) -> None:
        if self._view is None:
            return
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self._begin(next((b for b in self._view.poll.ballots if b.id == chosen), None))
        self._show()
        self._page.focus_first()

    def _enter(self, row: int, section: int, value: int | None) -> None:
        if self._fills():
            self._page.grid.grid.set_value(row, section, value)
            self._values = [list(each) for each in self._page.grid.grid.values]
            self._dirty = True
            self._show()

    def _step(self, row: int, section: int, by: int) -> None:
        if self._fills():
            column = self._page.grid.grid.column(section)
            before = self._page.grid.grid.value(row, section)
            lowest = column.lowest if column else 0
            start = before if before is not None else lowest - (by > 0)
            self._enter(row, section, start + by)

    def _fills(self) -> bool:
        page = self._page
        return page.view is self._view and self._view is not None and not page.is_counted()
