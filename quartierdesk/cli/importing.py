"""The commands `demo` and `import`."""

from pathlib import Path

from quartierdesk.cli.options import Options, print_json, reading, say, writing_or_new
from quartierdesk.domain.importing import ImportPreview
from quartierdesk.errors import UserError
from quartierdesk.paths import resources
from quartierdesk.services import imports, workshops
from quartierdesk.store.workspace import Workspace

_SHOWN = 20


def demo(options: Options) -> int:
    """Put the sample workshop into the file."""
    with writing_or_new(options.file) as workspace:
        report = imports.import_workshop(workspace, resources() / "sample/sample_workshop.json")
        label = workshops.find(workspace, report.workshop_id).label
    print(label)
    say(f"Die Beispielwerkstatt liegt in „{options.file}“.")
    return 0


def import_source(options: Options) -> int:
    """Take contributions from a table, or a workshop from JSON, or show what would come."""
    source = Path(options.text("source"))
    is_json = imports.is_workshop_json(source)
    if is_json and (options.maybe("workshop") or options.many("column")):
        raise UserError(
            "Diese Datei enthält eine ganze Werkstatt; sie wird immer als neue übernommen.",
            "Bitte lassen Sie „--workshop“ und „--column“ weg.",
        )
    if options.flag("preview"):
        return _preview_workshop(source) if is_json else _preview_table(options, source)
    with writing_or_new(options.file) as workspace:
        if is_json:
            report = imports.import_workshop(workspace, source, options.maybe("title") or "")
        else:
            report = imports.import_table(
                workspace,
                source,
                _target(options, workspace),
                options.many("column"),
                skip_failures=options.flag("skip_errors"),
            )
        line = workshops.find(workspace, report.workshop_id)
    for warning in report.warnings:
        say(warning)
    if report.preview is not None:
        _say_about(report.preview)
    if options.flag("json"):
        print_json({"workshop": line.label, "contributions": report.contributions})
    else:
        print(line.label)
    say(f"{_amount(report.contributions)} übernommen: „{line.title}“ ({line.label}).")
    return 0


def _target(options: Options, workspace: Workspace) -> imports.Target:
    name = options.maybe("workshop")
    workshop_id = workshops.find(workspace, name).id if name else None
    return imports.Target(workshop_id, options.maybe("title") or "")


def _preview_workshop(source: Path) -> int:
    found = imports.preview_workshop(source)
    for warning in found.warnings:
        say(warning)
    say(
        f"Es käme die Werkstatt „{found.title}“ mit {_amount(found.contributions)}."
        " Gespeichert wurde nichts."
    )
    return 0


def _preview_table(options: Options, source: Path) -> int:
    columns = options.many("column")
    if options.file.exists():
        with reading(options) as workspace:
            target = _target(options, workspace)
            found = imports.preview_table(workspace, source, target, columns)
    elif options.maybe("workshop"):
        raise UserError(f"Die Datei „{options.file}“ gibt es noch nicht.")
    else:
        found = imports.preview_table(None, source, imports.Target(), columns)
    for warning in found.warnings:
        say(warning)
    _say_about(found)
    if options.flag("json"):
        print_json(_as_data(found))
    else:
        for row in found.rows[:_SHOWN]:
            print(f"{row.number}\t{row.title or row.text}".replace("\n", " "))
    say(f"Es kämen {_amount(len(found.rows))}. Gespeichert wurde nichts.")
    return 0


def _say_about(found: ImportPreview) -> None:
    roles = ", ".join(f"{role} = „{column}“" for role, column in found.mapping)
    say(f"Zuordnung der Spalten: {roles}.")
    if found.ignored_columns:
        say(f"Nicht übernommen werden die Spalten: {', '.join(found.ignored_columns)}.")
    for failure in found.failures[:_SHOWN]:
        say(f"Zeile {failure.number}: {failure.sentence}")
    if len(found.failures) > _SHOWN:
        say(f"Dazu {len(found.failures) - _SHOWN} weitere Zeilen, die nicht gelesen werden können.")
    if found.duplicates:
        numbers = ", ".join(str(duplicate.number) for duplicate in found.duplicates[:_SHOWN])
        more = " …" if len(found.duplicates) > _SHOWN else ""
        say(f"Gleichlautend mit früheren Beiträgen sind die Zeilen {numbers}{more}.")


def _as_data(found: ImportPreview) -> dict[str, object]:
    return {
        "mapping": dict(found.mapping),
        "ignored_columns": list(found.ignored_columns),
        "rows": [
            {"row": row.number, "label": row.label, "title": row.title, "text": row.text}
            for row in found.rows
        ],
        "failures": [
            {"row": failure.number, "column": failure.column, "reason": failure.sentence}
            for failure in found.failures
        ],
        "duplicates": [
            {"row": duplicate.number, "of_row": duplicate.of_number}
            for duplicate in found.duplicates
        ],
        "warnings": list(found.warnings),
    }


def _amount(number: int) -> str:
    return "1 Beitrag" if number == 1 else f"{number} Beiträge"
