"""People in the file: the attendance list, counted heads, the sheets they handed back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from quartierdesk.domain.edition import protected_head_counts
from quartierdesk.domain.feedback import return_rate_percent
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.protocol import SUPPRESSED
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german
from quartierdesk.domain.workshop import FeedbackCount, FeedbackQuote, HeadCount
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Row, read_row, write_row
from quartierdesk.exchange.workshop_json.known_fields import unknown_field
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.poll_results import figure
from quartierdesk.exchange.workshop_json.published_text import PUBLISHED_TEXT
from quartierdesk.exchange.workshop_json.section import (
    Section,
    as_flag,
    as_line,
    as_section,
    as_text,
    as_texts,
    as_whole,
)

FEEDBACK_KEYS = frozenset(
    {
        "returned",
        "return_rate_pct",
        "quotes",
        "multi_answer_fields",
        "questions",
        PUBLISHED_TEXT,
    }
)
"""Members of the feedback section that are not questions themselves."""

_CONSENTS = {
    "consent_list": "list",
    "consent_contact": "contact",
    "consent_photo": "photo",
    "minor_guardian_consent": "guardian",
}


def read_participants(root: Section, names: Names) -> tuple[Participant, ...]:
    """Return the attendance list."""
    found = []
    for section in root.sections("participants"):
        label = section.require("id", as_line)
        values = read_row(section, rows.PARTICIPANT, names)
        consents = tuple(_consents(section, names))
        identity = names.by_name["participants"][label]
        found.append(Participant(identity, label, consents=consents, **values))
    return tuple(found)


def write_participants(record: WorkshopRecord, names: Names) -> list[Row]:
    """Return the attendance list."""
    return [_participant(person, names) for person in record.participants]


def read_demographics(root: Section, warnings: list[str]) -> tuple[HeadCount, ...]:
    """Return the counted heads; numbers that were already protected cannot be taken over."""
    section = root.section("demographics")
    if section.has("published_expected") and not section.has("raw_internal"):
        warnings.append(
            "Die Zählung der Teilnehmenden steht nur in der geschützten, veröffentlichten Fassung"
            " in der Datei und wird nicht übernommen."
        )
    raw = section.section("raw_internal")
    counted = [
        (as_line(attribute, place), as_line(value, at), as_whole(count, at))
        for attribute, values, place in raw.members()
        for value, count, at in as_section(values, place).members()
    ]
    return tuple(HeadCount(new_id(), *row, position) for position, row in enumerate(counted))


def write_demographics(record: WorkshopRecord) -> Row:
    """Return the counted heads: raw in the internal file, protected in both.

    The public file says each number a second time as the protocol prints it.
    """
    if record.edition == "public":
        shown = _by_value(record)
        return {
            "k_min": record.workshop.smallest_count,
            "published_expected": shown,
            PUBLISHED_TEXT: {
                attribute: {value: _as_printed(count) for value, count in values.items()}
                for attribute, values in shown.items()
            },
        }
    raw = _by_value(record)
    once = [
        HeadCount(f"{attribute}\0{value}", attribute, value, count)
        for attribute, values in raw.items()
        for value, count in values.items()
    ]
    merged = replace(record, head_counts=tuple(once))
    safe = replace(record, head_counts=protected_head_counts(merged))
    return {
        "raw_internal": raw,
        "k_min": record.workshop.smallest_count,
        "published_expected": _by_value(safe),
    }


def read_feedback(
    root: Section, warnings: list[str]
) -> tuple[tuple[FeedbackCount, ...], tuple[FeedbackQuote, ...]]:
    """Return what was ticked on the sheets and what was written on them.

    Every mapping of answers to counts is a question.
    """
    section = root.section("feedback")
    multiple = section.get("multi_answer_fields", as_texts) or ()
    ticked = [
        (question, as_line(answer, at), as_whole(count, at))
        for question, answers in _questions(section, warnings)
        for answer, count, at in answers.members()
    ]
    counts = tuple(
        FeedbackCount(new_id(), *row, row[0] in multiple, position)
        for position, row in enumerate(ticked)
    )
    quotes = tuple(
        FeedbackQuote(new_id(), as_text(value, place), position)
        for position, (value, place) in enumerate(section.items("quotes"))
    )
    return counts, quotes


def write_feedback(record: WorkshopRecord) -> Row:
    """Return what was ticked and written on the sheets, and how many came back."""
    returned, present = record.workshop.feedback_returned, record.workshop.participants_present
    known = returned is not None and present is not None
    rate = return_rate_percent(returned or 0, present or 0) if known else None
    counts: dict[str, dict[str, int]] = {}
    for item in record.feedback:
        answers = counts.setdefault(item.question, {})
        answers[item.answer] = answers.get(item.answer, 0) + item.count
    row: Row = {"returned": returned, "return_rate_pct": figure(rate)}
    row |= {key: answers for key, answers in counts.items() if key not in FEEDBACK_KEYS}
    further = {key: answers for key, answers in counts.items() if key in FEEDBACK_KEYS}
    row |= {"questions": further} if further else {}
    if record.edition == "public" and returned is None and record.feedback_quotes:
        row[PUBLISHED_TEXT] = {"returned": SUPPRESSED, "return_rate_pct": SUPPRESSED}
    row["quotes"] = [quote.text for quote in record.feedback_quotes]
    several = (item.question for item in record.feedback if item.multiple)
    row["multi_answer_fields"] = list(dict.fromkeys(several))
    return row


def _consents(section: Section, names: Names) -> Iterator[Consent]:
    for key, kind in _CONSENTS.items():
        given = section.get(key, as_flag)
        if given is not None:
            yield Consent(new_id(), kind, given)
    for further in section.sections("consents"):
        yield Consent(new_id(), **read_row(further, rows.CONSENT, names))


def _participant(person: Participant, names: Names) -> Row:
    general: dict[str, Consent] = {}
    further = []
    for consent in person.consents:
        if consent.medium or consent.kind in general:
            further.append(write_row(consent, rows.CONSENT, names))
        else:
            general[consent.kind] = consent
    handed_in: Row = {"id": names.of("participants", person.id)}
    for key, kind in _CONSENTS.items():
        handed_in[key] = general[kind].given if kind in general else None
    handed_in |= {"consents": further} if further else {}
    return write_row(person, rows.PARTICIPANT, names, handed_in)


def _by_value(record: WorkshopRecord) -> dict[str, dict[str, int | None]]:
    """Return the counts by attribute and value; what was counted twice is added up."""
    found: dict[str, dict[str, int | None]] = {}
    for item in record.head_counts:
        values = found.setdefault(item.attribute, {})
        before = values.get(item.value, 0)
        known = item.count is not None and before is not None
        values[item.value] = (before or 0) + (item.count or 0) if known else None
    return found


def _as_printed(count: int | None) -> str:
    return SUPPRESSED if count is None else german(count)


def _questions(section: Section, warnings: list[str]) -> Iterator[tuple[str, Section]]:
    for key, value, place in section.members():
        if isinstance(value, Mapping) and key not in FEEDBACK_KEYS:
            yield as_line(key, place), as_section(value, place)
        elif key not in FEEDBACK_KEYS:
            warnings.append(unknown_field(place))
    for key, value, place in section.section("questions").members():
        yield as_line(key, place), as_section(value, place)
