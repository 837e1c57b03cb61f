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
_IN_A_MEASURE = "in einer Maßnahme"
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
    return section("answers", [given, _whereabouts(record, names)], "Was daraus wurde")


def _whereabouts(record: WorkshopRecord, names: Names) -> Table | None:
    """Return each cluster and contribution with its measures and what became of it."""
    if not record.measures and not record.answers:
        return None
    columns = (
        Column("label", "Nr.", "label"),
        Column("wording", "Themenfeld oder Beitrag", width=60),
        Column("cluster", "Themenfeld", "label", refers_to="Themenfelder"),
        Column("measures", "Maßnahmen", "label"),
        Column("state", "Was daraus wurde", "label"),
    )
    ways = _Ways(record, names)
    rows: list[Row] = [ways.of_cluster(cluster) for cluster in record.clusters]
    rows += [ways.of_card(card) for card in record.contributions]
    return table("Verbleib", "Was aus jedem Beitrag wurde", columns, rows)


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
        label = self._names.label(cluster.id)
        return (label, cluster.title, "", self._names.listed(measures), state)

    def of_card(self, card: Contribution) -> Row:
        """Return the line of a contribution; what becomes of its cluster becomes of it."""
        cluster_id = card.cluster_id or ""
        measures = self._measures.get(card.id) or self._measures.get(cluster_id, [])
        state = self._state([card.id, cluster_id], measures, is_stored=card.in_idea_store)
        names = self._names
        return (
            names.label(card.id),
            card.wording,
            names.label(cluster_id),
            names.listed(measures),
            state,
        )

    def _state(self, identities: Iterable[str], measures: list[str], *, is_stored: bool) -> str:
        for identity in identities:
            answer = self._answers.get(identity)
            if answer:
                return _DECISIONS.get(answer.decision, answer.decision)
        if measures:
            return _IN_A_MEASURE
        return _STORED if is_stored else _OPEN


def _subject(answer: Answer, names: Names) -> str:
    item = names.contributions.get(answer.contribution_id or "")
    return item.wording if item else names.cluster_title(answer.cluster_id) or GONE
