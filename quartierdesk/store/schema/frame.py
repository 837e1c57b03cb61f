"""Tables of the frame: municipality, quarter, workshop, agenda, tables, counts, paperwork."""

from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy.orm import Mapped

from quartierdesk.store.schema.base import Logged
from quartierdesk.store.schema.columns import (
    flag,
    line,
    lines,
    maybe,
    maybe_clock,
    maybe_day,
    maybe_exact,
    maybe_instant,
    maybe_whole,
    parent,
    prose,
    whole,
)

Day = date
"""Name of the type inside classes that have a field called `date`."""


class Municipality(Logged):
    """The municipality."""

    __tablename__ = "municipality"
    name: Mapped[str] = line()
    district: Mapped[str] = line()
    ags: Mapped[str] = line()
    address: Mapped[str] = prose()
    arms_sha256: Mapped[str] = line()
    data_protection_officer: Mapped[str] = prose()
    imprint: Mapped[str] = prose()


class Quarter(Logged):
    """The quarter and its process with accompaniment and funding."""

    __tablename__ = "quarter"
    municipality_id: Mapped[str] = parent("municipality")
    name: Mapped[str] = line()
    kind: Mapped[str] = line()
    delimitation: Mapped[str] = prose()
    process_goal: Mapped[str] = prose()
    process_from: Mapped[Day | None] = maybe_day()
    process_until: Mapped[Day | None] = maybe_day()
    accompaniment: Mapped[str] = prose()
    funding: Mapped[str] = prose()
    continuation: Mapped[str] = prose()
    notes: Mapped[str] = prose()


class Workshop(Logged):
    """One event."""

    __tablename__ = "workshop"
    quarter_id: Mapped[str] = parent("quarter")
    label: Mapped[str] = line()
    title: Mapped[str] = line()
    subtitle: Mapped[str] = line()
    format: Mapped[str] = line()
    language: Mapped[str] = line()
    notice: Mapped[str] = prose()
    methods: Mapped[tuple[str, ...]] = lines()
    date: Mapped[Day | None] = maybe_day()
    start: Mapped[time | None] = maybe_clock()
    end: Mapped[time | None] = maybe_clock()
    timezone: Mapped[str] = line()
    place: Mapped[str] = line()
    organiser: Mapped[str] = line()
    civil_partner: Mapped[str] = line()
    facilitation: Mapped[str] = line()
    minutes_by: Mapped[str] = line()
    occasion: Mapped[str] = prose()
    goal: Mapped[str] = prose()
    guiding_question: Mapped[str] = prose()
    funding_reference: Mapped[str] = line()
    participants_registered: Mapped[int | None] = maybe_whole()
    participants_present: Mapped[int | None] = maybe_whole()
    participants_source: Mapped[str] = line()
    invitation_channels: Mapped[tuple[str, ...]] = lines()
    accessibility_provided: Mapped[tuple[str, ...]] = lines()
    rules: Mapped[tuple[str, ...]] = lines()
    missing_groups: Mapped[str] = prose()
    field_catalogue: Mapped[str] = line()
    smallest_count: Mapped[int] = whole(5)
    feedback_returned: Mapped[int | None] = maybe_whole()
    notes: Mapped[str] = prose()


class AgendaItem(Logged):
    """One item of the agenda, public or internal."""

    __tablename__ = "agenda_item"
    workshop_id: Mapped[str] = parent("workshop")
    title: Mapped[str] = line()
    start: Mapped[time | None] = maybe_clock()
    end: Mapped[time | None] = maybe_clock()
    method: Mapped[str] = line()
    who: Mapped[str] = line()
    notes: Mapped[str] = prose()
    public: Mapped[bool] = flag(True)
    position: Mapped[int] = whole()


class TopicTable(Logged):
    """A table with topic and host."""

    __tablename__ = "topic_table"
    workshop_id: Mapped[str] = parent("workshop")
    number: Mapped[int] = whole()
    topic: Mapped[str] = line()
    host_id: Mapped[str | None] = maybe("participant")
    seats: Mapped[int | None] = maybe_whole()


