"""Indicators: figures of the quarter with year and source."""

from dataclasses import replace

from quartierdesk.domain.workshop import Indicator
from quartierdesk.errors import UserError
from quartierdesk.services.rows import existing, frozen, living, new_row, write_differences
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
    _refuse_impossible(indicator)
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
    _refuse_impossible(after)
    with workspace.transaction("Kennzahl bearbeitet") as session:
        write_differences(existing(session, IndicatorTable, before.id, _THE), before, after)


def remove(workspace: Workspace, indicator_id: str) -> None:
    """Delete a figure."""
    with workspace.transaction("Kennzahl gelöscht") as session:
        existing(session, IndicatorTable, indicator_id, _THE).deleted = True


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


def _refuse_impossible(indicator: Indicator) -> None:
    if not indicator.label.strip() or not indicator.source.strip():
        raise UserError(
            "Eine Kennzahl braucht einen Namen und eine Quelle.",
            "Bitte schreiben Sie dazu, woher die Zahl stammt.",
        )
    if indicator.value is not None and not indicator.value.is_finite():
        raise UserError(
            "Der Wert der Kennzahl ist keine Zahl.", "Bitte schreiben Sie ihn in Ziffern."
        )
