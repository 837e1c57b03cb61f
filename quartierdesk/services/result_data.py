"""Results of polls as plain data for other programs."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from quartierdesk.domain.poll import Poll
from quartierdesk.domain.record import WorkshopRecord


def result_data(record: WorkshopRecord) -> list[dict[str, object]]:
    """Return each poll with its rule and result, numbers as numbers.

    The result of a poll that is not closed is hidden: it is None.
    """
    return [_poll(record, poll) for poll in record.polls]


def _poll(record: WorkshopRecord, poll: Poll) -> dict[str, object]:
    labels = {option.id: record.option_label(option) for option in poll.options}
    return {
        "method": poll.method,
        "round": poll.round,
        "question": poll.question,
        "state": poll.state,
        "rule": poll.rule_text,
        "dots_per_person": poll.dots_per_person,
        "max_per_option": poll.max_per_option,
        "ballots": len(poll.ballots),
        "options": [labels[option.id] for option in poll.options],
        "result": _plain(record.outcomes[poll.id], labels) if poll.state == "closed" else None,
    }


def _plain(value: object, labels: Mapping[str, str]) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name), labels) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item, labels) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    return labels.get(value, value) if isinstance(value, str) else value
