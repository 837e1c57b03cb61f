"""The workshop and its frame: municipality, quarter, agenda, tables, counted heads, paperwork."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

Day = date
"""Name of the type inside classes that have a field called `date`."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality, the motor of the process."""

    id: str
    name: str
    district: str = ""
    ags: str = ""
    address: str = ""
    arms_sha256: str = ""
    data_protection_officer: str = ""
    imprint: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter: whatever people identify with; its limits are words, not a polygon."""

    id: str
    municipality_id: str
    name: str
    kind: str = ""
    delimitation: str = ""
    process_goal: str = ""
    process_from: Day | None = None
    process_until: Day | None = None
    accompaniment: str = ""
    funding: str = ""
    continuation: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Workshop:
    """One event. Times are as people said them, in `timezone`; `notes` are internal."""

    id: str
    quarter_id: str
    title: str
    label: str = ""
    subtitle: str = ""
    format: str = ""
    language: str = "de-DE"
    notice: str = ""
    methods: tuple[str, ...] = ()
    date: Day | None = None
    start: time | None = None
    end: time | None = None
    timezone: str = "Europe/Berlin"
    place: str = ""
    organiser: str = ""
    civil_partner: str = ""
    facilitation: str = ""
    minutes_by: str = ""
    occasion: str = ""
    goal: str = ""
    guiding_question: str = ""
    funding_reference: str = ""
    participants_registered: int | None = None
    participants_present: int | None = None
    participants_source: str = ""
    invitation_channels: tuple[str, ...] = ()
    accessibility_provided: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    missing_groups: str = ""
    field_catalogue: str = "quartier2030"
    smallest_count: int = 5
    feedback_returned: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda; `notes` and items that are not `public` stay internal."""

    id: str
    title: str
    start: time | None = None
    end: time | None = None
    method: str = ""
    who: str = ""
    notes: str = ""
    public: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class TopicTable:
    """A table with its topic; the host is a participant (internal)."""

    id: str
    number: int
    topic: str = ""
    host_id: str | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people had a value of an attribute; `count` is None where it is suppressed."""

    id: str
    attribute: str
    value: str
    count: int | None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure of the quarter from official or own sources."""

    id: str
    code: str
    label: str
    value: Decimal | None
    unit: str = ""
    year: int | None = None
    source: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How often an answer was ticked; `multiple` where people could tick several."""

    id: str
    question: str
    answer: str
    count: int
    multiple: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class FeedbackQuote:
    """A sentence from the feedback sheets."""

    id: str
    text: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens after the evening."""

    id: str
    what: str
    who: str = ""
    due: Day | None = None
    due_text: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets the protocol."""

    id: str
    name: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What is attached to the protocol; what is not `public` is attached to the internal one."""

    id: str
    title: str
    public: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on (internal)."""

    id: str
    role: str
    name: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class RetentionDate:
    """Until when something is kept; `until` is a day, else `text` says it in words."""

    id: str
    subject: str
    until: Day | None = None
    text: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who plays a part in the quarter; contacts are internal."""

    id: str
    municipality_id: str | None
    name: str
    group: str = ""
    role: str = ""
    contact: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class AdviceOffice:
    """A free advice office of the neighbourhood."""

    id: str
    municipality_id: str | None
    name: str
    topics: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
