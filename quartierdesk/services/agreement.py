"""What the page for agreeing shows: measures with their origin, and what has no answer yet."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quartierdesk.domain import clock
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services import answers, catalogues, records
from quartierdesk.services.agreed import OPEN_STATES
from quartierdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Weight:
    """What the room gave a theme: `share_percent` of all dots placed, `tied` a shared rank."""

    poll_id: str
    dots: int
    rank: int
    tied: bool
    share_percent: Decimal | None


@dataclass(frozen=True, slots=True)
class OriginCard:
    """A sentence that a measure comes from."""

    id: str
    label: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class OriginTheme:
    """A theme that a measure comes from, and its weight where there was a vote on it."""

    id: str
    title: str
    action_field: str
    weight: Weight | None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure as a row: names in German where it holds codes, and where it comes from.

    `due` is a day or what people said; `decision` "" where nobody has to decide. `is_overdue`
    compares the day with the day of asking, for what is not done, put off or declined.
    """

    measure: Measure
    due: str
    decision: str
    status_letter: str
    status: str
    is_overdue: bool
    cards: tuple[OriginCard, ...]
    themes: tuple[OriginTheme, ...]


@dataclass(frozen=True, slots=True)
class OpenTheme:
    """A theme nobody has said yet what becomes of."""

    id: str
    title: str
    action_field: str
    cards: int
    weight: Weight | None


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A contribution nobody has said yet what becomes of; it is in no answered theme."""

    id: str
    label: str
    kind: str
    text: str
    in_idea_store: bool


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer, and in words what it answers."""

    answer: Answer
    subject: str
    decision: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """All of it, in the order in which it is shown; `clusters` can be made into measures."""

    measures: tuple[MeasureLine, ...]
    open_themes: tuple[OpenTheme, ...]
    open_cards: tuple[OpenCard, ...]
    answers: tuple[GivenAnswer, ...]
    clusters: tuple[Cluster, ...]
    statuses: Catalogue
    decision_bodies: Catalogue
    importances: Catalogue
    terms: Catalogue
    kinds: Catalogue
    fields: Catalogue


DECISIONS: Mapping[str, str] = {
    "taken_up": "wird aufgegriffen",
    "passed_on": "wird weitergegeben",
    "declined": "wird nicht aufgegriffen",
    "answered": "ist beantwortet",
}
"""Kinds of answers and how they are said."""


def of_workshop(workspace: Workspace, workshop_id: str, today: date | None = None) -> Agreement:
    """Return what was agreed in a workshop and what is still open, on one state of the file."""
    with workspace.reading():
        record = records.load(workspace, workshop_id)
        known = catalogues.of_workshop(workspace, workshop_id)
    missing = answers.missing(
        record.answers, record.measures, record.clusters, record.contributions
    )
    weights = theme_weights(record)
    in_theme = Counter(card.cluster_id for card in record.contributions)
    day = today or clock.today()
    themes = {cluster.id: cluster for cluster in record.clusters}
    cards = {card.id: card for card in record.contributions}
    return Agreement(
        measures=tuple(_line(measure, record, known, weights, day) for measure in record.measures),
        open_themes=tuple(
            _open_theme(themes[key], in_theme[key], weights) for key in missing.clusters
        ),
        open_cards=tuple(_open_card(cards[key]) for key in missing.contributions),
        answers=tuple(_given(answer, themes, cards) for answer in record.answers),
        clusters=record.clusters,
        statuses=known["measure_status"],
        decision_bodies=known["decision_body"],
        importances=known["importance"],
        terms=known["measure_term"],
        kinds=known["contribution_kind"],
        fields=known["action_field"],
    )


def theme_weights(record: WorkshopRecord) -> dict[str, Weight]:
    """Return by cluster what the first closed vote with dots on clusters gave each of them."""
    for poll in record.polls:
        outcome = record.outcomes.get(poll.id)
        if poll.state == "closed" and poll.round != "table" and isinstance(outcome, DotOutcome):
            found = _weights(poll, outcome)
            if found:
                return found
    return {}


def _weights(poll: Poll, outcome: DotOutcome) -> dict[str, Weight]:
    themes = {option.id: option.cluster_id for option in poll.options}
    return {
        cluster_id: Weight(poll.id, each.dots, each.rank, each.tied, each.share_percent)
        for each in outcome.results
        if (cluster_id := themes.get(each.option))
    }


def _line(
    measure: Measure,
    record: WorkshopRecord,
    known: Mapping[str, Catalogue],
    weights: Mapping[str, Weight],
    today: date,
) -> MeasureLine:
    status = known["measure_status"].find(measure.status)
    body = known["decision_body"].find(measure.decision_body)
    cited = set(measure.contribution_ids)
    due = measure.due.strftime("%d.%m.%Y") if measure.due else measure.due_text
    return MeasureLine(
        measure=measure,
        due=due,
        decision=body.label if body else measure.decision_body,
        status_letter=(status.letter if status else "") or measure.status[:1].upper(),
        status=status.short if status else measure.status,
        is_overdue=bool(measure.due and measure.due < today and measure.status in OPEN_STATES),
        cards=tuple(
            OriginCard(card.id, card.label, card.kind, card.wording)
            for card in record.contributions
            if card.id in cited
        ),
        themes=tuple(
            OriginTheme(theme.id, theme.title, theme.action_field, weights.get(theme.id))
            for theme in record.clusters
            if theme.id in measure.cluster_ids
        ),
    )


def _open_theme(theme: Cluster, cards: int, weights: Mapping[str, Weight]) -> OpenTheme:
    return OpenTheme(theme.id, theme.title, theme.action_field, cards, weights.get(theme.id))


def _open_card(card: Contribution) -> OpenCard:
    return OpenCard(card.id, card.label, card.kind, card.wording, card.in_idea_store)


def _given(
    answer: Answer, themes: Mapping[str, Cluster], cards: Mapping[str, Contribution]
) -> GivenAnswer:
    theme = themes.get(answer.cluster_id or "")
    card = cards.get(answer.contribution_id or "")
    subject = theme.title if theme else f"{card.label} {card.wording}" if card else ""
    return GivenAnswer(answer, subject, DECISIONS.get(answer.decision, answer.decision))
