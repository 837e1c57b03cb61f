"""The main window: puts rail, head, steps, pages and status together and leads between them."""

import gc
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QVBoxLayout, QWidget

from quartierdesk.gui import icons, pages
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.places import Place
from quartierdesk.gui.shell.actions import WindowActions
from quartierdesk.gui.shell.arriving import Arriving
from quartierdesk.gui.shell.command import Command
from quartierdesk.gui.shell.files import Files
from quartierdesk.gui.shell.head import Head
from quartierdesk.gui.shell.keeping import Keeping
from quartierdesk.gui.shell.messages import Messages
from quartierdesk.gui.shell.rail import Rail
from quartierdesk.gui.shell.status import StatusBar
from quartierdesk.gui.shell.steps import StepBar
from quartierdesk.gui.shell.workshop_state import Shown, WorkshopState
from quartierdesk.gui.widgets.page_stack import PageRoom

if TYPE_CHECKING:
    from quartierdesk.gui.page import Page
    from quartierdesk.gui.shell.start import StartPage
    from quartierdesk.gui.widgets.empty import EmptyState
    from quartierdesk.services.workspaces import Changes, OpenFile

_START = "start"
_TO_BE_SEEN, _LONGEST_GLANCE = 50, 5000
"""Milliseconds that a page shown at a glance has for its picture; after which it opens anyway."""


