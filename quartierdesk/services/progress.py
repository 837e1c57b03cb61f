"""How far a workshop has come."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quartierdesk.domain.progress import Counts, StepState, steps
from quartierdesk.services import answers
from quartierdesk.services.rows import existing
from quartierdesk.store.schema import Logged
from quartierdesk.store.schema.contributions import Cluster, Contribution
from quartierdesk.store.schema.decisions import Measure, Poll
from quartierdesk.store.schema.frame import AgendaItem, ProtocolRelease, Workshop
from quartierdesk.store.workspace import Workspace as OpenWorkspace

DEPENDS_ON = frozenset(
    {
        "workshop",
        "agenda_item",
        "contribution",
        "cluster",
        "poll",
        "measure",
        "measure_cluster",
        "answer",
        "protocol_release",
    }
)
"""Kinds of changes after which the steps may read differently."""


def of_workshop(workspace: OpenWorkspace, workshop_id: str) -> tuple[StepState, ...]:
    """Return the six steps of a workshop."""
    with workspace.reading() as session:
        workshop = existing(session, Workshop, workshop_id, "die Werkstatt")
        agenda = _count(session, AgendaItem, workshop_id)
        clusters = _count(session, Cluster, workshop_id)
        open_clusters = len(answers.unanswered_clusters(workspace, workshop_id))
        closed = Poll.workshop_id == workshop_id, Poll.state == "closed"
        counts = Counts(
            framed=bool(workshop.date and workshop.place and workshop.guiding_question and agenda),
            contributions=_count(session, Contribution, workshop_id),
            sorted_contributions=_sorted(session, workshop_id),
            clusters=clusters,
            polls=_count(session, Poll, workshop_id),
            closed_polls=session.scalar(
                select(func.count()).select_from(Poll).where(*closed, Poll.deleted.is_(False))
            )
            or 0,
            measures=_count(session, Measure, workshop_id),
            answered_clusters=clusters - open_clusters,
            releases=_count(session, ProtocolRelease, workshop_id),
        )
    return steps(counts)


def _count(session: Session, table: type[Logged], workshop_id: str) -> int:
    of_it = table.__table__.c.workshop_id == workshop_id
    query = select(func.count()).select_from(table).where(of_it, table.deleted.is_(False))
    return session.scalar(query) or 0


def _sorted(session: Session, workshop_id: str) -> int:
    query = (
        select(func.count())
        .select_from(Contribution)
        .join(Cluster, Cluster.id == Contribution.cluster_id)
        .where(
            Contribution.workshop_id == workshop_id,
            Contribution.deleted.is_(False),
            Cluster.deleted.is_(False),
        )
    )
    return session.scalar(query) or 0
