"""The commands `demo` and `import`."""

from pathlib import Path

from quartierdesk.cli.options import (
    Options,
    contributions_named,
    in_quotes,
    print_json,
    reading,
    say,
    writing_or_new,
)
from quartierdesk.domain.importing import ImportPreview
from quartierdesk.domain.text import clean_line
from quartierdesk.errors import UserError
from quartierdesk.exchange.columns import HEADERS, Role
from quartierdesk.exchange.wording import quoted, rows_named, shortened
from quartierdesk.paths import resources
from quartierdesk.services import imports, workshops
from quartierdesk.store.workspace import Workspace

_SHOWN = 20
_WIDEST = 100


def demo(options: Options) -> int:
    """Put the sample workshop into the file."""
    with writing_or_new(options.file) as workspace:
        report = imports.import_workshop(workspace, resources() / "sample/sample_workshop.json")
        label = workshops.find(workspace, report.workshop_id).label
    for warning in report.warnings:
        say(warning)
    print(label)
    say(f"Die Beispielwerkstatt liegt in „{options.file}“ ({label}).")
    return 0


def import_source(options: Options) -> int:
    """Take contributions from a table, or a workshop from JSON, or show what would come."""
    source = options.path("source")
    title = _title(options)
    is_json = imports.is_workshop_json(source)
    if is_json and (options.maybe("workshop") or options.many("column")):
        raise UserError(
            "Diese Datei enthält eine ganze Werkstatt; sie wird immer als neue übernommen.",
            "Bitte lassen Sie „--workshop“ und „--column“ weg.",
        )
    if options.maybe("workshop") and not options.file.exists():
        raise UserError(
            f"Die Datei „{options.file}“ gibt es noch nicht.",
            "Ohne „--workshop“ wird sie mit einer neuen Werkstatt angelegt.",
        )
    if options.flag("preview"):
        return _preview_workshop(source, title) if is_json else _preview_table(options, source)
    with writing_or_new(options.file) as workspace:
        report = (
            imports.import_workshop(workspace, source, title)
            if is_json
            else _import_table(options, workspace, source, title)
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
    title = in_quotes(line.title)
    say(f"{contributions_named(report.contributions)} übernommen: {title} ({line.label}).")
    return 0


def _title(options: Options) -> str:
    """Return the title that was given, "" where there is none."""
    given = options.maybe("title")
    if given is None:
        return ""
    try:
        title = clean_line(given, "Titel")
    except UserError as error:
        raise UserError(error.sentence, "Bitte kürzen Sie ihn.") from error
    if not title:
        raise UserError(
            "Der Titel ist leer.", "Bitte geben Sie einen an, oder lassen Sie „--title“ weg."
        )
    return title


def _import_table(
    options: Options, workspace: Workspace, source: Path, title: str
) -> imports.ImportReport:
    name = options.maybe("workshop")
    target = imports.Target(workshops.find(workspace, name).id if name else None, title)
    try:
        return imports.import_table(
            workspace,
            source,
            target,
            options.many("column"),
            skip_failures=options.flag("skip_errors"),
        )
    except imports.UnusableRowsError as error:
        raise UserError(error.sentence, f"{error.hint} Das tut „--skip-errors“.") from error


def _preview_workshop(source: Path, title: str) -> int:
    found = imports.preview_workshop(source)
    for warning in found.warnings:
        say(warning)
    say(
        f"Es käme die Werkstatt {in_quotes(title or found.title)} mit"
        f" {contributions_named(found.contributions, 'Beiträgen')}. Gespeichert wurde nichts."
    )
    return 0


def _preview_table(options: Options, source: Path) -> int:
    columns = options.many("column")
    if options.file.exists():
        with reading(options) as workspace:
            name = options.maybe("workshop")
            target = imports.Target(workshops.find(workspace, name).id if name else None)
            found = imports.preview_table(workspace, source, target, columns)
    else:
        found = imports.preview_table(None, source, imports.Target(), columns)
    for warning in found.warnings:
        say(warning)
    _say_about(found)
    if options.flag("json"):
        print_json(_as_data(found))
    else:
        for row in found.rows[:_SHOWN]:
            print(f"{row.number:>5}  {shortened(f'{row.title} {row.text}'.strip(), _WIDEST)}")
        if len(found.rows) > _SHOWN:
            print(f"    …  {contributions_named(len(found.rows) - _SHOWN)} mehr")
    come = "käme" if len(found.rows) == 1 else "kämen"
    say(f"Es {come} {contributions_named(len(found.rows))}. Gespeichert wurde nichts.")
    return 0


def _say_about(found: ImportPreview) -> None:
    say(f"Zuordnung der Spalten: {', '.join(_origin(*pair) for pair in found.mapping)}.")
    if found.ignored_columns:
        say(f"Nicht übernommen: {quoted(found.ignored_columns)}.")
    for failure in found.failures[:_SHOWN]:
        say(failure.sentence)
    if len(found.failures) > _SHOWN:
        say(f"Dazu kommen {len(found.failures) - _SHOWN} weitere Fehler.")
    if found.duplicates:
        rows = rows_named(duplicate.number for duplicate in found.duplicates)
        say(f"Gleichlautend mit früheren Beiträgen, trotzdem mitgezählt: {rows}.")
    for pair in imports.like_rows(found)[:_SHOWN]:
        say(f"Fast gleich lauten die Zeilen {pair.first} und {pair.second}.")


def _origin(role: str, column: str) -> str:
    header = HEADERS.get(Role(role), role)
    return header if header == column else f"{header} aus „{column}“"


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
