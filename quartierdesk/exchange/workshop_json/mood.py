"""The mood poll in the file: one scale, the dots at the start and at the end."""

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollOption, Tally
from quartierdesk.domain.results import PollOutcome
from quartierdesk.exchange.workshop_json.fields import Row
from quartierdesk.exchange.workshop_json.poll_results import option_counts
from quartierdesk.exchange.workshop_json.section import (
    Section,
    as_items,
    as_text,
    as_texts,
    as_whole,
    wrong,
)


def read_mood(root: Section, moment: str) -> Poll | None:
    """Return the poll at the `start` or `end`, None where it was not held."""
    section = root.section("mood")
    counts = section.get(moment, as_items)
    if counts is None:
        return None
    scale = section.get("scale", as_texts) or ()
    if len(counts) != len(scale):
        raise wrong(section.place_of(moment), "hat nicht so viele Zahlen wie die Skala Stufen")
    options = tuple(PollOption(new_id(), label, position=at) for at, label in enumerate(scale))
    dots = [as_whole(value, place) for value, place in counts]
    return Poll(
        new_id(),
        "mood",
        question=section.get("question", as_text) or "",
        round=moment,
        state="closed",
        options=options,
        tallies=tuple(
            Tally(new_id(), option.id, count)
            for option, count in zip(options, dots, strict=True)
            if count
        ),
    )


def same_mood_scale(first: Poll, second: Poll) -> bool:
    """Return whether two polls ask the same on the same scale, so that one section holds both."""
    return _asked(first) == _asked(second)


def write_mood(held: dict[str, tuple[Poll, PollOutcome]]) -> Row:
    """Return the section for the polls `start` and `end`, of which at least one was held."""
    any_poll = next(iter(held.values()))[0]
    question, scale = _asked(any_poll)
    counts = {
        moment: list((option_counts(poll, outcome) or {}).values())
        for moment, (poll, outcome) in held.items()
    }
    return {"scale": scale, "question": question, **counts}


def _asked(poll: Poll) -> tuple[str, list[str]]:
    return poll.question, [option.label for option in poll.options]
