"""Vorbereiten: everything that is settled before people come."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import TopicTable
from quartierdesk.errors import UserError
from quartierdesk.gui import choices
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.prepare.agenda_part import AgendaPart
from quartierdesk.gui.pages.prepare.closing_part import ClosingPart
from quartierdesk.gui.pages.prepare.dialogs import TableDialog
from quartierdesk.gui.pages.prepare.fields_dialog import FieldsDialog
from quartierdesk.gui.pages.prepare.frame_fields import FrameFields
from quartierdesk.gui.pages.prepare.handout_dialog import HandoutDialog
from quartierdesk.gui.pages.prepare.people_part import PeoplePart
from quartierdesk.gui.pages.prepare.quarter_dialog import QuarterDialog
from quartierdesk.gui.pages.prepare.table_chips import TableChips
from quartierdesk.gui.pages.prepare.template_cards import TemplateCards
from quartierdesk.gui.places import Place
from quartierdesk.gui.widgets.day_edit import DayEdit
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.notice import Notice
from quartierdesk.gui.widgets.page_stack import PageStack
from quartierdesk.gui.widgets.prose import height_of_lines
from quartierdesk.gui.widgets.row_table import RowTable
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import preparing, workshops
from quartierdesk.services.preparing import Preparation

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Workspace

_FRAME, _MORE, _PEOPLE, _CLOSING = "frame", "more", "people", "closing"
_LEAST_ROWS = 6
_FEWEST_LINES, _MOST_LINES = 3, 9
_BOUND = (
    *("guiding_question", "start", "end", "place", "organiser", "facilitation"),
    *("field_catalogue", "subtitle", "format", "minutes_by", "occasion", "goal"),
    *("civil_partner", "funding_reference", "notice", "notes", "invitation_channels"),
    *("accessibility_provided", "rules", "participants_registered", "participants_present"),
    *("feedback_returned", "participants_source", "missing_groups", "smallest_count"),
)
"""Fields of the workshop whose input has the same name."""


class PreparePage(Page[Preparation]):
    """The frame of a workshop."""

    FORM = "prepare"
    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset(
        {
            "workshop",
            "quarter",
            "municipality",
            "agenda_item",
            "topic_table",
            "head_count",
            "participant",
            "consent",
            "catalogue_item",
            "next_step",
            "recipient",
            "enclosure",
            "signature",
        }
    )

    view_choice: Segments
    refused: Notice
    views: PageStack
    frame_view: QWidget
    frame_scroll: QScrollArea
    frame_body: QWidget
    title_edit: QLineEdit
    guiding_question: QPlainTextEdit
    quarter: QComboBox
    date_edit: DayEdit
    start: QLineEdit
    end: QLineEdit
    place: QLineEdit
    organiser: QLineEdit
    facilitation: QLineEdit
    field_catalogue: QComboBox
    fields_button: KeyButton
    quarter_button: KeyButton
    agenda_scroll: QScrollArea
    agenda_body: QWidget
    agenda_words: ElidedLabel
    item_button: KeyButton
    templates: TemplateCards
    agenda: RowTable
    table_button: KeyButton
    tables_words: ElidedLabel
    tables: TableChips
    print_button: KeyButton
    more_view: QWidget
    more_scroll: QScrollArea
    more_body: QWidget
    subtitle: QLineEdit
    format: QComboBox
    minutes_by: QLineEdit
    occasion: QPlainTextEdit
    goal: QPlainTextEdit
    civil_partner: QLineEdit
    funding_reference: QLineEdit
    notice: QPlainTextEdit
    notes: QPlainTextEdit
    invitation_channels: QPlainTextEdit
    accessibility_provided: QPlainTextEdit
    rules: QPlainTextEdit
    methods: QListWidget
    people_view: QWidget
    people_scroll: QScrollArea
    people_body: QWidget
    participants_registered: QLineEdit
    participants_present: QLineEdit
    feedback_returned: QLineEdit
    participants_source: QLineEdit
    missing_groups: QLineEdit
    smallest_count: QLineEdit
    counts_heading: QLabel
    count_button: KeyButton
    counts: RowTable
    list_words: ElidedLabel
    person_button: KeyButton
    people: RowTable
    closing_view: QWidget
    closing_scroll: QScrollArea
    closing_body: QWidget
    step_button: KeyButton
    steps: RowTable
    recipient_button: KeyButton
    recipients: RowTable
    enclosure_button: KeyButton
    enclosures: RowTable
    signature_button: KeyButton
    signatures: RowTable

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Preparation | None = None
        self._fields = FrameFields(self, self._bound())
        self.agenda_part = AgendaPart(self)
        self.people_part = PeoplePart(self)
        self.closing_part = ClosingPart(self)
        self.agenda.least_rows = self.counts.least_rows = _LEAST_ROWS
        self._connect()
        self._offer_actions()
        self.retranslate()
        desk.look.dress(self)
        self._fit()

    def query(self) -> "Callable[[Workspace], Preparation]":
        """Return the question for everything that was prepared."""
        workshop_id = self.desk.workshop_id
        return lambda ws: preparing.of_workshop(ws, workshop_id)

    def refresh(self, rows: Preparation) -> None:
        """Show what is stored; what is being typed stays."""
        other = self._shown is None or self._shown.workshop.id != rows.workshop.id
        self._shown, writable = rows, self.desk.writable
        if other:
            self.refused.clear()
        self._offer_choices(rows)
        self._fields.show(rows.workshop, writable=writable)
        self._fit_lists()
        self.agenda_part.show(rows, writable=writable)
        self.people_part.show(rows, writable=writable)
        self.closing_part.show(rows, writable=writable)
        self.tables.show_tables(self.desk.look, rows.tables, rows.catalogues["action_field"])
        self.table_button.setEnabled(writable)
        self.tables_words.setVisible(not rows.tables)
        self.methods.setEnabled(writable)

    def go_to(self, place: Place) -> None:
        """Show the part that holds a field and go there."""
        found = self.findChild(QWidget, place.field) if place.field else None
        if found is not None:
            for key, view in self._parts().items():
                if view.isAncestorOf(found):
                    self.show_part(key)
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus where work on the part that is shown begins."""
        first = {
            _FRAME: self.title_edit,
            _MORE: self.subtitle,
            _PEOPLE: self.people,
            _CLOSING: self.steps,
        }
        first[self.view_choice.value() or _FRAME].setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Store what is typed."""
        self._fields.store_all()

    def look_changed(self) -> None:
        """Take on another theme or text size."""
        if self._shown is not None:
            self.refresh(self._shown)
        self._fit()
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        self.view_choice.set_choices(
            (
                (_FRAME, self.tr("Frame and agenda"), ""),
                (_MORE, self.tr("Invitation and rules"), ""),
                (_PEOPLE, self.tr("People"), ""),
                (_CLOSING, self.tr("Closing"), ""),
            )
        )
        if self._shown is not None:
            self.refresh(self._shown)

    def show_part(self, key: str) -> None:
        """Show another part of the preparation."""
        self.view_choice.set_value(key)
        self.views.setCurrentWidget(self._parts()[key])

    def refuse(self, error: UserError) -> None:
        """Say at the top why something was not stored; what was typed stays."""
        self.refused.tell("err", str(error))

    def accept_again(self) -> None:
        """Take back what was said: something was stored since."""
        self.refused.clear()

    def add_table(self) -> None:
        """Ask for one more table."""
        shown = self._shown
        if shown is not None and self.desk.writable:
            number = max((table.number for table in shown.tables), default=0) + 1
            self._open_table(TopicTable(new_id(), number), is_new=True)

    def open_table(self, key: str) -> None:
        """Open a table with topic and host."""
        for table in self._shown.tables if self._shown else ():
            if table.id == key:
                self._open_table(table, is_new=False)

    def edit_fields(self) -> None:
        """Open the entries of the catalogue of action fields."""
        FieldsDialog(self.desk, self).open()

    def edit_quarter(self) -> None:
        """Open what is known of the municipality and the quarter."""
        shown = self._shown
        if shown is None:
            return
        home = shown.home()
        if home is None:
            gone = self.tr("The municipality or the quarter of this workshop was deleted.")
            self.refuse(
                UserError(gone, self.tr("Please choose another one in the field “Quarter”."))
            )
            return
        kinds = shown.catalogues["quarter_kind"]
        QuarterDialog(self.desk, shown.workshop, home, kinds, self).open()

    def print_sheets(self) -> None:
        """Offer the sheets for the room."""
        self.keep_drafts()
        HandoutDialog(self.desk, self).open()

    def _bound(self) -> dict[str, QWidget]:
        own = {"title": self.title_edit, "date": self.date_edit, "quarter_id": self.quarter}
        return {**own, **{name: getattr(self, name) for name in _BOUND}}

    def _parts(self) -> dict[str, QWidget]:
        return {
            _FRAME: self.frame_view,
            _MORE: self.more_view,
            _PEOPLE: self.people_view,
            _CLOSING: self.closing_view,
        }

    def _connect(self) -> None:
        self.view_choice.chosen.connect(self.show_part)
        self.table_button.clicked.connect(self.add_table)
        self.tables.wanted.connect(self.open_table)
        self.fields_button.clicked.connect(self.edit_fields)
        self.quarter_button.clicked.connect(self.edit_quarter)
        self.print_button.clicked.connect(self.print_sheets)
        self.methods.itemChanged.connect(lambda _: self._store_methods())

    def _offer_actions(self) -> None:
        add, agenda, people = self.add_action, self.agenda_part, self.people_part
        add(self.tr("New item of the agenda"), agenda.add_item, "Ins")
        add(self.tr("All about the item …"), lambda: agenda.open_item(self.agenda.key()), "F4")
        add(
            self.tr("Move up"),
            lambda: self._move_row(-1),
            "Alt+Up",
            unless=lambda: self._cannot_move(-1),
        )
        add(
            self.tr("Move down"),
            lambda: self._move_row(1),
            "Alt+Down",
            unless=lambda: self._cannot_move(1),
        )
        add(self.tr("Delete the row"), self._delete_row, "Del", unless=self._no_row)
        add(self.tr("New table …"), self.add_table, "Ctrl+Shift+T")
        add(self.tr("Person on the attendance list …"), people.add_person, "Ctrl+N")
        add(self.tr("Head-count …"), people.add_count)
        closing = self.closing_part
        add(self.tr("Next step …"), closing.add_step)
        add(self.tr("Recipient of the minutes …"), closing.add_recipient)
        add(self.tr("Enclosure …"), closing.add_enclosure)
        add(self.tr("Signature …"), closing.add_signature)
        add(self.tr("Entries of the action fields …"), self.edit_fields, writes=False)
        add(self.tr("Municipality and quarter …"), self.edit_quarter, writes=False)
        add(self.tr("Print sheets for the room …"), self.print_sheets, "Ctrl+P", writes=False)
        for key, words in (
            (_FRAME, self.tr("Show frame and agenda")),
            (_MORE, self.tr("Show invitation and rules")),
            (_PEOPLE, self.tr("Show people")),
            (_CLOSING, self.tr("Show closing")),
        ):
            self._offer_part(words, key)

    def _offer_part(self, words: str, key: str) -> None:
        def is_shown() -> str:
            there = self.views.currentWidget() is self._parts()[key]
            return self.tr("That is shown already.") if there else ""

        self.add_action(words, lambda: self.show_part(key), writes=False, unless=is_shown)

    def _tables_with_focus(self) -> list[RowTable]:
        lists = (self.agenda, self.counts, self.people, *self.closing_part.tables())
        return [table for table in lists if table.hasFocus() and table.key()]

    def _no_row(self) -> str:
        return "" if self._tables_with_focus() else self.tr("Please choose a row in a table first.")

    def _cannot_move(self, by: int) -> str:
        closing = self.views.currentWidget() is self.closing_view
        for table in self._tables_with_focus() if closing else [self.agenda]:
            at = table.rows.place_of(table.key())
            if at >= 0 and not 0 <= at + by < len(table.rows.rows):
                return self.tr("The row is at the end already.")
            if at >= 0:
                return ""
        return self.tr("Please choose a row in a table first.")

    def _move_row(self, by: int) -> None:
        """Move the row of the closing the focus is on; elsewhere that of the agenda."""
        if self.views.currentWidget() is self.closing_view:
            self.closing_part.move_item(by)
        else:
            self.agenda.move_current(by)

    def _delete_row(self) -> None:
        """Delete the row the focus is on; elsewhere the key deletes nothing."""
        if self.agenda.hasFocus():
            self.agenda_part.delete_item()
        elif self.counts.hasFocus():
            self.people_part.delete_count()
        elif self.people.hasFocus():
            self.people_part.delete_person()
        else:
            self.closing_part.delete_item()

    def _open_table(self, table: TopicTable, *, is_new: bool) -> None:
        shown = self._shown
        if shown is not None:
            fields = shown.catalogues["action_field"]
            TableDialog(self.desk, table, fields, shown.participants, self, is_new=is_new).open()

    def _offer_choices(self, rows: Preparation) -> None:
        workshop = rows.workshop
        quarters = [(quarter.name, quarter.id) for quarter in rows.quarters]
        fields = [(catalogue.title, catalogue.code) for catalogue in rows.field_catalogues]
        choices.offer_pairs(self.quarter, quarters, workshop.quarter_id)
        choices.offer_pairs(self.field_catalogue, fields, workshop.field_catalogue)
        formats = rows.catalogues["workshop_format"]
        choices.offer(self.format, formats, workshop.format, self.tr("Not stated"))
        methods = [(entry.label, entry.code) for entry in rows.catalogues["method"].entries]
        with QSignalBlocker(self.methods):
            row, top = self.methods.currentRow(), self.methods.verticalScrollBar().value()
            choices.offer_checks(self.methods, methods, workshop.methods)
            self.methods.setCurrentRow(row)
            self.methods.verticalScrollBar().setValue(top)

    def _store_methods(self) -> None:
        if self._shown is None or not self.desk.writable:
            return
        before = self._shown.workshop
        after = replace(before, methods=choices.checked(self.methods, before.methods))
        self.desk.ops.run(self, lambda ws: workshops.edit(ws, before, after), None, self.refuse)

    def _fit_lists(self) -> None:
        """Let fields with one entry a line show all of them; prose has a few lines at least."""
        for field in (self.invitation_channels, self.accessibility_provided, self.rules):
            lines = max(_FEWEST_LINES, min(field.blockCount() + 1, _MOST_LINES))
            field.setFixedHeight(height_of_lines(field, lines))
        for field in (self.occasion, self.goal, self.notice, self.notes):
            field.setMinimumHeight(height_of_lines(field, _FEWEST_LINES))

    def _fit(self) -> None:
        """Give what scrolls the width its fields need."""
        lines = _FEWEST_LINES + int(self.desk.look.sizes.rail_is_slim)  # larger text breaks earlier
        self.guiding_question.setFixedHeight(height_of_lines(self.guiding_question, lines))
        self._fit_lists()
        # With large text the page has no room to spare, and a day is scrolled to its end.
        large = self.desk.look.sizes.rail_is_slim
        self.date_edit.setMinimumWidth(0 if large else self.date_edit.whole_day())
        bar = self.desk.look.sizes.icon(16)
        for scroll, body in (
            (self.frame_scroll, self.frame_body),
            (self.agenda_scroll, self.agenda_body),
            (self.more_scroll, self.more_body),
            (self.people_scroll, self.people_body),
            (self.closing_scroll, self.closing_body),
        ):
            if layout := body.layout():
                layout.invalidate()
                layout.activate()  # else it would tell what its fields needed before
            scroll.setMinimumWidth(body.minimumSizeHint().width() + bar)
