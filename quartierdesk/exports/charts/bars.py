"""Bars: one for each category, and pairs of bars for two counts of the same categories."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Figure
from quartierdesk.domain.rounding import german
from quartierdesk.exports.charts.board import Board, grid_step, style
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.setting.fonts import Face
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import TextStyle, plain_text

_SHORT = 40  # characters; longer labels take smaller type and more lines
_MOST_LINES = 2  # of a label
_CONSIDERED = 200  # characters of a label: more never stand on two lines
_HIDDEN = "– (Zahl geschützt)"
_BAR = 12.0
Value = int | Decimal | None


@dataclass(frozen=True, slots=True)
class _Label:
    lines: Sequence[str]
    style: TextStyle

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


def bars(figure: Figure, width: float, inks: Inks) -> Drawing:
    """Return the bars of the first series; the first `strong` ones are emphasised."""
    label_width, value_width = 190.0, 8.0
    label_width = min(label_width, width * 0.42)
    labels = [
        _label(text, label_width - 8, strong=at < figure.strong, inks=inks)
        for at, text in enumerate(figure.categories)
    ]
    rows = [max(19.0, label.height + 6) for label in labels]
    most = most_of(figure)
    board = Board(width, sum(rows) + 18, inks)
    left, right = label_width, width - value_width - 16
    board.value_axis((left, 0, right, sum(rows) + 4), most, grid_step(most))
    y = 2.0
    for at, (label, row) in enumerate(zip(labels, rows, strict=True)):
        _write_label(board, label, left - 8, y + row / 2)
        draw_bar(board, figure, at, (left, y + (row - _BAR) / 2), (right - left) / most)
        y += row
    return board.drawing


def draw_bar(
    board: Board, figure: Figure, at: int, corner: tuple[float, float], scale: float
) -> float:
    """Draw one bar with its number behind it, `scale` points for each unit; return its length."""
    value = figure.series[0].values[at]
    length = float(value or 0) * scale
    board.bar(corner, length, _BAR, strong=at < figure.strong)
    told = german(value) if value is not None else "–"
    board.on_ground((corner[0] + length + 6, corner[1] + _BAR - 2), told, style("bold", 9))
    return length


def most_of(figure: Figure) -> int:
    """Return where the axis of one series of bars ends."""
    return _most((float(value or 0) + 1 for value in figure.series[0].values), 5)


def mood(figure: Figure, width: float, inks: Inks) -> Drawing:
    """Return a hatched bar for the first count and a solid one for the second, for each step.

    The numbers of the steps stand at the left, outside `width` less the margin column.
    """
    return pairs(
        figure, width, inks, Pairs(121.35, 36.0, 12.0, 2.0, ("hatched", "solid"), numbered=True)
    )


def population(figure: Figure, width: float, inks: Inks) -> Drawing:
    """Return a solid bar for the workshop and a hatched one for the quarter, for each group."""
    return pairs(figure, width, inks, Pairs(100.0, 31.0, 11.0, 2.0, ("solid", "hatched")))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Measures of paired bars in points, and how the first and second bar are filled.

    `above` is the room of the legend; where there is none, nothing is written beside the bars but
    their values.
    """

    label: float
    row: float
    bar: float
    gap: float
    fills: tuple[str, str]
    numbered: bool = False
    above: float = 20.0


def pairs(figure: Figure, width: float, inks: Inks, form: Pairs) -> Drawing:
    """Return two bars for each category, or one where there is one series only."""
    held = min(2, len(figure.series))
    shown = [value for series in figure.series for value in series.values]
    most = _most((float(value or 0) for value in shown), 10)
    rows = len(figure.categories) * form.row
    board = Board(width, form.above + rows + 18, inks)
    if form.above:
        _legend(board, figure, width, form)
    left, right = form.label, width - 44
    axis = (left, max(0.0, form.above - 3), right, form.above + rows + 2)
    board.value_axis(axis, most, max(10, grid_step(most)))
    for at, category in enumerate(figure.categories):
        middle = form.above + (at + 0.5) * form.row
        top = middle - (held * form.bar + (held - 1) * form.gap) / 2
        if form.above:
            label = _label(category, form.label - 8, strong=False, inks=inks)
            _write_label(board, label, left - 8, middle)
        if form.numbered:
            board.text((0, middle + 3), str(at + 1), style("bold", 9, "petrol"))
        for number, series in enumerate(figure.series[:2]):
            y = top + number * (form.bar + form.gap)
            _paired_bar(board, (left, y), (right - left) / most, series.values[at], form, number)
    return board.drawing


def _paired_bar(
    board: Board,
    corner: tuple[float, float],
    scale: float,
    value: Value,
    form: Pairs,
    number: int,
) -> None:
    x, y = corner
    base = y + form.bar - 2.5
    if value is None:
        board.on_ground((x + 6, base), _HIDDEN, style("italic", 8.5))
        return
    length = float(value) * scale
    _fill(board, corner, length, form.bar, form.fills[number])
    face: Face = "bold" if form.fills[number] == "solid" else "regular"
    board.on_ground((x + length + 5, base), german(value), style(face, 9))


def _fill(board: Board, corner: tuple[float, float], length: float, bar: float, how: str) -> None:
    if length <= 0:
        return
    if how == "solid":
        board.rectangle(corner, length, bar, board.inks.petrol)
    else:
        board.hatched(corner, length, bar, board.inks.muted)


def _legend(board: Board, figure: Figure, width: float, form: Pairs) -> None:
    x = form.label
    for number, series in enumerate(figure.series[:2]):
        _fill(board, (x, 1), 16, 8, form.fills[number])
        count = f", n = {german(series.total)}" if series.total is not None else ""
        told = f"{series.title}{count}"
        board.text((x + 21, 8.5), told, style("regular", 9))
        x += 21 + board.width(told, style("regular", 9)) + 24
    axis = style("regular", 8, "muted", "right")
    if figure.axis_title and x + board.width(figure.axis_title, axis) < width:
        board.text((width, 8.5), figure.axis_title, axis)


def _label(text: str, width: float, *, strong: bool, inks: Inks) -> _Label:
    """Return a label on one or two lines; the table has the whole of a longer one."""
    size = 9.0 if len(text) <= _SHORT else 8.5
    kind = TextStyle("bold" if strong else "regular", size, 10, align="right")
    setter = Typesetter(inks)
    lines = [plain_text(line) for line in setter.lines(text[:_CONSIDERED], kind, width)]
    if len(lines) > _MOST_LINES:
        room = width - setter.width("…", kind)
        last = setter.lines(" ".join(lines[_MOST_LINES - 1 :]), kind, room)[0]
        lines = [*lines[: _MOST_LINES - 1], f"{plain_text(last)}…"]
    return _Label(lines, kind)


def _write_label(board: Board, label: _Label, right: float, middle: float) -> None:
    y = middle - label.height / 2 + 8
    for line in label.lines:
        board.text((right, y), line, label.style)
        y += label.style.leading


def _most(values: Iterable[float], multiple: int) -> int:
    """Return the end of the axis: the multiple of `multiple` at or above all values."""
    return max(multiple, math.ceil(max(values, default=0.0) / multiple) * multiple)
