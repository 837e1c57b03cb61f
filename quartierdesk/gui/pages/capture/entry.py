"""What happens at the line: storing, editing, counting mentions, keeping what is half-typed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quartierdesk import services
from quartierdesk.domain.capture_line import ParsedLine, parse
from quartierdesk.domain.capture_typing import line_of
from quartierdesk.domain.capture_words import Vocabulary
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.text import LONGEST_TEXT, says_something
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.numbers import number
from quartierdesk.gui.pages.capture.below_line import CandidateRow, KindCodes
from quartierdesk.gui.pages.capture.drafts import DraftKeeper
from quartierdesk.gui.pages.capture.faces import CardFaces
from quartierdesk.gui.pages.capture.line import CaptureLine
from quartierdesk.gui.pages.capture.rows import CaptureRows
from quartierdesk.gui.pages.capture.said_before import SaidBeforeHint
from quartierdesk.gui.pages.capture.table_button import TableButton
from quartierdesk.gui.ticket import Ticket
from quartierdesk.gui.widgets.notice import Notice, NoticeLine
from quartierdesk.services.half_typed import HalfTyped

if TYPE_CHECKING:
    from quartierdesk.services.similar import SaidBefore
    from quartierdesk.services.workspaces import Workspace


class EntryWidgets(Protocol):
    """The widgets of the entry, as the page has them from its form."""

    line: CaptureLine
    table: TableButton
    candidates: CandidateRow
    codes: KindCodes
    said: SaidBeforeHint
    refusal: Notice


@dataclass(frozen=True, slots=True)
class _Editing:
    """The card that the line changes, what the line said about it, and the table before."""

    card: Contribution
    taken: ParsedLine
    table: int | None


@dataclass(frozen=True, slots=True)
class _Pending:
    """Text on its way to the disk, and the table at which is captured afterwards."""

    text: str
    table: int | None


@dataclass(frozen=True, slots=True)
class Stored:
    """A card that was captured, or of which one more mention was counted (then how many)."""

    id: str
    label: str
    mentions: int = 0


class Entry(QObject):
    """The line with all around it.

    `stored` tells what is on disk (`Stored`), `dialog_wanted` a card that can only be edited in its
    dialog, `table_changed` that another table is the current one.
    """

    stored = Signal(object)
    dialog_wanted = Signal(str)
    table_changed = Signal()

    def __init__(self, desk: Desk, widgets: EntryWidgets, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widgets = widgets
        self._known = Vocabulary()
        self._faces = CardFaces()
        self._file: Path | None = None
        self._workshop_id = ""
        self._pending: _Pending | None = None
        self._ticket: Ticket | None = None
        self._waiting: list[str] = []
        self._editing: _Editing | None = None
        self._dismissed = ""
        self._refused = ""
        self._asked = ""
        self._question: Ticket | None = None
        self.table: int | None = None
        self.drafts = DraftKeeper(desk, self._half_typed, self)
        line = widgets.line
        line.read.connect(self._note_read)
        line.entered.connect(self.store)
        line.mention_wanted.connect(self.count_mention)
        line.given_up.connect(self.give_up)
        widgets.said.counted.connect(self.count_mention)
        widgets.candidates.taken.connect(self._take)
        widgets.codes.chosen.connect(self._choose_kind)
        widgets.table.chosen.connect(lambda number: self.choose_table(number or None))

    def show(self, rows: CaptureRows) -> None:
        """Know the words and tables; another workshop brings its half-typed text."""
        self._known, self._faces = rows.known, rows.faces
        widgets = self._widgets
        widgets.line.know(self._known)
        widgets.candidates.use(self._faces)
        widgets.codes.use(self._known, self._faces)
        widgets.table.offer(rows.tables)
        file = self._desk.file.path if self._desk.file else None
        if (file, rows.workshop_id) != (self._file, self._workshop_id):
            self._file, self._workshop_id = file, rows.workshop_id
            self._pending, self._editing = None, None
            self._waiting.clear()
            self._ask_no_more()
            self._take_up(rows.typed)
        self._show_state()

    def store(self) -> None:
        """Store what stands in the line; it stays there until it is on disk.

        What is typed and entered meanwhile waits behind it for its turn; where what is on its way
        was changed in the line, nobody can say what is new, and it is to be entered once more.
        """
        line = self._widgets.line
        if self._pending is None:
            self._store(line.line, line.parsed)
            return
        on_the_way = "".join((self._pending.text, *self._waiting))
        entered = line.line.removeprefix(on_the_way)
        if line.line.startswith(on_the_way) and entered.strip():
            self._waiting.append(entered)

    def _store(self, text: str, parsed: ParsedLine) -> None:
        if not parsed.text.strip():
            if self._acts_without_text(parsed):
                self._widgets.line.drop_front(text)
            return
        workshop_id, table, editing = self._workshop_id, self.table, self._editing
        self._pending = _Pending(text, editing.table if editing else parsed.table or table)

        def work(workspace: "Workspace") -> Stored | None:
            if editing is not None:
                services.capturing.edit_line(workspace, editing.card, editing.taken, parsed, table)
                return None
            card = services.capturing.store_line(workspace, workshop_id, parsed, table)
            return Stored(card.id, card.label)

        self._run(work)

    def _store_next(self) -> None:
        """Store what was entered while the card before was on its way."""
        while self._waiting and self._pending is None:
            text = self._waiting.pop(0)
            literal = {place for place in self._widgets.line.literal if place < len(text)}
            self._store(text, parse(text, self._known, literal, len(text)))

    def _run(self, work: "Callable[[Workspace], Stored | None]") -> None:
        self._ask_no_more()
        self._ticket = self._desk.ops.run(self, work, self._note_stored, self._refuse)
        self._ticket.finished.connect(self._note_end)

    def _note_end(self) -> None:
        """Take Enter again after what ended with neither a card nor a sentence."""
        error = self._ticket.error if self._ticket is not None else None
        if error is not None and not isinstance(error, UserError):
            self._pending = None
            self._waiting.clear()
            self.drafts.note()

    def count_mention(self) -> None:
        """Count what stands in the line as one more mention of the card that is offered."""
        said = self._widgets.said.said
        if said is None or self._pending is not None:
            return
        workshop_id, table = self._workshop_id, self.table
        self._pending = _Pending(self._widgets.line.line, table)

        def work(workspace: "Workspace") -> Stored:
            mentions = services.capturing.count_mention(workspace, workshop_id, said.id, table)
            return Stored(said.id, said.label, mentions)

        self._run(work)

    def edit(self, card: Contribution, table: int | None) -> None:
        """Take a card back into the line; one that does not fit asks for its dialog."""
        taken = line_of(card, self._known)
        if taken is None or self._widgets.line.line.strip():
            self.dialog_wanted.emit(card.id)
            return
        line, literal = taken
        self._editing = _Editing(card, parse(line, self._known, literal), self.table)
        self.table = table
        self._widgets.line.fill(line, literal)
        self._show_state()

    def ask_about_lines(self, lines: list[str], parent: QWidget) -> None:
        """Ask once what becomes of many pasted lines."""
        from quartierdesk.gui.pages.capture.lines_dialog import PasteLinesDialog

        said = (parse(line, self._known).text for line in lines)
        empty = [at for at, text in enumerate(said, 1) if not says_something(text)]
        dialog = PasteLinesDialog(self._desk, lines, self.table, empty, parent)
        dialog.one_wanted.connect(lambda: self._widgets.line.insertPlainText(" ".join(lines)))
        dialog.many_wanted.connect(lambda codes: self._store_lines(lines, codes=codes))
        dialog.open()

    def give_up(self) -> None:
        """Leave editing, or the offer of a card that says the same; typed text stays."""
        if self._editing is not None:
            self.table = self._editing.table
            self._editing = None
            self._widgets.line.fill("")
        self._dismissed = self._widgets.line.parsed.text
        self._offer_card(None)
        self._widgets.refusal.clear()
        self._show_state()

    def choose_table(self, number: int | None) -> None:
        """Capture at another table from now on."""
        self.table = number
        self._show_state()
        self.drafts.note()
        self._widgets.line.setFocus()

    def _store_lines(self, lines: list[str], *, codes: bool) -> None:
        known = self._known if codes else Vocabulary()
        taken = (parse(line, known) for line in lines)
        parsed = [each for each in taken if says_something(each.text)]
        workshop_id, table = self._workshop_id, self.table

        def work(workspace: "Workspace", ticket: Ticket) -> None:
            services.capturing.store_lines(workspace, workshop_id, parsed, table, ticket.step)

        title = self.tr("Making cards")
        self._desk.ops.run_long(self, title, work, failed=self._refuse)

    def _acts_without_text(self, parsed: ParsedLine) -> bool:
        """Choose the table where the line says nothing else; refuse codes without a text."""
        if not parsed.chips:
            return False
        if all(chip.name == "table" for chip in parsed.chips):
            self.choose_table(parsed.table)
            return True
        self._refuse(
            UserError(
                self.tr("The contribution is still empty."),
                self.tr("Please write down what was said."),
            )
        )
        return False

    def refuse_long(self, characters: int) -> None:
        """Say that a pasted text is too long for one contribution; it stays in the clipboard."""
        sentence = self.tr("The pasted text has {} characters; a contribution holds {}.")
        self._refuse(
            UserError(
                sentence.format(number(characters), number(LONGEST_TEXT)),
                self.tr("It was not inserted. Please paste it in parts, or as several lines."),
            )
        )

    def _note_stored(self, stored: Stored | None) -> None:
        pending, self._pending, self._editing = self._pending, None, None
        if pending is None:
            return
        self.table = pending.table
        self._widgets.refusal.clear()
        self._offer_card(None)
        self._ask_no_more()
        self._widgets.line.drop_front(pending.text)
        self.drafts.forget((self._workshop_id, self._empty()))
        self.drafts.note()
        self._show_state()
        if stored is not None:
            self.stored.emit(stored)
        self._store_next()

    def _refuse(self, error: UserError) -> None:
        """Say why it was not stored; the text stays."""
        self._pending = None
        self._waiting.clear()
        self._ask_no_more()
        self._refused = self._widgets.line.line
        hint = [NoticeLine(error.hint)] if error.hint else []
        self._offer_card(None)
        self._widgets.refusal.tell("err", error.sentence, hint)
        self._widgets.line.setFocus()

    def show_candidates(self) -> None:
        """Show what the code at the caret may become, in the look and language now in force."""
        line = self._widgets.line
        offered = line.offered
        sign = offered.sign if offered else ""
        words = line.candidates()
        self._widgets.candidates.offer(sign, words, space_takes=line.space_takes)

    def _note_read(self) -> None:
        line = self._widgets.line
        self.show_candidates()
        kind = next((chip for chip in line.parsed.chips if chip.name == "kind"), None)
        self._widgets.codes.mark(line.line[kind.start : kind.end] if kind else "")
        line.setAccessibleDescription(self._spoken())
        if self._pending is None:
            self._show_state()
            self._ask_for_the_same()
            self.drafts.note()

    def _spoken(self) -> str:
        """Return what is offered, for people who hear it."""
        words = self._widgets.line.candidates()
        if not words:
            return ""
        return self.tr("Space takes {0}.").format(words[0].label)

    def _ask_for_the_same(self) -> None:
        text, workshop_id = self._widgets.line.parsed.text, self._workshop_id
        if self._editing is not None or not workshop_id or text == self._dismissed:
            self._offer_card(None)
            self._ask_no_more()
            return
        if self._widgets.line.line != self._refused:
            self._widgets.refusal.clear()
        if not text.strip():
            self._offer_card(None)
            self._ask_no_more()
            return
        if text == self._asked:
            return
        self._asked = text

        def question(workspace: "Workspace") -> "list[SaidBefore]":
            return services.similar.said_before(workspace, workshop_id, text)

        ask = self._desk.ops.ask
        self._question = ask(self, question, self._offer_first, latest="capture/said")

    def _ask_no_more(self) -> None:
        """Give up the question whether it was said before; what is stored does not wait for it."""
        if self._question is not None:
            self._question.cancel()
        self._question, self._asked = None, ""

    def _offer_first(self, found: "list[SaidBefore]") -> None:
        idle = self._pending is None and self._editing is None
        typed = bool(self._widgets.line.parsed.text.strip())
        self._offer_card(found[0] if found and idle and typed else None)

    def _offer_card(self, said: "SaidBefore | None") -> None:
        self._widgets.said.show_card(said)
        self._widgets.line.offers_mention = said is not None
        if said is not None:
            self._widgets.refusal.clear()

    def _take(self, place: int) -> None:
        self._widgets.line.take(place)
        self._widgets.line.setFocus()

    def _choose_kind(self, sign: str) -> None:
        self._widgets.line.choose_kind(sign)
        self._widgets.line.setFocus()

    def _show_state(self) -> None:
        number = self._widgets.line.parsed.table or self.table
        editing = self._editing.card.label if self._editing else ""
        self._widgets.table.show_table(number, editing)
        self.table_changed.emit()

    def _take_up(self, typed: HalfTyped) -> None:
        self.table = typed.table
        self._widgets.line.fill(typed.text, typed.literal)
        self.drafts.forget((self._workshop_id, typed))
        if typed.editing:
            self._find_edited(typed)

    def _find_edited(self, typed: HalfTyped) -> None:
        """Go on editing the card that was being edited, where there still is one."""

        def question(workspace: "Workspace") -> Contribution:
            return services.contributions.get(workspace, typed.editing)

        def go_on(card: Contribution) -> None:
            taken = line_of(card, self._known)
            if taken is not None and self._widgets.line.line == typed.text:
                parsed = parse(taken[0], self._known, taken[1])
                self._editing = _Editing(card, parsed, self.table)
                self._show_state()

        self._desk.ops.run(self, question, go_on, failed=lambda _: None)

    def _empty(self) -> HalfTyped:
        return HalfTyped(table=self.table)

    def _half_typed(self) -> tuple[str, HalfTyped] | None:
        if self._pending is not None or not self._workshop_id:
            return None
        line = self._widgets.line
        editing = self._editing.card.id if self._editing else ""
        literal = tuple(sorted(line.literal))
        return self._workshop_id, HalfTyped(line.line, literal, self.table, editing)
