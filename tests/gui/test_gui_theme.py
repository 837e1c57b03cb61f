"""Words and shapes can be told from their ground in every palette; colours stand in one place."""

import ast
import re
from xml.etree import ElementTree

import pytest

from quartierdesk.gui import marks
from quartierdesk.gui.theme.colours import THEMES, Theme, contrast
from quartierdesk.gui.theme.sizes import Sizes
from quartierdesk.services.catalogues import shipped
from tests.architecture.sources import Module, program_modules
from tests.support import ROOT

TEXT, SHAPE = 4.5, 3.0
SURFACES = ("window", "rail", "base", "alt", "head", "wall", "tint")
WORDS = ("text", "text2", "muted", "accent")
PANELS = (("ok", "ok_panel"), ("warn", "warn_panel"), ("err", "err_panel"))
GRID = {"0", "4", "8", "12", "16", "24", "32", "64", "96"}
SIZED = {
    "resize", "setFixedHeight", "setFixedSize", "setFixedWidth", "setMaximumHeight",
    "setMaximumWidth", "setMinimumHeight", "setMinimumSize", "setMinimumWidth", "setPixelSize",
    "setPointSize", "setPointSizeF",
}  # fmt: skip
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|\bQColor\(|setStyleSheet\(|GlobalColor\.(?!transparent)")


@pytest.fixture(params=list(THEMES.values()), ids=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Return one palette after the other."""
    found: Theme = request.param
    return found


def too_faint(
    theme: Theme, words: tuple[str, ...], grounds: tuple[str, ...], least: float
) -> list[str]:
    """Return the pairs of roles whose contrast is below `least`."""
    return [
        f"{word} on {ground}: {ratio:.2f}"
        for word in words
        for ground in grounds
        if (ratio := contrast(getattr(theme, word), getattr(theme, ground))) < least
    ]


def test_words_can_be_read_on_every_surface(theme: Theme) -> None:
    assert too_faint(theme, WORDS, SURFACES, TEXT) == []
    assert too_faint(theme, ("ghost",), ("base", "window"), TEXT) == []
    assert too_faint(theme, ("on_accent",), ("accent", "accent_hover"), TEXT) == []


def test_words_can_be_read_on_the_panels(theme: Theme) -> None:
    for tone, panel in PANELS:
        assert too_faint(theme, ("text", tone), (panel,), TEXT) == []
        assert too_faint(theme, (tone,), ("base", "window", "rail"), TEXT) == []


def test_what_can_be_clicked_has_a_visible_border(theme: Theme) -> None:
    assert too_faint(theme, ("edge", "accent"), SURFACES, SHAPE) == []


def test_the_letter_and_the_shape_of_every_kind_can_be_told(theme: Theme) -> None:
    for fill in theme.kinds.values():
        assert contrast(theme.ink, fill.fill) >= TEXT
        for ground in ("base", "window", "tint", "wall"):
            assert contrast(fill.edge, getattr(theme, ground)) >= SHAPE


def test_every_field_can_be_told_as_a_word_and_as_a_sign(theme: Theme) -> None:
    for colour in theme.fields.values():
        for ground in ("base", "window", "wall", "tint"):
            assert contrast(colour, getattr(theme, ground)) >= SHAPE
        assert contrast(colour, theme.base) >= TEXT


def test_the_colours_of_kinds_and_fields_are_those_of_the_catalogues() -> None:
    light = THEMES["light"]
    kinds = shipped()["contribution_kind"].entries
    fields = {entry.code: entry for entry in shipped()["quartier2030"].entries}

    assert {k.code: light.kind(k.code).fill.name().upper() for k in kinds} == {
        k.code: k.colour for k in kinds
    }
    for code, colour in light.fields.items():
        assert colour.name().upper() == fields[code].colour


def test_every_shape_of_the_catalogue_can_be_drawn() -> None:
    wanted = {entry.symbol for entry in shipped()["contribution_kind"].entries}

    assert wanted <= marks.shape_names()
    outlines = [marks.shape(name).boundingRect() for name in marks.shape_names()]
    assert all(box.left() >= -0.1 and box.right() <= 24.1 for box in outlines)
    assert all(box.top() >= -0.1 and box.bottom() <= 24.1 for box in outlines)


def test_what_holds_text_grows_with_the_text() -> None:
    usual, large = Sizes(100), Sizes(200)

    assert (usual.field, usual.row, usual.step_bar, usual.status_bar) == (32, 36, 42, 28)
    assert (usual.rail, usual.slim_rail, usual.main_button) == (216, 56, 40)
    assert large.field > usual.field
    assert large.points("body") == 2 * usual.points("body")
    assert large.points("beamer_card") == usual.points("beamer_card")


def gui_modules() -> list[Module]:
    """Return the modules of the window outside of the theme."""
    modules = [m for m in program_modules() if m.layer in ("gui", "app")]
    return [m for m in modules if not m.name.startswith("quartierdesk.gui.theme")]


def test_no_colour_stands_outside_of_the_theme() -> None:
    assert {m.place: found for m in gui_modules() if (found := COLOUR.findall(m.source))} == {}


def test_no_size_in_pixels_stands_outside_of_the_theme() -> None:
    found = [
        f"{module.place}:{node.lineno}"
        for module in gui_modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SIZED
        and any(isinstance(each, ast.Constant) for each in node.args)
    ]
    assert found == []


def test_forms_hold_no_colours_fonts_or_sizes_and_keep_to_the_grid() -> None:
    found = []
    for form in sorted((ROOT / "forms").glob("*.ui")):
        for widget in ElementTree.parse(form).getroot().iter():
            for each in widget.findall("property"):
                name, number = each.get("name", ""), each.findtext("number")
                if name in ("styleSheet", "palette", "font", "minimumSize", "maximumSize"):
                    found.append(f"{form.name}: {name}")
                if (name.endswith(("Margin", "pacing"))) and number not in GRID:
                    found.append(f"{form.name}: {name} {number}")
    assert found == []
