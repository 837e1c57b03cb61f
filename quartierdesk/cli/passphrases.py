"""Where a passphrase comes from: the environment, the keyboard without echo, or standard input."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quartierdesk.errors import PassphraseError, UserError
from quartierdesk.store.recognition import refuse_foreign

VARIABLE = "QUARTIERDESK_PASSPHRASE"
NEW_VARIABLE = "QUARTIERDESK_NEW_PASSPHRASE"


def passphrase_for(file: Path) -> str | None:
    """Return the passphrase of a file: from the environment, else asked for where there is one."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    return _asked(f"Kennwort von „{file.name}“: ") if is_encrypted(file) else None


def is_encrypted(file: Path) -> bool:
    """Return whether a file asks for a passphrase."""
    try:
        refuse_foreign(file, None)
    except PassphraseError:
        return True
    except UserError:
        return False
    return False


def old_passphrase(file: Path) -> str:
    """Return the present passphrase of an encrypted file, also from a line of standard input."""
    return os.environ.get(VARIABLE) or _asked_or_read(f"Bisheriges Kennwort von „{file.name}“: ")


def new_passphrase() -> str:
    """Return the passphrase that is to hold from now on; at the keyboard it is asked for twice."""
    given = os.environ.get(NEW_VARIABLE)
    if given:
        return given
    typed = _asked_or_read("Neues Kennwort: ")
    if _at_keyboard() and _asked("Noch einmal: ") != typed:
        raise UserError("Die beiden Eingaben sind verschieden.", "Es wurde nichts geändert.")
    return typed


@contextmanager
def saying_where_it_comes_from() -> Iterator[None]:
    """Tell, where a passphrase is missing or wrong, how to give one on the command line."""
    try:
        yield
    except PassphraseError as error:
        hint = f"Die Kommandozeile nimmt es aus der Umgebungsvariablen {VARIABLE}."
        raise PassphraseError(error.sentence, hint) from error


def _asked(question: str) -> str | None:
    return getpass.getpass(question) if _at_keyboard() else None


def _asked_or_read(question: str) -> str:
    if _at_keyboard():
        return getpass.getpass(question)
    line = sys.stdin.buffer.readline()
    try:
        return line.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise UserError(
            "Das Kennwort ist nicht als UTF-8 geschrieben.",
            "Bitte stellen Sie die Eingabe auf UTF-8 um.",
        ) from error


def _at_keyboard() -> bool:
    return sys.stdin.isatty()
