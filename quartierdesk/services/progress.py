"""How far a workshop has come."""

from quartierdesk.domain.progress import Counts, StepState, steps
from quartierdesk.services.workshop_reading import of_id
from quartierdesk.store.plain import Readable

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


_ALIVE = "SELECT COUNT(*) FROM {} WHERE workshop_id = ? AND deleted = 0"
_CLOSED = f"{_ALIVE.format('poll')} AND state = 'closed'"
# Together: a workshop may have ten thousand contributions, and they are counted after every change.
_CAPTURED_AND_SORTED = (
    "SELECT COUNT(*), COUNT(k.id) FROM contribution c"
    " LEFT JOIN cluster k ON k.id = c.cluster_id AND k.deleted = 0"
    " WHERE c.workshop_id = ? AND c.deleted = 0"
)
_ANSWERED = """
SELECT COUNT(*) FROM cluster WHERE workshop_id = ?1 AND deleted = 0 AND id IN (
    SELECT l.cluster_id FROM measure_cluster l JOIN measure m ON m.id = l.measure_id
    WHERE m.workshop_id = ?1 AND m.deleted = 0 AND l.deleted = 0
    UNION SELECT a.cluster_id FROM answer a LEFT JOIN contribution c ON c.id = a.contribution_id
    WHERE a.workshop_id = ?1 AND a.deleted = 0 AND COALESCE(c.deleted, 0) = 0
)
"""


def of_workshop(workspace: Readable, workshop_id: str) -> tuple[StepState, ...]:
    """Return the six steps of a workshop.

    A cluster is answered by an answer or by a measure made from it.
    """
    with workspace.plainly() as rows:

        def count(statement: str) -> int:
            return int(rows(statement, workshop_id)[0][0])

        workshop = of_id(rows, workshop_id)
        captured, in_order = rows(_CAPTURED_AND_SORTED, workshop_id)[0]
        agenda = count(_ALIVE.format("agenda_item"))
        counts = Counts(
            framed=bool(workshop.date and workshop.place and workshop.guiding_question and agenda),
            contributions=captured,
            sorted_contributions=in_order,
            clusters=count(_ALIVE.format("cluster")),
            polls=count(_ALIVE.format("poll")),
            closed_polls=count(_CLOSED),
            measures=count(_ALIVE.format("measure")),
            answered_clusters=count(_ANSWERED),
            releases=count(_ALIVE.format("protocol_release")),
        )
    return steps(counts)
