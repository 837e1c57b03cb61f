"""What became of what people said: the answers, and where each sentence went."""

from collections.abc import Iterable

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.measure import Answer
from quartierdesk.domain.protocol import Column, Row, Section, Table
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.services.protocols.blocks import section, table
from quartierdesk.services.protocols.names import GONE, Names

_DECISIONS = {
    "taken_up": "aufgegriffen",
    "passed_on": "weitergeleitet",
    "declined": "nicht aufgegriffen",
    "answered": "beantwortet",
}
_STORED = "im Themenspeicher"
_OPEN = "noch ohne Antwort"


def answers(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the answers to clusters and contributions, and what became of each of them."""
    columns = (
        Column("label", "Nr.", "label"),
        Column("subject", "Worauf", width=50),
        Column("decision", "Entscheidung", "label"),
        Column("text", "Antwort", width=60),
        Column("measure", "Maßnahme", "label", refers_to="Massnahmen"),
        Column("answered_on", "Beantwortet am", "date"),
        Column("answered_by", "Beantwortet von", width=24),
    )
    rows = (
        (
            names.label(answer.cluster_id or answer.contribution_id),
            _subject(answer, names),
            _DECISIONS.get(answer.decision, answer.decision),
            answer.text,
            names.label(answer.measure_id),
            answer.answered_on,
            answer.answered_by,
        )
        for answer in record.answers
    )
    given = table("Antworten", "Antworten", columns, rows)
    return section("answers", [given, *_whereabouts(record, names)], "Was daraus wurde")


def _whereabouts(record: WorkshopRecord, names: Names) -> Iterable[Table | None]:
    """Yield what became of each cluster, then what became of each contribution."""
    if not record.measures and not record.answers:
        return
    ways = _Ways(record, names)
    label, state = Column("label", "Nr.", "label"), Column("state", "Was daraus wurde", width=40)
    of_clusters = (label, Column("wording", "Themenfeld", width=60), state)
    rows = (ways.of_cluster(cluster) for cluster in record.clusters)
    yield table("Verbleib_Themenfelder", "Was aus jedem Themenfeld wurde", of_clusters, rows)
    of_cards = (
        label,
        Column("wording", "Beitrag", width=60),
        Column("cluster", "Themenfeld", "label", refers_to="Themenfelder"),
        state,
    )
    rows = (ways.of_card(card) for card in record.contributions)
    yield table("Verbleib", "Was aus jedem Beitrag wurde", of_cards, rows)


class _Ways:
    """Which measures and answers lead on from clusters and contributions."""

    def __init__(self, record: WorkshopRecord, names: Names) -> None:
        self._names = names
        self._measures: dict[str, list[str]] = {}
        for measure in record.measures:
            for each in (*measure.cluster_ids, *measure.contribution_ids):
                self._measures.setdefault(each, []).append(measure.id)
        self._answers = {
            answer.contribution_id or answer.cluster_id or "": answer for answer in record.answers
        }

    def of_cluster(self, cluster: Cluster) -> Row:
        """Return the line of a cluster."""
        measures = self._measures.get(cluster.id, [])
        state = self._state([cluster.id], measures, is_stored=False)
        return (self._names.label(cluster.id), cluster.title, state)

    def of_card(self, card: Contribution) -> Row:
        """Return the line of a contribution; what becomes of its cluster becomes of it."""
        cluster_id = card.cluster_id or ""
        measures = self._measures.get(card.id) or self._measures.get(cluster_id, [])
        state = self._state([card.id, cluster_id], measures, is_stored=card.in_idea_store)
        names = self._names
        return (names.label(card.id), card.wording, names.label(cluster_id), state)

    def _state(self, identities: Iterable[str], measures: list[str], *, is_stored: bool) -> str:
        """Return the answer and the measures, else where it waits."""
        agreed = self._names.listed(measures)
        noun = "Maßnahmen" if len(measures) > 1 else "Maßnahme"
        parts = [self._answered(identities), f"in {noun} {agreed}" if agreed else ""]
        told = "; ".join(filter(None, parts))
        return told or (_STORED if is_stored else _OPEN)

    def _answered(self, identities: Iterable[str]) -> str:
        """Return the first answer to one of these: „weitergeleitet: an den Bauhof“."""
        answer = next((self._answers[each] for each in identities if each in self._answers), None)
        if answer is None:
            return ""
        decision = _DECISIONS.get(answer.decision, answer.decision)
        return ": ".join(filter(None, (decision, answer.text.rstrip("."))))


def _subject(answer: Answer, names: Names) -> str:
    item = names.contributions.get(answer.contribution_id or "")
    return item.wording if item else names.cluster_title(answer.cluster_id) or GONE
