"""Operations: what takes time runs beside the window. The only file with threads.

Three executors with one thread each: the database (the workspace is opened, read, written and
closed there and nowhere else, in the order in which things were asked for), drawing (PDF pages
from frozen values), and backups. Results come back as frozen values on the window's thread.
"""

import contextlib
import gc
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from quartierdesk.errors import CancelledError, GoneError, UserError
from quartierdesk.gui.sweeper import Sweeper
from quartierdesk.gui.ticket import OPENING_PATIENCE, Ticket

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from quartierdesk.services.open_file import Glance, OpenFile, Readable
    from quartierdesk.services.workspaces import Workspace

R = TypeVar("R")
T = TypeVar("T")
Place = Literal["database", "drawing", "backup"]


@dataclass(slots=True)
class _Job(Generic[R]):
    """Work on its way: who asked for it and what to do with what comes back."""

    ticket: Ticket
    owner: QObject
    done: Callable[[R], None] | None
    failed: Callable[[UserError], None] | None
    result: R | None = None
    error: BaseException | None = None


class Operations(QObject):
    """Runs work beside the window and brings results back to it.

    `changed` comes after every commit with its `Changes`, before the result of the operation.
    `opened` comes with the `OpenFile` when another workspace is open, with None when none is;
    before it `glanced`, where the file can be shown while it is still being opened.
    `slow` comes with the ticket of what takes longer than `PATIENCE`. `refused` carries a
    `UserError` nobody else handles, `crashed` the report of a mistake of the program.
    """

    changed = Signal(object)
    opened = Signal(object)
    glanced = Signal(object)
    slow = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executors: dict[Place, ThreadPoolExecutor] = {}
        self._workspace: Workspace | None = None
        self._glance: Glance | None = None
        self._held: list[Callable[[], None]] | None = None
        self._refusal: UserError | None = None
        self._latest: dict[str, Ticket] = {}
        self._running: set[Ticket] = set()
        self._closed = False
        self._sweeper = Sweeper(self)

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._running)

    def run(
        self,
        owner: QObject,
        work: "Callable[[Workspace], R]",
        done: Callable[[R], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Ticket:
        """Write: run `work` in its turn, then hand what it returns to `done`.

        Where the disk was full and the reserve made room, it is done once more.

        The owner's death drops the result, not the work. A `UserError` goes to `failed`, else it
        is shown; `failed` gets it before anything is shown, so that an input keeps its text.
        """
        ticket = Ticket("", self, promised=True)
        return self._on_workspace(
            ticket, owner, lambda ws, _: _with_reserve(ws, work), done, failed
        )

    def run_long(
        self,
        owner: QObject,
        title: str,
        work: "Callable[[Workspace, Ticket], R]",
        done: Callable[[R], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Ticket:
        """Write what takes long; `work` reports to the ticket and may be cancelled there."""
        ticket = Ticket(title, self, writes=True)
        return self._on_workspace(ticket, owner, work, done, failed)

    def ask(
        self,
        owner: QObject,
        question: "Callable[[Workspace], R]",
        done: Callable[[R], None],
        *,
        latest: str = "",
    ) -> Ticket:
        """Read: run `question` in its turn and hand the answer to `done`.

        Of questions with the same name `latest` only the last one is answered. A question about
        what was deleted meanwhile has no answer; whoever shows it learns that from `changed`.
        """
        ticket = Ticket("", self)
        self._on_workspace(ticket, owner, lambda ws, _: _answer(ws, question), done, None)
        self._supersede(latest, ticket)
        return ticket

    def ask_plainly(
        self,
        owner: QObject,
        question: "Callable[[Readable], R]",
        done: Callable[[R], None],
        *,
        latest: str = "",
    ) -> Ticket:
        """Read as `ask` does, with plain statements: a glance at the file is enough for them."""
        ticket = Ticket("", self)

        def read(_ticket: Ticket) -> R:
            readable = self._workspace or self._glance
            if readable is None:
                raise CancelledError
            return _answer(readable, question)

        self._start("database", _Job(ticket, owner, done, None), read)
        self._go_on_after(ticket)
        self._supersede(latest, ticket)
        return ticket

    def draw(
        self,
        owner: QObject,
        work: Callable[[Ticket], R],
        done: Callable[[R], None],
        failed: Callable[[UserError], None] | None = None,
        *,
        latest: str = "",
        title: str = "",
    ) -> Ticket:
        """Draw from frozen values, without the workspace; `latest` as in `ask`."""
        ticket = self._submit("drawing", _Job(Ticket(title, self), owner, done, failed), work)
        self._supersede(latest, ticket)
        return ticket

    def back_up(
        self,
        owner: QObject,
        work: Callable[[Ticket], R],
        done: Callable[[R], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
        *,
        title: str = "",
    ) -> Ticket:
        """Run a backup with a connection of its own, beside reading and writing."""
        return self._submit("backup", _Job(Ticket(title, self), owner, done, failed), work)

    def open(
        self,
        owner: QObject,
        title: str,
        opener: "Callable[[], tuple[Workspace, OpenFile]]",
        failed: Callable[[UserError], None] | None = None,
        glance: "Callable[[], tuple[Glance, OpenFile] | None] | None" = None,
    ) -> Ticket:
        """Open another workspace in place of the one there is; if that fails, the old one stays.

        `opened` tells its `OpenFile` when it is open. Where none is open yet, a `glance` may come
        first: `glanced` tells its file, and `ask_plainly` reads it. Everything else that is asked
        for meanwhile waits behind the opening, which `go_on` begins.
        """
        self.go_on()
        ticket = Ticket(title, self, promised=glance is not None, patience=OPENING_PATIENCE)

        def exchange(_ticket: Ticket) -> "OpenFile":
            _load_services()
            self._refusal = None
            try:
                fresh, file = opener()
            except UserError as error:
                self._refusal = error
                raise
            finally:
                self._close_glance()
            self._close_workspace()
            self._workspace = fresh
            fresh.subscribe(self.changed.emit)
            return file

        job = _Job(ticket, owner, self.opened.emit, failed)
        if glance is not None:
            self._held = []
            self._look(owner, glance, ticket)
        return self._submit("database", job, exchange)

    def go_on(self) -> None:
        """Begin to open the file of which a glance is shown, and what waits for that."""
        held, self._held = self._held, None
        for start in held or ():
            start()

    def _look(
        self,
        owner: QObject,
        glance: "Callable[[], tuple[Glance, OpenFile] | None]",
        opening: Ticket,
    ) -> None:
        """Glance at a file that is about to be opened."""

        def look(_ticket: Ticket) -> "OpenFile | None":
            found = glance()
            if found is None:
                return None
            self._glance, file = found
            return file

        def show(file: "OpenFile | None") -> None:
            if file is None or self._held is None:
                self.go_on()
                return
            opening.finished.connect(lambda: self._judge(opening))
            self.glanced.emit(file)

        looking = Ticket("", self)
        self._start("database", _Job(looking, owner, show, None), look)
        self._go_on_after(looking)

    def _go_on_after(self, reading: Ticket) -> None:
        """Open the file where reading it at a glance failed: that will say what is wrong."""

        def judge() -> None:
            if reading.error is not None and not reading.cancelled:
                self.go_on()

        reading.finished.connect(judge)

    def _judge(self, opening: Ticket) -> None:
        """Take back what the glance showed where the file could not be opened."""
        if opening.error is not None or opening.cancelled:
            self.opened.emit(None)

    def close_workspace(self, owner: QObject) -> None:
        """Close the workspace; `opened` tells None afterwards."""
        job: _Job[None] = _Job(Ticket("", self), owner, lambda _: self.opened.emit(None), None)
        self._submit("database", job, lambda _: self._close_workspace())

    def load_services(self, owner: QObject) -> None:
        """Import what reads and writes files, so that the first opening need not wait for it."""

        job: _Job[None] = _Job(Ticket("", self), owner, None, None)
        self._submit("database", job, lambda _: _load_services())

    def shut_down(self) -> None:
        """Finish writing, close the workspace and end the threads; returns when all is on disk."""
        if self._closed:
            return
        self.go_on()
        self._closed = True
        for ticket in self._running:
            if not ticket.promised:
                ticket.cancel()
        database = self._executors.get("database")
        if database is not None:
            closing = database.submit(self._close_workspace)
        for executor in self._executors.values():
            executor.shutdown(wait=True)
        self._sweeper.stop()
        if database is not None:
            closing.result()

    def _supersede(self, name: str, ticket: Ticket) -> None:
        if not name:
            return
        earlier = self._latest.get(name)
        if earlier is not None and shiboken6.isValid(earlier):
            earlier.cancel()
        self._latest[name] = ticket

    def _close_workspace(self) -> None:
        self._close_glance()
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            workspace.close()

    def _close_glance(self) -> None:
        glance, self._glance = self._glance, None
        if glance is not None:
            glance.close()

    def _on_workspace(
        self,
        ticket: Ticket,
        owner: QObject,
        work: "Callable[[Workspace, Ticket], R]",
        done: Callable[[R], None] | None,
        failed: Callable[[UserError], None] | None,
    ) -> Ticket:
        def carry_out(ticket: Ticket) -> R:
            if self._workspace is None:
                # What was typed while the file could not be opened stays where it was typed.
                raise (self._refusal if failed is not None else None) or CancelledError
            return work(self._workspace, ticket)

        return self._submit("database", _Job(ticket, owner, done, failed), carry_out)

    def _submit(self, place: Place, job: _Job[R], work: Callable[[Ticket], R]) -> Ticket:
        ticket = job.ticket
        if place == "database" and self._held is not None:
            self._running.add(ticket)
            self._held.append(lambda: self._start(place, job, work))
        else:
            self._start(place, job, work)
        return ticket

    def _start(self, place: Place, job: _Job[R], work: Callable[[Ticket], R]) -> None:
        ticket = job.ticket
        if self._closed:
            ticket.cancel()
            return
        self._running.add(ticket)
        future = self._executor(place).submit(_carry_out, job, work)
        future.add_done_callback(lambda _: self._arrive(job))
        timer = QTimer(ticket)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self.slow.emit(ticket))
        timer.start(ticket.patience)

    def _executor(self, place: Place) -> "ThreadPoolExecutor":
        if place not in self._executors:
            # Nothing runs beside the window before its first picture.
            from concurrent.futures import ThreadPoolExecutor

            if not self._executors:
                queued = QtCore.Qt.ConnectionType.QueuedConnection
                self._arrived.connect(self._finish, queued)

            made = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"quartierdesk-{place}")
            self._executors[place] = made
        return self._executors[place]

    def _arrive(self, job: _Job[R]) -> None:
        # The window may be gone already when the last job ends.
        with contextlib.suppress(RuntimeError):
            self._arrived.emit(job)

    @Slot(object)
    def _finish(self, job: _Job[R]) -> None:
        ticket = job.ticket
        self._running.discard(ticket)
        wanted = not ticket.cancelled or (ticket.writes and not self._closed)
        ticket.error = job.error
        ticket.finished.emit()
        ticket.deleteLater()
        if isinstance(job.error, CancelledError):
            return
        if job.error is not None:
            self._report(job, job.error)
        elif wanted and job.done is not None and shiboken6.isValid(job.owner):
            job.done(job.result)  # type: ignore[arg-type]

    def _report(self, job: _Job[R], error: BaseException) -> None:
        if not isinstance(error, UserError):
            self.crashed.emit(report_of(error))
        elif job.failed is not None and shiboken6.isValid(job.owner):
            job.failed(error)
        else:
            self.refused.emit(error)


def _with_reserve(workspace: "Workspace", work: "Callable[[Workspace], R]") -> R:
    from quartierdesk.services import disk

    return disk.with_reserve(lambda: work(workspace))


def _load_services() -> None:
    """Import what reads and writes files; what is loaded stays."""
    loaded = "quartierdesk.services.workspaces" in sys.modules
    from quartierdesk.services import workspaces as _loaded  # noqa: F401

    if not loaded:
        # The sweeper need not look through it again and again.
        gc.freeze()


def _answer(readable: T, question: "Callable[[T], R]") -> R:
    try:
        return question(readable)
    except GoneError as error:
        raise CancelledError from error


def _carry_out(job: _Job[R], work: Callable[[Ticket], R]) -> None:
    """Run a job on its thread; whatever it ends with lies in the job afterwards."""
    try:
        job.ticket.begin()
        job.result = work(job.ticket)
    except (CancelledError, UserError) as error:
        job.error = error
    except Exception as error:  # noqa: BLE001 - the border at which our own mistakes end
        # Without the message: it may hold what citizens said.
        logging.error("Ein Vorgang ist gescheitert.\n%s", report_of(error))
        job.error = error


def report_of(error: BaseException) -> str:
    """Return where a mistake of the program happened, without any content of the workspace."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines) + (f"\n{report_of(cause)}" if cause is not None else "")
