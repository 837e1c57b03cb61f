"""Beginning: a new workshop from three answers, with an agenda from a template."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quartierdesk.domain.agenda_templates import AgendaTemplate, template
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.text import clean_line
from quartierdesk.domain.workshop import AgendaItem, Municipality, Quarter, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import indicators, workshop_lists, workshops
from quartierdesk.store.workspace import Workspace

Day = date
_USUAL_START = time(18, 0)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where, what, when, and which agenda; an unknown `template` is an empty agenda."""

    where: str
    title: str
    date: Day | None = None
    template: str = ""


def begin(workspace: Workspace, beginning: Beginning) -> str:
    """Store a new workshop and return its id.

    A quarter of the same name is found again, and its figures go into the new workshop's report.
    """
    where = clean_line(beginning.where, "Ort")
    title = clean_line(beginning.title, "Titel")
    if not where:
        raise UserError(
            "Es fehlt noch, wo die Werkstatt stattfindet.",
            "Bitte nennen Sie das Dorf, den Ortsteil oder das Quartier.",
        )
    chosen = template(beginning.template)
    with workspace.transaction(f"Werkstatt angelegt: {title}"):
        quarter = _quarter(workspace, where)
        workshop = workshops.create(
            workspace, _framed(Workshop(new_id(), quarter, title, date=beginning.date), chosen)
        )
        indicators.carry_over(workspace, workshop)
        if chosen is not None:
            workshop_lists.add_all(workspace, workshop.id, chosen.agenda(_USUAL_START))
    return workshop.id


def apply_template(workspace: Workspace, workshop_id: str, code: str, start: time | None) -> None:
    """Replace the agenda of a workshop by that of a template, as one operation."""
    chosen = template(code)
    if chosen is None:
        raise UserError(f"Eine Vorlage „{code}“ gibt es nicht.", "Bitte wählen Sie eine andere.")
    with workspace.transaction(f"Ablauf aus Vorlage: {chosen.title}"):
        for item in workshop_lists.items(workspace, AgendaItem, workshop_id):
            workshop_lists.remove(workspace, item)
        workshop_lists.add_all(workspace, workshop_id, chosen.agenda(start or _USUAL_START))


def _quarter(workspace: Workspace, where: str) -> str:
    for known in workshops.quarters(workspace):
        if known.name == where:
            return known.id
    named = [m for m in workshops.municipalities(workspace) if m.name]
    home = named[0] if len(named) == 1 else Municipality(new_id(), where)
    return workshops.ensure_quarter(workspace, home, Quarter(new_id(), home.id, where))


def _framed(workshop: Workshop, chosen: AgendaTemplate | None) -> Workshop:
    if chosen is None:
        return workshop
    end = datetime.combine(Day.min, _USUAL_START) + timedelta(minutes=chosen.minutes)
    methods = tuple(dict.fromkeys(item.method for item in chosen.items if item.method))
    return Workshop(
        workshop.id,
        workshop.quarter_id,
        workshop.title,
        date=workshop.date,
        format=chosen.format,
        start=_USUAL_START,
        end=end.time(),
        methods=methods,
    )
