"""Figures of the protocol as data: what a drawing shows, whatever draws it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quartierdesk.domain.effort import USUAL_THRESHOLDS, Thresholds

FigureKind = Literal["bars", "dot_field", "effort_benefit", "mood", "population"]
"""`bars`: one bar for each category. `dot_field`: a row of circles for each category.
`effort_benefit`: a mark for each category in a field of 5 × 5; the first series is the effort, the
second the benefit. `mood`: for each step of a scale a bar for each count, the first one hatched.
`population`: for each group a bar of the workshop and a hatched one of the quarter's people."""


@dataclass(frozen=True, slots=True)
class Series:
    """One set of values, one for each category, from the column with the key `column`.

    None is a value that is kept secret or unknown. `total` is how many votes or people the
    shares refer to, None where values are no shares.
    """

    title: str
    column: str
    values: tuple[int | Decimal | None, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram of the first rows of the table `table_name`, which stands in the same section.

    `categories` are the texts of its column `category_column`. Whoever cannot see the diagram
    gets `alt_text`. `unit` says what the values are and of how many, in one small line. The first
    `strong` categories are emphasised. In a dot field one circle stands for `per_circle` votes.
    `thresholds` divide a field of effort and benefit.
    """

    kind: FigureKind
    title: str
    alt_text: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table_name: str
    category_column: str
    axis_title: str = ""
    unit: str = ""
    strong: int = 0
    per_circle: int = 1
    thresholds: Thresholds = USUAL_THRESHOLDS


_MOST_CIRCLES = 60


def circles_for(most: int) -> int:
    """Return how many votes one circle of a dot field stands for: 1, 2, 5, 10, 20, 50 …

    At most 60 circles fit into a row. ValueError: `most` is negative.
    """
    if most < 0:
        raise ValueError(f"votes must not be negative: {most}")
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most <= _MOST_CIRCLES * size * factor:
                return size * factor
        size *= 10
