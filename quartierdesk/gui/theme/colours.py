"""Three palettes with the same roles: light, dark and high contrast."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor

ThemeName = Literal["light", "dark", "contrast"]


# Named tuples, not dataclasses: every start makes them, and these are made in a tenth of the time.
class Fill(NamedTuple):
    """The colours of a contribution kind: of the shape and of the line around it."""

    fill: QColor
    edge: QColor


class Theme(NamedTuple):
    """One palette.

    Surfaces: `window` page, `rail` side rail and status bar, `base` cards and fields, `alt` every
    second row, `head` table header, `wall` behind the wall and the printed page. Lines: `line`
    decoration, `edge` around what one can click or type into. Words: `text`, `text2` second,
    `muted` captions, `ghost` what would be completed. `accent` means here, now, next; `tint` lies
    under what is selected. `ok`, `warn`, `err` each with the panel they stand on. `ink` is the
    letter on a kind's mark; `kinds` and `fields` go by code.
    """

    name: ThemeName
    window: QColor
    rail: QColor
    base: QColor
    alt: QColor
    head: QColor
    wall: QColor
    line: QColor
    edge: QColor
    text: QColor
    text2: QColor
    muted: QColor
    ghost: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    tint: QColor
    ok: QColor
    ok_panel: QColor
    warn: QColor
    warn_panel: QColor
    err: QColor
    err_panel: QColor
    ink: QColor
    kinds: Mapping[str, Fill]
    fields: Mapping[str, QColor]

    def kind(self, code: str) -> Fill:
        """Return the colours of a kind; a kind of somebody's own is grey."""
        return self.kinds.get(code) or Fill(self.head, self.edge)

    def field(self, code: str) -> QColor:
        """Return the colour of an action field; one of another catalogue is that of labels."""
        return self.fields.get(code) or self.text2


PAPER = QColor("#FFFFFF")
"""A printed page is white whatever the theme."""

_ROLES = tuple(name for name in Theme._fields if name not in ("name", "kinds", "fields"))

_KINDS: Mapping[str, tuple[str, str]] = {
    "problem": ("#F58FA8", "#B0234D"),
    "staerke": ("#7FCB8F", "#1F7A3C"),
    "kritik": ("#F7A35C", "#A64B00"),
    "idee": ("#FFD447", "#8A6400"),
    "wunsch": ("#7DBDF2", "#1B66A8"),
    "angebot": ("#63D0C4", "#0B766C"),
    "frage": ("#FFFFFF", "#4A4B50"),
    "risiko": ("#F0685C", "#A81B12"),
    "hinweis": ("#BFC3CA", "#5B606A"),
    "zitat": ("#D3B8EE", "#6A3FA0"),
}
_FIELDS: Mapping[str, tuple[str, str, str]] = {
    "beteiligung_engagement_teilhabe": ("#7A3A96", "#D3A6EA", "#E3C2F3"),
    "pflege_gesundheit": ("#B0233F", "#F79AAC", "#FFB3C0"),
    "wohnen_mobilitaet_klima": ("#1B5FA3", "#8FC3F5", "#A9D3FA"),
    "familie_generationen": ("#9A4A00", "#F2B279", "#FFC793"),
    "wirtschaft_nahversorgung": ("#4F6B00", "#BCD66A", "#D2EC80"),
    "inklusion_integration_vielfalt": ("#00706A", "#6FD3CA", "#85E8DE"),
    "digitalisierung": ("#4C5563", "#C3C9D4", "#E0E5EE"),
}

# In the order of the roles above.
_LIGHT = """
#F5F4F1 #EBE9E4 #FFFFFF #F8F7F4 #EFEDE8 #E9E5DC #DCD9D2 #827E76 #1C1D20 #4E5056 #62646A #6B6D73
#274A9C #1F3D84 #FFFFFF #E5EBF8 #1E7039 #E4F3E8 #7E5300 #FFF0CF #A9231B #FBE6E4 #17181B
"""
_DARK = """
#1A1B1E #131417 #24262B #282B30 #2D3036 #151619 #3A3D44 #868A93 #EDEDEB #BDBFC3 #A2A5AB #9A9DA4
#A3B9F8 #B9CAFB #111A33 #2B3552 #86D49B #1F3527 #F2C767 #3A3018 #FFA198 #432320 #17181B
"""
_CONTRAST = """
#000000 #000000 #000000 #000000 #000000 #000000 #FFFFFF #FFFFFF #FFFFFF #FFFFFF #FFFFFF #D0D0D0
#FFE14D #FFE14D #000000 #003A6B #7CFF9B #000000 #FFE14D #000000 #FF9C92 #000000 #000000
"""


def _theme(name: ThemeName, roles: str, column: int) -> Theme:
    colours = dict(zip(_ROLES, map(QColor, roles.split()), strict=True))
    kinds = {
        code: Fill(QColor(fill), QColor(edge if name == "light" else fill))
        for code, (fill, edge) in _KINDS.items()
    }
    own = {code: QColor(row[column]) for code, row in _FIELDS.items()}
    return Theme(name=name, kinds=MappingProxyType(kinds), fields=MappingProxyType(own), **colours)


TRANSPARENT = QColor(0, 0, 0, 0)

THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        "light": _theme("light", _LIGHT, 0),
        "dark": _theme("dark", _DARK, 1),
        "contrast": _theme("contrast", _CONTRAST, 2),
    }
)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (relative luminance of WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
