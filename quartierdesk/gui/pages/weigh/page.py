"""Gewichten: one poll at a time, entered and told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from quartierdesk.domain.poll import Poll
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.weigh.counting import Counting
from quartierdesk.gui.pages.weigh.filling import Filling
from quartierdesk.gui.pages.weigh.grid import EntryGrid
from quartierdesk.gui.pages.weigh.panel import CountPanel
from quartierdesk.gui.pages.weigh.poll_dialog import PollDialog
from quartierdesk.gui.pages.weigh.telling import Telling
from quartierdesk.gui.places import Place
from quartierdesk.gui.poll_words import method_name, round_name
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import poll_names, polls, weighting, workshops
from quartierdesk.services.poll_names import Candidates
from quartierdesk.services.weighting import PollLine, PollView

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class WeightingRows:
    """What the page shows: the polls there are, and the one that is shown (None: there is none)."""

    lines: tuple[PollLine, ...]
    view: PollView | None


class WeightingPage(Page[WeightingRows]):
    """Polls of a workshop."""

    FORM = "weigh"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {
            "poll",
            "poll_option",
            "poll_group",
            "ballot",
            "ballot_mark",
            "tally",
            "cluster",
            "contribution",
            "measure",
            "topic_table",
            "workshop",
        }
    )

    head_row: QWidget
    heading: ElidedLabel
    state_sign: IconLabel
    state: ElidedLabel
    group_label: QLabel
    group_choice: QComboBox
    chooser: KeyButton
    count_choice: Segments
    project_button: KeyButton
    reopen_button: KeyButton
    agree_button: KeyButton
    views: QStackedWidget
    entry_page: QWidget
    result_page: QWidget
    result_card: QFrame
    result_foot: QLabel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.grid = EntryGrid(desk.look, self.entry_page)
        self.panel = CountPanel(desk.look, self.entry_page)
        entry = self.entry_page.layout()
        assert isinstance(entry, QHBoxLayout)
        grid_side = QVBoxLayout()
        grid_side.addWidget(self.grid, 100)
        grid_side.addStretch(1)
        entry.addLayout(grid_side, 1)
        entry.addWidget(self.panel.in_area(self.entry_page))
        self.empty = EmptyState(self.views)
        self.views.addWidget(self.empty)
        self.new_button = KeyButton()
        self.counting = Counting(self)
        self.filling = Filling(self)
        self.telling = Telling(self)
        self._lines: tuple[PollLine, ...] = ()
        self._poll_id = ""
        self.view: PollView | None = None
        self._connect()
        self._offer_actions()
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Workspace], WeightingRows]":
        """Return the question for the polls of the workshop and the one that is shown."""
        workshop_id, wanted = self.desk.workshop_id, self._poll_id

        def ask(workspace: "Workspace") -> WeightingRows:
            lines = weighting.lines(workspace, workshop_id)
            chosen = _chosen(lines, wanted)
            view = weighting.view(workspace, chosen) if chosen else None
            return WeightingRows(lines, view)

        return ask

    def refresh(self, rows: WeightingRows) -> None:
        """Show the poll; what is being typed stays."""
        self._lines, self.view = rows.lines, rows.view
        self._poll_id = rows.view.poll.id if rows.view is not None else ""
        self._fill_chooser()
        self._show_poll()

    def head_widgets(self) -> Sequence[QWidget]:
        """Return the button for a new poll."""
        return (self.new_button,)

    def go_to(self, place: Place) -> None:
        """Show a poll."""
        if place.poll_id:
            self.choose(place.poll_id)

    def focus_first(self) -> None:
        """Put the focus where one counts, or on the result."""
        shown = self.views.currentWidget()
        if shown is self.entry_page:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is self.result_page:
            self.telling.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Enter what is being typed."""
        self.grid.finish()

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        self.grid.fit()
        self.panel.fit()
        self.telling.fit()
        self._fit()
        super().look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out, or bring them back, with the room there is."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.new_button.setAccessibleName(self.tr("New poll"))
        self.new_button.setToolTip(self.tr("New poll"))
        self.new_button.set_sign("plus")
        self.new_button.set_keys("Ctrl+N")
        self.empty.tell(
            "scale",
            self.tr("There is no poll yet."),
            self.tr("Let people weigh what matters most: with dots, on sheets, or by comparison."),
            self.tr("Set up the first poll"),
            "Ctrl+N",
        )
        self._fit()
        if self.view is not None:
            self._show_poll()

    def choose(self, poll_id: str) -> None:
        """Show another poll."""
        if poll_id != self._poll_id:
            self.grid.finish()
            self._poll_id = poll_id
            self.mark_stale()

    def ask_for_poll(self) -> None:
        """Ask what a new poll shall be, with everything that can be put to the vote."""
        workshop_id = self.desk.workshop_id

        def ask(workspace: "Workspace") -> tuple[Candidates, int | None]:
            found = poll_names.candidates(workspace, workshop_id)
            return found, workshops.get(workspace, workshop_id).participants_present

        self.desk.ops.ask(self, ask, lambda answer: self._open_dialog(*answer), latest="weigh/new")

    def show_polls(self) -> None:
        """Offer all polls of the workshop."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, line in enumerate(self._lines, start=1):
            said = line.question or round_name(line.round)
            name = f"{place}  {method_name(line.method)}"
            shown = f"{name} · {said}" if said else name
            self._offer(menu, shown, line.id)
        menu.popup(self.chooser.mapToGlobal(self.chooser.rect().bottomLeft()))

    def change_rule(self) -> None:
        """Ask for another question or rule of the poll that is shown."""
        view = self.view
        if view is None:
            return
        before = view.poll
        dialog = PollDialog(self.desk, self, Candidates((), (), ()), None, self._change_poll)
        dialog.show_poll(before)
        dialog.open()

    def set_state(self, state: str) -> None:
        """Open or close the poll that is shown."""
        self.grid.finish()
        view = self.view
        if view is not None and view.poll.state != state:
            poll_id = view.poll.id
            self.desk.ops.run(self, lambda ws: polls.set_state(ws, poll_id, state))

    def project(self) -> None:
        """Show the room the result of the poll; while it is open there is none."""
        if self.view is not None and self.view.poll.state == "closed":
            self.desk.project(Place("weigh", poll_id=self.view.poll.id))

    def delete_poll(self) -> None:
        """Delete the poll that is shown; it can be taken back."""
        view = self.view
        if view is not None:
            poll_id = view.poll.id
            self.desk.ops.run(self, lambda ws: polls.remove(ws, poll_id))

    def step(self, by: int) -> None:
        """Show the poll before or after."""
        ids = [line.id for line in self._lines]
        if self._poll_id in ids:
            self.choose(ids[(ids.index(self._poll_id) + by) % len(ids)])

    def is_counted(self) -> bool:
        """Return whether dots are counted on the wall, or sheets filled in."""
        view = self.view
        return view is not None and bool(view.counts) and not view.poll.ballots

    def _connect(self) -> None:
        self.chooser.clicked.connect(self.show_polls)
        self.new_button.clicked.connect(self.ask_for_poll)
        self.empty.pressed.connect(self.ask_for_poll)
        self.panel.close_button.clicked.connect(lambda: self.set_state("closed"))
        self.panel.rule_button.clicked.connect(self.change_rule)
        self.reopen_button.clicked.connect(lambda: self.set_state("open"))
        self.project_button.clicked.connect(self.project)
        self.agree_button.clicked.connect(lambda: self.desk.go(Place("agree")))

    def _offer_actions(self) -> None:
        add = self.add_action
        add(self.tr("New poll …"), self.ask_for_poll, "Ctrl+N")
        add(self.tr("Change question and rule …"), self.change_rule, "F2", unless=self._no_poll)
        add(
            self.tr("Close the poll, or save the sheet"),
            self._confirm,
            ["Ctrl+Return", "Ctrl+Enter"],
            unless=self._not_open,
        )
        add(
            self.tr("Close the poll"),
            lambda: self.set_state("closed"),
            "Ctrl+Shift+Return",
            unless=self._not_open,
        )
        add(self.tr("Open the poll again"), lambda: self.set_state("open"), unless=self._not_closed)
        add(
            self.tr("Show the result on the projector"),
            self.project,
            "Ctrl+F11",
            writes=False,
            unless=self._not_closed,
        )
        add(self.tr("Delete the poll"), self.delete_poll, unless=self._no_poll)
        add(
            self.tr("Next poll"),
            lambda: self.step(1),
            "Ctrl+PgDown",
            writes=False,
            unless=self._no_other,
        )
        add(
            self.tr("Previous poll"),
            lambda: self.step(-1),
            "Ctrl+PgUp",
            writes=False,
            unless=self._no_other,
        )

    def _no_poll(self) -> str:
        return self.tr("There is no poll yet.") if self.view is None else ""

    def _not_open(self) -> str:
        closed = self.view is not None and self.view.poll.state == "closed"
        return self.tr("The poll is closed already.") if closed else self._no_poll()

    def _not_closed(self) -> str:
        is_open = self.view is not None and self.view.poll.state != "closed"
        return self.tr("The poll is not closed yet.") if is_open else self._no_poll()

    def _no_other(self) -> str:
        return self.tr("There is no other poll.") if len(self._lines) == 1 else self._no_poll()

    def _confirm(self) -> None:
        if self.view is None or self.view.poll.state == "closed":
            return
        if self.is_counted():
            self.set_state("closed")
        else:
            self.filling.save()

    def _open_dialog(self, candidates: Candidates, present: int | None) -> None:
        PollDialog(self.desk, self, candidates, present, self._create).open()

    def _create(self, poll: Poll) -> None:
        workshop_id = self.desk.workshop_id
        self._poll_id = poll.id
        self.desk.ops.run(self, lambda ws: polls.create(ws, workshop_id, poll))

    def _change_poll(self, after: Poll) -> None:
        view = self.view
        if view is not None:
            before = view.poll
            self.desk.ops.run(self, lambda ws: polls.edit(ws, before, after))

    def _offer(self, menu: QMenu, words: str, poll_id: str) -> None:
        menu.addAction(words, lambda: self.choose(poll_id))

    def _fill_chooser(self) -> None:
        ids = [line.id for line in self._lines]
        place = ids.index(self._poll_id) + 1 if self._poll_id in ids else 0
        words = self.tr("{place} of {number}").format(place=place, number=len(ids))
        self.chooser.setText(words)
        self.chooser.setAccessibleName(self.tr("Choose a poll: {words}").format(words=words))
        self.chooser.setToolTip(self.tr("Choose the poll that is shown"))
        self.chooser.setVisible(len(ids) > 1)

    def _fit(self) -> None:
        """With large text, leave words out that icons say as well."""
        sizes = self.desk.look.sizes
        large = sizes.rail_is_slim
        self.new_button.setText("" if large else self.tr("New poll"))
        for button, words in (
            (self.reopen_button, self.tr("Open again")),
            (self.project_button, self.tr("Show on the projector")),
        ):
            button.setText("" if large or button is self.reopen_button else words)
            button.setAccessibleName(words)
            button.setToolTip(words)
        if self.head_row.sizeHint().width() > self.head_row.width():
            self.project_button.setText("")  # the question of the poll is worth more
        width = self.state.fontMetrics().horizontalAdvance(self.state.text())
        self.state.setMinimumWidth(0 if large else width)

    def _show_poll(self) -> None:
        view = self.view
        self.head_row.setVisible(view is not None)
        self.new_button.setEnabled(self.desk.writable)
        self.empty.button.setEnabled(self.desk.writable)
        if view is None:
            self.views.setCurrentWidget(self.empty)
            return
        poll = view.poll
        name = method_name(poll.method)
        self.heading.setText(f"{name}: {poll.question}" if poll.question else name)
        closed = poll.state == "closed"
        self.state_sign.setVisible(closed)
        self.reopen_button.setVisible(closed and self.desk.writable)
        self.agree_button.setVisible(closed)
        self.project_button.setVisible(closed)
        self.group_label.setVisible(not closed and bool(view.groups) and self.is_counted())
        self.group_choice.setVisible(not closed and bool(view.groups) and self.is_counted())
        self.count_choice.setVisible(False)
        if closed:
            self.telling.show(view)
        elif self.is_counted():
            self.counting.show(view)
        else:
            self.filling.show(view)
        self.views.setCurrentWidget(self.result_page if closed else self.entry_page)
        self._fit()


def _chosen(lines: Sequence[PollLine], wanted: str) -> str:
    """Return the poll to show: the wanted one, else the first that is not closed, else the last."""
    ids = [line.id for line in lines]
    if wanted in ids:
        return wanted
    still_open = [line.id for line in lines if line.state != "closed"]
    return next(iter(still_open or ids[-1:]), "")
