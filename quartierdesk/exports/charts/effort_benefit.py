"""Effort and benefit of the measures in a field of five by five."""

from collections.abc import Sequence
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure
from quartierdesk.exports.charts.board import DOTTED, Board, style
from quartierdesk.exports.inks import Inks

_STEPS = 5
_CELL = (65.0, 56.0)
_LEFT, _TOP, _BELOW = 14.0, 12.0, 32.0
_MOST_MARKS = 6  # in one cell; from then on one mark says how many there are
_SMALL = (24.0, 16.0)
Spot = tuple[Decimal, Decimal]


def effort_benefit(figure: Figure, width: float, inks: Inks) -> Drawing:
    """Return a mark for each category where its effort (first series) and benefit cross.

    Quadrants are named and divided at the figure's thresholds; the best one is tinted.
    """
    cell_width = min(_CELL[0], (width - _LEFT - 4) / _STEPS)
    field = (cell_width * _STEPS, _CELL[1] * _STEPS)
    board = Board(width, _TOP + field[1] + _BELOW, inks)
    split = (
        _after(figure.thresholds.low_effort, cell_width),
        field[1] - _before(figure.thresholds.high_benefit, _CELL[1]),
    )
    _ground(board, field, split, cell_width)
    _names(board, field, split)
    _axes(board, field, cell_width)
    for spot, labels in _spots(figure).items():
        x = _LEFT + (float(spot[0]) - 0.5) * cell_width
        y = _TOP + field[1] - (float(spot[1]) - 0.5) * _CELL[1]
        _marks(board, (x, y + 6), labels)
    return board.drawing


def miniature(effort: Decimal | int, benefit: Decimal | int, figure: Figure, inks: Inks) -> Drawing:
    """Return the field in small, with one dot, for the profile of a measure."""
    width, height = _SMALL[0] * _STEPS, _SMALL[1] * _STEPS
    board = Board(width, height, inks)
    x = _after(figure.thresholds.low_effort, _SMALL[0])
    y = height - _before(figure.thresholds.high_benefit, _SMALL[1])
    if not inks.black:
        board.rectangle((0, 0), x, y, inks.petrol_3)
    board.outline((0.4, 0.4), width - 0.8, height - 0.8, inks.rule, 0.8)
    board.line((x, 0), (x, height), inks.ink, 0.9)
    board.line((0, y), (width, y), inks.ink, 0.9)
    spot = ((float(effort) - 0.5) * _SMALL[0], height - (float(benefit) - 0.5) * _SMALL[1])
    board.circle(spot, 6, inks.petrol)
    return board.drawing


def _after(threshold: Decimal | int, cell: float) -> float:
    """Return where the line after a value lies, from the side of the smallest."""
    return float(threshold) * cell


def _before(threshold: Decimal | int, cell: float) -> float:
    """Return where the line before a value lies, from the side of the smallest."""
    return (float(threshold) - 1) * cell


def _ground(
    board: Board, field: tuple[float, float], split: tuple[float, float], cell_width: float
) -> None:
    inks, (width, height) = board.inks, field
    if not inks.black:
        board.rectangle((_LEFT, _TOP), split[0], split[1], inks.petrol_3)
    board.outline((_LEFT, _TOP), width, height, inks.rule, 0.8)
    for step in range(1, _STEPS):
        x, y = _LEFT + step * cell_width, _TOP + step * _CELL[1]
        board.line((x, _TOP), (x, _TOP + height), inks.hair, 0.4, DOTTED)
        board.line((_LEFT, y), (_LEFT + width, y), inks.hair, 0.4, DOTTED)
    x, y = _LEFT + split[0], _TOP + split[1]
    board.line((x, _TOP), (x, _TOP + height), inks.ink, 1.1)
    board.line((_LEFT, y), (_LEFT + width, y), inks.ink, 1.1)


def _names(board: Board, field: tuple[float, float], split: tuple[float, float]) -> None:
    kind = style("bold", 8, "petrol")
    top, bottom = _TOP + 12, _TOP + field[1] - 6
    left, right = _LEFT + 5, _LEFT + split[0] + 5
    board.on_ground((left, top), "Schneller Erfolg", kind, board.inks.petrol_3)
    for place, name in (
        ((right, top), "Strategisches Vorhaben"),
        ((left, bottom), "Nebenbei"),
        ((right, bottom), "Zurückstellen"),
    ):
        board.on_ground(place, name, kind)


def _axes(board: Board, field: tuple[float, float], cell_width: float) -> None:
    below = _TOP + field[1]
    board.text((0, 8), "Nutzen (5 = sehr hoch)", style("bold", 8, "muted"))
    for step in range(1, _STEPS + 1):
        x = _LEFT + (step - 0.5) * cell_width
        y = below - (step - 0.5) * _CELL[1] + 3
        board.text((x, below + 12), str(step), style("regular", 9, "muted", "center"))
        board.text((_LEFT - 6, y), str(step), style("regular", 9, "muted", "right"))
    right = style("bold", 8, "muted", "right")
    board.text((_LEFT + field[0], below + 25), "Aufwand (5 = sehr hoch)", right)


def _spots(figure: Figure) -> dict[Spot, list[str]]:
    found: dict[Spot, list[str]] = {}
    effort, benefit = figure.series[0].values, figure.series[1].values
    for label, x, y in zip(figure.categories, effort, benefit, strict=True):
        if x is not None and y is not None:
            found.setdefault((Decimal(x), Decimal(y)), []).append(label)
    return found


def _marks(board: Board, centre: tuple[float, float], labels: Sequence[str]) -> None:
    x, y = centre
    if len(labels) > _MOST_MARKS:
        _mark(board, centre, f"{len(labels)}×", 11.5)
        return
    if len(labels) <= 2:
        step, radius, per_row = 26.0, 11.5, 2
    else:
        step, radius, per_row = 20.0, 9.5, 3
    rows = [labels[at : at + per_row] for at in range(0, len(labels), per_row)]
    top = y - (len(rows) - 1) * step / 2
    for number, row in enumerate(rows):
        start = x - (len(row) - 1) * step / 2
        for at, label in enumerate(row):
            _mark(board, (start + at * step, top + number * step), label, radius)


def _mark(board: Board, centre: tuple[float, float], label: str, radius: float) -> None:
    inks = board.inks
    board.circle(centre, radius, inks.petrol, inks.white, 0.9)
    size = 8.0
    while size > 5 and board.width(label, style("bold", size)) > 2 * radius - 3:
        size -= 0.5
    kind = style("bold", size, "white", "center")
    board.text((centre[0], centre[1] + size * 0.38), label, kind)
