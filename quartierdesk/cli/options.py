"""The options of a call, and how a command opens its file and speaks."""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from quartierdesk.cli.passphrases import passphrase_for, saying_where_it_comes_from
from quartierdesk.domain.rounding import german
from quartierdesk.settings import load_settings
from quartierdesk.store.workspace import Access, Workspace

_INNER_QUOTES = str.maketrans("„“", "‚‘")
_UNDECODED = re.compile("[\ud800-\udfff]")


class Options:
    """The options of one call, typed."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given

    @property
    def file(self) -> Path:
        """The workspace file."""
        return self.path("file")

    def path(self, name: str) -> Path:
        """Return an option that names a file, as the system knows it."""
        return Path(str(self._given[name]))

    def text(self, name: str) -> str:
        """Return an option that is always there."""
        return _as_typed(str(self._given[name]))

    def maybe(self, name: str) -> str | None:
        """Return an option that may be missing."""
        value = self._given.get(name)
        return None if value is None else _as_typed(str(value))

    def number(self, name: str) -> int | None:
        """Return a number that may be missing."""
        return cast("int | None", self._given.get(name))

    def flag(self, name: str) -> bool:
        """Return whether a switch was given."""
        return bool(self._given.get(name))

    def many(self, name: str) -> list[str]:
        """Return an option that may be given several times."""
        return [_as_typed(value) for value in cast("list[str]", self._given[name])]


def _as_typed(value: str) -> str:
    """Return what was typed also where the system believes that there is nothing but ASCII."""
    if _UNDECODED.search(value):
        return os.fsencode(value).decode("utf-8", "replace")
    return value


def say(sentence: str) -> None:
    """Say something to the person at the keyboard."""
    print(sentence, file=sys.stderr)


def contributions_named(amount: int, several: str = "Beiträge") -> str:
    """Return „1 Beitrag“ or „12 Beiträge“ (`several` where the sentence bends the word)."""
    return "1 Beitrag" if amount == 1 else f"{german(amount)} {several}"


def in_quotes(title: str) -> str:
    """Return „title“; quotation marks inside become single ones."""
    return f"„{title.translate(_INNER_QUOTES)}“"


def print_json(value: object) -> None:
    """Print a result for other programs: UTF-8, unescaped."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def reading(options: Options) -> Iterator[Workspace]:
    """Open the file without touching it."""
    passphrase = passphrase_for(options.file)
    with (
        saying_where_it_comes_from(),
        Workspace.open(options.file, Access(passphrase=passphrase, read_only=True)) as workspace,
    ):
        yield workspace


def access(passphrase: str | None) -> Access:
    """Return how the command line opens files for changes."""
    return Access(load_settings().laptop_name, passphrase)


@contextmanager
def writing(options: Options) -> Iterator[Workspace]:
    """Open the file for changes."""
    passphrase = passphrase_for(options.file)
    with (
        saying_where_it_comes_from(),
        Workspace.open(options.file, access(passphrase)) as workspace,
    ):
        for warning in workspace.warnings():
            say(warning)
        yield workspace


@contextmanager
def writing_or_new(file: Path) -> Iterator[Workspace]:
    """Open `file`, or make it; a file made here is gone again when the block fails."""
    is_new = not file.exists()
    opened = Workspace.create if is_new else Workspace.open
    passphrase = passphrase_for(file)
    try:
        with saying_where_it_comes_from(), opened(file, access(passphrase)) as workspace:
            yield workspace
    except BaseException:
        if is_new:
            file.unlink(missing_ok=True)
        raise
