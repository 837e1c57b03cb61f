"""The columns side by side: one walks, chooses and drags through all of them as through one."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from quartierdesk.gui.pages.sort.column import Column
from quartierdesk.gui.pages.sort.dragging import Dragging, DropPlace, at_edge
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services.wall_cards import WallCard
from quartierdesk.services.walls import Wall, WallColumn

_ASIDE = 48


class NewColumn(KeyButton):
    """Stands after the last column: press it or let cards go on it to make a new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_sign("plus")
        self.set_keys("N")
        self.setCheckable(False)

    def show_over(self, *, over: bool) -> None:
        """Show whether cards are held over it."""
        self.setDown(over)


class Board(QScrollArea):
    """All columns, one list view each.

    `walked` tells that another card has the ring or is chosen, `moved` cards (ids) that were let
    go on a column, `gathered` cards that were let go where a new column shall be; `menu_wanted`
    asks what can be done with a column.
    """

    walked = Signal()
    moved = Signal(list, object)
    gathered = Signal(list)
    menu_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns: list[Column] = []
        self._leading: Column | None = None
        self._follow = ""
        self.dragging = Dragging(look, self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(self)
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(20, 12, 20, 4)
        self._row.setSpacing(0)
        self.new_column = NewColumn(inside)
        self._row.addWidget(self.new_column, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def show_wall(self, wall: Wall, *, writable: bool) -> None:
        """Show the columns; ring, choice and scrolling stay."""
        known = {_key(column.shown): column for column in self._columns}
        kept = [
            known.pop(_key(shown)) if _key(shown) in known else self._made()
            for shown in wall.columns
        ]
        for gone in known.values():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._columns = kept
        for place, (column, shown) in enumerate(zip(kept, wall.columns, strict=True)):
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column)
            column.show_column(shown, writable=writable)
        self.new_column.setVisible(writable)
        if self._leading not in kept:
            self._lead(kept[0])
        self._go_after()
        self.walked.emit()

    def fit(self) -> None:
        """Take on another text size."""
        for column in self._columns:
            column.fit()

    def retranslate(self) -> None:
        """Set all words."""
        self.new_column.setText(self.tr("New column"))
        self.new_column.setToolTip(self.tr("Press, or drop cards here"))
        for column in self._columns:
            column.retranslate()

    @property
    def columns(self) -> Sequence[Column]:
        """Return the columns from left to right."""
        return tuple(self._columns)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in reading order."""
        inside: list[QWidget] = []
        for column in self._columns:
            inside += [column.menu, column.list]
        return [*inside, self.new_column]

    def leading(self) -> Column | None:
        """Return the column one is in."""
        return self._leading

    def where_to_begin(self) -> Column:
        """Return the column one was in, else the first one that has cards."""
        if self._leading is not None and self._leading.list.card() is not None:
            return self._leading
        filled = (column for column in self._columns if len(column.shown.cards))
        return next(filled, self._columns[0])

    def card(self) -> WallCard | None:
        """Return the card with the ring."""
        return self._leading.list.card() if self._leading else None

    def chosen(self) -> list[str]:
        """Return the ids of the chosen cards, column by column."""
        return [card_id for column in self._columns for card_id in column.list.chosen()]

    def meant(self) -> list[str]:
        """Return the ids of the cards an action is for: the chosen ones, else the one ringed."""
        card = self.card()
        return self.chosen() or ([card.id] if card else [])

    def cards(self) -> Iterator[tuple[Column, WallCard]]:
        """Yield all cards with their columns; for looking up a few, not for showing."""
        for column in self._columns:
            for card in column.shown.cards:
                yield column, card

    def choose(self, card_ids: Sequence[str]) -> None:
        """Choose these cards and go to the first of them."""
        for column in self._columns:
            column.list.choose(card_ids)
        for column in self._columns:
            rows = [column.list.cards.row_of(card_id) for card_id in card_ids]
            there = [row for row in rows if row >= 0]
            if there:
                self.go_to(column, min(there))
                return

    def choose_nothing(self) -> None:
        """Choose no card any more."""
        for column in self._columns:
            column.list.choose(())

    def go_to(self, column: Column, row: int) -> None:
        """Put ring and focus on a card."""
        column.list.put_ring(row)
        column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lead(column)
        self.ensureWidgetVisible(column, _ASIDE, 0)
        self.walked.emit()

    def follow(self, card_id: str) -> None:
        """Go where this card is, as soon as the wall is shown anew."""
        self._follow = card_id

    def neighbour(self, step: int) -> Column | None:
        """Return the column so many places beside the one one is in."""
        if self._leading is None:
            return None
        place = self._columns.index(self._leading) + step
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def taken_along(self, card_id: str) -> list[str]:
        """Return what is dragged with a card: all chosen ones if it is one of them."""
        chosen = self.chosen()
        return chosen if card_id in chosen else [card_id]

    def drop_place(self, where: QPoint) -> DropPlace | None:
        """Return the column, or the place for a new one, at a point of the screen."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(where)):
            return None
        for column in self._columns:
            if column.rect().contains(column.mapFromGlobal(where)):
                return column
        # All the room behind the last column is for a new one.
        beyond = self.new_column.mapFromGlobal(where).x() >= 0
        return self.new_column if beyond and self.new_column.isVisible() else None

    def take(self, card_ids: list[str], place: DropPlace) -> None:
        """Tell where cards were let go."""
        if isinstance(place, Column):
            self.moved.emit(card_ids, place)
        else:
            self.gathered.emit(card_ids)

    def scroll_at(self, where: QPoint, edge: int, step: int) -> None:
        """Scroll the wall sideways, and the column under a point, where that is near an edge."""
        here = self.viewport().mapFromGlobal(where)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + step * at_edge(here.x(), self.viewport().width(), edge))
        place = self.drop_place(where)
        if isinstance(place, Column):
            view = place.list.viewport()
            down = at_edge(view.mapFromGlobal(where).y(), view.height(), edge)
            bar = place.list.verticalScrollBar()
            bar.setValue(bar.value() + step * down)

    def _made(self) -> Column:
        column = Column(self._look, self)
        view = column.list
        view.sideways.connect(self._go_sideways)
        view.plainly_pressed.connect(self.choose_nothing)
        self.dragging.watch(view)
        view.came_first.connect(lambda: self._lead(column))
        view.selectionModel().currentChanged.connect(lambda *_: self.walked.emit())
        view.selectionModel().selectionChanged.connect(lambda *_: self.walked.emit())
        column.menu_wanted.connect(lambda: self.menu_wanted.emit(column))
        self._look.dress(column)
        return column

    def _lead(self, column: Column) -> None:
        if self._leading is column:
            return
        for each in self._columns:
            each.list.setProperty("leading", each is column)
            each.list.viewport().update()
        self._leading = column
        self.walked.emit()

    def _go_sideways(self, step: int) -> None:
        here, there = self._leading, self.neighbour(step)
        if here is None or there is None:
            return
        spot = here.list.visualRect(here.list.currentIndex()).center()
        index = there.list.indexAt(QPoint(there.list.viewport().width() // 2, spot.y()))
        row = index.row() if index.isValid() else there.list.cards.rowCount() - 1
        self.go_to(there, row)

    def _go_after(self) -> None:
        """Go to the card that was moved with a key."""
        wanted, self._follow = self._follow, ""
        for column in self._columns:
            row = column.list.cards.row_of(wanted) if wanted else -1
            if row >= 0:
                self.go_to(column, row)


def _key(column: WallColumn) -> tuple[str, str | None]:
    return column.kind, column.id
