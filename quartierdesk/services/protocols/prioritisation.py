"""Prioritising: every closed poll with its rule beside its result."""

from collections.abc import Iterable, Mapping

from quartierdesk.domain.borda import BordaOutcome
from quartierdesk.domain.consensus import ConsensusOutcome
from quartierdesk.domain.pairwise import PairwiseOutcome
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.protocol import Block, Paragraph, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import EffortOutcome, EisenhowerOutcome, PollOutcome
from quartierdesk.services.protocols.blocks import Rule, section, sentences
from quartierdesk.services.protocols.dot_blocks import dot_blocks, dot_rule
from quartierdesk.services.protocols.dots import TABLE_ROUND, dot_polls
from quartierdesk.services.protocols.estimates import (
    effort_blocks,
    eisenhower_blocks,
    estimates_rule,
)
from quartierdesk.services.protocols.names import Names, round_name
from quartierdesk.services.protocols.preferences import (
    borda_blocks,
    borda_rule,
    consensus_blocks,
    consensus_rule,
    pairwise_blocks,
    pairwise_rule,
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
        method = _method(poll, names)
        blocks.append(Paragraph(poll.question or method, "heading"))
        dots = counted.get(poll.id)
        rule = dot_rule(dots) if dots else _rule(outcome)
        blocks.append(_told(poll, method, rule) if rule else None)
        if dots:
            blocks += dot_blocks(dots, f"Abfrage_{number}", names)
        else:
            blocks += _other_blocks(poll, outcome, f"Abfrage_{number}", record, names)
    return section("prioritisation", blocks, "Was zuerst? Die Priorisierung")


def _method(poll: Poll, names: Names) -> str:
    held = f" ({round_name(poll.round)})" if poll.round else ""
    return f"{names.of('poll_method', poll.method)}{held}"


def _told(poll: Poll, method: str, rule: Rule) -> Paragraph:
    """Return the rule of a poll in the form that all of them have, and what was announced."""
    announced = {
        "Angesagt war": poll.rule_text,
        "Skala": "" if poll.method == "pairwise" else poll.scale_text,
    }
    told = (f"{what}: {text.rstrip('.')}." for what, text in announced.items() if text)
    text = sentences(rule.text, *told)
    return Paragraph(text, "notice", label="Regel", strong=rule.strong, aside=method)


def _rule(outcome: PollOutcome) -> Rule | None:
    match outcome:
        case ConsensusOutcome():
            return consensus_rule(outcome)
        case PairwiseOutcome():
            return pairwise_rule(outcome)
        case BordaOutcome():
            return borda_rule(outcome)
        case EffortOutcome() | EisenhowerOutcome():
            return estimates_rule(outcome)
    return None


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
