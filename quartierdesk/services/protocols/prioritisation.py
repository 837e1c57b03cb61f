"""Prioritising: every closed poll with its rule beside its result."""

from collections.abc import Iterable, Mapping

from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.protocol import Block, Paragraph, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome, PollOutcome
from quartierdesk.services.protocols.blocks import paragraph, section
from quartierdesk.services.protocols.dot_blocks import dot_blocks
from quartierdesk.services.protocols.dots import TABLE_ROUND, dot_polls
from quartierdesk.services.protocols.estimates import effort_blocks, eisenhower_blocks
from quartierdesk.services.protocols.names import Names, round_name
from quartierdesk.services.protocols.preferences import (
    borda_blocks,
    consensus_blocks,
    pairwise_blocks,
)


def prioritisation(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the closed polls, apart from the mood; the round at the tables comes last."""
    counted = {each.poll.id: each for each in dot_polls(record, names)}
    blocks: list[Block | None] = []
    number = 0
    for poll in sorted(record.polls, key=lambda poll: poll.round == TABLE_ROUND):
        outcome = record.outcomes.get(poll.id)
        if poll.state != "closed" or outcome is None or poll.method == "mood":
            continue
        number += 1
        blocks += _heading(poll, number, names)
        if poll.id in counted:
            blocks += dot_blocks(counted[poll.id], f"Abfrage_{number}", names)
        else:
            blocks += _other_blocks(poll, outcome, f"Abfrage_{number}", record, names)
    return section("prioritisation", blocks, "Was zuerst? Die Priorisierung")


def _heading(poll: Poll, number: int, names: Names) -> Iterable[Block | None]:
    method = names.of("poll_method", poll.method)
    held = f" ({round_name(poll.round)})" if poll.round else ""
    yield Paragraph(poll.question or f"{method}{held}", "heading")
    said = {
        "Verfahren": f"{method}{held}" if poll.question else "",
        "Regel": "" if poll.method == "dots" else poll.rule_text,
        "Skala": "" if poll.method == "pairwise" else poll.scale_text,
    }
    yield paragraph(" ".join(f"{what}: {text.rstrip('.')}." for what, text in said.items() if text))


def _other_blocks(
    poll: Poll, outcome: PollOutcome, name: str, record: WorkshopRecord, names: Names
) -> Iterable[Block | None]:
    match outcome:
        case ConsensusOutcome():
            is_public = record.edition == "public"
            return consensus_blocks(outcome, _options(poll), name, names, is_public=is_public)
        case PairwiseOutcome():
            return pairwise_blocks(outcome, _options(poll), name, names)
        case BordaOutcome():
            return borda_blocks(outcome, _options(poll), name, names)
        case EffortOutcome():
            return effort_blocks(outcome, _options(poll), name, names)
        case EisenhowerOutcome():
            return eisenhower_blocks(outcome, _options(poll), name, names)
    return ()


def _options(poll: Poll) -> Mapping[str, PollOption]:
    return {option.id: option for option in poll.options}
