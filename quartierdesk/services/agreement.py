"""What the page for agreeing shows: measures with their origin, and what has no answer yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quartierdesk.domain import clock
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.contribution import Cluster
from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.long_list import LongList
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.poll import Poll
from quartierdesk.domain.results import evaluate
from quartierdesk.services import (
    answers,
    catalogues,
    clusters,
    measures,
    polls,
    workshop_reading,
)
from quartierdesk.services.agreed import OPEN_STATES
from quartierdesk.services.wall_reading import Sources, sources
from quartierdesk.services.wall_rows import CardRow
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
    """All of it, in the order in which it is shown; `clusters` can be made into measures.

    `open_in_idea_store` is how many of the open cards lie in the idea store. `sources` are the
    contributions it was made from: the next reading begins there.
    """

    measures: tuple[MeasureLine, ...]
    open_themes: tuple[OpenTheme, ...]
    open_cards: LongList[OpenCard]
    open_in_idea_store: int
    answers: tuple[GivenAnswer, ...]
    clusters: tuple[Cluster, ...]
    statuses: Catalogue
    decision_bodies: Catalogue
    importances: Catalogue
    terms: Catalogue
    kinds: Catalogue
    fields: Catalogue
    sources: Sources


DECISIONS: Mapping[str, str] = {
    "taken_up": "wird aufgegriffen",
    "passed_on": "wird weitergegeben",
    "declined": "wird nicht aufgegriffen",
    "answered": "ist beantwortet",
}
"""Kinds of answers and how they are said."""


def of_workshop(
    workspace: Workspace,
    workshop_id: str,
    today: date | None = None,
    before: Sources | None = None,
) -> Agreement:
    """Return what was agreed in a workshop and what is still open, on one state of the file.

    Contributions that nobody touched since `before` are not read again: there may be ten thousand.
    """
    with workspace.plainly() as rows, workspace.reading() as session:
        workshop_reading.of_id(rows, workshop_id)
        known = catalogues.of_workshop(workspace, workshop_id)
        found = sources(rows, workshop_id, before)
        agreed = measures.of_workshop(session, workshop_id)
        themes = {each.id: each for each in clusters.of_workshop(session, workshop_id)}
        given = answers.of_workshop(session, workshop_id)
        weights = theme_weights(polls.of_workshop(session, workshop_id))
    cards = {card.id: card for card in found.cards}
    missing = answers.missing(given, agreed, themes.values(), found.cards)
    in_theme = Counter(card.cluster_id for card in found.cards)
    lines = _Lines(known, cards, found.labels, themes, weights, today or clock.today())
    still_open = missing.contributions
    return Agreement(
        measures=tuple(lines.measure(measure) for measure in agreed),
        open_themes=tuple(
            _open_theme(themes[key], in_theme[key], weights) for key in missing.clusters
        ),
        open_cards=LongList(still_open, lambda at: lines.open_card(still_open[at])),
        open_in_idea_store=sum(cards[key].in_idea_store for key in still_open),
        answers=tuple(lines.answer(answer) for answer in given),
        clusters=tuple(themes.values()),
        statuses=known["measure_status"],
        decision_bodies=known["decision_body"],
        importances=known["importance"],
        terms=known["measure_term"],
        kinds=known["contribution_kind"],
        fields=known["action_field"],
        sources=found,
    )


def theme_weights(counted: Iterable[Poll]) -> dict[str, Weight]:
    """Return by cluster what the first closed vote with dots on clusters gave each of them."""
    for poll in counted:
        if poll.state == "closed" and poll.round != "table":
            outcome = evaluate(poll)
            found = _weights(poll, outcome) if isinstance(outcome, DotOutcome) else {}
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


@dataclass(frozen=True, slots=True)
class _Lines:
    """Makes lines of measures and answers; cards, their labels, themes and weights by id."""

    known: Mapping[str, Catalogue]
    cards: Mapping[str, CardRow]
    labels: Mapping[str, str]
    themes: Mapping[str, Cluster]
    weights: Mapping[str, Weight]
    today: date

    def measure(self, measure: Measure) -> MeasureLine:
        status = self.known["measure_status"].find(measure.status)
        body = self.known["decision_body"].find(measure.decision_body)
        late = measure.due is not None and measure.due < self.today
        due = measure.due.strftime("%d.%m.%Y") if measure.due else measure.due_text
        return MeasureLine(
            measure=measure,
            due=due,
            decision=body.label if body else measure.decision_body,
            status_letter=(status.letter if status else "") or measure.status[:1].upper(),
            status=status.short if status else measure.status,
            is_overdue=late and measure.status in OPEN_STATES,
            cards=tuple(self._origins(measure)),
            themes=tuple(
                OriginTheme(theme.id, theme.title, theme.action_field, self.weights.get(theme.id))
                for theme in self.themes.values()
                if theme.id in measure.cluster_ids
            ),
        )

    def open_card(self, card_id: str) -> OpenCard:
        card = self.cards[card_id]
        label, stored = self.labels[card_id], bool(card.in_idea_store)
        return OpenCard(card_id, label, card.kind, _wording(card), stored)

    def answer(self, answer: Answer) -> GivenAnswer:
        theme = self.themes.get(answer.cluster_id or "")
        card = self.cards.get(answer.contribution_id or "")
        of_card = f"{self.labels[card.id]} {_wording(card)}" if card else ""
        subject = theme.title if theme else of_card
        return GivenAnswer(answer, subject, DECISIONS.get(answer.decision, answer.decision))

    def _origins(self, measure: Measure) -> Iterator[OriginCard]:
        """Yield the cards a measure comes from, in the order of their capture."""
        cited = [self.cards[key] for key in measure.contribution_ids if key in self.cards]
        for card in sorted(set(cited), key=lambda card: card.id):
            yield OriginCard(card.id, self.labels[card.id], card.kind, _wording(card))


def _open_theme(theme: Cluster, cards: int, weights: Mapping[str, Weight]) -> OpenTheme:
    return OpenTheme(theme.id, theme.title, theme.action_field, cards, weights.get(theme.id))


def _wording(card: CardRow) -> str:
    """Return the wording for the protocol."""
    return card.text_minutes or card.text_original
