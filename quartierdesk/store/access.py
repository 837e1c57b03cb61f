"""How a workspace is opened."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


def _wall_clock() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Access:
    """How to open a file: who writes, with which passphrase and clock, or reading only.

    A passphrase for a file that is not encrypted is ignored.
    """

    actor: str = ""
    passphrase: str | None = field(default=None, repr=False)
    read_only: bool = False
    accept_incomplete: bool = False
    milliseconds: Callable[[], int] = _wall_clock


@dataclass(frozen=True, slots=True)
class Source:
    """What another connection needs to read a workspace.

    `alone`: nobody writes to the file, so it is read without the helper files of a reader.
    """

    path: Path
    passphrase: str | None = field(default=None, repr=False)
    alone: bool = True
