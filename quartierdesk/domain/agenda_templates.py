"""Agendas to begin with, by method: what happens when, for how long, and who leads it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import AgendaItem


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item: its title, length in minutes, code of its method, who leads it."""

    title: str
    minutes: int
    method: str
    who: str = "Moderation"


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """An agenda to begin with; `size` says for how many people, `format` is a code."""

    code: str
    title: str
    size: str
    format: str
    items: tuple[TemplateItem, ...]

    @property
    def minutes(self) -> int:
        """How long all items take."""
        return sum(item.minutes for item in self.items)

    def agenda(self, start: time) -> list[AgendaItem]:
        """Return the items one after the other from `start` on, as new ones."""
        moment = datetime.combine(datetime.min, start)
        found = []
        for place, item in enumerate(self.items):
            end = moment + timedelta(minutes=item.minutes)
            found.append(
                AgendaItem(
                    new_id(),
                    item.title,
                    moment.time(),
                    end.time(),
                    method=item.method,
                    who=item.who,
                    position=place,
                )
            )
            moment = end
        return found


TEMPLATES: tuple[AgendaTemplate, ...] = (
    AgendaTemplate(
        "quartierswerkstatt",
        "Quartierswerkstatt",
        "20 bis 80 Personen",
        "quartierswerkstatt",
        (
            TemplateItem("Einlass, Liste, Stimmungsbild", 30, "stimmungsbarometer", "Empfang"),
            TemplateItem("Begrüßung, Ziele des Abends", 15, "plenum", "Bürgermeisteramt"),
            TemplateItem("Impuls: Zahlen aus dem Quartier", 20, "vortrag"),
            TemplateItem("Arbeitsphase an Thementischen", 60, "kartenabfrage", "Gastgebende"),
            TemplateItem("Pause; Ordnen durch das Team", 15, "clustern"),
            TemplateItem("Vorstellung der Themen", 20, "plenum", "Gastgebende"),
            TemplateItem("Punktabfrage", 15, "mehrpunktabfrage"),
            TemplateItem("Maßnahmen: Wer, was, bis wann?", 25, "massnahmenplan"),
            TemplateItem("Ausblick und Verabschiedung", 10, "blitzlicht"),
        ),
    ),
    AgendaTemplate(
        "dorfgespraech",
        "Dorfgespräch",
        "bis 40 Personen",
        "dorfgespraech",
        (
            TemplateItem("Ankommen, Stimmungsbild", 15, "stimmungsbarometer", "Empfang"),
            TemplateItem("Begrüßung, worum es geht", 10, "plenum", "Ortsvorstehung"),
            TemplateItem("Was läuft gut, was fehlt?", 40, "kartenabfrage"),
            TemplateItem("Gemeinsam ordnen", 15, "clustern"),
            TemplateItem("Punktabfrage", 10, "mehrpunktabfrage"),
            TemplateItem("Was packen wir an? Ausblick", 30, "massnahmenplan"),
        ),
    ),
    AgendaTemplate(
        "world_cafe",
        "World Café",
        "24 bis 100 Personen",
        "world_cafe",
        (
            TemplateItem("Ankommen an den Tischen", 20, "plenum", "Empfang"),
            TemplateItem("Begrüßung, Leitfrage, Regeln", 15, "plenum"),
            TemplateItem("Erste Gesprächsrunde", 30, "world_cafe", "Gastgebende"),
            TemplateItem("Zweite Gesprächsrunde", 30, "world_cafe", "Gastgebende"),
            TemplateItem("Dritte Gesprächsrunde", 30, "world_cafe", "Gastgebende"),
            TemplateItem("Ernte: Ergebnisse der Tische", 35, "clustern", "Gastgebende"),
            TemplateItem("Punktabfrage und Ausblick", 20, "mehrpunktabfrage"),
        ),
    ),
    AgendaTemplate(
        "zukunftswerkstatt",
        "Zukunftswerkstatt",
        "15 bis 40 Personen",
        "zukunftswerkstatt",
        (
            TemplateItem("Ankommen, Vorstellung", 30, "plenum"),
            TemplateItem("Ziele und Regeln des Tages", 20, "plenum"),
            TemplateItem("Kritik: Was stört uns?", 45, "kartenabfrage"),
            TemplateItem("Kritik ordnen und gewichten", 30, "clustern"),
            TemplateItem("Pause", 15, ""),
            TemplateItem("Fantasie: Wie sollte es sein?", 60, "zukunftswerkstatt"),
            TemplateItem("Vorstellung der Wünsche", 30, "plenum"),
            TemplateItem("Mittagspause", 60, ""),
            TemplateItem("Verwirklichung: Was davon geht?", 60, "zukunftswerkstatt"),
            TemplateItem("Punktabfrage", 20, "mehrpunktabfrage"),
            TemplateItem("Maßnahmen: Wer, was, bis wann?", 40, "massnahmenplan"),
            TemplateItem("Ausblick und Verabschiedung", 10, "blitzlicht"),
        ),
    ),
)


def template(code: str) -> AgendaTemplate | None:
    """Return the template with this code, None for beginning with an empty agenda."""
    return next((each for each in TEMPLATES if each.code == code), None)