class MainWindow(QMainWindow):
    """The window. `painted` comes once, after its first picture.

    Closing it backs up first; with `parting` it closes at once.
    """

    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._pages: dict[str, Page[Any]] = {}
        self._was_painted = False
        self.parting = False
        self._rail_wanted: bool | None = None
        self._is_glance = False
        self.messages = Messages(desk, self)
        self.files = Files(desk, self.messages, self)
        self.state = WorkshopState(desk, self)
        self.commands = WindowActions(self)
        self._build()
        self.keeping = Keeping(desk, self.status, self.messages, self)
        self.files.use(self.keeping)
        sharing = self.commands.sharing
        self.arriving = Arriving(desk, self.messages, self.files, sharing, self)
        self._wire()
        self._without_file()
        self._title()
        self.painted.connect(self._complete)
        self.painted.connect(self._show_start)

    @property
    def page(self) -> "Page[Any] | None":
        """The page that is shown, None at the beginning."""
        shown = self._stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    @property
    def page_key(self) -> str:
        """The key of the page that is shown."""
        return next((key for key, page in self._pages.items() if page is self.page), _START)

    @cached_property
    def start(self) -> "StartPage":
        """The page for beginning; made when it is shown first."""
        from quartierdesk.gui.shell.start import StartPage

        made = StartPage(self.desk, self._stack)
        made.begun.connect(self.files.begin)
        made.open_wanted.connect(self.files.choose)
        made.sample_wanted.connect(self.files.make_sample)
        made.recent_chosen.connect(self.files.open)
        self._stack.addWidget(made)
        return made

    @cached_property
    def _empty(self) -> "EmptyState":
        """What is shown while a file has no workshop; made when it is shown first."""
        from quartierdesk.gui.widgets.empty import EmptyState

        made = EmptyState(self._stack)
        made.pressed.connect(self.commands.new_workshop)
        self.desk.look.dress(made)
        self._stack.addWidget(made)
        return made

    def page_of(self, key: str) -> "Page[Any]":
        """Return the page with this key; it is made when it is asked for first."""
        if key not in self._pages:
            made = pages.entries()[key].load()(self.desk, self._stack)
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def go(self, place: Place) -> None:
        """Show a place, in another workshop where it names one."""
        if place.page not in pages.entries():
            return
        if place.workshop_id:
            self.desk.select_workshop(place.workshop_id)
        self._leave()
        page = self.page_of(place.page)
        if page.NEEDS_WORKSHOP and not self.desk.workshop_id and self.desk.file is not None:
            self._show_empty()
            return
        self._stack.setCurrentWidget(page)
        self._frame(place.page, page)
        page.show_place(place)
        page.focus_first()

    def welcome(self, file: Path | None) -> None:
        """Ask what is asked only at the very first start, then open `file`, if there is one."""
        from quartierdesk.gui.dialogs.welcome import WelcomeDialog

        dialog = WelcomeDialog(self.desk, self)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self.files.open(file) if file else self._show_start())
        dialog.open()

    def toggle_rail(self) -> None:
        """Show the rail with words, or with signs only."""
        self._rail_wanted = not self.rail.slim
        self.rail.set_slim(self._rail_wanted)

    def search(self) -> None:
        """Look for commands and contributions."""
        from quartierdesk.gui.shell.command_search import CommandSearch

        offered = [*self.commands.commands()]
        page = self.page
        if page is not None:
            offered = [Command(each, page.why_not(each)) for each in page.actions()] + offered
        found = CommandSearch(self.desk, offered, self)
        found.show()
        found.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something to see."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the words of the rail away where the page needs their room."""
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half typed, back up what has changed, finish writing, close the file."""
        self._leave()
        if not self.parting and self.desk.writable:
            event.ignore()
            self.keeping.leave(self._part)
            return
        self.commands.close_projector()
        self.desk.ops.shut_down()
        super().closeEvent(event)

    def _complete(self) -> None:
        """Take on what the first picture does without; what is loaded by now stays."""
        gc.freeze()
        self.desk.look.complete()
        self.commands.complete()
        self.setWindowIcon(icons.window_icon())

    def _part(self) -> None:
        self.parting = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the words of the window itself."""
        self.commands.retranslate()
        self.keeping.retranslate()
        self._title()
        if not self.desk.file:
            self.status.tell_unopened()

    def _build(self) -> None:
        look = self.desk.look
        steps = {key: entry for key, entry in pages.entries().items() if entry.is_step}
        beside = sorted(
            (entry for entry in pages.entries().values() if not entry.is_step),
            key=lambda entry: entry.place,
        )
        central = QWidget(self)
        self.rail = Rail(look, beside, central)
        self.head = Head(look, central)
        self.steps = StepBar(look, steps, central)
        self.status = StatusBar(look, central)
        room = PageRoom(central)
        room.cramped.connect(self._fit_rail)
        self._stack = room.stack
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.head, self.steps):
            column.addWidget(widget)
        column.addWidget(room, 1)
        self._grid = grid = QGridLayout(central)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(column, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setCentralWidget(central)
        # Else the first button had the focus, and its frame would come and go.
        central.setFocus()
        self.rail.set_file_menu(self.commands.file_menu())

    def _wire(self) -> None:
        desk = self.desk
        desk.place_wanted.connect(self.go)
        desk.projection_wanted.connect(self.commands.project)
        desk.ops.opened.connect(self._opened)
        desk.ops.glanced.connect(self._glanced)
        desk.ops.changed.connect(self._saved)
        desk.told.connect(self._tell)
        desk.look.changing.connect(self._hold)
        desk.look.settled.connect(self._take_on)
        self.rail.page_chosen.connect(lambda key: self.go(Place(key or self._last_step())))
        self.rail.workshop_chosen.connect(self._choose_workshop)
        self.rail.toggled.connect(self.toggle_rail)
        self.head.search_wanted.connect(self.search)
        self.head.projector_wanted.connect(self.commands.toggle_projector)
        self.steps.chosen.connect(lambda key: self.go(Place(key)))
        self.status.help_wanted.connect(self.commands.show_help)
        self.files.leaving.connect(self._leave)
        self.arriving.nothing_open.connect(self._show_start)
        self.files.refused_all.connect(self._show_start)
        self.state.shown.connect(self._show_state)

    def _glanced(self, file: "OpenFile") -> None:
        """Show what stands in a file, while it is still being opened."""
        self._is_glance = True
        self.desk.file = file
        self.desk.workshop_id = ""
        self.state.reload()
        self._title()
        QTimer.singleShot(_LONGEST_GLANCE, self.desk.ops, self.desk.ops.go_on)

    def _opened(self, file: "OpenFile | None") -> None:
        self.desk.file = file
        was_glance, self._is_glance = self._is_glance, False
        if file is None:
            self.desk.workshop_id = ""
            self._show_start()
        else:
            self.desk.note_recent(file.path)
            if file.writable:
                self.status.tell_saved(self.desk.now())
            else:
                self.status.tell_read_only(file.used_by)
            if not was_glance:
                self.desk.workshop_id = ""
        self.state.reload()
        self._title()

    def _saved(self, _changes: "Changes") -> None:
        self.status.tell_saved(self.desk.now())

    def _show_state(self, shown: Shown) -> None:
        file = self.desk.file
        self.rail.show_file(file.path.stem if file else "", shown.outline)
        self.commands.show_steps(shown.undo, shown.redo, writable=self.desk.writable)
        self.status.tell_undo(shown.undo if self.desk.writable else None)
        self.head.show_workshop(shown.workshop)
        self.steps.show_states(shown.steps)
        self.rail.set_current(self.desk.workshop_id, self.page_key)
        if file is not None and shown.workshop is None and self.page_key != "settings":
            self._show_empty()
        elif file is not None and self.page is None:
            self._begin_with(self._last_step(shown.first_step))

    def _begin_with(self, key: str) -> None:
        """Show the first page of a file; what cannot be read at a glance waits for the opening."""
        if self._is_glance and not pages.entries()[key].plain:
            self.desk.ops.go_on()
            return
        self.go(Place(key))
        if self._is_glance and self.page is not None:
            ops = self.desk.ops
            self.page.reloaded.connect(lambda: QTimer.singleShot(_TO_BE_SEEN, ops, ops.go_on))

    def _show_empty(self) -> None:
        for widget in (self.head, self.steps):
            widget.hide()
        self._empty.tell(
            "presentation",
            self.tr("There is no workshop in this file yet"),
            self.tr("Create the first one; it takes three answers."),
            self.tr("Create workshop"),
        )
        self._empty.button.setEnabled(self.desk.writable)
        self._stack.setCurrentWidget(self._empty)
        self._empty.button.setFocus()

    def _show_start(self) -> None:
        """Show the page for beginning, unless a file is open or on its way."""
        if self.desk.file is not None or self.files.expected:
            return
        self._stack.setCurrentWidget(self.start)
        self.start.show_recent(self.desk.settings.recent)
        self._without_file()
        self.start.focus_first()

    def _without_file(self) -> None:
        for widget in (self.head, self.steps):
            widget.hide()
        self.rail.show_file("", None)
        self.rail.set_slim(self.desk.look.sizes.rail_is_slim)
        self.status.tell_unopened()
        self.commands.show_steps(None, None, writable=False)

    def _frame(self, key: str, page: "Page[Any]") -> None:
        entry = pages.entries()[key]
        self.head.show()
        self.head.show_widgets(page.title_widgets())
        self.steps.setVisible(entry.is_step)
        if entry.is_step:
            self.head.show_heading("")
            self.steps.set_current(key)
            self.steps.show_widgets(page.head_widgets())
            self.desk.remember(f"step/{self.desk.workshop_id}", key)
        else:
            self.head.show_heading(entry.name())
        self.rail.set_current(self.desk.workshop_id, key)
        self._fit_rail()

    def _hold(self) -> None:
        """Leave the frame as it is until rail and bars have their new sizes.

        A widget that is shown meanwhile makes Qt lay out everything around it at once: with large
        words beside a rail that is still wide the window would grow beyond its screen, and stay so.
        """
        self._set_layout(works=False)

    def _take_on(self) -> None:
        self._fit_rail()
        self._set_layout(works=True)

    def _set_layout(self, *, works: bool) -> None:
        for layout in (self.layout(), self._grid):
            if layout is not None:
                layout.setEnabled(works)
                layout.invalidate()

    def _fit_rail(self) -> None:
        wanted = self._rail_needs_to_be_slim() if self._rail_wanted is None else self._rail_wanted
        if wanted != self.rail.slim:
            self.rail.set_slim(wanted)

    def _rail_needs_to_be_slim(self) -> bool:
        """Return whether the page needs the room that the words of the rail would take."""
        page, sizes = self.page, self.desk.look.sizes
        if sizes.rail_is_slim or page is None:
            return sizes.rail_is_slim
        return page.SLIM_RAIL or self.width() < sizes.rail + page.minimumSizeHint().width()

    def _choose_workshop(self, workshop_id: str) -> None:
        self.desk.select_workshop(workshop_id)
        self.go(Place(self._last_step()))

    def _last_step(self, usual: str | None = None) -> str:
        """Return the step of the workshop that was shown last; `usual` where none was yet."""
        remembered = self.desk.choice(f"step/{self.desk.workshop_id}", "")
        steps = [key for key in pages.STEP_KEYS if key in pages.entries()]
        first = usual or (steps[0] if steps else "settings")
        return str(remembered) if remembered in steps else first

    def _leave(self) -> None:
        if self.page is not None:
            self.page.keep_drafts()

    def _tell(self, sentence: str) -> None:
        self.status.message.tell(sentence)
        QTimer.singleShot(6000, self.status.message, lambda: self.status.message.tell(""))

    def _title(self) -> None:
        file = self.desk.file
        self.setWindowTitle(f"{file.path.stem} – QuartierDesk" if file else "QuartierDesk")
