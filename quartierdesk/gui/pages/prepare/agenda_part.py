"""The agenda: written in place, moved with keys, begun from a template."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quartierdesk.domain import agenda, typed_values
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import AgendaItem
from quartierdesk.errors import UserError
from quartierdesk.gui.pages.prepare.dialogs import AgendaDialog
from quartierdesk.gui.widgets.row_delegate import Sign
from quartierdesk.gui.widgets.row_model import Cell, Column, Row
from quartierdesk.services import beginnings, preparing
from quartierdesk.services.preparing import Preparation

if TYPE_CHECKING:
    from quartierdesk.gui.pages.prepare.page import PreparePage

_START, _LENGTH, _WHAT, _METHOD, _WHO = range(5)


class AgendaPart(QObject):
    """Fills the table of the agenda and stores what is done in it."""

    def __init__(self, page: "PreparePage") -> None:
        super().__init__(page)
        self._page = page
        self._items: tuple[AgendaItem, ...] = ()
        self._methods: Catalogue | None = None
        self._fresh = ""
        page.agenda.use(page.desk.look)
        page.agenda.high_as_rows = True
        page.agenda.written.connect(self._write)
        page.agenda.entered.connect(self.open_item)
        page.agenda.moved.connect(self._move)
        page.item_button.clicked.connect(self.add_item)
        page.templates.wanted.connect(self.take_template)

    def show(self, shown: Preparation, *, writable: bool) -> None:
        """Show the agenda."""
        page = self._page
        self._items, self._methods = shown.agenda, shown.catalogues["method"]
        page.agenda.allow_writing(writable)
        page.agenda.allow_moving(writable)
        page.item_button.setEnabled(writable)
        page.agenda.show_rows(self._columns(), [self._row(item) for item in shown.agenda])
        page.agenda_words.setText(self._words())
        kind = shown.workshop.format
        known = shown.catalogues["workshop_format"].find_label(kind)
        page.templates.offer(page.desk.look, known.code if known else kind, writable=writable)
        if self._fresh and page.agenda.rows.place_of(self._fresh) >= 0:
            fresh, self._fresh = self._fresh, ""
            page.agenda.setFocus()
            page.agenda.write_in(fresh, _WHAT)

    def add_item(self) -> None:
        """Put a new item below the current one and write its name."""
        at = self._place() + 1
        item = AgendaItem(new_id(), self.tr("New item"), who="")
        self._fresh = item.id
        self._store(agenda.inserted(self._items, at, item), self.tr("Item added to the agenda"))

    def open_item(self, key: str) -> None:
        """Open an item with all that is known of it."""
        item = next((each for each in self._items if each.id == key), None)
        if item is not None and self._methods is not None:
            AgendaDialog(self._page.desk, item, self._methods, self._page).open()

    def delete_item(self) -> None:
        """Delete the current item; it can be taken back."""
        at = self._place()
        if at >= 0:
            left = [item for place, item in enumerate(self._items) if place != at]
            self._store(left, self.tr("Item deleted from the agenda"))

    def take_template(self, code: str) -> None:
        """Replace the agenda by that of a template."""
        start = self._items[0].start if self._items else None
        workshop_id, desk = self._page.desk.workshop_id, self._page.desk
        told = self.tr("The agenda was replaced. Ctrl+Z brings the old one back.")
        desk.ops.run(
            self._page,
            lambda ws: beginnings.apply_template(ws, workshop_id, code, start),
            lambda _: desk.tell(told),
            self._page.refuse,
        )

    def _move(self, key: str, place: int) -> None:
        """Put an item elsewhere; lengths stay, times follow."""
        at = self._page.agenda.rows.place_of(key)
        self._store(agenda.moved(self._items, at, place), self.tr("Item moved"))

    def _place(self) -> int:
        return self._page.agenda.rows.place_of(self._page.agenda.key())

    def _write(self, key: str, column: int, text: str) -> None:
        """Store what was written into a cell."""
        at = self._page.agenda.rows.place_of(key)
        try:
            after = self._changed(at, column, text)
        except UserError as error:
            self._page.refuse(error)
            self._page.agenda.write_in(key, column, text)
            return
        self._store(after, self.tr("Agenda changed"))

    def _changed(self, at: int, column: int, text: str) -> list[AgendaItem]:
        items = self._items
        if column == _START:
            return agenda.with_start(items, at, typed_values.clock(text))
        if column == _LENGTH:
            minutes = typed_values.minutes(text)
            if minutes is None:
                return [
                    replace(each, end=None) if place == at else each
                    for place, each in enumerate(items)
                ]
            return agenda.with_minutes(items, at, minutes)
        changed = self._named(items[at], column, text)
        return [changed if place == at else each for place, each in enumerate(items)]

    def _named(self, item: AgendaItem, column: int, text: str) -> AgendaItem:
        if column == _METHOD:
            entry = self._methods.find_label(text) if self._methods else None
            return replace(item, method=entry.code if entry else text.strip())
        if column == _WHAT and not text.strip():
            raise UserError(self.tr("The item has no name."), self.tr("Please write what happens."))
        if column == _WHAT:
            return replace(item, title=text.strip())
        return replace(item, who=text.strip())

    def _store(self, after: Sequence[AgendaItem], what: str) -> None:
        before, desk = self._items, self._page.desk
        workshop_id = desk.workshop_id
        desk.ops.run(
            self._page,
            lambda ws: preparing.store_agenda(ws, workshop_id, before, after, what),
            lambda _: self._page.accept_again(),
            self._page.refuse,
        )

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Start"), right=True, editable=True),
            Column(self.tr("Duration"), right=True, editable=True),
            Column(self.tr("What"), share=5, editable=True, least=18, main=True),
            Column(self.tr("Method"), 2, editable=True, role="small", least=14, may_hide=True),
            Column(self.tr("Who"), share=2, editable=True, role="small", least=7, may_hide=True),
            Column("", role="small"),
        ]

    def _row(self, item: AgendaItem) -> Row:
        minutes = agenda.minutes_of(item)
        entry = self._methods.find(item.method) if self._methods else None
        length = self.tr("{0} min").format(minutes) if minutes is not None else ""
        hidden = "" if item.public else self.tr("internal")
        notes = self.tr("with notes: {0}").format(item.notes) if item.notes else ""
        sign = Sign("icon", "text2", "eye-off" if hidden else "file-text")
        return Row(
            item.id,
            (
                Cell(typed_values.clock_text(item.start), strong=True),
                Cell(length, tone="text2"),
                Cell(item.title),
                Cell(entry.label if entry else item.method, tone="text2"),
                Cell(item.who, tone="text2"),
                Cell(
                    "", sign=sign if hidden or notes else None, spoken=f"{hidden} {notes}".strip()
                ),
            ),
        )

    def _words(self) -> str:
        """Return from when to when it goes, how long, and whether there are gaps.

        Of an agenda without items, say how one comes to have some.
        """
        if not self._items:
            return self.tr("Choose a template, or begin freely.")
        found = agenda.course(self._items)
        if found is None:
            return ""
        hours, minutes = divmod(found.minutes, 60)
        length = self.tr("{0} h {1} min").format(hours, minutes)
        parts = [
            self.tr("{0} to {1}").format(
                typed_values.clock_text(found.start), typed_values.clock_text(found.end)
            ),
            length,
        ]
        if found.gap:
            parts.append(self.tr("{0} min without an item").format(found.gap))
        if found.overlap:
            parts.append(self.tr("{0} min taken twice").format(found.overlap))
        if not found.gap and not found.overlap:
            parts.append(self.tr("without gaps"))
        return ", ".join(parts)
