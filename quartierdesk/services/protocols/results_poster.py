"""The results on a poster: dots, measures, dates; nobody is named."""

from datetime import date

from quartierdesk.domain.handouts import Event, Line, Poster
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german
from quartierdesk.services.protocols.cover import placed_sentence
from quartierdesk.services.protocols.dot_blocks import dot_field
from quartierdesk.services.protocols.dots import DotPoll, plenary_dots
from quartierdesk.services.protocols.names import MONTHS, Names

_MOST_TOPICS, _MOST_MEASURES, _MOST_STEPS = 12, 8, 3
_FOOT = "Empfehlung, ersetzt keinen Beschluss"


def result_poster(record: WorkshopRecord, names: Names, event: Event) -> Poster:
    """Return what is worth hanging up of a workshop, in its public edition."""
    counted = plenary_dots(record, names)
    dots = dot_field(counted, "Punktefeld", names, _MOST_TOPICS) if counted else None
    ranks = tuple(result.rank for _, result in counted.lines) if counted else ()
    measures = sorted(record.measures, key=lambda m: (m.priority is None, m.priority or 0))
    steps = [step for step in record.next_steps if step.due or step.due_text]
    return Poster(
        event=event,
        numbers=_numbers(record, counted, dots.unit if dots else ""),
        dots=dots,
        ranks=ranks[:_MOST_TOPICS],
        note=placed_sentence(counted) if counted else "",
        measures=tuple(_measure(each, names) for each in measures[:_MOST_MEASURES]),
        more_measures=max(0, len(measures) - _MOST_MEASURES),
        steps=tuple(
            Line(_day(step.due) if step.due else step.due_text, step.what)
            for step in steps[-_MOST_STEPS:]
        ),
        invitation=_invitation(record),
        foot=_FOOT,
    )


def _numbers(record: WorkshopRecord, counted: DotPoll | None, unit: str) -> str:
    present, cards = record.workshop.participants_present, len(record.contributions)
    parts = (
        f"{german(present)} Menschen" if present else "",
        f"{german(cards)} Beiträge" if cards > 1 else "",
        f"{german(counted.outcome.placed)} Klebepunkte" if counted else "",
    )
    said = ", ".join(filter(None, parts))
    return " ".join(filter(None, (f"{said}." if said else "", unit)))


def _measure(measure: Measure, names: Names) -> Line:
    title = measure.title.partition(" (")[0]
    until = f"bis {_day(measure.due)}" if measure.due else measure.due_text
    return Line(names.label(measure.id), title, until)


def _day(day: date) -> str:
    """Return a day without its year, which everybody knows who stands before the poster."""
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]}"


def _invitation(record: WorkshopRecord) -> str:
    if not record.measures:
        return ""
    hosts = [h for h in (record.workshop.organiser, record.workshop.civil_partner) if h]
    where = f" Melden Sie sich bei: {', '.join(hosts)}." if hosts else ""
    return f"Jede Maßnahme braucht Menschen, die anpacken.{where}"
