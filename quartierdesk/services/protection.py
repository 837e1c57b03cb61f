"""Protecting a workspace with a passphrase: set, changed, removed; how good it is; on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quartierdesk.domain import clock
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.errors import PassphraseError, UserError
from quartierdesk.services import backups
from quartierdesk.store import backup, replacing
from quartierdesk.store.backup import Backup
from quartierdesk.store.recognition import is_plain
from quartierdesk.store.workspace import Workspace

_LONGEST_JUDGED = 72
"""Characters that are looked at: beyond, a passphrase is good anyhow, and looking takes long."""

_OBVIOUS = (
    "passwort kennwort geheim geheimnis quartier quartierdesk werkstatt bürgerwerkstatt gemeinde"
    " rathaus bürgermeister beteiligung bürgerbeteiligung protokoll hallo willkommen schatz"
)
"""What people in a town hall think of first."""

_WORDS = ("sehr schwach", "schwach", "mittel", "gut", "sehr gut")
_ADVICE = (
    "Das ist in Sekunden erraten. Nehmen Sie vier Wörter, die nichts miteinander zu tun haben.",
    "Das ist leicht zu erraten. Hängen Sie zwei weitere Wörter an, die nicht naheliegen.",
    "Das hält neugierige Menschen ab, aber keine Programme. Ein Wort mehr hilft.",
    "Das genügt. Bewahren Sie es auf Papier auf.",
    "Das ist nicht zu erraten. Bewahren Sie es auf Papier auf.",
)


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: `score` 0 to 4, in a word, and what to do."""

    score: int
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet that is printed and locked away.

    It carries the passphrase itself; whoever prints it has to say so. `spelt` names each of its
    characters, because capitals, figures and blanks look alike on paper.
    """

    file_name: str
    made_on: date
    passphrase: str
    spelt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """What became of changing a passphrase: how many backups got it too, and which did not.

    `left` are backups that keep their former state, because the former passphrase does not open
    them; backups that lie elsewhere are not known here.
    """

    changed_backups: int
    left: tuple[Path, ...]


def strength(passphrase: str) -> Strength:
    """Return how hard a passphrase is to guess, by patterns, names and words people use.

    Source: Wheeler, zxcvbn: Low-Budget Password Strength Estimation (USENIX Security 2016).
    """
    from zxcvbn import zxcvbn

    if not passphrase.strip():
        return Strength(0, _WORDS[0], "Bitte geben Sie ein Kennwort ein.")
    score = int(zxcvbn(passphrase[:_LONGEST_JUDGED], user_inputs=_OBVIOUS.split())["score"])
    return Strength(score, _WORDS[score], _ADVICE[score])


def is_protected(workspace: Workspace) -> bool:
    """Return whether a passphrase is set."""
    return workspace.is_protected


def set_passphrase(workspace: Workspace, new: str, progress: Progress = silently) -> Protected:
    """Encrypt a workspace and its backups.

    Where the workspace is used; it is open again afterwards. A killed program leaves the old file
    or the new one. Raises `UserError` when there is a passphrase already, the new one is no use,
    or there is no room; `CancelledError` when `progress` does; then all is as before.
    """
    if workspace.is_protected:
        raise UserError(
            f"„{workspace.path.name}“ hat schon ein Kennwort.", "Bitte ändern Sie es stattdessen."
        )
    return _exchange(workspace, None, _usable(new), progress)


def change_passphrase(
    workspace: Workspace, old: str, new: str, progress: Progress = silently
) -> Protected:
    """Give a workspace and its backups another passphrase; as `set_passphrase`.

    Raises `PassphraseError` when `old` is not the one there is.
    """
    return _exchange(workspace, _confirmed(workspace, old), _usable(new), progress)


def remove_passphrase(workspace: Workspace, old: str, progress: Progress = silently) -> Protected:
    """Store a workspace and its backups in the clear again; as `change_passphrase`."""
    return _exchange(workspace, _confirmed(workspace, old), None, progress)


def recovery_sheet(workspace: Workspace, passphrase: str) -> RecoverySheet:
    """Return what to print; raises `PassphraseError` when that is not the passphrase."""
    confirmed = _confirmed(workspace, passphrase)
    spelt = tuple(_spelt(character) for character in confirmed)
    return RecoverySheet(workspace.path.name, clock.today(), confirmed, spelt)


def unprotected_backups(workspace: Workspace) -> list[Path]:
    """Return the backups at hand that anybody can read although the workspace is protected."""
    if not workspace.is_protected:
        return []
    return [each.path for each in _backups(workspace) if is_plain(each.path)]


def protect_backups(workspace: Workspace, progress: Progress = silently) -> Protected:
    """Encrypt the backups that `unprotected_backups` names, also after an earlier attempt broke."""
    key = workspace.source().passphrase
    paths = unprotected_backups(workspace)
    return _exchange_backups(paths, (None, key), progress)


def _exchange(
    workspace: Workspace, old: str | None, new: str | None, progress: Progress
) -> Protected:
    path = workspace.path
    workspace.exchange(
        lambda target: replacing.encrypt_to(path, target, (old, new), progress),
        new,
        same_log=True,
    )
    paths = [each.path for each in _backups(workspace)]
    return _exchange_backups(paths, (old, new), silently)


def _exchange_backups(
    paths: list[Path], keys: tuple[str | None, str | None], progress: Progress
) -> Protected:
    left = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            if (keys[0] is None) == is_plain(path):
                replacing.encrypt_in_place(path, keys)
            elif (keys[1] is None) != is_plain(path):
                left.append(path)
        except UserError:
            left.append(path)
    return Protected(len(paths) - len(left), tuple(left))


def _backups(workspace: Workspace) -> Iterator[Backup]:
    """Yield the backups in both places; the same name may lie in each."""
    plan = backups.plan(workspace)
    yield from backup.listed(plan.folder)
    if plan.second is not None:
        yield from backup.listed(plan.second)


def _confirmed(workspace: Workspace, passphrase: str) -> str:
    if not workspace.is_protected:
        raise UserError(f"„{workspace.path.name}“ hat kein Kennwort.", "Bitte setzen Sie eines.")
    if not workspace.opens_with(passphrase):
        raise PassphraseError(
            "Das bisherige Kennwort stimmt nicht.",
            "Bitte geben Sie es noch einmal ein; achten Sie auf Groß- und Kleinschreibung.",
        )
    return passphrase


def _usable(passphrase: str) -> str:
    if not passphrase.strip():
        raise UserError("Das Kennwort ist leer.", "Bitte geben Sie eines ein.")
    if passphrase != passphrase.strip() or not passphrase.isprintable():
        raise UserError(
            "Das Kennwort beginnt oder endet mit einem Leerzeichen oder enthält Zeichen, die man"
            " nicht sieht.",
            "Bitte nehmen Sie ein anderes; Leerzeichen zwischen den Wörtern sind gut.",
        )
    return passphrase


def _spelt(character: str) -> str:
    if character == " ":
        return "Leerzeichen"
    if character.isdigit():
        return f"Ziffer {character}"
    if character.isalpha() and character.lower() != character.upper():
        return f"{'großes' if character.isupper() else 'kleines'} {character}"
    return f"Zeichen {character}"
