"""Signs beside words: kinds of contributions, action fields, disagreement.

Shape and word carry the meaning, colour comes third.
"""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from reportlab.graphics.shapes import Drawing

from quartierdesk.domain.protocol import Mark, Shape
from quartierdesk.exports.charts.board import Board, Point, style
from quartierdesk.exports.inks import Inks

_KEPT = 256  # signs; a table of a thousand rows has only a few different ones

Outline = tuple[tuple[float, float], ...]

_POLYGONS: Mapping[Shape, Outline] = {
    "triangle": ((-1.1, 0.9), (1.1, 0.9), (0, -1.05)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "house": ((-1, 0.9), (-1, -0.3), (0, -1.1), (1, -0.3), (1, 0.9)),
    "shield": ((-0.95, -0.95), (0.95, -0.95), (0.95, 0.35), (0, 1.1), (-0.95, 0.35)),
    "tab": ((-1, -0.85), (0.45, -0.85), (1, -0.3), (1, 0.85), (-1, 0.85)),
    "plus": (
        (-0.38, -1.05),
        (0.38, -1.05),
        (0.38, -0.38),
        (1.05, -0.38),
        (1.05, 0.38),
        (0.38, 0.38),
        (0.38, 1.05),
        (-0.38, 1.05),
        (-0.38, 0.38),
        (-1.05, 0.38),
        (-1.05, -0.38),
        (-0.38, -0.38),
    ),
}
_BOLT: Outline = (
    (0.25, -1.0),
    (-0.55, 0.15),
    (-0.02, 0.15),
    (-0.25, 1.0),
    (0.55, -0.2),
    (0.05, -0.2),
)


@lru_cache(_KEPT)
def kind_sign(mark: Mark, inks: Inks, size: float = 8.4, below: float = 5.9) -> Drawing:
    """Return the sign of a kind, `below` points below the top of its line."""
    half = size / 2
    board = Board(size * 1.25, below + half * 1.2, inks)
    _draw(board, mark, (half * 1.25, below), half)
    return board.drawing


@lru_cache(_KEPT)
def field_sign(mark: Mark, inks: Inks, half: float = 7.5, below: float = 0.0) -> Drawing:
    """Return the badge of an action field: its silhouette with two letters in white."""
    middle = below or half * 1.15
    board = Board(half * 2.3, middle + half * 1.15, inks)
    centre = (half * 1.15, middle)
    _draw(board, mark, centre, half)
    letters = style("bold", half * 0.95, "white", "center")
    board.text((centre[0], centre[1] + half * 0.34), mark.letters, letters)
    return board.drawing


@lru_cache(_KEPT)
def bolt(inks: Inks, below: float = 6.0) -> Drawing:
    """Return the sign of disagreement; the word stands beside it."""
    board = Board(10.5, below + 5.5, inks)
    board.polygon([(5.2 + x * 5, below + y * 5) for x, y in _BOLT], inks.brick)
    return board.drawing


def _draw(board: Board, mark: Mark, centre: Point, half: float) -> None:
    ink = board.inks.of(mark.colour)
    x, y = centre
    if mark.shape in _POLYGONS:
        points = [(x + dx * half, y + dy * half) for dx, dy in _POLYGONS[mark.shape]]
        board.polygon(points, ink)
        return
    _SPECIAL.get(mark.shape, _ring)(board, centre, half, ink)


def _disc(board: Board, centre: Point, half: float, ink: str) -> None:
    board.circle(centre, half, ink)


def _ring(board: Board, centre: Point, half: float, ink: str) -> None:
    board.circle(centre, half, board.inks.white, ink, 0.9)


def _lettered(letter: str) -> Callable[[Board, Point, float, str], None]:
    def draw(board: Board, centre: Point, half: float, ink: str) -> None:
        _ring(board, centre, half, ink)
        kind = style("bold", half * 1.75, ink, "center")
        board.text((centre[0], centre[1] + half * 0.62), letter, kind)

    return draw


def _warning(board: Board, centre: Point, half: float, ink: str) -> None:
    x, y = centre
    corners = ((-1.15, -0.85), (1.15, -0.85), (0, 1.15))
    points = [(x + dx * half, y + dy * half) for dx, dy in corners]
    board.polygon(points, board.inks.white, ink, 0.9)
    board.text((x, y + half * 0.35), "!", style("bold", half * 1.5, ink, "center"))


def _star(board: Board, centre: Point, half: float, ink: str) -> None:
    x, y = centre
    points = []
    for corner in range(10):
        reach = half * (0.52 if corner % 2 else 1.25)
        angle = corner * math.pi / 5
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    board.polygon(points, ink)


def _regular(corners: int, reach: float) -> Callable[[Board, Point, float, str], None]:
    def draw(board: Board, centre: Point, half: float, ink: str) -> None:
        x, y = centre
        start, radius = math.pi / corners, half * reach
        angles = [start + corner * 2 * math.pi / corners for corner in range(corners)]
        points = [(x + radius * math.sin(a), y - radius * math.cos(a)) for a in angles]
        board.polygon(points, ink)

    return draw


_SPECIAL: Mapping[str, Callable[[Board, Point, float, str], None]] = {
    "disc": _disc,
    "ring": _ring,
    "ring-question": _lettered("?"),
    "ring-info": _lettered("i"),
    "triangle-down": _warning,
    "star": _star,
    "hexagon": _regular(6, 1.12),
    "octagon": _regular(8, 1.08),
}
