"""The disk under a workspace: free space, warnings, and doing again what a full disk refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from quartierdesk.domain.storage import is_low
from quartierdesk.errors import DiskFullError
from quartierdesk.store.disks import free_bytes
from quartierdesk.store.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FreeSpace:
    """Free bytes beside a workspace (None: the disk is gone), and what to say about it.

    `is_low` asks for a warning; then, and when the disk is gone, `sentence` is not empty.
    `has_reserve` tells whether room is kept for the running step.
    """

    free: int | None
    is_low: bool
    has_reserve: bool
    sentence: str


def free_space_state(workspace: Workspace) -> FreeSpace:
    """Return how full the disk with the workspace is; quick, for the status bar."""
    free = free_bytes(workspace.path)
    name = workspace.path.name
    if free is None:
        gone = f"Der Datenträger mit „{name}“ ist nicht erreichbar; es wird nichts gespeichert."
        return FreeSpace(None, True, workspace.has_reserve, gone)
    low = is_low(free)
    sentence = f"Nur noch {free // 1_000_000} MB frei; bitte schaffen Sie Platz." if low else ""
    return FreeSpace(free, low, workspace.has_reserve, sentence)


def warnings(workspace: Workspace) -> tuple[str, ...]:
    """Return what to tell when a workspace was opened: little room, stick, network, synchronised.

    German sentences, most urgent first; empty when all is well.
    """
    return workspace.warnings()


def with_reserve(action: Callable[[], T]) -> T:
    """Do something that writes; once more where the disk was full and the reserve made room.

    `action` is an operation that is stored as a whole or not at all. Raises what it raises.
    """
    try:
        return action()
    except DiskFullError as error:
        if not error.reserve_released:
            raise
    return action()
