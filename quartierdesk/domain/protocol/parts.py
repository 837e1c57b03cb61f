"""What stands in a protocol beside tables and figures: texts, pictures, profiles, the cover."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from quartierdesk.domain.protocol.figures import Figure
from quartierdesk.domain.protocol.tables import MarkKind, Table

ParagraphStyle = Literal["lead", "heading", "body", "notice", "note", "list", "quote"]
"""`lead` opens a section, `heading` stands over the blocks that follow it, `notice` must not be
overlooked, `note` is small print, each line of a `list` is an item, a `quote` was said like
that."""

Shape = Literal[
    "triangle",
    "square",
    "diamond",
    "disc",
    "star",
    "plus",
    "ring-question",
    "triangle-down",
    "ring-info",
    "ring",
    "house",
    "hexagon",
    "shield",
    "octagon",
    "tab",
    "box",
]
"""Silhouettes of marks, all to be told apart without colour; `box` is a letter in a frame."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a kind of contribution, an action field or a status is drawn beside its name.

    `name` is what stands in the tables, `short` the word beside the mark. `letters` (one or two)
    stand in the shapes of fields and statuses. `colour` is #RRGGBB and says nothing that shape
    and word do not say.
    """

    kind: MarkKind
    name: str
    short: str
    shape: Shape
    colour: str
    letters: str = ""


Surface = Literal["all", "paper", "sheets"]
"""Where a text is shown: everywhere, or where alone its words are to be met."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `plain` is all of it in one.

    `label` says what it is about and stands before it, `aside` more about that, `strong` opens it
    with emphasis, `source` says who said a quote.
    """

    text: str
    style: ParagraphStyle = "body"
    label: str = ""
    strong: str = ""
    source: str = ""
    aside: str = ""
    surface: Surface = "all"

    @property
    def plain(self) -> str:
        """Return the whole text for surfaces without layout."""
        more = f" · {self.aside}" if self.aside else ""
        before = f"{self.label}{more}: " if self.label else ""
        behind = f" ({self.source})" if self.source else ""
        said = f"„{self.text}“" if self.style == "quote" else self.text
        return before + " ".join(filter(None, (self.strong, said))) + behind

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items of a list."""
        return tuple(filter(None, self.text.split("\n")))


CHANGES_LABEL = "Änderungen"
"""Label of the paragraph that says what is different from the version released before."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo; its bytes are found under `sha256`, its size is in pixels."""

    sha256: str
    width: int
    height: int
    alt_text: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known, under the label people look for."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a measure comes from: a sentence somebody said, and the way from there."""

    quote: str = ""
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A measure on a page of its own.

    `strip` are the few facts for the eye, in the order of print: `field_name` and `status` are
    names that have marks. `steps` says what is done next by whom until when.
    """

    label: str
    title: str
    field_name: str = ""
    status: str = ""
    strip: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    steps: Table | None = None
    later_facts: tuple[Fact, ...] = ()
    origin: Origin = field(default_factory=Origin)
    effort: Decimal | int | None = None
    benefit: Decimal | int | None = None
    quadrant: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The front page.

    `arms_sha256` is the picture of the coat of arms, „“ without one. `state` says since when it
    is released or that it is a draft. `dots` shows every dot that was placed; `dots_strong` and
    `dots_text` say so.
    """

    municipality: str
    district: str
    edition: str
    state: str
    kind: str
    title: str
    subtitle: str = ""
    when: str = ""
    where: str = ""
    arms_sha256: str = ""
    is_draft: bool = True
    dots: Figure | None = None
    dots_strong: str = ""
    dots_text: str = ""
    facts: tuple[Fact, ...] = ()
    notice: str = ""
    small_print: str = ""


@dataclass(frozen=True, slots=True)
class RunningLines:
    """What stands at the head and foot of every page: the event, and edition with its state.

    `state` says from when an instant print is.
    """

    head: str = ""
    foot: str = ""
    state: str = ""
