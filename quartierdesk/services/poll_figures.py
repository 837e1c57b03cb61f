"""The figure of a result for the screen: what the drawing of the protocol shows of its rows."""

from collections.abc import Sequence
from decimal import Decimal

from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.protocol import Figure, Series
from quartierdesk.domain.rounding import german
from quartierdesk.services.poll_results import ResultRow, ResultTable
from quartierdesk.services.weighting import PollView

_TITLES = {"dots": "Punkte", "acceptance": "Akzeptanz in Prozent", "points": "Punkte"}
_TABLE, _NAME = "Ergebnis", "option"


def figure_of(view: PollView, result: ResultTable) -> Figure | None:
    """Return what is drawn beside the table of a result; None where nothing can be drawn.

    What is important and urgent is four lists and no drawing.
    """
    if not result.rows:
        return None
    if view.poll.method == "mood":
        return _mood(view, result)
    if view.poll.method == "effort_benefit":
        return _effort(result)
    return _bars(result) if result.measured else None


def _bars(result: ResultTable) -> Figure:
    title = _TITLES[result.measured]
    told = "; ".join(f"{row.name} {_told(row.bars[0])}" for row in result.rows)
    values = tuple(row.bars[0] for row in result.rows)
    return Figure(
        kind="bars",
        title=title,
        alt_text=f"Balkendiagramm, {title}: {told}.",
        categories=tuple(row.name for row in result.rows),
        series=(Series(title, result.measured, values),),
        table_name=_TABLE,
        category_column=_NAME,
        strong=len(result.rows),
    )


def _mood(view: PollView, result: ResultTable) -> Figure:
    """Return the first and the last count; what lies between is in the table."""
    polls = [each for each in (*view.earlier, view) if isinstance(each.outcome, MoodOutcome)]
    places = (0, len(polls) - 1) if len(polls) > 1 else (0,)
    told = "; ".join(
        f"{row.name} " + ", ".join(_told(row.bars[place]) for place in places)
        for row in result.rows
    )
    return Figure(
        kind="mood",
        title="Anteil der Stimmen",
        alt_text=f"Balkendiagramm, Anteil der Stimmen je Stufe in Prozent: {told}.",
        categories=tuple(row.name for row in result.rows),
        series=tuple(
            Series(polls[place].poll.round, "share", _values(result.rows, place))
            for place in places
        ),
        table_name=_TABLE,
        category_column=_NAME,
    )


def _effort(result: ResultTable) -> Figure | None:
    """Return the field with the marks of the rows that have both estimates."""
    rated = [row for row in result.rows if None not in row.bars]
    if not rated:
        return None
    told = "; ".join(
        f"{row.label} {row.name}: Aufwand {_told(row.bars[0])}, Nutzen {_told(row.bars[1])},"
        f" {row.cells[-1]}"
        for row in rated
    )
    return Figure(
        kind="effort_benefit",
        title="Aufwand und Nutzen",
        alt_text=f"Feld aus Aufwand und Nutzen, je 1 bis 5. {told}.",
        categories=tuple(row.label for row in rated),
        series=(
            Series("Aufwand", "effort", _values(rated, 0)),
            Series("Nutzen", "benefit", _values(rated, 1)),
        ),
        table_name=_TABLE,
        category_column="label",
    )


def _values(rows: Sequence[ResultRow], place: int) -> tuple[int | Decimal | None, ...]:
    return tuple(row.bars[place] for row in rows)


def _told(value: int | Decimal | None) -> str:
    return "–" if value is None else german(value)
