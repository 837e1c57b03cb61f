"""What one does with cards: move, gather into a new column, bundle, take a bundle apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quartierdesk import services
from quartierdesk.domain.contribution import Cluster
from quartierdesk.gui.pages.sort.naming import IDEA_STORE, column_key, column_name
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import WallColumn

if TYPE_CHECKING:
    from quartierdesk.gui.pages.sort.page import WallPage
    from quartierdesk.services.suggestions import Suggestion


class CardDeeds(QObject):
    """Asks where a question is needed, and runs the operations."""

    def __init__(self, page: "WallPage") -> None:
        super().__init__(page)
        self._page = page

    def why_no_card(self) -> str:
        """Return a sentence where there is no card to act on."""
        return "" if self._page.meant() else self.tr("Please choose a card first.")

    def why_no_bundle(self) -> str:
        """Return a sentence where the card with the ring is no bundle."""
        card = self._page.shown_view().card()
        is_bundle = card is not None and card.bundle_id is not None
        return "" if is_bundle else self.tr("Please choose a card that bundles others first.")

    def why_not_carry(self, step: int) -> str:
        """Return a sentence where cards cannot go into the column beside."""
        board = self._page.board
        if self._page.shown_view() is not board:
            return self.tr("In the list, M moves cards to a column.")
        if board.meant() and board.neighbour(step) is None:
            return self.tr("There is no column further that way.")
        return self.why_no_card()

    def put(self, card_ids: Sequence[str], column: WallColumn) -> None:
        """Put cards into a column."""
        members = self._members(card_ids)
        if not members:
            return
        if column.kind == IDEA_STORE:
            self._page.desk.ops.run(self, lambda ws: services.clusters.put_aside(ws, members))
        else:
            self._page.desk.ops.run(
                self, lambda ws: services.clusters.assign(ws, members, column.id)
            )

    def ask_where_to(self) -> None:
        """Ask into which column the cards shall go."""
        from quartierdesk.gui.pages.sort.dialogs import MoveDialog, Target

        page, cards = self._page, self._page.meant()
        if not cards:
            return
        ids = [card.id for card in cards]
        targets = [
            Target(column_key(c), column_name(c), c.contributions) for c in page.wall.columns
        ]
        if not any(c.kind == IDEA_STORE for c in page.wall.columns):
            store = WallColumn(None, IDEA_STORE)
            targets.append(Target(column_key(store), column_name(store)))
        dialog = MoveDialog(
            page.desk,
            page,
            targets,
            lambda key: self.put(ids, page.column(key)),
            lambda title: self._make_column(ids, title, ""),
        )
        dialog.heading.setText(self.tr("Where to with %Ln card(s)?", "", len(cards)))
        dialog.open()

    def ask_for_column(self, cards: Sequence[WallCard] | None = None, title: str = "") -> None:
        """Ask for the heading of a new column for cards, for those one means if none are given."""
        from quartierdesk.gui.pages.sort.dialogs import ClusterDialog

        page = self._page
        chosen = page.meant() if cards is None else cards
        ids = [card.id for card in chosen]
        dialog = ClusterDialog(
            page.desk,
            page,
            page.fields,
            lambda name, field: self._make_column(ids, name, field),
        )
        dialog.ask_for_new(chosen, title, _common_field(chosen))
        dialog.open()

    def ask_to_bundle(self, cards: Sequence[WallCard] | None = None) -> None:
        """Ask what cards say together, those one has chosen if none are given."""
        from quartierdesk.gui.pages.sort.dialogs import BundleDialog

        page = self._page
        chosen = page.meant() if cards is None else cards
        if len(chosen) < 2:
            page.desk.tell(self.tr("Choose at least two cards to bundle, with Space or Ctrl."))
            return
        BundleDialog(page.desk, page, chosen, self._bundle).open()

    def split(self) -> None:
        """Take the bundle with the ring apart."""
        card = self._page.shown_view().card()
        if card is not None and card.bundle_id is not None:
            bundle_id = card.bundle_id
            self._page.desk.ops.run(
                self, lambda ws: services.contributions.split_bundle(ws, bundle_id)
            )

    def carry(self, step: int) -> None:
        """Move the cards into the column beside and go with them."""
        board = self._page.board
        column, ids = board.neighbour(step), board.meant()
        if column is not None and ids and self._page.shown_view() is board:
            board.follow(ids[0])
            self.put(ids, column.shown)

    def take(self, offer: "Suggestion") -> None:
        """Do what is suggested; a new column and a bundle are asked for first."""
        cards = self._page.cards(offer.cards)
        if offer.kind == "bundle":
            self.ask_to_bundle(cards)
        elif offer.kind == "cluster":
            self.ask_for_column(cards, offer.title)
        else:
            members, cluster_id = list(offer.contributions), offer.cluster_id
            self._page.desk.ops.run(
                self, lambda ws: services.clusters.assign(ws, members, cluster_id)
            )

    def _members(self, card_ids: Sequence[str]) -> list[str]:
        return [member for card in self._page.cards(card_ids) for member in card.members]

    def _make_column(self, card_ids: Sequence[str], title: str, field: str) -> None:
        # It loads what makes random numbers, and the wall is to be seen before.
        from quartierdesk.domain.identity import new_id

        workshop_id, members = self._page.desk.workshop_id, self._members(card_ids)
        cluster = Cluster(new_id(), "", title, action_field=field)
        self._page.desk.ops.run(
            self, lambda ws: services.clusters.create(ws, workshop_id, cluster, members)
        )

    def _bundle(self, members: list[str], wording: str) -> None:
        self._page.desk.ops.run(self, lambda ws: services.bundling.bundle(ws, members, wording))


def _common_field(cards: Sequence[WallCard]) -> str:
    """Return the action field that all cards have, "" where they differ."""
    fields = {card.field for card in cards}
    return fields.pop() if len(fields) == 1 else ""
