"""Results of closed polls as rows for the screen: the numbers are those of every other format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome, ConsensusResult
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.ranking import Ranked
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome
from quartierdesk.domain.rounding import half_up, percent
from quartierdesk.domain.text import fold
from quartierdesk.services.weighting import PollView

CellKind = Literal["integer", "decimal", "percent", "yes_no", "text"]
Cell = int | Decimal | bool | str | None


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of a result; `key` says what it tells, `places` how many decimals it shows.

    `held` names the poll a column belongs to where several stand side by side.
    """

    key: str
    kind: CellKind = "integer"
    places: int = 0
    held: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One option: its rank (None where the method knows none), whether it is shared, the cells.

    `bars` are what the chart shows for it, one value per poll that is told. `label` is its mark
    in a field („M04“), "" in a list.
    """

    option: str
    name: str
    rank: int | None
    tied: bool
    cells: tuple[Cell, ...]
    bars: tuple[int | Decimal | None, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class ResultTable:
    """A result: rows best first (equal ones by name), sums below the columns that have any.

    `measured` is the key of what the bars show, "" where the result is a field and no bars;
    `highest` is where the axis ends at least, None for as far as the values reach.
    """

    columns: tuple[ResultColumn, ...]
    rows: tuple[ResultRow, ...]
    sums: tuple[Cell, ...] = ()
    measured: str = ""
    highest: int | None = None

    @property
    def has_ties(self) -> bool:
        """Return whether any rank is shared."""
        return any(row.tied for row in self.rows)

    @property
    def ranked(self) -> bool:
        """Return whether the method knows ranks."""
        return any(row.rank is not None for row in self.rows)


Result = TypeVar("Result", bound=Ranked)


def result_table(view: PollView) -> ResultTable | None:
    """Return the result of a closed poll; None while it is hidden."""
    names = view.names
    match view.outcome:
        case DotOutcome():
            return _dots(view.outcome, names)
        case MoodOutcome():
            return _mood(view)
        case ConsensusOutcome():
            return _consensus(view.outcome, names)
        case PairwiseOutcome():
            return _pairwise(view.outcome, names)
        case BordaOutcome():
            return _borda(view.outcome, names)
        case EffortOutcome():
            return _effort(view.outcome, names, view.labels)
        case EisenhowerOutcome():
            return _eisenhower(view.outcome, names)
    return None


def _dots(outcome: DotOutcome, names: Mapping[str, str]) -> ResultTable:
    rows = _ranked_rows(
        outcome.results, names, lambda r: (r.dots, r.share_percent), lambda r: r.dots
    )
    shares = [r.share_percent for r in outcome.results if r.share_percent is not None]
    total = sum(shares, Decimal(0)) if shares else None
    columns = (ResultColumn("dots"), ResultColumn("share", "percent", 1))
    return ResultTable(columns, rows, (outcome.placed, total), "dots")


def _mood(view: PollView) -> ResultTable:
    polls = [each for each in (*view.earlier, view) if isinstance(each.outcome, MoodOutcome)]
    counts = [each.outcome.counts for each in polls if isinstance(each.outcome, MoodOutcome)]
    sums = [sum(each) for each in counts]
    columns: list[ResultColumn] = []
    for each in polls:
        columns.append(ResultColumn("votes", held=each.poll.round))
        columns.append(ResultColumn("share", "percent", 1, each.poll.round))
    rows = []
    for step, option in enumerate(view.poll.options):
        shares = [percent(own[step], total) for own, total in zip(counts, sums, strict=True)]
        cells = [c for own, share in zip(counts, shares, strict=True) for c in (own[step], share)]
        rows.append(
            ResultRow(option.id, view.names[option.id], None, False, tuple(cells), tuple(shares))
        )
    below = tuple(cell for total in sums for cell in (total, None))
    return ResultTable(tuple(columns), tuple(rows), below, "share")


def _consensus(outcome: ConsensusOutcome, names: Mapping[str, str]) -> ResultTable:
    def cells(result: ConsensusResult) -> Sequence[Cell]:
        return (
            result.resistance_sum if result.ballots else None,
            result.mean,
            result.acceptance_percent,
            result.objections,
            result.below_status_quo,
        )

    columns = (
        ResultColumn("resistance"),
        ResultColumn("mean", "decimal", 2),
        ResultColumn("acceptance", "percent", 1),
        ResultColumn("objections"),
        ResultColumn("below", "yes_no"),
    )
    rows = _ranked_rows(outcome.results, names, cells, lambda r: r.acceptance_percent)
    return ResultTable(columns, rows, measured="acceptance", highest=100)


def _pairwise(outcome: PairwiseOutcome, names: Mapping[str, str]) -> ResultTable:
    columns = (ResultColumn("points"), ResultColumn("weight", "percent", 1))
    rows = _ranked_rows(
        outcome.results, names, lambda r: (r.points, r.weight_percent), lambda r: r.points
    )
    return ResultTable(columns, rows, measured="points")


def _borda(outcome: BordaOutcome, names: Mapping[str, str]) -> ResultTable:
    places = 0 if all(r.points.denominator == 1 for r in outcome.results) else 1
    columns = (ResultColumn("points", "decimal", places), ResultColumn("first_places"))
    rows = _ranked_rows(
        outcome.results,
        names,
        lambda r: (half_up(r.points, places), r.first_places),
        lambda r: half_up(r.points, places),
    )
    return ResultTable(columns, rows, measured="points")


def _effort(
    outcome: EffortOutcome, names: Mapping[str, str], labels: Mapping[str, str]
) -> ResultTable:
    columns = (
        ResultColumn("effort", "decimal", 1),
        ResultColumn("benefit", "decimal", 1),
        ResultColumn("ratio", "decimal", 2),
        ResultColumn("quadrant", "text"),
    )
    rows = tuple(
        ResultRow(
            r.option,
            names[r.option],
            None,
            False,
            (r.effort, r.benefit, r.ratio, r.quadrant.label if r.quadrant else None),
            (r.effort, r.benefit),
            labels.get(r.option) or str(number),
        )
        for number, r in enumerate(outcome.results, start=1)
    )
    return ResultTable(columns, rows)


def _eisenhower(outcome: EisenhowerOutcome, names: Mapping[str, str]) -> ResultTable:
    columns = (
        ResultColumn("important"),
        ResultColumn("urgent"),
        ResultColumn("field", "text"),
    )
    rows = tuple(
        ResultRow(
            r.option,
            names[r.option],
            None,
            False,
            (r.important, r.urgent, r.field.label if r.field else None),
            (percent(r.urgent, outcome.ballots), percent(r.important, outcome.ballots)),
        )
        for r in outcome.results
    )
    return ResultTable(columns, rows)


def _ranked_rows(
    results: Iterable[Result],
    names: Mapping[str, str],
    cells: Callable[[Result], Sequence[Cell]],
    bar: Callable[[Result], int | Decimal | None],
) -> tuple[ResultRow, ...]:
    """Return rows best first, equal ones by name, those without a rank last."""
    order = sorted(results, key=lambda r: (r.rank is None, r.rank or 0, fold(names[r.option])))
    return tuple(
        ResultRow(r.option, names[r.option], r.rank, r.tied, tuple(cells(r)), (bar(r),))
        for r in order
    )
