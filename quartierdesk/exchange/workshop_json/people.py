"""People in the file: the attendance list, counted heads, the sheets they handed back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from quartierdesk.domain.edition import protected_head_counts
from quartierdesk.domain.feedback import return_rate_percent
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import FeedbackCount, FeedbackQuote, HeadCount
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Row, read_row, write_row
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.poll_results import figure
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
    {"returned", "return_rate_pct", "quotes", "multi_answer_fields", "questions"}
)
"""Members of the feedback section that are not questions themselves."""

_CONSENTS = {
    "consent_list": "list",
    "consent_contact": "contact",
    "consent_photo": "photo",
    "minor_guardian_consent": "guardian",
}

Counted = dict[str, dict[str, int | None]]
"""Question or attribute, answer or value, how many."""


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
        (as_line(attribute, place), as_line(key, at), as_whole(count, at))
        for attribute, values, place in raw.members()
        for key, count, at in as_section(values, place).members()
    ]
    return tuple(HeadCount(new_id(), *row, position) for position, row in enumerate(counted))


def write_demographics(record: WorkshopRecord) -> Row:
    """Return the counted heads: raw in the internal file, protected in both."""
    if record.edition == "public":
        return {"k_min": record.workshop.smallest_count, "published_expected": _by_value(record)}
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
    root: Section, unknown: Callable[[str], None]
) -> tuple[tuple[FeedbackCount, ...], tuple[FeedbackQuote, ...]]:
    """Return what was ticked on the sheets and what was written on them.

    Every mapping of answers to counts is a question; `unknown` is told the place of other members.
    """
    section = root.section("feedback")
    questions = {**section.section("questions").content, **_questions(section, unknown)}
    multiple = {as_line(text, "") for text in section.get("multi_answer_fields", as_texts) or ()}
    ticked = [
        (as_line(question, place), as_line(answer, at), as_whole(count, at))
        for question, (answers, place) in _questions(section, unknown).items()
        for answer, count, at in as_section(answers, place).members()
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
