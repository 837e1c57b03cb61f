"""What every page and dialog is given: operations, look, settings, and the way to other places."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quartierdesk.errors import UserError
from quartierdesk.gui.ops import Operations
from quartierdesk.gui.places import Place
from quartierdesk.gui.theme.look import Look
from quartierdesk.settings import Choice, Settings, save_settings

if TYPE_CHECKING:
    from datetime import datetime

    from quartierdesk.services.workspaces import OpenFile

_LAST_WORKSHOPS, _KEPT = "workshops", 50


class Desk(QObject):
    """The things of one window.

    `file` is the open workspace (None: none), `workshop_id` the workshop in it that is shown (""
    while none is), `zone` the name of its time zone. `workshop_changed` tells when another one is;
    `settings_changed` after a choice for the whole program was made; `told` carries a short
    sentence for the status bar.
    """

    workshop_changed = Signal(str)
    settings_changed = Signal()
    place_wanted = Signal(object)
    projection_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, ops: Operations, look: Look, settings: Settings) -> None:
        super().__init__()
        self.ops = ops
        self.look = look
        self.settings = settings
        self.file: OpenFile | None = None
        self.workshop_id = ""
        self.zone = ""

    @property
    def writable(self) -> bool:
        """Whether the open file may be changed."""
        return self.file is not None and self.file.writable

    def go(self, place: Place) -> None:
        """Show another place."""
        self.place_wanted.emit(place)

    def project(self, place: Place) -> None:
        """Show the room a place on the projector; what is on it follows nothing else."""
        self.projection_wanted.emit(place)

    def tell(self, sentence: str) -> None:
        """Say something short that needs no answer."""
        self.told.emit(sentence)

    def change_settings(self, **values: Any) -> None:  # noqa: ANN401 - fields of Settings
        """Make a choice for the whole program and keep it."""
        self._keep(replace(self.settings, **values))
        self.settings_changed.emit()

    def note_recent(self, path: Path) -> None:
        """Keep that a workspace was opened."""
        self._keep(self.settings.with_recent(path))

    def choice(self, name: str, usual: Choice) -> Choice:
        """Return what was chosen last time; `usual` before, or when it is of another type."""
        found = self.settings.choices.get(name, usual)
        return found if type(found) is type(usual) else usual

    def remember(self, name: str, value: Choice) -> None:
        """Keep a choice for the next time."""
        if self.settings.choices.get(name) != value:
            self._keep(self.settings.with_choice(name, value))

    def clock(self, instant: "datetime") -> "datetime":
        """Return an instant as the clock at the place of the workshop shows it."""
        from quartierdesk.domain.clock import at_home

        return at_home(instant, self.zone)

    def now(self) -> "datetime":
        """Return what the clock at the place of the workshop shows now."""
        from datetime import UTC, datetime

        return self.clock(datetime.now(UTC))

    @property
    def last_workshops(self) -> tuple[str, ...]:
        """Ids of the workshops shown last, of whatever file, the last one first."""
        return tuple(str(self.choice(_LAST_WORKSHOPS, "")).split())

    def reopen(self) -> None:
        """Ask everything again: the whole file reads differently now."""
        self.ops.opened.emit(self.file)

    def select_workshop(self, workshop_id: str) -> None:
        """Show another workshop of the file."""
        if workshop_id != self.workshop_id:
            self.workshop_id = workshop_id
            if workshop_id:
                self._note_workshop(workshop_id)
            self.workshop_changed.emit(workshop_id)

    def _note_workshop(self, workshop_id: str) -> None:
        """Keep that a workshop was shown: by its id, for a file may be moved and copied."""
        others = [each for each in self.last_workshops if each != workshop_id]
        self.remember(_LAST_WORKSHOPS, " ".join([workshop_id, *others][:_KEPT]))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        try:
            save_settings(settings)
        except UserError as error:
            self.ops.refused.emit(error)
