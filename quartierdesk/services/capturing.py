"""Capturing at the line: a line becomes a card, a mention or many cards; what is half-typed stays.

Each verb stores and empties the line in one operation, so that after a crash a text is either
among the cards or back in the line, never both and never neither.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace

from quartierdesk.domain.capture_line import ParsedLine
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.rounding import german
from quartierdesk.domain.text import says_something
from quartierdesk.errors import UserError
from quartierdesk.services import contributions, drafts
from quartierdesk.services.half_typed import HalfTyped, half_typed, place_of
from quartierdesk.store.workspace import Workspace

__all__ = [
    "CAPTURE_MODE",
    "HalfTyped",
    "count_mention",
    "edit_line",
    "half_typed",
    "keep_half_typed",
    "store_line",
    "store_lines",
]

CAPTURE_MODE = "zuruf"
"""Way of capture of what is typed while people speak."""

_CHUNK = 200


def keep_half_typed(workspace: Workspace, workshop_id: str, typed: HalfTyped) -> None:
    """Keep what stands in the line, so that a crash does not take it."""
    kept = "" if typed == HalfTyped() else json.dumps(asdict(typed), ensure_ascii=False)
    drafts.keep(workspace, place_of(workshop_id), kept)


def store_line(
    workspace: Workspace, workshop_id: str, line: ParsedLine, table: int | None = None
) -> Contribution:
    """Store a line as a new card at `table`, or at the table that it names itself.

    Raises `UserError` where nothing remains beside the codes.
    """
    number = line.table or table
    label = contributions.next_label(workspace, workshop_id, number)
    with workspace.transaction(f"Beitrag {label} erfasst"):
        card = _card(line, _table_id(workspace, workshop_id, number), label)
        stored = contributions.capture(workspace, workshop_id, card)
        keep_half_typed(workspace, workshop_id, HalfTyped(table=number))
    return stored


def store_lines(
    workspace: Workspace,
    workshop_id: str,
    lines: Sequence[ParsedLine],
    table: int | None = None,
    advanced: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Store many lines as cards in one operation, all or none of them.

    Raises `UserError`, which names it, for a line without a text. `advanced` is told how
    many of all are done; what it raises takes everything back.
    """
    amount = "Beitrag" if len(lines) == 1 else f"{german(len(lines))} Beiträge"
    empty = next((at for at, line in enumerate(lines, 1) if not says_something(line.text)), None)
    if empty is not None:
        raise UserError(
            f"Zeile {german(empty)} besteht nur aus Kürzeln.",
            "Bitte schreiben Sie dazu, was gesagt wurde, oder lassen Sie die Zeile weg.",
        )
    with workspace.transaction(f"{amount} eingefügt"):
        numbers = {line.table or table for line in lines}
        ids = {number: _table_id(workspace, workshop_id, number) for number in numbers}
        for start in range(0, len(lines), _CHUNK):
            advanced(start, len(lines))
            chunk = lines[start : start + _CHUNK]
            cards = [_card(line, ids[line.table or table]) for line in chunk]
            contributions.capture_many(workspace, workshop_id, cards)


def edit_line(
    workspace: Workspace,
    before: Contribution,
    taken: ParsedLine,
    line: ParsedLine,
    table: int | None,
) -> None:
    """Store what a line changes in the card that was taken into it as `taken`.

    What a line cannot say about a card stays as it is. `table` is the number beside the line.
    """
    if not says_something(line.text):
        raise UserError("Der Beitrag ist leer.", "Bitte schreiben Sie auf, was gesagt wurde.")
    fields = _changed((before.action_field, *before.further_fields), taken.fields, line.fields)
    with workspace.transaction(f"Beitrag {before.label} bearbeitet") as session:
        workshop_id = contributions.workshop_of(session, before.id)
        after = replace(
            before,
            text_original=line.text,
            kind=before.kind if line.kind == taken.kind else line.kind,
            table_id=_table_id(workspace, workshop_id, line.table or table),
            action_field=fields[0] if fields else "",
            further_fields=fields[1:],
            target_groups=_changed(before.target_groups, taken.groups, line.groups),
            mention_count=line.mentions,
        )
        contributions.edit(workspace, before, after)
        keep_half_typed(workspace, workshop_id, HalfTyped())


def count_mention(
    workspace: Workspace, workshop_id: str, contribution_id: str, table: int | None = None
) -> int:
    """Count what stands in the line as one more mention of a card; return how many there are."""
    with workspace.transaction("Mehrfachnennung gezählt"):
        mentions = contributions.mention_again(workspace, contribution_id)
        keep_half_typed(workspace, workshop_id, HalfTyped(table=table))
    return mentions


def _changed(
    all_codes: Iterable[str], shown: Sequence[str], wanted: Sequence[str]
) -> tuple[str, ...]:
    """Return the codes of a card after a line changed those of them that it could show."""
    if tuple(shown) == tuple(wanted):
        return tuple(code for code in all_codes if code)
    hidden = [code for code in all_codes if code and code not in shown]
    return tuple(dict.fromkeys([*wanted, *hidden]))


def _table_id(workspace: Workspace, workshop_id: str, number: int | None) -> str | None:
    return None if number is None else contributions.table_id(workspace, workshop_id, number)


def _card(line: ParsedLine, table_id: str | None, label: str = "") -> Contribution:
    if not says_something(line.text):
        raise UserError("Der Beitrag ist leer.", "Bitte schreiben Sie auf, was gesagt wurde.")
    return Contribution(
        new_id(),
        label,
        line.text,
        kind=line.kind,
        capture_mode=CAPTURE_MODE,
        table_id=table_id,
        action_field=line.fields[0] if line.fields else "",
        further_fields=line.fields[1:],
        target_groups=line.groups,
        mention_count=line.mentions,
    )
