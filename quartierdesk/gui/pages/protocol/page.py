"""The page of the protocol."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QMenu, QPushButton, QWidget

from quartierdesk.domain.protocol import Length, ProtocolSettings
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.gui import pdf
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.page import Page
from quartierdesk.gui.pages.protocol.exporting import Exporting
from quartierdesk.gui.pages.protocol.findings import FindingLines
from quartierdesk.gui.pages.protocol.preview import Preview
from quartierdesk.gui.pages.protocol.printing import Printing
from quartierdesk.gui.pages.protocol.releases import ReleasesDialog, ToRelease
from quartierdesk.gui.pages.protocol.sections import SectionList
from quartierdesk.gui.pages.protocol.state import (
    Choices,
    ProtocolState,
    arranged,
    choices,
    read,
    section_rows,
    switched,
)
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.elided import ElidedLabel
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.notice import Notice
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services import protocol_pdf, protocols
from quartierdesk.services.protocol_pdf import Printable
from quartierdesk.services.workspaces import Changes, Workspace

_BLACK = "protocol.black"
_ONLY_CHOICES = frozenset({"protocol_settings"})
"""Kind of the changes after which the workshop's own record stays as it is."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn protocol: the file, its pages and headings, what no font could show."""

    data: bytes
    outline: pdf.Outline
    missing: tuple[str, ...]


