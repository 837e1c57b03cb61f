"""Ordnen: cards become clusters, with the mouse and with keys alike."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from quartierdesk.gui import places
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.sort.board import Board
from quartierdesk.gui.pages.sort.card_deeds import CardDeeds
from quartierdesk.gui.pages.sort.column import Column
from quartierdesk.gui.pages.sort.column_deeds import ColumnDeeds
from quartierdesk.gui.pages.sort.focused import FocusedCard
from quartierdesk.gui.pages.sort.naming import IDEA_STORE, column_key
from quartierdesk.gui.pages.sort.offers import Offers
from quartierdesk.gui.pages.sort.table import WallTable
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import catalogue_reading, walls
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import Wall, WallColumn, WallReading

if TYPE_CHECKING:
    from quartierdesk.services.open_file import Readable

_VIEW = "sort.view"


@dataclass(frozen=True, slots=True)
class WallRows:
    """What the page shows: the wall, and the action fields a column may have (code, name)."""

    reading: WallReading
    fields: tuple[tuple[str, str], ...]


class WallPage(Page[WallRows]):
    """The wall and the same cards as a list."""

    FORM = "sort"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {
            "contribution",
            "contribution_target_group",
            "cluster",
            "bundle",
            "topic_table",
            "catalogue_item",
            "workshop",
        }
    )
    SLIM_RAIL = True
    READS_PLAINLY = True

    strip: QFrame
    suggestion_sign: IconLabel
    suggestion_text: ElidedLabel
    suggestion_reason: ElidedLabel
    suggestion_place: QLabel
    show_button: KeyButton
    take_button: KeyButton
    dismiss_button: KeyButton
    ground: QFrame
    foot: QFrame
    chosen_label: QLabel
    split_button: KeyButton
    move_button: KeyButton
    bundle_button: KeyButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.board = Board(desk.look, self)
        self.table = WallTable(desk.look, self)
        self.empty = EmptyState(self)
        self.focused = FocusedCard(desk.look, self.foot)
        self.views = QStackedWidget(self.ground)
        self.choice = Segments()
        self.offers = Offers(self)
        self.card_deeds = CardDeeds(self)
        self.column_deeds = ColumnDeeds(self)
        self.wall = Wall(())
        self._reading: WallReading | None = None
        self.fields: tuple[tuple[str, str], ...] = ()
        self._compose()
        self._connect()
        self._offer_actions()
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Readable], WallRows]":
        """Return the question for the wall of the workshop that is open."""
        workshop_id, before = self.desk.workshop_id, self._reading

        def ask(workspace: "Readable") -> WallRows:
            known = catalogue_reading.of_workshop(workspace, workshop_id)["action_field"]
            fields = tuple((entry.code, entry.label) for entry in known.entries)
            return WallRows(walls.read(workspace, workshop_id, before), fields)

        return ask

    def refresh(self, rows: WallRows) -> None:
        """Show the wall; ring, choice and scrolling stay."""
        wall = rows.reading.wall
        self._reading, self.wall, self.fields = rows.reading, wall, rows.fields
        self.board.show_wall(wall, writable=self.desk.writable)
        if self.choice.value() == "list":
            self.table.show_wall(wall)
        self._choose_view()
        self._keep_tab_order()
        self._tell_about_card()
        self.offers.look_at(wall)

    def forget(self) -> None:
        """Read everything of another file, also of one restored in the same place."""
        self._reading = None

    def project(self) -> None:
        """Show the room the wall; what is not meant for the public is not on it."""
        self.desk.project(Place(places.WALL))

    def head_widgets(self) -> Sequence[QWidget]:
        """Return the choice between wall and list."""
        return (self.choice,)

    def go_to(self, place: Place) -> None:
        """Go to a column or a card."""
        for column in self.board.columns:
            if place.cluster_id and column.shown.id == place.cluster_id:
                self.board.go_to(column, 0)
        if place.contribution_id:
            self.shown_view().choose([place.contribution_id])

    def focus_first(self) -> None:
        """Put the focus on the first card."""
        focused: QWidget = self.empty.button
        if self.views.currentWidget() is self.board and self.board.columns:
            focused = self.board.where_to_begin().list
        elif self.views.currentWidget() is self._list_place:
            focused = self.table
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        self.board.fit()
        self.table.fit()
        self.focused.fit()
        self.choice.show_words(shown=not self.desk.look.sizes.rail_is_slim)
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.choice.set_choices(
            [("wall", self.tr("Wall"), "layout-columns"), ("list", self.tr("List"), "list")]
        )
        self.choice.show_words(shown=not self.desk.look.sizes.rail_is_slim)
        self.choice.set_value(str(self.desk.choice(_VIEW, "wall")))
        self.board.setAccessibleName(self.tr("Wall"))
        self.table.setAccessibleName(self.tr("Cards of the wall as a list"))
        self.board.retranslate()
        self.focused.fit()
        self.offers.retranslate()
        self.empty.tell(
            "layout-columns",
            self.tr("There is nothing to sort yet."),
            self.tr("As soon as contributions are captured, they hang here as cards."),
            self.tr("Capture contributions"),
            "Ctrl+2",
        )
        self._tell_about_card()

    def shown_view(self) -> Board | WallTable:
        """Return the view in which one works: the wall or the list."""
        return self.table if self.views.currentWidget() is self._list_place else self.board

    def meant(self) -> list[WallCard]:
        """Return the cards an action is for: the chosen ones, else the one with the ring."""
        return self.cards(self.shown_view().meant())

    def cards(self, card_ids: Sequence[str]) -> list[WallCard]:
        """Return the cards with these ids that there are, in the order of the ids."""
        found = []
        for card_id in card_ids:
            for column in self.wall.columns:
                if card_id in column.cards.keys:
                    found.append(column.cards[column.cards.keys.index(card_id)])
                    break
        return found

    def column(self, key: str) -> WallColumn:
        """Return the column with this key; the idea store need not be on the wall yet."""
        for column in self.wall.columns:
            if column_key(column) == key:
                return column
        return WallColumn(None, IDEA_STORE)

    def show_offer(self) -> None:
        """Choose the suggested cards and go there."""
        if self.offers.current is not None:
            self.shown_view().choose(list(self.offers.current.cards))

    def take_offer(self) -> None:
        """Do what is suggested."""
        if self.offers.current is not None:
            self.card_deeds.take(self.offers.current)

    def let_go(self) -> None:
        """Choose nothing any more; if nothing is chosen, put the suggestion off."""
        if self.shown_view().chosen():
            self.board.choose_nothing()
            self.table.clearSelection()
        else:
            self.offers.dismiss()

    def _compose(self) -> None:
        self._list_place = QWidget(self.views)
        layout = QVBoxLayout(self._list_place)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(self.table)
        for widget in (self.board, self._list_place, self.empty):
            self.views.addWidget(widget)
        ground, foot = self.ground.layout(), self.foot.layout()
        assert isinstance(ground, QVBoxLayout)
        assert isinstance(foot, QHBoxLayout)
        ground.addWidget(self.views)
        foot.insertWidget(0, self.focused, 1)

    def _connect(self) -> None:
        self.board.walked.connect(self._tell_about_card)
        self.table.walked.connect(self._tell_about_card)
        self.board.moved.connect(self._dropped)
        self.board.gathered.connect(lambda ids: self.card_deeds.ask_for_column(self.cards(ids)))
        self.board.new_column.clicked.connect(lambda _: self.card_deeds.ask_for_column())
        self.board.menu_wanted.connect(self.column_deeds.show_menu)
        self.table.doubleClicked.connect(lambda _: self._edit_card())
        self.choice.chosen.connect(self._switch)
        self.empty.pressed.connect(lambda: self.desk.go(Place("capture")))
        self.show_button.clicked.connect(self.show_offer)
        self.take_button.clicked.connect(self.take_offer)
        self.dismiss_button.clicked.connect(self.offers.dismiss)
        self.move_button.clicked.connect(self.card_deeds.ask_where_to)
        self.bundle_button.clicked.connect(lambda _: self.card_deeds.ask_to_bundle())
        self.split_button.clicked.connect(self.card_deeds.split)

    def _offer_actions(self) -> None:
        add, cards, columns = self.add_action, self.card_deeds, self.column_deeds
        add(self.tr("Move cards to a column …"), cards.ask_where_to, "M", unless=cards.why_no_card)
        add(self.tr("New column of the cards …"), cards.ask_for_column, "N")
        add(self.tr("Bundle cards …"), cards.ask_to_bundle, "B")
        add(self.tr("Unbundle the card"), cards.split, "Shift+B", unless=cards.why_no_bundle)
        add(
            self.tr("Move cards to the column on the left"),
            lambda: cards.carry(-1),
            "Alt+Left",
            unless=lambda: cards.why_not_carry(-1),
        )
        add(
            self.tr("Move cards to the column on the right"),
            lambda: cards.carry(1),
            "Alt+Right",
            unless=lambda: cards.why_not_carry(1),
        )
        add(self.tr("Change the column …"), columns.change, "F2", unless=columns.why_no_column)
        left, right = "Alt+Shift+Left", "Alt+Shift+Right"
        add(
            self.tr("Move the column to the left"),
            lambda: columns.carry(-1),
            left,
            unless=lambda: columns.why_not_carry(-1),
        )
        add(
            self.tr("Move the column to the right"),
            lambda: columns.carry(1),
            right,
            unless=lambda: columns.why_not_carry(1),
        )
        add(
            self.tr("Merge the column with another …"),
            columns.ask_to_merge,
            unless=columns.why_not_merge,
        )
        add(self.tr("Delete the column"), columns.delete, unless=columns.why_no_column)
        add(
            self.tr("Take the suggestion"),
            self.take_offer,
            ["Ctrl+Return", "Ctrl+Enter"],
            unless=self.offers.why_none,
        )
        add(
            self.tr("Show the suggested cards"),
            self.show_offer,
            "V",
            writes=False,
            unless=self.offers.why_none,
        )
        add(
            self.tr("Clear the selection, or set the suggestion aside"),
            self.let_go,
            "Esc",
            writes=False,
            unless=lambda: "" if self.shown_view().chosen() else self.offers.why_none(),
        )
        add(
            self.tr("Edit the card"),
            self._edit_card,
            ["Return", "Enter"],
            writes=False,
            unless=cards.why_no_card,
        )
        add(self.tr("Wall or list"), self._toggle, "Ctrl+L", writes=False)
        add(self.tr("Show the wall on the projector"), self.project, "Ctrl+F11", writes=False)

    def _keep_tab_order(self) -> None:
        """Let Tab go from the columns to the list and on to the line below."""
        below = [self.split_button, self.move_button, self.bundle_button]
        stops = [*self.board.stops(), self.table, *below]
        for earlier, later in itertools.pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _switch(self, view: str) -> None:
        self.desk.remember(_VIEW, view)
        chosen = self.shown_view().chosen()
        if view == "list":
            self.table.show_wall(self.wall)
        self._choose_view()
        if len(chosen) > 1:
            self.shown_view().choose(chosen)
        self.focus_first()

    def _toggle(self) -> None:
        view = "wall" if self.choice.value() == "list" else "list"
        self.choice.set_value(view)
        self._switch(view)

    def _choose_view(self) -> None:
        nothing = not any(column.contributions or column.id for column in self.wall.columns)
        shown: QWidget = self.board if self.choice.value() == "wall" else self._list_place
        self.views.setCurrentWidget(self.empty if nothing else shown)
        self.foot.setVisible(not nothing)
        self.strip.setVisible(not nothing)

    def _dropped(self, card_ids: list[str], column: Column) -> None:
        self.board.follow(card_ids[0])
        self.card_deeds.put(card_ids, column.shown)

    def _edit_card(self) -> None:
        card = self.shown_view().card()
        if card is not None:
            self.desk.go(places.contribution(card.id))

    def _tell_about_card(self) -> None:
        view = self.shown_view()
        card, chosen = view.card(), view.chosen()
        self.focused.show_card(card)
        several = len(chosen) > 1 or (bool(chosen) and view is self.board)
        self.chosen_label.setText(self.tr("{number} chosen").format(number=len(chosen)))
        self.chosen_label.setVisible(several)
        writable = self.desk.writable
        self.move_button.setEnabled(writable and card is not None)
        self.bundle_button.setEnabled(writable and len(chosen) > 1)
        self.split_button.setVisible(card is not None and card.bundle_id is not None)
        self.split_button.setEnabled(writable)
