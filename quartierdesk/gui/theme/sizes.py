"""Sizes in pixels and points, for every text size between 100 and 200 percent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeGuard

from PySide6.QtGui import QFont

FAMILY = "Noto Sans"

TextRole = Literal[
    "caption",
    "small",
    "label",
    "body",
    "strong",
    "card",
    "lead",
    "title",
    "input",
    "greeting",
    "number",
    "beamer_second",
    "beamer_card",
    "beamer_phase",
    "beamer_question",
    "beamer_number",
]

_BODY = 11.0
# Points at 100 %, and whether bold.
_ROLES: Mapping[TextRole, tuple[float, bool]] = {
    "caption": (9, False),
    "small": (10, False),
    "label": (10, True),
    "body": (_BODY, False),
    "strong": (_BODY, True),
    "card": (13, False),
    "lead": (14, True),
    "title": (16, True),
    "input": (18, False),
    "greeting": (24, True),
    "number": (30, True),
    "beamer_second": (24, False),
    "beamer_card": (26, False),
    "beamer_phase": (30, True),
    "beamer_question": (48, True),
    "beamer_number": (54, True),
}

GRID = 8
"""Everything stands on multiples of this; inside a component also on half of it."""

CELL_PADDING = 10
"""Room beside the words of a cell, and of the heading above it."""

RADIUS_CARD, RADIUS_CONTROL, RADIUS_CHIP, RADIUS_BEAMER = 6, 4, 3, 10
USUAL_WINDOW = 1366, 768
"""Size of the window before somebody has chosen another."""

FOCUS = 3
"""Width of the ring around what has the focus."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes for a text size in percent; what holds text grows with it, space does not."""

    percent: int = 100

    def grown(self, fixed: float, growing: float) -> int:
        """Return a length of which a part grows with the text."""
        return round(fixed + growing * self.percent / 100)

    @property
    def field(self) -> int:
        """Height of a field or button."""
        return self.grown(14, 18)

    @property
    def small_button(self) -> int:
        """Height of a button in a strip or row."""
        return self.grown(12, 16)

    @property
    def main_button(self) -> int:
        """Height of the one main button of a page."""
        return self.grown(18, 22)

    @property
    def greeting_field(self) -> int:
        """Height of fields and button on the page for beginning."""
        return self.grown(22, 22)

    @property
    def capture_line(self) -> int:
        """Height of the line in which people type."""
        return self.grown(26, 30)

    @property
    def row(self) -> int:
        """Height of a row of a table."""
        return self.grown(14, 22)

    @property
    def agenda_row(self) -> int:
        """Height of a row of the agenda and of lists in panels."""
        return self.grown(12, 20)

    @property
    def head_row(self) -> int:
        """Height of the row with the title of the workshop."""
        return self.grown(24, 28)

    @property
    def step_bar(self) -> int:
        """Height of the bar with the six steps."""
        return self.grown(26, 16)

    @property
    def status_bar(self) -> int:
        """Height of the status bar."""
        return self.grown(12, 16)

    @property
    def rail(self) -> int:
        """Width of the rail with words; they give way before it takes a third of a window."""
        return min(self.grown(40, 176), 320)

    @property
    def slim_rail(self) -> int:
        """Width of the rail with signs only."""
        return self.grown(24, 32)

    @property
    def right_column(self) -> int:
        """Width of the column with counts."""
        return self.grown(32, 240)

    @property
    def panel(self) -> int:
        """Width of a panel beside a page: details, parts of the protocol."""
        return self.grown(112, 280)

    @property
    def dialog(self) -> int:
        """Least width of a dialog."""
        return self.grown(120, 360)

    @property
    def wide_dialog(self) -> int:
        """Least width of a dialog with a table."""
        return self.grown(320, 480)

    @property
    def rail_is_slim(self) -> bool:
        """Whether the rail has to make room, because the text is large."""
        return self.percent >= 140

    def icon(self, pixels: int) -> int:
        """Return the size of an icon of this size at 100 %."""
        return round(pixels * self.percent / 100)

    @property
    def mark(self) -> int:
        """Size of a kind's mark on a card."""
        return self.icon(32)

    @property
    def wall_mark(self) -> int:
        """Size of a kind's mark on the wall and in lists."""
        return self.icon(26)

    @property
    def count_mark(self) -> int:
        """Size of a kind's mark beside a count; smaller makes the letter unreadable."""
        return self.icon(24)

    def points(self, role: TextRole) -> float:
        """Return the size of a font in points."""
        size, _ = _ROLES[role]
        return size if role.startswith("beamer") else size * self.percent / 100

    def font(self, role: TextRole) -> QFont:
        """Return the font for a role; the projector does not follow the text size."""
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(role))
        font.setBold(_ROLES[role][1])
        return font


def is_text_role(name: object) -> TypeGuard[TextRole]:
    """Return whether there is a font for this role."""
    return name in _ROLES
