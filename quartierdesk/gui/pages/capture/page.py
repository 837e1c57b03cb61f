"""The page on which people capture: stream of cards, counts, and the line below."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.capture.below_line import CandidateRow, KindCodes
from quartierdesk.gui.pages.capture.cards import CardActions
from quartierdesk.gui.pages.capture.counts import CaptureCounts, KindStrip
from quartierdesk.gui.pages.capture.entry import Entry, Stored
from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.pages.capture.filter_bar import FilterBar
from quartierdesk.gui.pages.capture.line import CaptureLine
from quartierdesk.gui.pages.capture.rows import (
    CaptureRows,
    CountedRows,
    capture_counts,
    capture_rows,
)
from quartierdesk.gui.pages.capture.said_before import SaidBeforeHint
from quartierdesk.gui.pages.capture.stream_model import CardStreamModel
from quartierdesk.gui.pages.capture.stream_view import CardStreamView
from quartierdesk.gui.pages.capture.table_button import TableButton
from quartierdesk.gui.places import CAPTURE, Place
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.flat_button import FlatButton
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.notice import Notice
from quartierdesk.services import card_stream
from quartierdesk.services.card_stream import CardFilter, CardRow

if TYPE_CHECKING:
    from quartierdesk.services.open_file import Readable

_ABOVE, _MIDDLE = 0, 1
_BESIDE = 2
_BAR, _BESIDE_CARDS = 16, 20
"""The gap before the column of hints; the room of the scroll bar beside the cards."""

QWIDGETSIZE_MAX = 16_777_215


class CapturePage(Page[CaptureRows]):
    """Type, Enter: stored durably, line empty again."""

    FORM = "capture"
    READS_PLAINLY = True
    DEPENDS_ON = frozenset(
        {
            "catalogue_item",
            "contribution",
            "contribution_field",
            "contribution_target_group",
            "photo",
            "topic_table",
            "workshop",
        }
    )

    left: QVBoxLayout
    filters: FilterBar
    stream: CardStreamView
    empty: EmptyState
    counts_area: QScrollArea
    counts_column: QVBoxLayout
    counts: CaptureCounts
    filter_button: KeyButton
    entry: QFrame
    entry_grid: QGridLayout
    table: TableButton
    line: CaptureLine
    candidates: CandidateRow
    codes: KindCodes

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._faces = CardFaces()
        self._rows: CaptureRows | None = None
        self._counted: CountedRows | None = None
        self._looked_for: int | None = None
        self.model = CardStreamModel(self)
        self.model.wanted.connect(self._fetch)
        self.beside = QWidget(self.entry)
        self._hints = QVBoxLayout(self.beside)
        self.said = SaidBeforeHint(self.beside)
        self.refusal = Notice(self.beside)
        self._strip = KindStrip(desk.look, self)
        self._photo = FlatButton(desk.look, self, "caption")
        self._enter = FlatButton(desk.look, self, "caption")
        self._build()
        self.typing = Entry(desk, self, self)
        self.cards = CardActions(desk, self.stream, self.model, self)
        self._connect()
        self._make_actions()
        self.retranslate()
        self.look_changed()

    def query(self) -> "Callable[[Readable], CaptureRows]":
        """Return the question for the workshop that is shown, as it is filtered."""
        wanted = self.filters.wanted() if self.filters.isVisible() else CardFilter()
        seen = self.model.places_at(self.stream.visible_rows())
        labels = self._counted.labels if self._counted is not None else None
        return capture_rows(self.desk.workshop_id, wanted, seen, labels)

    def refresh(self, rows: CaptureRows) -> None:
        """Show the cards, then ask for the counts; the line keeps its text."""
        another = self._rows is None or rows.workshop_id != self._rows.workshop_id
        self._rows, self._faces = rows, rows.faces
        self.model.faces = self._faces
        self.model.show(rows.places, rows.cards)
        self.filters.offer(self._faces, rows.tables)
        self.typing.show(rows)
        self.cards.tables = tuple(table.number for table in rows.tables)
        for widget in (self.line, self.table, self.codes, self.candidates):
            widget.setEnabled(self.desk.writable)
        if another:
            self._counted = None
            self.stream.to_end()
        self._show_empty()
        if self._looked_for is not None:
            self._select(self._looked_for)
        counts = capture_counts(rows.workshop_id)
        self.desk.ops.ask_plainly(self, counts, self._take_counts, latest="capture/counts")

    def title_widgets(self) -> Sequence[QWidget]:
        """Return the counts as marks; they show themselves with large text only."""
        return (self._strip,)

    def go_to(self, place: Place) -> None:
        """Select the card that was looked for, whatever is filtered."""
        contribution_id = place.contribution_id
        if contribution_id is None:
            return

        def question(workspace: "Readable") -> int | None:
            return card_stream.place_of(workspace, contribution_id)

        self.desk.ops.ask_plainly(self, question, self._select)

    def focus_first(self) -> None:
        """Type."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Keep what is half-typed."""
        self.typing.drafts.keep()

    def look_changed(self) -> None:
        """Put counts and hints where there is room for them at this text size."""
        sizes = self.desk.look.sizes
        slim = sizes.rail_is_slim
        self.counts_area.setVisible(not slim)
        self.counts_area.setFixedWidth(sizes.right_column - _BESIDE_CARDS)
        self.said.set_slim(slim)
        self.left.setContentsMargins(16, 0, 4 if slim else 0, 8)
        width = sizes.right_column - _BAR - _BAR
        self.beside.setMinimumWidth(0 if slim else width)
        self.beside.setMaximumWidth(QWIDGETSIZE_MAX if slim else width)
        self._hints.setContentsMargins(0 if slim else _BAR, 0, 0, 0)
        self.entry_grid.removeWidget(self.beside)
        if slim:
            self.entry_grid.addWidget(self.beside, _ABOVE, 0, 1, 2)
        else:
            self.entry_grid.addWidget(self.beside, _MIDDLE, _BESIDE, 3, 1)
        column = 0 if slim else 1
        for row, widget in ((2, self.candidates), (3, self.codes)):
            self.entry_grid.removeWidget(widget)
            self.entry_grid.addWidget(widget, row, column, 1, 2 - column)
        self._show_counts()
        self.typing.show_candidates()
        # Qt does not measure again by itself what stands on a page that is not shown.
        self.entry_grid.activate()
        self.entry.updateGeometry()
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self._photo.show_words(self.tr("Photo …"))
        self._enter.show_words(self.tr("Enter saves"))
        self.empty.tell(
            "message-circle",
            self.tr("No contributions yet"),
            self.tr("Write below what is being said and press Enter."),
            self.tr("Write the first one"),
        )
        for widget in (self.candidates, self.table, self.said):
            widget.retranslate()
        if self._rows is not None:
            self.refresh(self._rows)

    def show_filters(self, *, shown: bool = True) -> None:
        """Show or leave the filters; leaving shows all cards again."""
        self.filters.setVisible(shown)
        if shown:
            self.filters.words.setFocus()
        else:
            self.filters.clear()
            self.stream.to_end()
            self.reload()
            self.line.setFocus()

    def project(self) -> None:
        """Show the room the newest cards."""
        self.desk.project(Place(CAPTURE))

    def _nothing_captured(self) -> str:
        there = self._rows is not None and bool(self._rows.places)
        return "" if there else self.tr("There is no contribution yet.")

    def edit_last(self) -> None:
        """Take the newest card back into the line."""
        if self._rows is None or not self._rows.places:
            return
        card = self.model.known_at(self.model.rowCount() - 1)
        if card is not None:
            self.cards.read(card.id, lambda found: self.typing.edit(found, card.table))

    def _build(self) -> None:
        look = self.desk.look
        self.stream.show_cards(self.model, look)
        for widget in (self.counts, self.table, self.candidates, self.codes, self.said):
            widget.dress(look)
        self.line.dress(look)
        self._hints.addWidget(self.said)
        self._hints.addWidget(self.refusal)
        self._hints.addStretch(1)
        for button in (self._photo, self._enter):
            button.side = 3
        self.codes.add_end(self._photo)
        self.codes.add_end(self._enter)
        self.counts_column.addStretch(1)
        look.dress(self)

    def _connect(self) -> None:
        self.desk.workshop_changed.connect(lambda _: self.keep_drafts())
        self.filter_button.clicked.connect(lambda _: self.show_filters())
        self.filters.changed.connect(self.reload)
        self.filters.closed.connect(lambda: self.show_filters(shown=False))
        self.counts.kind_chosen.connect(self._filter_kind)
        self._strip.chosen.connect(self._filter_kind)
        self.counts.table_chosen.connect(self.typing.choose_table)
        self.typing.table_changed.connect(self._show_counts)
        self.typing.stored.connect(self._note_stored)
        self.typing.dialog_wanted.connect(self.cards.open_dialog)
        self.line.last_wanted.connect(self.edit_last)
        self.line.stream_wanted.connect(self.stream.setFocus)
        self.line.many_pasted.connect(self._ask_about_lines)
        self.line.pictures_given.connect(self.cards.take_pictures)
        self.stream.left.connect(self.line.setFocus)
        self.empty.pressed.connect(self.line.setFocus)
        self._enter.clicked.connect(self.typing.store)
        self._photo.clicked.connect(self.cards.pick_photo)

    def _make_actions(self) -> None:
        newest = self.tr("Show the newest cards on the projector")
        self.add_action(newest, self.project, "Ctrl+F11", writes=False)
        self.add_action(self.tr("Filter cards"), self.show_filters, "Ctrl+F", writes=False)
        self.add_action(
            self.tr("Edit the last contribution"), self.edit_last, unless=self._nothing_captured
        )
        self.add_action(self.tr("Add a photo"), self.cards.pick_photo, "Ctrl+Shift+P")

    def _note_stored(self, stored: Stored) -> None:
        self.model.newest_saved = stored.id
        if stored.mentions:
            words = self.tr("{0}: {1} mentions").format(stored.label, stored.mentions)
            self.desk.tell(words)
        else:
            words = self.tr("Saved: {0}").format(stored.label)
            self.stream.to_end()
        if self.filters.isVisible():
            self.desk.tell(self.tr("Saved. The filter does not show all contributions."))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _filter_kind(self, code: str) -> None:
        self.filters.choose_kind(code)
        self.filters.setVisible(not self.filters.wanted().wants_all)
        self.reload()

    def _select(self, place: int | None) -> None:
        """Select a card; where the filter hides it, all cards are shown first."""
        hidden = place is not None and self.model.row_of(place) is None
        if place is None or (hidden and self._looked_for is not None):
            self._looked_for = None
        elif hidden:
            self._looked_for = place
            self.show_filters(shown=False)
        else:
            self._looked_for = None
            self.stream.select_place(place)
            self.stream.setFocus()

    def _take_counts(self, counted: CountedRows) -> None:
        before, self._counted = self._counted, counted
        self._show_counts()
        self._show_empty()
        if before is not None and before.labels != counted.labels:
            self.reload()

    def _show_counts(self) -> None:
        if self._rows is None or self._counted is None:
            return
        counts = self._counted.counts
        kind = self.filters.wanted().kind if self.filters.isVisible() else ""
        number = self.line.parsed.table or self.typing.table
        self.counts.show_counts(self._faces, counts, number, kind)
        self._strip.show_counts(self._faces, counts.kinds, kind)
        self.filters.tell(len(self._rows.places), counts.cards)

    def _show_empty(self) -> None:
        """Say what to do while there is nothing; a filter that finds nothing is something else."""
        nothing = self._rows is not None and not self._rows.places
        nothing = nothing and not self.filters.isVisible()
        self.empty.setVisible(nothing)
        self.stream.setVisible(not nothing)

    def _fetch(self, places: list[int]) -> None:
        workshop_id = self.desk.workshop_id

        def question(workspace: "Readable") -> list[CardRow]:
            return card_stream.cards(workspace, workshop_id, places)

        self.desk.ops.ask_plainly(self, question, self.model.take)

    def _ask_about_lines(self, lines: list[str]) -> None:
        self.typing.ask_about_lines(lines, self)
