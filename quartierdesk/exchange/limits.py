"""How much of a foreign file is read, so that no file can stop the laptop."""

import time
from dataclasses import dataclass

from quartierdesk.errors import UserError
from quartierdesk.exchange.wording import grouped

_SMALLER = "Bitte teilen Sie die Tabelle auf mehrere Dateien auf."


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read from one file.

    `file_bytes` and `unpacked_bytes` are sizes on disk and after unpacking, `ratio` the quotient
    of the two, `members` the files in one container, `characters` the text of all cells together
    (it also bounds one line of a CSV file at a thirtieth of it), `memory_bytes` and `seconds`
    what reading may take.
    """

    file_bytes: int = 50_000_000
    rows: int = 200_000
    columns: int = 500
    cells: int = 5_000_000
    characters: int = 60_000_000
    unpacked_bytes: int = 200_000_000
    ratio: int = 200
    members: int = 2_000
    memory_bytes: int = 300_000_000
    seconds: float = 8.0

    @property
    def record_characters(self) -> int:
        """The most characters one row of a text file may have."""
        return self.characters // 30

    def check_file_bytes(self, size: int) -> None:
        """Raise `UserError` when a file of `size` bytes is too large."""
        if size > self.file_bytes:
            raise UserError(
                f"Die Datei ist {_megabytes(size)} groß, gelesen werden höchstens"
                f" {_megabytes(self.file_bytes)}.",
                _SMALLER,
            )

    def check_columns(self, columns: int, row: int) -> None:
        """Raise `UserError` when the row with the number `row` has too many cells."""
        if columns > self.columns:
            raise UserError(
                f"Zeile {row} hat {grouped(columns)} Spalten, gelesen werden höchstens"
                f" {grouped(self.columns)}.",
                "Bitte löschen Sie die Spalten, die nicht gebraucht werden, und speichern Sie die"
                " Datei neu.",
            )

    def check_rows(self, rows: int) -> None:
        """Raise `UserError` when there are too many rows that hold something."""
        if rows > self.rows:
            raise UserError(
                f"Die Tabelle hat mehr als {grouped(self.rows)} Zeilen; so viele werden nicht auf"
                " einmal gelesen.",
                _SMALLER,
            )

    def check_cells(self, cells: int) -> None:
        """Raise `UserError` when there are too many cells."""
        if cells > self.cells:
            raise UserError(
                f"Die Tabelle hat mehr als {grouped(self.cells)} Zellen; so viele werden nicht auf"
                " einmal gelesen.",
                _SMALLER,
            )

    def check_characters(self, characters: int) -> None:
        """Raise `UserError` when the cells together hold too much text."""
        if characters > self.characters:
            raise UserError(
                f"Die Tabelle enthält mehr als {grouped(self.characters)} Zeichen Text; so viel"
                " wird nicht auf einmal gelesen.",
                _SMALLER,
            )


STANDARD = Limits()
"""What holds unless a caller says otherwise."""


class Tally:
    """Counts rows, cells and characters while a table is read and stops it at the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._cells = self._characters = 0

    def add(self, number: int, cells: list[str]) -> None:
        """Count the row with the number `number`; raises `UserError` at a limit."""
        self._rows += 1
        self._cells += len(cells)
        self._characters += sum(map(len, cells))
        self._limits.check_columns(len(cells), number)
        self._limits.check_rows(self._rows)
        self._limits.check_cells(self._cells)
        self._limits.check_characters(self._characters)


class Deadline:
    """The moment up to which reading may go on."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds that are left, at least 0."""
        return max(0.0, self._end - time.monotonic())

    def check(self) -> None:
        """Raise `UserError` when the time is over."""
        if time.monotonic() > self._end:
            raise too_slow()


def too_slow() -> UserError:
    """Return the sentence for a file whose reading takes too long."""
    return UserError(
        "Das Lesen der Datei dauert zu lange und wurde abgebrochen.",
        "Bitte kopieren Sie die benötigten Zeilen in eine neue, kleinere Datei.",
    )


def _megabytes(size: int) -> str:
    return f"{grouped(-(-size // 1_000_000))} MB"
