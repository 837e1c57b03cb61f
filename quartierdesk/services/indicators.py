"""Indicators: figures of the quarter with year and source."""

from collections.abc import Sequence
from dataclasses import replace

from quartierdesk.domain import indicators
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import fold
from quartierdesk.domain.workshop import Indicator, Workshop
from quartierdesk.services.rows import existing, frozen, living, new_row, write, write_differences
from quartierdesk.store.schema.frame import Indicator as IndicatorTable
from quartierdesk.store.schema.frame import Quarter as QuarterTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace

_THE = "die Kennzahl"


def add(
    workspace: Workspace, quarter_id: str, indicator: Indicator, workshop_id: str | None = None
) -> None:
    """Store a figure of a quarter, after the others.

    With `workshop_id` it stands in that workshop's report.
    """
    indicators.refuse_impossible(indicator)
    with workspace.transaction("Kennzahl ergänzt") as session:
        existing(session, QuarterTable, quarter_id, "das Quartier")
        if workshop_id is not None:
            existing(session, WorkshopTable, workshop_id, "die Werkstatt")
        rows = living(session, IndicatorTable, IndicatorTable.quarter_id == quarter_id)
        last = max((row.position for row in rows), default=-1)
        indicator = replace(indicator, position=max(indicator.position, last + 1))
        belongs = {"quarter_id": quarter_id, "workshop_id": workshop_id}
        session.add(new_row(IndicatorTable, indicator, **belongs))


def edit(workspace: Workspace, before: Indicator, after: Indicator) -> None:
    """Store what `after` changes in `before`."""
    indicators.refuse_impossible(after)
    with workspace.transaction("Kennzahl bearbeitet") as session:
        write_differences(existing(session, IndicatorTable, before.id, _THE), before, after)


def remove(workspace: Workspace, indicator_id: str) -> None:
    """Delete a figure."""
    with workspace.transaction("Kennzahl gelöscht") as session:
        existing(session, IndicatorTable, indicator_id, _THE).deleted = True


def store_all(
    workspace: Workspace,
    workshop: Workshop,
    before: Sequence[Indicator],
    after: Sequence[Indicator],
) -> None:
    """Store other figures of a workshop's report in the order in which they are given."""
    known = {each.id: each for each in before}
    kept = {each.id for each in after}
    with workspace.transaction("Kennzahlen bearbeitet") as session:
        for each in before:
            if each.id not in kept:
                remove(workspace, each.id)
        for each in after:
            if each.id not in known:
                add(workspace, workshop.quarter_id, each, workshop.id)
            elif each != known[each.id]:
                edit(workspace, known[each.id], each)
        for place, each in enumerate(after):
            write(existing(session, IndicatorTable, each.id, _THE), {"position": place})


def carry_over(workspace: Workspace, workshop: Workshop) -> None:
    """Put the figures of its quarter into the report of a new workshop.

    They are said of the quarter, not of the evening: of each figure the one of the newest year. The
    report gets figures of its own, so that a later correction leaves earlier minutes as they are.
    """
    newest: dict[str, Indicator] = {}
    for each in of_quarter(workspace, workshop.quarter_id):
        known = newest.get(_kind(each))
        if known is None or (each.year or 0) >= (known.year or 0):
            newest[_kind(each)] = each
    there = {_kind(each) for each in of_workshop(workspace, workshop.id)}
    for each in sorted(newest.values(), key=lambda i: i.position):
        if _kind(each) not in there:
            add(workspace, workshop.quarter_id, replace(each, id=new_id()), workshop.id)


def follow(workspace: Workspace, workshop: Workshop) -> None:
    """Give a workshop the figures of the quarter it was moved to.

    Figures that another workshop of the former quarter has as well are that quarter's and stay
    there; what was found out for this workshop alone goes with it.
    """
    own = of_workshop(workspace, workshop.id)
    with workspace.reading() as session:
        rows = living(session, IndicatorTable, IndicatorTable.workshop_id == workshop.id)
        former = {row.quarter_id for row in rows} - {workshop.quarter_id}
    beside = {
        _said(each)
        for quarter_id in former
        for each in _of_others(workspace, quarter_id, workshop.id)
    }
    with workspace.transaction("Kennzahlen des anderen Quartiers") as session:
        for each in own:
            row = existing(session, IndicatorTable, each.id, _THE)
            if _said(each) in beside:
                row.deleted = True
            else:
                row.quarter_id = workshop.quarter_id
        carry_over(workspace, workshop)


def of_quarter(workspace: Workspace, quarter_id: str) -> list[Indicator]:
    """Return all figures of a quarter."""
    with workspace.reading() as session:
        rows = living(session, IndicatorTable, IndicatorTable.quarter_id == quarter_id)
        return [frozen(Indicator, row) for row in rows]


def of_workshop(workspace: Workspace, workshop_id: str) -> list[Indicator]:
    """Return the figures in the report of a workshop."""
    with workspace.reading() as session:
        rows = living(session, IndicatorTable, IndicatorTable.workshop_id == workshop_id)
        return [frozen(Indicator, row) for row in rows]


def _of_others(workspace: Workspace, quarter_id: str, workshop_id: str) -> list[Indicator]:
    with workspace.reading() as session:
        rows = living(session, IndicatorTable, IndicatorTable.quarter_id == quarter_id)
        return [frozen(Indicator, row) for row in rows if row.workshop_id != workshop_id]


def _kind(indicator: Indicator) -> str:
    """Return what a figure is about: its code, or its words where it has none."""
    return indicator.code or fold(indicator.label)


def _said(indicator: Indicator) -> Indicator:
    """Return what a figure says, wherever it stands."""
    return replace(indicator, id="", position=0)
