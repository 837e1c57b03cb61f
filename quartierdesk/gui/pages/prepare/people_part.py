"""Who came: counted by attribute, and the voluntary list of names."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quartierdesk.domain import head_counts, typed_values
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.labels import next_label
from quartierdesk.domain.people import Participant
from quartierdesk.domain.workshop import HeadCount
from quartierdesk.errors import UserError
from quartierdesk.gui.pages.prepare.dialogs import CountDialog
from quartierdesk.gui.pages.prepare.person_dialog import PersonDialog
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.services import participants, workshop_lists
from quartierdesk.services.preparing import Preparation

if TYPE_CHECKING:
    from quartierdesk.gui.pages.prepare.page import PreparePage

_COUNT = 2


class PeoplePart(QObject):
    """Fills both tables of people and stores what is done in them."""

    def __init__(self, page: "PreparePage") -> None:
        super().__init__(page)
        self._page = page
        self._shown: Preparation | None = None
        for table in (page.counts, page.people):
            table.use(page.desk.look)
        page.people.allow_sorting()
        page.counts.written.connect(self._write_count)
        page.counts.entered.connect(self.open_count)
        page.people.entered.connect(self.open_person)
        page.count_button.clicked.connect(self.add_count)
        page.person_button.clicked.connect(self.add_person)

    def show(self, shown: Preparation, *, writable: bool) -> None:
        """Show counts and people."""
        self._shown = shown
        page = self._page
        page.counts.allow_writing(writable)
        for button in (page.count_button, page.person_button):
            button.setEnabled(writable)
        page.counts.show_rows(
            [
                Column(self.tr("Attribute"), share=2, least=9),
                Column(self.tr("Value"), share=3, least=11, main=True),
                Column(self.tr("How many"), right=True, editable=True),
            ],
            [self._count_row(item) for item in shown.head_counts],
        )
        totals = head_counts.totals(shown.head_counts)
        names = {code: name for name, code, _ in self._known()}
        told = [f"{names.get(code, code)}: {total}" for code, total in totals.items()]
        page.counts.setAccessibleDescription(", ".join(told))
        page.counts_heading.setToolTip(", ".join(told))
        page.people.show_rows(
            [
                Column(self.tr("No."), role="small"),
                Column(self.tr("Name"), share=3, least=14, main=True),
                Column(self.tr("Table"), right=True),
                Column(self.tr("Role"), share=2, role="small", least=12, may_hide=True),
                Column(self.tr("Contact"), role="small", may_hide=True),
                Column(self.tr("Photo"), role="small", may_hide=True),
            ],
            [self._person_row(each) for each in shown.participants],
        )
        amount = len(shown.participants)
        page.list_words.setText(self.tr("%Ln person(s)", "", amount) if amount else "")

    def add_count(self) -> None:
        """Ask for a count."""
        shown = self._shown
        if shown is not None:
            last = shown.head_counts[-1].attribute if shown.head_counts else head_counts.AGE
            item = HeadCount(new_id(), last, "", None)
            CountDialog(self._page.desk, item, self._known(), self._page, is_new=True).open()

    def open_count(self, key: str) -> None:
        """Open a count."""
        item = self._count(key)
        if item is not None:
            CountDialog(self._page.desk, item, self._known(), self._page, is_new=False).open()

    def delete_count(self) -> None:
        """Delete the current count."""
        item = self._count(self._page.counts.key())
        if item is not None:
            self._page.desk.ops.run(self._page, lambda ws: workshop_lists.remove(ws, item))

    def add_person(self) -> None:
        """Ask for somebody new on the list."""
        shown = self._shown
        if shown is not None and self._page.desk.writable:
            label = next_label("TN-", [each.label for each in shown.participants])
            self._open_person(Participant(new_id(), label), is_new=True)

    def open_person(self, key: str) -> None:
        """Open somebody on the list."""
        for person in self._shown.participants if self._shown else ():
            if person.id == key:
                self._open_person(person, is_new=False)

    def delete_person(self) -> None:
        """Take the current person off the list."""
        key = self._page.people.key()
        if key:
            self._page.desk.ops.run(self._page, lambda ws: participants.remove(ws, key))

    def _open_person(self, person: Participant, *, is_new: bool) -> None:
        shown, page = self._shown, self._page
        if shown is not None:
            PersonDialog(
                page.desk, person, shown.tables, shown.catalogues, page, is_new=is_new
            ).open()

    def _write_count(self, key: str, column: int, text: str) -> None:
        item = self._count(key)
        if item is None or column != _COUNT:
            return
        try:
            after = replace(item, count=typed_values.whole(text))
        except UserError as error:
            self._page.refuse(error)
            self._page.counts.write_in(key, column, text)
            return
        self._page.desk.ops.run(
            self._page,
            lambda ws: workshop_lists.edit(ws, item, after),
            lambda _: self._page.accept_again(),
            self._page.refuse,
        )

    def _count(self, key: str) -> HeadCount | None:
        items = self._shown.head_counts if self._shown else ()
        return next((item for item in items if item.id == key), None)

    def _known(self) -> list[tuple[str, str, Catalogue | None]]:
        """Return the attributes there are names for: name, code, catalogue of values."""
        known = self._shown.catalogues if self._shown else {}
        return [
            (self.tr("Age group"), "age_group", known.get("age_group")),
            (self.tr("Gender"), "gender", known.get("gender")),
            (self.tr("Role"), "role", known.get("participant_role")),
            (self.tr("District"), "district", None),
        ]

    def _count_row(self, item: HeadCount) -> Row:
        for name, code, catalogue in self._known():
            if code == item.attribute:
                entry = catalogue.find(item.value) if catalogue else None
                words = entry.label if entry else item.value
                return Row(item.id, (Cell(name, tone="text2"), Cell(words), Cell(str(item.count))))
        cells = (Cell(item.attribute, tone="text2"), Cell(item.value), Cell(str(item.count)))
        return Row(item.id, cells)

    def _person_row(self, person: Participant) -> Row:
        shown = self._shown
        assert shown is not None
        numbers = {table.id: str(table.number) for table in shown.tables}
        entry = shown.catalogues["participant_role"].find(person.role)
        given = {c.kind for c in person.consents if c.given}
        yes, no = self.tr("yes"), "–"
        return Row(
            person.id,
            (
                Cell(person.label, tone="muted"),
                Cell(person.name),
                Cell(numbers.get(person.table_id or "", "")),
                Cell(entry.label if entry else person.role, tone="text2"),
                Cell(yes if "contact" in given else no),
                Cell(yes if "photo" in given else no),
            ),
        )
