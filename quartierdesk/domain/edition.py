"""The public edition: what of a workshop may leave the house, whatever the format.

Source: data protection as laid down in docs/principles.md (minimal data, small groups, no names).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from quartierdesk.domain.contribution import Bundle, Contribution
from quartierdesk.domain.feedback import only_in_words
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.small_counts import is_small, protect
from quartierdesk.domain.workshop import HeadCount

WITHHELD = "[Wortlaut nicht veröffentlicht]"
"""Stands for a contribution that may be counted but not read."""

UNNAMED = "[Name nicht veröffentlicht]"
"""Stands for a participant named inside a text."""

T = TypeVar("T")


def published(record: WorkshopRecord) -> WorkshopRecord:
    """Return the public edition of an internal record.

    It holds no participants, hosts, contacts, signatures, internal notes, ballots, capture times
    and no texts that are not for publication or contain personal data; head-counts are protected
    against small numbers; participants named in other texts are made unreadable.
    """
    shown = {item.id for item in record.contributions if item.publish != "no"}
    contributions = [_contribution(item) for item in record.contributions if item.id in shown]
    public = replace(
        record,
        edition="public",
        municipality=replace(record.municipality, data_protection_officer=""),
        quarter=replace(record.quarter, notes=""),
        workshop=replace(record.workshop, notes=""),
        agenda=tuple(replace(item, notes="") for item in record.agenda if item.public),
        tables=tuple(replace(table, host_id=None) for table in record.tables),
        participants=(),
        head_counts=protected_head_counts(record),
        contributions=tuple(contributions),
        bundles=tuple(_without_withheld(record)),
        swot=tuple(
            s for s in record.swot if s.contribution_id is None or s.contribution_id in shown
        ),
        photos=tuple(p for p in record.photos if p.public and p.contribution_id in {*shown, None}),
        polls=tuple(_poll(poll, shown) for poll in record.polls if poll.state == "closed"),
        measures=tuple(
            replace(m, contribution_ids=tuple(c for c in m.contribution_ids if c in shown))
            for m in record.measures
        ),
        answers=tuple(
            replace(answer, answered_by="")
            for answer in record.answers
            if answer.contribution_id in {*shown, None}
        ),
        enclosures=tuple(enclosure for enclosure in record.enclosures if enclosure.public),
        feedback=() if _few_answered(record) else record.feedback,
        signatures=(),
    )
    return _without_names(public, record.participants)


def protected_head_counts(record: WorkshopRecord) -> tuple[HeadCount, ...]:
    """Return the head-counts with small groups suppressed (count None), per attribute."""
    by_attribute: dict[str, dict[str, int]] = {}
    for item in record.head_counts:
        by_attribute.setdefault(item.attribute, {})[item.id] = item.count or 0
    shown: dict[str, int | None] = {}
    for counts in by_attribute.values():
        lone = len(counts) == 1 and is_small(
            next(iter(counts.values())), record.workshop.smallest_count
        )
        safe = protect(counts, record.workshop.smallest_count)
        shown.update(dict.fromkeys(counts) if lone else safe)
    return tuple(replace(item, count=shown[item.id]) for item in record.head_counts)


def _contribution(item: Contribution) -> Contribution:
    public = replace(item, note="", captured_at=None)
    if item.publish == "yes" and not item.contains_personal_data:
        return public
    # A place beside a reworded story can give the person away again.
    return replace(
        public,
        title="",
        text_original=item.text_minutes or WITHHELD,
        place="",
        latitude=None,
        longitude=None,
        source_url="",
    )


def _without_withheld(record: WorkshopRecord) -> Iterable[Bundle]:
    flagged = {
        item.bundle_id
        for item in record.contributions
        if item.publish != "yes" or item.contains_personal_data
    }
    return (bundle for bundle in record.bundles if bundle.id not in flagged)


def _poll(poll: Poll, shown: set[str]) -> Poll:
    options = tuple(
        option
        if option.contribution_id is None or option.contribution_id in shown
        else replace(option, contribution_id=None, label=WITHHELD)
        for option in poll.options
    )
    return replace(poll, ballots=(), options=options)


def _few_answered(record: WorkshopRecord) -> bool:
    returned = record.workshop.feedback_returned
    return returned is not None and only_in_words(returned, record.workshop.smallest_count)


def _without_names(record: WorkshopRecord, people: Iterable[Participant]) -> WorkshopRecord:
    named = _naming(people)
    if named is None:
        return record
    in_brackets = re.compile(rf"\s*\([^()]*(?:{named.pattern})[^()]*\)")

    def scrub(text: str) -> str:
        return named.sub(UNNAMED, in_brackets.sub("", text))

    return _with_texts(record, scrub)


def _naming(people: Iterable[Participant]) -> re.Pattern[str] | None:
    spellings: set[str] = set()
    for person in people:
        spellings.update(text for text in (person.label, person.name) if text)
        surname, comma, first_name = person.name.partition(",")
        if comma:
            spellings.add(f"{first_name.strip()} {surname.strip()}")
    if not spellings:
        return None
    longest_first = sorted(spellings, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _with_texts(value: T, change: Callable[[str], str]) -> T:
    """Return `value` with `change` applied to every text inside, apart from identities."""
    if isinstance(value, str):
        return cast("T", change(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_with_texts(item, change) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: _with_texts(getattr(value, f.name), change)
            for f in fields(value)
            if not (f.name == "id" or f.name.endswith(("_id", "_ids", "sha256")))
        }
        return cast("T", replace(value, **changed))
    return value
