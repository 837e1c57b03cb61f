"""Diagrams: what they show, in colour and in black, on paper and on screen."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pikepdf
import pytest
from PIL import Image
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, Shape, String

from quartierdesk.domain.protocol import Figure, FigureKind, Mark, Series
from quartierdesk.domain.protocol import Shape as Silhouette
from quartierdesk.exports.charts import draw_beside, draw_figure, to_png, to_svg
from quartierdesk.exports.charts.effort_benefit import miniature
from quartierdesk.exports.charts.signs import bolt, field_sign, kind_sign
from quartierdesk.exports.inks import BLACK, COLOUR, inks
from quartierdesk.exports.pdf.blocks.pictures import Figure as FigureBlock
from tests.exports.pdf_pages import pages
from tests.exports.pdf_samples import compose_blocks

_TITLES = ("Begegnungsort Alte Schule", "Nahversorgung & Dorfladen", "Mobilität & Bürgerbus →")
_WIDTH = 473.4
_BLACK_AND_WHITE = {"#000000", "#FFFFFF"}


def figure(kind: FigureKind, *values: tuple[int | Decimal | None, ...]) -> Figure:
    """Return a figure of three categories."""
    series = tuple(Series(f"Reihe {at}", f"s{at}", row, 60) for at, row in enumerate(values))
    return Figure(kind, "Titel", "Worte dazu.", _TITLES, series, "Tabelle", "option", strong=2)


FIGURES: dict[FigureKind, Figure] = {
    "bars": figure("bars", (41, 34, 0)),
    "dot_field": figure("dot_field", (41, 34, 1)),
    "effort_benefit": figure("effort_benefit", (3, 3, 5), (5, 5, 1)),
    "mood": figure("mood", (Decimal("15.0"), 45, 0), (Decimal("37.5"), 50, 0)),
    "population": figure("population", (Decimal("61.7"), None, 8), (Decimal("74.7"), 16, 8)),
}


def shapes(drawing: Drawing) -> Iterator[Shape]:
    """Yield the shapes of a drawing; there are no groups."""
    for shape in drawing.contents:
        assert type(shape) in (Rect, Line, Circle, Polygon, String)
        yield shape


def words(drawing: Drawing) -> list[str]:
    """Return the words in a drawing."""
    return [shape.text for shape in shapes(drawing) if isinstance(shape, String)]


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of a shape; text counts with its anchor only."""
    if isinstance(shape, String):
        return shape.x, shape.y, shape.x, shape.y
    left, bottom, right, top = shape.getBounds()
    return left, bottom, right, top


def colours(drawing: Drawing) -> set[str]:
    """Return all colours that are used."""
    found = set()
    for shape in shapes(drawing):
        for name in ("fillColor", "strokeColor"):
            colour = getattr(shape, name, None)
            if colour is not None:
                found.add(f"#{colour.hexval()[2:].upper()}")
    return found


def test_every_kind_of_figure_has_a_drawing() -> None:
    assert set(FIGURES) == set(get_args(FigureKind))


@pytest.mark.parametrize("black", [False, True])
@pytest.mark.parametrize("kind", FIGURES)
def test_everything_is_inside_the_drawing(kind: FigureKind, black: bool) -> None:
    drawing = draw_figure(FIGURES[kind], _WIDTH, inks(black))
    assert drawing.width == pytest.approx(_WIDTH)
    for shape in shapes(drawing):
        left, bottom, right, top = bounds(shape)
        assert left >= -1
        assert bottom >= -1
        assert right <= drawing.width + 1
        assert top <= drawing.height + 1


@pytest.mark.parametrize("kind", FIGURES)
def test_in_black_there_is_nothing_but_black_and_white(kind: FigureKind) -> None:
    assert colours(draw_figure(FIGURES[kind], _WIDTH, BLACK)) <= _BLACK_AND_WHITE
    assert not colours(draw_figure(FIGURES[kind], _WIDTH)) <= _BLACK_AND_WHITE


def bars_in(drawing: Drawing, colour: str) -> list[float]:
    """Return the widths of the filled rectangles of a colour, from top to bottom."""
    found = [
        (-shape.y, shape.width)
        for shape in shapes(drawing)
        if isinstance(shape, Rect)
        and shape.fillColor is not None
        and f"#{shape.fillColor.hexval()[2:].upper()}" == colour
    ]
    return [width for _, width in sorted(found)]


def test_bars_are_as_long_as_their_values() -> None:
    drawing = draw_figure(FIGURES["bars"], _WIDTH)
    first, second = bars_in(drawing, COLOUR.petrol)
    assert first / second == pytest.approx(41 / 34)
    assert {"41", "34", "0"} <= set(words(drawing))


def test_the_axis_begins_at_zero_and_reaches_beyond_the_largest_value() -> None:
    numbers = [int(text) for text in words(draw_figure(FIGURES["bars"])) if text.isdigit()]
    assert {0, 10, 20, 30, 40} <= set(numbers)


@pytest.mark.parametrize("most", [1, 4, 7, 45, 99, 100, 4_321])
def test_there_are_at_most_six_lines_of_the_grid(most: int) -> None:
    drawing = draw_figure(figure("bars", (most, 0, 0)))
    dotted = [s for s in shapes(drawing) if isinstance(s, Line) and s.strokeDashArray]
    assert 1 <= len(dotted) <= 6
    assert max(bars_in(drawing, COLOUR.petrol)) < drawing.width


