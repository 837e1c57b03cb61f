"""The two kinds of error: what a person can mend, and what is our own mistake."""

from pathlib import Path


class UserError(Exception):
    """Something a person can mend.

    `sentence` is one plain German sentence that says what happened, `hint` says what to do now.
    Only where many sentences share one hint (cells of a workbook) is it left to whoever tells
    them. Anything that is not a `UserError` is a bug of the program.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class CancelledError(Exception):
    """Somebody no longer wants the result of long work; everything is as before."""


class DiskFullError(UserError):
    """The disk is full; what was to be written is not stored.

    `reserve_released` tells that room was made: the same step will work when it is done again.
    """

    def __init__(self, sentence: str, hint: str, *, reserve_released: bool = False) -> None:
        super().__init__(sentence, hint)
        self.reserve_released = reserve_released


class GoneError(UserError):
    """What somebody asked for or wants to change was deleted meanwhile."""


class PassphraseError(UserError):
    """The file is encrypted, and the passphrase is missing or does not open it."""


class DamagedFileError(UserError):
    """The file is not what it was: empty, cut off, incomplete or damaged.

    `backup` is the newest good backup, if there is one.
    """

    def __init__(self, sentence: str, hint: str, *, backup: Path | None = None) -> None:
        super().__init__(sentence, hint)
        self.backup = backup
