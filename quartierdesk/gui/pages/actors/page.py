"""Akteure: those who play a part in the quarter, and advice offices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import fold
from quartierdesk.domain.workshop import Actor, AdviceOffice
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.actors.dialogs import ActorDialog, OfficeDialog
from quartierdesk.gui.widgets.empty import EmptyState
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.gui.widgets.search_line import SearchLine
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import actors, catalogues, workshops

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_ACTORS, _OFFICES = "actors", "offices"


@dataclass(frozen=True, slots=True)
class ActorRows:
    """All entries; `municipality_id` is the one a new entry belongs to, None where several are."""

    actors: tuple[Actor, ...]
    offices: tuple[AdviceOffice, ...]
    municipality_id: str | None


class ActorsPage(Page[ActorRows]):
    """Actors and advice offices of the file."""

    FORM = "actors"
    NEEDS_WORKSHOP = False
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"actor", "advice_office", "municipality"})

    kind_choice: Segments
    search: SearchLine
    new_button: KeyButton
    views: QStackedWidget
    table_view: QWidget
    table: RowTable
    empty: EmptyState

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: ActorRows | None = None
        self._known = catalogues.shipped()
        self.table.use(desk.look)
        self.table.allow_sorting()
        self.table.high_as_rows = True
        self.kind_choice.chosen.connect(lambda _: self._show_entries())
        self.search.textChanged.connect(lambda _: self._show_entries())
        self.table.entered.connect(self.open_entry)
        self.new_button.clicked.connect(self.new_entry)
        self.empty.pressed.connect(self.new_entry)
        self.add_action(self.tr("New entry …"), self.new_entry, "Ctrl+N")
        self.add_action(
            self.tr("Delete the entry"), self._delete_here, "Del", unless=self._nothing_chosen
        )
        self.add_action(
            self.tr("Search actors"),
            self.search.setFocus,
            "Ctrl+F",
            writes=False,
            unless=self._nothing_there,
        )
        self.add_action(
            self.tr("Sort the table …"), self.table.offer_sorting, "Shift+F10", writes=False
        )
        self.retranslate()
        desk.look.dress(self)

    def query(self) -> "Callable[[Workspace], ActorRows]":
        """Return the question for all entries."""

        def ask(workspace: "Workspace") -> ActorRows:
            homes = workshops.municipalities(workspace)
            return ActorRows(
                tuple(actors.listed(workspace, Actor)),
                tuple(actors.listed(workspace, AdviceOffice)),
                homes[0].id if len(homes) == 1 else None,
            )

        return ask

    def refresh(self, rows: ActorRows) -> None:
        """Show what is stored."""
        self._shown = rows
        self.kind_choice.set_choices(
            (
                (_ACTORS, self.tr("Actors ({0})").format(len(rows.actors)), ""),
                (_OFFICES, self.tr("Advice offices ({0})").format(len(rows.offices)), ""),
            )
        )
        for button in (self.new_button, self.empty.button):
            button.setEnabled(self.desk.writable)
        self._show_entries()

    def focus_first(self) -> None:
        """Put the focus on the table, or on the button for the first entry."""
        shown = self.views.currentWidget() is self.table_view
        target = self.table if shown else self.empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        if self._shown is not None:
            self.refresh(self._shown)

    def new_entry(self) -> None:
        """Ask for a new actor or advice office, whichever is shown."""
        shown = self._shown
        if shown is None or not self.desk.writable:
            return
        if self.kind_choice.value() == _OFFICES:
            office = AdviceOffice(new_id(), shown.municipality_id, "")
            OfficeDialog(self.desk, office, self, is_new=True).open()
        else:
            actor = Actor(new_id(), shown.municipality_id, "")
            ActorDialog(self.desk, actor, self._known, self, is_new=True).open()

    def open_entry(self, key: str) -> None:
        """Open an entry with all its fields."""
        entry = self._entry(key)
        if isinstance(entry, Actor):
            ActorDialog(self.desk, entry, self._known, self, is_new=False).open()
        elif entry is not None:
            OfficeDialog(self.desk, entry, self, is_new=False).open()

    def _nothing_chosen(self) -> str:
        if self._entry(self.table.key()) is not None and self.table.hasFocus():
            return ""
        return self.tr("Please choose an entry in the table first.")

    def _nothing_there(self) -> str:
        return "" if self.search.isVisible() else self.tr("There are no entries yet.")

    def _delete_here(self) -> None:
        """Delete the current entry, where the focus is on the table."""
        entry = self._entry(self.table.key())
        if entry is not None and self.table.hasFocus():
            told = self.tr("“{0}” was deleted. Ctrl+Z brings it back.").format(entry.name)
            self.desk.ops.run(
                self, lambda ws: actors.remove(ws, entry), lambda _: self.desk.tell(told)
            )

    def _entry(self, key: str) -> Actor | AdviceOffice | None:
        shown = self._shown
        entries: list[Actor | AdviceOffice] = []
        if shown is not None:
            entries += [*shown.actors, *shown.offices]
        return next((entry for entry in entries if entry.id == key), None)

    def _show_entries(self) -> None:
        shown = self._shown
        if shown is None:
            return
        offices = self.kind_choice.value() == _OFFICES
        entries = shown.offices if offices else shown.actors
        self.views.setCurrentWidget(self.table_view if entries else self.empty)
        self._tell_empty(offices=offices)
        rows = [self._office_row(each) for each in shown.offices] if offices else [
            self._actor_row(each) for each in shown.actors
        ]  # fmt: skip
        words = fold(self.search.text()).split()
        fitting = [
            row
            for row in rows
            if all(word in fold(" ".join(cell.text for cell in row.cells)) for word in words)
        ]
        self.table.show_rows(self._columns(offices=offices), fitting)

    def _tell_empty(self, *, offices: bool) -> None:
        if offices:
            heading = self.tr("No advice offices yet.")
            words = self.tr("Where do people get free advice in the neighbourhood?")
            button = self.tr("First advice office")
        else:
            heading = self.tr("No actors yet.")
            words = self.tr("Who plays a part in the quarter: associations, churches, services?")
            button = self.tr("First actor")
        self.empty.tell("address-book", heading, words, button, "Ctrl+N")

    def _columns(self, *, offices: bool) -> list[Column]:
        if offices:
            return [
                Column(self.tr("Name"), share=3, least=16, main=True),
                Column(self.tr("Topics"), share=4, least=14, may_hide=True),
                Column(self.tr("Address"), share=3, least=14, may_hide=True),
                Column(self.tr("Telephone"), may_hide=True),
            ]
        return [
            Column(self.tr("Name"), share=3, least=16, main=True),
            Column(self.tr("Group"), share=2, least=14),
            Column(self.tr("Role"), share=2, least=12, may_hide=True),
            Column(self.tr("Contact (internal)"), share=3, role="small", least=14, may_hide=True),
        ]

    def _actor_row(self, actor: Actor) -> Row:
        group = self._known["actor_group"].find(actor.group)
        role = self._known["actor_role"].find(actor.role)
        return Row(
            actor.id,
            (
                Cell(actor.name),
                Cell(group.label if group else actor.group),
                Cell(role.label if role else actor.role),
                Cell(actor.contact, tone="text2"),
            ),
        )

    def _office_row(self, office: AdviceOffice) -> Row:
        cells = (office.name, office.topics, office.address, office.phone)
        return Row(office.id, tuple(Cell(text) for text in cells))
