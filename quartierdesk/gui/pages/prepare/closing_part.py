"""What closes the protocol: next steps, recipients, enclosures and signatures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quartierdesk.domain import typed_values
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import Enclosure, NextStep, Recipient, Signature
from quartierdesk.gui.pages.prepare.closing_dialogs import (
    EnclosureDialog,
    RecipientDialog,
    SignatureDialog,
    StepDialog,
)
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.services import workshop_lists
from quartierdesk.services.preparing import Preparation

if TYPE_CHECKING:
    from quartierdesk.gui.pages.prepare.page import PreparePage

ClosingItem = NextStep | Recipient | Enclosure | Signature
_LEAST_ROWS = 3


class ClosingPart(QObject):
    """Fills the four tables of the closing and opens what stands in them."""

    def __init__(self, page: "PreparePage") -> None:
        super().__init__(page)
        self._page = page
        self._shown: Preparation | None = None
        for table in self.tables():
            table.use(page.desk.look)
            table.least_rows = _LEAST_ROWS
            table.entered.connect(self.open_item)
            table.moved.connect(self._move)
        page.step_button.clicked.connect(self.add_step)
        page.recipient_button.clicked.connect(self.add_recipient)
        page.enclosure_button.clicked.connect(self.add_enclosure)
        page.signature_button.clicked.connect(self.add_signature)

    def show(self, shown: Preparation, *, writable: bool) -> None:
        """Show the four lists."""
        self._shown = shown
        page = self._page
        for button in (
            *(page.step_button, page.recipient_button),
            *(page.enclosure_button, page.signature_button),
        ):
            button.setEnabled(writable)
        for table in self.tables():
            table.allow_moving(writable)
        what = Column(self.tr("What"), share=3, least=14, main=True)
        when = Column(self.tr("When"), share=1, least=12)
        who = Column(self.tr("Who"), share=2, least=9)
        page.steps.show_rows([when, what, who], [_step_row(item) for item in shown.next_steps])
        page.recipients.show_rows(
            [Column(self.tr("Name or office"), share=1, least=14, main=True)],
            [Row(item.id, (Cell(item.name),)) for item in shown.recipients],
        )
        title = Column(self.tr("Title"), share=3, least=14, main=True)
        page.enclosures.show_rows(
            [title, Column(self.tr("Public"), role="small")],
            [self._enclosure_row(item) for item in shown.enclosures],
        )
        role = Column(self.tr("Role"), share=1, least=12, main=True)
        page.signatures.show_rows(
            [role, Column(self.tr("Name"), share=1, least=12)],
            [Row(item.id, (Cell(item.role), Cell(item.name))) for item in shown.signatures],
        )

    def add_step(self) -> None:
        """Ask for a next step."""
        self._open(NextStep(new_id(), ""), is_new=True)

    def add_recipient(self) -> None:
        """Ask for somebody who gets the protocol."""
        self._open(Recipient(new_id(), ""), is_new=True)

    def add_enclosure(self) -> None:
        """Ask for an enclosure."""
        self._open(Enclosure(new_id(), ""), is_new=True)

    def add_signature(self) -> None:
        """Ask for a line to sign on."""
        self._open(Signature(new_id(), ""), is_new=True)

    def open_item(self, key: str) -> None:
        """Open what stands in a row of any of the four tables."""
        for item in self._items():
            if item.id == key:
                self._open(item, is_new=False)

    def delete_item(self) -> None:
        """Delete the row the focus is on; elsewhere nothing."""
        keys = [table.key() for table in self.tables() if table.hasFocus()]
        for item in self._items():
            if item.id in keys:
                self._remove(item)

    def move_item(self, by: int) -> None:
        """Move the row the focus is on; elsewhere nothing."""
        for table in self.tables():
            if table.hasFocus():
                table.move_current(by)

    def _move(self, key: str, place: int) -> None:
        shown = self._shown
        for items in self._lists(shown) if shown is not None else ():
            moved = [item for item in items if item.id == key]
            rest = [item for item in items if item.id != key]
            if moved:
                self._arrange([*rest[:place], *moved, *rest[place:]])

    def _arrange(self, items: Sequence[ClosingItem]) -> None:
        page = self._page
        page.desk.ops.run(
            page,
            lambda ws: workshop_lists.arrange(ws, items),
            lambda _: page.accept_again(),
            page.refuse,
        )

    def _remove(self, item: ClosingItem) -> None:
        page = self._page
        page.desk.ops.run(
            page, lambda ws: workshop_lists.remove(ws, item), lambda _: page.accept_again()
        )

    def _open(self, item: ClosingItem, *, is_new: bool) -> None:
        page = self._page
        if isinstance(item, NextStep):
            StepDialog(page.desk, item, page, is_new=is_new).open()
        elif isinstance(item, Recipient):
            RecipientDialog(page.desk, item, page, is_new=is_new).open()
        elif isinstance(item, Enclosure):
            EnclosureDialog(page.desk, item, page, is_new=is_new).open()
        else:
            SignatureDialog(page.desk, item, page, is_new=is_new).open()

    def tables(self) -> Sequence[RowTable]:
        """Return the lists of the closing."""
        page = self._page
        return (page.steps, page.recipients, page.enclosures, page.signatures)

    def _items(self) -> Sequence[ClosingItem]:
        shown = self._shown
        return [item for items in self._lists(shown) for item in items] if shown else ()

    def _lists(self, shown: Preparation) -> Sequence[Sequence[ClosingItem]]:
        return (shown.next_steps, shown.recipients, shown.enclosures, shown.signatures)

    def _enclosure_row(self, item: Enclosure) -> Row:
        public = self.tr("yes") if item.public else self.tr("no")
        return Row(item.id, (Cell(item.title), Cell(public)))


def _step_row(item: NextStep) -> Row:
    due = typed_values.day_text(item.due) or item.due_text
    return Row(item.id, (Cell(due, tone="text2"), Cell(item.what), Cell(item.who)))
