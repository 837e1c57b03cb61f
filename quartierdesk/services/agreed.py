"""Measures of all workshops: what was agreed, who does it, what is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quartierdesk.domain import clock
from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.text import fold
from quartierdesk.services import catalogues, measures, workshops
from quartierdesk.store.workspace import Workspace

OPEN_STATES = frozenset({"idee", "in_vorbereitung", "in_umsetzung", "pruefauftrag"})
"""States of measures that are still to be done."""

CLOSED_STATES = frozenset({"erledigt", "daueraufgabe"})
"""States of measures that are done, or done again and again."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A measure with its workshop; `status`, `letter` and `decision` are German names."""

    measure: Measure
    workshop_id: str
    workshop: str
    workshop_day: date | None
    quarter: str
    status: str
    letter: str
    decision: str
    is_overdue: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.measure.status in OPEN_STATES

    def holds(self, words: str) -> bool:
        """Return whether all these words occur in what the line tells."""
        told = self.measure
        place = fold(
            f"{told.label} {told.title} {told.responsible} {told.partners}"
            f" {told.coordinating_body} {self.workshop} {self.quarter}"
        )
        return all(word in place for word in fold(words).split())


@dataclass(frozen=True, slots=True)
class Agreed:
    """All measures, those that are due first on top, and the states there are."""

    lines: tuple[AgreedLine, ...]
    statuses: Mapping[str, Catalogue]


def everywhere(workspace: Workspace, today: date | None = None) -> Agreed:
    """Return the measures of all workshops; those without a day come after those with one."""
    day = today or clock.today()
    lines: list[AgreedLine] = []
    statuses: dict[str, Catalogue] = {}
    with workspace.reading():
        for workshop in workshops.overview(workspace):
            known = catalogues.of_workshop(workspace, workshop.id)
            statuses[workshop.id] = known["measure_status"]
            lines += [
                _line(measure, workshop, known, day)
                for measure in measures.listed(workspace, workshop.id)
            ]
    lines.sort(key=lambda line: (not line.is_open, line.measure.due or date.max))
    return Agreed(tuple(lines), statuses)


def _line(
    measure: Measure,
    workshop: workshops.WorkshopOverview,
    known: Mapping[str, Catalogue],
    today: date,
) -> AgreedLine:
    status = known["measure_status"].find(measure.status)
    body = known["decision_body"].find(measure.decision_body)
    return AgreedLine(
        measure=measure,
        workshop_id=workshop.id,
        workshop=workshop.title,
        workshop_day=workshop.date,
        quarter=workshop.quarter,
        status=status.short if status else measure.status,
        letter=(status.letter if status else "") or measure.status[:1].upper(),
        decision=body.label if body else measure.decision_body,
        is_overdue=bool(measure.due and measure.due < today and measure.status in OPEN_STATES),
    )