class HeadCount(Logged):
    """People counted by attribute, without names."""

    __tablename__ = "head_count"
    workshop_id: Mapped[str] = parent("workshop")
    attribute: Mapped[str] = line()
    value: Mapped[str] = line()
    count: Mapped[int] = whole()
    position: Mapped[int] = whole()


class Indicator(Logged):
    """A figure of the quarter, taken into a workshop's report or not."""

    __tablename__ = "indicator"
    quarter_id: Mapped[str] = parent("quarter")
    workshop_id: Mapped[str | None] = maybe("workshop")
    code: Mapped[str] = line()
    label: Mapped[str] = line()
    value: Mapped[Decimal | None] = maybe_exact()
    unit: Mapped[str] = line()
    year: Mapped[int | None] = maybe_whole()
    source: Mapped[str] = line()
    position: Mapped[int] = whole()


class FeedbackCount(Logged):
    """Ticks on the feedback sheets."""

    __tablename__ = "feedback_count"
    workshop_id: Mapped[str] = parent("workshop")
    question: Mapped[str] = line()
    answer: Mapped[str] = line()
    count: Mapped[int] = whole()
    multiple: Mapped[bool] = flag()
    position: Mapped[int] = whole()


class FeedbackQuote(Logged):
    """A sentence from the feedback sheets."""

    __tablename__ = "feedback_quote"
    workshop_id: Mapped[str] = parent("workshop")
    text: Mapped[str] = prose()
    position: Mapped[int] = whole()


class NextStep(Logged):
    """What happens after the evening."""

    __tablename__ = "next_step"
    workshop_id: Mapped[str] = parent("workshop")
    what: Mapped[str] = line()
    who: Mapped[str] = line()
    due: Mapped[Day | None] = maybe_day()
    due_text: Mapped[str] = line()
    position: Mapped[int] = whole()


class Recipient(Logged):
    """Who gets the protocol."""

    __tablename__ = "recipient"
    workshop_id: Mapped[str] = parent("workshop")
    name: Mapped[str] = line()
    position: Mapped[int] = whole()


class Enclosure(Logged):
    """What is attached to the protocol."""

    __tablename__ = "enclosure"
    workshop_id: Mapped[str] = parent("workshop")
    title: Mapped[str] = line()
    public: Mapped[bool] = flag(True)
    position: Mapped[int] = whole()


class Signature(Logged):
    """A line to sign on."""

    __tablename__ = "signature"
    workshop_id: Mapped[str] = parent("workshop")
    role: Mapped[str] = line()
    name: Mapped[str] = line()
    position: Mapped[int] = whole()


class RetentionDate(Logged):
    """Until when something is kept."""

    __tablename__ = "retention_date"
    workshop_id: Mapped[str] = parent("workshop")
    subject: Mapped[str] = line()
    until: Mapped[Day | None] = maybe_day()
    text: Mapped[str] = line()
    position: Mapped[int] = whole()


class ProtocolSettings(Logged):
    """Which sections a workshop's protocol has, in which order."""

    __tablename__ = "protocol_settings"
    workshop_id: Mapped[str] = parent("workshop")
    edition: Mapped[str] = line()
    length: Mapped[str] = line()
    sections: Mapped[tuple[str, ...]] = lines()
    hidden_sections: Mapped[tuple[str, ...]] = lines()


class ProtocolRelease(Logged):
    """A released protocol; PDF and frozen content lie in `stored_file`."""

    __tablename__ = "protocol_release"
    workshop_id: Mapped[str] = parent("workshop")
    version: Mapped[str] = line()
    edition: Mapped[str] = line()
    released_at: Mapped[datetime | None] = maybe_instant()
    pdf_sha256: Mapped[str] = line()
    content_sha256: Mapped[str] = line()
    remark: Mapped[str] = prose()


class DeletionRecord(Logged):
    """That something was deleted for data protection, without what it was."""

    __tablename__ = "deletion_record"
    workshop_id: Mapped[str | None] = maybe("workshop")
    subject: Mapped[str] = line()
    amount: Mapped[int] = whole()
    deleted_at: Mapped[datetime | None] = maybe_instant()
    reason: Mapped[str] = line()
