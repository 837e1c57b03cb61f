"""Ordnen: cards become clusters, with the mouse and with keys alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.identity import new_id
from quartierdesk.gui import places
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.wall.board import Board
from quartierdesk.gui.pages.wall.column import Column
from quartierdesk.gui.pages.wall.dialogs import BundleDialog, ClusterDialog, MoveDialog, Target
from quartierdesk.gui.pages.wall.focused import FocusedCard
from quartierdesk.gui.pages.wall.offers import Offers
from quartierdesk.gui.pages.wall.table import WallTable
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.icon_label import IconLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import catalogues, clusters, contributions, suggestions, walls
from quartierdesk.services.suggestions import Suggestion
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import Wall, WallColumn

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_UNSORTED, _IDEA_STORE = "unsorted", "idea_store"
_VIEW = "wall/view"


@dataclass(frozen=True, slots=True)
class WallRows:
    """What the page shows: the wall, and the action fields a column may have (code, name)."""

    wall: Wall
    fields: tuple[tuple[str, str], ...]


class WallPage(Page[WallRows]):
    """The wall and the same cards as a list."""

    FORM = "wall"
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

    strip: QFrame
    suggestionSign: IconLabel
    suggestionText: ElidedLabel
    suggestionReason: ElidedLabel
    suggestionPlace: QLabel
    showButton: KeyButton
    takeButton: KeyButton
    dismissButton: KeyButton
    ground: QFrame
    foot: QFrame
    chosenLabel: QLabel
    splitButton: KeyButton
    moveButton: KeyButton
    bundleButton: KeyButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.board = Board(desk.look, self)
        self.table = WallTable(desk.look, self)
        self.empty = EmptyState(self)
        self.focused = FocusedCard(desk.look, self.foot)
        self.views = QStackedWidget(self.ground)
        self.choice = Segments()
        self.offers = Offers(self)
        self._wall = Wall(())
        self._fields: tuple[tuple[str, str], ...] = ()
        self._compose()
        self._connect()
        self._offer_actions()
        self.retranslate()
        desk.look.dress(self)

    # What the page shows

    def query(self) -> "Callable[[Workspace], WallRows]":
        """Return the question for the wall of the workshop that is open."""
        workshop_id = self.desk.workshop_id

        def ask(workspace: "Workspace") -> WallRows:
            known = catalogues.of_workshop(workspace, workshop_id)["action_field"]
            fields = tuple((entry.code, entry.label) for entry in known.entries)
            return WallRows(walls.wall(workspace, workshop_id), fields)

        return ask

    def refresh(self, rows: WallRows) -> None:
        """Show the wall; ring, choice and scrolling stay."""
        self._wall, self._fields = rows.wall, rows.fields
        self.board.show_wall(rows.wall, writable=self.desk.writable)
        if self.choice.value() == "list":
            self.table.show_wall(rows.wall)
        self._choose_view()
        self._tell_about_card()
        wall = rows.wall
        self.desk.ops.ask(
            self, lambda _: suggestions.for_wall(wall), self.offers.show, latest="wall/offers"
        )

    def head_widgets(self) -> Sequence[QWidget]:
        """Return the choice between wall and list."""
        return (self.choice,)

    def go_to(self, place: Place) -> None:
        """Go to a column or a card."""
        for column in self.board.columns:
            if place.cluster_id and column.shown.id == place.cluster_id:
                self.board.go_to(column, 0)
        if place.contribution_id:
            self._view().choose([place.contribution_id])

    def focus_first(self) -> None:
        """Put the focus on the first card."""
        if self.views.currentWidget() is self.board and self.board.columns:
            leading = self.board.leading() or self.board.columns[0]
            leading.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.views.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        self.board.fit()
        self.table.fit()
        self.focused.fit()
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.choice.set_choices(
            [
                ("wall", self.tr("Wall"), "layout-columns"),
                ("list", self.tr("List"), "list"),
            ]
        )
        self.choice.set_value(self.desk.choice(_VIEW, "wall"))
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

    # What one does with cards

    def move(self, card_ids: Sequence[str], column: WallColumn) -> None:
        """Move cards into a column."""
        members = self._members(card_ids)
        if not members:
            return
        if column.kind == _IDEA_STORE:
            self.desk.ops.run(self, lambda ws: clusters.put_aside(ws, members))
        else:
            self.desk.ops.run(self, lambda ws: clusters.assign(ws, members, column.id))

    def ask_where_to(self) -> None:
        """Ask into which column the cards shall go."""
        cards = self._meant()
        if not cards:
            return
        ids = [card.id for card in cards]
        targets = [Target(_key(c), self._name(c), c.contributions) for c in self._wall.columns]
        if not any(c.kind == _IDEA_STORE for c in self._wall.columns):
            targets.append(Target(_IDEA_STORE, self.tr("Idea store")))
        dialog = MoveDialog(
            self.desk,
            self,
            targets,
            lambda key: self.move(ids, self._column(key)),
            lambda title: self._make_column(ids, title, ""),
        )
        dialog.heading.setText(self.tr("Where to with %n card(s)?", "", len(cards)))
        dialog.open()

    def ask_for_column(self) -> None:
        """Ask for the heading of a new column for the cards."""
        self._ask_for_column(self._meant())

    def ask_to_bundle(self) -> None:
        """Ask what the chosen cards say together."""
        cards = self._meant()
        if len(cards) < 2:
            self.desk.tell(self.tr("Choose at least two cards to bundle, with Space or Ctrl."))
            return
        self._ask_to_bundle(cards)

    def split(self) -> None:
        """Take the bundle with the ring apart."""
        card = self._view().card()
        if card is not None and card.bundle_id is not None:
            bundle_id = card.bundle_id
            self.desk.ops.run(self, lambda ws: contributions.split_bundle(ws, bundle_id))

    def carry(self, step: int) -> None:
        """Move the cards into the column beside and go with them."""
        column = self.board.neighbour(step)
        ids = self.board.meant()
        if column is not None and ids and self.views.currentWidget() is self.board:
            self.board.follow(ids[0])
            self.move(ids, column.shown)

    # What one does with columns

    def change_column(self, column: Column | None = None) -> None:
        """Ask for another heading or field of a column."""
        shown = self._cluster(column)
        if shown is None or shown.id is None:
            return
        before = Cluster(shown.id, shown.label, shown.title, action_field=shown.field_code)
        dialog = ClusterDialog(
            self.desk,
            self,
            self._fields,
            lambda title, field: self._edit(before, title, field),
        )
        dialog.ask_for_change(shown.title, shown.field_code)
        dialog.open()

    def carry_column(self, step: int, column: Column | None = None) -> None:
        """Move a column by one place."""
        shown = self._cluster(column)
        order = [c.id for c in self._wall.columns if c.id is not None]
        if shown is None or shown.id is None:
            return
        place = order.index(shown.id)
        if 0 <= place + step < len(order):
            order.insert(place + step, order.pop(place))
            self.desk.ops.run(self, lambda ws: clusters.arrange(ws, order))

    def ask_to_merge(self, column: Column | None = None) -> None:
        """Ask with which other column one shall be merged."""
        shown = self._cluster(column)
        others = [c for c in self._wall.columns if c.kind == "cluster" and c is not shown]
        if shown is None or shown.id is None or not others:
            return
        gone = shown.id
        targets = [Target(_key(c), self._name(c), c.contributions) for c in others]
        dialog = MoveDialog(
            self.desk,
            self,
            targets,
            lambda key: self.desk.ops.run(self, lambda ws: clusters.merge(ws, key, [gone])),
        )
        dialog.setWindowTitle(self.tr("Merge columns"))
        dialog.heading.setText(
            self.tr("Merge “{title}” into which column?").format(title=self._name(shown))
        )
        dialog.okButton.setText(self.tr("Merge"))
        dialog.open()

    def delete_column(self, column: Column | None = None) -> None:
        """Delete a column; its cards lie on the heap again, and it can be taken back."""
        shown = self._cluster(column)
        if shown is not None and shown.id is not None:
            cluster_id = shown.id
            self.desk.ops.run(self, lambda ws: clusters.remove(ws, cluster_id))

    # What is offered

    def show_offer(self) -> None:
        """Choose the suggested cards and go there."""
        if self.offers.current is not None:
            self._view().choose(list(self.offers.current.cards))

    def take_offer(self) -> None:
        """Do what is suggested; a new column and a bundle are asked for first."""
        offer = self.offers.current
        if offer is None:
            return
        cards = self._cards(offer.cards)
        if offer.kind == "bundle":
            self._ask_to_bundle(cards)
        elif offer.kind == "cluster":
            self._ask_for_column(cards, offer.title)
        else:
            self._move_as_suggested(offer)

    def let_go(self) -> None:
        """Choose nothing any more; if nothing is chosen, put the suggestion off."""
        if self._view().chosen():
            self.board.choose_nothing()
            self.table.clearSelection()
        else:
            self.offers.dismiss()

    # Inside

    def _compose(self) -> None:
        place = QWidget(self.views)
        layout = QVBoxLayout(place)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(self.table)
        self._list_place = place
        for widget in (self.board, place, self.empty):
            self.views.addWidget(widget)
        ground = self.ground.layout()
        assert ground is not None
        ground.addWidget(self.views)
        foot = self.foot.layout()
        assert isinstance(foot, type(self.foot.layout()))
        foot.insertWidget(0, self.focused, 1)  # type: ignore[union-attr]
        self.strip.hide()

    def _connect(self) -> None:
        self.board.walked.connect(self._tell_about_card)
        self.table.walked.connect(self._tell_about_card)
        self.board.moved.connect(self._dropped)
        self.board.gathered.connect(lambda ids: self._ask_for_column(self._cards(ids)))
        self.board.new_column.clicked.connect(self.ask_for_column)
        self.board.menu_wanted.connect(self._show_menu)
        self.table.doubleClicked.connect(lambda _: self._edit_card())
        self.choice.chosen.connect(self._switch)
        self.empty.pressed.connect(lambda: self.desk.go(Place("capture")))
        self.showButton.clicked.connect(self.show_offer)
        self.takeButton.clicked.connect(self.take_offer)
        self.dismissButton.clicked.connect(self.offers.dismiss)
        self.moveButton.clicked.connect(self.ask_where_to)
        self.bundleButton.clicked.connect(self.ask_to_bundle)
        self.splitButton.clicked.connect(self.split)

    def _offer_actions(self) -> None:
        add = self.add_action
        add(self.tr("Move cards to a column …"), self.ask_where_to, "M")
        add(self.tr("New column of the cards …"), self.ask_for_column, "N")
        add(self.tr("Bundle cards …"), self.ask_to_bundle, "B")
        add(self.tr("Unbundle the card"), self.split, "Shift+B")
        add(self.tr("Move cards to the column on the left"), lambda: self.carry(-1), "Alt+Left")
        add(self.tr("Move cards to the column on the right"), lambda: self.carry(1), "Alt+Right")
        add(self.tr("Change the column …"), self.change_column, "F2")
        left, right = "Alt+Shift+Left", "Alt+Shift+Right"
        add(self.tr("Move the column to the left"), lambda: self.carry_column(-1), left)
        add(self.tr("Move the column to the right"), lambda: self.carry_column(1), right)
        add(self.tr("Merge the column with another …"), self.ask_to_merge)
        add(self.tr("Delete the column"), self.delete_column)
        add(self.tr("Take the suggestion"), self.take_offer, ["Ctrl+Return", "Ctrl+Enter"])
        add(self.tr("Show the suggested cards"), self.show_offer, "V", writes=False)
        add(self.tr("Choose nothing, or put the suggestion off"), self.let_go, "Esc", writes=False)
        add(self.tr("Edit the card"), self._edit_card, ["Return", "Enter"], writes=False)
        add(self.tr("Wall or list"), self._toggle, "Ctrl+L", writes=False)

    def _switch(self, view: str) -> None:
        self.desk.remember(_VIEW, view)
        ids = self._meant_ids(self.table if view == "wall" else self.board)
        if view == "list":
            self.table.show_wall(self._wall)
        self._choose_view()
        if len(ids) > 1:
            self._view().choose(ids)
        self.focus_first()

    def _toggle(self) -> None:
        view = "wall" if self.choice.value() == "list" else "list"
        self.choice.set_value(view)
        self._switch(view)

    def _choose_view(self) -> None:
        nothing = not any(column.contributions or column.id for column in self._wall.columns)
        shown: QWidget = self.board if self.choice.value() == "wall" else self._list_place
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.views.setCurrentWidget(self.empty if nothing else shown)
        self.foot.setVisible(not nothing)
        if had_focus and nothing:
            self.empty.button.setFocus()

    def _view(self) -> Board | WallTable:
        return self.table if self.views.currentWidget() is self._list_place else self.board

    def _dropped(self, card_ids: list[str], column: Column) -> None:
        self.board.follow(card_ids[0])
        self.move(card_ids, column.shown)

    def _edit_card(self) -> None:
        card = self._view().card()
        if card is not None:
            self.desk.go(places.contribution(card.id))

    def _tell_about_card(self) -> None:
        view = self._view()
        card, chosen = view.card(), view.chosen()
        if card is not None and isinstance(view, WallTable) and len(chosen) == 1:
            chosen = []
        self.focused.show_card(card)
        self.chosenLabel.setText(self.tr("%n chosen", "", len(chosen)) if chosen else "")
        self.chosenLabel.setVisible(bool(chosen))
        writable = self.desk.writable
        self.moveButton.setEnabled(writable and card is not None)
        self.bundleButton.setEnabled(writable and len(chosen) > 1)
        is_bundle = card is not None and card.bundle_id is not None
        self.splitButton.setVisible(is_bundle)
        self.splitButton.setEnabled(writable)

    def _show_menu(self, column: Column) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change heading and field …"), lambda: self.change_column(column))
        menu.addAction(self.tr("To the left"), lambda: self.carry_column(-1, column))
        menu.addAction(self.tr("To the right"), lambda: self.carry_column(1, column))
        menu.addAction(self.tr("Merge with another …"), lambda: self.ask_to_merge(column))
        menu.addSeparator()
        menu.addAction(self.tr("Delete the column"), lambda: self.delete_column(column))
        menu.popup(column.menu.mapToGlobal(column.menu.rect().bottomLeft()))

    def _meant_ids(self, view: Board | WallTable) -> list[str]:
        return view.meant()

    def _meant(self) -> list[WallCard]:
        return self._cards(self._view().meant())

    def _cards(self, card_ids: Sequence[str]) -> list[WallCard]:
        """Return the cards with these ids that there are, in the order of the ids."""
        found = []
        for card_id in card_ids:
            for column in self._wall.columns:
                if card_id in column.cards.keys:
                    found.append(column.cards[column.cards.keys.index(card_id)])
                    break
        return found

    def _members(self, card_ids: Sequence[str]) -> list[str]:
        return [member for card in self._cards(card_ids) for member in card.members]

    def _name(self, column: WallColumn) -> str:
        if column.kind == _UNSORTED:
            return self.tr("Not sorted yet")
        if column.kind == _IDEA_STORE:
            return self.tr("Idea store")
        return column.title or column.label

    def _column(self, key: str) -> WallColumn:
        for column in self._wall.columns:
            if _key(column) == key:
                return column
        return WallColumn(None, _IDEA_STORE)

    def _cluster(self, column: Column | None) -> WallColumn | None:
        """Return the cluster that is meant, None where it is none."""
        chosen = column or self.board.leading()
        return chosen.shown if chosen is not None and chosen.shown.kind == "cluster" else None

    def _ask_for_column(self, cards: Sequence[WallCard], title: str = "") -> None:
        ids = [card.id for card in cards]
        dialog = ClusterDialog(
            self.desk,
            self,
            self._fields,
            lambda chosen, field: self._make_column(ids, chosen, field),
        )
        dialog.ask_for_new(cards, title, _common_field(cards))
        dialog.open()

    def _make_column(self, card_ids: Sequence[str], title: str, field: str) -> None:
        workshop_id, members = self.desk.workshop_id, self._members(card_ids)
        cluster = Cluster(new_id(), "", title, action_field=field)
        self.desk.ops.run(self, lambda ws: clusters.create(ws, workshop_id, cluster, members))

    def _edit(self, before: Cluster, title: str, field: str) -> None:
        after = replace(before, title=title, action_field=field)
        self.desk.ops.run(self, lambda ws: clusters.edit(ws, before, after))

    def _ask_to_bundle(self, cards: Sequence[WallCard]) -> None:
        BundleDialog(
            self.desk,
            self,
            cards,
            lambda ids, text: self.desk.ops.run(self, lambda ws: walls.bundle(ws, ids, text)),
        ).open()

    def _move_as_suggested(self, offer: Suggestion) -> None:
        members = list(offer.contributions)
        self.desk.ops.run(self, lambda ws: clusters.assign(ws, members, offer.cluster_id))


def _key(column: WallColumn) -> str:
    return column.id or column.kind


def _common_field(cards: Sequence[WallCard]) -> str:
    """Return the action field that all cards have, "" where they differ."""
    fields = {card.field for card in cards}
    return fields.pop() if len(fields) == 1 else ""
