"""What was agreed, and what became of what people said."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: who does what until when, and which sentences it comes from.

    `coordinating_body` is the municipality's role, `responsible` those who carry it out. `due` is
    a day, `due_text` what people said. `cost_estimate` is in euros.
    """

    id: str
    label: str
    title: str
    goal: str = ""
    starting_point: str = ""
    description: str = ""
    coordinating_body: str = ""
    responsible: str = ""
    partners: str = ""
    first_step: str = ""
    due: date | None = None
    due_text: str = ""
    cost_estimate: Decimal | None = None
    funding: str = ""
    continuation: str = ""
    effort: int | None = None
    benefit: int | None = None
    importance: str = ""
    priority: int | None = None
    term: str = ""
    status: str = "idee"
    reason: str = ""
    decision_body: str = ""
    requires_resolution: bool = False
    resolution_on: date | None = None
    resolution_number: str = ""
    indicator: str = ""
    risks: str = ""
    position: int = 0
    cluster_ids: tuple[str, ...] = ()
    contribution_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a cluster or a contribution: `decision` with its reason in `text`."""

    id: str
    decision: str
    text: str
    cluster_id: str | None = None
    contribution_id: str | None = None
    measure_id: str | None = None
    answered_by: str = ""
    answered_on: date | None = None
