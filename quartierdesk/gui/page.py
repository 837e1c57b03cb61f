"""What every page of the window promises to the shell, and what it gets done for it."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quartierdesk.gui import forms
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.places import Place

if TYPE_CHECKING:
    from quartierdesk.services.workspaces import Changes, Workspace

R = TypeVar("R")


class Page(QWidget, Generic[R]):
    """A page shows rows of one query and offers actions.

    A page never patches what it shows: it runs an operation (`self.desk.ops.run`), the operation
    tells `Changes`, and when a kind it depends on changed, the page asks `query` again and gets
    the answer in `refresh`. A page that is not visible waits until it is.

    Actions made with `add_action` act while the focus is on the page, and stand in the command
    palette; their texts are what people look for there.
    """

    FORM: ClassVar[str] = ""
    """Name of the form in `forms/`, "" where the page has none."""

    DEPENDS_ON: ClassVar[frozenset[str] | None] = frozenset()
    """Kinds of changes (names of tables) after which the page has to ask again; None: all."""

    SLIM_RAIL: ClassVar[bool] = False
    """Whether the page needs the room of the rail's words."""

    NEEDS_WORKSHOP: ClassVar[bool] = True
    """Whether the page shows something of the workshop that is open; else it asks without one."""

    READS_PLAINLY: ClassVar[bool] = False
    """Whether the query needs plain statements only, so that it can be asked of a glance."""

    HELP: ClassVar[str] = ""
    """Which help F1 shows; "" is the one named like the page's key."""

    reloaded = Signal()
    """After `refresh`; the page shows what is stored."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self._unless: dict[QAction, Callable[[], str]] = {}
        self._was_shown = False
        self._is_asking = False
        self._wanted: Place | None = None
        if self.FORM:
            forms.load_into(self, self.FORM)
        desk.look.dress(self)
        desk.look.changed.connect(self.look_changed)
        desk.ops.changed.connect(self._note)
        desk.ops.opened.connect(self._begin_anew)
        desk.workshop_changed.connect(self.mark_stale)

    def query(self) -> "Callable[[Workspace], R]":
        """Return the question whose answer the page shows; it runs beside the window.

        It must hold plain values only, for example the id of the workshop, and return frozen rows.
        """
        raise NotImplementedError

    def refresh(self, rows: R) -> None:
        """Show what the query answered; what is selected and scrolled to stays."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was read; another file is open, or the same one restored."""

    def head_widgets(self) -> Sequence[QWidget]:
        """Return what the page wants to have at the right end of the step bar."""
        return ()

    def title_widgets(self) -> Sequence[QWidget]:
        """Return what the page wants to have beside the title where large text takes all room."""
        return ()

    def go_to(self, place: Place) -> None:
        """Select what the place names; called when the page shows what is stored."""

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        """Store what is typed but not yet confirmed; called before the page or file is left."""

    def look_changed(self) -> None:
        """Take on another theme or text size; called after both are in force."""
        self.update()

    def retranslate(self) -> None:
        """Set the words that do not come from the form in the language now chosen."""

    def add_action(
        self,
        text: str,
        follow: Callable[[], object],
        keys: str | QKeySequence | Iterable[str] = (),
        *,
        writes: bool = True,
        unless: Callable[[], str] = lambda: "",
    ) -> QAction:
        """Offer an action; with `writes` it is off while the file may only be read.

        `unless` returns a sentence where there is nothing to act on, "" otherwise: whoever chooses
        the action then hears why nothing happens.
        """
        action = QAction(text, self)
        shortcuts = [keys] if isinstance(keys, str | QKeySequence) else list(keys)
        action.setShortcuts([QKeySequence(key) for key in shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: self._act(follow, unless))
        self._unless[action] = unless
        self.addAction(action)
        self.desk.ops.opened.connect(lambda _: action.setEnabled(self.desk.writable or not writes))
        action.setEnabled(self.desk.writable or not writes)
        return action

    def why_not(self, action: QAction) -> str:
        """Return why an action of the page cannot be done now, "" where it can."""
        if not action.isEnabled():
            return self.tr("This file is open for reading only.")
        return self._unless[action]() if action in self._unless else ""

    def show_place(self, place: Place) -> None:
        """Go to a place as soon as the page shows what is stored."""
        self._wanted = place
        if not self._stale and not self._is_asking:
            self._go()

    def mark_stale(self, *_: object) -> None:
        """Ask again, now if the page is visible, else when it will be."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Ask the query and show the answer."""
        if self.desk.file is None or (self.NEEDS_WORKSHOP and not self.desk.workshop_id):
            return
        self._stale, self._is_asking = False, True
        ask = self.desk.ops.ask_plainly if self.READS_PLAINLY else self.desk.ops.ask
        ask(self, self.query(), self._show, latest=f"page/{id(self)}")  # type: ignore[arg-type]

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again if something changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _begin_anew(self, _: object) -> None:
        self.forget()
        self.mark_stale()

    def _act(self, follow: Callable[[], object], unless: Callable[[], str]) -> None:
        reason = unless()
        if reason:
            self.desk.tell(reason)
        else:
            follow()

    def _note(self, changes: "Changes") -> None:
        if self.DEPENDS_ON is None or changes.kinds & self.DEPENDS_ON:
            self.mark_stale()

    def _show(self, rows: R) -> None:
        self._is_asking = False
        self.refresh(rows)
        self.reloaded.emit()
        self._begin()
        self._go()

    def _begin(self) -> None:
        """Put the focus where work begins: before the first answer there was nothing to focus.

        What the answer brought is only visible after the next turn of the event loop.
        """
        if not self._was_shown:
            QTimer.singleShot(0, self, self._focus_again)
        self._was_shown = True

    def _focus_again(self) -> None:
        focused = QApplication.focusWidget()
        fell = focused is None or isinstance(focused, QAbstractButton)
        stands = focused is not None and self.isAncestorOf(focused) and not fell
        if self.isVisible() and not stands:
            self.focus_first()

    def _go(self) -> None:
        place, self._wanted = self._wanted, None
        if place is not None:
            self.go_to(place)
