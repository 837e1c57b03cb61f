"""Sheets for the room as frozen data: what is hung up, filled in, handed out, kept at hand."""

from dataclasses import dataclass
from typing import Literal

from quartierdesk.domain.protocol import Figure, Mark

HandoutKind = Literal["poster", "cards", "attendance", "counting", "invitation", "privacy", "run"]
CARDS_PER_SHEET = 4


@dataclass(frozen=True, slots=True)
class Event:
    """What every sheet says: which event, when and where, and who invites to it.

    `name` is the title without the kind of event before it.
    """

    title: str
    name: str
    kind: str
    municipality: str
    organiser: str
    day: str
    when: str
    place: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: its number or date, what it is about, and a word more."""

    mark: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """The results to hang up: every dot, what is tackled, what comes next; nobody is named."""

    event: Event
    numbers: str
    dots: Figure | None
    ranks: tuple[int, ...]
    note: str
    measures: tuple[Line, ...]
    more_measures: int
    steps: tuple[Line, ...]
    invitation: str
    foot: str


@dataclass(frozen=True, slots=True)
class IdeaCards:
    """Cards to write on, four on a sheet; `labels` are in the order of the stack."""

    event: Event
    question: str
    labels: tuple[str, ...]
    codes: tuple[str, ...]
    kinds: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Lines for those who come; internal. `purpose` says what the entries are for."""

    event: Event
    purpose: str
    sheets: int


@dataclass(frozen=True, slots=True)
class CountingSheet:
    """A line for each option to tally dots; `rule` is what was announced."""

    event: Event
    question: str
    options: tuple[Line, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A poster that invites: question, time, place, what is offered to everyone."""

    event: Event
    subtitle: str
    question: str
    offers: tuple[str, ...]
    hosts: str


@dataclass(frozen=True, slots=True)
class PrivacySheet:
    """What people are told about their data (Art. 13 GDPR): headings with their texts."""

    event: Event
    parts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The evening for those who run it, internal notes included; internal."""

    event: Event
    rows: tuple[tuple[str, str, str, str, str], ...]
    """Time, minutes, what, who, notes."""
    rules: tuple[str, ...]


Handout = Poster | IdeaCards | AttendanceList | CountingSheet | Invitation | PrivacySheet | RunSheet


def stacked(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return labels sheet by sheet, so that the cut stack is in order.

    Sheet k of n carries the labels k, k+n, k+2n and k+3n: four piles laid on each other count
    up. „“ fills the last places. Source: own rule for guillotining.
    """
    sheets = -(-len(labels) // CARDS_PER_SHEET)
    full = labels + ("",) * (sheets * CARDS_PER_SHEET - len(labels))
    return tuple(full[sheet + pile * sheets] for sheet in range(sheets) for pile in range(4))