class ProtocolPage(Page[Choices]):
    """Left the real PDF, right what stands in it; every choice is stored and drawn at once.

    The choices are shown first; the protocol itself follows as soon as it is made.
    """

    FORM = "protocol"
    DEPENDS_ON = None
    SLIM_RAIL = True

    preview: Preview
    smaller: KeyButton
    larger: KeyButton
    percent: QLabel
    pages: QLabel
    side: QFrame
    edition: Segments
    length: Segments
    black: QCheckBox
    notice: Notice
    sections: SectionList
    drawing: ElidedLabel
    pdf_button: KeyButton
    excel_button: QPushButton
    print_button: KeyButton
    more_button: KeyButton
    released: QLabel
    release_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._choices: Choices | None = None
        self._state: ProtocolState | None = None
        self._waiting: Callable[[ProtocolState], object] | None = None
        self._is_making = False
        self._record: WorkshopRecord | None = None
        self.drawn: Drawn | None = None
        self._lines = FindingLines(desk, self._review, self)
        self.exporting = Exporting(desk, self)
        self.printing = Printing(desk, self)
        self.preview.use(desk)
        self.sections.use(desk.look)
        self.black.setChecked(bool(desk.choice(_BLACK, False)))
        self._menu = QMenu(self)
        self.more_button.setMenu(self._menu)
        self._wire()
        self._offer()
        self.retranslate()
        self._fit()

    def query(self) -> Callable[[Workspace], Choices]:
        """Ask for what was chosen."""
        workshop_id = self.desk.workshop_id
        return lambda workspace: choices(workspace, workshop_id)

    def mark_stale(self, *_: object) -> None:
        """Ask everything again."""
        self._record = None
        super().mark_stale()

    def forget(self) -> None:
        """Show nothing of another file."""
        self._choices = self._state = self._record = self.drawn = self._waiting = None

    def refresh(self, rows: Choices) -> None:
        """Show the choices and make the protocol anew; until then the one of before stays."""
        if self._choices is None or self._choices.workshop_id != rows.workshop_id:
            self._state = self.drawn = self._waiting = None
        self._choices = rows
        state = self._state
        headings = {r.key: r.heading for r in state.sections if not r.empty} if state else None
        self.sections.sections.writable = self.desk.writable
        self.sections.show_rows(section_rows(rows.settings, headings))
        self.edition.set_value(rows.settings.edition)
        self.length.set_value(rows.settings.length)
        self.edition.setEnabled(self.desk.writable)
        self.length.setEnabled(self.desk.writable)
        self._show_released()
        self._make(rows.workshop_id)

    def _make(self, workshop_id: str) -> None:
        known, self._is_making = self._record, True
        self.desk.ops.ask(
            self,
            lambda workspace: read(workspace, workshop_id, known),
            self._show_state,
            latest="protocol/state",
        )

    def _show_state(self, state: ProtocolState) -> None:
        """Show what stands in the protocol and draw it."""
        self._state, self._is_making = state, False
        # Something may have changed while the question was on its way and nobody looks.
        self._record = None if self._stale else state.record
        self.sections.show_rows(state.sections)
        lines = self._lines.of(state.findings)
        self.notice.tell("warn", self.tr("Look at this before exporting") if lines else "", lines)
        self._draw(state.printable)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(state)

    def _with_state(self, follow: Callable[[ProtocolState], object]) -> None:
        """Do something with the protocol as it was chosen; while it is being made, afterwards."""
        if self._is_making or self._state is None:
            self._waiting = follow
        else:
            follow(self._state)

    def focus_first(self) -> None:
        """Put the focus on the list of sections."""
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_changed(self) -> None:
        """Give the panel the width of its words."""
        self._fit()
        super().look_changed()

    def retranslate(self) -> None:
        """Set the words of choices and menu."""
        self.edition.set_choices(
            (("public", self.tr("Public"), ""), ("internal", self.tr("Internal"), "lock"))
        )
        self.length.set_choices(
            (
                ("documentation", self.tr("Complete"), ""),
                ("short", self.tr("Short"), ""),
                ("instant", self.tr("At once"), ""),
            )
        )
        if self._choices is not None:
            self.edition.set_value(self._choices.settings.edition)
            self.length.set_value(self._choices.settings.length)
        self._show_released()
        self.preview.setAccessibleName(self.tr("Preview of the minutes"))
        self._show_zoom()

    def _note(self, changes: Changes) -> None:
        if changes.kinds == _ONLY_CHOICES:
            super().mark_stale()
        else:
            self.mark_stale()

    def _wire(self) -> None:
        self.smaller.clicked.connect(lambda: self.preview.zoom(-1))
        self.larger.clicked.connect(lambda: self.preview.zoom(1))
        self.preview.zoomed.connect(lambda _: self._show_zoom())
        self.preview.page_changed.connect(self._show_page)
        self.edition.chosen.connect(self._choose_edition)
        self.length.chosen.connect(self._choose_length)
        self.black.toggled.connect(self._choose_black)
        self.sections.wanted.connect(self._show_section)
        self.sections.sections.switched.connect(self._switch)
        self.sections.sections.arranged.connect(self._arrange)
        self.excel_button.clicked.connect(lambda: self._export("xlsx"))
        self.pdf_button.clicked.connect(self._save_pdf)
        self.print_button.clicked.connect(self._print)
        self.release_button.clicked.connect(self._release)

    def _offer(self) -> None:
        """Offer what can be done, for keys, the command search and the menu."""
        look = self.add_action
        look(self.tr("Save minutes as PDF …"), self._save_pdf, "Ctrl+E", writes=False)
        look(self.tr("Print minutes …"), self._print, "Ctrl+P", writes=False)
        look(self.tr("Release minutes …"), self._release, writes=False)
        excel = look(
            self.tr("Save as Excel workbook …"), lambda: self._export("xlsx"), writes=False
        )
        others = [
            look(self.tr("Print at once (1–2 pages) …"), self._print_at_once, writes=False),
            look(self.tr("Save contributions as CSV …"), lambda: self._export("csv"), writes=False),
            look(self.tr("Save workshop as JSON …"), lambda: self._export("json"), writes=False),
        ]
        for action in (*others, excel):
            self._menu.addAction(action)

    def _draw(self, what: Printable) -> None:
        black = self.black.isChecked()
        if self.drawn is None:
            self.drawing.setText(self.tr("The minutes are being drawn …"))
        self.desk.ops.draw(
            self,
            lambda ticket: draw(what, ticket, black=black),
            self._show_drawn,
            latest="protocol",
        )

    def _show_drawn(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.preview.show_pdf(drawn.data, drawn.outline)
        self.drawing.setText(self._about(drawn))
        state = self._state
        if state is not None:
            found = {row.key: drawn.outline.page_of(row.heading) for row in state.sections}
            pages = {key: page + 1 for key, page in found.items() if page is not None}
            self.sections.sections.show_pages(pages)

    def _about(self, drawn: Drawn) -> str:
        if drawn.missing:
            letters = " ".join(drawn.missing[:8])
            return self.tr("No font shows these characters: {}").format(letters)
        return ""

    def _show_page(self, page: int, pages: int) -> None:
        self.pages.setText(self.tr("Page {} of {}").format(page + 1, pages))

    def _show_zoom(self) -> None:
        self.percent.setText(f"{self.preview.percent} %")

    def _show_section(self, key: str) -> None:
        state, drawn = self._state, self.drawn
        heading = next((r.heading for r in state.sections if r.key == key), "") if state else ""
        page = drawn.outline.page_of(heading) if drawn else None
        if page is not None:
            self.preview.go_to_page(page)

    def _choose_edition(self, value: str) -> None:
        self._change(lambda s: replace(s, edition=cast("Edition", value)))

    def _choose_length(self, value: str) -> None:
        self._change(lambda s: replace(s, length=cast("Length", value)))

    def _choose_black(self, black: bool) -> None:
        self.desk.remember(_BLACK, black)
        if self._state is not None:
            self._draw(self._state.printable)

    def _switch(self, key: str, shown: bool) -> None:
        self._change(lambda s: switched(s, key, shown=shown))

    def _arrange(self, keys: list[str]) -> None:
        self._change(lambda s: arranged(s, tuple(keys)))

    def _change(self, edit: Callable[[ProtocolSettings], ProtocolSettings]) -> None:
        now = self._choices
        if now is None:
            return
        chosen = edit(now.settings)
        if chosen == now.settings:
            return
        self._choices = replace(now, settings=chosen)
        self._is_making = True
        self.desk.ops.run(
            self, lambda ws: protocols.set_settings(ws, now.workshop_id, chosen), None, self._undo
        )

    def _undo(self, error: UserError) -> None:
        self.desk.ops.refused.emit(error)
        self.mark_stale()

    def _review(self) -> None:
        self._with_state(self.exporting.review)

    def _export(self, kind: str) -> None:
        self._with_state(lambda state: self.exporting.export(state, kind))

    def _save_pdf(self) -> None:
        black = self.black.isChecked()
        self._with_state(lambda state: self.exporting.save_pdf(state, black=black))

    def _print(self) -> None:
        black = self.black.isChecked()
        self._with_state(lambda state: self.printing.ask(state.printable, black=black))

    def _print_at_once(self) -> None:
        """Print the one or two pages for people who are about to leave."""
        now = self._choices
        if now is None:
            return
        chosen = replace(now.settings, length="instant")
        black = self.black.isChecked()
        self.desk.ops.ask(
            self,
            lambda ws: protocol_pdf.printable(ws, now.workshop_id, chosen),
            lambda what: self.printing.ask(what, black=black),
        )

    def _release(self) -> None:
        """Show the released versions, with the next one to release."""
        self._with_state(self._show_releases)

    def _show_releases(self, state: ProtocolState) -> None:
        signs = [each for each in state.findings if each.kind == "personal_data"]
        places = len(signs) if state.settings.edition == "public" else 0
        what = ToRelease(state.workshop_id, state.title, state.settings, places)
        dialog = ReleasesDialog(self.desk, what, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_released(self) -> None:
        last = self._choices.released if self._choices is not None else None
        if last is None:
            self.released.setText(self.tr("Not released yet"))
            return
        day = self.desk.clock(last.released_at).strftime("%d.%m.%Y")
        self.released.setText(self.tr("Version {} released on {}").format(last.version, day))

    def _fit(self) -> None:
        self.side.setFixedWidth(self.desk.look.sizes.panel)


def draw(what: Printable, ticket: Ticket, *, black: bool) -> Drawn:
    """Return the PDF of a protocol with its outline; stops when nobody wants it any more."""
    stream = io.BytesIO()
    printed = protocol_pdf.render(what, stream, black=black, cancelled=ticket.shall_stop)
    data = stream.getvalue()
    return Drawn(data, pdf.outline(data), printed.missing_characters)