def test_the_dot_field_has_a_circle_for_each_vote() -> None:
    votes = draw_figure(FIGURES["dot_field"])
    assert sum(isinstance(shape, Circle) for shape in shapes(votes)) == 41 + 34 + 1
    tens = draw_figure(replace(FIGURES["dot_field"], per_circle=10))
    assert sum(isinstance(shape, Circle) for shape in shapes(tens)) == 4 + 3 + 0


def test_a_secret_number_has_no_bar() -> None:
    drawing = draw_figure(FIGURES["population"], 352)
    assert "– (Zahl geschützt)" in words(drawing)
    assert len(bars_in(drawing, COLOUR.petrol)) == 3  # two values and the legend


def test_no_vote_is_written_as_a_number_without_a_bar() -> None:
    drawing = draw_figure(FIGURES["mood"])
    assert "0" in words(drawing)
    assert len(bars_in(drawing, COLOUR.petrol)) == 3


@pytest.mark.parametrize("held", [1, 2])
def test_bars_beside_a_table_stand_in_the_middle_of_its_rows(held: int) -> None:
    row = 27.0
    mood = replace(FIGURES["mood"], series=FIGURES["mood"].series[:held])
    drawing = draw_beside(mood, (300, row, 3), COLOUR)
    boxes = [bounds(shape) for shape in shapes(drawing) if isinstance(shape, Rect)]
    # A hatched bar is a ground and an outline.
    bars = list(dict.fromkeys((low, high) for left, low, _right, high in boxes if left == 3))

    first = [drawing.height - edge for bar in bars for edge in bar][: 2 * held]
    assert sum(first) / len(first) == pytest.approx(row / 2, abs=0.6)


def test_marks_in_one_cell_stand_side_by_side() -> None:
    drawing = draw_figure(FIGURES["effort_benefit"], 352)
    marks = [shape for shape in shapes(drawing) if isinstance(shape, Circle)]
    assert len(marks) == 3
    first, second, _ = marks
    assert first.cy == second.cy
    assert abs(first.cx - second.cx) >= first.r + second.r


def test_from_seven_marks_on_one_says_how_many() -> None:
    seven = Series("Aufwand", "e", (2,) * 7), Series("Nutzen", "b", (4,) * 7)
    names = tuple(f"M0{at}" for at in range(7))
    crowded = replace(FIGURES["effort_benefit"], categories=names, series=seven)
    assert "7×" in words(draw_figure(crowded, 352))


def test_quadrants_are_divided_where_the_figure_says() -> None:
    drawing = draw_figure(FIGURES["effort_benefit"], 352)
    for name in ("Schneller Erfolg", "Strategisches Vorhaben", "Nebenbei", "Zurückstellen"):
        assert name in words(drawing)


def test_a_label_as_long_as_a_sentence_stands_on_two_lines() -> None:
    long = replace(FIGURES["bars"], categories=("Ein langer Satz " * 90, "b", "c"))
    drawing = draw_figure(long)
    assert drawing.height < 140
    assert any(text.endswith("…") for text in words(drawing))


def test_on_screen_it_has_the_font_of_the_window_and_a_white_ground() -> None:
    svg = to_svg(draw_figure(FIGURES["bars"]))
    assert "NotoSans" not in svg
    assert set(re.findall(r"font-family: ([^;]*);", svg)) == {"Noto Sans"}
    assert "font-weight: bold" in svg
    assert "<title>" not in svg
    assert "Begegnungsort Alte Schule" in svg
    assert "&amp;" in svg


def test_as_a_picture_it_is_as_large_as_asked() -> None:
    drawing = draw_figure(FIGURES["bars"], 200)
    with Image.open(io.BytesIO(to_png(drawing, 3))) as image:
        assert image.format == "PNG"
        assert image.width == pytest.approx(600, abs=1)
        assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


def test_on_paper_the_words_are_text_in_the_figure() -> None:
    data, _ = compose_blocks([FigureBlock(draw_figure(FIGURES["bars"]), "Balken: 41 und 34.")])
    text = pages(data)[0].text
    assert "Begegnungsort Alte Schule" in text
    assert "41" in text


@pytest.mark.parametrize("silhouette", get_args(Silhouette))
def test_each_silhouette_can_be_drawn_in_colour_and_in_black(silhouette: Silhouette) -> None:
    mark = Mark("field", "Wohnen", "Wohnen", silhouette, "#2F5D8C", "Wo")
    for sign in (kind_sign(mark, COLOUR), field_sign(mark, COLOUR), bolt(COLOUR)):
        assert len(list(shapes(sign))) >= 1
    assert colours(field_sign(mark, BLACK)) <= _BLACK_AND_WHITE


def test_all_silhouettes_differ() -> None:
    drawn = set()
    for silhouette in get_args(Silhouette):
        mark = Mark("kind", "x", "x", silhouette, "#2F5D8C")
        drawn.add(to_svg(kind_sign(mark, COLOUR)))
    assert len(drawn) >= len(get_args(Silhouette)) - 2  # „box“ and „ring“ are plain rings


def test_the_miniature_shows_one_dot() -> None:
    small = miniature(3, 5, FIGURES["effort_benefit"], COLOUR)
    [dot] = [shape for shape in shapes(small) if isinstance(shape, Circle)]
    assert (small.width, small.height) == (120, 80)
    assert dot.cx == 60
    assert dot.cy == pytest.approx(80 - 8)


def test_white_words_on_black_ground_stay_white_on_black_paper() -> None:
    drawing = draw_figure(FIGURES["effort_benefit"], 352, BLACK)
    data, _ = compose_blocks([FigureBlock(drawing, "Feld.")], black=True)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert drawn.count(b"1 1 1 rg\nBT") == 3
