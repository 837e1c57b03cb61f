"""A table of another program seen as contributions: what would come in, and what would not."""

from collections.abc import Collection, Iterable, Mapping

from quartierdesk.domain.importing import (
    DuplicateHint,
    ImportPreview,
    ImportRow,
    SourceColumn,
    TableSample,
)
from quartierdesk.domain.text import fold
from quartierdesk.errors import UserError
from quartierdesk.exchange.columns import HEADERS, Role, is_known_name, personal_columns
from quartierdesk.exchange.contribution_row import Labels, RowReader
from quartierdesk.exchange.tables import Table
from quartierdesk.exchange.wording import quoted, shortened

_SAMPLES = 5
_LONGEST_SAMPLE = 120


def preview(
    table: Table,
    roles: Mapping[Role, int],
    *,
    labels: Labels | None = None,
    known_texts: Collection[str] = (),
) -> ImportPreview:
    """Return what an import of `table` would bring in; nothing is cut, guessed or dropped.

    `roles` says which column (index) is what; `labels` are the catalogues for `ACTION_FIELD`,
    `TARGET_GROUPS` and `THEMES`, and may add to the kinds; `known_texts` are the texts already
    stored. A row without text, with a text that is too long, or with an unreadable number is a
    failure. A value that no catalogue knows and an unreadable date are left out and named in a
    warning. Raises `UserError` when no column holds the texts.
    """
    if Role.TEXT not in roles:
        raise _no_text_column(table)
    reading = RowReader(table, roles, labels or {})
    rows = [row for row in map(reading.contribution, table.rows) if row is not None]
    imported = {role: at for role, at in roles.items() if role is not Role.AUTHOR}
    return ImportPreview(
        rows=tuple(rows),
        failures=tuple(reading.failures),
        duplicates=_duplicates(rows, known_texts),
        mapping=tuple((role.value, table.columns[at]) for role, at in imported.items()),
        ignored_columns=tuple(
            name for at, name in enumerate(table.columns) if at not in imported.values()
        ),
        warnings=(*table.warnings, *_column_warnings(table, roles), *reading.warnings()),
    )


def sample(table: Table, roles: Mapping[Role, int], most: int = _SAMPLES) -> TableSample:
    """Return the columns of a table with their roles and up to `most` cells of each."""
    by_place = {at: role.value for role, at in roles.items()}
    columns = []
    for at, name in enumerate(table.columns):
        filled = [row.cells[at] for row in table.rows if row.cells[at].strip()]
        shown = tuple(shortened(cell, _LONGEST_SAMPLE) for cell in filled[:most])
        columns.append(SourceColumn(name, by_place.get(at, ""), shown, len(filled)))
    names = tuple((role.value, HEADERS[role]) for role in Role if role in HEADERS)
    return TableSample(tuple(columns), len(table.rows), names, table.warnings)


def _column_warnings(table: Table, roles: Mapping[Role, int]) -> Iterable[str]:
    personal = personal_columns(table.columns)
    if Role.AUTHOR in roles:
        personal.append(table.columns[roles[Role.AUTHOR]])
    imported = {table.columns[at] for role, at in roles.items() if role is not Role.AUTHOR}
    left_out = [name for name in dict.fromkeys(personal) if name not in imported]
    if left_out:
        yield f"Angaben zu Personen werden nicht übernommen: {quoted(left_out)}."
    text = table.columns[roles[Role.TEXT]]
    if len(table.columns) == 1 and not is_known_name(text, Role.TEXT):
        yield (
            f"Die erste Zeile „{shortened(text)}“ gilt als Überschrift und wird nicht als Beitrag"
            " übernommen."
        )
    if not table.rows:
        yield "Unter der Kopfzeile steht keine Zeile mit einem Beitrag."


def _duplicates(
    rows: Iterable[ImportRow], known_texts: Collection[str]
) -> tuple[DuplicateHint, ...]:
    known = {_folded_text(text) for text in known_texts}
    first: dict[str, int] = {}
    hints: list[DuplicateHint] = []
    for row in rows:
        folded = _folded_text(row.text)
        if folded in known:
            hints.append(DuplicateHint(row.number, None, row.text))
        elif folded in first:
            hints.append(DuplicateHint(row.number, first[folded], row.text))
        else:
            first[folded] = row.number
    return tuple(hints)


def _folded_text(text: str) -> str:
    return " ".join(fold(text).split())


def _no_text_column(table: Table) -> UserError:
    lengths = {
        name: sum(len(row.cells[at]) for row in table.rows) for at, name in enumerate(table.columns)
    }
    likely = max(lengths, key=lambda name: lengths[name], default="")
    hint = f"Vorhanden: {quoted(table.columns)}."
    if lengths.get(likely):
        hint += f" Die längsten Texte stehen in „{likely}“: Ordnen Sie zu „text={likely}“."
    return UserError("In der Tabelle ist keine Spalte mit den Beiträgen zu erkennen.", hint)
