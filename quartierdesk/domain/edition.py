"""The public edition: what of a workshop may leave the house, whatever the format.

Source: data protection as laid down in docs/principles.md (minimal data, small groups, no names).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from quartierdesk.domain.codes import is_code
from quartierdesk.domain.contribution import Bundle, Contribution
from quartierdesk.domain.feedback import only_in_words
from quartierdesk.domain.head_counts import totals
from quartierdesk.domain.identity import link_id
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Poll, PollOption, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import PollOutcome, tallied
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
    against small numbers, and so are moods and groups of voters; participants named in other texts
    are made unreadable. A record that is public already stays as it is.
    """
    if record.edition == "public":
        return record
    shown = {item.id for item in record.contributions if is_shown(item)}
    readable = {item.id for item in record.contributions if is_readable(item)}
    bundles = tuple(_without_withheld(record))
    inside = {bundle.id for bundle in bundles}
    outcomes = _outcomes(record)
    closed = (
        poll if poll.id in outcomes else _uncounted(poll)
        for poll in record.polls
        if poll.state == "closed"
    )
    k = record.workshop.smallest_count
    public = replace(
        _without_internals(record),
        contributions=tuple(
            _contribution(item, inside) for item in record.contributions if item.id in shown
        ),
        bundles=bundles,
        swot=tuple(
            s if s.contribution_id is None else replace(s, text="")
            for s in record.swot
            if s.contribution_id in {*shown, None}
        ),
        # The picture of a card shows the very words that its wording for the protocol replaces.
        photos=tuple(
            p for p in record.photos if p.public and p.contribution_id in {*readable, None}
        ),
        polls=tuple(_poll(poll, shown, readable, k) for poll in closed),
        outcomes=outcomes,
        measures=tuple(
            replace(m, contribution_ids=tuple(c for c in m.contribution_ids if c in shown))
            for m in record.measures
        ),
        answers=tuple(
            replace(answer, answered_by="")
            for answer in record.answers
            if answer.contribution_id in {*shown, None}
        ),
    )
    return _without_names(public, record.participants)


def _without_internals(record: WorkshopRecord) -> WorkshopRecord:
    """Return the record without what is internal whatever people said in the workshop."""
    few = _few_answered(record)
    returned = None if few else record.workshop.feedback_returned
    return replace(
        record,
        edition="public",
        municipality=replace(record.municipality, data_protection_officer=""),
        quarter=replace(record.quarter, notes=""),
        workshop=replace(record.workshop, notes="", feedback_returned=returned),
        agenda=tuple(replace(item, notes="") for item in record.agenda if item.public),
        tables=tuple(replace(table, host_id=None) for table in record.tables),
        participants=(),
        head_counts=protected_head_counts(record),
        head_count_totals=_totals(record),
        enclosures=tuple(enclosure for enclosure in record.enclosures if enclosure.public),
        feedback=() if few else record.feedback,
        signatures=(),
    )


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


def _totals(record: WorkshopRecord) -> dict[str, int]:
    """Return how many people were counted by each attribute, without numbers that are small."""
    k = record.workshop.smallest_count
    return {
        attribute: total
        for attribute, total in totals(record.head_counts).items()
        if not is_small(total, k)
    }


def is_shown(item: Contribution) -> bool:
    """Return whether a contribution has a place in the public edition, in whatever words."""
    return item.publish != "no"


def is_readable(item: Contribution) -> bool:
    """Return whether the very words of a contribution may be published."""
    return item.publish == "yes" and not item.contains_personal_data


def _contribution(item: Contribution, bundles: set[str]) -> Contribution:
    bundle_id = item.bundle_id if item.bundle_id in bundles else None
    public = replace(item, note="", captured_at=None, bundle_id=bundle_id)
    if is_readable(item):
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
    flagged = {item.bundle_id for item in record.contributions if not is_readable(item)}
    return (bundle for bundle in record.bundles if bundle.id not in flagged)


def _poll(poll: Poll, shown: set[str], readable: set[str], k: int) -> Poll:
    """Return a poll without ballots and laptops, without wordings that are withheld.

    Where a group is small no group is shown: one alone could be told from what is missing to the
    total.
    """
    voters, groups = poll.voters, poll.groups
    numbers = [group.voters for group in groups if group.voters is not None]
    if any(is_small(number, k) for number in numbers):
        groups = ()
        if voters is None and len(numbers) == len(poll.groups):
            voters = sum(numbers)
    known = {group.id for group in groups}
    totals: dict[tuple[str, str | None], int] = {}
    for (option, group), dots in tallied(poll).items():
        place = (option, group if group in known else None)
        totals[place] = totals.get(place, 0) + dots
    return replace(
        poll,
        voters=voters,
        groups=groups,
        options=tuple(_option(option, shown, readable) for option in poll.options),
        ballots=(),
        tallies=tuple(
            Tally(link_id("tally", *place), place[0], dots, place[1])
            for place, dots in totals.items()
        ),
    )


def _outcomes(record: WorkshopRecord) -> dict[str, PollOutcome]:
    """Return the results that may be told: of closed polls, moods only where enough answered."""
    closed = {poll.id for poll in record.polls if poll.state == "closed"}
    k = record.workshop.smallest_count
    return {
        poll_id: outcome
        for poll_id, outcome in record.outcomes.items()
        if poll_id in closed
        and not (isinstance(outcome, MoodOutcome) and is_small(outcome.voters, k))
    }


def _uncounted(poll: Poll) -> Poll:
    return replace(poll, voters=None, groups=(), ballots=(), tallies=())


def _option(option: PollOption, shown: set[str], readable: set[str]) -> PollOption:
    if option.contribution_id is None or option.contribution_id in readable:
        return option
    if option.contribution_id in shown:
        return replace(option, label="")
    return replace(option, contribution_id=None, label=WITHHELD)


def _few_answered(record: WorkshopRecord) -> bool:
    returned = record.workshop.feedback_returned
    return returned is not None and only_in_words(returned, record.workshop.smallest_count)


def _without_names(record: WorkshopRecord, people: Sequence[Participant]) -> WorkshopRecord:
    named = NamedPeople.of(people)
    if named is None:
        return record
    return _with_texts(record, lambda text: named.replaced_in(text, UNNAMED))


def _with_texts(value: T, change: Callable[[str], str], field: str = "") -> T:
    """Return `value` with `change` applied to every text inside, apart from identities and codes.

    `field` is the name of the field that holds the value.
    """
    if isinstance(value, str):
        return value if is_code(field, value) else cast("T", change(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_with_texts(item, change, field) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: _with_texts(getattr(value, f.name), change, f.name)
            for f in fields(value)
            if not (f.name == "id" or f.name.endswith(("_id", "_ids", "sha256")))
        }
        return cast("T", replace(value, **changed))
    return value
