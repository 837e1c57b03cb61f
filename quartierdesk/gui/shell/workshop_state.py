"""What the frame shows of the file and the open workshop; asked again after changes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quartierdesk.gui import pages
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.places import CAPTURE

if TYPE_CHECKING:
    from quartierdesk.domain.progress import StepState
    from quartierdesk.domain.workshop import Workshop
    from quartierdesk.services.open_file import Readable
    from quartierdesk.services.outline import Outline
    from quartierdesk.services.workspaces import Changes


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the frame shows; `first_step` is the key of the page to begin with."""

    outline: "Outline | None" = None
    workshop: "Workshop | None" = None
    steps: "tuple[StepState, ...]" = ()
    undo: str | None = None
    redo: str | None = None
    first_step: str = "settings"


class WorkshopState(QObject):
    """Asks for what the frame shows; `shown` carries it."""

    shown = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = Shown()
        self._is_showing = False
        desk.ops.changed.connect(self._note)
        desk.workshop_changed.connect(self._follow)

    @property
    def current(self) -> Shown:
        """What is shown now."""
        return self._shown

    def reload(self, *_: object) -> None:
        """Ask again."""
        if self._desk.file is None:
            self._show(Shown())
            return
        wanted = (self._desk.workshop_id, *self._desk.last_workshops)
        self._desk.ops.ask_plainly(self, lambda ws: _read(ws, wanted), self._show, latest="frame")

    def _follow(self, _workshop_id: str) -> None:
        # While an answer is shown, the workshop becomes the one that the answer is about.
        if not self._is_showing:
            self.reload()

    def _note(self, _changes: "Changes") -> None:
        # Undo has another name after every change.
        self.reload()

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        workshop = shown.workshop
        self._desk.zone = workshop.timezone if workshop is not None else ""
        self._is_showing = True
        try:
            self._desk.select_workshop(workshop.id if workshop is not None else "")
        finally:
            self._is_showing = False
        self.shown.emit(shown)


def _read(workspace: "Readable", wanted: tuple[str, ...]) -> Shown:
    """Return what the frame shows, of the first of the wanted workshops or of the newest one."""
    from quartierdesk.services import next_steps, outline, progress, workshop_reading
    from quartierdesk.services.own_table import own_table

    found = outline.of_file(workspace)
    ids = [each.id for each in found.workshops]
    undo, redo = next_steps.next_steps(workspace)
    if not ids:
        return Shown(found, undo=undo, redo=redo)
    workshop_id = next((each for each in wanted if each in ids), None) or _newest(found)
    steps = progress.of_workshop(workspace, workshop_id)
    workshop = workshop_reading.get(workspace, workshop_id)
    # The laptop at a table is there to capture, however far the workshop has come.
    first = _first_open(steps) if own_table(workspace) is None else CAPTURE
    return Shown(found, workshop, steps, undo, redo, first)


def _newest(found: "Outline") -> str:
    from datetime import date

    return max(found.workshops, key=lambda w: (w.date or date.min, w.id)).id


def _first_open(steps: "tuple[StepState, ...]") -> str:
    there = [step for step in steps if step.step in pages.entries()]
    waiting = [step.step for step in there if not step.done]
    return waiting[0] if waiting else there[-1].step if there else "settings"
