"""The polls of a workshop in the file.

The format has one section for each of seven usual polls. A poll that its section cannot hold in
full, and every further one, also stands in full in the list `polls`. That list names its polls in
their order; polls it does not name come first, in the order of `SLOTS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from quartierdesk.domain.poll import Poll
from quartierdesk.domain.protocol import SUPPRESSED
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import PollOutcome
from quartierdesk.errors import UserError
from quartierdesk.exchange.workshop_json.decisions import (
    read_borda,
    read_consensus,
    read_pairwise,
    without_votes,
)
from quartierdesk.exchange.workshop_json.fields import Row
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.mood import read_mood, same_mood_scale
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.poll_form import read_poll, write_poll
from quartierdesk.exchange.workshop_json.poll_results import as_counted, result_rows
from quartierdesk.exchange.workshop_json.published_text import PUBLISHED_TEXT
from quartierdesk.exchange.workshop_json.section import Section, as_text, wrong
from quartierdesk.exchange.workshop_json.votes import read_plenary, read_table_round

SLOTS: Mapping[str, Callable[[Section, Names], Poll | None]] = {
    "mood.start": lambda root, _: read_mood(root, "start"),
    "mood.end": lambda root, _: read_mood(root, "end"),
    "votes.table_round": read_table_round,
    "votes.plenary": read_plenary,
    "decision_examples.systemic_consensing": lambda root, _: read_consensus(root),
    "decision_examples.pairwise": read_pairwise,
    "decision_examples.borda": read_borda,
}
"""The sections that hold one poll each, by their place in the file, and how each is read."""

_DOTS = ("dots", "mood")


@dataclass(frozen=True, slots=True)
class Held:
    """A poll with its outcome, as a section of the file shows it."""

    poll: Poll
    outcome: PollOutcome


def read_polls(root: Section, names: Names, warnings: list[str]) -> tuple[Poll, ...]:
    """Return the polls in their order."""
    listed = root.sections("polls")
    slots = [_slot(section) for section in listed]
    full = {slot for slot, section in zip(slots, listed, strict=True) if section.has("method")}
    for section, slot in zip(listed, slots, strict=True):
        if slots.count(slot) > 1 and slot:
            raise wrong(section.place_of("slot"), "nennt eine Abfrage, die mehrfach genannt wird")
    found = {slot: read(root, names) for slot, read in SLOTS.items() if slot not in full}
    polls = [poll for slot, poll in found.items() if poll and slot not in slots]
    for section, slot in zip(listed, slots, strict=True):
        poll = found[slot] if slot in found else read_poll(section, names)
        if poll is None:
            raise wrong(section.place_of("slot"), "nennt eine Abfrage, die es hier nicht gibt")
        polls.append(poll)
    places = [place for place in without_votes(root) if place not in full]
    places += [section.place for section in listed if _lacks_ballots(section)]
    warnings += [
        f"Das Ergebnis „{place}“ steht ohne seine Stimmzettel in der Datei und wird nicht"
        " übernommen."
        for place in places
    ]
    return tuple(replace(poll, position=position) for position, poll in enumerate(polls))


def held_polls(record: WorkshopRecord, names: Names) -> dict[str, Held]:
    """Return which poll each section shows: the first closed one that it can, else the first."""
    found: dict[str, Held] = {}
    by_state = sorted(record.polls, key=lambda poll: poll.state != "closed")
    for poll in by_state:
        outcome = record.outcomes.get(poll.id)
        slot = _fitting_slot(poll, names)
        if outcome is not None and slot and slot not in found:
            found[slot] = Held(as_counted(poll, outcome), outcome)
    start, end = found.get("mood.start"), found.get("mood.end")
    if start and end and not same_mood_scale(start.poll, end.poll):
        del found["mood.end"]
    return {slot: found[slot] for slot in SLOTS if slot in found}


def write_polls(
    record: WorkshopRecord, names: Names, held: Mapping[str, Held], root: Section
) -> list[Row]:
    """Return the list of polls in full; `root` are the other sections as they were written."""
    slots = {kept.poll.id: slot for slot, kept in held.items()}
    rows = {
        poll.id: _row(poll, slots.get(poll.id, ""), record, names, root) for poll in record.polls
    }
    in_full = {key: row for key, row in rows.items() if "method" in row}
    order = [*(key for key in slots if key not in in_full), *in_full]
    named = in_full if order == [poll.id for poll in record.polls] else rows
    return list(named.values())


def _row(poll: Poll, slot: str, record: WorkshopRecord, names: Names, root: Section) -> Row:
    outcome = record.outcomes.get(poll.id)
    counted = poll if outcome is None else as_counted(poll, outcome)
    form = write_poll(counted, names)
    if outcome is None and record.edition == "public":
        form[PUBLISHED_TEXT] = SUPPRESSED  # too few answered for numbers
    if slot and _shown(slot, root, names) == form:
        return {"slot": slot}
    if slot:
        return {"slot": slot, **form}
    voted = poll.ballots or poll.method in _DOTS or record.edition == "public"
    if outcome is not None and voted:
        positions: dict[str, Json] = {o.id: place for place, o in enumerate(poll.options)}
        form["result"] = result_rows(poll, outcome, "option", positions)
    return form


def _shown(slot: str, root: Section, names: Names) -> Row | None:
    """Return the poll in full as somebody would read it from its section."""
    try:
        poll = SLOTS[slot](root, names)
    except UserError:
        return None
    return None if poll is None else write_poll(poll, names)


def _fitting_slot(poll: Poll, names: Names) -> str | None:
    """Return the section that can show a poll, None where there is none."""
    clusters = [names.of("clusters", option.cluster_id) for option in poll.options]
    cards = [option.contribution_id for option in poll.options if option.contribution_id]
    match poll.method, poll.round:
        case "mood", "start" | "end":
            return f"mood.{poll.round}"
        case "dots", "table":
            return "votes.table_round" if _distinct(cards) else None
        case "dots", "plenary":
            return "votes.plenary" if _distinct(clusters) else None
        case "consensus", _:
            return "decision_examples.systemic_consensing"
        case "pairwise" | "borda", _:
            return f"decision_examples.{poll.method}" if _distinct(clusters) else None
    return None


def _distinct(found: list[str] | list[str | int | None]) -> bool:
    return None not in found and len(set(found)) == len(found)


def _slot(section: Section) -> str:
    slot = section.get("slot", as_text) or ""
    if slot and slot not in SLOTS:
        raise wrong(section.place_of("slot"), "nennt keinen Abschnitt für eine Abfrage")
    return slot


def _lacks_ballots(section: Section) -> bool:
    counts_dots = section.get("method", as_text) in _DOTS
    return section.has("result") and not section.has("ballots") and not counts_dots
