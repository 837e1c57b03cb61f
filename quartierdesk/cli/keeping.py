"""The commands `backup`, `restore`, `passphrase` and `check`: that nothing gets lost."""

from pathlib import Path

from quartierdesk.cli.options import Options, access, print_json, reading, say, writing
from quartierdesk.cli.passphrases import (
    is_encrypted,
    new_passphrase,
    old_passphrase,
    passphrase_for,
    saying_where_it_comes_from,
)
from quartierdesk.errors import DamagedFileError, UserError
from quartierdesk.services import backups, checking, protection, restoring
from quartierdesk.services.backups import Backup
from quartierdesk.store.workspace import Workspace


def back_up(options: Options) -> int:
    """Make a backup, or list those there are."""
    with reading(options) as workspace:
        plan = backups.plan(workspace)
    if options.flag("list"):
        return _list(backups.listed(plan), as_json=options.flag("json"))
    made = backups.make(plan, "manual")
    print(made.backup.path)
    say(f"Gesichert und geprüft: {made.backup.name.content_in_words}.")
    if made.warning:
        say(made.warning)
    return 0


def _list(found: list[Backup], *, as_json: bool) -> int:
    if as_json:
        print_json([_as_data(each) for each in found])
        return 0
    for each in found:
        print(each.path)
    if not found:
        say("Es gibt noch keine Sicherung.")
    return 0


def _as_data(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "moment": backup.name.moment.isoformat(),
        "reason": backup.name.reason,
        "workshops": backup.name.workshops,
        "contributions": backup.name.contributions,
        "bytes": backup.size,
    }


def restore(options: Options) -> int:
    """Put a backup in the place of the file, or show what that would change."""
    file = options.file.absolute()
    try:
        with writing(options) as workspace:
            return _restore_open(workspace, _backup_named(workspace, options), options)
    except DamagedFileError as error:
        if options.flag("preview") or not options.path("backup").is_file():
            raise
        say(error.sentence)
    with saying_where_it_comes_from():
        source = options.path("backup")
        restored = restoring.restore_damaged(file, source, passphrase_for(source))
    say(f"Wiederhergestellt. Die beschädigte Datei heißt jetzt „{restored.kept.name}“.")
    return 0


def _backup_named(workspace: Workspace, options: Options) -> Path:
    """Return the backup that was named by its path, or only by its name."""
    given = options.path("backup")
    for candidate in (given, workspace.backup_folder / given.name):
        if candidate.is_file():
            return candidate.absolute()
    raise UserError(
        f"Die Sicherung „{given}“ gibt es nicht.", "„quartierdesk backup DATEI --list“ nennt alle."
    )


def _restore_open(workspace: Workspace, path: Path, options: Options) -> int:
    with saying_where_it_comes_from():
        key = passphrase_for(path)
        found = restoring.compare(backups.plan(workspace), path, key)
        for kind in found.kinds:
            say(
                f"{kind.name}: {kind.now} jetzt, {kind.then} in der Sicherung;"
                f" {kind.lost} fielen weg, {kind.regained} kämen zurück,"
                f" {kind.changed} würden geändert."
            )
        if options.flag("preview"):
            return 0
        restored = restoring.restore(workspace, path, key)
    say(f"Wiederhergestellt. Der Stand von vorher ist gesichert: „{restored.kept.name}“.")
    return 0


def change_passphrase(options: Options) -> int:
    """Set, change or remove the passphrase of a file and of its backups."""
    encrypted = is_encrypted(options.file)
    old = old_passphrase(options.file) if encrypted else None
    if options.flag("remove") and old is None:
        raise UserError(
            f"„{options.file.name}“ hat kein Kennwort.", "Es gibt also keines zu entfernen."
        )
    with saying_where_it_comes_from(), Workspace.open(options.file, access(old)) as workspace:
        done, sentence = _exchanged(workspace, old, remove=options.flag("remove"))
    say(sentence)
    for path in done.left:
        say(f"Diese Sicherung ließ sich nicht umstellen: „{path}“.")
    return 0


def _exchanged(
    workspace: Workspace, old: str | None, *, remove: bool
) -> tuple[protection.Protected, str]:
    name = workspace.path.name
    if remove and old is not None:
        done = protection.remove_passphrase(workspace, old)
        return done, f"„{name}“ und ihre Sicherungen haben kein Kennwort mehr."
    new = new_passphrase()
    judged = protection.strength(new)
    if old is None:
        done = protection.set_passphrase(workspace, new)
    else:
        done = protection.change_passphrase(workspace, old, new)
    return done, (
        f"„{name}“ und ihre Sicherungen öffnen sich nur noch mit dem neuen Kennwort. Es ist"
        f" {judged.word}. Ohne das Kennwort ist die Datei verloren; bewahren Sie es sicher auf."
    )


def check(options: Options) -> int:
    """Say what is wrong with the file, with `--deep` also with photos and backups."""
    with writing(options) as workspace:
        problems = checking.problems(workspace)
        if options.flag("deep"):
            problems += checking.deep_problems(workspace)
    for problem in problems:
        say(problem)
    if not problems:
        say(f"„{options.file.name}“ ist in Ordnung.")
    return 1 if problems else 0
