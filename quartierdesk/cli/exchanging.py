"""The commands `package`, `merge`, `conflicts` and `erase-person`: many laptops, one workshop."""

from pathlib import Path

from quartierdesk.cli.options import Options, access, print_json, reading, say, writing
from quartierdesk.cli.passphrases import passphrase_for, saying_where_it_comes_from
from quartierdesk.services import conflicts, merging, packages, participants, privacy, workshops
from quartierdesk.services.conflicts import Conflict
from quartierdesk.services.merging import Merge
from quartierdesk.services.own_table import own_table
from quartierdesk.store.workspace import Workspace


def write_package(options: Options) -> int:
    """Write a package of the whole file, or of what one table needs."""
    target = options.path("out")
    number = options.number("table")
    with reading(options) as workspace:
        if number is None:
            info = packages.write(workspace, target)
        else:
            name = options.maybe("workshop")
            workshop_id = workshops.find(workspace, name).id if name else None
            table_id = packages.table_named(workspace, number, workshop_id)
            info = packages.write_for_table(workspace, target, table_id)
    for_whom = "" if number is None else f" für Tisch {number}"
    say(f"Das Paket{for_whom} steht in „{target}“ (Schritte: {info.entries}, Fotos: {info.files}).")
    return 0


def merge(options: Options) -> int:
    """Take packages in, or show what they would bring; a new file begins with the first one."""
    paths = [Path(name) for name in options.many("packages")]
    if not options.file.exists() and not options.flag("preview"):
        return _begin(options, paths)
    with writing(options) as workspace:
        _merge(workspace, paths, preview=options.flag("preview"))
    return 0


def _begin(options: Options, paths: list[Path]) -> int:
    key = passphrase_for(paths[0])
    with (
        saying_where_it_comes_from(),
        packages.open_as_workspace(paths[0], options.file, access(key)) as workspace,
    ):
        own = own_table(workspace)
        for_whom = f" für Tisch {own.number}" if own else ""
        say(f"„{options.file}“ ist{for_whom} aus „{paths[0].name}“ angelegt.")
        if paths[1:]:
            _merge(workspace, paths[1:], preview=False)
    return 0


def _merge(workspace: Workspace, paths: list[Path], *, preview: bool) -> None:
    with saying_where_it_comes_from():
        found = merging.preview(workspace, paths) if preview else merging.merge(workspace, paths)
    _tell(found)
    if preview:
        say("Gespeichert wurde nichts.")
    else:
        say(f"Der Stand von vorher ist gesichert: „{found.backup}“.")


def _tell(found: Merge) -> None:
    for arrival in found.arrivals:
        new = ", ".join(f"{amount} {word}" for word, amount in arrival.new)
        people = ", ".join(arrival.people)
        print(
            f"{arrival.package.path.name}: {arrival.steps} Schritte"
            + (f" von {people}" if people else "")
            + (f"; neu: {new}" if new else "")
        )
    for warning in found.warnings:
        say(warning)
    for conflict in found.conflicts:
        say(_sentence(conflict))
    if found.open_conflicts:
        say(f"Offene Widersprüche: {found.open_conflicts} („quartierdesk conflicts DATEI“).")


def show_conflicts(options: Options) -> int:
    """List what two laptops wrote without knowing of each other."""
    with reading(options) as workspace:
        found = conflicts.listed(workspace)
    if options.flag("json"):
        print_json([_as_data(each) for each in found])
        return 0
    for each in found:
        print(_sentence(each))
    if not found:
        say("Es gibt keine offenen Widersprüche.")
    return 0


def _sentence(conflict: Conflict) -> str:
    others = "; ".join(f"„{side.text}“ ({side.who})" for side in conflict.others)
    holds = f"es gilt „{conflict.holds.text}“ ({conflict.holds.who})"
    return f"{conflict.what} – {conflict.field_name}: {holds}, dagegen steht {others}."


def _as_data(conflict: Conflict) -> dict[str, object]:
    sides = [
        {"text": side.text, "who": side.who, "at": side.at.isoformat(), "value": side.value}
        for side in conflict.sides
    ]
    return {
        "id": conflict.id,
        "table": conflict.table,
        "row": conflict.row_id,
        "field": conflict.field,
        "what": conflict.what,
        "holds": sides[0],
        "others": sides[1:],
    }


def erase_person(options: Options) -> int:
    """Erase a participant and say what is left to do."""
    with writing(options) as workspace:
        person_id = participants.find(workspace, options.text("person"))
        done = privacy.erase_person(workspace, person_id)
    say(f"Gelöschte Einträge: {done.rows}, frühere Fassungen von Texten: {done.wordings}.")
    if done.releases:
        say(f"Freigegebene Protokolle, deren Inhalt entfernt wurde: {done.releases}.")
    for place in done.places:
        print(f"{place.what} – {place.field_name}: {', '.join(place.found)}")
    if done.places:
        say("An diesen Stellen steht der Name noch; bitte berichtigen Sie sie.")
    for copy in done.pending:
        say(copy.sentence)
    if not done.is_clean:
        say("Die Datei wird beim nächsten Öffnen vollständig bereinigt.")
    return 0
