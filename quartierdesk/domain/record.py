"""The whole workshop as one frozen value: what every format is written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quartierdesk.domain.contribution import Bundle, Cluster, Contribution, Photo, SwotStatement
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.results import PollOutcome
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
    Workshop,
)

Edition = Literal["internal", "public"]


@dataclass(frozen=True, slots=True)
class WorkshopRecord:
    """A workshop with everything that belongs to it, in the order in which people see it.

    `outcomes` holds the result of each poll by the poll's id. In the public edition a head-count
    that is suppressed is None, `head_count_totals` say how many people were counted by each
    attribute, and what must not be published is not in the record at all.
    """

    municipality: Municipality
    quarter: Quarter
    workshop: Workshop
    edition: Edition = "internal"
    agenda: tuple[AgendaItem, ...] = ()
    tables: tuple[TopicTable, ...] = ()
    participants: tuple[Participant, ...] = ()
    head_counts: tuple[HeadCount, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    swot: tuple[SwotStatement, ...] = ()
    photos: tuple[Photo, ...] = ()
    polls: tuple[Poll, ...] = ()
    measures: tuple[Measure, ...] = ()
    answers: tuple[Answer, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    feedback: tuple[FeedbackCount, ...] = ()
    feedback_quotes: tuple[FeedbackQuote, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    signatures: tuple[Signature, ...] = ()
    retention: tuple[RetentionDate, ...] = ()
    outcomes: Mapping[str, PollOutcome] = field(default_factory=dict)
    head_count_totals: Mapping[str, int] = field(default_factory=dict)

    def option_label(self, option: PollOption) -> str:
        """Return what an option is called: its own label, else what it stands for."""
        if option.label:
            return option.label
        for cluster in self.clusters:
            if cluster.id == option.cluster_id:
                return cluster.title
        for card in self.contributions:
            if card.id == option.contribution_id:
                return f"{card.label} {card.wording}"
        for measure in self.measures:
            if measure.id == option.measure_id:
                return measure.title
        return ""
