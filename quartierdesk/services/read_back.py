"""Reading an edited workbook back: first what is different, then, on request, storing it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.protocol import cell_text
from quartierdesk.domain.read_back import Difference, NewRow, ReadBack, Unreadable
from quartierdesk.errors import UserError
from quartierdesk.services import clusters, contributions, import_log, measures
from quartierdesk.services.contribution_rules import refuse_impossible_contribution
from quartierdesk.services.import_log import ImportNote
from quartierdesk.services.read_back_cells import TableReading
from quartierdesk.services.read_back_columns import OPEN_COLUMNS
from quartierdesk.services.workbook_state import CurrentState, Thing, current_state
from quartierdesk.store.workspace import Workspace

_STAGES = 3  # the workbook, the workspace, the comparison


def compare(
    workspace: Workspace, workshop_id: str, source: Path, progress: Progress = silently
) -> ReadBack:
    """Return what an edited workbook says differently from the workspace; nothing is stored.

    Raises `UserError` for a file that is no internal workbook of this workshop or cannot be read.
    """
    from quartierdesk.exchange.workbook_rows import find_table
    from quartierdesk.exchange.workbook_sheets import read_workbook

    progress(0, _STAGES)
    edited = read_workbook(source)
    progress(1, _STAGES)
    if edited.marked.workshop_id != workshop_id:
        raise UserError(
            f"„{import_log.name_of(source)}“ zeigt eine andere Werkstatt.",
            "Bitte wählen Sie die Werkstatt, aus der die Arbeitsmappe stammt.",
        )
    with workspace.reading():
        state = current_state(workspace, workshop_id)
    progress(2, _STAGES)
    found = ReadBack(workshop_id)
    for marked in edited.marked.tables:
        if marked.name not in OPEN_COLUMNS:
            continue
        table = find_table(edited, marked)
        if table is None:
            notice = f"Das Blatt „{marked.sheet}“ oder seine Überschriften fehlen; dort wurde"
            found = replace(found, notices=(*found.notices, f"{notice} nichts gelesen."))
        else:
            found = _joined(found, TableReading(table, state).result())
    return _judged(found, state)


def take_over(
    workspace: Workspace,
    source: Path,
    workshop_id: str,
    differences: Sequence[Difference],
    new_rows: Sequence[NewRow] = (),
) -> int:
    """Store the chosen differences and rows as one operation; return how many.

    All or nothing. Raises `UserError` where the workspace has changed since they were compared,
    or where something of them is impossible.
    """
    if not differences and not new_rows:
        return 0
    with workspace.transaction(f"Arbeitsmappe zurückgelesen: {import_log.name_of(source)}"):
        state = current_state(workspace, workshop_id)
        for each in differences:
            _refuse_stale(each, state)
        for before, after in _edits(differences, state):
            _edit(workspace, before, after)
        _add(workspace, workshop_id, new_rows)
        count = len(differences) + len(new_rows)
        import_log.note(workspace, ImportNote("workbook", source, count))
    return count


def _joined(first: ReadBack, second: ReadBack) -> ReadBack:
    return replace(
        first,
        differences=(*first.differences, *second.differences),
        new_rows=(*first.new_rows, *second.new_rows),
        unreadable=(*first.unreadable, *second.unreadable),
        notices=(*first.notices, *second.notices),
    )


def _judged(found: ReadBack, state: CurrentState) -> ReadBack:
    """Set differences and rows aside that together would make something impossible."""
    unreadable = list(found.unreadable)
    refused: set[str] = set()
    for before, after in _edits(found.differences, state):
        reason = _impossible(after)
        if reason:
            refused.add(before.id)
            places = [d.place for d in found.differences if d.row_id == before.id]
            unreadable.append(Unreadable(", ".join(places), reason))
    rows: list[NewRow] = []
    for row in found.new_rows:
        reason = _impossible(_new_thing(row))
        if reason:
            unreadable.append(Unreadable(row.place, reason))
        else:
            rows.append(row)
    return replace(
        found,
        differences=tuple(d for d in found.differences if d.row_id not in refused),
        new_rows=tuple(rows),
        unreadable=tuple(unreadable),
    )


def _impossible(thing: Thing) -> str:
    try:
        if isinstance(thing, Measure):
            measures.refuse_impossible(thing)
        elif isinstance(thing, Contribution):
            refuse_impossible_contribution(thing)
    except UserError as error:
        return f"{error.sentence} {error.hint}".strip()
    return ""


def _edits(differences: Iterable[Difference], state: CurrentState) -> list[tuple[Thing, Thing]]:
    """Return each thing that changes before and after, in the order of the differences."""
    fields: dict[str, dict[str, object]] = {}
    before: dict[str, Thing] = {}
    for each in differences:
        before[each.row_id] = state.things[each.table][each.row_id]
        fields.setdefault(each.row_id, {})[each.field] = each.value
    return [(thing, _changed(thing, fields[row_id])) for row_id, thing in before.items()]


def _changed(thing: Thing, fields: dict[str, object]) -> Thing:
    # A card that gets a place on the wall is no longer put aside.
    if fields.get("cluster_id") and "in_idea_store" not in fields:
        fields = {**fields, "in_idea_store": False}
    return replace(thing, **cast("dict[str, Any]", fields))


def _refuse_stale(difference: Difference, state: CurrentState) -> None:
    row_id, key = difference.row_id, difference.column
    table = state.tables.get(difference.table)
    is_there = table is not None and row_id in table.rows
    if table is None or not is_there or cell_text(*table.cell(row_id, key)) != difference.before:
        raise UserError(
            f"„{difference.heading}“ von {difference.label} wurde inzwischen geändert.",
            "Bitte lesen Sie die Arbeitsmappe noch einmal ein.",
        )


def _edit(workspace: Workspace, before: Thing, after: Thing) -> None:
    if isinstance(before, Measure) and isinstance(after, Measure):
        measures.edit(workspace, before, after)
    elif isinstance(before, Cluster) and isinstance(after, Cluster):
        clusters.edit(workspace, before, after)
    elif isinstance(before, Contribution) and isinstance(after, Contribution):
        contributions.edit(workspace, before, after)


def _add(workspace: Workspace, workshop_id: str, rows: Iterable[NewRow]) -> None:
    made = [_new_thing(row) for row in rows]
    cards = [thing for thing in made if isinstance(thing, Contribution)]
    if cards:
        contributions.capture_many(workspace, workshop_id, cards)
    for thing in made:
        if isinstance(thing, Cluster):
            clusters.create(workspace, workshop_id, thing)
        elif isinstance(thing, Measure):
            measures.create(workspace, workshop_id, thing)


def _new_thing(row: NewRow) -> Thing:
    fields = cast("dict[str, Any]", dict(row.fields))
    if row.table == "Beitraege":
        return Contribution(**{"id": new_id(), "label": "", "text_original": "", **fields})
    kind = Cluster if row.table == "Themenfelder" else Measure
    return kind(**{"id": new_id(), "label": "", "title": "", **fields})
