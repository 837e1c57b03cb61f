"""The colours of everything printed, by what they are for, and their black-and-white stand-ins."""

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "ink", "muted", "petrol", "petrol_2", "petrol_3", "stone", "rule", "hair", "brick", "white"
]
"""`ink` text, `muted` notes and second series, `petrol` headings and first series, `petrol_2`
remaining bars (never text), `petrol_3` and `stone` grounds, `rule` and `hair` lines, `brick`
disagreement and drafts."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours as „#RRGGBB“ by role.

    `black` is the set for copiers and fax machines: no tints, hatched second bars, rings instead
    of pale dots.
    """

    ink: str
    muted: str
    petrol: str
    petrol_2: str
    petrol_3: str
    stone: str
    rule: str
    hair: str
    brick: str
    white: str = "#FFFFFF"
    black: bool = False

    def of(self, role: Role | str) -> str:
        """Return the colour of a role; a colour „#RRGGBB“ is black where only black is printed."""
        if role.startswith("#"):
            return self.ink if self.black else role
        found: str = getattr(self, role)
        return found


COLOUR = Inks(
    ink="#1B2326",
    muted="#4C585C",
    petrol="#0B4A54",
    petrol_2="#5B8F96",
    petrol_3="#DCE9E9",
    stone="#F3F2EE",
    rule="#6C777A",
    hair="#B4BBBB",
    brick="#A8401C",
)
BLACK = Inks(
    ink="#000000",
    muted="#000000",
    petrol="#000000",
    petrol_2="#000000",
    petrol_3="#FFFFFF",
    stone="#FFFFFF",
    rule="#000000",
    hair="#000000",
    brick="#000000",
    black=True,
)


def inks(black: bool) -> Inks:
    """Return the colours for paper: `black` for „Schwarzweiß“."""
    return BLACK if black else COLOUR
