"""What was agreed in the file: measures, and what became of what people said."""

from quartierdesk.domain.effort import benefit_ratio, quadrant
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.fields import Row, read_row, write_row
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.poll_results import figure
from quartierdesk.exchange.workshop_json.section import Section, as_line


def read_measures(root: Section, names: Names) -> tuple[Measure, ...]:
    """Return the measures."""
    found = []
    for position, section in enumerate(root.sections("measures")):
        label = section.require("id", as_line)
        identity = names.by_name["measures"][label]
        values = read_row(section, rows.MEASURE, names)
        found.append(Measure(identity, label, position=position, **values))
    return tuple(found)


def write_measures(record: WorkshopRecord, names: Names) -> list[Row]:
    """Return the measures with their field of the effort-benefit matrix."""
    return [
        write_row(
            measure,
            rows.MEASURE,
            names,
            {"id": names.of("measures", measure.id), **_effort_and_benefit(measure)},
        )
        for measure in record.measures
    ]


def read_answers(root: Section, names: Names) -> tuple[Answer, ...]:
    """Return what became of clusters and contributions."""
    return tuple(
        Answer(new_id(), **read_row(section, rows.ANSWER, names))
        for section in root.sections("answers")
    )


def _effort_and_benefit(measure: Measure) -> Row:
    if measure.effort is None or measure.benefit is None:
        return {"quadrant": None, "ratio": None}
    return {
        "quadrant": quadrant(measure.effort, measure.benefit).label,
        "ratio": figure(benefit_ratio(measure.effort, measure.benefit)),
    }
