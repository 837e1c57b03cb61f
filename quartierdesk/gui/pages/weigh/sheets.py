"""Sheets that people filled in, as rows of a grid and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QCoreApplication

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Ballot, BallotMark, Poll
from quartierdesk.gui.pages.weigh.grid_model import EntryColumn, EntryRow, Value

_LOWEST_ESTIMATE, _HIGHEST_ESTIMATE = 1, 5
_USUAL_SCALE = 10


@dataclass(frozen=True, slots=True)
class _Field:
    """One thing to fill in behind a row: which mark of the ballot it is."""

    aspect: str
    column: EntryColumn


def columns_of(poll: Poll) -> tuple[EntryColumn, ...]:
    """Return what is filled in for each row of a sheet."""
    return tuple(field.column for field in _fields(poll))


def rows_of(poll: Poll, names: Mapping[str, str]) -> tuple[EntryRow, ...]:
    """Return the rows of a sheet: the options, or all pairs of them."""
    if poll.method != "pairwise":
        return tuple(EntryRow(option.id, names[option.id]) for option in poll.options)
    return tuple(
        EntryRow(f"{a.id} {b.id}", names[a.id], names[b.id])
        for a, b in combinations(poll.options, 2)
    )


def values_of(poll: Poll, ballot: Ballot | None) -> list[list[Value]]:
    """Return what a sheet says, row by row; an empty sheet says nothing."""
    said = {}
    for mark in ballot.marks if ballot is not None else ():
        said[(mark.option_id, mark.against_id, mark.aspect)] = mark.value
        if mark.against_id is not None:
            # A pair may stand the other way round on the sheet.
            said.setdefault((mark.against_id, mark.option_id, mark.aspect), 2 - mark.value)
    return [[said.get(place) for place in row] for row in _places(poll)]


def ballot_of(poll: Poll, values: Sequence[Sequence[Value]], ballot: Ballot | None) -> Ballot:
    """Return the sheet with these values; with `ballot` it is that one corrected."""
    marks = tuple(
        BallotMark(new_id(), option, value, against, aspect)
        for row, places in zip(values, _places(poll), strict=True)
        for value, (option, against, aspect) in zip(row, places, strict=True)
        if value is not None
    )
    if ballot is None:
        last = max((each.position for each in poll.ballots), default=-1)
        return Ballot(new_id(), "", marks, last + 1)
    return Ballot(ballot.id, ballot.label, marks, ballot.position)


def missing(values: Sequence[Sequence[Value]]) -> int:
    """Return how many fields of a sheet are empty."""
    return sum(value is None for row in values for value in row)


def shared_places(poll: Poll, values: Sequence[Sequence[Value]]) -> bool:
    """Return whether a ranking gives one place to several options."""
    if poll.method != "borda":
        return False
    ranks = [row[0] for row in values if row[0] is not None]
    return len(set(ranks)) < len(ranks)


def _places(poll: Poll) -> Iterator[list[tuple[str, str | None, str]]]:
    """Yield for each row which mark stands in which column: option, against, aspect."""
    aspects = [field.aspect for field in _fields(poll)]
    if poll.method == "pairwise":
        for a, b in combinations(poll.options, 2):
            yield [(a.id, b.id, "")]
    else:
        for option in poll.options:
            yield [(option.id, None, aspect) for aspect in aspects]


def _fields(poll: Poll) -> tuple[_Field, ...]:
    match poll.method:
        case "consensus":
            title = QCoreApplication.translate("Sheet", "Resistance")
            return (_Field("", EntryColumn(title, "number", 0, poll.scale_max or _USUAL_SCALE)),)
        case "pairwise":
            undecided = poll.variant != "wins"
            title = QCoreApplication.translate("Sheet", "More important")
            return (_Field("", EntryColumn(title, "pair", 0, 2, undecided)),)
        case "borda":
            return (
                _Field(
                    "",
                    EntryColumn(
                        QCoreApplication.translate("Sheet", "Place"), "number", 1, len(poll.options)
                    ),
                ),
            )
        case "effort_benefit":
            limits = (_LOWEST_ESTIMATE, _HIGHEST_ESTIMATE)
            return (
                _Field(
                    "effort",
                    EntryColumn(QCoreApplication.translate("Sheet", "Effort"), "number", *limits),
                ),
                _Field(
                    "benefit",
                    EntryColumn(QCoreApplication.translate("Sheet", "Benefit"), "number", *limits),
                ),
            )
        case "eisenhower":
            return (
                _Field(
                    "important",
                    EntryColumn(QCoreApplication.translate("Sheet", "Important"), "yes_no", 0, 1),
                ),
                _Field(
                    "urgent",
                    EntryColumn(QCoreApplication.translate("Sheet", "Urgent"), "yes_no", 0, 1),
                ),
            )
    return (_Field("", EntryColumn(QCoreApplication.translate("Sheet", "Dots"))),)
